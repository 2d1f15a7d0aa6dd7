"""Sentences about needs, pathways, bodies and records; those about cells are in :mod:`remit.analysis.sentences`."""

from __future__ import annotations

from remit import words
from remit.analysis.cells import CellFacts
from remit.analysis.model import Candidate, Judgement
from remit.analysis.reading import Reading
from remit.analysis.sentences import when

__all__ = [
    "broker",
    "candidate",
    "duplicate",
    "judged",
    "need",
    "need_question",
    "orphaned",
    "overlap",
    "pathway",
    "pathway_question",
    "place_difference",
    "question_elsewhere",
    "undated_or_old",
]

Row = dict[str, str]

_THERE = {
    "announced": "has announced it",
    "former": "is recorded as having done it",
    "general": "has a general remit",
}
_SHARED = {
    "name": "the same name",
    "abbreviation": "the same abbreviation",
    "homepage": "the same homepage",
    "identifier": "the same outside identifier",
}


def judged(one: Judgement) -> str:
    """A decision: ``Judged a duplicate by Keepers' Association (KA), 15 June 2025. One society, recorded twice.``"""
    by = f" by {one.by_label}" if one.by_label else ""
    note = f" {words.full_stop(one.note)}" if one.note else ""
    return f"Judged “{one.label}”{by}, {words.date(one.date)}.{note}"


def candidate(row: Row, label: str, cell: CellFacts) -> Candidate:
    """A row of gaps/candidates: who is near to a cell, and why."""
    reasons = [said for reason, said in _THERE.items() if row["organisation"] in cell.bodies(reason)]
    if int(row["sameActivity"]):
        reasons.append(f"does the same on {words.count(row['sameActivity'], 'neighbouring topic')}")
    if int(row["sameTopic"]):
        kinds = words.count(row["sameTopic"], "neighbouring activity")
        reasons.append(f"is recorded for {kinds} on the same topic")
    if row["linked"] == "true":
        reasons.append("is linked to a body that raised the need")
    return Candidate(row["organisation"], label, tuple(reasons))


def question_elsewhere(reading: Reading, activity: str, topic: str, place: str) -> str:
    """The question of a cell that does not exist, from the same question about another place."""
    concepts = reading.words.concepts
    phrase = concepts[place].phrase if place in concepts else ""
    for cell in reading.cells_by_pair.get((activity, topic), ())[:1]:
        ending = f" {concepts[cell.parts.place].phrase}?"
        asked = cell.question.removesuffix(ending if cell.question.endswith(ending) else "?")
        return f"{asked} {phrase}?" if phrase else f"{asked}?"
    return f"{reading.words.label(activity)}: {reading.words.label(topic)}, {reading.words.label(place)}?"


def place_difference(row: Row) -> str:
    """What is recorded in one place and not in another."""
    where = words.and_list(row["recordedIn"].split("; "))
    return f"Recorded in {where}, not in {row['placeLabel']} ({row['statusLabel']})."


def need_question(label: str, phrase: str) -> str:
    """The question that stands for a need, in a place or in all."""
    return f"Who answers “{label}”{' ' + phrase if phrase else ''}?"


def need(row: Row, disputed: int) -> str:
    """For how much of what a need asks somebody is recorded.

    Args:
        row: of needs/overall or needs/by-place.
        disputed: how many of its cells sources disagree about.
    """
    asked, recorded, short = (int(row[name]) for name in ("cells", "recorded", "saidToFallShort"))
    if not asked:
        return "It asks for nothing in the places that are looked at."
    whole = "the one question" if asked == 1 else f"the {words.count(asked, 'question')}"
    if recorded == asked:
        every = {1: whole, 2: "both questions"}.get(asked, f"all of {whole}")
        text = f"Somebody is recorded for {every} that it asks"
    elif recorded:
        text = f"Somebody is recorded for {words.count(recorded, 'of', 'of')} {whole} that it asks"
    else:
        any_of = {1: whole, 2: f"either of {whole}"}.get(asked, f"any of {whole}")
        text = f"Nobody is recorded for {any_of} that it asks"
    if disputed:
        text += "; sources disagree" + ("" if asked == 1 else f" about {words.count(disputed, 'of', 'of')} them")
    if short and asked == 1:
        text += "; it is said to fall short"
    elif short:
        text += f"; {words.count(short, 'of', 'of')} them {'is' if short == 1 else 'are'} said to fall short"
    return f"{text}."


def pathway_question(topic: str, phrase: str) -> str:
    """The question of a pathway: from research on a topic into use."""
    return (
        f"Does a recorded way lead from research into use: {words.in_sentence(topic)}{', ' + phrase if phrase else ''}?"
    )


def pathway(row: Row) -> str:
    """How many bodies stand at each step of a pathway."""
    rest = (
        f"{words.count(row[step], 'body') if int(row[step]) else 'none'} in {step}"
        for step in ("regulation", "implementation")
    )
    return words.capital(", ".join([f"{words.count(row['research'], 'body')} recorded in research", *rest])) + "."


def overlap(row: Row, one: str, other: str) -> str:
    """What two bodies share.

    Args:
        row: of overlaps/without-link.
        one: the name of the row's organisation.
        other: the name of the other.
    """
    first, second = (words.number(row[name]) for name in ("cells", "otherCells"))
    shared = int(row["sharedCells"])
    same = "the same question" if shared == 1 else f"the same {words.count(shared, 'question')}"
    return (
        f"Both are recorded for {same} ({one} for {first} in all, {other} for {second}), "
        "and no link between them is recorded."
    )


def duplicate(rows: list[Row]) -> str:
    """What two records have in common."""
    shared = [f"{_SHARED.get(row['reason'], row['reason'])} ({row['shared']})" for row in rows]
    linked = "a link between them is recorded" if rows[0]["linked"] == "true" else "no link between them is recorded"
    return f"They have {words.and_list(shared)} in common; {linked}."


def broker(degree: int, betweenness: float, apart: int) -> str:
    """How a body links others."""
    percent = 100 * betweenness
    share = f"{percent:.0f}%" if percent >= 1 else "less than 1%"
    linked = words.count(degree, "body")
    text = f"It is linked to {linked}, and lies on {share} of the shortest recorded paths between others."
    if apart:
        verb = "has" if apart == 1 else "have"
        text += f" Without it, {words.count(apart, 'body')} {verb} no recorded path to the rest."
    return text


def orphaned(row: Row, successors: list[str]) -> str:
    """A role whose holder has ended."""
    after = f"; the body is followed by {words.and_list(successors)}" if successors else "; no successor is recorded"
    return f"The body that holds it ended {when(row['ended'])}, and the role is recorded as current{after}."


def undated_or_old(row: Row, stale_before: str) -> str:
    """Why a statement wants a look."""
    if row["age"] == "undated":
        return "None of its sources bears a date."
    return f"The newest of its sources is dated {words.date(row['newest'])}, before {words.date(stale_before)}."
