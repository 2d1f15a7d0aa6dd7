"""A snapshot that lies in an engine at an address, put there by ``remit push`` or served by ``remit serve``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pyoxigraph import Quad, Store, Triple

from remit.dataset import OFFERED, statements_graph
from remit.dates import as_day
from remit.engine import OxigraphEngine
from remit.engine.endpoint import EndpointEngine
from remit.errors import RemitError
from remit.infer import Snapshot
from remit.landscape import describe
from remit.load import Stated
from remit.terms import REMIT

__all__ = ["RemoteStated", "open_endpoint"]

_ALONE = f"SELECT ?snapshot ?day WHERE {{ ?snapshot a <{REMIT}Snapshot> ; <{REMIT}asOf> ?day }}"


class RemoteStated(Stated):
    """What a landscape states, in the graph of an engine; nothing is known about files."""

    def __init__(self, engine: EndpointEngine) -> None:
        landscape = describe(engine, engine.url)
        super().__init__(Path(engine.url), (), landscape)
        self._remote = engine.with_graph(statements_graph(landscape.base)) if engine.graph else engine

    def statements(self) -> Iterator[Triple]:
        """What is stated, without the vocabulary."""
        return self._remote.triples()

    def store(self) -> Store:
        """What is stated, fetched into a store of one's own."""
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in self.statements())
        return store

    @cached_property
    def engine(self) -> OxigraphEngine:
        """What is stated, fetched."""
        return OxigraphEngine(self.store())

    @cached_property
    def blocks(self) -> dict[str, list[str]]:
        """Nothing: no file is known."""
        return {}


def open_endpoint(url: str, as_of: str | None = None, timeout: float = 300) -> Snapshot:
    """The snapshot of a day in the engine at an address.

    Args:
        url: the address of its queries.
        as_of: YYYY-MM-DD; the latest day that is offered when None.
        timeout: seconds that a query may take.

    Raises:
        RemitError: the engine cannot be reached, or holds no snapshot of that day; the days it offers are named.
    """
    engine = EndpointEngine(url, timeout=timeout)
    offered: dict[str, str] = {}
    base = ""
    for graph, of_day in engine.select(OFFERED).texts():
        # the graph of a snapshot has the name of its node; what follows alone is in a graph of another name
        if not graph.endswith(f"/{of_day}"):
            continue
        if offered and base != graph.removesuffix(of_day):
            raise RemitError(
                f"The engine holds several landscapes: {base} and {graph.removesuffix(of_day)}.",
                url,
                "Put each into an engine or a repository of its own.",
            )
        base = graph.removesuffix(of_day)
        offered[of_day] = graph
    if not offered:
        # no named graphs: the engine's own default graph may be a snapshot
        offered = {day: "" for _, day in engine.select(_ALONE).texts()}
    if not offered:
        raise RemitError(
            "The engine holds no snapshot of a landscape.", url, "Put one there: remit push --to ADDRESS-OF-ITS-STORE"
        )
    day = as_day(as_of, "--as-of") if as_of else max(offered)
    if day not in offered:
        raise RemitError(
            f"The engine holds no snapshot as of {day}.",
            url,
            f"It offers {', '.join(sorted(offered))}; or push this one: remit push --as-of {day} --to …",
        )
    chosen = engine.with_graph(offered[day])
    return Snapshot(RemoteStated(chosen), day, chosen)
