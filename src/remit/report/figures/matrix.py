"""The whole matrix on one page: activities as rows, topics as columns, places within each square."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from remit.report.figures.palette import colour, status_colours
from remit.report.figures.sheet import POINT, TEXT, Sheet, fitted, text_width
from remit.report.figures.tables import Rows, data_table, merged_order
from remit.report.model import Column, Figure, Table
from remit.terms import local_name
from remit.words import and_list, count, number, plural

__all__ = ["status_matrix"]

_PORTRAIT = (17.0, 21.6)
_LANDSCAPE = (25.7, 12.6)
"""Room on an A4 page between heading and caption, in centimetres."""

_LARGEST = 0.8
"""No square is larger, however few there are."""

_SLANT = math.radians(65)
_NAMES = 6.4
_HEADS = 4.6
"""How long the names of rows and of columns may be, in centimetres."""

_BOLD = frozenset({"confirmed-gap"})


@dataclass
class _Square:
    """What is known about one activity and topic: rows by place, and the places of which a flag speaks."""

    rows: dict[str, Mapping[str, str]] = field(default_factory=dict)
    short: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Plan:
    """Where things stand on the sheet, in centimetres."""

    width: float
    height: float
    names: float
    heads: float
    step: float
    line: float
    landscape: bool


def status_matrix(
    cells: Rows, flags: Rows, *, id: str = "figure-matrix", caption: str = "", flag: str = "said-to-fall-short"
) -> Figure | None:
    """The status of every cell as symbol and colour; None where there is no cell.

    A square holds the places, in rows from the left; where all of them are the same it holds one sign. The page is
    turned where squares become larger by it.

    Args:
        cells: rows of coverage/matrix.
        flags: rows of coverage/cell-flags.
        id: of the figure.
        caption: of the figure; made from the data where empty.
        flag: the local name of the flag that is drawn as a corner.
    """
    if not cells:
        return None
    marked = {row["cell"] for row in flags if local_name(row["flag"]) == flag}
    flag_label = next((row["flagLabel"] for row in flags if local_name(row["flag"]) == flag), "")
    squares: dict[tuple[str, str], _Square] = {}
    by_activity: dict[str, list[str]] = {}
    for row in cells:
        square = squares.setdefault((row["activity"], row["topic"]), _Square())
        square.rows[row["place"]] = row
        if row["cell"] in marked:
            square.short.add(row["place"])
        by_activity.setdefault(row["activity"], []).append(row["topic"])
    places = merged_order(list(square.rows) for square in squares.values())
    topics = merged_order(list(dict.fromkeys(row)) for row in by_activity.values())
    alt = _alternative(cells, squares, places, len(marked & {row["cell"] for row in cells}), flag_label)
    plan = _plan(cells, topics)
    sheet = Sheet(plan.width, plan.height)
    _draw(sheet, plan, cells, squares, places, topics, flag_label)
    svg, png = sheet.finish(id, alt)
    caption = caption or "The matrix: what is recorded for each activity, topic and place."
    return Figure(
        id, caption, alt, svg, png, plan.width, _data(id, caption, cells, flags), landscape=plan.landscape
    )  # fmt: skip


def _plan(cells: Rows, topics: list[str]) -> _Plan:
    """Upright or turned, whichever gives the larger squares."""
    names = min(_NAMES, max(text_width(name) for name in {row["activityLabel"] for row in cells}) + 0.2)
    labels = {row["topic"]: row["topicLabel"] for row in cells}
    longest = min(_HEADS, max(text_width(_short_head(labels[topic])) for topic in topics))
    heads = longest * math.sin(_SLANT) + 0.35
    right = longest * math.cos(_SLANT)
    rows = len({row["activity"] for row in cells})
    areas = len({row["area"] for row in cells})
    plans = []
    for (width, height), landscape in ((_PORTRAIT, False), (_LANDSCAPE, True)):
        legend = _legend_height(cells, width)
        across = (width - names - right) / len(topics)
        # the name of an area stands on a line of its own
        down = (height - heads - legend) / (rows + areas)
        step, line = min(across, _LARGEST), min(down, across, _LARGEST)
        high = heads + line * (rows + areas) + legend
        plans.append(_Plan(width, high, names, heads, step, line, landscape))
    upright, turned = plans
    return turned if min(turned.step, turned.line) > min(upright.step, upright.line) else upright


def _short_head(label: str) -> str:
    """A column's name; what stands in brackets at its end is left to the table."""
    return fitted(label.rpartition(" (")[0] if label.endswith(")") and " (" in label else label, _HEADS)


