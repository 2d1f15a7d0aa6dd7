"""The workbook, read back by another program than the one that wrote it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from remit.report.model import Column, Figure, Section, Table, plain
from remit.report.numbers import blocks, plain_text, sheet_names
from remit.report.word_pages import as_pdf
from remit.report.workbook import LONGEST_TEXT, render_workbook
from tests.report.office import needs_office, pages_of
from tests.report.samples import FORMULAS, HOSTILE, ROWS, report

TOP = 5
"""The row of every table's header, counted from 1."""


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_workbook(report())


@pytest.fixture(scope="module")
def book(written: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written))


def _tables() -> list[Table]:
    found = []
    for _, block in blocks(report().sections):
        if isinstance(block, (Table, Figure)):
            found.append(block if isinstance(block, Table) else replace(block.data, id=block.id))
    return found


def _of_one(table: Table) -> Any:
    made = render_workbook(replace(report(), sections=(Section("s", "S", (table,)),)))
    return openpyxl.load_workbook(io.BytesIO(made))


def test_the_same_report_gives_the_same_bytes(written: bytes) -> None:
    assert render_workbook(report()) == written


def test_sheets_are_cover_contents_notes_and_one_for_each_table(book: Any) -> None:
    names = sheet_names(report())
    assert book.sheetnames == ["Cover", "Contents", "Notes", *(names[table.id] for table in _tables())]
    assert names["Elsewhere"] == "Elsewhere-2" and names["history"] == "history-2"
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)


def test_names_of_sheets_fit_whatever_the_ids() -> None:
    ids = ["a" * 40, "a" * 41, "A" * 39, "x/y:[z]", "'quoted'", "–", "Contents"]
    sections = tuple(Section(f"s{at}", "S", (Table(id, "T", (Column("a", "A"),), ()),)) for at, id in enumerate(ids))
    names = sheet_names(replace(report(), sections=sections))
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names.values())
    render_workbook(replace(report(), sections=sections))


def test_every_sheet_with_a_table_is_marked_up_alike(book: Any) -> None:
    for name in book.sheetnames[1:]:
        sheet = book[name]
        tables = list(sheet.tables.values())
        assert len(tables) == 1, name
        assert not sheet.merged_cells.ranges and sheet.freeze_panes is None
        assert tables[0].autoFilter is None and tables[0].ref.startswith("A")
        assert not sheet.oddHeader.center.text and not sheet.oddFooter.center.text
        assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if name not in ("Contents", "Notes"):
            assert tables[0].ref.startswith(f"A{TOP}:")
            assert sheet.cell(2, 1).value.startswith("This sheet has one table")


def test_no_cell_of_a_table_is_empty(book: Any) -> None:
    for sheet in book:
        for table in sheet.tables.values():
            assert all(cell.value not in (None, "") for row in sheet[table.ref] for cell in row), sheet.title


def test_every_value_is_that_of_the_model(book: Any) -> None:
    names = sheet_names(report())
    numbers = 0
    for table in _tables():
        sheet = book[names[table.id]]
        assert sheet.max_row == TOP + max(1, len(table.rows))
        for at, row in enumerate(table.rows, TOP + 1):
            for column, (about, text) in enumerate(zip(table.columns, row, strict=True), 1):
                value = sheet.cell(at, column).value
                told = plain_text(text)
                if about.kind == "number":
                    assert value == int(told.replace(",", ""))
                    numbers += 1
                elif told not in HOSTILE:
                    assert value == told
    assert numbers > ROWS


def test_texts_never_become_formulas(written: bytes, book: Any) -> None:
    sheet = book["long-table"]
    for at, formula in enumerate(FORMULAS):
        cell = sheet.cell(TOP + 1 + at, 2)
        assert cell.data_type == "s" and cell.value == formula.strip()
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(book.sheetnames)
    assert not [each for each in sheets if b"<f>" in each or b"<f " in each]


def test_hostile_texts_are_read_as_they_stand(book: Any) -> None:
    values = [book["long-table"].cell(TOP + 1 + at, 2).value for at in range(len(HOSTILE))]
    assert "<script>alert(1)</script>" in values and "two lines and a tab" in values
    assert "_x0041_ stays as it is" in values


def test_links_lead_to_the_web_or_to_a_sheet(book: Any) -> None:
    found = [cell.hyperlink for cell in book["long-table"]["E"] if cell.hyperlink]
    assert len(found) == ROWS // 2 and all(each.target.startswith("https://example.org/s/") for each in found)
    contents = [row[0] for row in book["Contents"].iter_rows(min_row=4) if row[0].hyperlink]
    assert [cell.hyperlink.location.replace("'", "") for cell in contents] == [f"{cell.value}!A1" for cell in contents]
    assert len(contents) == len(_tables())


def test_an_address_that_is_none_stays_text() -> None:
    row = (plain("x", link="javascript:alert(1)"), plain("y", link="file:///etc/passwd"), plain("z", link="#nowhere"))
    columns = (Column("a", "A"), Column("b", "B"), Column("c", "C"))
    sheet = _of_one(Table("t", "T", columns, (row,)))["t"]
    assert [(cell.value, cell.hyperlink) for cell in sheet[TOP + 1]] == [("x", None), ("y", None), ("z", None)]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    sheet = _of_one(Table("t", "T", (Column("a", "A"),), ((plain("y" * 40_000),),)))["t"]
    value = sheet.cell(TOP + 1, 1).value
    assert len(value) == LONGEST_TEXT and value.endswith("the JSON file has all of it]")


def test_what_is_no_number_stays_text_in_a_column_of_numbers() -> None:
    texts = ("–", "1,224", "12,34", "3 of 4", "-5", "007 agents")
    table = Table("t", "T", (Column("a", "A", 1, "number"),), tuple((plain(text),) for text in texts))
    sheet = _of_one(table)["t"]
    assert [sheet.cell(TOP + 1 + at, 1).value for at in range(6)] == ["–", 1224, "12,34", "3 of 4", -5, "007 agents"]


def test_headers_differ_even_where_titles_do_not() -> None:
    columns = (Column("a", "Same"), Column("b", "same"), Column("c", ""))
    sheet = _of_one(Table("t", "T", columns, ((plain("1"), plain("2"), plain("3")),)))["t"]
    assert [cell.value for cell in sheet[TOP]] == ["Same", "same (2)", "c"]


def test_cover_tells_the_facts_and_properties(book: Any) -> None:
    cover = [cell.value for cell in book["Cover"]["A"]]
    assert cover[:4] == [report().title, report().subtitle, "As of: 30 June 2025", "Licence: CC BY 4.0"]
    assert (book.properties.title, book.properties.creator) == (report().title, "Remit contributors")
    assert book.properties.created.date().isoformat() == "2025-06-30"


@needs_office
def test_libreoffice_opens_it(written: bytes, tmp_path: Path) -> None:
    pages = pages_of(as_pdf(written, ".xlsx", tmp_path))
    text = " ".join(page.text for page in pages)
    assert "This sheet has one table, of 200 rows." in text and "=cmd|'/C calc'!A0" in text
    assert all(page.width > 800 for page in pages)
