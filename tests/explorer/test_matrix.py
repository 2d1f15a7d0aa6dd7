"""The matrix, as somebody uses it who wants to know what falls short, and what nobody has been found for."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot, infer
from remit.load import Stated
from remit.terms import local_name
from tests.explorer.conftest import OpenPage, faults, sideways

STUDY_MITES = "https://example.org/bees/cell/study-bees/mites/northland"


def rows(snapshot: Snapshot, name: str, **values: str) -> list[dict[str, str]]:
    """The command line's answer to a question, as text by column."""
    answer = ask(snapshot.engine, catalogue()[name], **values)
    return [dict(zip(answer.variables, row, strict=True)) for row in answer.texts()]


def drawn(page: Page) -> None:
    """Wait until the matrix stands whole."""
    page.locator("table[aria-busy=false] td").first.wait_for()


def marks(page: Page) -> dict[str, str]:
    """The status of each cell that the matrix shows one by one, by its IRI."""
    drawn(page)
    found: list[tuple[str, str]] = page.locator("td a.mark").evaluate_all(
        "all => all.map(a => [a.dataset.key, [...a.classList].find(name => name.startsWith('s-')).slice(2)])"
    )
    return dict(found)


def bright(page: Page) -> set[str]:
    """The cells that stand out, as IRIs."""
    drawn(page)
    found: list[str] = page.locator("td a.mark:not(.faint)").evaluate_all("all => all.map(a => a.dataset.key)")
    return set(found)


