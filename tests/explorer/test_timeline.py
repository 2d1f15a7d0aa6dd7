"""The timeline of the explorer: bars, the date as a slider, and what ends, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot, infer
from remit.load import Stated
from tests.draw.conftest import SCRIPT
from tests.explorer.conftest import Opener


@pytest.mark.parametrize("fragment", ["#/timeline", "#/timeline?o-by=activity&o-order=name", "#/timeline?o-as=table"])
@pytest.mark.parametrize("width", [320, 1280])
def test_fits_and_has_no_fault(visit: Opener, fragment: str, width: int) -> None:
    seen = visit(fragment, width=width, color_scheme="dark" if width == 320 else "light")
    expect(seen.page.locator(".chart li, main tbody tr").first).to_be_attached()
    expect(seen.page.locator("#in-figures")).to_be_attached()
    assert seen.overflow() <= 0
    assert seen.faults() == [] and seen.quiet()


def test_every_dated_role_has_a_bar_and_the_others_are_counted(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/timeline")
    answer = ask(snapshot.engine, catalogue()["time/timeline"])
    starts, ends = answer.variables.index("startDate"), answer.variables.index("endDate")
    dated = sum(1 for row in answer.texts() if row[starts] or row[ends])
    expect(seen.page.locator(".chart .bar")).to_have_count(dated)
    undated = len(answer.rows) - dated
    if undated:
        expect(seen.page.locator("main")).to_contain_text(re.compile(r"no date and ha(s|ve) no bar"))


def test_the_slider_says_the_date_at_once_and_asks_when_it_rests(visit: Opener, stated: Stated) -> None:
    seen = visit("#/timeline")
    seen.page.locator(".chart li").first.wait_for()
    slider = seen.page.get_by_role("slider")
    slider.focus()
    for _ in range(3):
        seen.page.keyboard.press("ArrowLeft")
    expect(seen.page.locator(".slider output")).to_have_text("1 March 2025")
    assert slider.get_attribute("aria-valuetext") == "1 March 2025"
    expect(seen.page.locator(".view-head p").first).to_contain_text("on 1 March 2025")
    expect(seen.page.locator("[aria-busy=false] .chart")).to_be_attached(timeout=5_000)
    assert "as-of=2025-03-01" in seen.page.url
    then = infer(stated, "2025-03-01")
    answer = ask(then.engine, catalogue()["time/timeline"])
    holding = sum(1 for row in answer.texts() if row[answer.variables.index("current")] == "true")
    expect(seen.page.locator(".view-head p").first).to_contain_text(
        f"{holding} of {len(answer.rows)} recorded roles hold"
    )
    assert seen.quiet()


def test_what_ends_before_a_date(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/timeline")
    seen.page.get_by_label("Only what ends by").fill("2025-12-31")
    seen.page.get_by_label("Only what ends by").press("Enter")
    answer = ask(snapshot.engine, catalogue()["time/ending"], until="2025-12-31")
    roles = [row for row in answer.texts() if row[1] == "role"]
    expect(seen.page.locator(".chart .bar")).to_have_count(len(roles))
    expect(seen.page.locator("summary", has_text="Ends by 31 December 2025")).to_contain_text("Five records")
    assert len(answer.rows) == 5
    assert "o-ends=2025-12-31" in seen.page.url


def test_what_has_begun_and_ended_since_the_baseline(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/timeline")
    for name, label in (("time/begun", "Begun since"), ("time/ended", "Ended since")):
        rows = len(ask(snapshot.engine, catalogue()[name]).rows)
        summary = seen.page.locator("summary", has_text=label)
        expect(summary).to_contain_text(re.compile(rf"({rows}|\w+) records?"))
        summary.focus()
        seen.page.keyboard.press("Enter")
        expect(seen.page.locator("details", has=summary).locator("tbody tr")).to_have_count(rows)
    assert seen.faults() == []


def test_markup_in_names_is_text(visit: Opener, poisoned_page: Path) -> None:
    seen = visit("#/timeline", path=poisoned_page)
    expect(seen.page.locator(".chart").get_by_text(SCRIPT).first).to_be_attached()
    assert seen.page.locator("main img, main script").count() == 0
    seen.page.locator(".outputs summary").click()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="Picture (SVG)").click()
    picture = Path(download.value.path()).read_text(encoding="utf-8")
    assert "<script" not in picture and "&lt;/script&gt;" in picture
    assert seen.quiet()
