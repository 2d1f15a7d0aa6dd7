"""Read the glossary from the ontology, the rule files, the shipped questions and, for examples, a landscape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from remit.catalogue import catalogue, header
from remit.content import content_folder, rule_files
from remit.engine import Engine
from remit.glossary.definitions import definitions
from remit.glossary.terms import ListConcept, Rule, Term, Use
from remit.infer import Snapshot
from remit.terms import CLOSED_LISTS, REMIT, local_name
from remit.vocabulary import LISTS

__all__ = ["Glossary", "read_glossary"]

_NAME = re.compile(r"(?<![\w:/#?])([a-z]+):([A-Za-z][\w-]*)")
_DEFINED = "owl:equivalentClass"
"""What names this reads the definitions themselves, and so uses every defined class."""

_TEMPLATE = re.compile(r"CONSTRUCT\s*\{(.*?)\}\s*WHERE", re.DOTALL)

_TERMS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX remit: <https://w3id.org/remit/ontology#>
SELECT ?term ?type ?label ?definition ?note ?example ?derived WHERE {
  VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?term a ?type ; rdfs:isDefinedBy <https://w3id.org/remit/ontology> ; rdfs:label ?label ; skos:definition ?definition .
  OPTIONAL { ?term skos:scopeNote ?note }
  OPTIONAL { ?term skos:example ?example }
  OPTIONAL { ?term remit:isDerived ?derived }
} ORDER BY ?type LCASE(?label) ?term
"""
_LINKS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX remit: <https://w3id.org/remit/ontology#>
SELECT DISTINCT ?term ?link ?other WHERE {
  VALUES ?link { rdfs:subClassOf rdfs:subPropertyOf rdfs:domain rdfs:range remit:valuesFrom rdf:type }
  ?term rdfs:isDefinedBy <https://w3id.org/remit/ontology> ; ?link ?object .
  ?object (owl:unionOf/rdf:rest*/rdf:first)? ?other .
  FILTER(isIRI(?other))
} ORDER BY ?term ?link ?other
"""
_HEADER = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?title ?description ?version WHERE {
  <https://w3id.org/remit/ontology> dcterms:title ?title ; dcterms:description ?description ; owl:versionInfo ?version .
}
"""
_TRAITS = {
    "FunctionalProperty": "at most one value",
    "SymmetricProperty": "holds both ways",
    "TransitiveProperty": "passes on",
    "IrreflexiveProperty": "never to itself",
    "AsymmetricProperty": "never both ways",
}
_KINDS = {
    "Class": "class",
    "ObjectProperty": "relation",
    "DatatypeProperty": "value",
    "AnnotationProperty": "remark",
}


@dataclass(frozen=True)
class Glossary:
    """All that the ontology's pages tell; terms by IRI, lists by name, rules and checks in their order."""

    title: str
    description: str
    version: str
    terms: Mapping[str, Term]
    lists: Mapping[str, tuple[str, str, tuple[ListConcept, ...]]]
    rules: tuple[Rule, ...]
    checks: tuple[Rule, ...]


def read_glossary(snapshot: Snapshot) -> Glossary:
    """The glossary, with examples from a landscape."""
    engine = snapshot.engine
    rules = tuple(_rule(file) for file in rule_files())
    checks = tuple(_rule(file) for file in sorted(content_folder("ontology").glob("checks/*.rq")))
    uses = _uses(rules, checks)
    title, description, version = engine.select(_HEADER).texts()[0]
    return Glossary(title, description, version, _terms(engine, uses), _lists(engine, uses), rules, checks)


def _terms(engine: Engine, uses: Mapping[str, tuple[Use, ...]]) -> dict[str, Term]:
    links: dict[tuple[str, str], list[str]] = {}
    for term, link, other in engine.select(_LINKS).texts():
        links.setdefault((term, local_name(link)), []).append(other)
    defined = definitions(engine)
    found = {}
    for row in engine.select(_TERMS).dicts():
        iri, kind = row["term"], _KINDS[local_name(row["type"])]
        if not iri.startswith(REMIT):
            continue

        def of(link: str, iri: str = iri) -> tuple[str, ...]:
            return tuple(links.get((iri, link), ()))

        found[iri] = Term(
            iri,
            kind,
            row["label"],
            row["definition"],
            row["note"],
            row["example"],
            row["derived"] == "true",
            of("subClassOf") + of("subPropertyOf"),
            of("domain"),
            of("valuesFrom") or of("range"),
            defined.get(iri, ""),
            tuple(_TRAITS[local_name(kind)] for kind in of("type") if local_name(kind) in _TRAITS),
            _example(engine, iri, kind),
            uses.get(_short(iri), ()) + (uses.get(_DEFINED, ()) if iri in defined else ()),
        )
    return found


