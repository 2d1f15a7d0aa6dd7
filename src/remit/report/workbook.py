"""The report's tables as a workbook, after the United Kingdom government's guidance on statistics in spreadsheets.

A cover, a list of contents, notes, and then one table to a sheet, each marked up as a table, beginning in the same
place, with its title and what to know above it. No merged or empty cells, no frozen panes, filters, fills, headers or
footers: they get in the way of those who read with a screen reader. Nothing is told by colour alone.
https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname

from remit import words
from remit.report.figures.palette import colour
from remit.report.model import Column, Figure, Report, Section, Table, Text, plain
from remit.report.numbers import blocks, created, labels, plain_text, sheet_names
from remit.report.word_parts import clean

__all__ = ["LONGEST_TEXT", "render_workbook"]

LONGEST_TEXT = 32_767
"""A cell holds no more characters."""

_LONGEST_ADDRESS = 2_079
_MOST_LINKS = 65_000
"""What a spreadsheet allows in an address, and in a sheet."""

_CUT = " … [cut: a cell holds no more; the JSON file has all of it]"
_FIRST_ROW = 4
"""Where the header of every table stands, counted from 0: beneath title, sentence, reference and way back."""

_WIDTH = 130.0
"""How wide a sheet's columns are together, in letters, so that a page across holds them."""

_WIDEST = 100.0
_MOST_LINES = 20
"""A column is widened, up to so many letters, rather than let a text take more lines."""

_LINE = 15.0
_HIGHEST = 409.0
"""Heights of a line and of the highest row that there can be, in points."""

Rows = Sequence[Sequence[Text]]

_NOTES = (
    ("–", "No value is stated. No cell is left empty."),
    ("[cut]", "The text is longer than a cell can hold; the JSON file of the report has all of it."),
    ("Dates", "Dates are kept as the sources state them: a year, a month, or a day. They are texts, not numbers."),
    ("Numbers", "Whole numbers, as counted; none is rounded or estimated."),
    ("Symbols", "A symbol before a status helps the eye; the words after it say the same. Nothing depends on colour."),
    ("Recorded", "What is counted are records. Where nothing is recorded, it is not known whether there is something."),
    ("Figures", "For each figure of the report a sheet has the data that it draws."),
)  # fmt: skip


def render_workbook(report: Report) -> bytes:
    """The report's tables and the data of its figures as the bytes of an .xlsx file, the same for the same report.

    Texts are written as texts, whatever they begin with: none becomes a formula, a number or a link of its own.
    """
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(made, options) as workbook:
        _Writer(workbook, report).write()
    return made.getvalue()


def _tables(report: Report) -> Iterator[tuple[Section, str, Table, str]]:
    """Every table with its section, id and caption; a figure stands for the table of its data."""
    for section, block in blocks(report.sections):
        if isinstance(block, Table):
            yield section, block.id, block, block.caption
        elif isinstance(block, Figure):
            yield section, block.id, block.data, block.caption


