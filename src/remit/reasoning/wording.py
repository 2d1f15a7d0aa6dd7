"""The axioms of the ontology as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from remit.infer import Snapshot
from remit.reasoning.pellet import Axiom
from remit.terms import local_name
from remit.words import and_list

__all__ = ["Words"]

_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label WHERE {
  { ?thing rdfs:label ?label } UNION { ?thing skos:prefLabel ?label ; skos:inScheme ?any }
}
"""


class Words:
    """Names of classes, properties and concepts, and sentences made of them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.labels = {row[0]: row[1] for row in snapshot.engine.select(_LABELS).texts()}

    def name(self, iri: str) -> str:
        """What a thing is called: its label, or the last part of its IRI."""
        return self.labels.get(iri) or local_name(iri)

    def one(self, iri: str) -> str:
        """A member of a class: ``an organisation``."""
        label = self.name(iri)
        label = label if label.isupper() else label[:1].lower() + label[1:]
        return f"{'an' if label[:1].lower() in 'aeiou' else 'a'} {label}"

    def either(self, iris: Iterable[str]) -> str:
        """A member of one of several classes: ``a role or a pair``."""
        return and_list([self.one(iri) for iri in iris], "or")

    def rule(self, axiom: Axiom, met: Iterable[str] = ()) -> str:
        """An axiom as a sentence.

        Args:
            axiom: from an explanation.
            met: what else the explanation names: of many classes that exclude one another only these are told.
        """
        names = axiom.names
        known = set(met)
        if axiom.kind == "disjoint":
            classes = [name for name in names if name in known] or list(names)
            return f"Nothing is both {and_list(map(self.one, classes))}."
        first = f"“{self.name(names[0])}”" if names else ""
        if axiom.kind == "domain":
            return f"What has {first} is {self.either(names[1:])}."
        if axiom.kind == "range":
            return f"What {first} leads to is {self.either(names[1:])}."
        if axiom.kind == "functional":
            return f"A thing has {first} once at most."
        if axiom.kind == "irreflexive":
            return f"{first} never leads from a thing to itself."
        if axiom.kind == "asymmetric":
            return f"{first} never holds both ways."
        if axiom.kind == "exclusive":
            return f"{first} and “{self.name(names[1])}” never lead from one thing to the same other."
        if axiom.kind == "different":
            return f"{and_list(f'“{self.name(name)}”' for name in names if name in known)} are not the same."
        if axiom.kind == "subclass" and len(names) == 2:
            return f"Every {self.name(names[0])} is {self.one(names[1])}."
        if axiom.kind == "subproperty":
            return f"Wherever {first} holds, “{self.name(names[1])}” holds."
        return f"{axiom.text}."
