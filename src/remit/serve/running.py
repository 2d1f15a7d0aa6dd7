"""Run the application: one event loop, a socket of our own, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import uvicorn

from remit.errors import RemitError
from remit.serve.app import application
from remit.serve.patient import protocol
from remit.serve.service import LOG, Service

__all__ = ["bind", "run"]

GRACE = 10
"""Seconds that requests have to end when the server is stopped."""


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens at an address.

    Raises:
        RemitError: the address is not one of this machine, or is taken.
    """
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, number)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
        except BaseException:
            listening.close()
            raise
        return listening
    except OSError as error:
        raise RemitError(
            f"The server cannot listen at {host}, port {port}: {error.strerror}.",
            "--host, --port",
            "Stop what listens there, or name another port.",
        ) from None


def run(
    service: Service,
    host: str,
    port: int,
    *,
    root_path: str = "",
    log_queries: bool = False,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); SIGHUP has the landscape read anew.

    Args:
        service: not yet started.
        host, port: where to listen; port 0 is any free one.
        root_path: what a proxy before the server takes off the path.
        log_queries: whether the log shows the queries' texts.
        ready: told the address, once queries are answered.

    Raises:
        RemitError: the address is taken, or the landscape cannot be read.
    """
    if not hasattr(os, "fork"):
        raise RemitError(
            "The server needs an operating system that can fork processes.", None, "Use Linux, macOS or WSL."
        )
    listening = bind(host, port)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    if root_path:
        root_path = "/" + root_path.strip("/")
    config = uvicorn.Config(
        application(service, log_queries=log_queries),
        http=protocol(service.limits.patience, service.limits.connections, service.limits.body * 1024 + 2**14),
        ws="none",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        root_path=root_path,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=GRACE,
        lifespan="on",
    )
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}{root_path}/"
    _widen()
    with asyncio.Runner(loop_factory=_loop()) as runner:
        runner.run(_serve(service, _Server(config), listening, lambda: ready(address)))


class _Server(uvicorn.Server):
    """Uvicorn, which ends in order when told to stop, and then not by the signal once more."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Be told of the signals to stop."""
        loop = asyncio.get_running_loop()
        for one in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(one, self.handle_exit, one, None)
        yield


def _loop() -> Any:
    try:
        import uvloop

        return uvloop.new_event_loop
    except ImportError:
        return None


def _widen() -> None:
    """As many open connections as the system lets this process have."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def _serve(service: Service, server: uvicorn.Server, listening: socket.socket, ready: Callable[[], None]) -> None:
    async def start() -> None:
        try:
            await service.start()
        except BaseException:
            server.should_exit = True
            raise
        ready()

    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, service.renew_later)
    starting = asyncio.create_task(start())
    try:
        await server.serve(sockets=[listening])
    finally:
        starting.cancel()
        listening.close()
    with contextlib.suppress(asyncio.CancelledError):
        await starting