class _Writer:
    """A workbook that is being written."""

    def __init__(self, workbook: Any, report: Report) -> None:
        self.workbook = workbook
        self.report = report
        self.sheets = sheet_names(report)
        self.labels = labels(report)
        basic = {"font_name": "Calibri", "font_size": 11, "font_color": colour("ink"), "valign": "top"}
        self.text = workbook.add_format(basic | {"text_wrap": True})
        self.line = workbook.add_format(basic)
        self.number = workbook.add_format(basic | {"num_format": "#,##0", "align": "right"})
        self.head = workbook.add_format(basic | {"text_wrap": True, "bold": True, "valign": "bottom", "bottom": 1})
        self.head_right = workbook.add_format(
            basic | {"text_wrap": True, "bold": True, "valign": "bottom", "bottom": 1, "align": "right"}
        )
        self.title = workbook.add_format(basic | {"font_size": 15, "bold": True})
        self.link = workbook.add_format(
            basic | {"font_color": colour("accent"), "underline": 1, "text_wrap": True}
        )  # fmt: skip
        self.tables = 0
        self._widths: list[float] = []
        self._lines: dict[int, int] = {}

    def write(self) -> None:
        self.workbook.set_properties(
            {
                "title": clean(self.report.title)[:255],
                "subject": clean(self.report.subtitle)[:255],
                "author": "Remit contributors",
                "company": "",
                "comments": "Every table of the report, and the data of its figures.",
                "created": created(self.report),
            }
        )
        self._cover()
        self._contents()
        self._notes()
        for section, id, table, caption in _tables(self.report):
            self._table(section, id, table, caption)

    def _sheet(self, name: str) -> Any:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.6, 0.6, 0.6, 0.6)
        sheet.hide_gridlines(2)
        self._lines = {}
        return sheet

    def _grow(self, row: int, column: int, text: str) -> None:
        """Remember how many lines a wrapped text takes."""
        # a letter of the font is narrower than the digit that widths are counted in
        room = max(1.0, self._widths[column] * 1.08)
        lines = sum(len(textwrap.wrap(line, int(room))) or 1 for line in text.split("\n"))
        self._lines[row] = max(self._lines.get(row, 1), lines)

    def _settle(self, sheet: Any) -> None:
        """Give rows the height that their texts need: not every program finds it by itself."""
        for row, lines in self._lines.items():
            if lines > 1:
                sheet.set_row(row, min(lines * _LINE, _HIGHEST))

    def _string(self, sheet: Any, row: int, column: int, text: str, form: Any) -> None:
        """A text, whatever it begins with; never an empty one."""
        text = clean(text).strip() or "–"
        if len(text) > LONGEST_TEXT:
            text = text[: LONGEST_TEXT - len(_CUT)] + _CUT
        if form is self.text:
            self._grow(row, column, text)
        sheet.write_string(row, column, text, form)

    def _to_sheet(self, sheet: Any, row: int, column: int, name: str, text: str) -> None:
        address = f"internal:{quote_sheetname(name)}!A1"
        self._grow(row, column, text)
        sheet.write_url(row, column, address, self.link, string=clean(text)[:LONGEST_TEXT])

    def _cover(self) -> None:
        sheet = self._sheet("Cover")
        sheet.set_column(0, 0, 110)
        self._widths = [110.0]
        self._string(sheet, 0, 0, self.report.title, self.title)
        self._string(sheet, 1, 0, self.report.subtitle, self.text)
        row = 2
        for name, value in self.report.facts:
            self._string(sheet, row, 0, f"{name}: {value}", self.text)
            row += 1
        self._string(sheet, row, 0, "Tables say what is recorded; the report itself says what they mean.", self.text)
        self._to_sheet(sheet, row + 1, 0, "Contents", "Contents")
        self._to_sheet(sheet, row + 2, 0, "Notes", "Notes")
        self._settle(sheet)
        sheet.activate()

    def _contents(self) -> None:
        sheet = self._sheet("Contents")
        rows = [(id, section, caption, len(table.rows)) for section, id, table, caption in _tables(self.report)]
        self._string(sheet, 0, 0, "Contents", self.title)
        told = "This sheet has one table: every sheet with a table, what it holds and how long it is."
        self._string(sheet, 1, 0, told, self.line)
        columns = (
            Column("sheet", "Sheet", 3.5), Column("in", "In the report", 1.2), Column("section", "Section", 3),
            Column("table", "What it shows", 6), Column("rows", "Rows", 0.8, "number"),
        )  # fmt: skip
        texts = [(self.sheets[id], "", section.title, caption, "") for id, section, caption, _ in rows]
        self._marked(sheet, 2, "contents", columns, [tuple(map(plain, row)) for row in texts])
        if not rows:
            for column in range(len(columns)):
                self._string(sheet, 3, column, "–", self.text)
        for row, (id, section, caption, many) in enumerate(rows, 3):
            self._to_sheet(sheet, row, 0, self.sheets[id], self.sheets[id])
            self._string(sheet, row, 1, self.labels.get(id, "in the workbook only"), self.text)
            self._string(sheet, row, 2, section.title, self.text)
            self._string(sheet, row, 3, caption, self.text)
            sheet.write_number(row, 4, many, self.number)
        self._settle(sheet)

    def _notes(self) -> None:
        sheet = self._sheet("Notes")
        self._string(sheet, 0, 0, "Notes", self.title)
        self._string(sheet, 1, 0, "This sheet has one table: what signs and words in the other sheets mean.", self.line)
        columns = (Column("note", "Note", 1), Column("meaning", "What it means", 6))
        self._marked(sheet, 2, "notes", columns, [tuple(map(plain, note)) for note in _NOTES])
        for row, (note, meaning) in enumerate(_NOTES, 3):
            self._string(sheet, row, 0, note, self.text)
            self._string(sheet, row, 1, meaning, self.text)
        self._settle(sheet)

    def _table(self, section: Section, id: str, table: Table, caption: str) -> None:
        sheet = self._sheet(self.sheets[id])
        self._string(sheet, 0, 0, caption, self.title)
        told = f"This sheet has one table, of {words.count(len(table.rows), 'row')}."
        if not table.rows:
            told = "This sheet has one table, which is empty: there is nothing to list."
        self._string(sheet, 1, 0, f"{told} “–” stands where no value is stated.", self.line)
        self._string(sheet, 2, 0, f"{self._in_report(id)} section “{section.title}”.", self.line)
        sheet.write_url(3, 0, "internal:Contents!A1", self.link, string="Contents")
        self._marked(sheet, _FIRST_ROW, id, table.columns, table.rows)
        links = 0
        for row, texts in enumerate(table.rows or (((),) * len(table.columns),), _FIRST_ROW + 1):
            for at, (column, text) in enumerate(zip(table.columns, texts, strict=True)):
                links += self._cell(sheet, row, at, column, text, links < _MOST_LINKS)
        self._settle(sheet)

    def _in_report(self, id: str) -> str:
        """The number that a table has in the document, or that it has none; a section's title follows."""
        return f"{self.labels[id]} of the report," if id in self.labels else "Only in the workbook; in the report see"

    def _cell(self, sheet: Any, row: int, at: int, column: Column, text: Text, may_link: bool) -> int:
        """Write a cell; 1 where it became a link."""
        told = plain_text(text)
        if column.kind == "number" and re.fullmatch(r"-?\d{1,3}(,?\d{3})*", told.strip()):
            sheet.write_number(row, at, int(told.replace(",", "")), self.number)
            return 0
        targets = {span.link for span in text if span.link}
        if may_link and len(targets) == 1 and told.strip() and len(told) <= LONGEST_TEXT:
            address = self._address(targets.pop())
            if address:
                self._grow(row, at, told)
                sheet.write_url(row, at, address, self.link, string=clean(told).strip())
                return 1
        self._string(sheet, row, at, told, self.text)
        return 0

    def _address(self, link: str) -> str:
        """Where a cell's link leads; "" where it must not be one."""
        if link.startswith("#"):
            name = self.sheets.get(link[1:])
            return f"internal:{quote_sheetname(name)}!A1" if name else ""
        ours = re.fullmatch(r"(https?://|mailto:)[^\s\x00-\x1f]+", link, re.IGNORECASE)
        return link if ours and len(link) <= _LONGEST_ADDRESS else ""

    def _marked(self, sheet: Any, top: int, id: str, columns: tuple[Column, ...], texts: Rows) -> None:
        """The header, widths, and the mark that this is a table, with a name of its own."""
        rows = max(1, len(texts))
        longest = {at: max((len(plain_text(row[at])) for row in texts), default=0) for at in range(len(columns))}
        self.tables += 1
        titles: list[str] = []
        for column in columns:
            title = clean(column.title).strip() or column.key
            # a table's headers differ, whatever their capitals
            while title.casefold() in (other.casefold() for other in titles):
                title += f" ({len(titles) + 1})"
            titles.append(title)
        forms = [self.head_right if column.kind == "number" else self.head for column in columns]
        name = re.sub(r"\W+", "_", f"T{self.tables}_{id}", flags=re.ASCII)[:200]
        sheet.add_table(
            top, 0, top + rows, len(columns) - 1,
            {
                "name": name, "autofilter": False, "style": None, "banded_rows": False,
                "columns": [{"header": t, "header_format": f} for t, f in zip(titles, forms, strict=True)],
            },
        )  # fmt: skip
        sheet.repeat_rows(top)
        # a long title reaches over the columns; it must not make the print as wide as itself
        sheet.print_area(0, 0, top + rows, len(columns) - 1)
        total = sum(column.width for column in columns)
        self._widths = []
        for at, column in enumerate(columns):
            word = max((len(part) for part in titles[at].split()), default=1)
            width = max(_WIDTH * column.width / total, word + 3, 10, longest.get(at, 0) / _MOST_LINES)
            self._widths.append(round(min(width, _WIDEST), 1))
            sheet.set_column(at, at, self._widths[at])
            self._grow(top, at, titles[at])
