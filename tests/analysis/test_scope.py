"""Findings of a part of the landscape."""

from __future__ import annotations

import pytest

from remit.analysis import Finding, Reading, scope_of
from remit.analysis.findings import findings_of
from remit.analysis.scope import Scope, nothing_found
from remit.errors import RemitError
from tests.analysis.shared import BASE, body


def within(reading: Reading, **names: str) -> dict[str, Finding]:
    return {each.id: each for each in findings_of(reading, scope=scope_of(reading, **names))}


def test_an_empty_scope_is_the_whole(reading: Reading, found: dict[str, Finding]) -> None:
    assert within(reading) == found
    assert scope_of(reading) == Scope()


def test_a_topic_includes_what_is_narrower(reading: Reading, found: dict[str, Finding]) -> None:
    got = within(reading, topic="bee-health")
    health = {"mites", "foulbrood", "viruses", "nutrition"}
    singles = {name for name in found if name.startswith("single.") and name.split(".")[2] in health}
    assert {name for name in got if name.startswith("single.")} == singles
    assert singles


def test_an_area_and_a_place(reading: Reading, found: dict[str, Finding]) -> None:
    got = within(reading, area="education", place="Westland")
    assert {name for name in got if name.startswith("single.")} == {
        name
        for name in found
        if name.startswith("single.")
        and name.split(".")[1] in ("train-keepers", "convene-keepers")
        and name.endswith("westland")
    }
    # a need lies where one of its cells does
    assert "need.new-keepers-trained" in got and "need.new-keepers-trained.westland" in got
    assert "need.new-keepers-trained.northland" not in got and "need.mite-research" not in got


def test_a_role_for_the_whole_country_lies_in_each_nation(reading: Reading) -> None:
    assert "stale.role.apiary-council.fund-research.general.threelands" in within(reading, place="westland")
    assert "stale.role.honey-foundation.fund-research.mites.northland" not in within(reading, place="westland")


def test_an_organisation(reading: Reading) -> None:
    got = within(reading, organisation="RBS")
    assert set(got) == {
        "two-leads.convene-keepers.general.northland",
        "overlap.royal-bee-society.royal-society-of-bees",
        "possible-duplicate.royal-bee-society.royal-society-of-bees",
        "place-difference.convene-keepers.general.southland",
        "place-difference.convene-keepers.general.westland",
    }
    assert all(body("royal-bee-society") in each.organisations for each in got.values())


def test_findings_about_bodies_alone_lie_in_no_place(reading: Reading) -> None:
    assert not {"broker", "possible-duplicate"} & {each.kind for each in within(reading, place="northland").values()}
    assert "broker.keepers-association" in within(reading, organisation="KA")


def test_names_that_mean_nothing(reading: Reading) -> None:
    with pytest.raises(RemitError, match="No topic is called “mitse”"):
        scope_of(reading, topic="mitse")
    with pytest.raises(RemitError, match="No organisation is called"):
        scope_of(reading, organisation="Nobody at all")


def test_an_empty_list_says_why(reading: Reading) -> None:
    scope = scope_of(reading, topic="new-keepers", place="westland")
    assert scope.says == "the topic “New keepers” and the place “Westland”"
    # train-keepers and study-bees are asked there
    assert nothing_found(scope, reading, ["crowded"]) == (
        "No finding of kind crowded for the topic “New keepers” and the place “Westland”; two questions lie there."
    )
    nowhere = scope_of(reading, topic="new-keepers", area="license-products")
    assert nothing_found(nowhere, reading, []) == (
        "Nothing was found for the activity “License products” and the topic “New keepers”: nobody has "
        "asked anything there, and nothing is recorded."
    )
    assert nothing_found(Scope(), reading, ["orphaned-role"]).startswith(
        "No finding of kind orphaned-role for the whole"
    )
    assert scope.places == frozenset({f"{BASE}place/westland"})
