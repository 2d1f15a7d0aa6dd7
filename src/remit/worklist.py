"""The curators' work list as text: the rows of the question ``quality/work-list``, one paragraph an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from remit.terms import local_name
from remit.words import and_list, count, date

__all__ = ["told"]

_CELL = "no record yet"


def told(rows: Sequence[Mapping[str, str]], most: int | None = None) -> str:
    """The list for people, in the question's own order, the reasons of one item together.

    Args:
        rows: the answer.
        most: how many items to tell; all when None.
    """
    items: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        items.setdefault(row["item"], []).append(row)
    if not items:
        return "Nothing is on the work list here.\n"
    lines = []
    for number, reasons in enumerate(list(items.values())[:most], 1):
        first = reasons[0]
        whose = f"{first['organisationLabel']}: " if first["organisationLabel"] else ""
        newest = next((row["newest"] for row in reasons if row["newest"]), "")
        why = and_list([row["reason"] for row in reasons]) + (f" (newest: {date(newest)})" if newest else "")
        lines += [f"{number}. {whose}{first['says']}", f"   {why}; {_settles(first)}"]
        if first["reason"] != _CELL:
            lines.append(f"   {local_name(first['item'])}")
    left = len(items) - len(items if most is None else list(items)[:most])
    if left:
        lines.append(f"… and {left:,} more; --all lists them.")
    return "\n".join(lines) + "\n"


def _settles(row: Mapping[str, str]) -> str:
    cells, needs = int(row["cells"]), int(row["needs"])
    if not cells:
        return "settles no cell alone"
    return f"settles {count(cells, 'cell')}" + (
        f" that {count(needs, 'need')} ask{'s' * (needs == 1)} for" if needs else ""
    )
