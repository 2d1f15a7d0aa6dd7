"""The site beside the endpoint: a folder that was built, or one that is built in the background after the start."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from remit.cache import cache_folder

__all__ = ["HEADERS", "Pages"]

HEADERS = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
"""Beside the policy that each page of the site has in itself; only the first of these cannot stand in a page."""

KEPT = 3
"""How many built sites are kept in the user's cache."""

_BUILD = "from remit.cli import main; main()"


class Pages:
    """The site's folder, once there is one.

    Attributes:
        says: while there is none, why.
    """

    def __init__(self, landscape: Path | None, site: Path | None, work: Path) -> None:
        self._landscape = landscape
        self._given = site is not None
        self._work = work
        self._static = StaticFiles(directory=site, html=True) if site else None
        self._building: asyncio.subprocess.Process | None = None
        self.says = "The pages are being built. Try again in some seconds; /sparql answers already."

    async def build(self, key: str, day: str) -> None:
        """Build the site of a day, unless it was given, or is in the cache under this key."""
        if self._given:
            return
        cache = cache_folder("sites")
        folder = (cache or self._work) / f"site-{key}"
        if not (folder / "index.html").is_file():
            where = ["--landscape", str(self._landscape)] if self._landscape else []
            command = [sys.executable, "-c", _BUILD, "build", "--out", str(folder), "--as-of", day, *where]
            await self.close()
            building = self._building = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                preexec_fn=lambda: os.nice(15),
            )
            _, told = await building.communicate()
            if building.returncode:
                last = [line for line in told.decode("utf-8", "replace").splitlines() if line.strip()][-2:]
                self.says = "The pages could not be built. " + " ".join(last)
                return
        self._static = StaticFiles(directory=folder, html=True)
        if cache:
            kept = sorted(cache.glob("site-*"), key=lambda each: each.stat().st_mtime)
            for old in [each for each in kept if each != folder][: -(KEPT - 1)]:
                await asyncio.to_thread(shutil.rmtree, old, True)

    async def close(self) -> None:
        """Stop building."""
        if self._building and self._building.returncode is None:
            self._building.kill()
            await self._building.wait()

    @property
    def ready(self) -> bool:
        """Whether the site can be shown."""
        return self._static is not None

    async def page(self, path: str, scope: Scope) -> Response | None:
        """The page or file at a path below the root; None where there is none.

        Raises:
            HTTPException: 405 for anything but reading.
        """
        if self._static is None:
            return None
        try:
            response = await self._static.get_response(path or ".", scope)
        except HTTPException as missing:
            if missing.status_code == 404:
                return None
            raise
        if response.status_code == 404:
            return None
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
