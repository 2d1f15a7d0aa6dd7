"""The start page: what the landscape tells at first sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remit.site.context import Site
from remit.site.page import Page
from remit.site.views.findings import first_findings
from remit.site.views.reference import Download
from remit.vocabulary import Concept
from remit.words import count

__all__ = ["Figure", "Segment", "pages"]

SHOWN = 6
"""So many lines of each list stand on the start page."""

BAR = 1000
"""The width of the bar of statuses, in its own units."""

LEAST = 6
"""The least width of a status that occurs."""


@dataclass(frozen=True)
class Figure:
    """How many of something are recorded, and how many of them hold on the date; None where that is not asked."""

    label: str
    count: int
    current: int | None


@dataclass
class Segment:
    """A status in the bar: how many cells, and where its piece begins and how long it is."""

    concept: Concept
    cells: int
    start: float
    width: float
    path: str


def pages(site: Site, reports: Sequence[Download] = ()) -> Iterator[Page]:
    """The one start page; it links the report where there is one."""
    findings = first_findings(site)
    segments = _segments(site)
    yield Page(
        "index.html",
        "start.html",
        site.title,
        "index.html",
        {
            "sentence": _sentence(site, {finding.name: finding.cells for finding in findings}),
            "figures": _figures(site),
            "reports": reports,
            "segments": segments,
            "findings": findings,
            "shown": SHOWN,
            "total": len(site.cells),
        },
    )


def _figures(site: Site) -> list[Figure]:
    """What the landscape holds; how much of it is current stands with the whole."""
    # the sentence above tells of the cells already, by the name that readers know them by
    rows = {row["figure"]: row for row in site.answers.rows("coverage/landscape") if row["figure"] != "cells"}
    current = {name: rows.pop(f"current-{name}") for name in list(rows) if f"current-{name}" in rows}
    return [
        Figure(row["figureLabel"], int(row["count"]), int(current[name]["count"]) if name in current else None)
        for name, row in rows.items()
    ]


def _segments(site: Site) -> list[Segment]:
    counted = [
        (site.words.concepts[row["status"]], int(row["count"])) for row in site.answers.rows("coverage/statuses")
    ]
    total = sum(cells for _, cells in counted) or 1
    # a single cell is seen too
    widths = [max(cells / total * BAR, LEAST) if cells else 0 for _, cells in counted]
    shrink = BAR / (sum(widths) or 1)
    segments, start = [], 0.0
    for (concept, cells), width in zip(counted, widths, strict=True):
        path = f"findings/{concept.name}.html" if cells else ""
        segments.append(Segment(concept, cells, round(start, 1), round(width * shrink, 1), path))
        start += width * shrink
    return segments


def _sentence(site: Site, cells: dict[str, int]) -> str:
    """The landscape in a sentence or two."""
    total = len(site.cells)
    if not total:
        return (
            "Nothing is asked of this landscape yet: no need, no assessment and no role names an activity and a topic."
        )
    held = sum(cell.holders > 0 for _, cell in site.cells.values())
    places = site.places
    where = f"in each of {count(len(places), 'place')}" if len(places) > 1 else f"in {places[0].label}"
    missing, unseen = cells["confirmed-gap"], cells["not-recorded"]
    short = cells["recorded-yet-said-to-fall-short"]
    return (
        f"This landscape asks who does what, on which topic, {where}: {count(total, 'question')} in all. For {held:,} "
        f"somebody is recorded, and of {short:,} of these a source says that it is not enough. For "
        f"{count(missing, 'question')} nobody is recorded and a source says so; for {unseen:,} there is no record "
        "yet."
    )
