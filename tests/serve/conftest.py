"""A server as people start it, on a free port, for the hand-worked landscape."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.conftest import FIXTURE, TODAY

CODE = "from remit.cli import main; main()"


@dataclass
class Running:
    """A server that runs.

    Attributes:
        url: its address, without a slash at the end.
        process: the server's process.
        log: what it has written so far, a line each.
    """

    url: str
    process: subprocess.Popen[str]
    log: list[str] = field(default_factory=list)

    @property
    def sparql(self) -> str:
        """The endpoint."""
        return f"{self.url}/sparql"

    def ask(self, query: str, accept: str = "application/sparql-results+json", timeout: float = 60) -> httpx.Response:
        """Send a query by POST."""
        return httpx.post(self.sparql, data={"query": query}, headers={"Accept": accept}, timeout=timeout)

    def descendants(self) -> list[int]:
        """The processes below the server's."""
        found, known = [], [self.process.pid]
        while known:
            pid = known.pop()
            with contextlib.suppress(OSError):
                for task in Path(f"/proc/{pid}/task").iterdir():
                    children = [int(child) for child in (task / "children").read_text().split()]
                    found += children
                    known += children
        return found

    def workers(self) -> list[int]:
        """The processes that answer queries: children of the keeper."""
        return [pid for pid in self.descendants() if _parent(pid) != self.process.pid]

    def memory(self) -> int:
        """Bytes that server, keeper and workers hold, what they share counted once."""
        total = 0
        for pid in (self.process.pid, *self.descendants()):
            with contextlib.suppress(OSError):
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
                total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) * 1024  # type: ignore[index]
        return total


def _parent(pid: int) -> int:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


@contextlib.contextmanager
def serving(
    *arguments: str, landscape: Path = FIXTURE, as_of: str | None = TODAY, ready: bool = True
) -> Iterator[Running]:
    """``remit serve`` with these arguments, ended afterwards."""
    day = ["--as-of", as_of] if as_of else []
    command = [sys.executable, "-c", CODE, "serve", "--port", "0", "--landscape", str(landscape), *day, *arguments]
    surroundings = {**os.environ, "REMIT_CACHE": "off"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings)
    assert process.stdout and process.stderr
    running = Running("", process)
    reader = threading.Thread(target=lambda: running.log.extend(iter(process.stderr.readline, "")), daemon=True)  # type: ignore[union-attr]
    reader.start()
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+?(?=/ )", line)
        assert found, f"{line}{''.join(running.log)}"
        running.url = found[0]
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        finally:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small folder that stands for a built site."""
    folder = tmp_path_factory.mktemp("served-site")
    (folder / "index.html").write_text("<!doctype html><title>Site</title><h1>The site</h1>", encoding="utf-8")
    (folder / "organisations").mkdir()
    (folder / "organisations" / "bee-institute.html").write_text("<!doctype html><h1>Bees</h1>", encoding="utf-8")
    (folder / "landscape.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def server(site_folder: Path) -> Iterator[Running]:
    """A server with short limits, for most tests."""
    limits = ("--timeout", "3", "--memory", "128", "--rows", "2000", "--query-size", "64", "--patience", "3")
    with serving("--site", str(site_folder), *limits) as running:
        yield running


def until(holds: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether something comes to hold in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return holds()
