"""Questions as sentences with blanks, and free SPARQL, in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot
from tests.explorer.conftest import Opener

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def own(query: str) -> str:
    return f"#/questions?o-q=own&o-sparql={quote(query)}"


def run(page: Page) -> None:
    page.get_by_role("button", name="Run", exact=True).click()


def answered(page: Page) -> None:
    expect(page.locator("section [role=status]").first).to_have_text(re.compile("Answered in"))


def test_every_question_is_listed_as_a_sentence_and_can_be_searched(visit: Opener) -> None:
    seen = visit("#/questions")
    expect(seen.page.locator(".list li")).to_have_count(len(catalogue()))
    seen.page.get_by_label("Find a question").fill("no lead is recorded")
    expect(seen.page.locator(".list li")).to_have_count(1)
    expect(seen.page.locator(".list a")).to_contain_text("no lead recorded among those who do anything on any topic")
    assert "find=no+lead+is+recorded" in seen.page.url
    assert seen.faults() == [] and seen.quiet()


def test_a_blank_is_filled_by_keyboard_and_the_answer_is_the_command_lines(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/questions?o-q=coverage/who-does-what")
    place = seen.page.get_by_role("combobox", name="Place")
    expect(place).to_have_attribute("placeholder", "any place")
    place.focus()
    seen.page.keyboard.type("westl")
    seen.page.keyboard.press("ArrowUp")
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    expect(place).to_have_value("Westland")
    assert "o-place=place/westland" in seen.page.url
    expected = len(ask(snapshot.engine, catalogue()["coverage/who-does-what"], place="westland").rows)
    expect(seen.page.locator(".view-head p").first).to_contain_text(re.compile(rf"^{expected} rows", re.IGNORECASE))
    assert seen.faults() == [] and seen.quiet()


def test_an_address_brings_a_question_back_with_its_blanks(visit: Opener) -> None:
    seen = visit("#/questions?o-q=time/ending&o-until=2025&o-organisation=id/westland-college")
    expect(seen.page.get_by_label("Until", exact=True)).to_have_value("2025")
    expect(seen.page.get_by_role("combobox", name="Organisation", exact=True)).to_have_value("Westland College")
    expect(seen.page.locator("main table tbody tr")).to_have_count(1)
    seen.page.get_by_role("button", name="Empty organisation").click()
    expect(seen.page.locator("main table tbody tr")).to_have_count(5)


def test_a_date_that_is_none_is_told_at_the_blank(visit: Opener) -> None:
    seen = visit("#/questions?o-q=time/ending")
    until = seen.page.get_by_label("Until", exact=True)
    until.fill("next spring")
    until.press("Enter")
    expect(seen.page.locator(".wrong")).to_contain_text("A date is written 2027")
    assert until.get_attribute("aria-invalid") == "true"


def test_relations_are_drawn_and_counts_are_bars(visit: Opener) -> None:
    seen = visit("#/questions?o-q=profile/relationships&o-organisation=id/bee-institute")
    expect(seen.page.locator("figure svg circle").first).to_be_attached()
    expect(seen.page.locator("figure svg")).to_have_attribute("aria-label", re.compile("things, .* links"))
    seen.page.goto(seen.page.url.split("#")[0] + "#/questions?o-q=coverage/statuses")
    expect(seen.page.locator("figure svg rect").first).to_be_attached()
    assert seen.faults() == [] and seen.quiet()


@pytest.mark.parametrize("query", ["SELECT (COUNT(*) AS ?n) { ?cell a <https://w3id.org/remit/ontology#Cell> }"])
def test_free_sparql_answers_from_the_rules_of_the_snapshot(visit: Opener, snapshot: Snapshot, query: str) -> None:
    seen = visit(own(query))
    run(seen.page)
    answered(seen.page)
    expect(seen.page.locator("main table tbody td").first).to_have_text(snapshot.engine.select(query).texts()[0][0])
    assert seen.quiet()


def test_ctrl_enter_runs_and_tab_leaves_the_editor(visit: Opener) -> None:
    seen = visit(own("ASK { ?s ?p ?o }"))
    seen.page.get_by_role("textbox", name="SPARQL").focus()
    seen.page.keyboard.press("Control+Enter")
    answered(seen.page)
    expect(seen.page.locator(".answer")).to_contain_text("Yes: the landscape holds")
    seen.page.keyboard.press("Tab")
    expect(seen.page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    seen.page.keyboard.press("Shift+Tab")
    seen.page.keyboard.press("Escape")
    seen.page.keyboard.press("Tab")
    expect(seen.page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    assert seen.faults() == [] and seen.quiet()


def test_words_of_the_ontology_are_offered_and_their_prefix_is_declared(visit: Opener) -> None:
    seen = visit(own("SELECT * { ?s a "))
    editor = seen.page.get_by_role("textbox", name="SPARQL")
    editor.focus()
    seen.page.keyboard.press("Control+End")
    seen.page.keyboard.type("remit:Organ")
    expect(seen.page.locator(".cm-tooltip-autocomplete li[aria-selected]")).to_contain_text("remit:Organisation")
    seen.page.keyboard.press("Enter")
    expect(editor).to_contain_text("PREFIX remit: <https://w3id.org/remit/ontology#>")
    expect(editor).to_contain_text("?s a remit:Organisation")
    # a slash is a slash here, not the page's key for its search
    seen.page.keyboard.type(" ; a <x:/y>")
    expect(editor).to_contain_text("; a <x:/y>")
    seen.page.keyboard.press("Control+Enter")
    expect(seen.page.get_by_role("alert")).to_contain_text("The query ends too early.")
    assert seen.quiet()


def test_a_graph_is_told_as_triples_and_drawn(visit: Opener) -> None:
    remit = "https://w3id.org/remit/ontology#"
    seen = visit(own(f"CONSTRUCT {{ ?a <{remit}connectedTo> ?b }} WHERE {{ ?a <{remit}connectedTo> ?b }}"))
    run(seen.page)
    answered(seen.page)
    expect(seen.page.locator("figure svg circle").first).to_be_attached()
    expect(seen.page.locator(".answer")).to_contain_text("triples")
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="All as N-Triples").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert all(line.endswith(" .") for line in text.strip().split("\n"))
    assert seen.faults() == [] and seen.quiet()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * FROM <https://example.org/data> { ?s ?p ?o }", "FROM reads other data"),
        ("DELETE WHERE { ?s ?p ?o }", "This changes data"),
        ("SELECT * WHERE {\n  ?s ?p ?o .\n  FILTER ?x\n}", "Line 3, column 10"),
    ],
)
def test_what_does_not_run_is_told_in_a_sentence(visit: Opener, query: str, says: str) -> None:
    seen = visit(own(query))
    run(seen.page)
    expect(seen.page.get_by_role("alert")).to_contain_text(says)
    assert seen.quiet()


def test_words_in_literals_comments_and_addresses_run(visit: Opener) -> None:
    seen = visit(
        own('# SERVICE FROM\nSELECT ("SERVICE <x:y> FROM" AS ?text) (<https://example.org/FROM> AS ?from) { }')
    )
    run(seen.page)
    answered(seen.page)
    expect(seen.page.locator("main table tbody")).to_contain_text("SERVICE <x:y> FROM")


def test_a_runaway_query_is_stopped_and_the_page_goes_on(visit: Opener) -> None:
    seen = visit(own(RUNAWAY))
    run(seen.page)
    expect(seen.page.get_by_role("timer")).to_have_text(re.compile(r"Running for [1-9]"))
    # the views have an engine of their own: another date is worked out meanwhile
    seen.page.get_by_role("button", name="Stop", exact=True).click()
    expect(seen.page.locator("section [role=status]").first).to_contain_text("Stopped")
    seen.page.get_by_role("textbox", name="SPARQL").focus()
    seen.page.keyboard.press("Control+a")
    seen.page.keyboard.type("ASK { ?s ?p ?o ")
    seen.page.keyboard.press("Control+Enter")
    answered(seen.page)
    expect(seen.page.locator(".answer")).to_contain_text("Yes")
    assert seen.quiet()


def test_what_was_written_is_in_the_address_and_never_runs_by_itself(visit: Opener) -> None:
    seen = visit(own("ASK { <https://example.org/none> ?p ?o }"))
    expect(seen.page.get_by_role("textbox", name="SPARQL")).to_contain_text("https://example.org/none")
    expect(seen.page.locator(".answer")).to_have_count(0)
    run(seen.page)
    answered(seen.page)
    expect(seen.page.locator(".answer")).to_contain_text("No: the landscape does not hold")
    assert "o-sparql=ASK" in seen.page.url


def test_markup_in_names_values_and_variables_is_text(visit: Opener) -> None:
    poison = "<img src=x onerror=alert(1)>"
    seen = visit(
        own(f'CONSTRUCT {{ <x:a> <http://www.w3.org/2000/01/rdf-schema#label> "{poison}" ; <x:p> <x:b> }} WHERE {{ }}')
    )
    run(seen.page)
    answered(seen.page)
    expect(seen.page.locator("figure svg text", has_text="<img src=x").first).to_be_attached()
    expect(seen.page.locator("main table")).to_contain_text(poison)
    seen.page.goto(seen.page.url.split("#")[0] + f"#/questions?o-q={quote(poison)}&o-place={quote(poison)}")
    expect(seen.page.get_by_role("alert")).to_contain_text(poison)
    seen.page.goto(seen.page.url.split("#")[0] + f"#/questions?o-q=coverage/cells&o-place={quote(poison)}")
    expect(seen.page.get_by_role("alert")).to_contain_text("is not an IRI")
    assert seen.page.locator("img").count() == 0
    assert seen.quiet()


@pytest.mark.parametrize(
    "fragment", ["#/questions", "#/questions?o-q=coverage/cells&o-place=place/westland", "#/questions?o-q=own"]
)
@pytest.mark.parametrize("width", [320, 768])
def test_fits_narrow_windows_in_the_dark(visit: Opener, fragment: str, width: int) -> None:
    seen = visit(fragment, width=width, color_scheme="dark")
    seen.page.wait_for_timeout(500)
    assert seen.overflow() <= 0
    assert seen.faults() == [] and seen.quiet()


def test_all_columns_are_taken_out_as_json(visit: Opener, snapshot: Snapshot) -> None:
    seen = visit("#/questions?o-q=coverage/landscape")
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="JSON", exact=True).click()
    rows = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [list(row.values()) for row in rows] == [
        list(row) for row in snapshot.engine.select(catalogue()["coverage/landscape"].text).texts()
    ]
