"""Write results so that nothing half-written is ever seen: beside the target first, then renamed over it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remit.errors import RemitError

__all__ = ["fresh_folder", "write_file"]

MARK = ".remit"
"""A file that marks a folder as one that this program made and may replace."""


def write_file(target: Path, content: str | bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        RemitError: the folder does not exist or cannot be written to.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RemitError(
            f"The file cannot be written: {error.strerror}.",
            str(target),
            "Name a file in a folder that you may write to.",
        ) from None


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """A new folder to fill; when the context ends well it takes the target's place, otherwise it is removed.

    Raises:
        RemitError: the target exists and was not made by this program, or cannot be written.
    """
    if target.exists() and not (target / MARK).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise RemitError(
            "There is already something else at this place.",
            str(target),
            "Name another folder, or empty this one.",
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    except OSError as error:
        raise RemitError(f"The folder cannot be made: {error.strerror}.", str(target)) from None
    try:
        work.chmod(0o755)
        (work / MARK).write_text("Made by Remit; replaced as a whole by the next build.\n")
        yield work
        old = work.with_name(work.name + ".old")
        if target.exists():
            target.rename(old)
        work.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
