"""What a query may take; settable, and told to clients."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from typing import Any

__all__ = ["Limits"]


def _limit(default: float, unit: str, says: str) -> Any:
    return field(default=default, metadata={"unit": unit, "says": says})


@dataclass(frozen=True)
class Limits:
    """What a query and its client may take. The help of ``remit serve`` and the service description tell them."""

    seconds: float = _limit(30.0, "seconds", "time that a query may run")
    memory: int = _limit(512, "MiB", "memory that a query may take")
    rows: int = _limit(200_000, "rows", "rows, or triples, of an answer")
    answer: int = _limit(256, "MiB", "size of an answer")
    body: int = _limit(1024, "KiB", "size of a query with its parameters")
    heavy: int = _limit(2, "queries", "queries at once that run longer than a moment")
    waiting: int = _limit(64, "queries", "queries that may wait for their turn")
    connections: int = _limit(512, "connections", "clients at once")
    patience: float = _limit(30.0, "seconds", "time that a client may take to send or to fetch")

    @property
    def light(self) -> int:
        """How many queries are answered at once as long as they are short: one a core."""
        return max(2, os.cpu_count() or 2)

    def told(self) -> list[tuple[str, int | float, str, str]]:
        """Each limit: its name, value, unit, and what it is."""
        return [(f.name, getattr(self, f.name), f.metadata["unit"], f.metadata["says"]) for f in fields(self)]

    @classmethod
    def says(cls, name: str) -> tuple[int | float, str]:
        """The default of a limit, and what it is with its unit, for ``--help``."""
        found = next(f for f in fields(cls) if f.name == name)
        return getattr(cls(), name), f"{found.metadata['says'].capitalize()}, in {found.metadata['unit']}."
