"""A small hand-made report with every kind of block, and texts that somebody might slip into a landscape."""

from __future__ import annotations

from functools import cache

from remit.report.figures import status_matrix
from remit.report.model import (
    Block,
    Column,
    Figure,
    Listing,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
    Text,
    plain,
)

FORMULAS = ("=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("https://example.org")', "\t=1+1")
"""What a spreadsheet would run if it took a text for a formula."""

HOSTILE = (
    *FORMULAS,
    "<script>alert(1)</script>",
    "]]> & <w:p/> &amp; \"quoted\" 'single'",
    "x" * 300,
    "back\\slash {braces} %s $money$ ^caret_under",
    "a\x00b\x08c\ufffed\x1fe\ud800f",
    "two\nlines\tand a tab",
    "_x0041_ stays as it is",
)
"""Texts that must be read as they stand, or with what no file may hold taken out."""

STATUSES = (
    ("covered", "two or more recorded", "●"),
    ("confirmed-gap", "a source reports none", "✕"),
    ("not-recorded", "no record yet", "?"),
)

ROWS = 200


def matrix_rows() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Rows as coverage/matrix and coverage/cell-flags give them: three activities, two topics, two places."""
    cells, flags = [], []
    for activity in range(3):
        for topic in range(2):
            for place in range(2):
                status, label, symbol = STATUSES[activity if topic == 0 else (activity + place) % 3]
                row = {
                    "area": f"https://example.org/activity/area-{activity // 2}",
                    "areaLabel": ("Research", "Practice")[activity // 2],
                    "activity": f"https://example.org/activity/{activity}",
                    "activityLabel": ("Fund <script>", "Study $bees$ & mites", "Count hives")[activity],
                    "group": "https://example.org/topic/all",
                    "groupLabel": "All",
                    "topic": f"https://example.org/topic/{topic}",
                    "topicLabel": ("Mites", "Honey (of all kinds)")[topic],
                    "place": f"https://example.org/place/{place}",
                    "placeLabel": ("North", "South")[place],
                    "cell": f"https://example.org/cell/{activity}/{topic}/{place}",
                    "status": f"https://w3id.org/remit/status/{status}",
                    "statusLabel": label,
                    "symbol": symbol,
                    "holderCount": str(activity),
                }
                cells.append(row)
                if topic and place:
                    flag = {"flag": "https://w3id.org/remit/flag/said-to-fall-short", "flagLabel": "said to fall short"}
                    flags.append(row | flag)
    return cells, flags


@cache
def matrix(landscape: bool = False) -> Figure:
    """A drawn matrix."""
    figure = status_matrix(*matrix_rows(), id="figure-turned" if landscape else "figure-upright")
    assert figure is not None
    if not landscape:
        return figure
    return Figure(
        figure.id, "The matrix, turned.", figure.alt, figure.svg, figure.png, 25.7, figure.data, landscape=True
    )  # fmt: skip


def _long() -> Table:
    columns = (
        Column("number", "No.", 0.4, "number"),
        Column("text", "What is told", 4),
        Column("when", "When", 1, "date"),
        Column("status", "Status", 1.5, "status"),
        Column("link", "Where", 1),
    )
    rows = []
    for number in range(ROWS):
        _, label, symbol = STATUSES[number % 3]
        text: Text = plain(HOSTILE[number] if number < len(HOSTILE) else f"Row {number}: " + "some words " * 12 + "end")
        link: Text = plain("the source", link=f"https://example.org/s/{number}") if number % 2 else plain("–")
        rows.append((plain(f"{number * 50:,}"), text, plain("March 2023"), plain(f"{symbol} {label}"), link))
    return Table("long-table", "A table of two hundred rows", columns, tuple(rows))


def _small(id: str, rows: int, *, shown: int = 0, in_workbook_only: bool = False) -> Table:
    columns = (Column("a", "Name", 2), Column("b", "Number of things", 1, "number"))
    made = tuple((plain(f"Name {at}"), plain(f"{at:,}")) for at in range(rows))
    return Table(id, f"The table {id}", columns, made, in_workbook_only, shown)


def report() -> Report:
    """The report. Its first table has texts of every bad kind; sections nest, turn and stand by themselves."""
    texts = [plain(text) for text in HOSTILE]
    linked: Text = (
        Span("See "),
        Span("the long table", link="#long-table"),
        Span(" and "),
        Span("the web", strong=True, link="https://example.org/a b?x=1&y=<2>"),
        Span(", not "),
        Span("this", link="javascript:alert(1)"),
        Span(" or "),
        Span("nowhere", link="#no-such-place"),
        Span("."),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(plain("The sentence that tells what the section says."), "lead"),
        Paragraph(linked),
        Paragraph(plain("Small print about a status: ✕ and ◐ and ⇄."), "note"),
        Listing(tuple(texts)),
        Listing((plain("first"), plain("second", strong=True)), numbered=True),
        Listing((plain("first again"),), numbered=True),
        Listing(()),
    )
    return Report(
        "A sample: what <is> recorded & what is not",
        "As of 30 June 2025.",
        "en-GB",
        (("As of", "30 June 2025"), ("Licence", "CC BY 4.0"), ("How to cite", "words " * 40)),
        (
            Section("one-page", "The main findings on one page", blocks[:3], own_page=True),
            Section("all-blocks", "All kinds of blocks", blocks, (
                Section("inner", "An inner section", (_long(),), (
                    Section("innermost", "An innermost section", (_small("cut", 30, shown=5),)),
                )),
            )),
            Section("pictures", "Pictures", (matrix(), Paragraph(plain("After the picture.")), _small("t", 3))),
            Section("turned", "A turned page", (Paragraph(plain("Before.")), matrix(True), Paragraph(plain("After.")))),
            Section("in-the-workbook", "In the workbook", (_small("elsewhere", 7, in_workbook_only=True),)),
            Section("annex-empty", "Annex: nothing", (_small("Elsewhere", 0), _small("history", 1)), annex=True),
            Section("annex-=1+1", "Annex: =1+1", (Paragraph(plain("The end.")),), annex=True),
        ),
        {"finding-1": {"id": "finding-1"}},
    )  # fmt: skip
