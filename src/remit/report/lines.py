"""Make paragraphs, lists and tables from plain texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from remit import words
from remit.report.model import Block, Column, Listing, Paragraph, Section, Span, Table, Text
from remit.site.paths import safe_link

__all__ = [
    "NOTHING",
    "body",
    "bullets",
    "date",
    "join",
    "lead",
    "line",
    "link",
    "note",
    "numeral",
    "section",
    "steps",
    "strong",
    "table",
    "web",
]

NOTHING = "–"
"""Stands in a table where a value is not stated."""

Piece = str | Span | Text


def line(*pieces: Piece) -> Text:
    """A line of text from its pieces, empty ones left out."""
    spans: list[Span] = []
    for piece in pieces:
        if isinstance(piece, str):
            piece = Span(piece)
        spans += [piece] if isinstance(piece, Span) else piece
    return tuple(span for span in spans if span.text)


def strong(text: str) -> Span:
    """A piece set apart by weight."""
    return Span(text, strong=True)


def link(text: str, target: str, *, strong: bool = False, page: bool = False) -> Span:
    """A piece that leads to a section, table or figure of the report; in print its page follows where that is asked."""
    return Span(text, strong, f"#{target}", page)


def web(text: str, address: str) -> Span:
    """A piece that leads to an address, where that is one that may become a link."""
    return Span(text, link=safe_link(address))


def join(pieces: Iterable[Piece], between: str) -> Text:
    """Pieces with something between them."""
    spans: list[Piece] = []
    for piece in pieces:
        if spans:
            spans.append(between)
        spans.append(piece)
    return line(*spans)


def body(*pieces: Piece) -> Paragraph:
    """Running text."""
    return Paragraph(line(*pieces))


def lead(*pieces: Piece) -> Paragraph:
    """The sentence that tells what a section says."""
    return Paragraph(line(*pieces), "lead")


def note(*pieces: Piece) -> Paragraph:
    """Small print."""
    return Paragraph(line(*pieces), "note")


def bullets(items: Iterable[Piece]) -> Listing:
    """A list."""
    return Listing(tuple(line(item) for item in items))


def steps(items: Iterable[Piece]) -> Listing:
    """A numbered list."""
    return Listing(tuple(line(item) for item in items), numbered=True)


def numeral(value: int, none: str = "none") -> str:
    """A number in running text: small ones in words: ``three``, ``53``; nothing at all as ``none``."""
    return words.count(value, "", "").strip() if value else none


def date(text: str, missing: str = "undated") -> str:
    """A partial date for a table."""
    return words.date(text) if text else missing


def table(
    name: str,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Piece | int]],
    *,
    shown: int = 0,
    in_workbook_only: bool = False,
) -> Table:
    """A table; a dash stands for an empty text, and numbers are written as people write them."""
    made = tuple(tuple(map(_cell, row)) for row in rows)
    return Table(name, caption, tuple(columns), made, in_workbook_only, shown)


_NOTHING: Text = (Span(NOTHING),)


def _cell(piece: Piece | int) -> Text:
    if isinstance(piece, str):
        return (Span(piece),) if piece else _NOTHING
    if isinstance(piece, int):
        return (Span(words.number(piece)),)
    return (piece,) if isinstance(piece, Span) else piece or _NOTHING


def section(
    name: str,
    title: str,
    *blocks: Block | None,
    sections: Iterable[Section | None] = (),
    annex: bool = False,
    own_page: bool = False,
) -> Section:
    """A section; what is None is left out."""
    return Section(
        name,
        title,
        tuple(block for block in blocks if block is not None),
        tuple(each for each in sections if each is not None),
        annex,
        own_page,
    )
