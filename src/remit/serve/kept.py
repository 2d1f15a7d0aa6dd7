"""Answers that are kept, since the dataset does not change while it is served."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

__all__ = ["Kept", "KeptAnswer"]


@dataclass(frozen=True)
class KeptAnswer:
    """An answer as it is sent: its media type, whether it is compressed, its bytes, and what query it answers."""

    type: str
    gzip: bool
    content: bytes
    query: str

    @property
    def size(self) -> int:
        """Bytes that it takes, about: letters beyond Latin-1 take more."""
        return len(self.content) + len(self.query) + 1024


class Kept:
    """The answers asked for last, up to a number of bytes in all; 0 keeps none."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Hashable, KeptAnswer] = OrderedDict()

    def get(self, key: Hashable) -> KeptAnswer | None:
        """The answer, if it is kept."""
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def put(self, key: Hashable, answer: KeptAnswer) -> None:
        """Keep an answer, unless it takes an eighth of the room, and let go of those asked for longest ago."""
        size = answer.size
        if size > self._most // 8 or key in self._answers:
            return
        self._answers[key] = answer
        self._size += size
        while self._size > self._most:
            _, gone = self._answers.popitem(last=False)
            self._size -= gone.size
