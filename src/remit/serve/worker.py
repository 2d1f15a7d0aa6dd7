"""A worker: answers queries one after the other, within its limits, until its socket is closed."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import struct
from pathlib import Path
from typing import Any

from remit.serve.answering import answer
from remit.serve.stores import Stores

__all__ = ["ASK", "HEAD", "work"]

ASK = struct.Struct("!I")
"""Before a question: its length."""

HEAD = struct.Struct("!IQ")
"""Before an answer: the lengths of its head and of its content."""


def _data_size() -> int:
    """Bytes of memory of its own that this process has now; 0 where the system does not tell."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmData:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _confine(settings: dict[str, Any]) -> None:
    """Limits that the system itself keeps: memory; no dump of it when they end the process."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if size := _data_size():
        most = size + settings["limits"]["memory"] * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    # the engine's last words, when memory ends, are of no use to anybody
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)


def _limit_time(seconds: float) -> None:
    """Should everything else fail: the system ends a process that has computed for twice its time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + 2 * seconds + 5)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _receive(channel: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = channel.recv(min(size - len(data), 2**20))
        if not piece:
            return b""
        data += piece
    return bytes(data)


def work(channel: socket.socket, stores: Stores, settings: dict[str, Any]) -> None:
    """Answer until the socket is closed.

    Args:
        channel: questions come in here, and answers go out.
        stores: the dataset.
        settings: ``limits``, and ``spool``, a folder for large answers.
    """
    _confine(settings)
    path = Path(settings["spool"]) / str(os.getpid())
    while head := _receive(channel, ASK.size):
        asked = json.loads(_receive(channel, ASK.unpack(head)[0]))
        _limit_time(settings["limits"]["seconds"])
        told, content = answer(stores, asked, settings["limits"], path)
        written = json.dumps(told).encode()
        channel.sendall(HEAD.pack(len(written), len(content)) + written + content)
