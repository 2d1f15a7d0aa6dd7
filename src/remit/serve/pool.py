"""Give queries to workers, and keep light ones going while heavy ones run.

Every query begins on a light worker. One that is not answered within a moment becomes heavy: its process steps back in
favour of others and goes on, while a fresh light worker takes its place. When as many heavy ones run as may, it is
stopped and begins again when its turn comes. A query that was heavy the last time waits for its turn at once.
Whatever runs out of time or memory, or whose client has gone, is killed.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import math
import os
import signal
import socket
import subprocess
import sys
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from pathlib import Path
from typing import Any

from remit.errors import RemitError
from remit.serve.channel import Answer, Channel, Gone
from remit.serve.keeper import receive_line
from remit.serve.limits import Limits
from remit.serve.places import Places

__all__ = ["Pool"]

MOMENT = 0.05
"""Seconds within which a query counts as light. Eight that take a little less leave a light one waiting for a fifth of
a second, since each holds a core for so long."""

LONGEST_MOMENT = 1.0
"""Seconds by the clock after which it does not, even where the machine has let it compute for less."""

REMEMBERED = 1024
"""How many queries are known to be heavy, those last asked."""

SPARE = 1
"""Workers that are ready beyond those that light queries need."""


def _computed(pid: int) -> float:
    """Seconds of processor time that a process has used; endlessly many where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return math.inf


def refusal(status: int, says: str) -> Answer:
    """An answer that tells why there is none."""
    return {"status": status, "says": says}, b""


