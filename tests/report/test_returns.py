"""Return sheets: what is said about an organisation, all of it, with sources and a way to correct it."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.analysis import Reading
from remit.analysis.findings import findings_of
from remit.report.html import as_html
from remit.report.model import Report
from remit.report.returns import by_organisation, return_sheet, write_return_sheets
from remit.terms import local_name
from tests.report.walk import column, sections, tables, texts

BEES = "https://example.org/bees/id/"


@pytest.fixture(scope="module")
def sheet(reading: Reading) -> Report:
    trust = f"{BEES}hive-data-trust"
    return return_sheet(reading, trust, by_organisation(findings_of(reading))[trust], "organisations.ttl, line 40")


def test_every_statement_about_the_organisation_is_there(sheet: Report, reading: Reading) -> None:
    trust = f"{BEES}hive-data-trust"
    for name, what in (("roles", "role"), ("relationships", "relationship"), ("resources", "resource")):
        stated = {row[what] for row in reading.answers.by(f"profile/{name}", "organisation").get(trust, ())}
        assert stated
        assert len(tables(sheet)[f"{name}-table"].rows) == len(stated)


def test_statements_name_their_sources_by_number(sheet: Report) -> None:
    known = set(column(tables(sheet)["sources-table"], "number"))
    cited = {number for text in column(tables(sheet)["roles-table"], "sources") for number in text.split(", ")}
    assert cited - {"none"}
    assert cited - {"none"} <= known


def test_the_sheet_tells_how_to_correct_it(sheet: Report) -> None:
    told = " ".join(texts(sheet))
    assert "`id/hive-data-trust`" in told
    assert "`organisations.ttl, line 40`" in told
    assert "Send it to Remit tests" in told


def test_no_part_is_empty_even_for_a_body_of_which_little_is_recorded(reading: Reading) -> None:
    for organisation in reading.labels:
        made = return_sheet(reading, organisation, [])
        for each in sections(made.sections):
            assert each.blocks, (organisation, each.id)
        assert all(table.rows for table in tables(made).values())


def test_a_sheet_for_each_organisation_is_written(reading: Reading, tmp_path: Path) -> None:
    found = findings_of(reading)
    number = write_return_sheets(reading, found, tmp_path, lambda iri: f"returns/{local_name(iri)}.html")
    assert number == len(reading.labels) == len(list((tmp_path / "returns").iterdir()))
    page = (tmp_path / "returns" / "hive-data-trust.html").read_text(encoding="utf-8")
    assert "<h1>What the landscape says about Hive Data Trust (HDT)</h1>" in page
    assert "About this sheet" in page
    assert "Contents" not in page


def test_poison_stays_text_on_a_sheet(sheet: Report, reading: Reading) -> None:
    page = as_html(return_sheet(reading, f"{BEES}hive-data-trust", [], "<img src=x onerror=alert(1)>"))
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
