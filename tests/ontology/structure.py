"""What an ontology declares and where it uses it: the parts of OWL 2's structure that the tests look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

__all__ = ["PROPERTY_KINDS", "class_expressions", "declared", "merged", "nodes"]

PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


def merged(files: Iterable[Path]) -> Graph:
    """Several Turtle files as one graph."""
    graph = Graph()
    for file in files:
        graph.parse(file, format="turtle")
    return graph


def nodes(terms: Iterable[Node]) -> set[URIRef]:
    """The IRIs among some terms."""
    return {term for term in terms if isinstance(term, URIRef)}


def declared(graph: Graph) -> dict[Node, set[Node]]:
    """The types of each term; an empty set for a term without any."""
    kinds: dict[Node, set[Node]] = defaultdict(set)
    for term, kind in graph.subject_objects(RDF.type):
        kinds[term].add(kind)
    return kinds


def class_expressions(graph: Graph) -> Iterator[tuple[Node, Node]]:
    """Each named class or datatype that an axiom uses, with the term (or node) whose axiom it is."""
    used = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.someValuesFrom)
    for predicate in used:
        for term, expression in graph.subject_objects(predicate):
            for name in _names(graph, expression):
                yield name, term
    for term, members in graph.subject_objects(OWL.members):
        for member in Collection(graph, members):
            yield member, term


def _names(graph: Graph, expression: Node) -> Iterator[Node]:
    if isinstance(expression, URIRef):
        yield expression
        return
    union = graph.value(expression, OWL.unionOf)
    if union is not None:
        for member in Collection(graph, union):
            yield from _names(graph, member)
