"""One form of answer at a time: what every engine says when a query is of another form than was asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod

from pyoxigraph import Triple

from remit.engine.interface import Solutions
from remit.errors import RemitError

__all__ = ["ByForm"]


class ByForm(ABC):
    """The methods that ask for one form of answer, for an engine that answers queries of any form."""

    @abstractmethod
    def answer(self, query: str) -> Solutions | bool | list[Triple]:
        """Answer a query of any form."""

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
