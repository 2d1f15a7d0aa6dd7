"""A page for each pair of activity and topic: the question in each place, who is recorded, who says what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.site.cells import REASONS, Assessment, Cell, Pair, Role, Source
from remit.site.context import Site
from remit.site.page import Page
from remit.words import and_list, capital, count

__all__ = ["pages"]

_RESULTS = {
    "none": "A source reports none",
    "limited": "A source says that there is too little",
    "searched": "Curators looked and found none",
}


def pages(site: Site) -> Iterator[Page]:
    """One page for each pair that has a cell."""
    for pair in site.pairs.values():
        yield Page(site.pair_path(pair), "pair.html", pair.question, "matrix.html", _data(site, pair))


def _data(site: Site, pair: Pair) -> dict[str, Any]:
    groups = [
        (reason, heading, list(pair.roles[reason].values()))
        for reason, heading in REASONS.items()
        if reason in pair.roles
    ]
    everywhere = {cell.place.iri for cell in pair.cells}
    assessments = sorted(
        pair.assessments.values(), key=lambda one: (list(_RESULTS).index(one.result), _newest_first(one.date))
    )
    numbered = _numbered(groups, assessments)
    numbers = {iri: number for number, iri in enumerate(numbered, start=1)}
    cited = [one.sources for one in assessments] + [role.sources for _, _, roles in groups for role in roles]
    for found in cited:
        found.sort(key=lambda source: numbers[source.iri])
    return {
        "pair": pair,
        "sentence": _sentence(site, pair),
        "area": site.words.concepts[site.words.top(pair.activity.iri)],
        "group": site.words.concepts[site.words.top(pair.topic.iri)],
        "groups": groups,
        "assessments": assessments,
        "results": _RESULTS,
        "needs": list(pair.needs.values()),
        "numbered": list(numbered.values()),
        "numbers": numbers,
        "where": lambda places: _where(site, places, everywhere),
        "partly": lambda role: _partly(site, role, everywhere),
        "several": len(pair.cells) > 1,
    }


def _sentence(site: Site, pair: Pair) -> str:
    """The answers in a sentence: ``One recorded in all four places. Said to fall short in Wales.``"""

    def where(cells: list[Cell]) -> str:
        if len(cells) == len(pair.cells) > 1:
            return "in both places" if len(cells) == 2 else f"in all {count(len(cells), 'place')}"
        return f"in {_where(site, [cell.place.iri for cell in cells], set())}"

    by_status: dict[str, list[Cell]] = {}
    for cell in pair.cells:
        by_status.setdefault(cell.status.label, []).append(cell)
    said = capital("; ".join(f"{label} {where(cells)}" for label, cells in by_status.items())) + "."
    short = [cell for cell in pair.cells if cell.falls_short]
    if short and len(pair.cells) > 1:
        return f"{said} Said to fall short {where(short)}."
    return f"{said} A source says that there is too little of it." if short else said


def _newest_first(date: str) -> str:
    """A key that sorts later dates before earlier ones, and undated last."""
    return "".join(chr(0x10FFFF - ord(letter)) for letter in date) or chr(0x10FFFF)


def _where(site: Site, places: list[str], everywhere: set[str]) -> str:
    """The places, in their order; all of them are said as such."""
    if len(everywhere) > 1 and set(places) == everywhere:
        return "all places" if len(everywhere) == len(site.places) else "all places asked about"
    return and_list([place.label for place in site.places if place.iri in places])


def _partly(site: Site, role: Role, everywhere: set[str]) -> str:
    """The places where a role stands for this reason, if that is not told by the place that it is for."""
    labels = and_list([place.label for place in site.places if place.iri in role.places])
    return "" if set(role.places) == everywhere or labels == role.row["rolePlaceLabel"] else labels


def _numbered(groups: list[tuple[str, str, list[Role]]], assessments: list[Assessment]) -> dict[str, Source]:
    """The sources of a page in the order in which they are first named."""
    found: dict[str, Source] = {}
    for one in assessments:
        found.update((source.iri, source) for source in one.sources if source.iri not in found)
    for _, _, roles in groups:
        for role in roles:
            found.update((source.iri, source) for source in role.sources if source.iri not in found)
    return found
