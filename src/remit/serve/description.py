"""What the endpoint tells about itself: SPARQL 1.1 Service Description, and VoID about the dataset.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from remit.serve.limits import Limits
from remit.terms import PREFIXES, RDF_TYPE, REMIT, XSD

__all__ = ["FORMS", "description"]

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
FORMS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_OFFERED = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)
Node = NamedNode | BlankNode


def _iri(prefixed: str) -> NamedNode:
    prefix, _, name = prefixed.partition(":")
    return NamedNode({**PREFIXES, "sd": SD, "format": FORMATS}[prefix] + name)


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def _about(facts: dict[str, Any], site: str, limits: Limits) -> Iterator[tuple[Node, str, Any]]:
    land = facts["landscape"]
    endpoint, dataset, default = NamedNode(f"{site}/sparql"), NamedNode(land["iri"]), BlankNode("dataset")
    yield endpoint, "rdf:type", _iri("sd:Service")
    yield endpoint, "sd:endpoint", endpoint
    yield endpoint, "sd:supportedLanguage", _iri("sd:SPARQL11Query")
    for form in _OFFERED:
        yield endpoint, "sd:resultFormat", _iri(f"format:{form}")
    yield endpoint, "sd:defaultDataset", default
    for number, (name, value, unit, says) in enumerate(limits.told()):
        limit = BlankNode(f"limit{number}")
        yield endpoint, "schema:additionalProperty", limit
        yield limit, "rdf:type", _iri("schema:PropertyValue")
        yield limit, "schema:propertyID", Literal(name)
        yield limit, "schema:name", Literal(says, language="en")
        yield limit, "schema:value", Literal(value) if isinstance(value, float) else _whole(value)
        yield limit, "schema:unitText", Literal(unit)
    yield dataset, "rdf:type", _iri("void:Dataset")
    yield dataset, "rdf:type", _iri("remit:Landscape")
    yield dataset, "void:sparqlEndpoint", endpoint
    yield dataset, "void:uriSpace", Literal(land["base"])
    yield dataset, "void:vocabulary", NamedNode(REMIT)
    for key, about in (("title", "dcterms:title"), ("description", "dcterms:description")):
        if land[key]:
            yield dataset, about, Literal(land[key], language="en")
    if land["license"].startswith("http"):
        yield dataset, "dcterms:license", NamedNode(land["license"])
    yield default, "rdf:type", _iri("sd:Dataset")
    first = facts["graphs"][0]
    graph = BlankNode("default")
    yield default, "sd:defaultGraph", graph
    yield graph, "rdf:type", _iri("sd:Graph")
    yield graph, "rdf:type", _iri("void:Dataset")
    yield graph, "dcterms:title", Literal(f"{first['title']}, as of {first['day']}", language="en")
    yield graph, "dcterms:source", NamedNode(first["name"])
    yield graph, "void:triples", _whole(first["triples"])
    yield dataset, "void:triples", _whole(sum(one["triples"] for one in facts["graphs"]))
    for number, one in enumerate(facts["graphs"]):
        holder, graph_name = BlankNode(f"graph{number}"), NamedNode(one["name"])
        yield default, "sd:namedGraph", holder
        yield holder, "rdf:type", _iri("sd:NamedGraph")
        yield holder, "sd:name", graph_name
        yield holder, "sd:graph", graph_name
        yield dataset, "void:subset", graph_name
        yield graph_name, "rdf:type", _iri("sd:Graph")
        yield graph_name, "rdf:type", _iri("void:Dataset")
        yield (
            graph_name,
            "dcterms:title",
            Literal(one["title"] + (f", {one['day']}" if one["day"] else ""), language="en"),
        )
        yield graph_name, "void:triples", _whole(one["triples"])
        if one["day"]:
            day = Literal(one["day"], datatype=NamedNode(XSD + "date"))
            yield graph_name, "remit:asOf", day


def description(facts: dict[str, Any], site: str, limits: Limits, form: str) -> bytes:
    """The description of service and dataset.

    Args:
        facts: what the keeper tells; see :class:`remit.serve.pool.Pool`.
        site: the address below which everything lies, without a slash at the end.
        limits: what a query may take.
        form: a key of FORMS.

    Raises:
        ValueError: the address is none.
    """
    return _written(facts["key"], site, form, lambda: _about(facts, site, limits))


_cache: dict[tuple[str, str, str], bytes] = {}


def _written(key: str, site: str, form: str, about: Any) -> bytes:
    wanted = (key, site, form)
    if wanted not in _cache:
        triples = [
            Triple(subject, RDF_TYPE if term == "rdf:type" else _iri(term), value) for subject, term, value in about()
        ]
        if len(_cache) > 64:
            _cache.clear()
        prefixes = {**PREFIXES, "sd": SD, "format": FORMATS} if form != "nt" else None
        _cache[wanted] = serialize(triples, format=FORMS[form], prefixes=prefixes) or b""
    return _cache[wanted]
