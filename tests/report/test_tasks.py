"""docs/report-tasks.md: the answers that it expects stand where it says, in what the Word file shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from remit.infer import infer
from remit.load import load
from remit.report.model import Figure, Listing, Paragraph, Section, Table
from remit.report.word_frame import entries
from remit.report.writing import make_report
from tests.report.walk import plain, sections

DAY = "2026-11-24"
TASKS = (Path(__file__).parents[2] / "docs" / "report-tasks.md").read_text(encoding="utf-8").split("\n## ")[1:]


@pytest.fixture(scope="module")
def landscape() -> tuple[Section, ...]:
    stated = load()
    return make_report(infer(stated, DAY), infer(stated, stated.landscape.baseline)).sections


def shown(found: Iterable[Section]) -> str:
    """What the Word file shows of sections."""
    lines: list[str] = []
    for section in sections(found):
        for block in section.blocks:
            match block:
                case Paragraph():
                    lines.append(plain(block.text))
                case Listing():
                    lines += map(plain, block.items)
                case Figure():
                    lines.append(block.caption)
                case Table() if not block.in_workbook_only:
                    lines += (plain(text) for row in block.shown_rows for text in row)
    return "\n".join(lines)


def test_there_are_ten_tasks() -> None:
    assert len(TASKS) == 10
    assert [task.partition(".")[0] for task in TASKS] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.partition("\n")[0])
def test_the_answer_stands_where_the_task_says(task: str, landscape: tuple[Section, ...]) -> None:
    text = " ".join(task.split()).replace("\\*", "*")
    where, answer = text.split("**Where:**")[1].split("**Answer:**")
    inner: tuple[Section, ...] = landscape
    for title in re.findall("“(.*?)”", where):
        inner = tuple(each for each in sections(inner) if each.title == title)
        assert len(inner) == 1, f"no section, or several: {title}"
    expected = re.findall(r"\*\*(.+?)\*\*(?!\w)", answer)
    assert expected
    told = " ".join(shown(inner).split())
    assert [phrase for phrase in expected if phrase not in told] == []


def test_the_contents_lead_to_every_task(landscape: tuple[Section, ...]) -> None:
    from remit.report.model import Report

    listed = {section.title for section, _ in entries(Report("", "", "en-GB", (), landscape))[1]}
    assert all(re.findall("“(.*?)”", " ".join(task.split()).split("**Where:**")[1])[0] in listed for task in TASKS)
