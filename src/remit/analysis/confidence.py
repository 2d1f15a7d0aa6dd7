"""How far a finding can be relied on: a level, and the rule that gave it in one sentence.

Two things are asked of a statement: do two differently named publishers back it, and is the newest date on it, or on
its sources, recent. A finding that says that something is *not* recorded is never relied on highly: records are a
sample, and the level rises only where somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable

from remit import words
from remit.analysis.model import Confidence, Evidence

__all__ = [
    "about_records",
    "agreed",
    "looked_at",
    "no_link",
    "of_absence",
    "of_doubt",
    "of_presence",
    "of_search",
    "of_sole",
]

LEVELS = ("low", "medium", "high")


def _rank(statements: Iterable[Evidence], dates: Iterable[str], stale_before: str) -> int:
    """0 to 2: one for two publishers among the sources of the statements, one for a recent date on any of them."""
    sources = [source for each in statements for source in each.sources]
    publishers = {source.publisher.casefold() for source in sources if source.publisher}
    newest = [date for date in (*dates, *(source.published for source in sources)) if date]
    recent = any(date >= stale_before[: len(date)] for date in newest)
    return int(len(publishers) > 1) + int(recent)


def of_presence(evidence: Iterable[Evidence], stale_before: str) -> Confidence:
    """For what rests on roles or relationships that are recorded: the least backed of them decides."""
    level = min((_rank([each], (), stale_before) for each in evidence), default=0)
    return Confidence(
        LEVELS[level],
        "High where two publishers back every statement behind it and each has a source dated since "
        f"{words.date(stale_before)}, medium where each has one of the two, otherwise low.",
    )


def of_sole(evidence: Iterable[Evidence], stale_before: str, looked: bool) -> Confidence:
    """For what rests on one recorded body: others may exist, so that only a search for them makes it high."""
    level = min((_rank([each], (), stale_before) for each in evidence), default=0)
    return Confidence(
        LEVELS[level if looked else min(level, 1)],
        "Medium where its least backed statement has two publishers or a source dated since "
        f"{words.date(stale_before)}, otherwise low; high only where it has both and curators have looked for others.",
    )


def of_absence(evidence: list[Evidence], dates: Iterable[str], stale_before: str) -> Confidence:
    """For a reported absence: its reports together decide."""
    return Confidence(
        LEVELS[_rank(evidence, dates, stale_before)],
        "High where two publishers report it and one report is dated since "
        f"{words.date(stale_before)}, medium where one of the two holds, otherwise low.",
    )


def of_search(dates: Iterable[str], stale_before: str) -> Confidence:
    """For what curators have looked for in vain."""
    recent = any(date >= stale_before[: len(date)] for date in dates if date)
    return Confidence(
        LEVELS[int(recent)],
        f"Medium where the search is dated since {words.date(stale_before)}, otherwise low; never high, since a "
        "search in some places can miss what is elsewhere.",
    )


def looked_at(looked: bool) -> Confidence:
    """For what rests on something not being recorded."""
    return Confidence(
        LEVELS[int(looked)],
        "It rests on nothing more being recorded: medium where a source or the curators have looked for it, "
        "otherwise low.",
    )


def of_doubt() -> Confidence:
    """For what the sources disagree on."""
    return Confidence("low", "Low, because sources disagree; which of them is right is not judged.")


def agreed(reasons: set[str]) -> Confidence:
    """For two records that may mean one body, by what they have in common."""
    level = 2 if "identifier" in reasons else int(len(reasons) > 1 or "name" in reasons)
    return Confidence(
        LEVELS[level],
        "High where both have the same outside identifier, medium where they share a name or two other things, "
        "otherwise low.",
    )


def no_link(evidence: Iterable[Evidence], stale_before: str) -> Confidence:
    """For two bodies in the same cells: their roles are stated, but a link may only not be recorded."""
    level = min((_rank([each], (), stale_before) for each in evidence), default=0)
    return Confidence(
        LEVELS[min(level, 1)],
        "Medium where every role behind it has two publishers or a source dated since "
        f"{words.date(stale_before)}, otherwise low; never high, since a link may only not be recorded.",
    )


def about_records(level: str, reason: str) -> Confidence:
    """For what is computed from the records themselves."""
    return Confidence(level, reason)
