"""Starts the engines that others run: a real Virtuoso and a real Oxigraph server, each in a folder of its own."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Server", "free_port", "oxigraph", "virtuoso"]

_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CaseMode = 2
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
MaxQueryMem = 1G
ThreadsPerQuery = 1
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 120
"""


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        name: which engine.
        query: its address for questions.
        store: its address for the Graph Store Protocol.
        update: its address for updates.
        user, password: who may write; "" where anyone may.
        folder: where its data lie.
    """

    name: str
    query: str
    store: str
    update: str
    user: str
    password: str
    folder: Path


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Until something answers at an address, whatever it says."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        with contextlib.suppress(OSError):
            try:
                urllib.request.urlopen(address, timeout=5).close()
            except urllib.error.HTTPError as refused:
                refused.close()
            return
        time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@contextlib.contextmanager
def _running(command: list[str], folder: Path, address: str) -> Iterator[None]:
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(address, process)
            yield
        finally:
            process.kill()
            process.wait(30)


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """An Oxigraph server that anyone may write to."""
    program = Path(sysconfig.get_path("scripts")) / "oxigraph"
    base = f"http://127.0.0.1:{free_port()}"
    command = [str(program), "serve", "--location", str(folder / "data"), "--bind", base.removeprefix("http://")]
    with _running(command, folder, f"{base}/query"):
        yield Server("oxigraph", f"{base}/query", f"{base}/store", f"{base}/update", "", "", folder)


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """A Virtuoso as Debian ships it, that anyone may ask and its administrator may write to."""
    program = shutil.which("virtuoso-t")
    assert program, "Virtuoso is missing: run `sh tools/virtuoso.sh`"
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=sql, http=http), encoding="utf-8")
    base = f"http://127.0.0.1:{http}"
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with _running(command, folder, f"{base}/sparql"):
        grants = 'GRANT SPARQL_UPDATE TO "dba"; GRANT EXECUTE ON DB.DBA.SPARQL_INSERT_DICT_CONTENT TO "SPARQL";'
        isql = shutil.which("isql-vt")
        assert isql
        subprocess.run([isql, str(sql), "dba", "dba", f"exec={grants}"], check=False, capture_output=True, timeout=60)
        graphs = f"{base}/sparql-graph-crud-auth"
        yield Server("virtuoso", f"{base}/sparql", graphs, f"{base}/sparql-auth", "dba", "dba", folder)
