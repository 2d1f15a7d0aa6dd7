"""Each kind of finding on the hand-worked landscape: which there are, and which there are not."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from remit.analysis import KINDS, Finding, findings
from remit.analysis.kinds import STATUS_KINDS
from remit.catalogue import catalogue
from remit.engine import Solutions
from remit.errors import RemitError
from remit.infer import Snapshot, infer
from remit.load import load
from tests.analysis.shared import BASE, body, cells
from tests.conftest import TODAY

CELLS = cells("2025-06-30")


def ids(found: dict[str, Finding], kind: str) -> set[str]:
    """The ids of a kind without the kind itself."""
    return {name.removeprefix(f"{kind}.") for name, each in found.items() if each.kind == kind}


def test_every_kind_occurs_and_nothing_else(found: dict[str, Finding]) -> None:
    assert {each.kind for each in found.values()} == set(KINDS)
    assert {each.id.partition(".")[0] for each in found.values()} == set(KINDS)
    assert all(each.iri == f"{BASE}finding/{each.id}" for each in found.values())


def test_kinds_come_in_the_order_in_which_a_meeting_asks(snapshot: Snapshot) -> None:
    order = list(KINDS)
    places = [order.index(each.kind) for each in findings(snapshot)]
    assert places == sorted(places)
    assert order[:3] == ["recorded-yet-said-to-fall-short", "confirmed-gap", "single"]


@pytest.mark.parametrize("status", STATUS_KINDS)
def test_a_finding_for_each_cell_of_a_status(found: dict[str, Finding], status: str) -> None:
    want = {name for name, row in CELLS.items() if row["status"] == status}
    assert want
    assert ids(found, status) == want


def test_covered_cells_are_no_findings(found: dict[str, Finding]) -> None:
    assert any(row["status"] == "covered" for row in CELLS.values())
    assert "covered" not in KINDS


def test_recorded_yet_said_to_fall_short(found: dict[str, Finding]) -> None:
    want = {
        name for name, row in CELLS.items() if "said-to-fall-short" in row["flags"].split() and int(row["holderCount"])
    }
    assert ids(found, "recorded-yet-said-to-fall-short") == want
    assert len(want) == 5


# a need, then the same in each place that it asks about: for how many of its cells somebody is recorded
NEEDS = {
    "forage-meetings": "all",
    "forage-meetings.northland": "all",
    "forage-meetings.southland": "all",
    "forage-meetings.westland": "all",
    "mite-research": "all",
    "mite-research.northland": "all",
    "new-keepers-trained": "some",
    "new-keepers-trained.northland": "all",
    "new-keepers-trained.southland": "none",
    "new-keepers-trained.westland": "none",
    "pesticide-questions": "none",
    "pesticide-questions.southland": "none",
    "pesticide-questions.westland": "none",
    "shared-hive-data": "some",
    "shared-hive-data.northland": "none",
    "shared-hive-data.southland": "all",
    "trust-and-sensors": "some",
    "trust-and-sensors.southland": "some",
    "trust-and-sensors.westland": "none",
}


def test_needs_in_all_places_and_in_each(found: dict[str, Finding]) -> None:
    assert {name: found[f"need.{name}"].state for name in ids(found, "need")} == NEEDS


def test_a_groups_own_affair_is_no_finding(found: dict[str, Finding]) -> None:
    assert not any("own-office" in name for name in found)


def test_broken_pathways(found: dict[str, Finding]) -> None:
    """By hand for all places: topics with a current role in research, against those in the two other areas."""
    states = {name: found[f"broken-pathway.{name}"].state for name in ids(found, "broken-pathway")}
    assert {name: state for name, state in states.items() if "." not in name} == {
        "foulbrood": "regulation and implementation",
        "viruses": "regulation",
        "nutrition": "regulation and implementation",
        "forage": "regulation",
        "pesticides": "regulation and implementation",
        "hive-sensors": "implementation",
        "hive-data": "regulation",
        "new-keepers": "regulation and implementation",
        "public-trust": "regulation and implementation",
        "general": "regulation",
    }
    # mites have all three in Northland, so not in all places together; the other places have research alone
    assert {name for name in ids(found, "broken-pathway") if name.startswith("mites")} == {
        "mites.southland",
        "mites.westland",
    }


def test_place_differences(found: dict[str, Finding]) -> None:
    """By hand: the places without a holder, of each pair that has one somewhere."""
    held: dict[str, set[str]] = {}
    for name, row in CELLS.items():
        if int(row["holderCount"]):
            held.setdefault(name.rpartition(".")[0], set()).add(row["place"])
    places = {"northland", "southland", "westland"}
    want = {f"{pair}.{place}" for pair, there in held.items() for place in places - there}
    assert ids(found, "place-difference") == want
    assert found["place-difference.study-bees.mites.southland"].sentence == (
        "Recorded in Northland and Westland, not in Southland (nobody has asked, nothing is recorded)."
    )
    # no such cell exists: its question is that of another place
    assert found["place-difference.study-bees.mites.southland"].question == "Who studies bees on mites in Southland?"
    assert found["place-difference.study-bees.mites.southland"].cells[0].iri == ""


def test_cliff_edges(found: dict[str, Finding]) -> None:
    """Those that end soon, but for the one of which two other bodies go on."""
    ending = {name for name, row in CELLS.items() if "ends-soon" in row["flags"].split()}
    assert ids(found, "cliff-edge") == ending - {"fund-research.mites.northland"}
    assert len(ending) == 8


def test_two_leads(found: dict[str, Finding]) -> None:
    assert ids(found, "two-leads") == {
        "fund-research.mites.northland",
        "study-bees.mites.northland",
        "convene-keepers.general.northland",
    }


def test_overlaps_without_a_recorded_link(found: dict[str, Finding]) -> None:
    """By hand: pairs of holders of one cell, less those that connected.csv lists."""
    assert ids(found, "overlap") == {
        "apiary-council.honey-foundation",
        "honey-foundation.northland-university",
        "royal-bee-society.royal-society-of-bees",
        "bee-institute.hive-data-trust",
        "mite-genetics-unit.northland-university",
        "bee-institute.northland-university",
        "mite-laboratory.young-keepers",
        "hive-data-trust.pollen-laboratory",
        "hive-data-trust.young-keepers",
    }


def test_possible_duplicates(found: dict[str, Finding]) -> None:
    assert ids(found, "possible-duplicate") == {"royal-bee-society.royal-society-of-bees"}


def test_orphaned_roles(found: dict[str, Finding]) -> None:
    assert ids(found, "orphaned-role") == {"swarm-programme.run-trials.viruses.southland"}


def test_statements_on_old_or_undated_sources_only(found: dict[str, Finding]) -> None:
    assert ids(found, "stale") == {
        "role.bee-institute.study-bees.forage.northland",
        # one of its two sources is undated, the other old
        "role.apiary-council.fund-research.general.threelands",
        "role.honey-foundation.fund-research.general.southland",
        "role.honey-foundation.fund-research.mites.northland",
    }
    assert ids(found, "undated") == {
        "relationship.apiary-council.commissions.forage-partnership",
        "relationship.apiary-council.oversees.hive-standards-office",
        "relationship.apiary-council.succeeds.old-apiary-board",
        "role.royal-society-of-bees.convene-keepers.general.northland",
    }


def test_what_most_needs_ask_for_comes_first(snapshot: Snapshot) -> None:
    asked = [each.needs for each in findings(snapshot, kinds=["single"])]
    assert asked == sorted(asked, reverse=True) and asked[0] > asked[-1]


def test_only_the_kinds_that_are_wanted(snapshot: Snapshot) -> None:
    assert {each.kind for each in findings(snapshot, kinds=["lapsed", "need"])} == {"lapsed", "need"}
    with pytest.raises(RemitError, match="no kind of finding named “laps”") as raised:
        findings(snapshot, kinds=["laps"])
    assert "lapsed" in (raised.value.remedy or "")


def test_answers_that_are_known_are_not_asked_again(snapshot: Snapshot, found: dict[str, Finding]) -> None:
    results = {name: snapshot.engine.select(query.text) for name, query in catalogue().items()}
    assert findings(snapshot, results) == list(found.values())
    results["gaps/cliff-edges"] = Solutions(results["gaps/cliff-edges"].variables, [])
    assert not [each for each in findings(snapshot, results) if each.kind == "cliff-edge"]


def test_ids_stay_when_something_else_is_added(copy: Path, found: dict[str, Finding]) -> None:
    """A new body with a role in a cell of its own takes no finding away, and adds those that follow from it."""
    (copy / "more.ttl").write_text(
        """
        @prefix remit: <https://w3id.org/remit/ontology#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix b: <https://example.org/bees/id/> .
        b:new-body a remit:Organisation ; skos:prefLabel "New Body" ;
          org:classification <https://example.org/bees/kind/charity> ;
          remit:place <https://example.org/bees/place/northland> ;
          dcterms:source <https://example.org/bees/source/university-news> .
        <https://example.org/bees/role/new-body.supply-hives.public-trust.northland> a remit:Role ;
          remit:holder b:new-body ;
          remit:activity <https://example.org/bees/activity/supply-hives> ;
          remit:topic <https://example.org/bees/topic/public-trust> ;
          remit:place <https://example.org/bees/place/northland> ;
          remit:level <https://w3id.org/remit/level/lead> ; remit:standing <https://w3id.org/remit/standing/confirmed> ;
          remit:fieldSpecific true ; dcterms:source <https://example.org/bees/source/university-news> .
        """
    )
    now = {each.id: each for each in findings(infer(load(copy), TODAY))}
    assert found.keys() <= now.keys()
    # what was missing there is still so, but for the area that now has somebody
    assert found["broken-pathway.public-trust.northland"].state == "regulation and implementation"
    assert now["broken-pathway.public-trust.northland"].state == "regulation"
    assert now.keys() - found.keys() == {
        "single.supply-hives.public-trust.northland",
        "place-difference.supply-hives.public-trust.southland",
        "place-difference.supply-hives.public-trust.westland",
    }
    assert now["single.supply-hives.public-trust.northland"].organisations == (body("new-body"),)


def test_two_things_with_one_id_are_refused(copy: Path) -> None:
    text = (copy / "needs.ttl").read_text()
    block = text[text.index("need:mite-research a") :].split("\n\n")[0]
    other = block.replace("need:mite-research a", "<https://example.org/bees/old/mite-research> a")
    (copy / "more.ttl").write_text(text[: text.index("\n\n")] + "\n\n" + other)
    with pytest.raises(RemitError, match=r"Two findings have the id need\.mite-research"):
        findings(infer(load(copy), TODAY))


def test_the_collector_is_left_as_it_was(snapshot: Snapshot) -> None:
    assert gc.isenabled()
    findings(snapshot, kinds=["orphaned-role"])
    assert gc.isenabled()
    gc.disable()
    try:
        findings(snapshot, kinds=["orphaned-role"])
        assert not gc.isenabled()
    finally:
        gc.enable()
