"""Oxigraph, embedded: in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QueryTriples, Store, Triple

from remit.engine.interface import Solutions
from remit.errors import RemitError

__all__ = ["OxigraphEngine"]

_PLACE = re.compile(r"\bat (\d+):(\d+)")


class OxigraphEngine:
    """An in-memory store whose default graph is asked.

    Raises RemitError for a query with a syntax error (with its line and column) or of the wrong form.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = Store() if store is None else store

    def triples(self) -> Iterator[Triple]:
        """Everything in the default graph, in no order."""
        for quad in self.store.quads_for_pattern(None, None, None, DefaultGraph()):
            yield quad.triple

    def extend(self, triples: Iterable[Triple]) -> None:
        """Add triples to the default graph."""
        self.store.extend(Quad(*triple) for triple in triples)

    def answer(self, query: str) -> Solutions | bool | list[Triple]:
        """Answer a query of any form: rows, yes or no, or a graph."""
        try:
            answer = self.store.query(query)
            if isinstance(answer, QueryBoolean):
                return bool(answer)
            if isinstance(answer, QueryTriples):
                return list(answer)
            variables = tuple(variable.value for variable in answer.variables)
            return Solutions(variables, [tuple(solution) for solution in answer])
        except SyntaxError as error:
            place = _PLACE.search(str(error))
            where = f"query, line {place[1]}, column {place[2]}" if place else "query"
            raise RemitError(
                f"This is not valid SPARQL: {error}.",
                where,
                "SELECT, ASK, CONSTRUCT and DESCRIBE are answered.",
            ) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise RemitError(f"The query cannot be answered: {error}.", "query") from None

    def select(self, query: str) -> Solutions:
        """Answer a SELECT query."""
        answer = self.answer(query)
        if not isinstance(answer, Solutions):
            raise RemitError("This is not a SELECT query.", "query", "Begin the query with SELECT.")
        return answer

    def ask(self, query: str) -> bool:
        """Answer an ASK query."""
        answer = self.answer(query)
        if not isinstance(answer, bool):
            raise RemitError("This is not an ASK query.", "query", "Begin the query with ASK.")
        return answer

    def construct(self, query: str) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        answer = self.answer(query)
        if not isinstance(answer, list):
            raise RemitError("This query constructs no graph.", "query", "Begin it with CONSTRUCT or DESCRIBE.")
        return answer
