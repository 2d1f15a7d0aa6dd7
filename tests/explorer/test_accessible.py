"""WCAG 2.2 AA as far as a program can check it, and the paths that a keyboard takes."""

from __future__ import annotations

import pytest

from tests.explorer.conftest import Open
from tests.explorer.test_page import VIEWS

CARDS = [
    "id/royal-bee-society",
    "cell/study-bees/viruses/northland",
    "need/mite-research",
    "status",
]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light")])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_a_view(view: str, width: int, scheme: str, open_explorer: Open) -> None:
    explorer = open_explorer(f"#/{view}", width=width, scheme=scheme)
    assert explorer.faults() == []
    assert explorer.overflow() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
@pytest.mark.parametrize("card", CARDS)
def test_axe_finds_nothing_in_a_card(card: str, width: int, scheme: str, open_explorer: Open) -> None:
    explorer = open_explorer(f"#/start?card={card}", width=width, scheme=scheme)
    explorer.page.evaluate("for (const each of document.querySelectorAll('aside.card details')) each.open = true")
    explorer.settled()
    assert explorer.faults() == []
    assert explorer.overflow() == 0


def test_axe_finds_nothing_in_search_what_if_and_another_day(open_explorer: Open) -> None:
    explorer = open_explorer("#/start?without=id/royal-bee-society&as-of=2023-03-20")
    explorer.page.locator("#search").fill("bee")
    explorer.page.locator("#hits").wait_for()
    assert explorer.faults() == []


def test_text_is_never_below_12_pixels(open_explorer: Open) -> None:
    explorer = open_explorer("#/start?card=id/royal-bee-society", width=320)
    for view in VIEWS:
        explorer.go(f"#/{view}?card=id/royal-bee-society")
        smallest = explorer.page.evaluate(
            """() => Math.min(...[...document.querySelectorAll('body *:not(svg *)')]
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
              .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
        )
        assert smallest >= 12, view


def test_by_keyboard_from_search_to_evidence_and_back(open_explorer: Open) -> None:
    explorer = open_explorer("#/start")
    keys = explorer.page.keyboard
    keys.press("/")
    keys.type("rbs")
    explorer.page.locator("#hits [aria-selected=true]").wait_for()
    keys.press("Enter")
    explorer.page.locator("aside.card h2").wait_for()
    explorer.settled()
    assert "(RBS)" in explorer.page.locator("aside.card h2").inner_text()
    assert explorer.page.evaluate("document.activeElement.classList.contains('card')")
    keys.press("Escape")
    explorer.page.locator("aside.card").wait_for(state="detached")
    assert explorer.page.evaluate("document.activeElement.id") == "search"


def test_the_skip_link_leads_to_the_view(open_explorer: Open) -> None:
    explorer = open_explorer("#/help")
    explorer.page.keyboard.press("Tab")
    assert explorer.page.evaluate("document.activeElement.className") == "skip"
    explorer.page.keyboard.press("Enter")
    assert explorer.page.evaluate("document.activeElement.id") == "content"
    assert explorer.page.url.endswith("#/help")
