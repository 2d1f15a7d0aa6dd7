"""The network, as somebody uses it who wants to know who is linked to whom, and who does the same as whom."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page

from remit.ask import ask
from remit.build import answers
from remit.catalogue import find
from remit.explorer.positions import positions
from remit.infer import Snapshot, infer
from remit.load import Stated
from tests.explorer.conftest import Explorer, Open

BASE = "https://example.org/bees/"


def rows(snapshot: Snapshot, name: str, **values: str) -> list[dict[str, str]]:
    """The command line's answer to a question."""
    return ask(snapshot.engine, find(name), **values).dicts()


def running(snapshot: Snapshot) -> set[str]:
    """The relationships that hold, between organisations that exist."""
    there = {row["organisation"] for row in rows(snapshot, "profile/organisation") if row["current"] == "true"}
    return {
        row["relationship"]
        for row in rows(snapshot, "profile/relationships")
        if row["current"] == "true" and {row["organisation"], row["other"]} <= there
    }


def listed(page: Page) -> list[str]:
    """The bodies of the list beside the picture, in its order."""
    names: list[str] = page.locator("ol li a > span:first-of-type").all_inner_texts()
    return names


def marks(page: Page) -> Locator:
    """The marks of the picture."""
    return page.locator(".stage .base .n")


def spot(explorer: Explorer, iri: str, drawing: str, where: dict[str, Any]) -> tuple[float, float]:
    """Where a body's mark stands in the window."""
    x, y, _ = where[drawing]["at"][iri]
    at: list[float] = explorer.page.evaluate(
        """([x, y]) => {
          const svg = document.querySelector('.stage .base')
          const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM())
          return [point.x, point.y]
        }""",
        [x, y],
    )
    return at[0], at[1]


@pytest.fixture(scope="session")
def where(snapshot: Snapshot) -> dict[str, Any]:
    """The places of all bodies by drawing."""
    return positions(answers(snapshot))


def test_bodies_keep_one_place_and_every_landscape_gives_the_same_picture(snapshot: Snapshot) -> None:
    results = answers(snapshot)
    assert positions(results) == positions(results)
    assert set(positions(results)["relations"]["at"]) == {
        row["organisation"] for row in rows(snapshot, "profile/organisation")
    }


def test_no_two_marks_stand_upon_each_other(where: dict[str, Any]) -> None:
    for drawing, placed in where.items():
        bodies = list(placed["at"].items())
        for number, (one, (x, y, r)) in enumerate(bodies):
            for other, (x2, y2, r2) in bodies[number + 1 :]:
                assert (x - x2) ** 2 + (y - y2) ** 2 > (r + r2) ** 2, f"{drawing}: {one}, {other}"


def test_shows_who_exists_and_what_holds(open_explorer: Open, snapshot: Snapshot) -> None:
    explorer = open_explorer("#/network")
    current = {row["organisationLabel"] for row in rows(snapshot, "profile/organisation") if row["current"] == "true"}
    assert set(listed(explorer.page)) == current
    assert marks(explorer.page).count() == len(current)
    assert (
        f"{len(running(snapshot))} recorded relationships"
        in explorer.page.locator(".view-head p[aria-live]").inner_text()
    )
    assert explorer.page.locator(".stage .base .ring").count() == 3
    assert explorer.quiet()


def test_on_another_day_bodies_vanish_and_the_others_stay(open_explorer: Open, stated: Stated) -> None:
    explorer = open_explorer("#/network")
    place = "document.querySelector('.stage .base').getAttribute('viewBox')"
    before = set(listed(explorer.page))
    paths = explorer.page.locator(".stage .base .n").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    assert explorer.page.evaluate(place)
    explorer.go("#/network?as-of=2010-01-01")
    then = infer(stated, "2010-01-01")
    expected = {row["organisationLabel"] for row in rows(then, "profile/organisation") if row["current"] == "true"}
    assert set(listed(explorer.page)) == expected != before
    moved = explorer.page.locator(".stage .base .n").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    # a circle's path begins at its left edge: whoever has the same size and kind has the very same path
    assert len(set(paths) & set(moved)) >= len(expected) // 2


