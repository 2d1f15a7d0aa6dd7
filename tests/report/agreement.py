"""What each format of a report says, read back by another library than the one that wrote it, beside the model."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import docx
import openpyxl

from remit.report.html import as_html
from remit.report.json import as_json
from remit.report.model import Figure, Listing, Paragraph, Report, Table, Text
from remit.report.numbers import coded, sheet_names
from remit.report.word import render_word
from remit.report.workbook import render_workbook
from tests.report.walk import blocks, plain

FORMATS = ("html", "docx", "xlsx", "json")

Rows = list[list[str]]


@dataclass
class Told:
    """What a format says: tables by id (in Word, by their order), texts, and text alternatives of figures."""

    tables: dict[str, Rows] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    alternatives: list[str] = field(default_factory=list)


def written(report: Report) -> dict[str, Any]:
    """The report in all formats."""
    return {
        "html": as_html(report),
        "docx": render_word(report),
        "xlsx": render_workbook(report),
        "json": as_json(report),
    }


def disagreements(report: Report, files: dict[str, Any]) -> dict[str, list[str]]:
    """What is not as the model says, by format."""
    found: dict[str, list[str]] = {}
    for name in FORMATS:
        expected, told = _expected(report, name), _READERS[name](report, files[name])
        wrong = [f"table {id}" for id in expected.tables.keys() | told.tables.keys()
                 if expected.tables.get(id) != told.tables.get(id)]  # fmt: skip
        wrong += [f"text {text}" for text in expected.texts - told.texts]
        if expected.alternatives != told.alternatives:
            wrong.append("figures")
        found[name] = wrong
    return found


def _expected(report: Report, name: str) -> Told:
    told = Told()
    document = name in ("html", "docx")
    for block in blocks(report):
        match block:
            case Paragraph() if name != "xlsx":
                told.texts.add(_text(block.text, document))
            case Listing() if name != "xlsx":
                told.texts |= {_text(item, document) for item in block.items}
            case Figure():
                if document:
                    told.alternatives.append(block.alt)
                else:
                    told.tables[block.id] = _all_rows(block.data)
            case Table() if document:
                if not block.in_workbook_only:
                    told.tables[block.id] = _shown_rows(block)
            case Table() if name == "xlsx" or not (block.in_workbook_only and block.columns[0].key == "finding"):
                told.tables[block.id] = _all_rows(block)
    if name == "docx":
        # its tables bear no ids
        told.tables = {str(at): rows for at, rows in enumerate(told.tables.values())}
    return told


def _text(text: Text, document: bool) -> str:
    told = plain(text)
    if document:
        told = "".join(part for span in text for part, _ in coded(span.text))
    return " ".join(told.split())


def _all_rows(table: Table) -> Rows:
    return [[column.title for column in table.columns], *([_text(text, False) for text in row] for row in table.rows)]


def _shown_rows(table: Table) -> Rows:
    def told(row: tuple[Text, ...], at: int) -> str:
        small = [_text(row[each], True) for each in table.beneath] if at == table.host else []
        return "\n".join([_text(row[at], True), *small])

    heads = [table.columns[at].title for at in table.beside]
    return [heads, *([told(row, at) for at in table.beside] for row in table.shown_rows)]


class _Page(HTMLParser):
    """Reads tables, texts and descriptions of pictures of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.told = Told()
        self._rows: Rows = []
        self._into: list[str] | None = None
        self._tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag == "table":
            self._rows = self.told.tables[str(about["id"])] = []
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th", "p", "li", "desc"):
            self._tag, self._into = tag, []
        elif about.get("class") == "reference" and self._into is not None:
            self._into.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag != self._tag or self._into is None:
            return
        told = "\n".join(" ".join(line.split()) for line in "".join(self._into).split("\n") if line.strip())
        self._into = None
        if tag in ("td", "th"):
            self._rows[-1].append(told)
        elif tag == "desc":
            self.told.alternatives.append(told)
        else:
            self.told.texts.add(told)

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(re.sub(r"\s", " ", data))


def _of_html(_: Report, page: str) -> Told:
    return _Page(page).told


def _of_word(_: Report, file: bytes) -> Told:
    document = docx.Document(io.BytesIO(file))
    told = Told()
    for at, table in enumerate(document.tables):
        told.tables[str(at)] = [
            ["\n".join(" ".join(each.text.split()) for each in cell.paragraphs) for cell in row.cells]
            for row in table.rows
        ]
    told.texts = {" ".join(each.text.split()) for each in document.paragraphs}
    told.alternatives = [str(each.get("descr")) for each in document.element.body.iter() if each.tag.endswith("}docPr")]
    return told


def _of_workbook(report: Report, file: bytes) -> Told:
    book = openpyxl.load_workbook(io.BytesIO(file))
    told = Told()
    for id, sheet in sheet_names(report).items():
        (marked,) = book[sheet].tables.values()
        told.tables[id] = [[_value(cell.value) for cell in row] for row in book[sheet][marked.ref]]
    return told


def _of_json(_: Report, text: str) -> Told:
    told = Told()

    def walk(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for section in sections:
            yield from section["blocks"]
            yield from walk(section["sections"])

    for block in walk(json.loads(text)["sections"]):
        if block["type"] == "paragraph":
            told.texts.add(" ".join(block["text"].split()))
        elif block["type"] == "list":
            told.texts |= {" ".join(item.split()) for item in block["items"]}
        else:
            table = block if block["type"] == "table" else block["data"]
            rows = [[_value(value) for value in row.values()] for row in table["rows"]]
            told.tables[block["id"]] = [[column["title"] for column in table["columns"]], *rows]
    return told


def _value(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else " ".join(str(value).split())


_READERS: dict[str, Any] = {"html": _of_html, "docx": _of_word, "xlsx": _of_workbook, "json": _of_json}
