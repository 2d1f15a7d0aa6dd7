"""Keep a landscape's files in the one canonical form of :mod:`remit.turtle`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from remit.files import write_file
from remit.load import Stated
from remit.turtle import format_text
from remit.validate import Problem

__all__ = ["format_file", "uncanonical"]


def format_file(file: Path) -> bool:
    """Bring a Turtle file into canonical form; tells whether that changed it.

    Raises:
        RemitError: the file is not valid Turtle, or has comments that would be lost.
    """
    text = file.read_text(encoding="utf-8")
    wanted = format_text(text, str(file))
    if wanted == text:
        return False
    write_file(file, wanted)
    return True


def uncanonical(stated: Stated) -> Iterator[Problem]:
    """A warning for each file that is not in canonical form, at the first line that differs."""
    for file in stated.files:
        text = file.read_text(encoding="utf-8")
        wanted = format_text(text, stated.name_of(file))
        if wanted == text:
            continue
        pairs = zip(text.splitlines(), wanted.splitlines(), strict=False)
        line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
        yield Problem(
            "warning",
            f"{stated.name_of(file)}, line {line}",
            "",
            "The file is not in canonical form. Run `remit format` on it.",
        )
