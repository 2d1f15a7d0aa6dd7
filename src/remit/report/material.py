"""What a report is made of: a reading of a landscape, its findings, the day of comparison, the scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from remit import words
from remit.analysis import Finding, Reading, Scope
from remit.analysis.cells import CellFacts
from remit.analysis.compare import CellChange, Comparison
from remit.analysis.nullmodel import Similarity
from remit.answers import Row
from remit.vocabulary import Concept

__all__ = ["Material"]


@dataclass(frozen=True, eq=False)
class Material:
    """Everything that the sections are written from.

    Attributes:
        reading: the snapshot that is reported.
        before: the day that it is compared with.
        scope: the part of the landscape that is reported.
        found: the findings within, those that were decided about among them.
        similarity: what the null model says of overlaps; None where there is nothing to compare.
        progress: told what is being done.
    """

    reading: Reading
    before: str
    scope: Scope
    found: tuple[Finding, ...]
    similarity: Similarity | None
    progress: Callable[[str], None] = field(default=lambda _: None)

    @property
    def whole(self) -> bool:
        """Whether the whole landscape is reported."""
        return not self.scope.says

    @property
    def within(self) -> str:
        """The scope for the end of a sentence, where it is not the whole landscape; the cover spells it out."""
        return "" if self.whole else " within this scope"

    @cached_property
    def by_kind(self) -> dict[str, list[Finding]]:
        """The open findings by kind."""
        found: dict[str, list[Finding]] = {}
        for each in self.found:
            if each.open:
                found.setdefault(each.kind, []).append(each)
        return found

    def of(self, *kinds: str) -> list[Finding]:
        """The open findings of these kinds."""
        return [each for kind in kinds for each in self.by_kind.get(kind, ())]

    @cached_property
    def judged(self) -> list[Finding]:
        """The findings that somebody has decided about."""
        return [each for each in self.found if not each.open]

    @cached_property
    def cells(self) -> dict[str, CellFacts]:
        """The cells within the scope, in the order of the matrix."""
        body = self.scope.organisation
        return {
            iri: cell
            for iri, cell in self.reading.cells.items()
            if self.scope.has_cell(cell.parts, self.reading)
            and (not body or any(role.organisation == body for role in cell.roles))
        }

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[CellFacts]]:
        """The cells within the scope by activity and topic."""
        found: dict[tuple[str, str], list[CellFacts]] = {}
        for cell in self.cells.values():
            found.setdefault((cell.parts.activity, cell.parts.topic), []).append(cell)
        return found

    @cached_property
    def places(self) -> list[Concept]:
        """The places that are asked about, within the scope."""
        wanted = self.scope.places
        return [place for place in self.reading.words.places() if wanted is None or place.iri in wanted]

    @cached_property
    def bodies(self) -> set[str]:
        """The organisations within the scope: all, or those with a role in one of its cells."""
        if self.whole:
            return set(self.reading.labels)
        if self.scope.organisation:
            return {self.scope.organisation}
        return {role.organisation for cell in self.cells.values() for role in cell.roles}

    def changed(self, comparison: Comparison) -> list[CellChange]:
        """The questions within the scope whose answer differs."""
        body = self.scope.organisation
        return [
            one
            for one in comparison.cells
            if self.scope.has_cell(one.cell, self.reading)
            and (not body or body in (*one.gained, *one.lost) or one.cell.iri in self.cells)
        ]

    def rows(self, name: str, column: str = "organisation") -> list[Row]:
        """Rows of a shipped question whose organisation lies within the scope; those without one stay."""
        rows = self.reading.answers.rows(name)
        return rows if self.whole else [row for row in rows if not row[column] or row[column] in self.bodies]

    def label(self, iri: str) -> str:
        """What people read for a concept."""
        return self.reading.words.label(iri)

    def place_names(self, iris: Iterable[str]) -> str:
        """Places as a list in their order; all of them together are named as such."""
        wanted = set(iris)
        named = [place.label for place in self.places if place.iri in wanted]
        if len(named) == len(self.places) > 2:
            return "everywhere"
        return words.and_list(named)

    def short(self, iri: str) -> str:
        """An organisation's abbreviation, or its name where it has none; the abbreviations are in an annex."""
        return self.abbreviations.get(iri) or self.reading.label(iri)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Abbreviations by organisation, those only that no other organisation has."""
        rows = self.reading.answers.rows("profile/organisation")
        held: dict[str, set[str]] = {}
        for row in rows:
            if row["abbreviation"]:
                held.setdefault(row["abbreviation"], set()).add(row["organisation"])
        return {next(iter(bodies)): short for short, bodies in held.items() if len(bodies) == 1}
