"""What is told of a term, of a concept of a closed list, and of a rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from remit.terms import local_name

__all__ = ["ListConcept", "Rule", "Term", "Use"]


@dataclass(frozen=True)
class Use:
    """Where a term is used: a rule, a check or a question, and its title."""

    kind: str
    name: str
    title: str


@dataclass(frozen=True)
class Term:
    """A class or property of the ontology.

    Attributes:
        iri: its IRI; the part after ``#`` is its anchor.
        kind: ``class``, ``relation`` (to a thing), ``value`` (a literal) or ``remark`` (an annotation).
        label, definition, note, example: what the ontology says; "" where it does not.
        derived: whether rules derive it, so that nobody states it.
        broader: what it is a kind of.
        domain: the classes of what has it.
        range: the classes, datatypes or list of what it leads to.
        equivalent: what the axiom that defines a class asks for, in words.
        traits: ``at most one``, ``both ways`` and the like.
        shown: an example from the landscape: subject, value, as people read them.
        uses: the rules, checks and questions that name it.
    """

    iri: str
    kind: str
    label: str
    definition: str
    note: str
    example: str
    derived: bool
    broader: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    equivalent: str = ""
    traits: tuple[str, ...] = ()
    shown: tuple[str, str] = ("", "")
    uses: tuple[Use, ...] = ()

    @property
    def anchor(self) -> str:
        """The fragment of its IRI."""
        return local_name(self.iri)


@dataclass(frozen=True)
class ListConcept:
    """A concept of a closed list; ``anchor`` is what follows the ontology's address in its IRI: ``status/covered``."""

    iri: str
    list_name: str
    label: str
    definition: str
    symbol: str
    shown: str = ""
    uses: tuple[Use, ...] = ()

    @property
    def anchor(self) -> str:
        return f"{self.list_name}/{local_name(self.iri)}"


@dataclass(frozen=True)
class Rule:
    """A rule (or check): a file of SPARQL.

    Attributes:
        name: the file's name without ending; its anchor.
        title, says: what it tells of itself; of a check, what is wrong and what to do.
        severity: of a check.
        reads, derives: the names of terms, as ``prefix:local``.
        text: the SPARQL.
    """

    name: str
    title: str
    says: str
    text: str
    severity: str = ""
    reads: tuple[str, ...] = ()
    derives: tuple[str, ...] = ()
    uses: tuple[Use, ...] = field(default=())
