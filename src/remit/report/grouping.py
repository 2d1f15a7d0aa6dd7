"""Findings about one activity and topic in several places, read as one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from remit import words
from remit.analysis import Candidate, Finding
from remit.analysis.cells import CellFacts
from remit.report.lines import line, strong
from remit.report.material import Material
from remit.report.model import Column, Text

__all__ = ["REFERENCE", "Group", "bare_question", "by_place", "finding_cell", "groups", "whom_to_ask"]


REFERENCE = Column("finding", "Finding · confidence; evidence", 2.4, "reference")
"""The small print of a row of findings."""


@dataclass(frozen=True)
class Group:
    """Findings of one kind that differ in their place only.

    Attributes:
        question: their question without the place.
        findings: in the order of the places.
    """

    question: str
    findings: tuple[Finding, ...]

    @property
    def needs(self) -> int:
        """The most needs that ask for one of them."""
        return max(each.needs for each in self.findings)

    @property
    def places(self) -> list[str]:
        """The IRIs of the places."""
        return [each.place for each in self.findings]


def groups(material: Material, found: Iterable[Finding]) -> list[Group]:
    """Findings by activity and topic, in the order of the first of each."""
    pairs: dict[tuple[str, str], list[Finding]] = {}
    for each in found:
        pairs.setdefault((each.activity, each.topic), []).append(each)
    order = {place.iri: at for at, place in enumerate(material.reading.words.places())}
    return [
        Group(bare_question(material, one[0].question, one[0].place), tuple(sorted(one, key=lambda f: order[f.place])))
        for one in pairs.values()
    ]


def bare_question(material: Material, question: str, place: str) -> str:
    """A cell's question without its place: ``Who funds research on mites?``"""
    concept = material.reading.words.concepts.get(place)
    ending = f" {concept.phrase}?" if concept and concept.phrase else "?"
    return question.removesuffix(ending) + "?" if question.endswith(ending) else question


def by_place(material: Material, told: Sequence[tuple[str, str]], between: str = " ") -> Text:
    """What is said of each place; places of which the same is said stand together.

    Args:
        told: places and what is said of each.
        between: what stands between places.
    """
    said: dict[str, list[str]] = {}
    for place, text in told:
        said.setdefault(text, []).append(place)
    if len(said) == 1 and (len(told) == len(material.places) or len(material.places) == 1):
        return line(told[0][1])
    pieces: list[Text] = []
    for text, places in said.items():
        names = words.capital(material.place_names(places))
        pieces.append(line(between if pieces else "", strong(f"{names}: "), text))
    return line(*pieces)


def ids(found: Sequence[Finding]) -> str:
    """The ids of findings that differ in their last part only: ``single.a.b.east, .west``."""
    stem = found[0].id.rpartition(".")[0]
    rest = [each.id.removeprefix(stem) if each.id.rpartition(".")[0] == stem else each.id for each in found[1:]]
    return ", ".join([found[0].id, *rest])


def confidence(material: Material, found: Sequence[Finding]) -> str:
    """How far findings can be relied on: ``medium``, or ``medium (Wales), low (England)``."""
    levels: dict[str, list[str]] = {}
    for each in found:
        levels.setdefault(each.confidence.level, []).append(each.place)
    if len(levels) == 1:
        return next(iter(levels))
    return ", ".join(f"{level} ({material.place_names(places)})" for level, places in levels.items())


def evidence_count(found: Iterable[Finding]) -> str:
    """How much findings rest on: ``3 statements, 5 sources``."""
    evidence = {one.statement: one for each in found for one in each.evidence}
    sources = {source.iri for one in evidence.values() for source in one.sources}
    if not evidence:
        return "nothing recorded"
    told = [f"{words.number(len(evidence))} {words.plural(len(evidence), 'statement')}"]
    told.append(f"{words.number(len(sources))} {words.plural(len(sources), 'source')}" if sources else "no source")
    return ", ".join(told)


def finding_cell(material: Material, found: Sequence[Finding]) -> Text:
    """The small print of a row of findings: ids, then how far they can be relied on and what they rest on."""
    return line(ids(found), f" · {confidence(material, found)}; {evidence_count(found)}")


def whom_to_ask(found: Sequence[Finding], most: int = 3) -> str:
    """Who is near to what is missing, and why, over all places."""
    near: dict[str, Candidate] = {}
    for each in found:
        for one in each.candidates:
            near.setdefault(one.organisation, one)
    told = [f"{one.label} ({words.and_list(one.reasons)})" for one in list(near.values())[:most]]
    rest = len(near) - most
    if not told:
        return "No body near to it is recorded."
    return "; ".join(told) + (f"; {words.number(rest)} more" if rest > 0 else "")


def per_cell(material: Material, cells: Iterable[CellFacts], says: Callable[[CellFacts], str]) -> Text:
    """What is said of each cell of a pair, by place."""
    return by_place(material, [(cell.parts.place, says(cell)) for cell in cells])
