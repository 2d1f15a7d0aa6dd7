"""Find the thing that a person means: by id, name, abbreviation, former name or IRI."""

from __future__ import annotations

import difflib
from collections import defaultdict

from pyoxigraph import NamedNode

from remit.engine import Engine
from remit.errors import RemitError
from remit.terms import CLOSED_LISTS, local_name

__all__ = ["CANDIDATES", "resolve"]


def _used(pattern: str) -> str:
    scheme = f"{{ SELECT DISTINCT ?scheme WHERE {{ {pattern} . ?used skos:inScheme ?scheme }} }}"
    return f"{scheme} ?x skos:inScheme ?scheme ."


CANDIDATES: dict[str, str] = {
    "organisation": "?x a remit:Organisation .",
    "resource": "?x a remit:Resource .",
    "need": "?x a remit:Need .",
    "source": "?x a remit:Source .",
    "cell": "?x a remit:Cell .",
    "activity": _used("?any remit:activity ?used"),
    "topic": _used("?any remit:topic ?used"),
    "place": _used("?landscape remit:cellPlace ?used"),
    "kind": _used("?organisation org:classification ?used"),
    "resource-kind": _used("?any a remit:Resource ; dcterms:type ?used"),
    "need-kind": _used("?any remit:needKind ?used"),
    "modality": _used("?resource remit:modality ?used"),
    "class": "?x rdfs:subClassOf remit:Organisation ; owl:equivalentClass ?definition .",
    "basis": _used("?organisation remit:basis ?used"),
    **{name: f"?x skos:inScheme <https://w3id.org/remit/{name}> ." for name in CLOSED_LISTS},
}
"""What may be meant, by the type of a parameter, as a SPARQL pattern that binds ?x."""

_QUERY = """
PREFIX remit: <https://w3id.org/remit/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?x ?name ?rank WHERE {
  { SELECT DISTINCT ?x WHERE { %s } }
  VALUES (?property ?rank) {
    (skos:prefLabel 1) (rdfs:label 1) (dcterms:title 1) (remit:abbreviation 2) (skos:altLabel 3)
  }
  ?x ?property ?name .
}
"""


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split()).removeprefix("the ")


def resolve(engine: Engine, kind: str, text: str) -> NamedNode:
    """The one thing of a kind that a text means.

    Args:
        engine: the snapshot's (cells are found only there) or the stated landscape's.
        kind: a key of CANDIDATES.
        text: an IRI, the last part of one, a name, an abbreviation or another name; case does not matter.

    Raises:
        RemitError: nothing is called so (near names are offered), or several things are.
    """
    rows = engine.select(_QUERY % CANDIDATES[kind]).texts()
    called: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    spelt: dict[str, str] = {}
    for iri, name, rank in rows:
        for place, written in ((int(rank), name), (0, _tail(kind, iri))):
            called[place][_key(written)].add(iri)
            spelt[_key(written)] = written
        if iri == text:
            return NamedNode(iri)
    wanted = _key(text)
    for rank_of in sorted(called):
        found = sorted(called[rank_of].get(wanted, ()))
        if len(found) == 1:
            return NamedNode(found[0])
        if found:
            ids = " or ".join(_tail(kind, iri) for iri in found)
            raise RemitError(f"“{text}” means more than one {kind}.", None, f"Say which by its id: {ids}.")
    known = sorted(spelt)
    near = [spelt[key] for key in difflib.get_close_matches(wanted, known, 4, 0.6)]
    near += [spelt[key] for key in known if len(wanted) > 2 and wanted in key and spelt[key] not in near][
        : 5 - len(near)
    ]
    if not near and len(rows) < 60:
        near = sorted({_tail(kind, iri) for iri, *_ in rows})
    hint = f"Known: {'; '.join(near)}." if near else f"No {kind} has a similar name."
    raise RemitError(f"No {kind} is called “{text}”.", None, hint)


def _tail(kind: str, iri: str) -> str:
    return "/".join(iri.rsplit("/", 3)[1:]) if kind == "cell" else local_name(iri)
