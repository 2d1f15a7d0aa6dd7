"""Count the rows of an answer while the engine writes it, so that too large a one is stopped on its way.

The engine serialises by itself, which is fast, and tells no counts; but each format has a mark that stands between rows
and cannot stand within a value, where it would be escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Triple

__all__ = ["Counter", "TooLarge", "counted"]


class Sink(Protocol):
    """Anything that bytes are written to."""

    def write(self, data: bytes, /) -> int: ...


class TooLarge(Exception):
    """The answer has more rows or bytes than allowed; the message says which."""


_BETWEEN = {"json": b'"}},{"', "xml": b"<result>", "tsv": b"\n"}


class Counter:
    """Passes bytes on, counting bytes and rows.

    Args:
        sink: where the bytes go.
        form: ``json``, ``xml``, ``csv`` or ``tsv``; "" to count bytes alone.
        rows, size: how many rows and bytes may pass.

    Raises:
        TooLarge: from ``write``, once there are more. Rows without any value are not counted; bytes are.
    """

    def __init__(self, sink: Sink, form: str, rows: int, size: int) -> None:
        self._sink, self._form = sink, form
        self._rows, self._size = rows, size
        self._mark = _BETWEEN.get(form, b"")
        self._tail = b""
        self._quoted = False
        # JSON's mark stands between two rows, that of a table with a heading also after it
        self.rows = 1 if form == "json" else -1 if form in ("csv", "tsv") else 0
        self.size = 0

    def write(self, data: bytes) -> int:
        """Pass bytes on."""
        self.size += len(data)
        if self._form == "csv":
            self._count_csv(data)
        elif self._mark:
            seen = self._tail + data
            self.rows += seen.count(self._mark)
            keep = len(self._mark) - 1
            self._tail = seen[len(seen) - keep :] if keep else b""
        if self.rows > self._rows:
            raise TooLarge(f"it has more than {self._rows:,} rows")
        if self.size > self._size:
            raise TooLarge(f"it is larger than {self._size / 2**20:g} MiB")
        self._sink.write(data)
        return len(data)

    def _count_csv(self, data: bytes) -> None:
        pieces = data.split(b'"')
        for place, piece in enumerate(pieces):
            if not self._quoted:
                self.rows += piece.count(b"\n")
            if place < len(pieces) - 1:
                self._quoted = not self._quoted

    def flush(self) -> None:
        """Nothing is held back."""


def counted(triples: Iterable[Triple], most: int) -> Iterator[Triple]:
    """The triples, as long as there are not too many.

    Raises:
        TooLarge: there are more than allowed.
    """
    for number, triple in enumerate(triples, 1):
        if number > most:
            raise TooLarge(f"it has more than {most:,} triples")
        yield triple
