"""The data tables behind the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from remit.report.model import Column, Table, plain

__all__ = ["Rows", "data_table", "merged_order"]

Rows = Sequence[Mapping[str, str]]
"""Rows of a shipped question, by column name; "" where nothing is bound."""


def data_table(id: str, caption: str, columns: Iterable[Column], rows: Iterable[Sequence[object]]) -> Table:
    """What a figure draws, for the workbook; "–" where a value is not stated."""
    texts = (tuple(plain(str(value).strip() or "–") for value in row) for row in rows)
    return Table(f"{id}-data", caption, tuple(columns), tuple(texts), in_workbook_only=True)


def merged_order(sequences: Iterable[Sequence[str]]) -> list[str]:
    """One order of all items in which each sequence stands in its own order.

    Among the items that may come next, the one that was met first comes first (A. B. Kahn, Topological sorting of
    large networks, Communications of the ACM 5 (1962) 558-562). Where the sequences contradict each other, the order
    of meeting decides.
    """
    after: dict[str, set[str]] = {}
    before: dict[str, int] = {}
    for sequence in sequences:
        for item in sequence:
            after.setdefault(item, set())
            before.setdefault(item, 0)
        for one, other in pairwise(sequence):
            if one != other and other not in after[one]:
                after[one].add(other)
                before[other] += 1
    order: list[str] = []
    rest = list(after)
    while rest:
        item = next((item for item in rest if before[item] <= 0), rest[0])
        rest.remove(item)
        order.append(item)
        for other in after[item]:
            before[other] -= 1
    return order
