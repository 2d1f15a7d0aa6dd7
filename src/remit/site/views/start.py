"""The start page: what the landscape tells at first sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.site.context import Site
from remit.site.page import Page
from remit.site.views.findings import first_findings
from remit.site.vocabulary import Concept
from remit.site.words import count

__all__ = ["Segment", "pages"]

SHOWN = 6
"""So many lines of each list stand on the start page."""

BAR = 1000
"""The width of the bar of statuses, in its own units."""


@dataclass
class Segment:
    """A status in the bar: how many cells, and where its piece begins and how long it is."""

    concept: Concept
    cells: int
    start: float
    width: float
    path: str


def pages(site: Site) -> Iterator[Page]:
    """The one start page."""
    findings = first_findings(site)
    segments = _segments(site)
    yield Page(
        "index.html",
        "start.html",
        site.title,
        "index.html",
        {
            "sentence": _sentence(site, {finding.name: finding.cells for finding in findings}),
            "figures": site.answers.rows("coverage/landscape"),
            "segments": segments,
            "findings": findings,
            "shown": SHOWN,
            "total": len(site.cells),
        },
    )


def _segments(site: Site) -> list[Segment]:
    counted = [
        (site.words.concepts[row["status"]], int(row["count"])) for row in site.answers.rows("coverage/statuses")
    ]
    total = sum(cells for _, cells in counted) or 1
    segments, start = [], 0.0
    for concept, cells in counted:
        width = cells / total * BAR
        segments.append(
            Segment(concept, cells, round(start, 1), round(width, 1), f"findings/{concept.name}.html" if cells else "")
        )
        start += width
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
        f"{count(missing, 'question')} nobody is recorded and a source says so; {unseen:,} nobody is known to have "
        "looked at."
    )
