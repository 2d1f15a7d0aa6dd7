"""Partial dates: a year, a year and month, or a day, kept as written and compared by their common prefix."""

from __future__ import annotations

import datetime
import re

from remit.errors import RemitError

__all__ = ["DAY", "as_day", "today", "years_later"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def today() -> str:
    """Today as ``YYYY-MM-DD``."""
    return datetime.date.today().isoformat()


def as_day(text: str, where: str = "date") -> str:
    """A day that a landscape can be read as of.

    Raises:
        RemitError: the text is not a day of the calendar in the form YYYY-MM-DD.
    """
    try:
        if not DAY.fullmatch(text):
            raise ValueError
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise RemitError(f"“{text}” is not a day.", where, "Give a day as YYYY-MM-DD, such as 2023-03-20.") from None


def years_later(day: str, years: int) -> str:
    """The same day so many years later (earlier, where negative); 29 February becomes 28 February."""
    date = datetime.date.fromisoformat(day)
    year = min(max(date.year + years, 1), 9999)
    try:
        return date.replace(year=year).isoformat()
    except ValueError:
        return date.replace(year=year, day=28).isoformat()
