"""Text is data: markup and scripts in labels, notes, ids and addresses are shown as text and never run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from remit.infer import infer
from remit.load import load
from tests.conftest import FIXTURE, TODAY
from tests.explorer.conftest import Explorer, Open, write_explorer
from tests.explorer.test_page import VIEWS
from tests.site.test_poison import BEES, MARK, POISON


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("poison")
    folder = Path(shutil.copytree(FIXTURE, place / "bees"))
    (folder / "poison.ttl").write_text(POISON, encoding="utf-8")
    return write_explorer(infer(load(folder), TODAY), place / "explorer.html")


CARDS = ["id/..", "role/poison", "cell/study-bees/../southland", "need/<img src=x onerror=alert(7)>", "</script>"]


def _quiet(explorer: Explorer) -> None:
    assert explorer.dialogs == []
    assert explorer.requests == []
    assert explorer.complaints == []
    assert explorer.page.locator("img, iframe, object, embed").count() == 0
    for link in explorer.page.locator("a[href]").all():
        address = link.get_attribute("href") or ""
        assert address.startswith(("#", "http://", "https://", "mailto:", "about.html")), address


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_a_poisoned_landscape_is_quiet(view: str, poisoned: Path, open_explorer: Open) -> None:
    _quiet(open_explorer(f"#/{view}", path=poisoned))


@pytest.mark.parametrize("card", CARDS)
def test_a_card_of_a_poisoned_thing_is_quiet(card: str, poisoned: Path, open_explorer: Open) -> None:
    explorer = open_explorer("#/start", path=poisoned)
    explorer.page.evaluate("card => { location.hash = `#/start?${new URLSearchParams({ card })}` }", card)
    explorer.page.locator("aside.card").wait_for()
    explorer.settled()
    _quiet(explorer)


def test_markup_is_shown_as_it_was_written(poisoned: Path, open_explorer: Open) -> None:
    explorer = open_explorer("#/start?card=id/..", path=poisoned)
    assert MARK in explorer.page.locator("aside.card h2").inner_text()
    assert "alert(2)" in explorer.card


def test_an_address_with_markup_is_shown_as_text(poisoned: Path, open_explorer: Open) -> None:
    explorer = open_explorer("#/%3Cimg%20src%3Dx%20onerror%3Dalert(8)%3E?without=%22%3E%3Cscript%3E", path=poisoned)
    _quiet(explorer)


def test_what_leaves_the_page_holds_no_markup_and_no_formula(poisoned: Path, open_explorer: Open) -> None:
    explorer = open_explorer("#/table", path=poisoned)
    explorer.page.locator("details.outputs summary").first.click()
    with explorer.page.expect_download() as waiting:
        explorer.page.get_by_role("button", name="Table (CSV)").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert MARK in text
    assert not [line for line in text.splitlines() if line.startswith(("=", "+", "@"))]
    assert BEES not in text.splitlines()[0]
