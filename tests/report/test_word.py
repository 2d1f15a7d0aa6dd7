"""The Word document: its structure as programs read it, and its pages as LibreOffice lays them out."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from remit.report.model import Column, Section, Span, Table, plain
from remit.report.word import MARGIN, PAGE, render_word
from remit.report.word_pages import as_pdf, find_pages
from remit.report.word_table import column_widths
from tests.report.office import Page, needs_office, pages_of
from tests.report.samples import FORMULAS, ROWS, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_word(report())


@pytest.fixture(scope="module")
def document(written: bytes) -> Document:
    return docx.Document(io.BytesIO(written))


@pytest.fixture(scope="module")
def pages(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages_of(as_pdf(written, ".docx", tmp_path_factory.mktemp("word")))


def _part(written: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return etree.fromstring(archive.read(name))


def _text(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def test_the_same_report_gives_the_same_bytes(written: bytes) -> None:
    assert render_word(report()) == written


def test_every_part_is_xml_and_none_is_left_of_the_template(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]


def test_document_says_its_language_title_and_author(written: bytes, document: Document) -> None:
    styles = _part(written, "word/styles.xml")
    assert [each.get(f"{W}val") for each in styles.iter(f"{W}lang")] == ["en-GB"]
    about = document.core_properties
    assert (about.title, about.author, about.language) == (report().title, "Remit contributors", "en-GB")
    assert about.subject == report().subtitle
    assert about.created is not None and about.created.date().isoformat() == "2025-06-30"


def test_headings_have_heading_styles_in_their_order(document: Document) -> None:
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    expected = [
        (1, "The main findings on one page"),
        (1, "All kinds of blocks"),
        (2, "An inner section"),
        (3, "An innermost section"),
        (1, "Pictures"),
        (1, "A turned page"),
        (1, "In the workbook"),
        (1, "Annex: nothing"),
        (1, "Annex: =1+1"),
    ]
    assert found == [(f"Heading {level}", title) for level, title in expected]


def test_contents_hold_an_entry_for_each_heading_that_leads_there(document: Document) -> None:
    body = document.element.body
    contents = body.find(f"{W}sdt")
    instructions = [each.text.strip() for each in contents.iter(f"{W}instrText")]
    assert instructions[0].startswith('TOC \\o "1-2"')
    bookmarks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    entries = list(contents.iter(f"{W}hyperlink"))
    assert [_text(entry) for entry in entries][:3] == [
        "The main findings on one page",
        "All kinds of blocks",
        "An inner section",
    ]
    assert len(entries) == 8
    assert {entry.get(f"{W}anchor") for entry in entries} <= bookmarks
    kinds = [each.get(f"{W}fldCharType") for each in contents.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1


def test_contents_without_known_pages_have_no_dots_that_lead_nowhere(document: Document) -> None:
    contents = document.element.body.find(f"{W}sdt")
    assert not list(contents.iter(f"{W}tab"))


def test_nothing_asks_word_to_update_fields_on_opening(written: bytes) -> None:
    assert _part(written, "word/settings.xml").find(f"{W}updateFields") is None
    assert not [each for each in _part(written, "word/document.xml").iter() if each.get(f"{W}dirty")]


def test_pages_that_are_known_stand_in_the_contents() -> None:
    body = docx.Document(io.BytesIO(render_word(report(), {"pictures": 17}))).element.body
    entry = next(each for each in body.iter(f"{W}hyperlink") if _text(each).startswith("Pictures"))
    assert _text(entry) == "Pictures17"
    kinds = [each.get(f"{W}fldCharType") for each in body.find(f"{W}sdt").iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 9


def test_captions_count_by_fields(document: Document) -> None:
    captions = [p for p in document.paragraphs if p.style and p.style.name.casefold() == "caption"]
    assert [re.split(r"\.", _text(p._p))[0] for p in captions] == [
        *("Table 1", "Table 2", "Figure 1", "Table 3", "Figure 2", "Table 4", "Table 5"),
    ]
    fields = [each.get(f"{W}instr").split()[:2] for p in captions for each in p._p.iter(f"{W}fldSimple")]
    assert fields == [["SEQ", _text(p._p).split()[0]] for p in captions]


def test_tables_repeat_their_header_and_keep_rows_whole(document: Document) -> None:
    assert len(document.tables) == 4
    for table in document.tables:
        rows = list(table._tbl.iterchildren(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table._tbl.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
    assert len(document.tables[0].rows) == ROWS + 1


def test_tables_are_as_wide_as_the_page_allows(document: Document) -> None:
    room = (PAGE[0] - 2 * MARGIN) / 2.54 * 1440
    for table in document.tables:
        widths = [int(each.get(f"{W}w")) for each in table._tbl.iter(f"{W}gridCol")]
        assert room - 20 <= sum(widths) <= room + 20


def test_rows_that_are_left_out_are_said_to_be_in_the_workbook(document: Document) -> None:
    texts = [_text(p._p) for p in document.paragraphs]
    told = "The first 5 of 30 rows; all of them are in the workbook, sheet “cut”."
    assert f"Table 2. The table cut. {told}" in texts
    # a table that is only there has a sentence and no number: nobody shall look for it in the document
    assert "The table elsewhere: all 7 rows are in the workbook, sheet “elsewhere”." in texts
    assert "The table is empty: there is nothing to list." in texts
    assert len(document.tables[1].rows) == 6


def test_pictures_have_their_text_alternative(document: Document) -> None:
    about = [each for each in document.element.body.iter() if each.tag.endswith("}docPr")]
    assert len(about) == len({each.get("id") for each in about}) == 2
    assert all(each.get("descr").startswith("A matrix of three activities and two topics") for each in about)


def test_links_lead_to_the_web_or_into_the_document_only(document: Document) -> None:
    outside = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert "https://example.org/a%20b?x=1&y=%3C2%3E" not in outside  # a blank is no part of an address
    assert all(target.startswith("https://example.org/s/") for target in outside)
    assert len(outside) == ROWS // 2
    linked = next(p for p in document.paragraphs if p.text.startswith("See "))
    assert linked.text == "See the long table and the web, not this or nowhere."
    assert [_text(each) for each in linked._p.iter(f"{W}hyperlink")] == ["the long table"]


def test_an_address_is_written_as_word_accepts_it() -> None:
    section = Section("s", "S", (Table("t", "T", (Column("a", "A"),), ((plain("x", link='https://e.org/<a>|b"é'),),)),))
    written = docx.Document(io.BytesIO(render_word(replace(report(), sections=(section,)))))
    outside = [rel.target_ref for rel in written.part.rels.values() if rel.is_external]
    assert outside == ["https://e.org/%3Ca%3E%7Cb%22%C3%A9"]


def test_hostile_texts_are_read_as_they_stand(document: Document) -> None:
    texts = [p.text for p in document.paragraphs if p.style and p.style.name == "List Bullet"]
    assert [text.strip() for text in texts[: len(FORMULAS)]] == [formula.strip() for formula in FORMULAS]
    assert "<script>alert(1)</script>" in texts
    assert "]]> & <w:p/> &amp; \"quoted\" 'single'" in texts
    assert "a\ufffdb\ufffdc\ufffdd"[:5] in " ".join(texts) and "two lines and a tab" in texts


def test_each_numbered_list_begins_with_one(document: Document) -> None:
    listed = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    numbers = [p._p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in listed]
    assert len(numbers) == 3 and numbers[0] == numbers[1] != numbers[2]


def test_symbols_are_in_a_font_that_has_them(document: Document) -> None:
    runs = [run for run in document.element.body.iter(f"{W}r") if re.search("[✕◐⇄●]", _text(run))]
    assert runs
    assert {run.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") for run in runs} == {"Segoe UI Symbol"}


def test_only_the_turned_picture_has_a_turned_page(document: Document) -> None:
    shapes = [(section.page_width.cm > section.page_height.cm) for section in document.sections]  # type: ignore[union-attr]
    assert shapes == [False, True, False]
    assert all(round(each.left_margin.cm, 1) == MARGIN for each in document.sections)  # type: ignore[union-attr]


def test_columns_share_the_width_and_long_words_have_room() -> None:
    columns = (Column("a", "A", 1), Column("b", "Considerations", 0.1), Column("c", "C", 8))
    table = Table("t", "T", columns, tuple((plain("x"), plain("y"), plain("word " * 60)) for _ in range(5)))
    widths = column_widths(table, 17.0)
    assert sum(widths) == pytest.approx(17.0)
    assert widths[1] > 2.2 and widths[2] > 10


def test_a_report_without_sections_is_still_a_document() -> None:
    empty = docx.Document(io.BytesIO(render_word(replace(report(), sections=(), facts=()))))
    assert empty.paragraphs[0].text == report().title


@needs_office
def test_pages_hold_all_texts_within_their_margins(pages: list[Page]) -> None:
    assert 15 <= len(pages) <= 25
    margin = MARGIN / 2.54 * 72
    for number, page in enumerate(pages, 1):
        outside = [word for word in page.words if word.left < margin - 1 or word.right > page.width - margin + 1]
        assert not outside, (number, outside)
    text = " ".join(page.text for page in pages)
    for told in (f"Row {ROWS - 1}:", "9,950", "=cmd|'/C", "<script>alert(1)</script>", "The end."):
        assert told in text


@needs_office
def test_header_rows_repeat_on_every_page_of_a_table(pages: list[Page]) -> None:
    inside = [page for page in pages if "some words some" in page.text]
    assert len(inside) > 5
    assert all("What is told" in page.text for page in inside)


@needs_office
def test_no_page_is_blank(pages: list[Page]) -> None:
    footer = 11
    assert min(len(page.words) for page in pages) > footer + 5
    assert pages[1].text.startswith("The main findings on one page")
    assert pages[2].text.startswith("All kinds of blocks")


@needs_office
def test_footers_count_the_pages(pages: list[Page]) -> None:
    for number, page in enumerate(pages, 1):
        assert page.text.count(f"A sample, as of 30 June 2025 Page {number} of {len(pages)}") == 1


@needs_office
def test_pages_of_sections_are_found(written: bytes, pages: list[Page], tmp_path: Path) -> None:
    found = find_pages(report(), written)
    assert found["one-page"] == 2 and found["all-blocks"] == 3
    turned = next(number for number, page in enumerate(pages, 1) if page.width > 700)
    assert found["turned"] == turned and found["in-the-workbook"] == turned + 1
    again = pages_of(as_pdf(render_word(report(), found), ".docx", tmp_path))
    assert len(again) == len(pages)
    # the dots before a number are a word of their own or not, as room allows
    assert any(re.fullmatch(rf"\S*\.{turned}|{turned}", word.text) for word in again[0].words)


def test_a_span_is_bold_where_it_is_strong() -> None:
    table = Table("t", "T", (Column("a", "A"),), ((( Span("plain "), Span("bold", strong=True)),),))  # fmt: skip
    made = docx.Document(io.BytesIO(render_word(replace(report(), sections=(Section("s", "S", (table,)),)))))
    runs = made.tables[0].rows[1].cells[0].paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [("plain ", False), ("bold", True)]
