"""``missing`` ranks what is worth finding out; ``searched`` keeps that somebody looked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.dates import today
from remit.turtle import format_text
from tests.conftest import FIXTURE, TODAY, Run

HERE = ("--landscape", str(FIXTURE), "--as-of", TODAY)
SEARCH = ("train-keepers", "mites", "westland", "--in", "The register of\n courses", "--date", "2025-06")


def test_what_most_needs_wait_for_comes_first(remit: Run) -> None:
    output = remit("missing", *HERE).output
    first = output.split("\n")[:2]
    assert first == [
        "1. Forage Partnership: Convene keepers · Forage · Threelands",
        "   one publisher; settles two cells that one need asks for",
    ]
    assert "2. Who licenses products on pesticides in Southland?\n   no record yet; settles one cell" in output
    assert "--all lists them" in output


def test_all_lists_everything_in_the_order_of_the_question(remit: Run) -> None:
    rows = json.loads(remit("missing", *HERE, "--format", "json").output)["results"]["bindings"]
    ranks = [(-int(row["needs"]["value"]), -int(row["cells"]["value"])) for row in rows]
    assert ranks == sorted(ranks) and len(rows) > 100
    told = remit("missing", *HERE, "--all").output
    assert f"\n{len({row['item']['value'] for row in rows})}. " in told and "--all" not in told


@pytest.mark.parametrize(
    ("about", "seen", "unseen"),
    [
        ("Bee Institute of Threelands", "Bee Institute of Threelands: Study bees", "Westland College"),
        ("pesticides", "Who licenses products on pesticides in Southland?", "Mites"),
        ("westland", "Westland College", "in Southland?"),
    ],
)
def test_one_organisation_topic_or_place(remit: Run, about: str, seen: str, unseen: str) -> None:
    output = remit("missing", about, *HERE, "--all").output
    assert seen in output and unseen not in output


def test_a_name_that_nothing_bears(remit: Run) -> None:
    done = remit("missing", "pesticide", *HERE)
    assert done.exit_code == 1
    assert "No organisation, topic or place is called “pesticide”." in done.output and "esticides" in done.output


def test_a_search_is_written_as_canonical_turtle_and_answers_the_cell(remit: Run, copy: Path) -> None:
    done = remit("searched", *SEARCH, "--note", "Two pages read.", "--landscape", str(copy))
    assert done.exit_code == 0, done.output
    file = copy / "assessments" / "searched.ttl"
    text = file.read_text(encoding="utf-8")
    assert format_text(text, "searched.ttl") == text
    assert 'remit:searchedIn "The register of courses" ;' in text and 'skos:note "Two pages read." ;' in text
    assert f'remit:recorded "{today()}"^^xsd:date .' in text
    assert "Looked for, none found" in remit("cell", *SEARCH[:3], "--landscape", str(copy)).output
    assert "no errors" in remit("check", "--landscape", str(copy)).output


def test_a_second_search_stands_beside_the_first(remit: Run, copy: Path) -> None:
    remit("searched", *SEARCH, "--landscape", str(copy))
    again = remit("searched", "study-bees", "pesticides", *SEARCH[2:], "--landscape", str(copy))
    assert again.exit_code == 0, again.output
    text = (copy / "assessments" / "searched.ttl").read_text(encoding="utf-8")
    assert text.count("a remit:Assessment") == 2 and format_text(text, "searched.ttl") == text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"--in": "  "}, "It is not said where was searched."),
        ({"--date": "June"}, "“June” is not a date."),
        ({"--date": "2999"}, "2999 is still to come."),
        ({"mites": "mitez"}, "No topic is called “mitez”."),
    ],
)
def test_nothing_is_written_when_something_is_wrong(remit: Run, copy: Path, changed: dict[str, str], says: str) -> None:
    arguments = list(SEARCH)
    for key, value in changed.items():
        at = arguments.index(key)
        arguments[at + 1 if key.startswith("--") else at] = value
    done = remit("searched", *arguments, "--landscape", str(copy))
    assert done.exit_code == 1 and says in done.output
    assert not (copy / "assessments").exists()


def test_the_same_search_is_not_written_twice(remit: Run, copy: Path) -> None:
    remit("searched", *SEARCH, "--landscape", str(copy))
    before = (copy / "assessments" / "searched.ttl").read_text(encoding="utf-8")
    again = remit("searched", *SEARCH, "--landscape", str(copy))
    assert again.exit_code == 1 and "is recorded already" in again.output and "searched.ttl, line" in again.output
    assert (copy / "assessments" / "searched.ttl").read_text(encoding="utf-8") == before
