"""Numbers of tables and figures, and names of sheets: the same in the document and in the workbook."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from remit import words
from remit.report.model import Block, Figure, Report, Section, Table, Text

__all__ = ["as_of", "blocks", "coded", "created", "elsewhere", "labels", "plain_text", "sheet_names", "value_of"]

_LONGEST_NAME = 31
_RESERVED = frozenset({"cover", "contents", "notes", "history"})
_MONTHS = [*calendar.month_name][1:]


def plain_text(text: Text) -> str:
    """A line of text without its marks."""
    return "".join(span.text for span in text)


def coded(text: str) -> list[tuple[str, bool]]:
    """The parts of a text, and whether each is a command: what stands between backticks, without them."""
    parts = text.split("`")
    # one backtick without another is only a sign
    return [(part, at % 2 == 1) for at, part in enumerate(parts)] if len(parts) % 2 else [(text, False)]


def blocks(sections: tuple[Section, ...]) -> Iterator[tuple[Section, Block]]:
    """Every block with its section, in the order of the report."""
    for section in sections:
        for block in section.blocks:
            yield section, block
        yield from blocks(section.sections)


def labels(report: Report) -> dict[str, str]:
    """``Table 1`` and ``Figure 1`` by the id of each, counted in the order of the report.

    A table that only the workbook holds bears no number: nobody shall look for it in the document.
    """
    found: dict[str, str] = {}
    tables = figures = 0
    for _, block in blocks(report.sections):
        if isinstance(block, Table) and not block.in_workbook_only:
            tables += 1
            found[block.id] = f"Table {tables}"
        elif isinstance(block, Figure):
            figures += 1
            found[block.id] = f"Figure {figures}"
    return found


def elsewhere(table: Table) -> str:
    """What stands in the document in place of a table that only the workbook holds, up to where its rows are."""
    many = len(table.rows)
    if not many:
        return f"{table.caption}: there is none, so that there is nothing"
    return f"{table.caption}: {'the one row is' if many == 1 else f'all {words.number(many)} rows are'}"


def sheet_names(report: Report) -> dict[str, str]:
    """The name of the sheet of each table, and of the data of each figure, by the id of table or figure.

    A name has 31 characters at most, none of those that a sheet's name must not have, and differs from all others
    whatever the capitals.
    """
    names: dict[str, str] = {}
    taken = set(_RESERVED)
    for _, block in blocks(report.sections):
        if not isinstance(block, (Table, Figure)):
            continue
        wanted = re.sub(r"[^\w-]+", "-", block.id).strip("-_")[:_LONGEST_NAME] or "table"
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted[: _LONGEST_NAME - len(str(number)) - 1]}-{number}"
        taken.add(name.casefold())
        names[block.id] = name
    return names


def value_of(report: Report, fact: str) -> str:
    """What the cover says of a fact, whatever the capitals of its name; "" where it does not say."""
    return next((value for name, value in report.facts if name.casefold() == fact.casefold()), "")


def as_of(report: Report) -> str:
    """The date of the report as its cover writes it."""
    return value_of(report, "as of")


def created(report: Report) -> datetime.datetime:
    """The time that files carry: the report's own date, so that the same report gives the same bytes."""
    text = as_of(report)
    found = re.search(r"(\d{4})-(\d\d)-(\d\d)", text)
    try:
        if found:
            return datetime.datetime(int(found[1]), int(found[2]), int(found[3]))
        found = re.search(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", text)
        if found:
            return datetime.datetime(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        pass
    return datetime.datetime(2000, 1, 1)
