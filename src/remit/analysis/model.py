"""What the analysis hands over: plain values, nothing that reaches back into the graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Candidate", "Cell", "Confidence", "Evidence", "Finding", "Judgement", "Source"]


@dataclass(frozen=True)
class Source:
    """Where something was read.

    Attributes:
        published: a partial date, "" where the source bears none.
        secondary: whether it repeats what another published.
    """

    iri: str
    title: str
    publisher: str
    url: str
    published: str
    secondary: bool


@dataclass(frozen=True)
class Evidence:
    """A statement that a finding rests on.

    Attributes:
        statement: the IRI of what is stated.
        kind: role, assessment, relationship, resource, organisation or need.
        says: the statement in words.
        sources: what backs it; empty where nothing is cited.
    """

    statement: str
    kind: str
    says: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Confidence:
    """How far a finding can be relied on.

    Attributes:
        level: high, medium or low.
        rule: the rule that gave the level, in one sentence.
    """

    level: str
    rule: str


@dataclass(frozen=True)
class Candidate:
    """A current body that is near to what is missing, and why: whom to ask, not who should do it."""

    organisation: str
    label: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """What people decided about a finding.

    Attributes:
        iri: the judgement's own.
        verdict: the last part of the verdict's IRI.
        label: what people read for it.
        by: the IRI of the body that decided, "" where not stated.
        by_label: its name.
        date: a partial date.
        note: what was said of it, "" where nothing.
    """

    iri: str
    verdict: str
    label: str
    by: str
    by_label: str
    date: str
    note: str


@dataclass(frozen=True)
class Cell:
    """The parts of a cell by their IRIs.

    Attributes:
        iri: the cell's own, "" where no such cell exists: nobody has asked and nothing is recorded.
    """

    activity: str
    topic: str
    place: str
    iri: str = ""


@dataclass(frozen=True)
class Finding:
    """Something that the records show, worth a look.

    Attributes:
        id: ``KIND.PARTS`` from the last parts of the IRIs it is about; the same as long as the finding is.
        iri: the landscape's base, ``finding/`` and the id.
        kind: a key of :data:`remit.analysis.kinds.KINDS`.
        question: the plain question that it answers.
        sentence: the answer in one or two sentences.
        state: one word where a kind comes in several (a need is recorded for all, some or none), or "".
        subjects: the IRIs of what it is about: a cell, a need, a topic, one or two organisations, a statement.
        organisations: the IRIs of the bodies that it names.
        cells: the cells that it lies in; none for a finding about bodies alone.
        needs: how many needs ask for its cell; 0 for a finding that is not about one cell.
        evidence: the statements that it rests on.
        confidence: how far it can be relied on, and by which rule.
        query: the shipped question that shows it.
        parameters: how to fill in that question's blanks, as names and values.
        judgement: the latest decision about it; None while it is open.
        candidates: for what is missing, who is near to it, the nearest first.
    """

    id: str
    iri: str
    kind: str
    question: str
    sentence: str
    state: str
    subjects: tuple[str, ...]
    organisations: tuple[str, ...]
    cells: tuple[Cell, ...]
    needs: int
    evidence: tuple[Evidence, ...]
    confidence: Confidence
    query: str
    parameters: tuple[tuple[str, str], ...]
    judgement: Judgement | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nobody has decided about it."""
        return self.judgement is None

    @property
    def activity(self) -> str:
        """The activity of all its cells, "" where they have several or none."""
        return _common(cell.activity for cell in self.cells)

    @property
    def topic(self) -> str:
        """The topic of all its cells, "" where they have several or none."""
        return _common(cell.topic for cell in self.cells)

    @property
    def place(self) -> str:
        """The place of all its cells, "" where they have several or none."""
        return _common(cell.place for cell in self.cells)


def _common(values: Iterable[str]) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else ""
