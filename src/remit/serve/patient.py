"""Connections whose clients are slow, silent or send garbage cost nothing that lasts."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

__all__ = ["protocol"]


def protocol(patience: float, connections: int, longest_head: int) -> type[HttpToolsProtocol]:
    """Uvicorn's protocol, with an end to its patience.

    Args:
        patience: seconds within which the head of a request must have come.
        connections: how many there may be at once.
        longest_head: bytes of a request's first line and headers.
    """

    class Patient(HttpToolsProtocol):
        _timer: asyncio.TimerHandle | None = None
        _head = 0

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > connections:
                transport.abort()
                return
            self._await_head()

        def connection_lost(self, exc: Exception | None) -> None:
            self._head_has_come()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self._await_head()
                self._head += len(data)
                # more may come along in the same piece: the first bytes of a body
                if self._head > longest_head + 2**18:
                    self._refuse()
                    return
            super().data_received(data)

        def on_header(self, name: bytes, value: bytes) -> None:
            super().on_header(name, value)
            if len(self.headers) > 100 or sum(len(n) + len(v) for n, v in self.headers) > longest_head:
                raise ValueError("the head of the request is too long")

        def on_headers_complete(self) -> None:
            self._head_has_come()
            super().on_headers_complete()
            extensions: dict[str, Any] = self.scope.setdefault("extensions", {})
            extensions["remit.abort"] = self.transport.abort

        def _await_head(self) -> None:
            if self._timer is None:
                self._timer = self.loop.call_later(patience, self.transport.abort)

        def _head_has_come(self) -> None:
            self._head = 0
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _refuse(self) -> None:
            if not self.transport.is_closing():
                says = b"The head of the request is too long.\n"
                self.transport.write(
                    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain\r\n"
                    b"connection: close\r\ncontent-length: " + str(len(says)).encode() + b"\r\n\r\n" + says
                )
                self.transport.close()

    return Patient
