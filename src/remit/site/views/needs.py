"""The needs: what each asks, how far it is recorded in each place, and the group's own affairs apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.answers import Row
from remit.site.cells import Cell, Pair
from remit.site.context import Site
from remit.site.page import Page

__all__ = ["Need", "State", "pages"]


@dataclass
class State:
    """How a need stands in a place, or in all: for how many of its cells a body is recorded."""

    cells: int
    recorded: int
    short: int

    @property
    def words(self) -> str:
        """``all 4``, ``3 of 4``, ``none of 4``; "" where it asks nothing."""
        if not self.cells:
            return ""
        if self.recorded == self.cells:
            return f"all {self.cells}" if self.cells > 1 else "recorded"
        if not self.recorded:
            return f"none of {self.cells}" if self.cells > 1 else "not recorded"
        return f"{self.recorded} of {self.cells}"

    @property
    def name(self) -> str:
        """``all``, ``some`` or ``none``."""
        return "all" if self.recorded == self.cells else "some" if self.recorded else "none"


@dataclass
class Need:
    """A need with its state in each place, and the pairs of activity and topic that it asks for."""

    row: Row
    said: Row
    raised_by: list[Row]
    overall: State
    places: list[State | None]
    pairs: list[tuple[Pair, list[Cell]]]


def pages(site: Site) -> Iterator[Page]:
    """The one page of needs."""
    raised: dict[str, list[Row]] = site.answers.by("profile/needs-raised", "need")
    said = {need: rows[0] for need, rows in site.answers.by("coverage/cell-needs", "need").items()}
    by_place = site.answers.by("needs/by-place", "need")
    cells = site.answers.by("needs/cells-of-a-need", "need")
    kinds: dict[str, list[Need]] = {}
    for row in site.answers.rows("needs/overall"):
        iri = row["need"]
        states = {one["place"]: _state(one) for one in by_place.get(iri, ())}
        need = Need(
            row,
            (raised.get(iri) or [said.get(iri, {})])[0],
            raised.get(iri, []),
            _state(row),
            [states.get(place.iri) for place in site.places],
            _pairs(site, cells.get(iri, [])),
        )
        kinds.setdefault(row["kind"], []).append(need)
    order = {iri: number for number, iri in enumerate(site.words.concepts)}
    all_needs = [need for needs in kinds.values() for need in needs]
    group: dict[str, list[Row]] = site.answers.by("needs/group-affairs", "need")
    yield Page(
        "needs.html",
        "needs.html",
        "Needs",
        "needs.html",
        {
            "kinds": sorted(kinds.items(), key=lambda item: order.get(item[0], len(order))),
            "total": len(all_needs),
            "tally": {name: _count(all_needs, name) for name in ("all", "some", "none")},
            "short": sum(need.overall.short > 0 for need in all_needs),
            "group": list(group.values()),
            "askers": site.answers.rows("needs/asked-by"),
        },
    )


def _count(needs: list[Need], name: str) -> int:
    """How many needs that ask something are recorded for all, some or none of it."""
    return sum(need.overall.cells > 0 and need.overall.name == name for need in needs)


def _state(row: Row) -> State:
    return State(int(row["cells"] or 0), int(row["recorded"] or 0), int(row["saidToFallShort"] or 0))


def _pairs(site: Site, rows: list[Row]) -> list[tuple[Pair, list[Cell]]]:
    found: dict[tuple[str, str], tuple[Pair, list[Cell]]] = {}
    for row in rows:
        pair, cell = site.cells[row["cell"]]
        found.setdefault(pair.iris, (pair, []))[1].append(cell)
    return list(found.values())
