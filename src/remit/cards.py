"""What is known about one thing, as text for a terminal: a cell, an organisation."""

from __future__ import annotations

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from pyoxigraph import NamedNode

from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot
from remit.terms import local_name
from remit.words import capital, date, period

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
        " ".join(text.split()),
        _width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False,
        break_long_words=False,
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
    names = (
        "cell",
        "cell-holders",
        "cell-general-holders",
        "cell-flags",
        "cell-needs",
        "cell-assessments",
        "cell-evidence",
        "general-role-sources",
    )
    cells, standing, general, flagged, needed, assessed, backed, behind = _together(
        snapshot, (f"coverage/{name}" for name in names), values
    )
    if not cells:
        return (
            "No cell: no need asks for it, no assessment names it and no role was ever recorded in it.\n"
            "That says nothing about the world; nobody has looked.\n"
        )
    holders = _by([*standing, *general], "cell")
    flags, needs, said, evidence = (_by(rows, "cell") for rows in (flagged, needed, assessed, backed))
    cited = _by(behind, "role")
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
        sources = [
            *evidence[iri],
            *(source for role in general if role["cell"] == iri for source in cited[role["role"]]),
        ]
        lines += _section("Sources", dict.fromkeys(map(_source, sources)))
        texts.append("\n".join(lines))
    return "\n\n".join(texts) + "\n"


def _together(snapshot: Snapshot, names: Iterable[str], values: dict[str, str]) -> list[list[Row]]:
    """The answers to several questions, asked at the same time: the engine lets other threads run while it answers."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda name: _rows(snapshot, name, values), names))


def _role_in_cell(row: Row) -> str:
    about = [
        row["levelLabel"],
        period(row["start"], row["end"], standing=_STANDINGS.get(row["reason"], "")),
        row["gradeLabel"],
    ]
    note = f". {row['note']}" if row["note"] else ""
    return f"{row['organisationLabel']}: {', '.join(filter(None, about))}{note}"


def organisation_card(snapshot: Snapshot, organisation: NamedNode) -> str:
    """What the landscape says about an organisation: itself, its roles, relationships, resources and sources.

    Args:
        snapshot: the landscape on a date.
        organisation: its IRI.
    """
    values = {"organisation": organisation.value}
    about = _rows(snapshot, "profile/organisation", values)[0]
    names = [row["name"] for row in _rows(snapshot, "profile/names", values)]
    places = [row["placeLabel"] for row in _rows(snapshot, "profile/places", values)]
    short = f" ({about['abbreviation']})" if about["abbreviation"] else ""
    existed = period(about["start"], about["end"])
    gone = "" if about["current"] == "true" else f"does not exist on {date(snapshot.as_of)}"
    head = [
        f"{about['organisationLabel']}{short}",
        _entry("; ".join(filter(None, (about["kindLabel"], ", ".join(places), existed, gone)))),
        _entry(about["description"]) if about["description"] else "",
        _entry(f"Also: {'; '.join(names)}") if names else "",
        _entry(about["homepage"]) if about["homepage"] else "",
        _entry(f"{about['unverifiedHomepage']} (not verified)") if about["unverifiedHomepage"] else "",
        _entry(f"Basis: {about['basisLabel']}. As of {date(snapshot.as_of)}. Id: {local_name(organisation.value)}"),
    ]
    lines = [line for line in head if line]
    roles = _rows(snapshot, "profile/roles", values)
    now = [row for row in roles if row["current"] == "true"]
    lines += _section("Roles now", map(_role, now))
    lines += _section("Roles not current", (_role(row) for row in roles if row["current"] != "true"))
    links = _rows(snapshot, "profile/relationships", values)
    lines += _section("Relationships now", (_link(row) for row in links if row["current"] == "true"))
    lines += _section("Relationships not current", (_link(row) for row in links if row["current"] != "true"))
    lines += _section("Resources", map(_resource, _rows(snapshot, "profile/resources", values)))
    alone = _rows(snapshot, "profile/what-end-leaves-empty", values)
    lines += _section("Cells that rest on it alone", (row["question"] for row in alone))
    lines += _section("Sources", map(_source, _rows(snapshot, "profile/sources", values)))
    return "\n".join(lines) + "\n"


def _role(row: Row) -> str:
    when = period(row["start"], row["end"], standing=row["standingLabel"])
    about = [row["placeLabel"], row["levelLabel"], when, row["gradeLabel"]]
    doubt = "" if row["standingLabel"] in ("confirmed", "ended", "planned") else f" [{row['standingLabel']}]"
    note = f". {row['note']}" if row["note"] else ""
    return f"{row['activityLabel']}: {row['topicLabel']}; {', '.join(filter(None, about))}{doubt}{note}"


def _link(row: Row) -> str:
    when = period(row["start"], row["end"])
    note = f". {row['note']}" if row["note"] else ""
    return f"{row['relationLabel']} {row['otherLabel']}{f' ({when})' if when else ''}{note}"


def _resource(row: Row) -> str:
    about = ", ".join(filter(None, (row["kindLabel"], row["accessLabel"], period(row["start"], row["end"]))))
    return f"{row['resourceLabel']} ({about}) {row['page']}"
