"""The process that holds the dataset in memory and forks workers from it.

Run as ``python -m remit.serve.keeper DESCRIPTOR``: the descriptor is one end of a socket on which the server sends its
wishes, a line of JSON each. A fork shares the dataset's memory, starts in some hundredths of a second, and gives all of
its memory back when it is killed. Only this process forks, since it runs no other threads.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import signal
import socket
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from remit.dataset import graphs_of
from remit.errors import RemitError
from remit.load import load
from remit.serve.stores import Stores
from remit.serve.worker import work

__all__ = ["main", "receive_line"]


def receive_line(connection: socket.socket) -> bytes:
    """A line from the socket, and b"" at its end. Lines are short and answered one by one, so none is cut."""
    line = b""
    while not line.endswith(b"\n"):
        piece = connection.recv(65536)
        if not piece:
            return b""
        line += piece
    return line


def _dataset(landscape: str | None, as_of: str | None) -> tuple[Stores, dict[str, Any]]:
    """The dataset, and what the server tells about it."""
    folder = Path(landscape) if landscape else None
    stated = load(folder)
    graphs = graphs_of(stated, as_of)
    digest = hashlib.sha256(f"{version('remit')} {version('pyoxigraph')} {graphs[0].day}".encode())
    for file in stated.files:
        digest.update(file.read_bytes())
    facts = {
        "key": digest.hexdigest()[:16],
        "day": graphs[0].day,
        "landscape": asdict(stated.landscape),
        "graphs": [
            {"name": graph.name, "title": graph.title, "day": graph.day, "triples": len(graph.triples)}
            for graph in graphs
        ],
    }
    return Stores.of(graphs), facts


def _warm(stores: Stores) -> None:
    """Whatever a query needs for the first time is done once, before the forks."""
    from remit.guard import check_query

    with contextlib.suppress(RemitError):
        check_query("SELECT * FROM <urn:x> { ?service ?from 'x' }")
    for store in (stores.day, stores.whole):
        store.query("ASK { ?s ?p ?o }")


class _Children:
    """The workers that are alive, or whose fate nobody has asked for."""

    def __init__(self) -> None:
        self._alive: set[int] = set()

    def fork(self, server: socket.socket, stores: Stores, settings: dict[str, Any]) -> int:
        connection, channel = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            try:
                server.close()
                connection.close()
                work(channel, stores, settings)
            finally:
                os._exit(0)
        channel.close()
        self._alive.add(pid)
        socket.send_fds(server, [json.dumps({"pid": pid}).encode() + b"\n"], [connection.fileno()])
        connection.close()
        return pid

    def fate(self, pid: int, kill: bool) -> int:
        """How a worker ended: the signal that ended it, or 0. Its number is not used again before this."""
        if pid not in self._alive:
            return 0
        if kill:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._alive.discard(pid)
        _, status = os.waitpid(pid, 0)
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def calm(self, pid: int) -> int:
        """Have a worker let others go first."""
        if pid in self._alive:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, pid, 10)
        return 0

    def end(self) -> None:
        for pid in list(self._alive):
            self.fate(pid, kill=True)


def main(descriptor: int) -> None:
    """Load the dataset, tell the server about it, and serve its wishes until it closes the socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = socket.socket(fileno=descriptor)
    settings = json.loads(receive_line(server))
    try:
        stores, facts = _dataset(settings["landscape"], settings["as_of"])
    except RemitError as error:
        server.sendall(json.dumps({"error": [error.what, error.where, error.remedy]}).encode() + b"\n")
        return
    _warm(stores)
    gc.collect()
    gc.freeze()
    server.sendall(json.dumps(facts).encode() + b"\n")
    children = _Children()
    try:
        while line := receive_line(server):
            wish = json.loads(line)
            if wish["do"] == "fork":
                children.fork(server, stores, settings)
                continue
            # every wish is answered, so that two never come together
            if wish["do"] == "calm":
                told = children.calm(wish["pid"])
            else:
                told = children.fate(wish["pid"], wish["do"] == "kill")
            server.sendall(json.dumps({"signal": told}).encode() + b"\n")
    finally:
        children.end()


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]))
    except (BrokenPipeError, ConnectionResetError):
        # the server is gone: nothing is left to serve
        sys.exit(0)
