"""The whole job: is the landscape consistent with the ontology, why not, and what does each organisation act as?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Triple

from remit.infer import Snapshot
from remit.reasoning import hermit, pellet
from remit.reasoning.clashes import Clash, clash
from remit.reasoning.pellet import Axiom
from remit.reasoning.view import for_classes, for_explanation, whole

__all__ = ["Reasoned", "reason"]


@dataclass(frozen=True)
class Reasoned:
    """What the reasoners found.

    Attributes:
        consistent: whether everything can be true at once.
        clashes: the contradictions that were looked for, where there are any; there may be more.
        members: the things in each defined class, by the class's IRI; {} where it is inconsistent.
        empty: classes that can have no member, because their definition contradicts itself.
    """

    consistent: bool
    clashes: tuple[Clash, ...] = ()
    members: dict[str, set[str]] = field(default_factory=dict)
    empty: tuple[str, ...] = ()


def reason(
    snapshot: Snapshot, *, most: int = 10, progress: Callable[[str], None] = lambda _: None, classes: bool = True
) -> Reasoned:
    """Check a snapshot for contradictions, and class its organisations.

    Args:
        snapshot: the landscape as of a date.
        most: how many contradictions to explain at most.
        progress: told what is being done.
        classes: whether to class organisations too, where there is no contradiction.

    Raises:
        RemitError: Java or owlready2 is not installed, or a reasoner failed or took too long.
    """
    triples = whole(snapshot)
    progress(f"HermiT checks {len(triples):,} statements for contradictions …")
    if not hermit.consistent(triples):
        return Reasoned(False, tuple(_explained(snapshot, triples, most, progress)))
    if not classes:
        return Reasoned(True)
    part = for_classes(triples)
    progress(f"HermiT classes organisations by {len(part):,} statements …")
    members, empty = hermit.classify(part)
    return Reasoned(True, (), members, tuple(empty))


def _explained(snapshot: Snapshot, triples: list[Triple], most: int, progress: Callable[[str], None]) -> list[Clash]:
    """One contradiction after the other: what was blamed is left out before the next is looked for."""
    found: list[Clash] = []
    left = for_explanation(triples)
    while len(found) < most:
        progress(f"Pellet looks for the statements that clash ({len(found)} found) …")
        axioms = pellet.explain(left)
        if not axioms and not found:
            axioms = pellet.explain(triples)
        if not axioms:
            break
        told = clash(snapshot, axioms)
        found.append(told)
        fewer = _without_blamed(left, axioms, told)
        if len(fewer) == len(left):
            break
        left = fewer
    return found


def _without_blamed(triples: list[Triple], axioms: list[Axiom], told: Clash) -> list[Triple]:
    """Without one statement of a contradiction, so that others can show, and this one does not come back.

    A property is blamed before a class: with it goes the relationship that it stands for. A thing that is stated to be
    of two classes goes altogether, since each statement about it would clash anew.
    """
    fact = next((axiom.names for axiom in axioms if axiom.kind == "fact"), None)
    if fact is None:
        things = {axiom.names[0] for axiom in axioms if axiom.kind == "type"}
        return [triple for triple in triples if not {_iri(triple.subject), _iri(triple.object)} & things]
    ends = {fact[0], fact[1], fact[2]}
    through = {statement.subject for statement in told.statements if statement.subject not in ends}
    through -= {axiom.names[0] for axiom in axioms if axiom.kind in ("fact", "type")}
    return [
        triple
        for triple in triples
        if _iri(triple.subject) not in through
        and (_iri(triple.subject), triple.predicate.value, getattr(triple.object, "value", "")) != fact[:3]
    ]


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""
