"""HTML and JSON: the same numbers as the model, a schema that holds, a page that asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from remit import words
from remit.infer import infer
from remit.load import load
from remit.report import FILES, make_report, write_report
from remit.report.html import as_html
from remit.report.json import as_json, schema_text
from remit.report.model import Report
from tests.conftest import FIXTURE, TODAY, Run
from tests.report.walk import tables
from tests.site.test_poison import POISON


class Reader(HTMLParser):
    """Tables of a page by their id, as rows of texts; ids, links, headings and tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._table = ""
        self._cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.tags.append((tag, about))
        self.ids += [str(about["id"])] if "id" in about else []
        self.links += [str(about["href"])] if tag == "a" else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self._table = str(about["id"])
            self.tables[self._table] = []
        elif tag == "tr":
            self.tables[self._table].append([])
        elif tag in ("td", "th"):
            self.tables[self._table][-1].append("")
            self._cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._cell:
            self.tables[self._table][-1][-1] += data


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    return Reader(page)


def test_json_holds_what_the_schema_says(values: dict[str, Any]) -> None:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(values)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda values: values.pop("findings"),
        lambda values: values["sections"][0].pop("title"),
        lambda values: next(iter(values["findings"].values()))["confidence"].update(level="certain"),
        lambda values: next(iter(values["findings"].values())).update(more=1),
        lambda values: values["sections"][2]["blocks"][1].update(more=1),
        lambda values: next(iter(values["sources"].values())).update(published="lately"),
    ],
)
def test_the_schema_refuses_what_is_wrong(report: Report, spoil: Any) -> None:
    values = json.loads(as_json(report))
    spoil(values)
    assert not jsonschema.Draft202012Validator(json.loads(schema_text())).is_valid(values)


def test_json_findings_lead_to_their_statements_and_sources(report: Report, values: dict[str, Any]) -> None:
    assert set(values["findings"]) == set(report.findings)
    for name, finding in values["findings"].items():
        evidence: Any = report.findings[name]["evidence"]
        for key, one in zip(finding["evidence"], evidence, strict=True):
            told = values["statements"][key]
            assert (told["kind"], told["says"]) == (one["kind"], one["says"])
            assert [values["sources"][source]["title"] for source in told["sources"]] == [
                source["title"] for source in one["sources"]
            ]


def test_rows_that_are_left_out_are_said_so(report: Report, page: str) -> None:
    cut = [table for table in tables(report).values() if table.shown and len(table.rows) > table.shown]
    assert cut
    for table in cut:
        told = words.capital(words.count(len(table.rows) - table.shown, "more row"))
        assert f'<span class="rest">{told} in report.xlsx.</span>' in page


def test_every_link_within_the_page_arrives(read: Reader) -> None:
    assert len(read.ids) == len(set(read.ids))
    inner = [link[1:] for link in read.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(read.ids)


def test_headings_come_in_order(read: Reader) -> None:
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(read.headings, read.headings[1:], strict=False))


def test_the_page_runs_nothing_and_asks_for_nothing(page: str, read: Reader) -> None:
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for _, about in read.tags:
        assert not [name for name in about if name.startswith("on") or name in ("style", "src")]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert page.count("<style") == 1
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(str(about["content"]) for tag, about in read.tags if about.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\((?!#)|@import", style[1])


def test_pictures_have_a_title_and_an_alternative(page: str) -> None:
    pictures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(pictures) == 4
    for picture in pictures:
        assert re.search(r"^<svg[^>]*><title>[^<]{10,}</title><desc>[^<]{40,}</desc>", picture)


def test_tables_that_are_wide_can_be_reached_and_scrolled(read: Reader) -> None:
    regions = [about for tag, about in read.tags if about.get("role") == "region"]
    assert len(regions) == len(read.tables)
    for about in regions:
        assert about["tabindex"] == "0"
        assert about["aria-labelledby"] in read.ids


def test_poison_stays_text(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURE, tmp_path / "bees"))
    (folder / "poison.ttl").write_text(POISON, encoding="utf-8")
    stated = load(folder)
    report = make_report(infer(stated, TODAY), infer(stated, stated.landscape.baseline))
    page = as_html(report)
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    read = Reader(page)
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "img"}
    assert page.count("</style") == 1
    assert not [about for _, about in read.tags if any(name.startswith("on") for name in about)]
    assert not [link for link in read.links if not re.match("https?:|mailto:|#", link)]
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(json.loads(as_json(report)))


def test_the_same_data_give_the_same_bytes(report: Report, page: str) -> None:
    stated = load(FIXTURE)
    again = make_report(infer(stated, TODAY), infer(stated, stated.landscape.baseline))
    assert as_html(again) == page
    assert as_json(again) == as_json(report)


def test_all_formats_are_written_together(report: Report, tmp_path: Path) -> None:
    told: list[str] = []
    files = write_report(report, tmp_path / "report", told.append)
    assert [file.name for file in files] == list(FILES)
    assert all(file.stat().st_size > 1000 for file in files)
    assert told
    # again at the same place: it is one that this program made
    write_report(report, tmp_path / "report")


def test_the_command_writes_a_report(remit: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = remit(
        *("report", "--landscape", str(FIXTURE), "--as-of", TODAY, "-o", str(out)),
        *("--topic", "mites", "--nation", "Westland", "--compare", "2024-01-01"),
    )
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in out.iterdir() if file.name[0] != ".") == sorted(FILES)
    assert (
        "As of 30 June 2025, compared with 1 January 2024. Only the topic “Mites” and the place “Westland”."
        in result.output
    )


def test_an_empty_scope_writes_nothing(remit: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = remit(
        *("report", "--landscape", str(FIXTURE), "--as-of", TODAY, "-o", str(out)),
        *("--area", "keep data", "--topic", "public trust"),
    )
    assert result.exit_code == 1
    assert "Nothing was found for" in result.output
    assert not out.exists()
