"""A contradiction in a curator's words: which statements clash, where they stand, why, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.infer import Snapshot
from remit.reasoning.locate import Statement, places
from remit.reasoning.pellet import Axiom
from remit.reasoning.wording import Words

__all__ = ["Clash", "Statement", "clash"]


@dataclass(frozen=True)
class Clash:
    """Statements that cannot all be true.

    Attributes:
        why: the rule of the ontology that they break, as a sentence.
        statements: what is stated, with file and line.
        given: what else the ontology says that leads there, as sentences.
        remedy: what to look at.
    """

    why: str
    statements: tuple[Statement, ...]
    given: tuple[str, ...]
    remedy: str

    def __str__(self) -> str:
        lines = [self.why, *(f"  {statement}" for statement in self.statements)]
        if self.given:
            lines.append(f"  The ontology says: {' '.join(self.given)}")
        return "\n".join([*lines, f"  What to do: {self.remedy}"])


# the axiom that says what must not be, and what a curator looks at when it is broken
_REMEDIES = {
    "disjoint": "Each thing is of one class. Give the two things ids of their own, or correct the name that was "
    "taken for another.",
    "functional": "Keep the value that the source supports, and remove the other.",
    "irreflexive": "Correct one of the two ends of the relationship: they are the same thing.",
    "asymmetric": "Turn round or remove one of the two relationships.",
    "exclusive": "Turn round or remove one of the statements.",
    "range": "Correct the value.",
    "domain": "Correct the property, or the thing that has it.",
}


def clash(snapshot: Snapshot, axioms: Sequence[Axiom]) -> Clash:
    """An explanation, told to a curator."""
    words = Words(snapshot)
    said = [axiom for axiom in axioms if axiom.kind in ("fact", "type")]
    rules = [axiom for axiom in axioms if axiom.kind not in ("fact", "type")]
    chief = next((axiom for kind in _REMEDIES for axiom in rules if axiom.kind == kind), None)
    met = {name for axiom in axioms if axiom.kind != "disjoint" for name in axiom.names}
    statements = tuple(place for axiom in said for place in places(snapshot, axiom.names, axiom.kind == "type"))
    sentence = words.rule(chief, met) if chief else "These statements cannot all be true."
    return Clash(
        sentence,
        tuple(dict.fromkeys(statements)),
        tuple(words.rule(axiom, met) for axiom in rules if axiom is not chief),
        _REMEDIES[chief.kind] if chief else "Look at each of them; at least one is mistaken.",
    )
