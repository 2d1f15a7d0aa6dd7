"""All four formats say the same numbers, and a number that is changed in one place only is noticed in each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remit.report.model import Block, Figure, Listing, Paragraph, Report, Section, Span, Table, Text
from tests.report.agreement import FORMATS, disagreements, written
from tests.report.walk import blocks, plain


@pytest.fixture(scope="module")
def files(report: Report) -> dict[str, Any]:
    return written(report)


def test_all_formats_say_what_the_model_says(report: Report, files: dict[str, Any]) -> None:
    assert disagreements(report, files) == {name: [] for name in FORMATS}


def _changed(text: Text) -> Text:
    """The first number that a text holds, one higher."""
    told = plain(text)
    found = re.search(r"\d+", told)
    assert found
    return (Span(f"{told[: found.start()]}{int(found[0]) + 1}{told[found.end() :]}"),)


def _cell(block: Block) -> Block | None:
    if not isinstance(block, Table) or block.in_workbook_only:
        return None
    for at, column in enumerate(block.columns):
        if column.kind == "number":
            row = block.rows[0]
            return replace(block, rows=((*row[:at], _changed(row[at]), *row[at + 1 :]), *block.rows[1:]))
    return None


def _small_print(block: Block) -> Block | None:
    if not isinstance(block, Table) or block.in_workbook_only or not block.beneath:
        return None
    (at,), row = block.beneath, block.rows[-1] if not block.shown else block.rows[0]
    made = (*row[:at], _changed(row[at]), *row[at + 1 :])
    return replace(block, rows=tuple(made if each is row else each for each in block.rows))


def _workbook_only(block: Block) -> Block | None:
    if not isinstance(block, Table) or not block.in_workbook_only or block.columns[0].key == "finding":
        return None
    made = _cell(replace(block, in_workbook_only=False))
    return replace(made, in_workbook_only=True) if isinstance(made, Table) else None


def _figure(block: Block) -> Block | None:
    if not isinstance(block, Figure):
        return None
    data = _cell(replace(block.data, in_workbook_only=False))
    return replace(block, alt=plain(_changed((Span(block.alt),))), data=data) if isinstance(data, Table) else None


def _sentence(block: Block) -> Block | None:
    if isinstance(block, Paragraph) and re.search(r"\d", plain(block.text)):
        return replace(block, text=_changed(block.text))
    return None


def _item(block: Block) -> Block | None:
    if isinstance(block, Listing) and re.search(r"\d", plain(block.items[0])):
        return replace(block, items=(_changed(block.items[0]), *block.items[1:]))
    return None


@pytest.mark.parametrize(
    ("change", "noticed"),
    [
        (_cell, FORMATS),
        (_small_print, FORMATS),
        (_workbook_only, ("xlsx", "json")),
        (_figure, FORMATS),
        (_sentence, ("html", "docx", "json")),
        (_item, ("html", "docx", "json")),
    ],
)  # fmt: skip
def test_one_changed_number_is_noticed(
    report: Report, files: dict[str, Any], change: Callable[[Block], Block | None], noticed: tuple[str, ...]
) -> None:
    old, new = next((block, made) for block in blocks(report) if (made := change(block)) is not None)
    assert new != old
    other = disagreements(_with(report, old, new), files)
    assert {name for name, wrong in other.items() if wrong} >= set(noticed)


def _with(report: Report, old: Block, new: Block) -> Report:
    """The report with one block in another's place."""

    def changed(section: Section) -> Section:
        held = tuple(new if block is old else block for block in section.blocks)
        return replace(section, blocks=held, sections=tuple(map(changed, section.sections)))

    return replace(report, sections=tuple(map(changed, report.sections)))
