"""The needs, as somebody uses them who wants to know what is asked and where somebody is recorded for it."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from remit.infer import Snapshot
from tests.explorer.conftest import Open, faults, sideways
from tests.explorer.test_matrix import rows


def titles(page: Page) -> list[str]:
    """The needs that are shown."""
    page.locator(".needs-view h2, .needs-view > p > a").first.wait_for()
    return page.locator("tbody th .fold span:last-child").all_inner_texts()


def in_words(row: dict[str, str]) -> str:
    """How far a need is recorded, as the view says it."""
    cells = int(row["cells"])
    if row["recordedFor"] == "all":
        return f"all {cells}" if cells > 1 else "recorded"
    if row["recordedFor"] == "none":
        return f"none of {cells}" if cells > 1 else "not recorded"
    return f"{row['recorded']} of {cells}"


def test_every_need_of_the_landscape_is_there_with_its_state_in_each_place(open_page: Open, snapshot: Snapshot) -> None:
    page = open_page("#/needs")
    overall = rows(snapshot, "needs/overall")
    assert sorted(titles(page)) == sorted(row["needLabel"] for row in overall)
    places = {(row["need"], row["placeLabel"]): row for row in rows(snapshot, "needs/by-place")}
    for row in overall:
        line = page.locator("tbody tr", has=page.get_by_role("button", name=row["needLabel"], exact=True))
        for head in ("All places", "Northland", "Southland", "Westland"):
            state = row if head == "All places" else places.get((row["need"], head))
            cell = line.locator(f"td[data-head='{head}']")
            expect(cell).to_contain_text(in_words(state) if state and state["cells"] != "0" else "not asked")
            if state and state["saidToFallShort"] != "0":
                expect(cell).to_contain_text(f"said to fall short for {state['saidToFallShort']}")


def test_says_whose_the_needs_are_and_whose_the_reading(open_page: Open) -> None:
    page = open_page("#/needs")
    expect(page.get_by_text("The needs are the article’s")).to_contain_text("is the curators’ reading")
    expect(page.get_by_text("does not mean that the need is met")).to_be_visible()


def test_a_need_opens_to_what_it_asks_who_raised_it_and_the_status_of_each_cell(
    open_page: Open, snapshot: Snapshot
) -> None:
    page = open_page("#/needs")
    page.get_by_role("button", name="Sensors want funds, and keepers want trust").click()
    page.wait_for_url(lambda url: "o-open=trust-and-sensors" in url)
    opened = page.locator("tr.asks")
    expect(opened).to_contain_text("Raised by")
    raised = [row for row in rows(snapshot, "profile/needs-raised") if row["need"].endswith("/trust-and-sensors")]
    for row in raised:
        expect(opened.get_by_role("link", name=row["organisationLabel"])).to_be_visible()
    asked = rows(snapshot, "needs/cells-of-a-need", need="trust-and-sensors")
    assert opened.locator(".places a").count() == len(asked)
    for row in asked:
        link = opened.locator(f".places a[href*='card=cell/{row['cell'].split('/cell/')[1]}']")
        expect(link).to_contain_text(f"{row['placeLabel']}: {row['statusLabel']}")
    page.go_back()
    expect(opened).to_have_count(0)


@pytest.mark.parametrize("recorded", ["all", "some", "none"])
def test_can_be_narrowed_to_how_far_it_is_recorded(open_page: Open, snapshot: Snapshot, recorded: str) -> None:
    page = open_page("#/needs")
    page.get_by_label("Recorded", exact=True).select_option(recorded)
    expected = [row["needLabel"] for row in rows(snapshot, "needs/overall") if row["recordedFor"] == recorded]
    expect(page.locator("tbody th .fold")).to_have_count(len(expected))
    assert sorted(titles(page)) == sorted(expected)


def test_horizon_progress_and_place_narrow_it_too(open_page: Open, snapshot: Snapshot) -> None:
    overall = rows(snapshot, "needs/overall")
    page = open_page("#/needs")
    page.get_by_label("Horizon").select_option(label="Medium term")
    expect(page.get_by_role("status").filter(has_text="needs shown")).to_be_visible()
    assert sorted(titles(page)) == sorted(row["needLabel"] for row in overall if row["horizonLabel"] == "medium term")
    page.get_by_role("link", name="Clear filters").click()
    page.get_by_label("Progress when published").select_option(label="Open")
    expect(page.get_by_role("status").filter(has_text="needs shown")).to_be_visible()
    assert sorted(titles(page)) == sorted(row["needLabel"] for row in overall if row["progressLabel"] == "open")
    page = open_page("#/needs?place=place/westland&o-recorded=none")
    here = [row for row in rows(snapshot, "needs/by-place", place="westland") if row["recordedFor"] == "none"]
    assert sorted(titles(page)) == sorted(row["needLabel"] for row in here)
    expect(page.locator("thead th")).to_have_text(["Need", "Westland"] * page.locator("thead").count())


def test_says_when_nothing_answers_and_offers_to_clear(open_page: Open, snapshot: Snapshot) -> None:
    page = open_page("#/needs?find=wasps")
    expect(page.get_by_text("No need answers to what you look for.")).to_be_visible()
    page.get_by_role("link", name="Clear filters").click()
    expect(page.locator("tbody th .fold")).to_have_count(len(rows(snapshot, "needs/overall")))


def test_the_groups_own_affairs_stand_apart_and_nothing_is_counted_for_them(
    open_page: Open, snapshot: Snapshot
) -> None:
    page = open_page("#/needs")
    own = {row["needLabel"] for row in rows(snapshot, "needs/group-affairs")}
    assert own and not own & set(titles(page))
    page.get_by_text("The group’s own affairs").click()
    expect(page.get_by_text("nothing is counted for them")).to_be_visible()
    assert set(page.locator(".things a").all_inner_texts()) == own


def test_by_keyboard_alone_to_the_card_of_a_cell(open_page: Open) -> None:
    page = open_page("#/needs")
    page.get_by_label("Find by words").focus()
    page.keyboard.press("Tab")
    expect(page.locator("tbody th .fold").first).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("tr.asks").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.places') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "card=cell/" in url)
    expect(page.locator("aside").last).to_be_visible()


def test_a_need_leads_to_its_cells_in_the_matrix(open_page: Open, snapshot: Snapshot) -> None:
    page = open_page("#/needs?o-open=trust-and-sensors")
    page.get_by_role("link", name="In the matrix").click()
    asked = rows(snapshot, "coverage/cell-needs", need="trust-and-sensors")
    expect(page.locator("td a.mark:not(.faint)")).to_have_count(len(asked))


def test_what_is_taken_away_holds_what_is_shown(open_page: Open, snapshot: Snapshot, tmp_path: Path) -> None:
    page = open_page("#/needs?place=place/westland")
    shown = titles(page)
    page.get_by_text("Take away").click()
    with page.expect_download() as table:
        page.get_by_role("button", name="Table (CSV)").click()
    table.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert sorted(line["Need"] for line in lines) == sorted(shown)
    expected = {row["need"]: row["recorded"] for row in rows(snapshot, "needs/by-place", place="westland")}
    assert {line["Identifier"]: line["With a body recorded"] for line in lines} == expected
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture (SVG)").click()
    picture.value.save_as(tmp_path / "picture.svg")
    drawn = "".join(ElementTree.parse(tmp_path / "picture.svg").getroot().itertext())
    assert "recorded for them: Westland" in drawn and "As of 30 June 2025" in drawn


@pytest.mark.parametrize("width,scheme", [(320, "dark"), (768, "light"), (1280, "light"), (1920, "dark")])
def test_axe_finds_no_fault_and_nothing_is_wider_than_its_window(open_page: Open, width: int, scheme: str) -> None:
    found = []
    for state in [
        "#/needs",
        "#/needs?o-open=trust-and-sensors&place=place/westland",
        "#/needs?o-open=trust-and-sensors+new-keepers-trained",
    ]:
        page = open_page(state, width=width, scheme=scheme, axe=True)
        titles(page)
        found += [f"{state}: {fault}" for fault in faults(page)]
        assert sideways(page) <= 0, state
    assert found == []
