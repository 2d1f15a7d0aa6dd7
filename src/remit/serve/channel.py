"""The server's end of a worker's socket: one question at a time, and its answer."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from remit.serve.worker import ASK, HEAD

__all__ = ["Answer", "Channel", "Gone"]

Answer = tuple[dict[str, Any], bytes]


class Gone(Exception):
    """The worker has ended without an answer."""


class Channel(asyncio.Protocol):
    """The server's end of a worker's socket."""

    def __init__(self) -> None:
        self.pid = 0
        self._buffer = bytearray()
        self._answer: asyncio.Future[Answer] | None = None
        self._transport: asyncio.WriteTransport | None = None
        self.gone = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone = True
        if self._answer and not self._answer.done():
            self._answer.set_exception(Gone())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if len(self._buffer) < HEAD.size:
            return
        head, content = HEAD.unpack_from(self._buffer)
        if len(self._buffer) < HEAD.size + head + content or self._answer is None:
            return
        told = json.loads(self._buffer[HEAD.size : HEAD.size + head])
        body = bytes(self._buffer[HEAD.size + head :])
        self._buffer.clear()
        if not self._answer.done():
            self._answer.set_result((told, body))

    def ask(self, question: bytes) -> asyncio.Future[Answer]:
        """Send a question; the answer comes later."""
        assert self._transport
        self._answer = asyncio.get_running_loop().create_future()
        if self.gone:
            self._answer.set_exception(Gone())
        else:
            self._transport.write(ASK.pack(len(question)) + question)
        return self._answer

    def close(self) -> None:
        if self._transport:
            self._transport.close()