def _draw(
    sheet: Sheet, plan: _Plan, cells: Rows, squares: dict[tuple[str, str], _Square], places: list[str],
    topics: list[str], flag_label: str,
) -> None:  # fmt: skip
    labels = {row["topic"]: row["topicLabel"] for row in cells}
    groups = {row["topic"]: row["group"] for row in cells}
    for at, topic in enumerate(topics):
        x = plan.names + (at + 0.5) * plan.step
        sheet.text(
            x + 0.08, plan.heads - 0.1, _short_head(labels[topic]), angle=math.degrees(_SLANT), down="center"
        )  # fmt: skip
    glyphs: dict[tuple[str, float], list[tuple[float, float]]] = {}
    y = plan.heads
    area = None
    for activity in dict.fromkeys(row["activity"] for row in cells):
        about = next(row for row in cells if row["activity"] == activity)
        if about["area"] != area:
            area = about["area"]
            sheet.text(0, y + plan.line * 0.55, fitted(about["areaLabel"], plan.names, bold=True), bold=True)
            y += plan.line
            sheet.line([0, plan.names + plan.step * len(topics)], [y, y], colour("line-strong"), 0.6)
        sheet.text(0, y + plan.line / 2, fitted(about["activityLabel"], plan.names - 0.1))
        for at, topic in enumerate(topics):
            x = plan.names + at * plan.step
            if (activity, topic) in squares:
                _square(sheet, plan, squares[activity, topic], places, x, y, glyphs)
        y += plan.line
        sheet.line([0, plan.names + plan.step * len(topics)], [y, y], colour("line"), 0.35)
    for at, topic in enumerate(topics):
        if at == 0 or groups[topic] != groups[topics[at - 1]]:
            x = plan.names + at * plan.step
            sheet.line([x, x], [plan.heads, y], colour("line-strong"), 0.6)
    x = plan.names + len(topics) * plan.step
    sheet.line([x, x], [plan.heads, y], colour("line-strong"), 0.6)
    _symbols(sheet, glyphs)
    _legend(sheet, cells, places, flag_label, y + 0.35, plan)


def _symbols(sheet: Sheet, glyphs: dict[tuple[str, float], list[tuple[float, float]]]) -> None:
    """All symbols, one kind after the other; the key is "status symbol"."""
    for (key, size), where in glyphs.items():
        status, symbol = key.split(" ", 1)
        sheet.symbols(symbol, where, size, status_colours(status)[1], bold=status in _BOLD)


