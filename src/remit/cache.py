"""Keep derived snapshots on disk, so that the next command answers at once.

A snapshot is found by what it was made of: every file's path, size and time, the date, and the program's version. The
folder is the user's own cache (``XDG_CACHE_HOME``), may be deleted at any time, and keeps the latest few.
``REMIT_CACHE=off`` turns it off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import Store

from remit.content import content_folder, default_landscape
from remit.dates import as_day, today
from remit.engine import OxigraphEngine
from remit.infer import Snapshot, infer
from remit.landscape import describe
from remit.load import Stated, load, turtle_files

__all__ = ["KEPT", "cache_folder", "cached_snapshot"]

KEPT = 8
"""How many snapshots are kept."""


def cached_snapshot(folder: Path | None, as_of: str | None, without: str | None = None) -> Snapshot:
    """A snapshot from the cache, or derived and put there.

    Args:
        folder: the landscape's folder; the bundled one when None.
        as_of: YYYY-MM-DD; today when None.
        without: the IRI of an organisation that is taken out.

    Raises:
        RemitError: as :func:`remit.load.load` and :func:`remit.infer.infer`.
    """
    root = default_landscape() if folder is None else folder
    files = turtle_files(root)
    day = as_day(as_of, "--as-of") if as_of else today()
    cache = cache_folder("snapshots")
    if cache is None:
        return infer(load(folder), day, without=without)
    place = cache / _key(files, day, without)
    with contextlib.suppress(OSError):
        engine = OxigraphEngine(Store.read_only(str(place)))
        os.utime(place)
        return Snapshot(Stated(root, files, describe(engine, root)), day, engine)
    snapshot = infer(load(folder), day, without=without)
    with contextlib.suppress(OSError):
        _keep(snapshot, place)
    return snapshot


def cache_folder(name: str) -> Path | None:
    """A folder of the user's cache, made if it is not there; None where there is none, or it is turned off."""
    if os.environ.get("REMIT_CACHE", "").lower() in ("off", "0", "no"):
        return None
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(base) / "remit" / name
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):
        return None
    return folder


def _key(files: tuple[Path, ...], day: str, without: str | None) -> str:
    content = content_folder("ontology")
    digest = hashlib.sha256(f"{version('remit')} {version('pyoxigraph')} {day} {without}".encode())
    for file in (*sorted(content.glob("*.ttl")), *sorted(content.glob("rules/*.rq")), *files):
        about = file.stat()
        digest.update(f"\0{file.resolve()} {about.st_size} {about.st_mtime_ns}".encode())
    return digest.hexdigest()[:32]


def _keep(snapshot: Snapshot, place: Path) -> None:
    assert isinstance(snapshot.engine, OxigraphEngine)
    work = Path(tempfile.mkdtemp(dir=place.parent, prefix=".new-"))
    try:
        store = Store(str(work / "store"))
        store.bulk_extend(snapshot.engine.store)
        store.flush()
        del store
        (work / "store").rename(place)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    kept = sorted(
        (each for each in place.parent.iterdir() if each.name[0] != "."),
        key=lambda each: each.stat().st_mtime,
    )
    for old in kept[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
