"""What ends when: a line of time with a row for each record whose end a source states."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Callable, Mapping

from remit.report.figures.palette import colour
from remit.report.figures.sheet import Sheet, fitted, text_width
from remit.report.figures.tables import Rows, data_table
from remit.report.model import Column, Figure
from remit.words import capital, count, date, number

__all__ = ["endings_timeline"]

_WIDTH = 17.0
_LABELS = 9.6
_LINE = 0.42
_SHOWN = 22
"""More rows than a page holds are left to the table."""


def endings_timeline(
    endings: Rows, *, as_of: str, until: str = "", id: str = "figure-endings", caption: str = ""
) -> Figure | None:
    """A dot for an end on a day, a bar over the month or the year where no more is stated.

    Args:
        endings: rows of time/ending.
        as_of: the day as of which they are read, YYYY-MM-DD.
        until: the last day of the line of time; a year after ``as_of`` where empty.
        id: of the figure.
        caption: of the figure.

    Returns:
        The figure; None where nothing ends.
    """
    if not endings:
        return None
    ordered = sorted(endings, key=lambda row: (_span(row["endDate"])[1], row["endDate"], row["organisationLabel"]))
    shown = ordered[:_SHOWN]
    begin = datetime.date.fromisoformat(as_of)
    end = datetime.date.fromisoformat(until) if until else begin.replace(day=1) + datetime.timedelta(days=366)
    end = max([end, *(_span(row["endDate"])[1] for row in shown)])
    alt = _alternative(ordered, as_of)
    texts = [_label(row) for row in shown]
    heights = [(text.count("\n") + 1) * _LINE + 0.18 for text in texts]
    sheet = Sheet(_WIDTH, 0.75 + sum(heights) + (0.5 if len(ordered) > len(shown) else 0.1))
    _draw(sheet, shown, texts, heights, begin, end)
    if len(ordered) > len(shown):
        rest = f"{number(len(ordered) - len(shown))} later ones are in the table of this figure."
        sheet.text(0, sheet.height - 0.2, rest, ink=colour("ink-quiet"))
    svg, png = sheet.finish(id, alt)
    caption = caption or f"What ends within the year after {date(as_of)}, as sources state it."
    columns = (
        Column("end", "Ends", 1, "date"),
        Column("organisation", "Organisation", 2),
        Column("record", "Record", 1),
        Column("what", "What ends", 3),
    )
    rows = [(row["endDate"], row["organisationLabel"], row["recordType"], row["what"]) for row in ordered]
    return Figure(id, caption, alt, svg, png, _WIDTH, data_table(id, caption, columns, rows))


def _label(row: Mapping[str, str]) -> str:
    """Who and what, in three lines at most."""
    who = fitted(row["organisationLabel"], _LABELS, bold=True)
    return f"{who}\n{fitted(row['what'] or row['recordType'], _LABELS, lines=2)}"


def _span(text: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that a partial date may mean."""
    parts = [int(part) for part in text.split("-")[:3]]
    year = parts[0]
    if len(parts) == 1:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if len(parts) == 2:
        return datetime.date(year, parts[1], 1), datetime.date(year, parts[1], calendar.monthrange(year, parts[1])[1])
    return datetime.date(year, parts[1], parts[2]), datetime.date(year, parts[1], parts[2])


def _draw(
    sheet: Sheet, rows: list[Mapping[str, str]], texts: list[str], heights: list[float], begin: datetime.date,
    end: datetime.date,
) -> None:  # fmt: skip
    left, right = _LABELS + 0.6, _WIDTH - 0.5
    days = max(1, (end - begin).days)

    def at(day: datetime.date) -> float:
        return left + (right - left) * min(max((day - begin).days, 0), days) / days

    bottom = 0.75 + sum(heights)
    for month in _months(begin, end, right - left):
        x = at(month)
        sheet.line([x, x], [0.7, bottom], colour("line"), 0.5)
        sheet.text(x, 0.3, _month(month, begin), across="center", ink=colour("ink-quiet"))
    sheet.line([left, left], [0.7, bottom], colour("ink"), 1.0)
    sheet.line([left, right], [0.7, 0.7], colour("line-strong"), 0.6)
    y = 0.75
    for row, text, height in zip(rows, texts, heights, strict=True):
        who, _, what = text.partition("\n")
        sheet.text(0, y + 0.26, who, bold=True)
        sheet.text(0, y + 0.09 + _LINE, what, down="top")
        _mark(sheet, row["endDate"], at, y + height / 2, right)
        y += height
        sheet.line([0, _WIDTH], [y, y], colour("line"), 0.35)


def _mark(sheet: Sheet, text: str, at: Callable[[datetime.date], float], y: float, right: float) -> None:
    """A dot or a bar, and the date beside it on the side that has room."""
    first, last = _span(text)
    if first == last:
        sheet.disc(at(first), y, 0.13, colour("accent"))
    else:
        sheet.box(
            at(first), y - 0.1, max(at(last) - at(first), 0.1), 0.2, colour("ground-marked"), edge=colour("accent"),
            line=0.7, hatch="////",
        )  # fmt: skip
    words = date(text)
    if at(last) + 0.25 + text_width(words) <= right + 0.5:
        sheet.text(at(last) + 0.25, y, words)
    else:
        sheet.text(at(first) - 0.25, y, words, across="right")


def _months(begin: datetime.date, end: datetime.date, room: float) -> list[datetime.date]:
    """First days of months, as many as have room for their names."""
    first = datetime.date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
    months = []
    while first <= end:
        months.append(first)
        first = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    most = max(1, int(room // 1.5))
    step = -(-len(months) // most) if months else 1
    return months[::step]


def _month(day: datetime.date, begin: datetime.date) -> str:
    """``Jan 2027`` for the first month of a year, ``Apr`` for the others."""
    name = calendar.month_abbr[day.month]
    return f"{name} {day.year}" if day.month == 1 or (day.year, day.month) == (begin.year, begin.month) else name


def _alternative(rows: list[Mapping[str, str]], as_of: str) -> str:
    """The number, the kinds, and the nearest and the last end."""
    kinds = Counter(row["recordType"] for row in rows)
    nouns = {"role": ("role", "roles"), "relationship": ("relationship", "relationships"), "body": ("body", "bodies")}
    parts = ", ".join(count(many, *nouns.get(kind, (kind, f"{kind}s"))) for kind, many in sorted(kinds.items()))
    first, last = rows[0], rows[-1]
    text = (
        f"{capital(count(len(rows), 'record'))} with an end that a source states, as of {date(as_of)}: {parts}. "
        f"The nearest: {first['organisationLabel']}, {first['what'] or first['recordType']}, {date(first['endDate'])}."
    )
    if len(rows) > 1:
        what = last["what"] or last["recordType"]
        text += f" The last: {last['organisationLabel']}, {what}, {date(last['endDate'])}."
    return text
