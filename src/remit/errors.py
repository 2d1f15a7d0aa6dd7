"""The one exception that reaches a user: what is wrong, where, and what to do."""

from __future__ import annotations

__all__ = ["RemitError"]


class RemitError(Exception):
    """Something that the person at the keyboard must act on.

    Attributes:
        what: one sentence that says what is wrong.
        where: file and line, sheet and cell, or query and line; None where there is no place.
        remedy: one sentence that says what to do.
    """

    def __init__(self, what: str, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  What to do: {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"
