"""The sources: how old they are, who published them, and for which organisations they are cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.answers import Row
from remit.site.context import Site
from remit.site.page import Page

__all__ = ["Year", "pages"]


@dataclass
class Year:
    """The sources of a year, or the undated ones, and their share of the largest year in percent."""

    label: str
    rows: list[Row]
    share: float


def pages(site: Site) -> Iterator[Page]:
    """The one page of sources."""
    rows = site.answers.rows("quality/sources")
    years: dict[str, list[Row]] = {}
    for row in rows:
        years.setdefault(row["published"][:4], []).append(row)
    most = max((len(found) for found in years.values()), default=1)
    dated = sorted((year for year in years if year), reverse=True)
    ordered = [Year(year, years[year], 100 * len(years[year]) / most) for year in dated]
    if "" in years:
        ordered.append(Year("Undated", years[""], 100 * len(years[""]) / most))
    yield Page(
        "sources.html",
        "sources.html",
        "Sources",
        "sources.html",
        {
            "years": ordered,
            "total": len(rows),
            "undated": len(years.get("", ())),
            "publishers": len({row["publisher"].casefold() for row in rows}),
            "secondary": sum(row["secondary"] == "true" for row in rows),
            "cited_for": site.answers.by("profile/sources", "source"),
            "grades": site.words.closed("grade"),
            "graded": site.answers.by("quality/evidence-grades", "type"),
        },
    )
