"""What if a body closed: which cells would have another status.

The rules answer it: the landscape is read again without the roles and relationships of the body and of its parts.
"""

from __future__ import annotations

from dataclasses import dataclass

from remit import words
from remit.analysis.compare import CellChange, cell_changes
from remit.analysis.reading import Reading
from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot, infer

__all__ = ["WhatIf", "what_if"]


@dataclass(frozen=True)
class WhatIf:
    """What would be left without a body.

    Attributes:
        organisation: its IRI.
        name: its name.
        parts: the names of its parts, at any depth, that are left out with it.
        cells: the cells that would have another status, in the order of the matrix.
        emptied: how many of them would have no body recorded any more.
        fewer: how many others would keep their status and have fewer bodies.
        sentence: the answer in words.
    """

    organisation: str
    name: str
    parts: tuple[str, ...]
    cells: tuple[CellChange, ...]
    emptied: int
    fewer: int

    @property
    def sentence(self) -> str:
        """What would change, in one or two sentences."""
        which = words.count(len(self.parts), "recorded part")
        whole = f"{self.name} and its {which}" if self.parts else self.name
        if not self.cells and not self.fewer:
            return f"Without {whole} no question would have another answer: nothing that is counted rests on it."
        text = f"Without {whole}, {words.count(len(self.cells), 'question')} would have another answer"
        if self.emptied:
            text += f", {words.count(self.emptied, 'of', 'of')} them with no body recorded any more"
        if self.fewer:
            text += f"; {words.count(self.fewer, 'more question')} would have the same answer with fewer bodies"
        return f"{text}. The record shows who is recorded, not who could step in."


def what_if(snapshot: Snapshot, organisation: str, without: Snapshot | None = None) -> WhatIf:
    """What would change without a body and its parts.

    Args:
        snapshot: the landscape as of a date.
        organisation: the body's IRI.
        without: the same without the body, where it has been derived already.

    Raises:
        RemitError: there is no such organisation.
    """
    before = Reading(snapshot)
    if without is None:
        without = infer(
            snapshot.stated,
            snapshot.as_of,
            soon_until=before.soon_until,
            stale_before=before.stale_before,
            without=organisation,
        )
    after = Reading(without)
    cells = cell_changes(before, after)
    changed = {change.cell.iri for change in cells}
    parts = ask(snapshot.engine, find("profile/parts"), organisation=organisation).dicts()
    return WhatIf(
        organisation,
        before.name(organisation),
        tuple(dict.fromkeys(before.name(row["part"]) for row in parts)),
        tuple(cells),
        sum(bool(change.lost) and not _holders(after, change.cell.iri) for change in cells),
        sum(cell.holders > _holders(after, iri) for iri, cell in before.cells.items() if iri not in changed),
    )


def _holders(reading: Reading, iri: str) -> int:
    return reading.cells[iri].holders if iri in reading.cells else 0