def _square(
    sheet: Sheet, plan: _Plan, square: _Square, places: list[str], x: float, y: float,
    glyphs: dict[tuple[str, float], list[tuple[float, float]]],
) -> None:  # fmt: skip
    """One square: a single sign where all places are alike, otherwise a part for each place."""
    gap = 0.02
    inside = (x + gap, y + gap, plan.step - 2 * gap, plan.line - 2 * gap)
    kinds = {row["status"] for row in square.rows.values()}
    if len(kinds) == 1 and len(square.rows) == len(places) and len(square.short) in (0, len(places)):
        _part(sheet, next(iter(square.rows.values())), bool(square.short), inside, glyphs)
        return
    columns, lines = _grid(len(places))
    width, height = inside[2] / columns, inside[3] / lines
    for at, place in enumerate(places):
        if place in square.rows:
            part = (inside[0] + (at % columns) * width, inside[1] + (at // columns) * height, width, height)
            _part(sheet, square.rows[place], place in square.short, part, glyphs)


def _grid(parts: int) -> tuple[int, int]:
    """Columns and lines of a square that holds so many parts."""
    columns = math.ceil(math.sqrt(parts))
    return columns, math.ceil(parts / columns)


def _part(
    sheet: Sheet, row: Mapping[str, str], short: bool, where: tuple[float, float, float, float],
    glyphs: dict[tuple[str, float], list[tuple[float, float]]],
) -> None:  # fmt: skip
    x, y, width, height = where
    status = local_name(row["status"])
    _ground(sheet, status, where)
    size = round(min(min(width, height) / POINT * 0.92, TEXT), 1)
    glyphs.setdefault((f"{status} {row['symbol']}", size), []).append((x + width / 2, y + height / 2))
    if short:
        _corner(sheet, x, y, width, height)


def _ground(sheet: Sheet, status: str, where: tuple[float, float, float, float]) -> None:
    """The colour of a status; what nobody recorded is empty and hatched, so that it never looks like an absence."""
    hatched = status == "not-recorded"
    sheet.box(
        *where, status_colours(status)[0], edge=colour("hatch") if hatched else colour("ground"),
        line=0.0 if hatched else 0.3, hatch="//////" if hatched else "",
    )  # fmt: skip


def _corner(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    side = 0.42 * min(width, height)
    right = x + width
    sheet.shape([(right - side, y), (right, y), (right, y + side)], colour("falls-short"), edge=colour("ground"))


def _legend_height(cells: Rows, width: float) -> float:
    return 0.5 + 0.5 * (math.ceil(len({row["status"] for row in cells}) / _legend_columns(width)) + 3)


def _legend_columns(width: float) -> int:
    return max(1, int(width // 8.3))


def _legend(sheet: Sheet, cells: Rows, places: list[str], flag_label: str, y: float, plan: _Plan) -> None:
    """Every sign that occurs with its words and how often, the most frequent first."""
    counts = Counter(row["status"] for row in cells)
    about = {row["status"]: row for row in cells}
    order = sorted(counts, key=lambda status: (-counts[status], status))
    columns = _legend_columns(plan.width)
    lines = math.ceil(len(order) / columns)
    for at, status in enumerate(order):
        x, line = (at // lines) * plan.width / columns, y + 0.25 + (at % lines) * 0.5
        name, row = local_name(status), about[status]
        _ground(sheet, name, (x, line - 0.2, 0.4, 0.4))
        if name == "not-recorded":
            sheet.box(x, line - 0.2, 0.4, 0.4, "none", edge=colour("hatch"), line=0.4)
        sheet.symbols(row["symbol"], [(x + 0.2, line)], TEXT, status_colours(name)[1], bold=name in _BOLD)
        words = f"{row['statusLabel']}: {number(counts[status])}"
        sheet.text(x + 0.55, line, fitted(words, plan.width / columns - 0.8))
    y += lines * 0.5 + 0.25
    names = {row["place"]: row["placeLabel"] for row in cells}
    shown = [names[place] for place in places]
    if flag_label:
        sheet.box(0, y - 0.2, 0.4, 0.4, "none", edge=colour("line-strong"), line=0.4)
        _corner(sheet, 0, y - 0.2, 0.4, 0.4)
        sheet.text(0.55, y, f"red corner: {flag_label}. Empty: not asked for, and nothing ever recorded.")
    if len(shown) > 1:
        squares, across = _grid(len(shown))[0], plan.width - 0.55
        inside = "; ".join(", ".join(shown[at : at + squares]) for at in range(0, len(shown), squares))
        words = f"One sign in a square: the same in all places. Several, line by line: {inside}."
        sheet.text(0.55, y + 0.3, fitted(words, across, lines=2), down="top")


def _alternative(
    cells: Rows, squares: dict[tuple[str, str], _Square], places: list[str], short: int, flag_label: str
) -> str:
    """What a reader would take from the picture, in a few sentences."""
    total = len(cells)
    counts = Counter(row["statusLabel"] for row in cells)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    activities = len({activity for activity, _ in squares})
    topics = len({topic for _, topic in squares})
    shares = and_list([f"“{label}” in {number(many)}" for label, many in order])
    text = (
        f"A matrix of {count(activities, 'activity')} and {count(topics, 'topic')}, in {count(len(places), 'place')}: "
        f"{number(total)} {plural(total, 'cell')}. By status: {shares}."
    )
    if short and flag_label:
        text += f" Of {number(short)} of them a source says that what there is falls short."
    return text


def _data(id: str, caption: str, cells: Rows, flags: Rows) -> Table:
    flagged: dict[str, list[str]] = {}
    for row in flags:
        flagged.setdefault(row["cell"], []).append(row["flagLabel"])
    columns = (
        Column("area", "Area", 1.2),
        Column("activity", "Activity", 2),
        Column("topic", "Topic", 2),
        Column("place", "Place", 1.2),
        Column("status", "Status", 2, "status"),
        Column("holders", "Organisations recorded", 1, "number"),
        Column("flags", "Also known", 3),
    )
    rows = (
        (
            row["areaLabel"], row["activityLabel"], row["topicLabel"], row["placeLabel"],
            f"{row['symbol']} {row['statusLabel']}", row["holderCount"], "; ".join(flagged.get(row["cell"], ())),
        )
        for row in cells
    )  # fmt: skip
    return data_table(id, caption, columns, rows)
