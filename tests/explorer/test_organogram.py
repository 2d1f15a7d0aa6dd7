"""The organogram, as somebody uses it who knows the published figure and asks what has been added to it."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot, infer
from remit.load import Stated
from tests.explorer.conftest import Open


def rows(snapshot: Snapshot, name: str, **values: str) -> list[dict[str, str]]:
    """The command line's answer to a question."""
    return ask(snapshot.engine, find(name), **values).dicts()


def lanes(page: Page) -> dict[str, list[str]]:
    """The names in each lane, without what stands beside them."""
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.lane')].map(lane => [
          lane.querySelector('h2').innerText.replace(/\\s*\\d+$/, '').trim(),
          [...lane.querySelectorAll('[data-body] > a')].map(a => a.firstChild.textContent.trim())]))"""
    )
    return found


def expected(snapshot: Snapshot, *bases: str) -> dict[str, set[str]]:
    """By lane, whom a question puts there."""
    abbreviations = {row["organisation"]: row["abbreviation"] for row in rows(snapshot, "profile/organisation")}
    found: dict[str, set[str]] = {}
    for row in rows(snapshot, "coverage/area-lanes"):
        if (
            row["current"] == "true"
            and row["basis"].rsplit("/", 1)[1] in bases
            and (row["main"] == "true" or not row["area"])
        ):
            short = abbreviations[row["organisation"]]
            name = row["organisationLabel"]
            name = f"{name} ({short})" if short and short not in name else name
            found.setdefault(row["areaLabel"] or "No current role recorded", set()).add(name)
    return found


def filled(page: Page) -> dict[str, set[str]]:
    """The lanes that hold anybody."""
    return {lane: set(names) for lane, names in lanes(page).items() if names}


def test_begins_with_what_caption_and_article_name(open_explorer: Open, snapshot: Snapshot) -> None:
    explorer = open_explorer("#/organogram")
    assert filled(explorer.page) == expected(snapshot, "poster-caption", "paper")
    assert "Named in the caption of the poster" in explorer.text
    assert "The caption of the published poster names it." in explorer.text
    assert explorer.page.locator(".body .ringed").count() == 3
    assert explorer.quiet()


def test_the_switch_goes_from_the_caption_to_all_that_is_recorded(open_explorer: Open, snapshot: Snapshot) -> None:
    explorer = open_explorer("#/organogram")
    page = explorer.page
    switch = page.get_by_role("group", name="Show")
    amounts = [int(text) for text in switch.locator(".number").all_inner_texts()]
    assert amounts == [3, 9, 22]
    switch.get_by_role("link").first.click()
    assert filled(page) == expected(snapshot, "poster-caption")
    switch.get_by_role("link").last.click()
    explorer.go("#/organogram?o-basis=curated&o-open=1.kind/laboratory")
    assert filled(page) == expected(snapshot, "poster-caption", "paper", "curated")
    page.go_back()
    page.go_back()
    assert filled(page) == expected(snapshot, "poster-caption")


def test_parts_stand_beneath_their_whole(open_explorer: Open) -> None:
    explorer = open_explorer("#/organogram?o-basis=curated")
    inside = explorer.page.locator("li", has_text="Bee Institute of Threelands").first.locator("ul [data-body] > a")
    names = {name.split(" (")[0] for name in inside.all_inner_texts()}
    assert {"Mite Laboratory", "Mite Genetics Unit", "Nectar Station", "Pollen Laboratory"} <= {
        name.strip() for name in names
    }


def test_a_body_leaves_a_quiet_mark_in_its_other_areas(open_explorer: Open) -> None:
    explorer = open_explorer("#/organogram")
    trust = explorer.page.locator("[data-body]", has_text="Hive Data Trust")
    assert trust.get_by_role("img", name="also works in Implementation").count() == 1
    lane = explorer.page.locator(".lane", has=explorer.page.get_by_role("heading", name="Implementation", exact=False))
    assert "HDT" in lane.locator(".also").inner_text() or "Hive Data Trust" in lane.locator(".also").inner_text()


def test_a_body_in_hand_marks_whom_it_is_linked_to_with_the_words(open_explorer: Open) -> None:
    explorer = open_explorer("#/organogram?o-basis=curated")
    page = explorer.page
    page.locator("[data-body] > a", has_text="Apiary Council").click()
    page.locator("aside.card h2").wait_for()
    explorer.settled()
    assert "Apiary Council" in explorer.card
    assert page.locator(".body.held").count() == 1
    university = page.locator(".body.near", has_text="Northland University")
    assert "funded by it" in university.inner_text()
    hand = page.locator("aside.in-hand").inner_text()
    assert "Funds" in hand and "Northland University" in hand and "Oversees" in hand
    assert page.locator(".lanes > svg path").count() >= 3
    page.get_by_role("button", name="Put back").click()
    assert page.locator(".body.near").count() == 0


def test_pointing_and_focus_mark_the_linked_without_moving_anything(open_explorer: Open) -> None:
    explorer = open_explorer("#/organogram?o-basis=curated")
    page = explorer.page
    high = page.evaluate("document.querySelector('.lanes').offsetHeight")
    page.locator("[data-body] > a", has_text="Apiary Council").focus()
    assert page.locator(".body.near").count() >= 3
    assert page.evaluate("document.querySelector('.lanes').offsetHeight") == high
    page.keyboard.press("Enter")
    page.locator("aside.card h2").wait_for()


def test_on_another_day_ended_bodies_are_left_out_or_shown_as_such(open_explorer: Open, stated: Stated) -> None:
    explorer = open_explorer("#/organogram?o-basis=curated&as-of=2010-01-01&o-open=1.kind/laboratory")
    then = infer(stated, "2010-01-01")
    assert filled(explorer.page) == expected(then, "poster-caption", "paper", "curated")
    assert explorer.page.locator(".body.gone").count() == 0
    explorer.page.get_by_label("Ended too").check()
    explorer.settled()
    gone = [row for row in rows(then, "profile/organisation") if row["current"] != "true"]
    assert explorer.page.locator(".body.gone").count() == len({row["organisation"] for row in gone})


def test_filters_leave_the_others_out_and_an_empty_answer_says_so(open_explorer: Open, snapshot: Snapshot) -> None:
    holders = {row["organisation"] for row in rows(snapshot, "coverage/who-does-what", place="westland")}
    explorer = open_explorer("#/organogram?o-basis=curated&place=place/westland&o-open=1.kind/laboratory")
    assert explorer.page.locator("[data-body]").count() == len(holders)
    explorer.go("#/organogram?find=nobody")
    assert "None of the bodies shown answers the filters." in explorer.text
    explorer.page.get_by_role("button", name="clear the filters").click()
    explorer.settled()
    assert explorer.page.locator("[data-body]").count() > 3


@pytest.mark.parametrize("fragment", ["#/organogram?o-basis=curated&o-in=id/apiary-council&o-ended=shown"])
@pytest.mark.parametrize(("width", "scheme"), [(1920, "light"), (1280, "dark"), (320, "light")])
def test_axe_finds_nothing_with_everything_shown(open_explorer: Open, fragment: str, width: int, scheme: str) -> None:
    explorer = open_explorer(fragment, width=width, scheme=scheme)
    assert explorer.faults() == []
    assert explorer.overflow() == 0
    assert explorer.quiet()


def test_lanes_stand_side_by_side_on_a_wide_screen_and_one_under_the_other_on_a_narrow_one(open_explorer: Open) -> None:
    lefts = "[...document.querySelectorAll('.lane:not(.apart)')].map(e => Math.round(e.getBoundingClientRect().left))"
    assert len(set(open_explorer("#/organogram").page.evaluate(lefts))) == 4
    assert len(set(open_explorer("#/organogram", width=360).page.evaluate(lefts))) == 1


def test_picture_and_table_can_be_taken_away(open_explorer: Open, tmp_path: Path) -> None:
    explorer = open_explorer("#/organogram")
    page = explorer.page
    page.locator(".outputs summary").click()
    for button, name in (("Picture (SVG)", "lanes.svg"), ("Table (CSV)", "lanes.csv")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        download.value.save_as(tmp_path / name)
    drawn = "".join(ElementTree.parse(tmp_path / "lanes.svg").getroot().itertext())
    assert "Apiary Council" in drawn and "30 June 2025" in drawn
    with (tmp_path / "lanes.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == page.locator("[data-body]").count()
    assert next(line["Main area"] for line in lines if line["Organisation"] == "Hive Data Trust") == "Research"
