"""What the analysis reads of a snapshot: the answers to shipped questions, each asked once and read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from remit.analysis.cells import CellFacts, read_cells
from remit.analysis.model import Evidence, Source
from remit.answers import Answers
from remit.ask import ask
from remit.catalogue import find
from remit.engine import Solutions
from remit.infer import Snapshot
from remit.terms import REMIT, local_name
from remit.vocabulary import Vocabulary

__all__ = ["Reading", "begun_by", "over_by"]


def begun_by(date: str, day: str) -> bool:
    """Whether what is dated so lies on or before a day; partial dates are compared by their common prefix."""
    return date <= day[: len(date)]


def over_by(date: str, day: str) -> bool:
    """Whether what ends on a date is over on a day: it holds through the last day that its end means."""
    return date < day[: len(date)]


class _Asked(Mapping[str, Solutions]):
    """Answers by the name of the question: those that are known already, and others as they are needed."""

    def __init__(self, snapshot: Snapshot, known: Mapping[str, Solutions]) -> None:
        self._snapshot = snapshot
        self._known = dict(known)

    def __getitem__(self, name: str) -> Solutions:
        if name not in self._known:
            self._known[name] = ask(self._snapshot.engine, find(name))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Reading:
    """A snapshot as the analysis sees it.

    Attributes:
        snapshot: the snapshot.
        base: what the landscape's own IRIs begin with.
        as_of: its date.
        answers: rows of the shipped questions, asked when they are first needed.
        words: vocabularies and closed lists.
    """

    def __init__(self, snapshot: Snapshot, results: Mapping[str, Solutions] | None = None) -> None:
        """Args:
        snapshot: the landscape as of a date.
        results: answers that are known already, to the shipped questions with no blank filled in.
        """
        self.snapshot = snapshot
        self.base = snapshot.landscape.base
        self.as_of = snapshot.as_of
        self.answers = Answers(_Asked(snapshot, results or {}))
        self.words = Vocabulary(self.answers)
        self._evidence: dict[str, Evidence] = {}

    @cached_property
    def _days(self) -> dict[str, str]:
        return {
            triple.predicate.value.removeprefix(REMIT): triple.object.value
            for triple in self.snapshot.node
            if hasattr(triple.object, "value")
        }

    @property
    def soon_until(self) -> str:
        """What ends on or before this day ends soon."""
        return self._days["soonUntil"]

    @property
    def stale_before(self) -> str:
        """What is dated before this day is old."""
        return self._days["staleBefore"]

    @cached_property
    def names(self) -> dict[str, str]:
        """The organisations' names by IRI, each with its abbreviation: ``Hive Data Trust (HDT)``."""
        found = {}
        for row in self.answers.rows("profile/organisation"):
            name, short = row["organisationLabel"], row["abbreviation"]
            found[row["organisation"]] = f"{name} ({short})" if short and short not in name else name
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """The organisations' names by IRI, without abbreviation."""
        return {row["organisation"]: row["organisationLabel"] for row in self.answers.rows("profile/organisation")}

    def name(self, iri: str) -> str:
        """An organisation's name with its abbreviation."""
        return self.names.get(iri, local_name(iri))

    def label(self, iri: str) -> str:
        """An organisation's name alone, where its abbreviation has been told."""
        return self.labels.get(iri, local_name(iri))

    @cached_property
    def sources(self) -> dict[str, tuple[Source, ...]]:
        """What backs a statement, by the statement's IRI."""
        known = {
            row["source"]: Source(
                row["source"], row["title"], row["publisher"], row["url"], row["published"], row["secondary"] == "true"
            )
            for row in self.answers.rows("quality/sources")
        }
        found: dict[str, list[Source]] = {}
        for row in self.answers.rows("quality/citations"):
            if row["source"] in known:
                found.setdefault(row["statement"], []).append(known[row["source"]])
        return {statement: tuple(sources) for statement, sources in found.items()}

    def evidence(self, statement: str, kind: str, says: Callable[[], str]) -> Evidence:
        """A statement as evidence; the same each time, since many findings rest on one role."""
        if statement not in self._evidence:
            self._evidence[statement] = Evidence(statement, kind, says(), self.sources.get(statement, ()))
        return self._evidence[statement]

    @cached_property
    def cells(self) -> dict[str, CellFacts]:
        """What is known of each cell, by its IRI, in the order of the matrix."""
        return read_cells(self.answers, self.words)

    @cached_property
    def current_roles(self) -> dict[str, dict[str, str]]:
        """The current roles by their IRI, with activity, topic and place as they are stated."""
        return {row["role"]: row for row in self.answers.rows("coverage/who-does-what")}

    @cached_property
    def cells_by_pair(self) -> dict[tuple[str, str], list[CellFacts]]:
        """The cells of an activity and a topic, one for each place."""
        found: dict[tuple[str, str], list[CellFacts]] = {}
        for cell in self.cells.values():
            found.setdefault((cell.parts.activity, cell.parts.topic), []).append(cell)
        return found

    @cached_property
    def cells_by_need(self) -> dict[str, list[CellFacts]]:
        """The cells that a need asks for, by the need's IRI."""
        found: dict[str, dict[str, CellFacts]] = {}
        # a need with two descriptions has two rows
        for row in self.answers.rows("coverage/cell-needs"):
            found.setdefault(row["need"], {})[row["cell"]] = self.cells[row["cell"]]
        return {need: list(cells.values()) for need, cells in found.items()}

    @cached_property
    def cells_by_holder(self) -> dict[str, dict[str, CellFacts]]:
        """The cells for which an organisation is counted, by its IRI and theirs."""
        found: dict[str, dict[str, CellFacts]] = {}
        for cell in self.cells.values():
            for organisation in cell.bodies("covering"):
                found.setdefault(organisation, {})[cell.parts.iri] = cell
        return found
