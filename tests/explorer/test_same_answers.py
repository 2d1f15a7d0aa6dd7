"""One truth: the browser, with the same rules and questions, answers as the command line does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot, infer
from remit.load import Stated, load
from tests.conftest import TODAY
from tests.explorer.conftest import Explorer, Open, write_explorer

SHIPPED = "2026-11-24"


def _in_browser(explorer: Explorer, name: str, day: str, values: dict[str, str] | None = None) -> list[dict[str, str]]:
    rows: Any = explorer.page.evaluate(
        "([name, day, values]) => window.remit.ask(name, day, values)", [name, day, values or {}]
    )
    return list(rows)


def _differing(explorer: Explorer, snapshot: Snapshot) -> list[str]:
    return [
        name
        for name, query in catalogue().items()
        if _in_browser(explorer, name, snapshot.as_of) != ask(snapshot.engine, query).dicts()
    ]


@pytest.mark.parametrize("day", [TODAY, "2023-03-20"])
def test_every_question_has_the_same_answer_on_the_hand_worked_landscape(
    day: str, stated: Stated, open_explorer: Open
) -> None:
    assert _differing(open_explorer(), infer(stated, day)) == []


@pytest.mark.parametrize("day", [SHIPPED, "2023-03-20"])
def test_every_question_has_the_same_answer_on_the_shipped_landscape(
    day: str, shipped: Stated, shipped_page: Path, open_explorer: Open
) -> None:
    assert _differing(open_explorer(path=shipped_page), infer(shipped, day)) == []


@pytest.fixture(scope="module")
def shipped() -> Stated:
    return load(None)


@pytest.fixture(scope="module")
def shipped_page(shipped: Stated, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_explorer(infer(shipped, SHIPPED), tmp_path_factory.mktemp("shipped") / "explorer.html")


def test_blanks_are_filled_in_alike(snapshot: Snapshot, open_explorer: Open) -> None:
    explorer = open_explorer()
    base = snapshot.landscape.base
    place = {"place": f"{base}place/northland"}
    query = catalogue()["gaps/single"]
    rows = _in_browser(explorer, "gaps/single", TODAY, place)
    assert rows == ask(snapshot.engine, query, **place).dicts()
    assert 0 < len(rows) < len(ask(snapshot.engine, query).dicts())


def test_a_body_that_closes_changes_the_same_cells(stated: Stated, open_explorer: Open) -> None:
    explorer = open_explorer()
    body = f"{stated.landscape.base}id/royal-bee-society"
    without: Any = explorer.page.evaluate(
        "([day, body]) => window.remit.ask('coverage/cells', day, {}, body)", [TODAY, body]
    )
    there = ask(infer(stated, TODAY, without=body).engine, catalogue()["coverage/cells"]).dicts()
    assert without == there
    assert there != ask(infer(stated, TODAY).engine, catalogue()["coverage/cells"]).dicts()


def test_what_came_with_the_page_is_what_the_engine_answers(snapshot: Snapshot, open_explorer: Open) -> None:
    explorer = open_explorer()
    held: list[str] = explorer.page.evaluate(
        "[...document.querySelectorAll('script[id^=\"data-rows-\"]')].map(each => each.id.slice(10))"
    )
    assert "coverage/cells" in held
    unpack = """async name => {
      const packed = Uint8Array.from(
        atob(document.getElementById(`data-rows-${name}`).textContent), s => s.charCodeAt(0))
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
      const { columns, rows } = JSON.parse(await new Response(stream).text())
      return rows.map(row => Object.fromEntries(columns.map((column, at) => [column, row[at]])))
    }"""
    for name in held:
        assert explorer.page.evaluate(unpack, name) == _in_browser(explorer, name, TODAY), name
