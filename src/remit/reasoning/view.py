"""What a reasoner is given of a landscape.

OWL 2 knows no partial dates and nothing of "not recorded", so what rests on either is taken from the rules: what is
current, which relations hold, and in which areas a body is active. Texts and dates are left out: they entail nothing,
and HermiT stops at a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from remit.infer import Snapshot
from remit.terms import PREFIXES, RDF_TYPE, REMIT, XSD

__all__ = ["different", "for_classes", "for_explanation", "whole"]

OWL = PREFIXES["owl"]
RDF = PREFIXES["rdf"]
RDFS = PREFIXES["rdfs"]
CURRENT = NamedNode(REMIT + "Current")
SOURCE = NamedNode(PREFIXES["dcterms"] + "source")
ORDER = NamedNode(REMIT + "order")
CHAIN = NamedNode(OWL + "propertyChainAxiom")
EQUIVALENT = NamedNode(OWL + "equivalentClass")
DATES = {XSD + name for name in ("date", "gYear", "gYearMonth")}
SILENT = {OWL + "imports", OWL + "versionInfo", RDFS + "isDefinedBy", RDFS + "label", RDFS + "comment"}

FROM_RULES = f"""
SELECT DISTINCT ?property WHERE {{
  {{ ?relation <{REMIT}directProperty> ?property }} UNION {{ VALUES ?property {{ <{REMIT}activeIn> }} }}
}}
"""
ONE_LIST = f"""
SELECT DISTINCT ?list ?concept WHERE {{
  {{ ?property <{REMIT}valuesFrom> ?list . ?concept <{PREFIXES["skos"]}inScheme> ?list }}
  UNION {{ ?body <{REMIT}activeIn> ?concept . BIND(<{REMIT}activeIn> AS ?list) }}
}} ORDER BY ?list ?concept
"""


def whole(snapshot: Snapshot) -> list[Triple]:
    """All that a reasoner can use: ontology, what is stated, and from the rules what dates decide."""
    engine = snapshot.engine
    kinds = f"SELECT ?property WHERE {{ ?property a <{OWL}AnnotationProperty> }}"
    silent = {row[0] for row in engine.select(kinds).texts()} | SILENT | {ORDER.value}
    decided = {row[0] for row in engine.select(FROM_RULES).texts()}
    given = [quad.triple for quad in snapshot.stated.engine.store]
    given += [
        triple
        for triple in snapshot.derived
        if triple.predicate.value in decided or (triple.predicate == RDF_TYPE and triple.object == CURRENT)
    ]
    kept = [triple for triple in given if _speaks(triple, silent)]
    lists: dict[str, list[NamedNode]] = {}
    for name, concept in engine.select(ONE_LIST).texts():
        lists.setdefault(name, []).append(NamedNode(concept))
    for members in lists.values():
        kept += different(members)
    return kept


def _speaks(triple: Triple, silent: set[str]) -> bool:
    if triple.predicate.value in silent:
        return False
    if triple.predicate == RDF_TYPE and triple.object == NamedNode(OWL + "Ontology"):
        return False
    return not (isinstance(triple.object, Literal) and triple.object.datatype.value in DATES)


def different(members: Sequence[NamedNode]) -> list[Triple]:
    """That things are all different, which OWL does not take from their having different names."""
    if len(members) < 2:
        return []
    nodes = [BlankNode() for _ in members]
    head = BlankNode()
    triples = [
        Triple(head, RDF_TYPE, NamedNode(OWL + "AllDifferent")),
        Triple(head, NamedNode(OWL + "distinctMembers"), nodes[0]),
    ]
    rests: list[NamedNode | BlankNode] = [*nodes[1:], NamedNode(RDF + "nil")]
    for node, member, rest in zip(nodes, members, rests, strict=True):
        triples += [Triple(node, NamedNode(RDF + "first"), member), Triple(node, NamedNode(RDF + "rest"), rest)]
    return triples


def for_explanation(triples: Iterable[Triple]) -> list[Triple]:
    """Without the defined classes, by which Pellet takes minutes instead of seconds.

    They say what follows and forbid nothing, so no contradiction rests on them alone.
    """
    kept = list(triples)
    defined: set[object] = {triple.subject for triple in kept if triple.predicate in (EQUIVALENT, CHAIN)}
    return _without(kept, defined)


def for_classes(triples: Iterable[Triple]) -> list[Triple]:
    """The part on which membership of the defined classes rests.

    Kept: the properties that the definitions name, what is current, and one source of each role and resource that
    cites any: that they are cited is all that the definitions ask of sources.
    """
    kept = list(triples)
    named = _in_definitions(kept)
    declared = {
        triple.subject
        for triple in kept
        if triple.predicate == RDF_TYPE
        and isinstance(triple.object, NamedNode)
        and triple.object.value in (OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty")
    }
    kept = _without(kept, {one for one in declared if one not in named})
    classes: dict[object, set[object]] = {}
    for triple in kept:
        if triple.predicate == RDF_TYPE:
            classes.setdefault(triple.subject, set()).add(triple.object)
    dated = {NamedNode(REMIT + name) for name in ("Role", "Relationship", "Resource")}
    over = {thing for thing, of in classes.items() if of & dated and CURRENT not in of}
    kept = [triple for triple in kept if triple.subject not in over and triple.object not in over]
    cites: dict[object, Triple] = {}
    asked = {NamedNode(REMIT + name) for name in ("Role", "Resource")}
    for triple in sorted((one for one in kept if one.predicate == SOURCE), key=str):
        if classes.get(triple.subject, set()) & asked:
            cites.setdefault(triple.subject, triple)
    chosen = set(cites.values())
    kept = [triple for triple in kept if triple.predicate != SOURCE or triple in chosen]
    linked = {NamedNode(REMIT + "Organisation")}
    used: set[object] = set()
    for triple in kept:
        if triple.predicate != RDF_TYPE:
            used |= {triple.subject, triple.object}
    return [triple for triple in kept if triple.subject in used or classes[triple.subject] & linked]


def _in_definitions(triples: list[Triple]) -> set[object]:
    """Everything that the definitions of classes name, and what is said in their blank nodes."""
    says: dict[object, list[Triple]] = {}
    for triple in triples:
        says.setdefault(triple.subject, []).append(triple)
    todo: list[object] = [triple.object for triple in triples if triple.predicate in (EQUIVALENT, CHAIN)]
    todo += [triple.subject for triple in triples if triple.predicate == CHAIN]
    # what a class entails by restrictions on itself belongs to its definition too (owl:hasSelf)
    selves = {triple.subject for triple in triples if triple.predicate == NamedNode(OWL + "hasSelf")}
    todo += list(selves)
    seen: set[object] = set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        if isinstance(node, BlankNode):
            todo += [triple.object for triple in says.get(node, ())]
    return seen


def _without(triples: list[Triple], gone: set[object]) -> list[Triple]:
    """Without some names, and without each axiom that mentions one in its blank nodes."""
    gone = set(gone)
    while True:
        more = {
            triple.subject
            for triple in triples
            if isinstance(triple.subject, BlankNode)
            and triple.subject not in gone
            and (triple.object in gone or triple.predicate in gone)
        }
        if not more:
            break
        gone |= more
    return [
        triple
        for triple in triples
        if triple.subject not in gone and triple.object not in gone and triple.predicate not in gone
    ]
