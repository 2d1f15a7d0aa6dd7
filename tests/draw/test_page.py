"""The page in a real browser, opened from a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from remit.draw import draw_page, drawing
from remit.infer import Snapshot
from tests.draw.conftest import ENTITY, IMAGE, ODD_ID, SCRIPT, Opened, Opener


@pytest.fixture(scope="module")
def page(snapshot: Snapshot) -> str:
    return draw_page(snapshot, link=lambda iri: f"organisations/{iri.rsplit('/', 1)[1]}.html")


def names_on(opened: Opened) -> set[str]:
    """What is written on the canvas now."""
    opened.page.evaluate("window.painted = []; remit.network.redraw()")
    opened.page.wait_for_timeout(100)
    return set(opened.page.evaluate("window.painted"))


def test_it_opens_and_asks_for_nothing(page: str, visit: Opener) -> None:
    opened = visit(page)
    assert opened.requests == []
    assert opened.complaints == []
    # names: the well connected at once
    painted = set(opened.page.evaluate("window.painted"))
    assert {"KA", "AC", "BIT", "No link recorded"} <= painted


def test_the_pointer_shows_roles_with_their_sources(page: str, visit: Opener) -> None:
    opened = visit(page)
    opened.point_at("bee-institute")
    tip = opened.page.locator("#tip")
    expect(tip).to_contain_text("Bee Institute of Threelands (BIT)")
    expect(tip).to_contain_text("4 current roles recorded")
    expect(tip).to_contain_text("Study bees: Mites, Northland")
    expect(tip).to_contain_text("lead · since 1990 · two sources: Bee Institute")
    box, stage = tip.bounding_box(), opened.page.locator(".stage").bounding_box()
    assert box and stage
    assert box["x"] >= stage["x"] and box["x"] + box["width"] <= stage["x"] + stage["width"]
    opened.page.mouse.move(stage["x"] + 4, stage["y"] + stage["height"] - 4)
    expect(tip).to_be_hidden()


def test_a_line_tells_its_relationship(page: str, visit: Opener) -> None:
    opened = visit(page)
    one, other = opened.spot("apiary-council"), opened.spot("hive-standards-office")
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    opened.page.mouse.move(middle[0] - 30, middle[1] - 30)
    opened.page.mouse.move(*middle, steps=4)
    tip = opened.page.locator("#tip")
    expect(tip).to_contain_text("Apiary Council (AC) oversees Hive Standards Office (HSO)")
    expect(tip).to_contain_text("since 2019 · one source: Apiary Council")


def test_a_click_shows_all_that_is_known(page: str, visit: Opener) -> None:
    opened = visit(page)
    opened.page.mouse.click(*opened.spot("keepers-association"))
    details = opened.page.locator("#details")
    expect(details.locator("h2")).to_have_text("Keepers' Association (KA)")
    expect(details).to_contain_text("Linked to (5)")
    expect(details).to_contain_text("has member Young Keepers (YK)")
    assert details.get_by_text("Its page").get_attribute("href") == "organisations/keepers-association.html"
    # the list is in step
    expect(opened.page.locator("#list [aria-current]")).to_have_text("Keepers' Association (KA)")
    # from body to body
    details.get_by_role("button", name="Forage Partnership").click()
    expect(details.locator("h2")).to_have_text("Forage Partnership")
    details.get_by_role("button", name="Let go").click()
    expect(details).to_be_hidden()
    assert opened.complaints == []


def test_all_of_it_by_keyboard(page: str, visit: Opener) -> None:
    opened = visit(page)
    keyboard = opened.page.keyboard
    opened.page.locator("#find").focus()
    keyboard.type("labor")
    expect(opened.page.locator("#count")).to_have_text("2 organisations")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(opened.page.locator("#list button:focus")).to_have_text("Pollen Laboratory")
    keyboard.press("Enter")
    expect(opened.page.locator("#details h2")).to_have_text("Pollen Laboratory")
    expect(opened.page.locator("#details")).to_be_focused()
    keyboard.press("Escape")
    expect(opened.page.locator("#details")).to_be_hidden()
    # one stop for the whole list
    assert opened.page.locator("#list button[tabindex='0']").count() == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("council for", "Apiary Council (AC)"),
        ("HDT", "Hive Data Trust (HDT)"),
        ("trust westland", "Westland Bee Trust"),
    ],
)
def test_found_by_other_names_and_any_words(page: str, visit: Opener, typed: str, found: str) -> None:
    opened = visit(page)
    opened.page.locator("#find").fill(typed)
    expect(opened.page.locator("#list li:visible")).to_have_text([found])


def test_an_area_of_the_legend(page: str, visit: Opener) -> None:
    opened = visit(page)
    regulation = opened.page.get_by_role("button", name="Regulation 2")
    regulation.click()
    expect(regulation).to_have_attribute("aria-pressed", "true")
    assert names_on(opened) == {"HSO", "VA"}
    regulation.click()
    assert names_on(opened) > {"HSO", "AC"}


def test_an_address_may_name_a_body(page: str, visit: Opener) -> None:
    opened = visit(page, fragment="#hive-data-trust")
    expect(opened.page.locator("#details h2")).to_have_text("Hive Data Trust (HDT)")
    assert visit(page, fragment="#%E0%A4%A").complaints == []


def test_more_names_on_approach_and_none_upon_another(page: str, visit: Opener) -> None:
    opened = visit(page, width=420)
    far = names_on(opened)
    for _ in range(4):
        opened.page.locator("#nearer").click()
        opened.page.wait_for_timeout(400)
    assert len(names_on(opened)) > len(far)
    # all of them asked for in a small picture: those without room are left out
    opened.page.evaluate("remit.network.moveTo({ scale: 0.3 }); remit.hold(new Set(remit.about.keys()))")
    assert 3 < len(names_on(opened)) < 23
    overlaps = opened.page.evaluate(
        """() => remit.names().flatMap((a, i, all) => all.slice(i + 1).filter((b) =>
             a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]))"""
    )
    assert overlaps == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes(page: str, visit: Opener, scheme: str) -> None:
    opened = visit(page, color_scheme=scheme)
    ground = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 23, 32)"}[scheme]
    used = opened.page.evaluate("remit.colours()")
    assert used["ground"] == ground
    assert used["area-1"] == {"light": "rgb(31, 90, 138)", "dark": "rgb(125, 180, 230)"}[scheme]


def test_nothing_reaches_over_the_edge_of_a_phone(page: str, visit: Opener) -> None:
    opened = visit(page, width=360)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 360


def test_forces_may_run_in_the_browser(snapshot: Snapshot, visit: Opener) -> None:
    opened = visit(draw_page(snapshot, physics=True))
    before = opened.page.evaluate("remit.network.getPosition('bee-institute')")
    opened.page.wait_for_timeout(500)
    assert opened.page.evaluate("remit.network.getPosition('bee-institute')") != before
    assert opened.complaints == []


def test_hostile_names_are_only_text(poisoned: Snapshot, visit: Opener) -> None:
    opened = visit(draw_page(poisoned, link=lambda iri: f"organisations/{iri.rsplit('/', 1)[1]}.html"))
    names = opened.page.locator("#list button").all_inner_texts()
    assert SCRIPT in names
    assert f"{IMAGE} ({IMAGE})" not in names and IMAGE in names
    opened.point_at("bee-institute")
    tip = opened.page.locator("#tip")
    assert tip.locator("strong").inner_text() == SCRIPT
    expect(tip).to_contain_text(IMAGE)
    opened.page.mouse.click(*opened.spot("apiary-council"))
    details = opened.page.locator("#details")
    expect(details.locator("h2")).to_have_text(IMAGE)
    expect(details).to_contain_text(IMAGE)
    assert details.locator("img").count() + tip.locator("img").count() == 0
    opened.page.locator("#find").fill("bold")
    assert set(opened.page.locator("#list li:visible").all_text_contents()) == {IMAGE, f"{ENTITY} (KA)"}
    opened.page.evaluate("(id) => remit.look(remit.around(id))", ODD_ID)
    assert any(SCRIPT[:10] in text for text in opened.page.evaluate("window.painted"))
    opened.page.wait_for_timeout(300)
    assert (opened.dialogs, opened.requests, opened.complaints) == ([], [], [])
    assert opened.page.evaluate("document.images.length") == 0


def test_the_policy_holds(page: str, visit: Opener) -> None:
    """If a text did break out, it could not run, load or send anything."""
    opened = visit(page)
    opened.page.evaluate(
        """() => {
          document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" }));
          document.body.append(Object.assign(document.createElement("img"), { src: "https://example.org/x.png" }));
          document.body.insertAdjacentHTML("beforeend", "<b id=b onclick='window.ran = 2' style='color: red'>b</b>");
          document.getElementById("b").click();
        }"""
    )
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.ran") is None
    assert len([text for text in opened.complaints if "Content Security Policy" in text]) >= 3


def test_in_a_notebook(poisoned: Snapshot, visit: Opener) -> None:
    shown = drawing(poisoned, SCRIPT)
    # the canvas only tells the visitor that the page is there
    painted = "<script>document.querySelector('canvas').getContext('2d').fillText('.', 0, 0)</script>"
    cell = f"<!doctype html><canvas></canvas>{painted}{shown._repr_html_()}"
    opened = visit(cell)
    frame = opened.page.frame_locator("iframe")
    expect(frame.locator("#details h2")).to_have_text(SCRIPT)
    frame.locator("#find").fill("labor")
    expect(frame.locator("#list li:visible")).to_have_count(2)
    assert (opened.dialogs, opened.complaints) == ([], [])
    assert all(url.startswith("about:") for url in opened.requests)
