"""A part of the landscape: findings about one area, topic, place or organisation."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from remit import words
from remit.analysis.model import Cell, Finding
from remit.analysis.reading import Reading
from remit.names import resolve

__all__ = ["Scope", "nothing_found", "scope_of"]


@dataclass(frozen=True)
class Scope:
    """What findings are wanted about; None and "" restrict nothing.

    Attributes:
        activities: the area or activity and what lies beneath it.
        topics: the topic or group and what lies beneath it.
        places: the place and what lies beneath it.
        organisation: the IRI of a body that the finding names.
        says: the scope in words, "" for the whole landscape.
        cells_say: which questions lie within, for the middle of a sentence, "" for all of them.
        options: the same as options of a command.
    """

    activities: frozenset[str] | None = None
    topics: frozenset[str] | None = None
    places: frozenset[str] | None = None
    organisation: str = ""
    says: str = ""
    cells_say: str = ""
    options: tuple[str, ...] = ()

    def has_cell(self, cell: Cell, reading: Reading) -> bool:
        """Whether a cell lies within; a role for a wider place lies in each of the places beneath it."""
        return (
            (self.activities is None or cell.activity in self.activities)
            and (self.topics is None or cell.topic in self.topics)
            and (self.places is None or not self.places.isdisjoint(_beneath(reading, cell.place)))
        )

    def has(self, finding: Finding, reading: Reading) -> bool:
        """Whether a finding lies within.

        One about bodies alone (a possible duplicate, a body that links others) lies in no area, topic or place.
        """
        if self.organisation and self.organisation not in finding.organisations:
            return False
        if self.activities is None and self.topics is None and self.places is None:
            return True
        return any(self.has_cell(cell, reading) for cell in finding.cells)


def scope_of(
    reading: Reading,
    *,
    area: str | None = None,
    topic: str | None = None,
    place: str | None = None,
    organisation: str | None = None,
) -> Scope:
    """A scope from names as a person writes them.

    Raises:
        RemitError: a name means nothing, or several things; near names are offered.
    """
    engine = reading.snapshot.engine
    parts: dict[str, frozenset[str] | None] = {"activity": None, "topic": None, "place": None}
    told, options = [], []
    for kind, option, text in (("activity", "area", area), ("topic", "topic", topic), ("place", "place", place)):
        if text:
            iri = resolve(engine, kind, text).value
            parts[kind] = _beneath(reading, iri)
            concept = reading.words.concepts.get(iri)
            name = _GROUPS.get(kind, kind) if concept and concept.narrower else kind
            told.append(f"the {name} “{reading.words.label(iri)}”")
            options.append(f"--{option} {shlex.quote(reading.words.label(iri))}")
    body = resolve(engine, "organisation", organisation).value if organisation else ""
    cells_say = f"within {words.and_list(told)}" if told else ""
    if body:
        cells_say = f"{cells_say} in which {reading.name(body)} has or had a role".strip()
        told.append(f"the organisation “{reading.name(body)}”")
        options.append(f"--organisation {shlex.quote(reading.label(body))}")
    return Scope(
        parts["activity"], parts["topic"], parts["place"], body, words.and_list(told), cells_say, tuple(options)
    )


_GROUPS = {"activity": "area", "topic": "group of topics"}
"""What people call a concept of the list that has others beneath it."""


def nothing_found(scope: Scope, reading: Reading, kinds: list[str]) -> str:
    """Why a list of findings is empty, in a sentence: what was looked for, and in how many cells."""
    what = f"of kind {words.and_list(kinds, 'or')} " if kinds else ""
    where = scope.says or "the whole landscape"
    cells = sum(scope.has_cell(cell.parts, reading) for cell in reading.cells.values())
    if not cells:
        return f"Nothing was found for {where}: nobody has asked anything there, and nothing is recorded."
    lie = "lies" if cells == 1 else "lie"
    return f"No finding {what}for {where}; {words.count(cells, 'question')} {lie} there."


def _beneath(reading: Reading, iri: str) -> frozenset[str]:
    """A concept and all that lies beneath it."""
    found, waiting = {iri}, [iri]
    while waiting:
        concept = reading.words.concepts.get(waiting.pop())
        for each in concept.narrower if concept else ():
            if each.iri not in found:
                found.add(each.iri)
                waiting.append(each.iri)
    return frozenset(found)
