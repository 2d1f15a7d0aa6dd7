"""The cells as people ask about them: one pair of activity and topic, and its answer in each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from remit.answers import Answers, Row, unique
from remit.terms import local_name
from remit.vocabulary import Concept, Vocabulary
from remit.words import and_list, capital, count, date, short_list

__all__ = ["REASONS", "Assessment", "Cell", "Pair", "Role", "Source", "read_pairs", "read_sources"]

REASONS = {
    "covering": "Recorded and confirmed",
    "within": "Recorded as parts of a body that is counted",
    "doubtful": "Recorded, not confirmed as still running",
    "announced": "Announced",
    "former": "Recorded as ended",
    "general": "General remit only",
}
"""Why a role stands in a cell, in the order in which people want to read it."""


@dataclass(frozen=True)
class Source:
    """Where something was read."""

    iri: str
    title: str
    publisher: str
    url: str
    published: str
    secondary: bool


@dataclass
class Role:
    """A role in some cells of a pair, and the places where it stands for one reason."""

    row: Row
    sources: list[Source]
    places: list[str] = field(default_factory=list)


@dataclass
class Assessment:
    """Somebody looked: what was found, when, where, and who says so."""

    iri: str
    result: str
    stands: bool
    date: str
    notes: list[str]
    searched: list[str]
    sources: list[Source]
    places: list[str] = field(default_factory=list)
    stands_in: list[str] = field(default_factory=list)

    @property
    def publishers(self) -> list[str]:
        """Who published it, each once."""
        return unique(source.publisher for source in self.sources if source.publisher)

    @property
    def said_by(self) -> str:
        """Who says so and when: ``Audit Office, 8 November 2018``."""
        return ", ".join(part for part in (short_list(self.publishers), date(self.date)) if part) or "no source named"


@dataclass
class Cell:
    """One activity on one topic in one place, and what is known about it."""

    iri: str
    place: Concept
    question: str
    status: Concept
    flags: list[Concept]
    numbers: Row
    names: dict[str, list[str]]
    assessments: list[Assessment]

    @property
    def holders(self) -> int:
        """How many organisations are counted."""
        return int(self.numbers["holderCount"])

    @property
    def falls_short(self) -> bool:
        """Whether a source says that there is too little of it."""
        return any(flag.name == "said-to-fall-short" for flag in self.flags)

    @property
    def answer(self) -> str:
        """The answer to the question in one sentence."""
        return _ANSWERS[self.status.name](self)


@dataclass
class Pair:
    """One activity on one topic."""

    activity: Concept
    topic: Concept
    question: str
    cells: list[Cell] = field(default_factory=list)
    roles: dict[str, dict[str, Role]] = field(default_factory=dict)
    assessments: dict[str, Assessment] = field(default_factory=dict)
    needs: dict[str, Row] = field(default_factory=dict)

    @property
    def iris(self) -> tuple[str, str]:
        """Activity and topic."""
        return self.activity.iri, self.topic.iri


def read_sources(answers: Answers) -> dict[str, dict[str, Source]]:
    """The sources of each statement, by statement and source."""
    known = {
        row["source"]: Source(
            row["source"], row["title"], row["publisher"], row["url"], row["published"], row["secondary"] == "true"
        )
        for row in answers.rows("quality/sources")
    }
    found: dict[str, dict[str, Source]] = {}
    for row in answers.rows("quality/citations"):
        found.setdefault(row["statement"], {})[row["source"]] = known[row["source"]]
    return found


def read_pairs(answers: Answers, words: Vocabulary) -> dict[tuple[str, str], Pair]:
    """All pairs that have a cell, in the order of the matrix."""
    evidence = read_sources(answers)
    flags = answers.by("coverage/cell-flags", "cell")
    holders = answers.together(("coverage/cell-holders", "coverage/cell-general-holders"), "cell")
    assessed = answers.by("coverage/cell-assessments", "cell")
    needed = answers.by("coverage/cell-needs", "cell")
    pairs: dict[tuple[str, str], Pair] = {}
    for row in answers.rows("coverage/cell"):
        activity, topic, place = (words.concepts[row[name]] for name in ("activity", "topic", "place"))
        key = (activity.iri, topic.iri)
        if key not in pairs:
            pairs[key] = Pair(activity, topic, _without_place(row["question"], place))
        pair = pairs[key]
        names: dict[str, list[str]] = {}
        for role in holders.get(row["cell"], ()):
            reason = role["reason"]
            names.setdefault(reason, [])
            if role["organisationLabel"] not in names[reason]:
                names[reason].append(role["organisationLabel"])
            kept = pair.roles.setdefault(reason, {}).setdefault(
                role["role"], Role(role, list(evidence.get(role["role"], {}).values()))
            )
            if place.iri not in kept.places:
                kept.places.append(place.iri)
        assessments = _assessments(assessed.get(row["cell"], ()), evidence)
        for assessment in assessments:
            whole = pair.assessments.setdefault(assessment.iri, assessment)
            whole.places.append(place.iri)
            if assessment.stands:
                whole.stands_in.append(place.iri)
        for need in needed.get(row["cell"], ()):
            pair.needs.setdefault(need["need"], need)
        pair.cells.append(
            Cell(
                row["cell"],
                place,
                row["question"],
                words.concepts[row["status"]],
                [words.concepts[flag["flag"]] for flag in flags.get(row["cell"], ())],
                row,
                names,
                assessments,
            )
        )
    return pairs


def _assessments(rows: Iterable[Row], evidence: dict[str, dict[str, Source]]) -> list[Assessment]:
    found: dict[str, Assessment] = {}
    for row in rows:
        iri = row["assessment"]
        if iri not in found:
            result = local_name(row["result"])
            found[iri] = Assessment(
                iri, result, row["stands"] == "true", row["date"], [], [], list(evidence.get(iri, {}).values())
            )
        for column, kept in (("note", found[iri].notes), ("searchedIn", found[iri].searched)):
            if row[column] and row[column] not in kept:
                kept.append(row[column])
    return list(found.values())


def _without_place(question: str, place: Concept) -> str:
    """The question of a cell, asked of no place in particular."""
    return question.removesuffix(f" {place.phrase}?") + "?" if question.endswith(f" {place.phrase}?") else question


def _said(cell: Cell, result: str) -> str:
    """Who says it, of the assessments with a result."""
    return and_list([one.said_by for one in cell.assessments if one.result == result][:2])


def _names(cell: Cell, *reasons: str, most: int = 4) -> str:
    return short_list(unique(name for reason in reasons for name in cell.names.get(reason, ())), most)


def _recorded(cell: Cell) -> str:
    return f"{capital(count(cell.holders, 'body'))} recorded: {_names(cell, 'covering')}."


def _crowded(cell: Cell) -> str:
    pairs = cell.holders * (cell.holders - 1) // 2
    linked = int(cell.numbers["connectedPairs"])
    of_pairs = f"{linked} of their {pairs} pairs {'has' if linked == 1 else 'have'} a recorded link"
    return f"{_recorded(cell)[:-1]}; {of_pairs if linked else 'no link between them is recorded'}."


def _contested(cell: Cell) -> str:
    said = next((one.said_by for one in cell.assessments if one.stands), "")
    if cell.holders:
        held = count(cell.holders, "body")
        return f"A source reports none ({said}), yet {held} recorded: {_names(cell, 'covering')}."
    doubtful = _names(cell, "doubtful")
    return f"A source reports none ({said}), yet recorded, not confirmed as still running: {doubtful}."


def _lapsed(cell: Cell) -> str:
    return f"Recorded as ended: {_names(cell, 'former')}."


_ANSWERS: dict[str, Callable[[Cell], str]] = {
    "contested": _contested,
    "crowded": _crowded,
    "covered": _recorded,
    "single": _recorded,
    "confirmed-gap": lambda cell: (
        f"A source reports none: {and_list([one.said_by for one in cell.assessments if one.stands][:2])}."
    ),
    "unconfirmed": lambda cell: f"Recorded, not confirmed as still running: {_names(cell, 'doubtful')}.",
    "general-only": lambda cell: f"Only bodies with a general remit are recorded: {_names(cell, 'general')}.",
    "announced": lambda cell: f"Announced: {_names(cell, 'announced')}.",
    "searched": lambda cell: f"Looked for, none found: curators, {_said(cell, 'searched')}.",
    "lapsed": _lapsed,
    "not-recorded": lambda cell: (
        "No record yet: nothing is recorded, no source reports an absence, and no search is recorded."
    ),
}
