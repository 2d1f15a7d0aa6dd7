"""The report as a document: sections, paragraphs, tables and figures, before any file format.

HTML, Word, workbook and JSON are all written from this one value, so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Block", "Column", "Figure", "Listing", "Paragraph", "Report", "Section", "Span", "Table", "plain"]


@dataclass(frozen=True)
class Span:
    """A piece of text.

    Attributes:
        text: what is read.
        strong: set apart by weight.
        link: an http(s) or mailto address, ``#ID`` for a place in the report, or "".
        page: in print, the page of the place follows the text.
    """

    text: str
    strong: bool = False
    link: str = ""
    page: bool = False


Text = tuple[Span, ...]
"""A line of text; the pieces stand one after the other with nothing between them."""


def plain(text: str, *, strong: bool = False, link: str = "") -> Text:
    """A line of one piece."""
    return (Span(text, strong, link),)


@dataclass(frozen=True)
class Paragraph:
    """Running text. ``role`` is ``lead`` for the sentence that tells what a section says, ``note`` for small print."""

    text: Text
    role: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True)
class Listing:
    """A list of short lines, numbered or not."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        key: a name for machines, unique in the table.
        title: what stands above it.
        width: its share of the table's width, relative to the other columns.
        kind: ``text``, ``number`` (whole numbers, aligned right), ``date`` (partial), ``status`` (symbol and words;
            the cell's text begins with the symbol) or ``reference`` (an id and what belongs to it: the document sets
            it in small print beneath the widest text of its row, since long ids in a narrow column make rows tall).
    """

    key: str
    title: str
    width: float = 1.0
    kind: Literal["text", "number", "date", "status", "reference"] = "text"


@dataclass(frozen=True)
class Table:
    """A table with a caption.

    Attributes:
        id: unique in the report, a valid fragment and a valid start of a sheet's name (letters, digits, hyphens).
        caption: what the table shows, one sentence.
        rows: as long as ``columns``; "–" stands where a value is not stated, never an empty text.
        in_workbook_only: too long for reading; the document gives the caption and points to the workbook.
        shown: rows that the document shows at most; the workbook has all. 0: all.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    in_workbook_only: bool = False
    shown: int = 0

    @property
    def shown_rows(self) -> tuple[tuple[Text, ...], ...]:
        """The rows that the document shows."""
        return self.rows[: self.shown] if self.shown else self.rows

    @property
    def beside(self) -> tuple[int, ...]:
        """Which columns stand beside one another in the document: all but references."""
        return tuple(at for at, column in enumerate(self.columns) if column.kind != "reference")

    @property
    def beneath(self) -> tuple[int, ...]:
        """Which columns the document sets in small print."""
        return tuple(at for at, column in enumerate(self.columns) if column.kind == "reference")

    @property
    def host(self) -> int:
        """The column beneath whose text the small print stands: the widest one of texts."""
        texts = [at for at in self.beside if self.columns[at].kind == "text"] or list(self.beside)
        return max(texts, key=lambda at: (self.columns[at].width, -at))


@dataclass(frozen=True)
class Figure:
    """A picture with its text alternative and its data.

    Attributes:
        id: unique in the report.
        caption: what it shows, one sentence.
        alt: its text alternative: what a reader would take from it.
        svg: for HTML.
        png: for Word, at 200 dots an inch.
        width_cm: how wide it is meant to be.
        data: what is drawn, as a table; goes into the workbook.
        landscape: wants a page of its own, turned.
    """

    id: str
    caption: str
    alt: str
    svg: str
    png: bytes
    width_cm: float
    data: Table
    landscape: bool = False


Block = Paragraph | Listing | Table | Figure


@dataclass(frozen=True)
class Section:
    """A section with its heading; sections nest.

    Attributes:
        id: unique in the report.
        annex: stands in the annexes, after the main part.
        own_page: begins on a new page and ends before one, such as the page to print by itself.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    annex: bool = False
    own_page: bool = False


@dataclass(frozen=True)
class Report:
    """A whole report.

    Attributes:
        title: its title.
        subtitle: what it is about, one line.
        language: of its text, such as ``en-GB``.
        facts: the cover's lines: what (as of, data version, program version, licence, how to cite) and the value.
        sections: main part first, then annexes.
        findings: every finding as plain JSON values, by its id.
    """

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    findings: dict[str, dict[str, object]] = field(default_factory=dict)
