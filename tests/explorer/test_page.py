"""The page as a whole: it opens from a folder, loads nothing, keeps its policy, and every state has its address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from remit.explorer import explorer_page
from remit.infer import infer
from remit.load import load
from tests.explorer.conftest import Open, write_explorer

VIEWS = [
    *("start", "organogram", "matrix", "network", "timeline"),
    *("needs", "table", "questions", "help", "accessibility"),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_opens_without_a_request_or_a_complaint(view: str, open_explorer: Open) -> None:
    explorer = open_explorer(f"#/{view}")
    assert explorer.page.locator("main h1").count() == 1
    assert explorer.requests == []
    assert explorer.complaints == []


def test_the_policy_lets_in_only_this_script_and_this_style(explorer_page_file: Path) -> None:
    text = explorer_page_file.read_text(encoding="utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert found
    policy = found[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval'(;|$)", policy)
    assert re.search(r"style-src 'sha256-[\w+/=]+'(;|$)", policy)
    assert "unsafe-inline" not in policy and "http" not in policy and "connect-src" not in policy


def test_a_script_that_is_not_the_pages_own_does_not_run(open_explorer: Open) -> None:
    explorer = open_explorer()
    explorer.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
        " document.body.append(s) }"
    )
    assert explorer.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in each for each in explorer.complaints)


def test_the_page_of_the_shipped_landscape_is_below_8_megabytes(tmp_path: Path) -> None:
    file = write_explorer(infer(load(None), "2026-11-24"), tmp_path / "explorer.html")
    assert 1_000_000 < file.stat().st_size < 8_000_000


def test_the_same_landscape_makes_the_same_page(snapshot, explorer_page_file: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    again = write_explorer(snapshot, tmp_path / "again.html")
    assert again.read_bytes() == explorer_page_file.read_bytes()


def test_back_and_a_shared_address_bring_a_state_back(open_explorer: Open, explorer_page_file: Path) -> None:
    explorer = open_explorer("#/start")
    explorer.page.locator("nav.main-nav a", has_text="Help").click()
    explorer.page.locator("h1", has_text="Help").wait_for()
    explorer.page.go_back()
    explorer.page.locator("section.ask").wait_for()
    explorer.page.locator("#ask-place").select_option(label="Northland")
    address = explorer.page.url
    assert "o-place=place/northland" in address
    told = explorer.page.locator(".answer .question").inner_text()
    assert told.endswith("Northland?") or "Northland" in told
    again = open_explorer("#" + address.split("#")[1])
    assert again.page.locator(".answer .question").inner_text() == told


def test_a_view_that_does_not_exist_says_so(open_explorer: Open) -> None:
    explorer = open_explorer("#/nowhere")
    assert "no view called “nowhere”" in explorer.text


def test_a_landscape_with_nothing_in_it_opens(open_explorer: Open, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "landscape.ttl").write_text(
        "<https://example.org/e/> a <https://w3id.org/remit/ontology#Landscape> ; "
        '<http://purl.org/dc/terms/title> "Empty" ; '
        "<https://w3id.org/remit/ontology#base> <https://example.org/e/> .\n",
        encoding="utf-8",
    )
    file = write_explorer(infer(load(folder), "2025-06-30"), tmp_path / "explorer.html")
    explorer = open_explorer("#/start", path=file)
    for view in VIEWS:
        explorer.go(f"#/{view}")
        assert explorer.page.locator("main h1").count() == 1, view
    assert explorer.complaints == []


def test_without_script_the_page_names_the_pages_that_need_none(snapshot) -> None:  # type: ignore[no-untyped-def]
    from remit.build import answers
    from remit.explorer import Links

    text = explorer_page(snapshot, answers(snapshot), links=Links(pages=(("Matrix", "matrix.html"),)))
    assert re.search(r'<noscript>.*<a href="matrix\.html">Matrix</a>', text, re.DOTALL)
