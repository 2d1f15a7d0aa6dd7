"""How answers are sent: heads that all share, files in pieces, and no patience without end."""

from __future__ import annotations

import asyncio
from typing import BinaryIO

from starlette.responses import Response
from starlette.types import Scope, Send

from remit.serve.kept import KeptAnswer

__all__ = ["CORS", "VARY", "plain", "send_file", "send_head"]

VARY = "Accept, Accept-Encoding"

CORS = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
    "access-control-expose-headers": "ETag",
}
"""Pages of any other site may ask: everything here is public, and nothing can be changed."""

_SHARED = [
    *((name.encode(), value.encode()) for name, value in CORS.items()),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
    (b"cache-control", b"no-cache"),
    (b"vary", VARY.encode()),
]
_PIECE = 2**18


def plain(status: int, says: str, extra: dict[str, str] | None = None) -> Response:
    """A sentence, or nothing, with a status of HTTP."""
    headers = {**CORS, "x-content-type-options": "nosniff", "cache-control": "no-store", **(extra or {})}
    if status in (204, 304):
        return Response(status_code=status, headers=headers)
    return Response(says + "\n", status, headers, "text/plain; charset=utf-8")


async def send_head(send: Send, made: KeptAnswer, size: int, mark: str) -> None:
    """The head of an answer that is complete."""
    kind = made.type.encode()
    headers = [
        (b"content-type", kind + b"; charset=utf-8" if kind.startswith(b"text/") else kind),
        (b"content-length", str(size).encode()),
        *_SHARED,
    ]
    if mark:
        headers.append((b"etag", mark.encode()))
    if made.gzip:
        headers.append((b"content-encoding", b"gzip"))
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def send_file(scope: Scope, send: Send, file: BinaryIO, patience: float) -> None:
    """A file in pieces. A client that does not fetch a piece in time is cut off; it sees that by the length."""
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
        return
    while True:
        piece = file.read(_PIECE)
        try:
            async with asyncio.timeout(patience):
                await send({"type": "http.response.body", "body": piece, "more_body": bool(piece)})
        except TimeoutError:
            if abort := scope.get("extensions", {}).get("remit.abort"):
                abort()
            return
        if not piece:
            return