class Pool:
    """The workers of one dataset.

    Attributes:
        facts: what the keeper tells about the dataset: ``key``, ``day``, ``landscape``, ``graphs``.
    """

    def __init__(self, landscape: Path | None, as_of: str | None, limits: Limits, spool: Path) -> None:
        self._settings = {
            "landscape": str(landscape) if landscape else None,
            "as_of": as_of,
            "limits": asdict(limits),
            "spool": str(spool),
        }
        self.limits = limits
        self.facts: dict[str, Any] = {}
        self._spool = spool
        self._idle: deque[Channel] = deque()
        self._light = Places(limits.light, limits.waiting)
        self._heavy = Places(limits.heavy, limits.waiting)
        self._known: OrderedDict[bytes, None] = OrderedDict()
        self._keeper: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._lock = asyncio.Lock()
        self._tasks: set[asyncio.Future[object]] = set()
        self.closed = False

    async def start(self) -> None:
        """Load the dataset and make the first workers ready.

        Raises:
            RemitError: as :func:`remit.load.load`; or the keeper has ended unforeseen.
        """
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "remit.serve.keeper", str(theirs.fileno())]
        self._keeper = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        theirs.close()
        self._control = ours
        ours.sendall(json.dumps(self._settings).encode() + b"\n")
        line = await asyncio.to_thread(receive_line, ours)
        if not line:
            raise RemitError(
                "The dataset could not be loaded: its process has ended.", None, "Look at what it printed."
            )
        facts = json.loads(line)
        if "error" in facts:
            raise RemitError(*facts["error"])
        for _ in range(self.limits.light + SPARE):
            self._idle.append(await self._fork())
        self.facts = facts

    async def close(self) -> None:
        """End all workers and the keeper."""
        self.closed = True
        for task in self._tasks:
            task.cancel()
        if self._control:
            self._control.close()
        if self._keeper:
            try:
                await asyncio.to_thread(self._keeper.wait, 5)
            except subprocess.TimeoutExpired:
                self._keeper.kill()
                await asyncio.to_thread(self._keeper.wait)
        for worker in self._idle:
            worker.close()

    async def answer(self, asked: dict[str, Any], gone: Callable[[], Any] | None = None) -> Answer:
        """The answer to a query, or a refusal: ``status``, and what it ``says``.

        Args:
            asked: see :func:`remit.serve.answering.answer`.
            gone: called once the query is heavy; what it returns is awaited, and ends when the client has gone.
        """
        question = json.dumps(asked).encode()
        mark = hashlib.blake2b(question, digest_size=16).digest()
        if mark in self._known:
            return await self._heavy_answer(question, mark, gone)
        begun = time.monotonic()
        if not await self._light.enter(self.limits.seconds):
            return refusal(503, "The server is busy: too many queries are waiting. Try again later.")
        worker: Channel | None = None
        try:
            worker = await self._take()
            reply = worker.ask(question)
            if await self._soon(worker, reply):
                result = await self._result(worker, reply)
                self._put_back(worker)
                return result
            goes_on = self._heavy.enter_now()
        except BaseException:
            if worker:
                self._later_end(worker)
            raise
        finally:
            self._light.leave()
        self._known[mark] = None
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        if not goes_on:
            self._later_end(worker)
            return await self._heavy_answer(question, mark, gone)
        try:
            return await self._long_result(worker, reply, gone, begun)
        finally:
            self._heavy.leave()
            # it has grown, and others would inherit that
            self._later_end(worker)

    async def _heavy_answer(self, question: bytes, mark: bytes, gone: Callable[[], Any] | None) -> Answer:
        if not await self._heavy.enter(self.limits.seconds):
            return refusal(503, "The server is busy: too many long queries are waiting. Try again later.")
        worker: Channel | None = None
        try:
            worker = await self._take()
            used, begun = _computed(worker.pid), time.monotonic()
            reply = worker.ask(question)
            result = await self._long_result(worker, reply, gone, begun)
            if result[0]["status"] == 200 and _computed(worker.pid) - used < MOMENT:
                # only a busy machine had made it seem so
                self._known.pop(mark, None)
            return result
        finally:
            self._heavy.leave()
            if worker:
                self._later_end(worker)

    async def _soon(self, worker: Channel, reply: asyncio.Future[Answer]) -> bool:
        """Whether a query is answered before it has computed for a moment: on a busy machine that may take longer."""
        done, _ = await asyncio.wait((reply,), timeout=MOMENT)
        used, end = _computed(worker.pid), time.monotonic() + LONGEST_MOMENT
        while not done and time.monotonic() < end and _computed(worker.pid) - used < MOMENT:
            done, _ = await asyncio.wait((reply,), timeout=MOMENT / 2)
        return bool(done)

    async def _long_result(
        self, worker: Channel, reply: asyncio.Future[Answer], gone: Callable[[], Any] | None, begun: float
    ) -> Answer:
        watch = asyncio.ensure_future(gone()) if gone else None
        try:
            await self._tell("calm", worker.pid)
            left = self.limits.seconds - (time.monotonic() - begun)
            waits: set[asyncio.Future[Any]] = {reply, watch} if watch else {reply}
            await asyncio.wait(waits, timeout=max(left, 0.05), return_when=asyncio.FIRST_COMPLETED)
            if reply.done():
                return await self._result(worker, reply)
            if watch and watch.done():
                return refusal(499, "The client has gone.")
            return refusal(
                503,
                f"The query ran longer than {self.limits.seconds:g} seconds and was stopped. "
                "Narrow it, or ask for less at once.",
            )
        finally:
            if watch:
                watch.cancel()

    async def _result(self, worker: Channel, reply: asyncio.Future[Answer]) -> Answer:
        try:
            return reply.result()
        except Gone:
            ended = await self._end(worker, "fate")
            self._refill()
            if ended == signal.SIGSEGV:
                return refusal(400, "The query is nested too deeply to be answered.")
            if ended == signal.SIGXCPU:
                return refusal(503, "The query computed for too long and was stopped. Narrow it.")
            return refusal(
                503,
                f"The query took more than {self.limits.memory} MiB of memory and was stopped. "
                "Narrow it, or ask for less at once.",
            )

    async def _take(self) -> Channel:
        """A worker that is ready."""
        while self._idle:
            worker = self._idle.pop()
            if not worker.gone:
                if not self._idle:
                    self._refill()
                return worker
        return await self._fork()

    def _put_back(self, worker: Channel) -> None:
        """Have a worker ready for the next query, unless so many are ready already that it only takes memory."""
        if len(self._idle) >= self.limits.light + SPARE:
            self._later_end(worker)
        elif not worker.gone:
            self._idle.append(worker)

    def _refill(self) -> None:
        async def refill() -> None:
            if len(self._idle) <= SPARE and not self.closed:
                self._put_back(await self._fork())

        self._spawn(refill())

    def _spawn(self, work: Coroutine[Any, Any, object]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _later_end(self, worker: Channel) -> None:
        if not self.closed:
            self._spawn(self._end(worker, "kill"))

    async def _end(self, worker: Channel, how: str) -> int:
        """Kill a worker, or hear how it ended; the signal that ended it."""
        pid, worker.pid = worker.pid, 0
        if not pid:
            return 0
        worker.close()
        ended = await self._tell(how, pid)
        (self._spool / str(pid)).unlink(missing_ok=True)
        return ended

    async def _fork(self) -> Channel:
        assert self._control
        async with self._lock:
            control = self._control

            def fork() -> tuple[int, int]:
                control.sendall(b'{"do": "fork"}\n')
                line, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
                if not descriptors:
                    raise RemitError("The process that holds the dataset has ended.", None, "Start the server again.")
                return json.loads(line)["pid"], descriptors[0]

            pid, descriptor = await asyncio.to_thread(fork)
        loop = asyncio.get_running_loop()
        _, worker = await loop.create_unix_connection(Channel, sock=socket.socket(fileno=descriptor))
        worker.pid = pid
        return worker

    async def _tell(self, what: str, pid: int) -> int:
        """Tell the keeper about a worker; the signal that has ended it, or 0."""
        if self.closed or self._control is None:
            return 0
        control = self._control
        async with self._lock:

            def tell() -> int:
                control.sendall(json.dumps({"do": what, "pid": pid}).encode() + b"\n")
                return int(json.loads(receive_line(control) or b'{"signal": 0}')["signal"])

            return await asyncio.to_thread(tell)
