"""Two dates compared, against what was worked out by hand for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.analysis.compare import Comparison, compare
from remit.errors import RemitError
from remit.infer import Snapshot, infer
from remit.load import Stated, load
from remit.terms import local_name
from tests.analysis.shared import BASE, body, cells
from tests.conftest import TODAY

BASELINE = "2023-03-20"


@pytest.fixture(scope="module")
def compared(stated: Stated, snapshot: Snapshot) -> Comparison:
    return compare(infer(stated, BASELINE), snapshot)


def test_cells_whose_status_changed(compared: Comparison) -> None:
    """From what to what, for exactly those cells whose two hand-worked tables differ."""
    before, after = cells(BASELINE), cells(TODAY)
    want = {
        name: (before[name]["status"], row["status"])
        for name, row in after.items()
        if before[name]["status"] != row["status"]
    }
    got = {change.cell.iri.removeprefix(f"{BASE}cell/").replace("/", "."): change for change in compared.cells}
    assert {name: (change.before, change.after) for name, change in got.items()} == want
    assert compared.unchanged == len(after) - len(want)
    for name, change in got.items():
        had, has = (set(row["holders"].split()) - set(row["within"].split()) for row in (before[name], after[name]))
        assert set(map(local_name, change.gained)) == has - had
        assert set(map(local_name, change.lost)) == had - has


def test_a_change_in_words(compared: Comparison) -> None:
    told = {change.cell.iri.removeprefix(f"{BASE}cell/"): change.sentence for change in compared.cells}
    assert told["study-bees/hive-sensors/northland"] == (
        "From “no record yet” to “one recorded”. Now counted: Northland University (NU)."
    )
    assert told["study-bees/public-trust/southland"] == (
        "From “one recorded” to “recorded as ended”. No longer counted: Southland University (SU)."
    )
    assert told["supply-hives/mites/westland"] == "From “recorded as ended” to “looked for, none found”."


def test_what_began_and_what_ended(compared: Comparison) -> None:
    begun = {record.iri.removeprefix(BASE): record for record in compared.begun}
    assert {record.kind for record in begun.values()} == {"role", "relationship", "body"}
    # began in May 2023; what began in 2023, or in March 2023, may have begun before the 20th
    assert begun["role/swarm-programme.run-trials.forage.westland"].date == "2023-05"
    assert begun["id/veterinary-agency"].says == "Veterinary Agency (VA), regulator"
    assert begun["role/northland-university.supply-hives.viruses.northland"].planned
    assert sum(record.planned for record in begun.values()) == 2
    ended = {record.iri.removeprefix(BASE): record.date for record in compared.ended}
    assert ended == {
        "relationship/honey-foundation.advises.northland-university": "2023-12",
        "relationship/hive-data-trust.part-of.bee-institute": "2024",
        "role/swarm-programme.run-trials.forage.westland": "2024",
        "id/swarm-programme": "2024-06-30",
        "role/northland-university.supply-hives.nutrition.northland": "2025-05",
        "role/southland-university.study-bees.public-trust.southland": "2025-06-29",
    }


def test_a_change_before_the_baseline_is_not_told(compared: Comparison) -> None:
    assert compared.changes == ()
    assert "no merger, renaming or closure is recorded" in compared.sentence


EVENTS = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <https://example.org/bees/id/> .
@prefix change: <https://example.org/bees/change/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix source: <https://example.org/bees/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

change:merger a org:ChangeEvent ; skos:prefLabel "Two universities merge" ;
  org:originalOrganization id:northland-university , id:southland-university ;
  org:resultingOrganization id:westland-college ;
  dcterms:date "2024-01"^^xsd:gYearMonth ; dcterms:source source:gazette .
change:closure a org:ChangeEvent ; skos:prefLabel "The Swarm Programme closes" ;
  org:originalOrganization id:swarm-programme ; dcterms:date "2024-06-30"^^xsd:date .
change:same-month a org:ChangeEvent ; skos:prefLabel "Known only to the month" ;
  org:originalOrganization id:young-keepers ; dcterms:date "2023-03"^^xsd:gYearMonth .
change:later a org:ChangeEvent ; skos:prefLabel "Not yet" ;
  org:originalOrganization id:young-keepers ; dcterms:date "2025-07"^^xsd:gYearMonth .
change:undated a org:ChangeEvent ; skos:prefLabel "At some time" ; org:originalOrganization id:young-keepers .
"""


def test_mergers_renamings_and_closures_between_the_dates(copy: Path) -> None:
    (copy / "changes.ttl").write_text(EVENTS)
    stated = load(copy)
    changes = compare(infer(stated, BASELINE), infer(stated, TODAY)).changes
    assert [change.says for change in changes] == ["The Swarm Programme closes", "Two universities merge"]
    assert changes[0].after == ()
    assert set(changes[1].before) == {body("northland-university"), body("southland-university")}
    assert [source.title for source in changes[1].sources] == ["The year of the bee"]


def test_what_was_learned_needs_a_second_release(compared: Comparison) -> None:
    assert "comparing two releases" in compared.learned


@pytest.mark.parametrize("day", [TODAY, "2026-01-01"])
def test_the_baseline_lies_before(stated: Stated, snapshot: Snapshot, day: str) -> None:
    with pytest.raises(RemitError, match="is not before"):
        compare(infer(stated, day), snapshot)
