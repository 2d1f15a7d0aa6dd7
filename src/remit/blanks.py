"""Triples by subject, with the decision for each blank node whether it is nested, part of a list or named.

A blank node that one triple points at can stand inside that triple; one that several point at, or that lies
in a circle, needs a name. Names come from RDFC-1.0 (https://www.w3.org/TR/rdf-canon/), so that they depend on
the data alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Triple

from remit.errors import RemitError

__all__ = ["FIRST", "NIL", "RDF", "REST", "Graph", "Node", "Term", "natural"]

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FIRST, REST, NIL = NamedNode(RDF + "first"), NamedNode(RDF + "rest"), NamedNode(RDF + "nil")
DIGITS = re.compile(r"(\d+)", re.ASCII)


@lru_cache(maxsize=1 << 16)
def natural(text: str) -> tuple[tuple[str | int, ...], str]:
    """Sort key that counts: ``x.2`` before ``x.10``. Even places hold text, odd ones numbers."""
    parts: list[str | int] = list(DIGITS.split(text))
    parts[1::2] = [int(number) if len(number) < 20 else 10**20 for number in map(str, parts[1::2])]
    return tuple(parts), text


class Graph:
    """A graph to be written.

    Attributes:
        says: for each subject its predicates, and for each predicate its objects.
        inner: blank nodes that some triple points at.
        nested: those of them that can be written where they are pointed at.
        tails: nodes of well-formed lists, with what follows each: another such node or rdf:nil.
        names: the other inner blank nodes with their names, in the order of their names.

    Raises:
        RemitError: a triple is about a triple (RDF 1.2).
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        distinct = set(triples)
        self._index(distinct)
        if self.inner != self.nested:
            # These need names: the algorithm's, which depend on the data alone.
            dataset = Dataset(Quad(triple.subject, triple.predicate, triple.object) for triple in distinct)
            dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
            self._index({quad.triple for quad in dataset})
        ranked = sorted(self.inner - self.nested, key=lambda node: natural(node.value))
        self.names = {node: f"_:b{number}" for number, node in enumerate(ranked, 1)}
        self.tails = self._tails()

    def _index(self, triples: set[Triple]) -> None:
        self.says: dict[Node, dict[NamedNode, list[Term]]] = {}
        parents: dict[BlankNode, Node] = {}
        references: Counter[BlankNode] = Counter()
        for triple in triples:
            subject, obj = triple.subject, triple.object
            if isinstance(subject, Triple) or isinstance(obj, Triple):
                raise RemitError(
                    "A triple about a triple cannot be written.", remedy="State it with a node of its own."
                )
            self.says.setdefault(subject, {}).setdefault(triple.predicate, []).append(obj)
            if isinstance(obj, BlankNode):
                references[obj] += 1
                parents[obj] = subject
        once = {node for node, count in references.items() if count == 1}
        self.inner = set(references)
        self.nested = once - _in_cycles(once, parents)

    def _tails(self) -> dict[BlankNode, Term]:
        """Nodes that say rdf:first and rdf:rest once and no more, with what follows, if it ends well."""
        tails: dict[BlankNode, Term] = {}
        for node in self.nested:
            says = self.says.get(node, {})
            if says.keys() == {FIRST, REST} and len(says[FIRST]) == len(says[REST]) == 1:
                tails[node] = says[REST][0]
        ends: dict[BlankNode, bool] = {}
        for node in tails:
            path: list[BlankNode] = []
            at: Term = node
            while isinstance(at, BlankNode) and at in tails and at not in ends:
                path.append(at)
                at = tails[at]
            good = at == NIL or (isinstance(at, BlankNode) and ends.get(at, False))
            ends.update(dict.fromkeys(path, good))
        return {node: tail for node, tail in tails.items() if ends[node]}


def _in_cycles(nodes: set[BlankNode], parents: Mapping[BlankNode, Node]) -> set[BlankNode]:
    """Of nodes with one parent each, those that are their own ancestors: nothing could nest them."""
    cyclic: set[BlankNode] = set()
    seen: set[BlankNode] = set()
    for node in nodes:
        path: dict[BlankNode, None] = {}
        at: Node = node
        while isinstance(at, BlankNode) and at in nodes and at not in seen and at not in path:
            path[at] = None
            at = parents[at]
        if isinstance(at, BlankNode) and at in path:
            walked = list(path)
            cyclic.update(walked[walked.index(at) :])
        seen.update(path)
    return cyclic
