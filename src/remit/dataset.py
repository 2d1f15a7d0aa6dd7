"""The named graphs of a landscape, as an endpoint offers them and as they are pushed into another engine.

===============================  =============================================================================
graph (below the base)           holds
===============================  =============================================================================
``graph/statements``             what the landscape's files state
``graph/ontology``               the vocabulary that is the same for every landscape
``graph/inferred``               what follows today, and the snapshot's own node
``snapshot/DAY``                 all three together, as of that day: today, and the day to compare with
===============================  =============================================================================

A snapshot's graph has the name of the node that describes it, so that any engine can be asked which days it offers.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Triple

from remit.content import ontology_files
from remit.errors import RemitError
from remit.infer import Snapshot, infer
from remit.load import Stated, triples_of
from remit.terms import REMIT

__all__ = ["OFFERED", "Graph", "graphs_of", "statements_graph"]

OFFERED = f"SELECT ?graph ?day WHERE {{ GRAPH ?graph {{ ?graph a <{REMIT}Snapshot> ; <{REMIT}asOf> ?day }} }}"
"""Asks any engine for the snapshots that it holds: their graphs, and their days."""


@dataclass(frozen=True)
class Graph:
    """One named graph.

    Attributes:
        name: its IRI.
        title: what it holds, in a few words for people.
        day: of a snapshot, the day that it is as of, YYYY-MM-DD; otherwise "".
        triples: its content, each triple once.
    """

    name: str
    title: str
    day: str
    triples: list[Triple]


def statements_graph(base: str) -> str:
    """The name of the graph that holds what is stated; see :func:`graphs_of`."""
    return f"{base}graph/statements"


def graphs_of(stated: Stated, as_of: str | None = None, days: tuple[str, ...] | None = None) -> list[Graph]:
    """The named graphs of a landscape; the first is the snapshot of the day asked for.

    Args:
        stated: the landscape.
        as_of: the day of the first snapshot, YYYY-MM-DD; today when None.
        days: the days of further snapshots; the landscape's baseline, if it states one, when None.

    Raises:
        RemitError: as :func:`remit.infer.infer`; the same IRI would name two graphs.
    """
    landscape = stated.landscape
    main = infer(stated, as_of)
    if days is None:
        days = (landscape.baseline,) if landscape.baseline else ()
    made = [_snapshot(main, "the day's snapshot: vocabulary, statements, and what follows")]
    made += [
        _snapshot(infer(stated, day), "the snapshot to compare with")
        for day in dict.fromkeys(days)
        if day != main.as_of
    ]
    made.append(Graph(statements_graph(landscape.base), "what is stated", "", list(stated.statements())))
    made.append(Graph(f"{landscape.base}graph/ontology", "the vocabulary", "", list(triples_of(ontology_files()))))
    inferred = [*main.node, *main.derived]
    made.append(Graph(f"{landscape.base}graph/inferred", f"what follows on {main.as_of}", "", inferred))
    names = [graph.name for graph in made]
    if len(set(names)) < len(names):
        raise RemitError("Two graphs would have one name.", landscape.base, "Name each day once.")
    return made


def _snapshot(snapshot: Snapshot, title: str) -> Graph:
    name = f"{snapshot.landscape.base}snapshot/{snapshot.as_of}"
    return Graph(name, title, snapshot.as_of, list(snapshot.engine.triples()))
