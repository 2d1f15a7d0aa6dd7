"""A client that costs little: one connection, one question at a time, in a process of its own."""

from __future__ import annotations

import io
import os
import socket
import time
from pathlib import Path
from urllib.parse import urlencode

__all__ = ["ask_for", "processor_time"]


def ask_for(address: str, texts: list[str], start: int, begin: float, seconds: float) -> tuple[list[float], int]:
    """Ask some texts in turn, over and over, for so many seconds.

    Args:
        address: http://host:port/path.
        texts: queries.
        start: which of them is the first; each client goes on through all, so that all have the same mix.
        begin: when, by ``time.monotonic``, so that several clients begin together.
        seconds: how long; 0 asks each text once.

    Returns:
        The seconds that each answer took, and how many were refused.
    """
    host, _, path = address.removeprefix("http://").partition("/")
    name, _, port = host.partition(":")
    requests = [_request(host, path, text) for text in texts]
    times: list[float] = []
    refused = 0
    with socket.create_connection((name, int(port)), timeout=300) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = connection.makefile("rb")
        time.sleep(max(0.0, begin - time.monotonic()))
        end = time.monotonic() + seconds
        place = start
        while time.monotonic() < end if seconds else len(times) < len(texts):
            begun = time.perf_counter()
            connection.sendall(requests[place % len(requests)])
            refused += not _answered(reader)
            times.append(time.perf_counter() - begun)
            place += 1
    return times, refused


def _request(host: str, path: str, text: str) -> bytes:
    body = urlencode({"query": text}).encode()
    head = (
        f"POST /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Accept: application/sparql-results+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _answered(reader: io.BufferedReader) -> bool:
    """Read one answer to its end; whether it is one."""
    status = reader.readline()
    length, chunked = 0, False
    while (line := reader.readline().strip().lower()) != b"":
        chunked |= line.startswith(b"transfer-encoding:") and b"chunked" in line
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    if not chunked:
        reader.read(length)
    else:
        while size := int(reader.readline().split(b";")[0], 16):
            reader.read(size + 2)
        reader.readline()
    return b" 200 " in status


def processor_time(pid: int) -> float:
    """Seconds of processor time that a process, what it has started, and what of that has ended, have used (Linux)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        used = sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
        children = [
            one for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()
        ]
    except OSError:
        return 0.0
    return used + sum(processor_time(int(child)) for child in children)
