"""Needs, place by place: for how many of them something is recorded for all, some or none of their cells."""

from __future__ import annotations

from collections import Counter

from remit.report.figures.palette import colour, status_colours
from remit.report.figures.sheet import TEXT, Sheet, fitted, text_width
from remit.report.figures.tables import Rows, data_table, merged_order
from remit.report.model import Column, Figure
from remit.words import and_list, capital, count, number

__all__ = ["needs_by_place"]

_WIDTH = 17.0
_BAR = 0.62
_STEP = 0.95

_ANSWERS = (("all", "covered", ""), ("some", "single", "//"), ("none", "not-recorded", ""))
"""The answers as needs/by-place gives them, the status whose colours they take, and a hatch for grey print."""


def needs_by_place(by_place: Rows, *, id: str = "figure-needs", caption: str = "") -> Figure | None:
    """A bar for each place, divided by whether all, some or none of a need's cells have a body recorded.

    Args:
        by_place: rows of needs/by-place.
        id: of the figure.
        caption: of the figure.

    Returns:
        The figure; None where no need asks for a cell.
    """
    if not by_place:
        return None
    names = {row["place"]: row["placeLabel"] for row in by_place}
    by_need: dict[str, list[str]] = {}
    for row in by_place:
        by_need.setdefault(row["need"], []).append(row["place"])
    places = merged_order(list(dict.fromkeys(order)) for order in by_need.values())
    found = Counter((row["place"], row["recordedFor"]) for row in by_place)
    short = Counter(row["place"] for row in by_place if int(row["saidToFallShort"]))
    alt = _alternative(places, names, found, short)
    sheet = Sheet(_WIDTH, 0.95 + _STEP * len(places) + 0.4)
    _draw(sheet, places, names, found, short)
    svg, png = sheet.finish(id, alt)
    caption = caption or "Needs by place: for how many of their questions a body or more is recorded."
    columns = (
        Column("place", "Place", 2),
        Column("all", "Recorded for all their questions", 1, "number"),
        Column("some", "Recorded for some", 1, "number"),
        Column("none", "Recorded for none", 1, "number"),
        Column("short", "Said to fall short somewhere", 1, "number"),
    )
    rows = [(names[place], *(found[place, key] for key, _, _ in _ANSWERS), short[place]) for place in places]
    return Figure(id, caption, alt, svg, png, _WIDTH, data_table(id, caption, columns, rows))


def _draw(
    sheet: Sheet, places: list[str], names: dict[str, str], found: Counter[tuple[str, str]], short: Counter[str]
) -> None:  # fmt: skip
    left = min(5.0, max(text_width(name) for name in names.values()) + 0.3)
    right = 3.1
    most = max(sum(found[place, key] for key, _, _ in _ANSWERS) for place in places)
    scale = (_WIDTH - left - right) / most
    x = left
    for key, status, hatch in _ANSWERS:
        words = f"recorded for {key} of their questions" if key == "all" else f"for {key}"
        _swatch(sheet, x, 0.12, 0.4, 0.4, status, hatch)
        sheet.text(x + 0.52, 0.32, words)
        x += text_width(words) + 1.1
    sheet.text(_WIDTH - 0.1, 0.32, "said to fall short", across="right")
    for at, place in enumerate(places):
        y = 0.95 + at * _STEP
        sheet.text(0, y + _BAR / 2, fitted(names[place], left - 0.2))
        x = left
        for key, status, hatch in _ANSWERS:
            many = found[place, key]
            if not many:
                continue
            _swatch(sheet, x, y, many * scale, _BAR, status, hatch)
            _number(sheet, x + many * scale / 2, y + _BAR / 2, many, status, many * scale)
            x += many * scale
        sheet.text(
            _WIDTH - 0.1, y + _BAR / 2, f"{number(short[place])} of {number(_total(found, place))}", across="right"
        )
    y = 0.95 + len(places) * _STEP + 0.15
    sheet.text(left, y, "Numbers are needs. Recorded does not mean that the need is met.", ink=colour("ink-quiet"))


def _total(found: Counter[tuple[str, str]], place: str) -> int:
    return sum(found[place, key] for key, _, _ in _ANSWERS)


def _swatch(sheet: Sheet, x: float, y: float, width: float, height: float, status: str, hatch: str) -> None:
    ground = status_colours(status)[0]
    sheet.box(x, y, width, height, ground, edge=ground if not hatch else colour("line-strong"), hatch=hatch)
    sheet.box(x, y, width, height, "none", edge=colour("ink"), line=0.6)


def _number(sheet: Sheet, x: float, y: float, many: int, status: str, room: float) -> None:
    """The number in the middle of its part, on a plain ground so that no hatch runs through it."""
    words = number(many)
    wide = text_width(words, TEXT, bold=True) + 0.16
    if wide > room:
        return
    ground, ink = status_colours(status)
    sheet.box(x - wide / 2, y - 0.2, wide, 0.4, ground)
    sheet.text(x, y, words, across="center", bold=True, ink=ink)


def _alternative(places: list[str], names: dict[str, str], found: Counter[tuple[str, str]], short: Counter[str]) -> str:
    """What a reader would take from the bars: the numbers of each place."""
    totals = {_total(found, place) for place in places}
    many = count(max(totals), "need") if len(totals) == 1 else f"up to {count(max(totals), 'need')}"
    parts = [
        f"in {names[place]} something is recorded for all of their cells for {number(found[place, 'all'])}, for some "
        f"for {number(found[place, 'some'])}, for none for {number(found[place, 'none'])}"
        for place in places
    ]
    falls = and_list([f"{number(short[place])} in {names[place]}" for place in places])
    return (
        f"A bar for each of {count(len(places), 'place')}, of {many}. {capital('; '.join(parts))}. "
        f"Needs of which something is said to fall short: {falls}."
    )
