"""Load a landscape into an engine that others run, by the Graph Store Protocol or by updates.

Each graph is replaced as a whole, so that pushing again gives the same. By the Graph Store Protocol the engine itself
replaces a graph in one step; by updates a graph is written beside its place, and all are moved into place in one
request when all are complete. A push that breaks off leaves what was there.

https://www.w3.org/TR/sparql11-http-rdf-update/ and https://www.w3.org/TR/sparql11-update/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import httpx
from pyoxigraph import BlankNode, RdfFormat, Triple, serialize

from remit.dataset import Graph
from remit.engine.endpoint import client_for, credentials
from remit.errors import RemitError

__all__ = ["METHODS", "push"]

METHODS = ("graph-store", "update")

PIECE = 500
"""Triples in one update: Virtuoso refuses much longer ones."""

_NOT_A_STORE = (400, 404, 405, 406, 415, 422, 501)
"""How addresses answer that do not speak the Graph Store Protocol."""


class _Slow(RemitError):
    """The engine has taken a request and does not answer."""


class _Engine:
    """An address that is written to; finds out how to tell it who is there."""

    def __init__(self, url: str, user: str, password: str) -> None:
        self.url = url
        self._client = client_for(url, 600)
        self._ways = credentials(user, password)
        self._auth: httpx.Auth | None = None

    def send(self, method: str, content: bytes, kind: str, timeout: float = 600, **parameters: str) -> httpx.Response:
        """Send a request, and again with user and password where the engine asks for them."""
        response = self._once(method, content, kind, timeout, parameters)
        if response.status_code == 401 and self._auth is None:
            asked = response.headers.get("www-authenticate", "").lower()
            self._auth = next((auth for way, auth in self._ways.items() if way in asked), None)
            if self._auth is not None:
                response = self._once(method, content, kind, timeout, parameters)
        if response.status_code in (401, 403):
            raise RemitError(
                f"The engine does not let you write ({response.status_code}).",
                self.url,
                "Give --user, and the password in REMIT_PASSWORD; or see who may write to the engine.",
            )
        return response

    def _once(
        self, method: str, content: bytes, kind: str, timeout: float, parameters: dict[str, str]
    ) -> httpx.Response:
        try:
            return self._client.request(
                method,
                self.url,
                params=parameters or None,
                content=content,
                headers={"Content-Type": kind},
                auth=self._auth,
                timeout=httpx.Timeout(timeout, connect=10),
            )
        except httpx.ReadTimeout:
            raise _Slow(f"The engine did not answer within {timeout:g} seconds.", self.url, "Push again.") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise RemitError(
                f"The engine cannot be reached, or broke off: {str(error) or type(error).__name__}.",
                self.url,
                "See whether it runs, and whether the address is right; then push again.",
            ) from None

    def is_store(self, scratch: str) -> bool:
        """Whether the address speaks the Graph Store Protocol: tried with a small graph that is taken away again."""
        triple = b"<urn:remit:a> <urn:remit:b> <urn:remit:c> .\n"
        try:
            response = self.send("PUT", triple, "text/turtle", 10, graph=scratch)
            if response.is_success:
                self.send("DELETE", b"", "text/turtle", 10, graph=scratch)
        except _Slow:
            # an address of Virtuoso's that is for updates never answers a PUT
            return False
        if not response.is_success and response.status_code not in _NOT_A_STORE:
            raise _refused(self.url, response)
        return response.is_success

    def update(self, text: str) -> None:
        """Run an update."""
        response = self.send("POST", text.encode(), "application/sparql-update")
        if response.status_code == 415:
            # some take updates only as a form
            form = str(httpx.QueryParams({"update": text})).encode()
            response = self.send("POST", form, "application/x-www-form-urlencoded")
        if not response.is_success:
            raise _refused(self.url, response)


def _refused(url: str, response: httpx.Response) -> RemitError:
    told = " ".join(response.text.split())[:400] or response.reason_phrase
    return RemitError(
        f"The engine refused the graph ({response.status_code}): {told}.",
        url,
        "See whether the address is that of a graph store, or of updates (--by update).",
    )


def push(
    graphs: Sequence[Graph],
    to: str,
    *,
    by: str | None = None,
    user: str = "",
    password: str = "",
    progress: Callable[[str], None] = lambda _: None,
) -> str:
    """Replace the named graphs of a landscape in an engine.

    Args:
        graphs: from :func:`remit.dataset.graphs_of`.
        to: the address of its graph store, or of its updates.
        by: one of METHODS; found out when None.
        user, password: sent only when the engine asks for them (Basic or Digest).
        progress: told what is being done.

    Returns:
        The method that was used.

    Raises:
        RemitError: the engine cannot be reached, does not let the user write, or refuses a graph.
    """
    engine = _Engine(to, user, password)
    # the snapshots last: whoever finds one finds the rest
    ordered = sorted(graphs, key=lambda graph: bool(graph.day))
    method = by or ("graph-store" if engine.is_store(_beside(ordered[0])) else "update")
    if method == "update":
        _by_updates(engine, ordered, progress)
        return method
    for graph in ordered:
        progress(f"{graph.title}: {len(graph.triples):,} triples …")
        response = engine.send("PUT", _written(graph.triples), "text/turtle", graph=graph.name)
        if not response.is_success:
            raise _refused(to, response)
    return method


def _written(triples: Sequence[Triple]) -> bytes:
    # N-Triples is Turtle, and all engines read it fast
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _by_updates(engine: _Engine, graphs: Sequence[Graph], progress: Callable[[str], None]) -> None:
    for graph in graphs:
        progress(f"{graph.title}: {len(graph.triples):,} triples …")
        beside = _beside(graph)
        engine.update(f"DROP SILENT GRAPH <{beside}>")
        for piece in _pieces(graph.triples):
            lines = _written(piece).decode()
            if any(BlankNode in (type(triple.subject), type(triple.object)) for triple in piece):
                # Virtuoso takes no blank nodes in INSERT DATA; in a template each is made once, for the one solution
                engine.update(f"INSERT {{ GRAPH <{beside}> {{\n{lines}}} }} WHERE {{ }}")
            else:
                engine.update(f"INSERT DATA {{ GRAPH <{beside}> {{\n{lines}}} }}")
    progress("Moving the graphs into place …")
    engine.update(" ;\n".join(f"MOVE GRAPH <{_beside(graph)}> TO <{graph.name}>" for graph in graphs))


def _beside(graph: Graph) -> str:
    return f"{graph.name}.being-pushed"


def _pieces(triples: Sequence[Triple]) -> Iterator[list[Triple]]:
    """Parts of a graph. A blank node's name holds within one request, so all that have any go together."""
    named: list[Triple] = []
    blank: list[Triple] = []
    for triple in triples:
        (blank if BlankNode in (type(triple.subject), type(triple.object)) else named).append(triple)
    if blank:
        yield blank
    for start in range(0, len(named), PIECE):
        yield named[start : start + PIECE]
