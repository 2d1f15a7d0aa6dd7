"""What changes with time: what ends soon, mergers and renamings, who is no longer there, what began and ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.answers import Row
from remit.site.context import Site
from remit.site.page import Page

__all__ = ["Event", "pages"]


@dataclass(frozen=True)
class Event:
    """A merger, renaming or closure: in words, when, and the bodies before and after, as IRI and name."""

    label: str
    date: str
    before: list[tuple[str, str]]
    after: list[tuple[str, str]]


def pages(site: Site) -> Iterator[Page]:
    """The one page of changes."""
    events = [
        Event(rows[0]["eventLabel"], rows[0]["date"], _bodies(rows, "organisation"), _bodies(rows, "successor"))
        for rows in site.answers.by("time/changes", "event").values()
    ]
    events.sort(key=lambda event: event.date, reverse=True)
    yield Page(
        "changes.html",
        "changes.html",
        "Changes",
        "changes.html",
        {
            "soon": site.soon_until,
            "ending": site.answers.rows("time/ending"),
            "events": events,
            "gone": site.answers.rows("time/superseded"),
            "baseline": site.snapshot.landscape.baseline,
            "begun": _by_type(site.answers.rows("time/begun")),
            "ended": _by_type(site.answers.rows("time/ended")),
            "orphaned": site.answers.rows("time/orphaned-roles"),
        },
    )


def _bodies(rows: list[Row], column: str) -> list[tuple[str, str]]:
    """The organisations of a column, each once."""
    return list(dict.fromkeys((row[column], row[f"{column}Label"]) for row in rows if row[column]))


def _by_type(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """Rows of bodies, of relationships and of roles, each once."""
    groups: dict[str, dict[str, Row]] = {"body": {}, "role": {}, "relationship": {}}
    for row in rows:
        groups.setdefault(row["recordType"], {}).setdefault(row["record"], row)
    return [(name, list(found.values())) for name, found in groups.items() if found]
