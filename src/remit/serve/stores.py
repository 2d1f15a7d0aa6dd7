"""The dataset in memory, so laid out that a question to one graph is not slowed by the others.

An engine in memory finds a triple by following all that its subject, or object, has in any graph. The same triples
stand in several graphs (snapshots are made of the others), so that a question takes about three times as long there.
Most questions ask the day's snapshot alone: it lies in a store of its own besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store

from remit.dataset import Graph
from remit.guard import may_hold

__all__ = ["Stores"]


@dataclass(frozen=True)
class Stores:
    """A dataset.

    Attributes:
        whole: all graphs by their names, and the day's snapshot as the default graph.
        day: the day's snapshot alone, as the default graph.
        graphs: the names of the graphs.
        today: the name of the day's snapshot.
    """

    whole: Store
    day: Store
    graphs: frozenset[str]
    today: str

    @classmethod
    def of(cls, graphs: Sequence[Graph]) -> Stores:
        """The dataset of some graphs, the first of which is the day's snapshot."""
        whole, day = Store(), Store()
        for store in (whole, day):
            store.bulk_extend(Quad(one.subject, one.predicate, one.object) for one in graphs[0].triples)
        for graph in graphs:
            name = NamedNode(graph.name)
            whole.bulk_extend(Quad(one.subject, one.predicate, one.object, name) for one in graph.triples)
        return cls(whole, day, frozenset(graph.name for graph in graphs), graphs[0].name)

    def only_day(self, query: str, default: Sequence[str] | None) -> bool:
        """Whether a query can see nothing but the day's snapshot.

        Args:
            query: its text; other graphs are reached by GRAPH alone.
            default: the graphs that the request or the query names as its default graph; None where neither does.
        """
        return (default is None or list(default) == [self.today]) and not may_hold(query, "graph")
