"""The findings of a release kept as expected results, so that a change of data that flips one is seen.

One line for each finding: its id, its state where its kind has several, and the verdict where it is judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from remit.analysis.kinds import KINDS
from remit.analysis.model import Finding
from remit.files import write_file

__all__ = ["UPKEEP", "Flips", "accept", "flips", "published_kinds", "read_published", "status_lines"]

UPKEEP = ("stale", "undated")
"""Kinds that are the curators' upkeep of records and are not published: each new record may add to them."""


@dataclass(frozen=True)
class Flips:
    """How findings differ from those that were published.

    Attributes:
        appeared: lines that are new.
        gone: lines of findings that are no longer found.
        changed: lines of before and after, of findings that have another state or verdict.
    """

    appeared: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.appeared or self.gone or self.changed)

    def __str__(self) -> str:
        lines = [f"no longer found: {line}" for line in self.gone]
        lines += [f"found anew: {line}" for line in self.appeared]
        lines += [f"changed: {before} → {after}" for before, after in self.changed]
        return "\n".join(lines)


def published_kinds() -> list[str]:
    """The kinds of findings that are published."""
    return [kind for kind in KINDS if kind not in UPKEEP]


def status_lines(found: Iterable[Finding]) -> list[str]:
    """A line for each finding that is published, sorted: ``ID | STATE | open``."""
    return sorted(
        f"{each.id} | {each.state or '-'} | {f'judged {each.judgement.verdict}' if each.judgement else 'open'}"
        for each in found
        if each.kind not in UPKEEP
    )


def flips(published: Iterable[str], now: Iterable[str]) -> Flips:
    """How two sets of status lines differ."""
    before = {line.partition(" | ")[0]: line for line in published}
    after = {line.partition(" | ")[0]: line for line in now}
    return Flips(
        tuple(after[name] for name in sorted(after.keys() - before.keys())),
        tuple(before[name] for name in sorted(before.keys() - after.keys())),
        tuple(
            (before[name], after[name]) for name in sorted(before.keys() & after.keys()) if before[name] != after[name]
        ),
    )


def read_published(file: Path) -> list[str]:
    """The status lines in a file, without its comments; none where there is no file yet."""
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def accept(found: Iterable[Finding], file: Path, header: str) -> Flips:
    """Write the findings of today as those that are published.

    Args:
        found: all findings.
        file: where they are kept.
        header: one line that says of what they are.

    Returns:
        How they differ from those that were there.
    """
    now = status_lines(found)
    differ = flips(read_published(file), now)
    write_file(file, "\n".join([f"# {header}", *now]) + "\n")
    return differ
