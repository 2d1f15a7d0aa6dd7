"""Walk through a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.report.model import Block, Figure, Listing, Paragraph, Report, Section, Table, Text


def sections(found: Iterable[Section]) -> Iterator[Section]:
    """All sections, those within others too."""
    for each in found:
        yield each
        yield from sections(each.sections)


def blocks(report: Report) -> Iterator[Block]:
    """All blocks in their order."""
    for section in sections(report.sections):
        yield from section.blocks


def tables(report: Report) -> dict[str, Table]:
    """All tables by their id."""
    return {block.id: block for block in blocks(report) if isinstance(block, Table)}


def plain(text: Text) -> str:
    """A line without its marks."""
    return "".join(span.text for span in text)


def texts(report: Report) -> Iterator[str]:
    """Every line that the report writes itself or shows in a cell, titles and captions too."""
    yield from (report.title, report.subtitle)
    for section in sections(report.sections):
        yield section.title
    for block in blocks(report):
        match block:
            case Paragraph():
                yield plain(block.text)
            case Listing():
                yield from map(plain, block.items)
            case Figure():
                yield from (block.caption, block.alt)
            case Table():
                yield block.caption
                yield from (column.title for column in block.columns)
                yield from (plain(text) for row in block.rows for text in row)


def column(table: Table, key: str) -> list[str]:
    """What stands in a column of a table."""
    at = [each.key for each in table.columns].index(key)
    return [plain(row[at]) for row in table.rows]
