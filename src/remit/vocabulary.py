"""The landscape's vocabularies and the closed lists: labels, meanings, order, what belongs to what."""

from __future__ import annotations

from dataclasses import dataclass, field

from remit.answers import Answers
from remit.terms import local_name

__all__ = ["LISTS", "Concept", "Vocabulary"]

LISTS = "https://w3id.org/remit/"
"""What the IRI of a closed list begins with."""


@dataclass
class Concept:
    """A concept of a list.

    Attributes:
        iri: its IRI.
        scheme: the IRI of the list.
        label: what people read.
        definition: what it means; "" where not stated.
        broader: the IRI of the wider concept; "" at the top.
        symbol: its sign, of a status or a flag.
        phrase: how it ends a question ("in Wales").
        cell_place: whether it is a place that is asked about.
        caption: whether it is the basis of what a caption names.
        narrower: the concepts beneath, in their order.
    """

    iri: str
    scheme: str
    label: str
    definition: str
    broader: str
    symbol: str
    phrase: str
    cell_place: bool
    caption: bool
    narrower: list[Concept] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The last part of the IRI: the name of the style of a status."""
        return local_name(self.iri)


class Vocabulary:
    """All concepts, by IRI and by list."""

    def __init__(self, answers: Answers) -> None:
        self.concepts: dict[str, Concept] = {}
        self.schemes: dict[str, str] = {}
        for row in answers.rows("coverage/vocabulary"):
            self.schemes[row["scheme"]] = row["schemeLabel"] or local_name(row["scheme"])
            if row["concept"] not in self.concepts:
                self.concepts[row["concept"]] = Concept(
                    row["concept"],
                    row["scheme"],
                    row["conceptLabel"],
                    row["definition"],
                    row["broader"],
                    row["symbol"],
                    row["phrase"],
                    row["cellPlace"] == "true",
                    row["caption"] == "true",
                )
        for concept in self.concepts.values():
            if concept.broader in self.concepts:
                self.concepts[concept.broader].narrower.append(concept)

    def label(self, iri: str) -> str:
        """What people read for a concept; the last part of the IRI where it has no label."""
        return self.concepts[iri].label if iri in self.concepts else local_name(iri)

    def closed(self, name: str) -> list[Concept]:
        """The concepts of a closed list (``status``, ``flag``, ``grade`` …) in their order."""
        return self.of(LISTS + name)

    def of(self, scheme: str) -> list[Concept]:
        """The concepts of a list, in their order."""
        return [concept for concept in self.concepts.values() if concept.scheme == scheme]

    def places(self) -> list[Concept]:
        """The places that are asked about, in their order."""
        return [concept for concept in self.concepts.values() if concept.cell_place]

    def top(self, iri: str) -> str:
        """The widest concept above one: the area of an activity, the group of a topic."""
        seen = {iri}
        while iri in self.concepts and self.concepts[iri].broader and self.concepts[iri].broader not in seen:
            iri = self.concepts[iri].broader
            seen.add(iri)
        return iri

    def leaves_by_top(self, used: list[str]) -> list[tuple[Concept, list[Concept]]]:
        """The lists of concepts that are used, as areas with what lies beneath, both in their order.

        Args:
            used: concepts that occur; the lists that they belong to are given whole. A top concept stands
                beneath itself where it is used itself or has nothing beneath.
        """
        schemes = {self.concepts[iri].scheme for iri in used if iri in self.concepts}
        occurring = set(used)
        groups: dict[str, list[Concept]] = {}
        for concept in self.concepts.values():
            if concept.scheme in schemes:
                beneath = groups.setdefault(self.top(concept.iri), [])
                if concept.iri in occurring or not concept.narrower:
                    beneath.append(concept)
        return [(self.concepts[top], members) for top, members in groups.items() if members]
