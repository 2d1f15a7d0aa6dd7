"""A number of places, and a queue for them that has an end."""

from __future__ import annotations

import asyncio
from collections import deque

__all__ = ["Places"]


class Places:
    """So many may be in at once; so many more may wait, in the order in which they came.

    Attributes:
        taken: how many are in.
    """

    def __init__(self, most: int, waiting: int) -> None:
        self._most = most
        self._waiting = waiting
        self._queue: deque[asyncio.Future[None]] = deque()
        self.taken = 0

    def enter_now(self) -> bool:
        """Take a place if one is free and nobody waits for it."""
        if self.taken >= self._most or self._queue:
            return False
        self.taken += 1
        return True

    async def enter(self, seconds: float) -> bool:
        """Take a place, or wait for one; False where too many wait already, or it takes too long."""
        if self.enter_now():
            return True
        if len(self._queue) >= self._waiting:
            return False
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            done, _ = await asyncio.wait((turn,), timeout=seconds)
            if not done:
                self._queue.remove(turn)
            return bool(done)
        except asyncio.CancelledError:
            if turn.done():
                self.leave()
            else:
                self._queue.remove(turn)
            raise

    def leave(self) -> None:
        """Give a place back: the next in the queue has it at once."""
        if self._queue:
            self._queue.popleft().set_result(None)
        else:
            self.taken -= 1
