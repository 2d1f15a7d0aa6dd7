"""The table of the explorer: lists to sort, filter and take away, in a real browser."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot
from tests.draw.conftest import IMAGE, SCRIPT
from tests.explorer.conftest import Opener

LISTS = ["organisations", "roles", "relationships", "resources", "sources"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("width", [320, 1280])
def test_each_list_fits_and_has_no_fault(visit: Opener, name: str, width: int) -> None:
    seen = visit(f"#/table?o-list={name}", width=width, color_scheme="dark" if width == 320 else "light")
    expect(seen.page.locator("main tbody tr").first).to_be_attached()
    assert seen.overflow() <= 0
    assert seen.faults() == [] and seen.quiet()


def test_who_else_does_what_we_plan_to_do(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/table?o-list=roles&activity=activity/run-trials&topic=topic/mites")
    expected = ask(snapshot.engine, catalogue()["coverage/who-does-what"], activity="run-trials", topic="mites")
    expect(seen.page.locator("main tbody tr")).to_have_count(len(expected.rows))
    names = {row[2] for row in expected.texts()}
    assert set(seen.page.locator("main tbody th").all_inner_texts()) == names
    expect(seen.page.locator(".view-head p").first).to_have_text(re.compile(rf"^{len(expected.rows)} of "))


def test_sorts_by_keyboard_and_says_so(visit: Opener) -> None:
    seen = visit("#/table?o-list=sources")
    head = seen.page.get_by_role("columnheader", name="Statements")
    head.get_by_role("button").focus()
    seen.page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    seen.page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in seen.page.locator("main tbody td.number").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and len(set(counts)) > 1
    assert "o-sort=-statements" in seen.page.url


def test_past_roles_are_shown_on_demand(visit: Opener, snapshot: Snapshot) -> None:
    answer = ask(snapshot.engine, catalogue()["profile/roles"])
    roles = {row[2]: row[answer.variables.index("current")] for row in answer.texts()}
    holding = list(roles.values()).count("true")
    assert 0 < holding < len(roles)
    seen = visit("#/table?o-list=roles")
    expect(seen.page.locator(".view-head p").first).to_contain_text(f"{holding} of {len(roles)} recorded roles")
    seen.page.get_by_label("When").select_option("all")
    expect(seen.page.locator(".view-head p").first).to_contain_text(f"{len(roles)} of {len(roles)} recorded roles")


def test_what_is_filtered_leaves_as_csv(visit: Opener) -> None:
    seen = visit("#/table?o-list=roles&place=place/westland&o-level=remit:level/contributor")
    shown = seen.page.locator("main tbody tr").count()
    assert shown > 0
    seen.page.locator(".outputs summary").click()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="Table (CSV)").click()
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert len(rows) == shown
    assert {row[head.index("Level")] for row in rows} == {"contributor"}


def test_a_name_leads_to_its_card_and_an_address_out(visit: Opener) -> None:
    seen = visit("#/table")
    link = seen.page.locator("main tbody th a").first
    assert re.search(r"card=id/", link.get_attribute("href") or "")
    outside = seen.page.locator("main tbody td a[target=_blank]").first
    assert (outside.get_attribute("href") or "").startswith("http")
    assert outside.get_attribute("rel") == "noreferrer"


def test_nothing_found_is_said_and_cleared(visit: Opener) -> None:
    seen = visit("#/table?find=no+such+thing")
    expect(seen.page.locator("main")).to_contain_text("That does not mean that there is none")
    seen.page.get_by_role("link", name="Clear the filters").click()
    expect(seen.page.locator("main tbody tr").first).to_be_attached()


def test_markup_in_names_is_text(visit: Opener, poisoned_page: Path) -> None:
    seen = visit("#/table?o-list=roles&o-when=all", path=poisoned_page)
    expect(seen.page.locator("main tbody")).to_contain_text(SCRIPT)
    seen.page.locator(".group a", has_text="Organisations").click()
    expect(seen.page.locator("main tbody")).to_contain_text(IMAGE)
    assert seen.page.locator("main img, main script").count() == 0
    assert seen.quiet()
