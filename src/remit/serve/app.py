"""All addresses of the server, in one Starlette application."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from remit.serve import editor, entities
from remit.serve.endpoint import Endpoint
from remit.serve.sending import CORS, plain
from remit.serve.service import LOG, Service
from remit.site.page import STATIC

__all__ = ["Logged", "application"]

_OWN = Path(__file__).parent / "static"


class Logged:
    """A line for each request: what was asked, how it went, how long it took. The query's text only where asked for."""

    def __init__(self, app: ASGIApp, queries: bool) -> None:
        self._app = app
        self._queries = queries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell of it afterwards."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, size = time.perf_counter(), 0, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        except Exception as error:
            LOG.error(f"Unforeseen: {type(error).__name__}: {error}")
            raise
        finally:
            client = scope["client"][0] if scope.get("client") else "-"
            spent = (time.perf_counter() - begun) * 1000
            path = scope.get("raw_path", b"").decode("ascii", "replace")
            line = f"{client} {scope['method']} {path} {status} {size} B {spent:.1f} ms"
            if self._queries and "remit.query" in scope:
                # one line, whatever the query holds
                line += f" {scope['remit.query']!r}"
            LOG.info(line)


def application(service: Service, *, log_queries: bool = False, log: bool = True) -> ASGIApp:
    """The application; it starts and ends the service with itself.

    Raises, when it starts, what :meth:`remit.serve.service.Service.start` raises.
    """

    async def health(_: Request) -> Response:
        loaded = service.pool is not None
        told = {"status": "ready" if loaded else "loading", "site": "ready" if service.pages.ready else "not yet"}
        if service.pool:
            told["asOf"] = service.pool.facts["day"]
        return JSONResponse(told, 200 if loaded else 503, {"cache-control": "no-store", **CORS})

    async def void(request: Request) -> Response:
        return service.description(request.scope, request.headers)

    async def anything(request: Request) -> Response:
        path = request.path_params["path"]
        found = await service.pages.page(path, request.scope)
        found = found or await entities.see_other(service, request, path)
        if found is not None:
            return found
        if not service.pages.ready:
            return plain(503, service.pages.says, {"retry-after": "10"})
        return plain(404, "There is no such page.")

    def asked(answer: Callable[[Service, Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            return await answer(service, request)

        return answered

    async def editing(request: Request) -> Response:
        return editor.editor(service, request.scope.get("root_path", ""))

    async def offered(_: Request) -> Response:
        return editor.questions()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await service.close()

    app: ASGIApp = Starlette(
        routes=[
            Route("/sparql", Endpoint(service)),
            Route("/sparql/editor", editing),
            Route("/sparql/questions", offered),
            Route("/sparql/page", asked(entities.page)),
            Route("/sparql/data", asked(entities.data)),
            Mount("/sparql/static", StaticFiles(directory=_OWN)),
            Mount("/sparql/look", StaticFiles(directory=STATIC)),
            Route("/.well-known/void", void),
            Route("/health", health),
            Route("/{path:path}", anything),
        ],
        lifespan=lifespan,
    )
    return Logged(app, log_queries) if log else app
