"""Plain words from data: numbers, lists, dates and periods as a person would write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = [
    "and_list",
    "capital",
    "count",
    "date",
    "full_stop",
    "in_sentence",
    "named",
    "number",
    "period",
    "plural",
    "short_list",
]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_DATE = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:Z|[+-]\d\d:\d\d)?")


def number(value: int | str) -> str:
    """A number in figures, with commas: ``1,224``."""
    return f"{int(value):,}"


def count(value: int | str, noun: str, nouns: str | None = None) -> str:
    """A number with its noun: ``no roles``, ``one role``, ``nine roles``, ``1,224 roles``."""
    many = int(value)
    written = _SMALL[many] if 0 <= many < len(_SMALL) else f"{many:,}"
    return f"{written} {plural(many, noun, nouns)}"


def plural(value: int | str, noun: str, nouns: str | None = None) -> str:
    """The noun alone, in the form that the number asks for: ``body``, ``bodies``."""
    if int(value) == 1:
        return noun
    if nouns is not None:
        return nouns
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|ch|sh)$", noun) else "s")


def and_list(items: Iterable[str], joined: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``; "" for nothing."""
    words = [item for item in items if item]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined} {words[-1]}"


def short_list(items: Sequence[str], most: int = 3) -> str:
    """The first few of a list and how many more: ``A, B, C and four more``."""
    if len(items) <= most + 1:
        return and_list(items)
    rest = len(items) - most
    return f"{', '.join(items[:most])} and {_SMALL[rest] if rest < len(_SMALL) else f'{rest:,}'} more"


def date(text: str) -> str:
    """A partial date in British style: ``20 March 2023``, ``March 2023``, ``2023``; other text as it is."""
    found = _DATE.fullmatch(text)
    if not found:
        return text
    year, month, day = found[1], found[2], found[3]
    if not month or not 1 <= int(month) <= 12:
        return year
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day else f"{_MONTHS[int(month) - 1]} {year}"


def period(start: str, end: str, *, standing: str = "") -> str:
    """When something held or holds, from the dates that are stated; "" where nothing is known.

    Args:
        start: a partial date, or "".
        end: a partial date, or ""; no end stated does not mean that it goes on for ever.
        standing: the local name of the standing; ``ended`` without an end date is said so.
    """
    if standing == "ended" and not end:
        return f"from {date(start)}, ended at an unknown time" if start else "ended at an unknown time"
    if standing == "planned" and not end:
        return f"planned from {date(start)}" if start else "planned, no date stated"
    if start and end:
        return _between(start, end)
    if start:
        return f"since {date(start)}"
    return f"until {date(end)}" if end else ""


def _between(start: str, end: str) -> str:
    """From one date to another; where one lies within the other, the longer one is named once."""
    if start == end:
        return date(start)
    for inner, outer, word in ((start, end, "from"), (end, start, "until")):
        if inner.startswith(outer):
            rest = date(inner).removesuffix(date(outer)).strip()
            return f"{date(outer)}, {word} {f'day {rest}' if rest.isdigit() else rest}"
    return f"{date(start)} to {date(end)}"


def named(label: str, abbreviation: str) -> str:
    """A name with its abbreviation once: ``The Royal Society (RS)``; the name alone if it holds it already."""
    return f"{label} ({abbreviation})" if abbreviation and abbreviation not in label else label


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_sentence(text: str) -> str:
    """A label for the middle of a sentence: its first word small, unless the word holds another capital."""
    first = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in first[1:]) or len(first) == 1 else text[:1].lower() + text[1:]


def full_stop(text: str) -> str:
    """A note as a sentence: with a full stop at its end, unless it has an ending."""
    text = text.strip()
    return text if not text or text[-1] in ".?!…" else text + "."
