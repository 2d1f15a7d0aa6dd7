"""What changes with time: what ends soon, mergers and renamings, who is no longer there, what began and ended."""

from __future__ import annotations

from collections.abc import Iterator

from remit.site.answers import Row
from remit.site.context import Site
from remit.site.page import Page

__all__ = ["pages"]


def pages(site: Site) -> Iterator[Page]:
    """The one page of changes."""
    events: dict[str, list[Row]] = site.answers.by("time/changes", "event")
    by_year: dict[str, list[Row]] = {}
    for rows in sorted(events.values(), key=lambda rows: rows[0]["date"], reverse=True):
        by_year.setdefault(rows[0]["date"][:4] or "Undated", []).append(rows[0])
    yield Page(
        "changes.html",
        "changes.html",
        "Changes",
        "changes.html",
        {
            "soon": site.soon_until,
            "ending": site.answers.rows("time/ending"),
            "years": list(by_year.items()),
            "events": len(events),
            "gone": site.answers.rows("time/superseded"),
            "baseline": site.snapshot.landscape.baseline,
            "begun": _by_type(site.answers.rows("time/begun")),
            "ended": _by_type(site.answers.rows("time/ended")),
            "orphaned": site.answers.rows("time/orphaned-roles"),
        },
    )


def _by_type(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Rows of bodies, of relationships and of roles, each once."""
    groups: dict[str, dict[str, Row]] = {"body": {}, "role": {}, "relationship": {}}
    for row in rows:
        groups.setdefault(row["recordType"], {}).setdefault(row["record"], row)
    return [(name, list(found.values())) for name, found in groups.items() if found]
