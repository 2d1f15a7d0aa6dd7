"""Two dates compared: what began, what ended, which bodies changed, and which cells have another status.

    compare(infer(stated, "2023-03-20"), infer(stated, "2025-06-30")).cells

Both dates are read from one release of the data, so that the comparison tells what changed in the world.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from remit import words
from remit.analysis.cells import CellFacts
from remit.analysis.model import Cell, Source
from remit.analysis.reading import Reading, begun_by
from remit.ask import ask
from remit.catalogue import find
from remit.engine import Solutions
from remit.errors import RemitError
from remit.infer import Snapshot
from remit.terms import local_name

__all__ = ["LEARNED", "CellChange", "Change", "Comparison", "Record", "cell_changes", "compare"]

LEARNED = (
    "Both dates are read from one release of the data: this tells what changed in the world as it is known now. What "
    "was learned since is told by comparing two releases, and needs a second one."
)
"""What a comparison of two dates does not tell."""

ABSENT = "nobody has asked, nothing is recorded"
"""What is said of a cell on a date on which it does not exist."""


@dataclass(frozen=True)
class Record:
    """A role, a relationship or a body that began or ended between the dates.

    Attributes:
        iri: its IRI.
        kind: role, relationship or body.
        organisation: the IRI of the body; of a relationship, the first of the two.
        says: it in words.
        date: when it began or ended, a partial date.
        planned: for a role that began, whether it was only planned to.
        successors: the names of the bodies that carry on what one did that no longer exists.
    """

    iri: str
    kind: str
    organisation: str
    says: str
    date: str
    planned: bool = False
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """A merger, renaming or closure.

    Attributes:
        iri: the event's.
        says: the event in words.
        date: a partial date.
        before: the IRIs of the bodies that it began with.
        after: the IRIs of those that came of it; none where it was a closure.
        sources: what backs it.
    """

    iri: str
    says: str
    date: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CellChange:
    """A cell whose status differs.

    Attributes:
        cell: its parts.
        question: its plain question.
        before, after: the last parts of the statuses' IRIs, "" where the cell does not exist.
        gained: the IRIs of the bodies that are counted only afterwards.
        lost: of those that were counted only before.
        sentence: the change in words.
    """

    cell: Cell
    question: str
    before: str
    after: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Comparison:
    """What is different on a later date.

    Attributes:
        before, after: the dates.
        begun, ended: roles, relationships and bodies.
        changes: mergers, renamings and closures, the latest first.
        cells: cells with another status, in the order of the matrix.
        unchanged: how many cells have the same status.
        learned: what the comparison does not tell.
    """

    before: str
    after: str
    begun: tuple[Record, ...]
    ended: tuple[Record, ...]
    changes: tuple[Change, ...]
    cells: tuple[CellChange, ...]
    unchanged: int
    learned: str = LEARNED

    @property
    def sentence(self) -> str:
        """The comparison in one sentence."""
        one = len(self.changes) < 2
        noun = "merger, renaming or closure is" if one else "mergers, renamings or closures are"
        return (
            f"From {words.date(self.before)} to {words.date(self.after)}: "
            f"{words.count(len(self.begun), 'record')} began and {words.count(len(self.ended), 'record')} ended; "
            f"{words.count(len(self.changes), noun, noun)} recorded; "
            f"{words.count(len(self.cells), 'question has', 'questions have')} another answer, "
            f"{words.number(self.unchanged)} {'has' if self.unchanged == 1 else 'have'} the same."
        )


def compare(
    before: Snapshot,
    after: Snapshot | Reading,
    results: Mapping[str, Solutions] | None = None,
) -> Comparison:
    """What changed between two snapshots of one landscape.

    Args:
        before: the earlier one.
        after: the later one, or what was read of it.
        results: answers to shipped questions about the later one that are known already.

    Raises:
        RemitError: the dates are not in this order.
    """
    if before.as_of >= after.as_of:
        raise RemitError(
            f"{before.as_of} is not before {after.as_of}.", "--baseline", "Compare with an earlier day, by --baseline."
        )
    first, second = Reading(before), after if isinstance(after, Reading) else Reading(after, results)
    cells = cell_changes(first, second)
    both = first.cells.keys() | second.cells.keys()
    return Comparison(
        before.as_of,
        after.as_of,
        tuple(_records(first, second, "time/begun", "startDate")),
        tuple(_records(first, second, "time/ended", "endDate")),
        tuple(_changes(first, second)),
        tuple(cells),
        len(both) - len(cells),
    )


def _records(before: Reading, after: Reading, query: str, column: str) -> list[Record]:
    found: dict[str, Record] = {}
    rows = ask(after.snapshot.engine, find(query), after=before.as_of, until=after.as_of).dicts()
    followed: dict[str, list[str]] = {}
    for row in rows:
        if row.get("successorLabel"):
            followed.setdefault(row["record"], []).append(row["successorLabel"])
    for row in rows:
        body = after.name(row["organisation"])
        says = {
            "role": f"{body}: {row['what']}",
            "relationship": f"{body} {row['what']}",
        }.get(row["recordType"], f"{body}, {words.in_sentence(row['what'])}" if row["what"] else body)
        found[row["record"]] = Record(
            row["record"],
            row["recordType"],
            row["organisation"],
            says,
            row[column],
            local_name(row.get("standing", "")) == "planned",
            tuple(dict.fromkeys(followed.get(row["record"], ()))),
        )
    return list(found.values())


def _changes(before: Reading, after: Reading) -> list[Change]:
    found = []
    for iri, rows in after.answers.by("time/changes", "event").items():
        date = rows[0]["date"]
        # what has no date cannot be placed between two
        if date and not begun_by(date, before.as_of):
            found.append(
                Change(
                    iri,
                    rows[0]["eventLabel"],
                    date,
                    tuple(dict.fromkeys(row["organisation"] for row in rows if row["organisation"])),
                    tuple(dict.fromkeys(row["successor"] for row in rows if row["successor"])),
                    after.sources.get(iri, ()),
                )
            )
    return found


def cell_changes(before: Reading, after: Reading) -> list[CellChange]:
    """The cells whose status differs between two readings of one landscape, in the order of the matrix."""
    found = []
    for iri in [*after.cells, *(iri for iri in before.cells if iri not in after.cells)]:
        old, new = before.cells.get(iri), after.cells.get(iri)
        known = new or old
        if known is None or (old is not None and new is not None and old.status == new.status):
            continue
        had, has = _counted(old), _counted(new)
        gained = tuple(body for body in has if body not in had)
        lost = tuple(body for body in had if body not in has)
        found.append(
            CellChange(
                known.parts,
                known.question,
                old.status if old else "",
                new.status if new else "",
                gained,
                lost,
                _says(after, old, new, gained, lost),
            )
        )
    return found


def _counted(cell: CellFacts | None) -> list[str]:
    return cell.bodies("covering") if cell else []


def _says(
    reading: Reading, old: CellFacts | None, new: CellFacts | None, gained: tuple[str, ...], lost: tuple[str, ...]
) -> str:
    label = {concept.name: concept.label for concept in reading.words.closed("status")}
    was, is_now = (label.get(cell.status, cell.status) if cell else ABSENT for cell in (old, new))
    text = f"From “{was}” to “{is_now}”."
    for told, bodies in (("Now counted", gained), ("No longer counted", lost)):
        if bodies:
            text += f" {told}: {words.short_list([reading.name(body) for body in bodies], 4)}."
    return text
