"""The evidence cards: what is said, since when, how well it is known, by whom, and how to say that it is wrong."""

from __future__ import annotations

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot
from tests.explorer.conftest import Open


def test_a_cell_tells_question_status_holders_and_their_sources(snapshot: Snapshot, open_explorer: Open) -> None:
    cell = next(row for row in ask(snapshot.engine, catalogue()["gaps/single"]).dicts())
    explorer = open_explorer(f"#/matrix?card={cell['cell'].removeprefix(snapshot.landscape.base)}")
    assert explorer.page.locator("aside.card h2").inner_text() == cell["question"]
    assert "One recorded" in explorer.card
    assert cell["organisationLabel"] in explorer.card
    explorer.page.locator("aside.card details summary", has_text="source").first.click()
    assert explorer.page.locator("aside.card details[open] a[href^=http]").count() >= 1


def test_every_kind_of_thing_has_a_card_with_its_sources(snapshot: Snapshot, open_explorer: Open) -> None:
    base = snapshot.landscape.base
    explorer = open_explorer("#/start")
    for name, column, label in (
        ("profile/organisation", "organisation", "organisationLabel"),
        ("profile/roles", "role", "organisationLabel"),
        ("profile/relationships", "relationship", "otherLabel"),
        ("needs/overall", "need", "needLabel"),
        ("resources/list", "resource", "resourceLabel"),
    ):
        row = ask(snapshot.engine, catalogue()[name]).dicts()[0]
        explorer.go(f"#/start?card={row[column].removeprefix(base)}")
        explorer.page.locator("aside.card dl.facts").wait_for()
        assert row[label] in explorer.card, name
        assert "source" in explorer.card or "Uncited" in explorer.card, name
        assert "This is wrong" in explorer.card, name


def test_a_finding_tells_confidence_and_its_rule_and_its_query(snapshot: Snapshot, open_explorer: Open) -> None:
    from remit.analysis.findings import findings_of
    from remit.analysis.reading import Reading

    finding = next(each for each in findings_of(Reading(snapshot)) if each.kind == "single")
    explorer = open_explorer(f"#/start?card=finding/{finding.id}")
    assert finding.sentence in explorer.card
    assert finding.confidence.rule in explorer.card
    assert finding.id in explorer.card
    link = explorer.page.locator("aside.card dl a").first.get_attribute("href")
    assert link and link.startswith("#/questions?") and finding.query in link


def test_the_text_of_a_correction_says_what_is_meant(open_explorer: Open) -> None:
    explorer = open_explorer("#/start?card=id/royal-bee-society")
    explorer.page.locator("summary", has_text="This is wrong").click()
    text = explorer.page.locator("#wrong-text").input_value()
    assert "https://example.org/bees/id/royal-bee-society" in text
    assert "30 June 2025" in text
    mail = explorer.page.locator("aside.card a[href^='mailto:']").get_attribute("href")
    assert mail and "example.org%2Fbees%2Fid%2Froyal-bee-society" in mail


def test_another_day_shows_what_held_then(open_explorer: Open) -> None:
    explorer = open_explorer("#/start?card=id/royal-bee-society")
    now = explorer.card
    explorer.go("#/start?as-of=2023-03-20&card=id/royal-bee-society")
    assert "as it was recorded for 20 March 2023" in explorer.text
    assert explorer.card != now
    assert "20 March 2023" in explorer.card


def test_what_if_a_body_closed_lists_the_questions_answered_otherwise(snapshot: Snapshot, open_explorer: Open) -> None:
    explorer = open_explorer("#/start?card=id/royal-bee-society")
    explorer.page.get_by_role("link", name="What if it closed?").click()
    explorer.page.locator(".notice details summary").wait_for(timeout=20_000)
    explorer.page.locator(".notice details summary").click()
    questions = explorer.page.locator(".notice tbody th").all_inner_texts()
    alone = ask(
        snapshot.engine,
        catalogue()["profile/what-end-leaves-empty"],
        organisation=f"{snapshot.landscape.base}id/royal-bee-society",
    ).dicts()
    assert {row["question"] for row in alone} <= set(questions)
    explorer.page.get_by_role("link", name="Back to the landscape with it").click()
    explorer.page.locator(".notice").wait_for(state="detached")
