"""Sentences about cells: what each kind of finding says, from its data, as a person would write it.

Records are a sample: the sentences say *recorded*, and what is not recorded is never called missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from remit import words
from remit.analysis.cells import Assessment, CellFacts, Role
from remit.analysis.reading import Reading, over_by

__all__ = ["assessment_says", "cell_sentence", "cliff_edge", "names", "role_says", "said_by", "two_leads", "when"]

Row = dict[str, str]


def names(reading: Reading, organisations: Iterable[str], most: int = 4) -> str:
    """A list of organisations: ``A (AA), B and C``."""
    return words.short_list([reading.name(iri) for iri in organisations], most)


def when(date: str) -> str:
    """A partial date in a sentence: ``on 30 June 2026``, ``in June 2026``, ``in 2026``."""
    return f"{'on' if len(date) == 10 else 'in'} {words.date(date)}"


def said_by(reading: Reading, one: Assessment) -> str:
    """Who says so and when: ``Threelands Gazette, 2024``."""
    publishers = [source.publisher for source in reading.sources.get(one.iri, ()) if source.publisher]
    who = words.short_list(list(dict.fromkeys(publishers)), 2) or "no source named"
    return f"{who}, {words.date(one.date) if one.date else 'undated'}"


def _statements(reading: Reading, found: list[Assessment], most: int = 2) -> str:
    told = [said_by(reading, one) for one in found[:most]]
    rest = len(found) - most
    return "; ".join(told) + (f"; and {words.count(rest, 'more statement')}" if rest > 0 else "")


def _held(role: Role) -> str:
    """How a role is held: ``as lead, since 2019``."""
    return ", ".join(
        part for part in (f"as {role.level}", words.period(role.start, role.end, standing=role.standing)) if part
    )


def role_says(reading: Reading, role: Role) -> str:
    """A role as evidence: ``Hive Data Trust (HDT), as lead, since 2019, for Northland. A note.``"""
    note = f" {words.full_stop(role.note)}" if role.note else ""
    return f"{reading.name(role.organisation)}, {_held(role)}, for {role.place}.{note}"


def assessment_says(reading: Reading, one: Assessment) -> str:
    """An assessment as evidence."""
    result = {
        "none": "A source reports none",
        "limited": "Said to fall short",
        "searched": "Curators looked and found none",
    }
    by = words.date(one.date) or "undated" if one.result == "searched" else said_by(reading, one)
    where = f" Searched: {words.full_stop(one.searched)}" if one.searched else ""
    note = f" {words.full_stop(one.note)}" if one.note else ""
    return f"{result.get(one.result, words.capital(one.result))} ({by}).{where}{note}"


def cell_sentence(kind: str, cell: CellFacts, reading: Reading) -> str:
    """What a finding about one cell says.

    Args:
        kind: a status of cells, or recorded-yet-said-to-fall-short.
    """
    return _SENTENCES[kind](cell, reading)


def _recorded(cell: CellFacts, reading: Reading) -> str:
    return f"{words.capital(words.count(cell.holders, 'body'))} recorded: {names(reading, cell.bodies('covering'))}"


def _limited(cell: CellFacts, reading: Reading) -> str:
    found = cell.said("limited")
    return f" Said to fall short: {_statements(reading, found)}." if found else ""


def _beside(cell: CellFacts, reading: Reading, *reasons: str) -> str:
    """What else is recorded beside the answer."""
    told = {
        "general": ("A body with a general remit is recorded", "Bodies with a general remit are recorded"),
        "announced": ("Announced", "Announced"),
        "former": ("Recorded as ended", "Recorded as ended"),
    }
    text = ""
    for reason in reasons:
        bodies = cell.bodies(reason)
        if bodies:
            text += f" {told[reason][len(bodies) > 1]}: {names(reading, bodies)}."
    return text


def _falls_short(cell: CellFacts, reading: Reading) -> str:
    disputed = f" A source reports none: {_statements(reading, cell.absences)}." if cell.absences else ""
    return f"{_recorded(cell, reading)}.{_limited(cell, reading)}{disputed}"


def _noted(cell: CellFacts, most: int = 2) -> str:
    """What the reports of absence say, as curators noted it, so that a reader can judge them."""
    notes = list(dict.fromkeys(words.full_stop(one.note) for one in cell.absences if one.note))[:most]
    return f" As the curators noted it: {' '.join(notes)}" if notes else ""


def _reported(cell: CellFacts, reading: Reading) -> str:
    age = ""
    if "old-absence" in cell.flags:
        dated = any(one.date for one in cell.absences)
        age = f" The report is from before {words.date(reading.stale_before)}." if dated else " The report is undated."
    told = _statements(reading, cell.absences)
    beside = _beside(cell, reading, "general", "announced", "former")
    return f"No body recorded, and a source reports none: {told}.{_noted(cell)}{age}{beside}{_limited(cell, reading)}"


def _single(cell: CellFacts, reading: Reading) -> str:
    role = cell.of("covering")[0]
    text = f"One body recorded: {reading.name(role.organisation)}, {_held(role)}."
    its = "Its role is" if len(cell.of("covering")) == 1 else "Its roles are"
    if "general-bodies-only" in cell.flags:
        text += f" {its} not about the field itself."
    if "wider-place-only" in cell.flags:
        text += f" {its} for {role.place} as a whole."
    ending = reading.answers.by("gaps/ends-soon", "cell").get(cell.parts.iri, ())
    ends = [row for row in ending if row["ends"] == "the body"]
    if ends:
        text += f" The body itself {_end(reading, ends[0]['endDate'])}."
    return text + _limited(cell, reading)


def _contested(cell: CellFacts, reading: Reading) -> str:
    doubtful = cell.bodies("doubtful")
    parts = []
    if cell.holders:
        number = f"{words.count(cell.holders, 'body is', 'bodies are')} recorded"
        parts.append(f"{number}: {_dated(reading, cell, 'covering')}")
    if doubtful:
        number = f"{words.count(len(doubtful), 'body is', 'bodies are')} recorded, not confirmed as still running"
        parts.append(f"{number}: {_dated(reading, cell, 'doubtful')}")
    return f"A source reports none ({_statements(reading, cell.absences)}), yet {'; '.join(parts)}.{_noted(cell)}"


def _dated(reading: Reading, cell: CellFacts, reason: str) -> str:
    """Bodies with the dates of their roles: whether one began after the report of absence is for the reader to judge,
    since a partial date may be either."""
    told: dict[str, list[str]] = {}
    for role in cell.of(reason):
        told.setdefault(role.organisation, []).append(words.period(role.start, role.end, standing=role.standing))
    return words.short_list(
        [
            f"{reading.name(iri)} ({words.and_list(dict.fromkeys(filter(None, periods))) or 'start not stated'})"
            for iri, periods in told.items()
        ],
        4,
    )


def _searched(cell: CellFacts, reading: Reading) -> str:
    found = cell.said("searched")
    one = found[0]
    text = f"Curators looked{' ' + when(one.date) if one.date else ''} and found none."
    if one.searched:
        text += f" Searched: {words.full_stop(one.searched)}"
    if len(found) > 1:
        text += f" {words.capital(words.count(len(found) - 1, 'more search', 'more searches'))} found none either."
    return f"{text}{_beside(cell, reading, 'former')}{_limited(cell, reading)}"


def _doubtful(cell: CellFacts, reading: Reading) -> str:
    told = []
    for role in cell.of("doubtful"):
        uncited = "" if reading.sources.get(role.iri) else ", without a source"
        told.append(f"{reading.name(role.organisation)}, {_held(role)}{uncited}")
    return f"Recorded, not confirmed as still running: {_several(told)}.{_limited(cell, reading)}"


def _several(told: list[str], most: int = 3) -> str:
    """Items that hold commas themselves."""
    items = list(dict.fromkeys(told))
    rest = len(items) - most
    return "; ".join(items[:most]) + (f"; and {words.count(rest, 'more', 'more')}" if rest > 0 else "")


def _general(cell: CellFacts, reading: Reading) -> str:
    bodies = cell.bodies("general")
    one, more = "Only a body with a general remit is recorded", "Only bodies with a general remit are recorded"
    return f"{one if len(bodies) == 1 else more}: {names(reading, bodies)}.{_limited(cell, reading)}"


def _announced(cell: CellFacts, reading: Reading) -> str:
    told = [
        f"{reading.name(role.organisation)}, {words.period(role.start, role.end, standing='planned')}"
        for role in cell.of("announced")
    ]
    return f"Announced: {_several(told)}.{_beside(cell, reading, 'former')}{_limited(cell, reading)}"


def _lapsed(cell: CellFacts, reading: Reading) -> str:
    followed: dict[str, list[str]] = {}
    for row in reading.answers.by("gaps/lapsed", "cell").get(cell.parts.iri, ()):
        if row["successor"] and row["successor"] not in followed.setdefault(row["organisation"], []):
            followed[row["organisation"]].append(row["successor"])
    told = []
    for role in cell.of("former"):
        after = followed.get(role.organisation)
        successor = f", followed by {names(reading, after)}" if after else ""
        period = words.period(role.start, role.end, standing=role.standing) or "at an unknown time"
        told.append(f"{reading.name(role.organisation)}, {period}{successor}")
    return f"Recorded as ended: {_several(told)}.{_limited(cell, reading)}"


def _nothing(cell: CellFacts, reading: Reading) -> str:
    unknown = "No record yet: nothing is recorded, no source reports an absence, and no search is recorded."
    return f"{unknown}{_limited(cell, reading)}"


def _crowded(cell: CellFacts, reading: Reading) -> str:
    pairs = cell.holders * (cell.holders - 1) // 2
    if cell.linked:
        some = f"{words.count(cell.linked, 'of', 'of')} their {words.count(pairs, 'pair')}"
        linked = f"{some} {'has' if cell.linked == 1 else 'have'} a recorded link"
    else:
        linked = "no link between any two of them is recorded"
    return f"{_recorded(cell, reading)}; {linked}.{_limited(cell, reading)}"


_SENTENCES: dict[str, Callable[[CellFacts, Reading], str]] = {
    "recorded-yet-said-to-fall-short": _falls_short,
    "confirmed-gap": _reported,
    "single": _single,
    "contested": _contested,
    "searched": _searched,
    "unconfirmed": _doubtful,
    "general-only": _general,
    "announced": _announced,
    "lapsed": _lapsed,
    "not-recorded": _nothing,
    "crowded": _crowded,
}


def two_leads(cell: CellFacts, reading: Reading) -> str:
    """What is said of a cell with several leads."""
    leads = list(dict.fromkeys(role.organisation for role in cell.of("covering") if role.leads))
    others = cell.holders - len(leads)
    beside = f", beside {words.count(others, 'contributor')}" if others > 0 else ""
    return f"{words.capital(words.count(len(leads), 'body'))} recorded as leading: {names(reading, leads)}{beside}."


def _end(reading: Reading, date: str) -> str:
    return f"{'ended' if over_by(date, reading.as_of) else 'ends'} {when(date)}"


def cliff_edge(rows: list[Row], reading: Reading) -> str:
    """What is said of a cell for which all that is recorded ends soon.

    Args:
        rows: of the question gaps/cliff-edges, those of the cell.
    """
    told = []
    for row in rows:
        whose = reading.name(row["organisation"])
        what = f"{whose} itself" if row["ends"] == "the body" else f"the role of {whose}"
        told.append(f"{what} {_end(reading, row['endDate'])}")
    return f"All that is recorded ends by {words.date(reading.soon_until)}: {_several(told)}."
