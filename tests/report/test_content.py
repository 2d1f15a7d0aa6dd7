"""What the report says: nothing empty, numbers that agree with the questions' answers, and the words of the model."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from remit import words
from remit.analysis import KINDS, Reading, scope_of
from remit.analysis.findings import findings_of
from remit.errors import RemitError
from remit.infer import Snapshot
from remit.report.lines import numeral
from remit.report.model import Report, Table
from remit.report.writing import make_report
from tests.report.walk import blocks, column, plain, sections, tables, texts


def test_sections_stand_in_the_order_in_which_a_meeting_asks(report: Report) -> None:
    assert [each.id for each in report.sections] == [
        *("one-page", "question", "statuses", "searches", "records", "matrix"),
        *("falls-short", "reported", "rests-on-one", "looked-for", "no-record-yet", "in-part", "pathways"),
        *("needs", "overlaps", "ending", "changes", "resources", "kind-data-set", "kind-laboratory"),
        *("limits", "ask-next", "correct", "reproduce"),
        *("annex-who", "annex-said", "annex-reading", "annex-findings", "annex-abbreviations"),
    ]
    annexes = [each.annex for each in report.sections]
    assert annexes == sorted(annexes)
    assert [each.id for each in report.sections if each.own_page] == ["one-page"]


def test_no_section_is_empty(report: Report) -> None:
    for section in sections(report.sections):
        assert section.blocks or section.sections, section.id
    for block in blocks(report):
        if isinstance(block, Table):
            assert block.rows, block.id
    empty = [text for text in texts(report) if text.startswith(("None as of", "This section looks for"))]
    # the one merger of the hand-worked landscape is older than the day of comparison, and listed all the same
    assert [text for text in empty if "mergers, renamings" not in text] == []


def test_ids_are_unique_and_may_stand_in_an_address(report: Report) -> None:
    ids = [each.id for each in sections(report.sections)]
    ids += [block.id for block in blocks(report) if hasattr(block, "id")]
    assert [name for name, number in Counter(ids).items() if number > 1] == []
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", name) for name in ids)


def test_no_cell_is_blank_and_rows_are_as_long_as_columns(report: Report) -> None:
    for table in tables(report).values():
        for row in table.rows:
            assert len(row) == len(table.columns), table.id
            assert all(plain(text).strip() for text in row), table.id


def test_every_finding_is_in_the_report(report: Report, reading: Reading) -> None:
    expected = {each.id for each in findings_of(reading)}
    assert set(report.findings) == expected
    assert set(column(tables(report)["findings-table"], "finding")) == expected


def test_statuses_are_counted_as_the_question_counts_them(report: Report, reading: Reading) -> None:
    rows = reading.answers.rows("coverage/statuses")
    counted = dict(zip(*(column(tables(report)["statuses-table"], key) for key in ("status", "count")), strict=True))
    assert counted == {f"{row['symbol']} {row['statusLabel']}": row["count"] for row in rows}


@pytest.mark.parametrize(
    "kind", ["recorded-yet-said-to-fall-short", "confirmed-gap", "single", "not-recorded", "searched"]
)
def test_tables_hold_every_open_finding_of_their_kind(report: Report, reading: Reading, kind: str) -> None:
    name = {
        "recorded-yet-said-to-fall-short": "falls-short-table",
        "confirmed-gap": "reported-table",
    }.get(kind, f"{kind}-table")
    shown = set()
    for text in column(tables(report)[name], "finding"):
        first, *more = text.split(" · ")[0].split(", ")
        shown |= {first, *(first.rpartition(".")[0] + each for each in more)}
    assert shown == {each.id for each in findings_of(reading, kinds=[kind])}


def test_what_is_judged_is_listed_as_decided_and_not_as_open(report: Report) -> None:
    judged = [name for name, each in report.findings.items() if not each["open"]]
    assert judged == ["possible-duplicate.royal-bee-society.royal-society-of-bees"]
    assert column(tables(report)["judged-table"], "finding") == judged
    assert "duplicates-table" not in tables(report)
    assert any("has been decided about: see Decided already" in text for text in texts(report))


def test_no_status_has_another_name_than_in_the_closed_list(report: Report, reading: Reading) -> None:
    known = {f"{one.symbol} {one.label}" for one in reading.words.closed("status")} | {"not asked, nothing recorded"}
    for table in tables(report).values():
        for at, each in enumerate(table.columns):
            if each.kind == "status":
                assert {plain(row[at]) for row in table.rows} <= known, table.id


def test_what_is_not_recorded_is_never_called_a_gap(report: Report) -> None:
    # ids of findings and names of questions are fixed; no sentence says it
    names = {*report.findings, *KINDS, *(each.query for each in KINDS.values())}
    for text in texts(report):
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "")
        assert not re.search(r"\bgaps?\b", text, re.IGNORECASE), text


ONE = "question|body|record|need|statement|source|role|finding"
MANY = "questions|bodies|records|needs|statements|sources|roles|findings"


@pytest.mark.parametrize(
    ("what", "wrong"),
    [
        ("one thing in the plural", rf"\b(?:one|One|1) (?:{MANY})\b"),
        ("several in the singular", rf"\b(?:two|three|\d{{2,}}) (?:{ONE})\b(?!s)"),
        ("a count of nothing in figures", r"\b0 (?:questions|bodies|records|needs|roles)\b"),
        ("two full stops", r"(?<!\.)\.\.(?!\.)"),
        ("a space before a stop", r"\w \.(?:\s|$)"),
        ("a program's words", r"\bNone\b(?!\.| of | is| does)|\bTrue\b|\bFalse\b|https://w3id|remit:"),
        ("two spaces", r"\S  \S"),
    ],
)  # fmt: skip
def test_sentences_are_written_as_a_person_would(report: Report, what: str, wrong: str) -> None:
    found = [text for text in texts(report) if re.search(wrong, text)]
    assert found == [], what


def test_a_number_in_a_sentence_is_a_word_where_it_is_small() -> None:
    assert [numeral(number) for number in (0, 1, 2, 9, 10, 1224)] == ["none", "one", "two", "nine", "10", "1,224"]


def test_a_scope_leaves_out_the_rest(reading: Reading, baseline: Snapshot) -> None:
    scope = scope_of(reading, topic="mites", place="Westland")
    made = make_report(reading, baseline, scope=scope)
    assert set(made.findings) == {each.id for each in findings_of(reading, scope=scope)}
    assert made.subtitle.endswith("Only the topic “Mites” and the place “Westland”.")
    found = " ".join(column(tables(made)["who-1"], "question"))
    assert "mites" in found
    assert "forage" not in found
    for section in sections(made.sections):
        assert section.blocks or section.sections, section.id


def test_a_scope_of_one_organisation_tells_what_names_it(reading: Reading, baseline: Snapshot) -> None:
    scope = scope_of(reading, organisation="Hive Data Trust")
    made = make_report(reading, baseline, scope=scope)
    assert made.findings
    assert all(scope.organisation in each["organisations"] for each in made.findings.values())  # type: ignore[operator]
    assert column(tables(made)["bodies-table"], "organisation") == ["Hive Data Trust (HDT)"]


@pytest.mark.parametrize("names", [{"organisation": "Hive Data Trust"}, {"place": "Westland"}, {"topic": "mites"}])
def test_the_first_page_counts_what_the_sections_list(
    reading: Reading, baseline: Snapshot, names: dict[str, str]
) -> None:
    made = make_report(reading, baseline, scope=scope_of(reading, **names))
    (first,) = [text for text in texts(made) if text.startswith("Since 20 March 2023: ")]
    listed = tables(made).get("moves-table")
    many = sum(int(number) for number in column(listed, "count")) if listed else 0
    assert first.removeprefix("Since 20 March 2023: ").startswith(words.count(many, "question"))
    bodies = column(tables(made)["bodies-table"], "organisation")
    (recorded,) = [
        text for text in texts(made) if "roles, of now or before" in text or "role, of now or before" in text
    ]
    assert recorded.startswith(words.capital(words.count(len(bodies), "organisation")))


def test_an_empty_scope_is_said_so(reading: Reading, baseline: Snapshot) -> None:
    with pytest.raises(RemitError, match="Nothing was found for the activity “Keep data” and the topic “Public trust”"):
        make_report(reading, baseline, scope=scope_of(reading, area="keep data", topic="public trust"))


def test_the_day_of_comparison_must_be_earlier(reading: Reading) -> None:
    with pytest.raises(RemitError, match="nothing to compare"):
        make_report(reading, reading.snapshot)
