"""What is known about one thing, as text for a terminal: a cell, an organisation."""

from __future__ import annotations

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable

from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot
from remit.site.words import capital, date, period

__all__ = ["cell_cards", "organisation_card"]

Row = dict[str, str]

REASONS = {
    "covering": "recorded",
    "within": "recorded, as part of a body that is recorded too",
    "doubtful": "recorded, not confirmed",
    "general": "with a general remit",
    "announced": "announced",
    "former": "recorded as ended",
}
"""The reason for which a role stands in a cell, in words for people."""


_STANDINGS = {"former": "ended", "announced": "planned"}


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 110)


def _entry(text: str, indent: int = 2) -> str:
    return textwrap.fill(
        " ".join(text.split()), _width(), initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
    )


def _section(title: str, entries: Iterable[str]) -> list[str]:
    lines = [entry for entry in entries if entry]
    return ["", f"{title} ({len(lines)})", *map(_entry, lines)] if lines else []


def _rows(snapshot: Snapshot, name: str, values: dict[str, str]) -> list[Row]:
    return ask(snapshot.engine, find(name), **values).dicts()


def _by(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _source(row: Row) -> str:
    told = ", ".join(filter(None, (row["publisher"], date(row["published"]) or "undated")))
    second_hand = ", second-hand" if row["secondary"] == "true" else ""
    return f"{row['title']} ({told}{second_hand}) {row['url']}"


def cell_cards(snapshot: Snapshot, values: dict[str, str]) -> str:
    """The cells of an activity and a topic, in one place or in each: question, status, who, needs, evidence.

    Args:
        snapshot: the landscape on a date.
        values: the parameters activity, topic and, where only one place is asked for, place.
    """
    cells = _rows(snapshot, "coverage/cell", values)
    if not cells:
        return (
            "No cell: no need asks for it, no assessment names it and no role was ever recorded in it.\n"
            "That says nothing about the world; nobody has looked.\n"
        )
    holders = _by(_rows(snapshot, "coverage/cell-holders", values), "cell")
    flags = _by(_rows(snapshot, "coverage/cell-flags", values), "cell")
    needs = _by(_rows(snapshot, "coverage/cell-needs", values), "cell")
    said = _by(_rows(snapshot, "coverage/cell-assessments", values), "cell")
    evidence = _by(_rows(snapshot, "coverage/cell-evidence", values), "cell")
    texts = []
    for cell in cells:
        iri = cell["cell"]
        marks = "; ".join(row["flagLabel"] for row in flags[iri])
        lines = [
            f"{cell['question']}",
            f"  {cell['symbol']} {capital(cell['statusLabel'])}{f' ({marks})' if marks else ''}",
            f"  as of {date(snapshot.as_of)}; {'/'.join(iri.rsplit('/', 3)[1:])}",
        ]
        for reason, words in REASONS.items():
            roles = [row for row in holders[iri] if row["reason"] == reason]
            lines += _section(capital(words), (_role_in_cell(row) for row in roles))
        lines += _section(
            "Assessments",
            (
                f"{capital(row['resultLabel'])}, {date(row['date']) or 'undated'}: {row['note'] or row['searchedIn']}"
                for row in said[iri]
            ),
        )
        lines += _section("Needs that ask for it", (row["needLabel"] for row in needs[iri]))
        lines += _section("Sources", dict.fromkeys(_source(row) for row in evidence[iri]))
        texts.append("\n".join(lines))
    return "\n\n".join(texts) + "\n"


def _role_in_cell(row: Row) -> str:
    about = [
        row["levelLabel"],
        period(row["start"], row["end"], standing=_STANDINGS.get(row["reason"], "")),
        row["gradeLabel"],
    ]
    note = f". {row['note']}" if row["note"] else ""
    return f"{row['organisationLabel']}: {', '.join(filter(None, about))}{note}"
