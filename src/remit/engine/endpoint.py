"""Any SPARQL 1.1 endpoint, by its address, asked by the W3C's protocol.

Answers are taken only when they are whole: an answer that breaks off, or that the engine itself says it has shortened,
is an error and never a shorter table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from remit.engine.forms import ByForm
from remit.engine.interface import Solutions, Term
from remit.errors import RemitError
from remit.terms import XSD

__all__ = ["EndpointEngine", "client_for", "credentials"]

_RESULTS, _GRAPH = "application/sparql-results+json", "application/n-triples"
_ACCEPT = f"{_RESULTS}, {_GRAPH}, text/turtle;q=0.5"
_FORMATS = {_GRAPH: RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE, "text/plain": RdfFormat.N_TRIPLES}
_SHORTENED = ("x-sparql-maxrows", "x-sql-state", "x-exec-milliseconds-limit")
"""What Virtuoso puts into the head of an answer that it has cut."""

_TRUTH = {"1": "true", "0": "false"}


def credentials(user: str, password: str) -> dict[str, httpx.Auth]:
    """How to answer an engine that asks who is there, by what it asks for."""
    return {"digest": httpx.DigestAuth(user, password), "basic": httpx.BasicAuth(user, password)} if user else {}


def client_for(url: str, timeout: float) -> httpx.Client:
    """A connection that is kept; it follows no way to another address, and reads no settings of its surroundings.

    Raises:
        RemitError: the address is not one of the web.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise RemitError(f"“{url}” is not the address of an endpoint.", "--endpoint", "Write http://host:port/path.")
    return httpx.Client(timeout=httpx.Timeout(timeout, connect=10), follow_redirects=False)


class EndpointEngine(ByForm):
    """An engine at an address, one of whose graphs is asked.

    Several threads may ask at once. Raises RemitError when the engine cannot be reached, refuses the query, or gives
    an answer that is not whole.

    Attributes:
        url: its address.
        graph: the graph that is asked as the default graph; "" for the engine's own default graph.
    """

    def __init__(self, url: str, graph: str = "", timeout: float = 300) -> None:
        self.url = url
        self.graph = graph
        self._timeout = timeout
        self._client = client_for(url, timeout)

    def with_graph(self, graph: str) -> EndpointEngine:
        """The same engine, asked about another graph, over the same connections."""
        other = EndpointEngine.__new__(EndpointEngine)
        other.__dict__.update(self.__dict__, graph=graph)
        return other

    def answer(self, query: str) -> Solutions | bool | list[Triple]:
        """Answer a query of any form: rows, yes or no, or a graph."""
        response = self._post(query)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        try:
            if kind in _FORMATS:
                return [_tidied(quad.triple) for quad in parse(response.content, format=_FORMATS[kind])]
            results = parse_query_results(response.content, format=QueryResultsFormat.JSON)
            if not isinstance(results, QuerySolutions):
                return bool(results)
            variables = tuple(variable.value for variable in results.variables)
            return Solutions(variables, [tuple(_plain(term) for term in row) for row in results])
        except (SyntaxError, ValueError, OSError) as error:
            raise RemitError(
                f"The endpoint's answer cannot be read ({kind or 'no type'}): {error}.",
                self.url,
                "See whether the address is that of a SPARQL endpoint, and whether it gives whole answers.",
            ) from None

    def triples(self) -> Iterator[Triple]:
        """Everything in the graph that is asked."""
        yield from self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def _post(self, query: str) -> httpx.Response:
        form: dict[str, Any] = {"query": query}
        if self.graph:
            form["default-graph-uri"] = self.graph
        try:
            response = self._client.post(self.url, data=form, headers={"Accept": _ACCEPT})
        except httpx.TimeoutException:
            raise RemitError(
                f"The endpoint did not answer within {self._timeout:g} seconds.", self.url, "Narrow the query."
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise RemitError(
                f"The endpoint cannot be reached, or broke off: {str(error) or type(error).__name__}.",
                self.url,
                "See whether it runs, and whether the address is right.",
            ) from None
        if response.status_code != 200:
            told = " ".join(response.text.split())[:600]
            raise RemitError(
                f"The endpoint refused the query ({response.status_code}): {told or response.reason_phrase}.",
                self.url,
                "See whether the address is that of a SPARQL endpoint.",
            )
        if cut := next((name for name in _SHORTENED if name in response.headers), None):
            raise RemitError(
                f"The endpoint has shortened its answer ({cut}: {response.headers[cut]}).",
                self.url,
                "Allow more rows and time in the engine's settings (Virtuoso: ResultSetMaxRows in virtuoso.ini).",
            )
        return response


def _plain(term: Any) -> Term | None:
    """A value in the form in which the standard writes it: Virtuoso writes truth as 1."""
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean" and term.value in _TRUTH:
        return Literal(_TRUTH[term.value], datatype=NamedNode(XSD + "boolean"))
    return term  # type: ignore[no-any-return]


def _tidied(triple: Triple) -> Triple:
    value = _plain(triple.object)
    return triple if value is triple.object else Triple(triple.subject, triple.predicate, value)  # type: ignore[arg-type]
