"""The interface of an engine, and what it answers with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["Engine", "Solutions", "Term"]

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True)
class Solutions:
    """The answer to a SELECT query.

    Attributes:
        variables: the names of the columns, without question mark.
        rows: one tuple a solution, as long as ``variables``; None where a variable is not bound.
    """

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]

    def texts(self) -> list[tuple[str, ...]]:
        """The rows as text: the IRI of a node, the lexical form of a literal, "" where nothing is bound."""
        return [tuple("" if term is None else term.value for term in row) for row in self.rows]

    def dicts(self) -> list[dict[str, str]]:
        """The rows as dictionaries of text, keyed by column."""
        return [dict(zip(self.variables, row, strict=True)) for row in self.texts()]


class Engine(Protocol):
    """Anything that answers SPARQL 1.1 queries over one dataset.

    Every method raises RemitError when the query is not valid or is of another form than the method's.
    """

    def answer(self, query: str) -> Solutions | bool | list[Triple]:
        """Answer a query of any form: rows, yes or no, or a graph."""
        ...

    def select(self, query: str) -> Solutions:
        """Answer a SELECT query."""
        ...

    def ask(self, query: str) -> bool:
        """Answer an ASK query."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        ...

    def triples(self) -> Iterator[Triple]:
        """Everything in the graph that is asked, in no order."""
        ...
