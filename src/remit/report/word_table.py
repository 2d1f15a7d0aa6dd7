"""Tables in the document: of fixed width, with a header row that repeats and rows that stay together."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from remit.report.figures.palette import colour
from remit.report.model import Column, Table
from remit.report.numbers import plain_text
from remit.report.word_parts import Element, Links, clean, el, paragraph, properties, run, runs, twips

__all__ = ["column_widths", "table"]

_LETTER = 0.18
"""How wide a letter of a table's text is on average, in centimetres, with some to spare."""

_MARGINS = 0.3
_STEP = 0.2
_STEPS = 60
_JUDGED = 60
"""So many rows tell how the columns of a table are best divided."""

_LOW = 16
"""A table of so many lines at most is not divided between pages."""

_WIDEST_WORD = 3.0
"""A longer word, such as an address, is broken rather than let widen its column."""


def table(block: Table, width: float, links: Links, *, hold: bool = False) -> Element:
    """A table of this width in centimetres, with the rows that the document shows.

    Args:
        block: the table.
        width: how wide it is.
        links: what its texts lead to.
        hold: whether its last row stays on the page of what comes after it.
    """
    widths = [twips(each) for each in column_widths(block, width)]
    columns = [block.columns[at] for at in block.beside]
    made = el("tbl", _about(block, sum(widths)), el("tblGrid", *(el("gridCol", w=each) for each in widths)))
    made.append(_header(columns, widths))
    blank = _blank(columns, widths)
    rows = block.shown_rows
    low = bool(rows) and _lines(np.array(widths) / twips(1.0), _letters(block)) <= _LOW
    for number, row in enumerate(rows, 1):
        line = copy.deepcopy(blank)
        # a low table stays whole, and neither the first row of a high one nor its last stands alone on a page
        together = hold if number == len(rows) else low or number in (1, len(rows) - 1)
        for cell, at in zip(line.iterchildren("{*}tc"), block.beside, strict=True):
            cell[-1].extend(runs(row[at], links))
            if at == block.host:
                cell.extend(paragraph(properties("TableReference"), runs(row[small], links)) for small in block.beneath)
            if together:
                for about in cell.iterfind("{*}p/{*}pPr"):
                    about.insert(1, el("keepNext"))
        made.append(line)
    return made


def _about(block: Table, width: int) -> Element:
    return el(
        "tblPr",
        el("tblStyle", val="ReportTable"),
        el("tblW", w=width, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        # what a screen reader says of the table
        el("tblCaption", val=clean(block.caption)),
    )


def _header(columns: Sequence[Column], widths: list[int]) -> Element:
    row = el("tr", el("trPr", el("cantSplit"), el("tblHeader")))
    ground = colour("ground-marked").lstrip("#").upper()
    for column, width in zip(columns, widths, strict=True):
        about = el(
            "tcPr",
            el("tcW", w=width, type="dxa"),
            el("shd", val="clear", color="auto", fill=ground),
            el("vAlign", val="bottom"),
        )
        row.append(el("tc", about, paragraph(_cell(column, "TableHeading"), run(column.title))))
    return row


def _blank(columns: Sequence[Column], widths: list[int]) -> Element:
    """A row without text, to be copied: much faster than making each anew."""
    row = el("tr", el("trPr", el("cantSplit")))
    for column, width in zip(columns, widths, strict=True):
        row.append(el("tc", el("tcPr", el("tcW", w=width, type="dxa")), paragraph(_cell(column, "TableText"))))
    return row


def _cell(column: Column, style: str) -> Element:
    return properties(style, align="right" if column.kind == "number" else "")


def column_widths(block: Table, width: float) -> list[float]:
    """The widths of the columns in centimetres.

    They begin with their shares, but no narrower than the longest word asks for. Then columns give a little to others
    as long as the table becomes shorter by it, within half and twice of what they began with: a page of one narrow
    column of words beside empty ones serves nobody.
    """
    columns = [block.columns[at] for at in block.beside]
    total = sum(column.width for column in columns)
    texts = [[plain_text(row[at]) for at in block.beside] for row in block.shown_rows]
    least = [
        min(_longest([column.title, *(row[at] for row in texts)], column) * _LETTER, _WIDEST_WORD) + _MARGINS
        for at, column in enumerate(columns)
    ]
    if sum(least) >= width:
        return [width * each / sum(least) for each in least]
    begun = _at_least([width * column.width / total for column in columns], least)
    if len(begun) < 2 or not texts:
        return begun
    return _shorter(begun, least, _letters(block)[:_JUDGED])


def _letters(block: Table) -> NDArray[np.float64]:
    """How many letters each cell holds, with what stands beneath its text."""
    held = [[len(plain_text(row[at])) for at in block.beside] for row in block.shown_rows]
    letters = np.array(held, dtype=float).reshape(-1, len(block.beside))
    for at in block.beneath:
        letters[:, block.beside.index(block.host)] += [len(plain_text(row[at])) for row in block.shown_rows]
    return letters


def _at_least(wanted: list[float], least: list[float]) -> list[float]:
    """What narrow columns lack, the others give in proportion to what they have to spare."""
    lack = sum(max(0.0, low - have) for low, have in zip(least, wanted, strict=True))
    spare = sum(max(0.0, have - low) for low, have in zip(least, wanted, strict=True))
    return [
        low if have <= low else have - (have - low) * lack / spare for low, have in zip(least, wanted, strict=True)
    ]  # fmt: skip


def _shorter(begun: list[float], least: list[float], letters: NDArray[np.float64]) -> list[float]:
    """Move a step of width from one column to another while that makes the table shorter (hill climbing)."""
    widths = np.array(begun)
    low, high = np.maximum(least, widths / 2), widths * 2
    best = _lines(widths, letters)
    for _ in range(_STEPS):
        trials: list[tuple[float, int, NDArray[np.float64]]] = []
        for giver in np.flatnonzero(widths - _STEP >= low):
            for taker in np.flatnonzero(widths + _STEP <= high):
                if giver != taker:
                    trial = widths.copy()
                    trial[giver] -= _STEP
                    trial[taker] += _STEP
                    trials.append((_lines(trial, letters), len(trials), trial))
        if not trials or min(trials, key=lambda trial: trial[:2])[0] >= best:
            break
        best, _, widths = min(trials, key=lambda trial: trial[:2])
    return [float(each) for each in widths]


def _lines(widths: NDArray[np.float64], letters: NDArray[np.float64]) -> float:
    """How high the rows are together: the highest cell of each decides; part lines count, so that steps lead on."""
    return float(np.maximum(letters * _LETTER / (widths - _MARGINS), 1.0).max(axis=1).sum())


def _longest(texts: list[str], column: Column) -> int:
    """The letters of the longest piece that stays on one line: a word, or a date but for its year."""
    if column.kind == "date":
        return max((len(text.rpartition(" ")[0] or text) for text in texts), default=1)
    return max((len(word) for text in texts for word in re.split(r"[\s/–-]+", text)), default=1)
