"""The ten tasks of docs/explorer-tasks.md on the shipped landscape: each address leads to the answer that it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from remit.infer import infer
from remit.load import load
from tests.explorer.conftest import Open, write_explorer

TEXT = (Path(__file__).parents[2] / "docs" / "explorer-tasks.md").read_text(encoding="utf-8")
TASKS = re.findall(r"^## (\d+\. .*?)\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def shipped_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_explorer(infer(load(None), "2026-11-24"), tmp_path_factory.mktemp("shipped") / "explorer.html")


def test_there_are_ten() -> None:
    assert len(TASKS) == 10


@pytest.mark.parametrize(("title", "body"), TASKS, ids=[title for title, _ in TASKS])
def test_the_address_leads_to_the_answer(title: str, body: str, shipped_page: Path, open_explorer: Open) -> None:
    address = re.search(r"\*\*Address:\*\* `(#/[^`]+)`", body)
    answer = re.search(r"\*\*Answer:\*\* (.*)\Z", body, re.DOTALL)
    assert address and answer, title
    wanted = [" ".join(each.split()).rstrip(".") for each in re.findall(r"\*\*(.+?)\*\*", answer[1], re.DOTALL)]
    assert wanted, title
    explorer = open_explorer(address[1], path=shipped_page)
    seen = " ".join(explorer.text.split()).casefold()
    assert [each for each in wanted if each.casefold() not in seen] == []
