"""The endpoint itself, as an ASGI application: reads the request, has it answered, sends the answer whole."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import Receive, Scope, Send

from remit.serve.kept import Kept, KeptAnswer
from remit.serve.negotiation import GRAPHS, RESULTS, choose, wants_gzip, wants_page
from remit.serve.protocol import METHODS, Operation, Refused, operation
from remit.serve.sending import VARY, plain, send_file, send_head
from remit.serve.service import Service

__all__ = ["Endpoint"]

_RESULTS, _GRAPHS = tuple(RESULTS), tuple(GRAPHS)

_CHANCE = re.compile(r"\b(rand|now|uuid|struuid|bnode)\b|\\u", re.IGNORECASE)
"""Letters of functions that answer differently each time. They may stand in a literal as well: then an answer is merely
not kept."""


class Endpoint:
    """``/sparql``."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._kept = Kept(service.cache_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = scope["method"]
        headers = Headers(scope=scope)
        try:
            if method == "OPTIONS":
                await plain(204, "", {"allow": METHODS})(scope, receive, send)
                return
            if method not in ("GET", "HEAD", "POST"):
                raise Refused(405, f"The endpoint answers {METHODS}.")
            body = await self._body(headers, receive) if method == "POST" else b""
            if len(scope["query_string"]) > self._service.limits.body * 1024:
                raise Refused(413, f"The query is larger than {self._service.limits.body} KiB.")
            mark = self._mark(method, scope["query_string"], headers, body)
            if found := self._kept.get(mark):
                scope["remit.query"] = found.query
                if not await self._known(mark, headers, scope, receive, send):
                    await self._send(found, mark, scope, send)
                return
            asked = operation(method, scope["query_string"], headers.get("content-type", ""), body)
            if asked is None:
                await self._describe(scope, receive, send, headers)
                return
            scope["remit.query"] = asked.query
            await self._answer(asked, mark, headers, scope, receive, send)
        except Refused as refused:
            extra = {"allow": METHODS} if refused.status == 405 else {}
            if refused.status == 503:
                extra["retry-after"] = "5"
            await plain(refused.status, refused.says, extra)(scope, receive, send)

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        most = self._service.limits.body * 1024
        too_large = Refused(413, f"The query is larger than {self._service.limits.body} KiB.")
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > most:
            raise too_large
        data = bytearray()
        try:
            async with asyncio.timeout(self._service.limits.patience):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise Refused(400, "The client has gone.")
                    data += message.get("body", b"")
                    if len(data) > most:
                        raise too_large
                    if not message.get("more_body"):
                        return bytes(data)
        except TimeoutError:
            raise Refused(408, "The request did not come in time.") from None

    async def _describe(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        """Without a query: the editor for a person, the service description for a program."""
        accept = headers.get("accept", "")
        if wants_page(accept):
            address = scope.get("root_path", "") + "/sparql/editor"
            await RedirectResponse(address, 303, {"vary": "Accept"})(scope, receive, send)
            return
        await self._service.description(scope, headers)(scope, receive, send)

    def _mark(self, method: str, query_string: bytes, headers: Headers, body: bytes) -> str:
        """The mark (ETag) of the answer to a request, from all that decides what it is: the same request of the same
        dataset has the same answer, so that it need not even be read."""
        pool = self._service.pool
        decides = (
            pool.facts["key"] if pool else "",
            method == "POST",
            query_string,
            body,
            *(headers.get(name, "") for name in ("content-type", "accept", "accept-encoding")),
        )
        return f'W/"{hashlib.blake2b(repr(decides).encode(), digest_size=15).hexdigest()}"'

    async def _known(self, mark: str, headers: Headers, scope: Scope, receive: Receive, send: Send) -> bool:
        """Tell a client that has the answer already that it is still the same."""
        if mark.removeprefix("W/") not in headers.get("if-none-match", ""):
            return False
        await plain(304, "", {"etag": mark, "vary": VARY})(scope, receive, send)
        return True

    async def _answer(
        self, asked: Operation, mark: str, headers: Headers, scope: Scope, receive: Receive, send: Send
    ) -> None:
        service = self._service
        accept = headers.get("accept", "")
        results, graph = choose(accept, _RESULTS), choose(accept, _GRAPHS)
        if results is None and graph is None:
            raise Refused(406, f"The Accept header names none of {', '.join(dict.fromkeys((*RESULTS, *GRAPHS)))}.")
        gzip = wants_gzip(headers.get("accept-encoding", ""))
        pool = service.pool
        if pool is None:
            raise Refused(503, "The dataset is being loaded. Try again in some seconds.")
        if _CHANCE.search(asked.query):
            mark = ""
        elif await self._known(mark, headers, scope, receive, send):
            # only an answer that was given carries this mark, and the dataset is still the same
            return
        told, content = await pool.answer(
            {
                "query": asked.query,
                "default": asked.default,
                "named": asked.named,
                "results": (results, RESULTS[results]) if results else None,
                "graph": (graph, GRAPHS[graph]) if graph else None,
                "gzip": gzip,
            },
            lambda: _disconnected(receive),
        )
        if told["status"] != 200:
            raise Refused(told["status"], told["says"])
        made = KeptAnswer(told["type"], told["gzip"], content, asked.query)
        if told["file"]:
            with _unlinked(Path(told["file"])) as opened:
                await send_head(send, made, opened.size, mark)
                await send_file(scope, send, opened.file, service.limits.patience)
            return
        if mark:
            self._kept.put(mark, made)
        await self._send(made, mark, scope, send)

    async def _send(self, made: KeptAnswer, mark: str, scope: Scope, send: Send) -> None:
        await send_head(send, made, len(made.content), mark)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else made.content})


async def _disconnected(receive: Receive) -> None:
    """Ends when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


class _Opened:
    def __init__(self, path: Path) -> None:
        self.file = path.open("rb")
        self.size = path.stat().st_size
        path.unlink()


@contextmanager
def _unlinked(path: Path) -> Iterator[_Opened]:
    """A file that is gone from its folder at once, and from the disk when it is closed."""
    opened = _Opened(path)
    try:
        yield opened
    finally:
        opened.file.close()