_SHOWN = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?one ?other ?oneName ?otherName WHERE {
  { SELECT ?one ?other WHERE { %s } ORDER BY ?one ?other LIMIT 1 }
  OPTIONAL { ?one skos:prefLabel|dcterms:title|rdfs:label ?oneName }
  OPTIONAL { ?other skos:prefLabel|dcterms:title|rdfs:label ?otherName }
} LIMIT 1
"""


def _example(engine: Engine, iri: str, kind: str) -> tuple[str, str]:
    """The first use in the landscape: a member's name, or a subject and its value."""
    pattern = f"?one a <{iri}>" if kind == "class" else f"?one <{iri}> ?other"
    rows = engine.select(_SHOWN % pattern).dicts()
    if not rows:
        return "", ""
    row = rows[0]
    return row["oneName"] or local_name(row["one"]), row["otherName"] or local_name(row["other"])


def _lists(engine: Engine, uses: Mapping[str, tuple[Use, ...]]) -> dict[str, tuple[str, str, tuple[ListConcept, ...]]]:
    query = """
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX remit: <https://w3id.org/remit/ontology#>
    SELECT ?list ?listLabel ?listDefinition ?concept ?label ?definition ?symbol WHERE {
      ?concept skos:inScheme ?list ; skos:prefLabel ?label ; skos:definition ?definition ; remit:order ?order .
      ?list skos:prefLabel ?listLabel ; skos:definition ?listDefinition ;
        <http://www.w3.org/2000/01/rdf-schema#isDefinedBy> <https://w3id.org/remit/ontology> .
      OPTIONAL { ?concept remit:symbol ?symbol }
    } ORDER BY ?list ?order
    """
    found: dict[str, tuple[str, str, tuple[ListConcept, ...]]] = {}
    for row in engine.select(query).dicts():
        name = row["list"].removeprefix(LISTS)
        concept = ListConcept(
            row["concept"],
            name,
            row["label"],
            row["definition"],
            row["symbol"],
            _example_of_concept(engine, row["concept"]),
            uses.get(_short(row["concept"]), ()),
        )
        before = found[name][2] if name in found else ()
        found[name] = (row["listLabel"], row["listDefinition"], (*before, concept))
    return {name: found[name] for name in CLOSED_LISTS if name in found}


def _example_of_concept(engine: Engine, iri: str) -> str:
    pattern = f"?one ?property <{iri}> BIND(?property AS ?other)"
    rows = engine.select(_SHOWN % pattern).dicts()
    return (rows[0]["oneName"] or local_name(rows[0]["one"])) if rows else ""


def _rule(file: Path) -> Rule:
    text = file.read_text(encoding="utf-8")
    says = header(text, file.name)
    body = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    made = _TEMPLATE.search(body)
    derives = _names(made[1]) if made else ()
    told = [str(says[key]) for key in ("description", "problem", "remedy") if key in says]
    reads = tuple(name for name in _names(body.replace(made[1], "") if made else body))
    return Rule(
        file.stem,
        str(says["title"]),
        " ".join(" ".join(told).split()),
        "\n".join(line for line in text.splitlines() if not line.startswith("#+")).strip() + "\n",
        str(says.get("severity", "")),
        reads,
        derives,
    )


def _names(text: str) -> tuple[str, ...]:
    """The terms of the ontology and of its lists that a text names, each once, as ``prefix:local``."""
    own = ("remit", *CLOSED_LISTS)
    found = (
        f"{prefix}:{local}" for prefix, local in _NAME.findall(text) if prefix in own or f"{prefix}:{local}" == _DEFINED
    )
    return tuple(dict.fromkeys(found))


def _short(iri: str) -> str:
    if iri.startswith(REMIT):
        return f"remit:{iri.removeprefix(REMIT)}"
    return iri.removeprefix(LISTS).replace("/", ":")


def _uses(rules: Iterable[Rule], checks: Iterable[Rule]) -> dict[str, tuple[Use, ...]]:
    """For each name the questions, rules and checks that use it, in their order."""
    found: dict[str, list[Use]] = {}
    for query in catalogue().values():
        body = "\n".join(line for line in query.text.splitlines() if not line.lstrip().startswith("#"))
        for name in _names(body):
            found.setdefault(name, []).append(Use("question", query.name, query.title))
    for kind, files in (("rule", rules), ("check", checks)):
        for rule in files:
            for name in dict.fromkeys((*rule.reads, *rule.derives)):
                found.setdefault(name, []).append(Use(kind, rule.name, rule.title))
    return {name: tuple(uses) for name, uses in found.items()}
