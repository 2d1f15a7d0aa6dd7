"""Oxigraph, embedded: in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QueryTriples, Store, Triple

from remit.engine.forms import ByForm
from remit.engine.interface import Solutions
from remit.errors import RemitError

__all__ = ["OxigraphEngine"]

_PLACE = re.compile(r"\bat (\d+):(\d+)")


class OxigraphEngine(ByForm):
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
