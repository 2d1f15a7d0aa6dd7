"""Stop a query that runs too long or takes too much memory.

Oxigraph has no time limit of its own and does not yield to a signal, but it lets other threads run: a watchdog thread
ends the whole process with a plain sentence. That is right for a command that answers one question.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["EXIT_LIMIT", "watchdog"]

EXIT_LIMIT = 3
"""Exit code when a limit was reached."""

_STATUS = Path("/proc/self/statm")


def _resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell."""
    try:
        return int(_STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


@contextmanager
def watchdog(seconds: float, mebibytes: int) -> Iterator[None]:
    """Within this context, end the process when it runs longer or grows by more than allowed."""
    stopped = threading.Event()
    begun, before = time.monotonic(), _resident()

    def end(sentence: str) -> None:
        sys.stderr.write(f"Stopped: {sentence}\n")
        sys.stderr.flush()
        os._exit(EXIT_LIMIT)

    def watch() -> None:
        while not stopped.wait(0.05):
            if time.monotonic() - begun > seconds:
                end(f"the query ran longer than {seconds:g} seconds. Narrow it, or allow more with --timeout.")
            if _resident() - before > mebibytes * 2**20:
                end(f"the query took more than {mebibytes} MiB of memory. Narrow it, or add a LIMIT.")

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        stopped.set()