def test_a_click_takes_a_body_in_hand_and_says_what_links_it(open_explorer: Open, where: dict[str, Any]) -> None:
    explorer = open_explorer("#/network")
    page = explorer.page
    page.mouse.click(*spot(explorer, f"{BASE}id/apiary-council", "relations", where))
    hand = page.locator("section.in-hand")
    hand.wait_for()
    said = hand.inner_text()
    assert "Apiary Council" in said
    for words in ("Funds", "Commissions", "Oversees", "Northland University", "Hive Standards Office"):
        assert words in said
    assert "o-in=id/apiary-council" in page.url
    assert page.locator(".stage").evaluate("e => e.classList.contains('holding')")
    assert page.locator(".stage .hand .n").count() == 4  # itself, and the three that it is linked to
    assert page.locator(".stage .hand .heads").count() == 1
    evidence = page.get_by_role("link", name="Evidence: Apiary Council funds Northland University")
    assert "card=relationship/" in (evidence.get_attribute("href") or "")
    # another click opens its card, and one on the ground puts it back
    page.mouse.click(*spot(explorer, f"{BASE}id/apiary-council", "relations", where))
    page.locator("aside.card h2").wait_for()
    assert "Apiary Council" in explorer.card


def test_by_keyboard_alone_to_the_evidence(open_explorer: Open) -> None:
    explorer = open_explorer("#/network")
    page = explorer.page
    page.locator(".stage").focus()
    world = page.locator(".stage .world")
    seen = [world.get_attribute("style")]
    for key in ("+", "ArrowRight", "ArrowDown", "-", "0"):
        page.keyboard.press(key)
        page.wait_for_timeout(350)
        seen.append(world.get_attribute("style"))
    assert len(set(seen[:5])) == 5
    assert seen[5] == seen[0]  # 0 shows the whole again
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('ol li') !== null"):
            break
    first = page.evaluate("document.activeElement.innerText")
    assert page.locator("li.held").inner_text() == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.innerText") != first
    assert page.locator("li.held").count() == 1
    name = page.evaluate("document.activeElement.querySelector('span').innerText")
    page.keyboard.press("Enter")
    page.locator("aside.card h2").wait_for()
    assert name in explorer.card


def test_overlaps_say_which_questions_are_shared_and_whether_a_link_is_recorded(
    open_explorer: Open, snapshot: Snapshot
) -> None:
    shared = rows(snapshot, "overlaps/shared-cells")
    pairs = {(row["organisation"], row["other"]) for row in shared}
    open_pairs = {(row["organisation"], row["other"]) for row in rows(snapshot, "overlaps/without-link")}
    explorer = open_explorer("#/network?o-draw=overlaps")
    sentence = explorer.page.locator(".view-head p[aria-live]").inner_text()
    assert f"{len(pairs)} pairs" in sentence
    assert f"{len(open_pairs)} without a recorded link" in sentence
    assert explorer.page.locator(".stage .base .broken").count() == 1
    one = shared[0]
    explorer.go(f"#/network?o-draw=overlaps&o-in={one['organisation'].removeprefix(BASE)}")
    assert one["otherLabel"] in explorer.page.locator("section.in-hand").inner_text()


@pytest.mark.parametrize("drawing", ["activities", "topics"])
def test_organisations_stand_with_what_they_work_on(open_explorer: Open, snapshot: Snapshot, drawing: str) -> None:
    what = {"activities": "activity", "topics": "topic"}[drawing]
    current = [row for row in rows(snapshot, "profile/roles") if row["current"] == "true"]
    explorer = open_explorer(f"#/network?o-draw={drawing}")
    assert explorer.page.locator(".stage .base .hub").count() == len({row[what] for row in current})
    links = explorer.page.locator("ol li").first
    assert links.locator(".number").inner_text().split()[0].isdigit()
    assert explorer.quiet()