def test_begins_rolled_up_and_counts_every_question_once(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix")
    assert page.locator("td a.mark").count() == 0
    assert page.locator("tbody th").count() == 4 and page.evaluate("document.body.scrollHeight") <= 900
    amounts = [text.split(" of ") for text in page.locator("td .amount > span:first-child").all_inner_texts()]
    grades = rows(snapshot, "coverage/cell-grades")
    assert sum(int(asked) for _, asked in amounts) == len(grades)
    assert sum(int(found) for found, _ in amounts) == sum(row["recorded"] == "true" for row in grades)


def test_shows_the_status_and_amount_that_the_questions_give(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix?o-open=all")
    expected = rows(snapshot, "coverage/cells")
    expect(page.locator("td a.mark")).to_have_count(len(expected))
    assert marks(page) == {row["cell"]: local_name(row["status"]) for row in expected}
    numbers: dict[str, str] = dict(
        page.locator("td a.mark").evaluate_all(
            "all => all.map(a => [a.dataset.key, a.querySelector('b')?.textContent ?? '0'])"
        )
    )
    assert numbers == {row["cell"]: row["holderCount"] for row in expected}


def test_a_square_opens_to_its_cells_and_back_closes_it(open_page: OpenPage) -> None:
    page = open_page("#/matrix")
    page.locator("td .rolled").first.click()
    expect(page.locator("td a.mark").first).to_be_focused()
    assert "o-open=activity/research+topic/bee-health" in page.url
    page.go_back()
    expect(page.locator("td a.mark")).to_have_count(0)


def test_a_tip_gives_the_question_its_answer_and_how_well_it_is_backed(open_page: OpenPage) -> None:
    page = open_page("#/matrix?o-open=all")
    page.locator(f"[data-key='{STUDY_MITES}']").hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("Who studies bees on mites in Northland?")
    expect(tip).to_contain_text("Two bodies recorded: Bee Institute of Threelands and Northland University.")
    expect(tip).to_contain_text("1 of 4 roles corroborated, newest source 3 February 2025.")
    tip.hover()
    expect(tip).to_be_visible()
    page.mouse.move(5, 5)
    expect(tip).to_have_count(0)


def test_what_is_said_to_fall_short_stands_out_and_the_rest_can_be_left_out(
    open_page: OpenPage, snapshot: Snapshot
) -> None:
    page = open_page("#/matrix?o-open=all")
    page.get_by_label("Flag").select_option(label="▾ Said to fall short")
    short = {row["cell"] for row in rows(snapshot, "coverage/cell-flags", flag="said-to-fall-short")}
    everything = len(rows(snapshot, "coverage/cells"))
    expect(page.get_by_role("status").filter(has_text="shown")).to_contain_text(
        f"{len(short)} of {everything} questions"
    )
    assert bright(page) == short
    page.get_by_role("button", name="Leave the rest out").click()
    expect(page.locator("td a.mark")).to_have_count(len(short))
    page.get_by_role("link", name="Clear filters").click()
    expect(page.locator("td a.mark")).to_have_count(everything)


@pytest.mark.parametrize("status", ["searched", "confirmed-gap", "not-recorded"])
def test_what_nobody_was_found_for_can_be_looked_for(open_page: OpenPage, snapshot: Snapshot, status: str) -> None:
    page = open_page(f"#/matrix?o-open=all&status=remit:status/{status}")
    expected = {row["cell"] for row in rows(snapshot, "coverage/cells", status=status)}
    page.locator("td a.mark:not(.faint)").first.wait_for()
    assert bright(page) == expected


def test_a_search_in_vain_says_where_and_when(open_page: OpenPage) -> None:
    page = open_page("#/matrix?o-open=all&status=remit:status/searched")
    page.locator("[data-key$='cell/supply-hives/mites/westland']").hover()
    expect(page.get_by_role("tooltip")).to_contain_text(
        "Looked for, none found: 22 May 2025, Westland trade list: mites."
    )


def test_filters_of_area_topic_need_and_words_narrow_it(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix?topic=topic/mites&activity=activity/study-bees")
    page.locator("td a.mark").first.wait_for()
    assert set(marks(page)) == {
        row["cell"] for row in rows(snapshot, "coverage/cells", activity="study-bees", topic="mites")
    }
    page = open_page("#/matrix?need=need/trust-and-sensors")
    page.locator("td a.mark:not(.faint)").first.wait_for()
    assert bright(page) == {row["cell"] for row in rows(snapshot, "coverage/cell-needs", need="trust-and-sensors")}
    page = open_page("#/matrix?o-open=all")
    page.get_by_label("Find by words").fill("westland college")
    expect(page.get_by_role("status").filter(has_text="shown")).to_be_visible()
    roles = [*rows(snapshot, "coverage/cell-holders"), *rows(snapshot, "coverage/cell-general-holders")]
    assert bright(page) == {row["cell"] for row in roles if row["organisationLabel"] == "Westland College"}


def test_says_when_nothing_answers_and_offers_to_clear(open_page: OpenPage) -> None:
    page = open_page("#/matrix?find=wasps&o-rest=hide")
    expect(page.get_by_text("No question answers to what you look for.")).to_be_visible()
    page.get_by_role("link", name="Clear filters").last.click()
    expect(page.get_by_role("grid")).to_be_visible()


def test_one_place_can_be_shown_alone(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix?o-open=all")
    page.get_by_role("group", name="Place").get_by_role("link", name="Westland").click()
    expected = rows(snapshot, "coverage/cells", place="westland")
    expect(page.locator("td a.mark")).to_have_count(len(expected))
    assert set(marks(page)) == {row["cell"] for row in expected}


def test_marks_what_changed_since_the_day_to_compare_with(
    open_page: OpenPage, stated: Stated, snapshot: Snapshot
) -> None:
    before = {row["cell"]: row for row in rows(infer(stated, snapshot.landscape.baseline), "coverage/cells")}
    now = rows(snapshot, "coverage/cells")
    changed = {row["cell"] for row in now if before.get(row["cell"], {}).get("status") != row["status"]}
    page = open_page("#/matrix?o-open=all")
    page.get_by_role("button", name="What changed since").click()
    expect(page.get_by_role("status").filter(has_text="shown")).to_contain_text(f"{len(changed)} of {len(now)}")
    assert bright(page) == changed
    outlined: list[str] = page.locator("td a.mark.changed").evaluate_all("all => all.map(a => a.dataset.key)")
    assert set(outlined) == changed
    one = next(row for row in now if row["cell"] in changed and row["cell"] in before)
    page.locator(f"[data-key='{one['cell']}']").hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text(f": {before[one['cell']]['statusLabel']}. Now: {one['statusLabel']}.")


def test_another_day_shows_the_statuses_of_that_day(open_page: OpenPage, stated: Stated, snapshot: Snapshot) -> None:
    day = snapshot.landscape.baseline
    page = open_page(f"#/matrix?o-open=all&as-of={day}")
    page.locator("td a.mark").first.wait_for()
    assert marks(page) == {row["cell"]: local_name(row["status"]) for row in rows(infer(stated, day), "coverage/cells")}


def test_by_keyboard_alone_from_the_page_to_the_card(open_page: OpenPage) -> None:
    page = open_page("#/matrix")
    page.get_by_label("Find by words").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('td') !== null"):
            break
    expect(page.locator("td .rolled").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("td a.mark").first).to_be_focused()
    stops = page.locator("td [data-key][tabindex='0']")
    expect(stops).to_have_count(1)
    hands = []
    for key in ("ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
        hands.append(page.evaluate("document.activeElement.dataset.key").split("/cell/")[1])
    assert hands == ["study-bees/mites/northland", "study-bees/foulbrood/northland"]
    expect(stops).to_have_count(1)
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    described = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby'))?.innerText"
    )
    assert described == tip.inner_text()
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: f"card=cell/{hands[1]}" in url)
    expect(page.locator("aside").last).to_be_visible()


def test_row_and_column_of_the_mark_in_hand_are_marked(open_page: OpenPage) -> None:
    page = open_page("#/matrix?o-open=all")
    page.locator(f"[data-key='{STUDY_MITES}']").hover()
    expect(page.locator("tr.here > th")).to_have_text("Study bees")
    expect(page.locator("thead th.here")).to_have_text("Mites")


def test_heads_stay_in_sight(open_page: OpenPage) -> None:
    page = open_page("#/matrix?o-open=all", height=500)
    page.locator("td a.mark").last.scroll_into_view_if_needed()
    expect(page.locator("thead th", has_text="Mites")).to_be_in_viewport()
    page.locator("tbody th").last.scroll_into_view_if_needed()
    expect(page.locator("tbody tr").last.locator("th")).to_be_in_viewport()


def test_a_sign_tells_its_meaning_and_can_be_looked_for(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix?o-open=all")
    sign = page.get_by_role("button", name="Recorded as ended 5", exact=True)
    sign.click()
    meaning = next(
        row["meaning"] for row in rows(snapshot, "coverage/statuses") if row["statusLabel"] == "recorded as ended"
    )
    expect(page.get_by_text(meaning)).to_be_visible()
    page.get_by_role("link", name="Show only these").click()
    expect(page.get_by_role("status").filter(has_text="shown")).to_be_visible()
    assert bright(page) == {row["cell"] for row in rows(snapshot, "coverage/cells", status="lapsed")}


def test_becomes_a_list_on_a_narrow_window(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix", width=360)
    expect(page.get_by_role("grid")).to_have_count(0)
    page.get_by_role("button", name="Research").click()
    page.get_by_role("button", name="Mites").click()
    page.wait_for_url(lambda url: "o-topics=research.mites" in url)
    page.get_by_role("link", name="Who studies bees on mites in Northland?").click()
    page.wait_for_url(lambda url: "card=cell/study-bees/mites/northland" in url)
    assert sideways(page) <= 0


def test_the_list_and_the_table_hold_the_same(open_page: OpenPage, snapshot: Snapshot) -> None:
    page = open_page("#/matrix?o-draw=list&o-open=all")
    for closed in page.locator("h3 button[aria-expanded=false]").all():
        closed.evaluate("button => button.click()")
    links: list[str] = page.locator(".cells a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    shown = Counter(link.split("card=")[1].split("&")[0] for link in links)
    assert shown == Counter(f"cell/{row['cell'].split('/cell/')[1]}" for row in rows(snapshot, "coverage/cells"))


def test_what_is_taken_away_holds_what_is_shown(open_page: OpenPage, snapshot: Snapshot, tmp_path: Path) -> None:
    page = open_page("#/matrix?o-open=all&place=place/westland&status=remit:status/single")
    page.locator("td a.mark:not(.faint)").first.wait_for()
    page.get_by_text("Take away").click()
    with page.expect_download() as table:
        page.get_by_role("button", name="Table (CSV)").click()
    table.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    expected = rows(snapshot, "coverage/cells", place="westland", status="single")
    assert [line["Identifier"] for line in lines] == [row["cell"] for row in expected]
    assert {line["Bodies recorded"] for line in lines} == {"1"}
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture (SVG)").click()
    picture.value.save_as(tmp_path / "picture.svg")
    drawn = "".join(ElementTree.parse(tmp_path / "picture.svg").getroot().itertext())
    assert (
        "Matrix of activities and topics: Westland" in drawn and "Study bees" in drawn and "As of 30 June 2025" in drawn
    )


STATES = [
    "#/matrix",
    "#/matrix?o-open=all",
    "#/matrix?o-open=all&place=place/westland",
    "#/matrix?o-open=activity/research&flag=remit:flag/said-to-fall-short&o-since=1",
    "#/matrix?o-draw=list&o-open=all",
]


@pytest.mark.parametrize("width,scheme", [(320, "dark"), (768, "light"), (1280, "light"), (1920, "dark")])
def test_axe_finds_no_fault_and_nothing_is_wider_than_its_window(open_page: OpenPage, width: int, scheme: str) -> None:
    found = []
    for state in STATES:
        page = open_page(state, width=width, scheme=scheme, axe=True)
        page.locator("[data-key], h2 button").first.wait_for()
        found += [f"{state}: {fault}" for fault in faults(page)]
        assert sideways(page) <= 0, state
    assert found == []
