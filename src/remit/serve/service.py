"""What is served: the dataset that is loaded, its limits, its description, and its renewal."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import tempfile
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from remit.dates import today
from remit.errors import RemitError
from remit.serve.description import FORMS, description
from remit.serve.limits import Limits
from remit.serve.negotiation import GRAPHS, choose
from remit.serve.pages import Pages
from remit.serve.pool import Pool
from remit.serve.sending import CORS, plain

__all__ = ["LOG", "Service"]

LOG = logging.getLogger("remit.serve")

_LOOK = 30
"""Seconds after which it is looked whether a new day has begun."""


class Service:
    """The dataset and the site of one landscape.

    Attributes:
        limits: what a query may take.
        cache_bytes: how much of the answers is kept.
        pool: the workers, once the dataset is loaded; until then None.
        pages: the site.
    """

    def __init__(
        self,
        landscape: Path | None = None,
        as_of: str | None = None,
        limits: Limits | None = None,
        *,
        cache_bytes: int = 2**25,
        site: Path | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.cache_bytes = cache_bytes
        self.pool: Pool | None = None
        self._landscape = landscape
        self._as_of = as_of
        self._spool = tempfile.TemporaryDirectory(prefix="remit-")
        self.pages = Pages(landscape, site, Path(self._spool.name))
        self._tasks: set[asyncio.Task[None]] = set()
        self._renewing = asyncio.Lock()

    async def start(self) -> None:
        """Load the dataset; then have the site built, and follow the calendar.

        Raises:
            RemitError: the landscape cannot be read.
        """
        await self.renew()
        if self._as_of is None:
            self._later(self._follow_days())

    async def renew(self) -> None:
        """Load the landscape anew, as of today or the day asked for. What runs is answered by what was there.

        Raises:
            RemitError: the landscape cannot be read; then what was there stays.
        """
        async with self._renewing:
            answers = Path(self._spool.name) / "answers"
            answers.mkdir(exist_ok=True, mode=0o700)
            pool = Pool(self._landscape, self._as_of, self.limits, answers)
            try:
                await pool.start()
            except BaseException:
                await pool.close()
                raise
            old, self.pool = self.pool, pool
            self._later(self.pages.build(pool.facts["key"], pool.facts["day"]))
            if old:
                self._later(self._retire(old))

    def renew_later(self) -> None:
        """Load the landscape anew, in the background; a failure is logged."""

        async def renewed() -> None:
            try:
                await self.renew()
                LOG.info("The landscape has been read anew.")
            except RemitError as error:
                LOG.error("The landscape could not be read anew; what was served before stays. %s", error)

        self._later(renewed())

    async def close(self) -> None:
        """End everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.pages.close()
        if self.pool:
            await self.pool.close()
        self._spool.cleanup()

    async def _follow_days(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            if self.pool and self.pool.facts["day"] != today():
                with contextlib.suppress(RemitError):
                    await self.renew()

    async def _retire(self, pool: Pool) -> None:
        """End workers that nobody asks any more, once what they still answer must be over."""
        try:
            await asyncio.sleep(2 * self.limits.seconds + 1)
        finally:
            await pool.close()

    def _later(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def description(self, scope: Scope, headers: Headers) -> Response:
        """Service description and VoID, in the form that the client wants."""
        kind = choose(headers.get("accept", ""), tuple(GRAPHS))
        if kind is None:
            return plain(406, f"The description comes as {', '.join(dict.fromkeys(GRAPHS))}.")
        if self.pool is None:
            return plain(503, "The dataset is being loaded. Try again in some seconds.", {"retry-after": "5"})
        site = str(Request(scope).base_url).rstrip("/")
        form = GRAPHS[kind]
        assert form in FORMS
        try:
            content = description(self.pool.facts, site, self.limits, form)
        except ValueError:
            return plain(400, "The Host header is not the name of a host.")
        headers_out = {**CORS, "vary": "Accept", "cache-control": "no-cache", "x-content-type-options": "nosniff"}
        return Response(content, 200, headers_out, kind)