def test_filters_fade_the_rest_and_shorten_the_list(open_explorer: Open, snapshot: Snapshot) -> None:
    expected = {row["organisationLabel"] for row in rows(snapshot, "coverage/who-does-what", place="westland")}
    explorer = open_explorer("#/network?place=place/westland")
    assert set(listed(explorer.page)) == expected
    assert explorer.page.locator(".stage .in .n").count() == len(expected)
    assert explorer.page.locator(".stage .out .n").count() > 0
    explorer.page.get_by_label("Find by name").fill("trust")
    explorer.page.wait_for_timeout(400)
    explorer.settled()
    assert set(listed(explorer.page)) == {name for name in expected if "trust" in name.lower()}
    explorer.page.get_by_label("Find by name").fill("nobody is called so")
    explorer.page.wait_for_timeout(400)
    assert "None in this drawing answers the filters." in explorer.text
    explorer.page.get_by_role("button", name="Clear filters").click()
    explorer.settled()
    assert explorer.page.locator(".stage .out .n").count() == 0


def test_names_in_the_picture_never_lie_upon_each_other(open_explorer: Open) -> None:
    explorer = open_explorer("#/network")
    overlaps = """() => {
      const names = [...document.querySelectorAll('.stage .names text')]
      const boxes = names.map(e => [e.textContent, e.getBoundingClientRect()])
      const upon = []
      boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
        const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)
        if (p.left < q.right && q.left < p.right && high > 2) upon.push(`${a} / ${b}`)
      }))
      return [boxes.length, upon]
    }"""
    count, upon = explorer.page.evaluate(overlaps)
    assert count > 5 and upon == []
    for _ in range(3):
        explorer.page.get_by_role("button", name="Closer").click()
        explorer.page.wait_for_timeout(500)
        assert explorer.page.evaluate(overlaps)[1] == []


def test_a_drag_moves_the_picture_and_nothing_in_it(open_explorer: Open) -> None:
    explorer = open_explorer("#/network")
    page = explorer.page
    box = page.locator(".stage").bounding_box()
    assert box is not None
    page.evaluate(
        """() => {
          window.touched = 0
          new MutationObserver(all => { window.touched += all.length })
            .observe(document.querySelector('.stage .base'), {subtree: true, attributes: true, childList: true})
        }"""
    )
    before = page.locator(".stage .world").get_attribute("style")
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + box["height"] - 70, steps=10)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.locator(".stage .world").get_attribute("style") != before
    assert page.evaluate("window.touched") == 0
    assert "o-in" not in page.url  # a drag is no click


@pytest.mark.parametrize(
    "fragment", ["#/network?o-in=id/apiary-council", "#/network?o-draw=topics&kind=kind/university"]
)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (360, "light")])
def test_axe_finds_nothing_with_a_body_in_hand_or_a_filter(
    open_explorer: Open, fragment: str, width: int, scheme: str
) -> None:
    explorer = open_explorer(fragment, width=width, scheme=scheme)
    assert explorer.faults() == []
    assert explorer.overflow() == 0
    assert explorer.quiet()


def test_picture_and_table_can_be_taken_away(open_explorer: Open, tmp_path: Path, snapshot: Snapshot) -> None:
    explorer = open_explorer("#/network")
    page = explorer.page
    page.locator(".outputs summary").click()
    for button, name in (("Picture (SVG)", "network.svg"), ("Table (CSV)", "network.csv")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        download.value.save_as(tmp_path / name)
    drawn = "".join(ElementTree.parse(tmp_path / "network.svg").getroot().itertext())
    assert "Who is related to whom" in drawn and "30 June 2025" in drawn
    with (tmp_path / "network.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(running(snapshot))
    assert {"Organisation": "Apiary Council", "Link": "funds", "Other": "Northland University"}.items() <= next(
        line for line in lines if line["Organisation"] == "Apiary Council" and line["Link"] == "funds"
    ).items()
