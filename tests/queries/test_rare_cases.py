"""Cases that the hand-worked landscape has no example of: successors of a body whose role is over, bodies linked to
whoever raised a need, pairs that share several cells, records that look alike, a need that asks for no cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import Snapshot, infer
from remit.load import load
from tests.conftest import TODAY
from tests.queries.test_queries import Row, rows_of

MORE = """
@prefix activity: <https://example.org/bees/activity/> .
@prefix change: <https://example.org/bees/change/> .
@prefix concern: <https://w3id.org/remit/concern/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix id: <https://example.org/bees/id/> .
@prefix judgement: <https://example.org/bees/judgement/> .
@prefix level: <https://w3id.org/remit/level/> .
@prefix need: <https://example.org/bees/need/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix place: <https://example.org/bees/place/> .
@prefix remit: <https://w3id.org/remit/ontology#> .
@prefix role: <https://example.org/bees/role/> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix source: <https://example.org/bees/source/> .
@prefix standing: <https://w3id.org/remit/standing/> .
@prefix topic: <https://example.org/bees/topic/> .
@prefix verdict: <https://w3id.org/remit/verdict/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

role:old-board a remit:Role ; remit:holder id:old-apiary-board ; remit:activity activity:set-standards ;
  remit:topic topic:forage ; remit:place place:westland ; remit:level level:lead ; remit:standing standing:confirmed ;
  schema:startDate "2001"^^xsd:gYear ; schema:endDate "2018"^^xsd:gYear ; dcterms:source source:gazette .
# never said to have ended, though its holder has
role:orphan a remit:Role ; remit:holder id:old-apiary-board ; remit:activity activity:set-standards ;
  remit:topic topic:mites ; remit:place place:westland ; remit:level level:lead ; remit:standing standing:confirmed ;
  dcterms:source source:gazette .
# a neighbouring activity on the topic of a cell that a need asks for, by a member of the body that raised the need
role:meetings a remit:Role ; remit:holder id:young-keepers ; remit:activity activity:convene-keepers ;
  remit:topic topic:new-keepers ; remit:place place:westland ; remit:level level:lead ;
  remit:standing standing:confirmed ; remit:fieldSpecific true ; dcterms:source source:gazette .

# a second cell that the trust shares with the same body
role:second-shared-cell a remit:Role ; remit:holder id:hive-data-trust ; remit:activity activity:train-keepers ;
  remit:topic topic:mites ; remit:place place:southland ; remit:level level:lead ; remit:standing standing:confirmed ;
  remit:fieldSpecific true ; dcterms:source source:gazette .

judgement:known-already a remit:Judgement ; remit:verdict verdict:accepted ; remit:decidedBy id:keepers-association ;
  remit:judges <https://example.org/bees/finding/overlap.hive-data-trust.pollen-laboratory> ;
  dcterms:date "2025-06-30"^^xsd:date .
judgement:not-yet a remit:Judgement ; remit:verdict verdict:complementary ; remit:decidedBy id:keepers-association ;
  remit:judges <https://example.org/bees/finding/overlap.bee-institute.hive-data-trust> ;
  dcterms:date "2025-07-01"^^xsd:date .

id:same-name a remit:Organisation ; skos:prefLabel "The MITE-Laboratory" ; remit:place place:southland .
id:same-other-name a remit:Organisation ; skos:prefLabel "Councils" ; skos:altLabel "the council for apiaries" ;
  remit:place place:abroad .
id:same-short-form a remit:Organisation ; skos:prefLabel "Nectar Union" ; remit:abbreviation "nu" ;
  remit:place place:threelands .
id:same-short-form-elsewhere a remit:Organisation ; skos:prefLabel "Apiarists Abroad" ; remit:abbreviation "AC" ;
  remit:place place:abroad .
id:same-page a remit:Organisation ; skos:prefLabel "Institute of Bees" ;
  foaf:homepage <http://www.example.org/Institute/> .
id:same-identifier a remit:Organisation ; skos:prefLabel "Beehouse" ; skos:exactMatch <https://example.org/ids/0042> .

id:split a remit:Organisation ; skos:prefLabel "Split Board" ; schema:endDate "2020"^^xsd:gYear .
change:split a org:ChangeEvent ; skos:prefLabel "The Split Board is divided" ; dcterms:date "2020"^^xsd:gYear ;
  org:originalOrganization id:split ; org:resultingOrganization id:young-keepers , id:swarm-programme .
change:later a org:ChangeEvent ; skos:prefLabel "Still to come" ; dcterms:date "2025-08"^^xsd:gYearMonth ;
  org:originalOrganization id:young-keepers .

need:vague a remit:Need ; skos:prefLabel "All should be well" ; remit:concerns concern:landscape ;
  remit:raisedBy id:young-keepers .
"""


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("more")
    for file in (Path(__file__).parents[1] / "fixture").glob("*.ttl"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "more.ttl").write_text(MORE, encoding="utf-8")
    return infer(load(folder), TODAY)


def rows(snapshot: Snapshot, name: str, columns: str, **filled: str) -> list[Row]:
    return rows_of(ask(snapshot.engine, catalogue()[name], **filled), tuple(columns.split()))


@pytest.mark.parametrize("name", ["gaps/lapsed", "gaps/something-ended"])
def test_a_role_that_is_over_names_the_successor_of_its_body(more: Snapshot, name: str) -> None:
    found = rows(more, name, "cell role endDate successorLabel", topic="forage", activity="regulation")
    assert found == [("set-standards/forage/westland", "old-board", "2018", "Apiary Council")]


def test_an_orphaned_role_names_the_successor(more: Snapshot) -> None:
    found = rows(more, "time/orphaned-roles", "role ended successor", organisation="old-apiary-board")
    assert found == [("orphan", "2018-12-31", "apiary-council")]


def test_a_link_to_the_body_that_raised_the_need_is_a_reason(more: Snapshot) -> None:
    columns = "cell organisation reasons sameActivity sameTopic linked"
    found = rows(more, "gaps/candidates", columns, topic="new-keepers")
    # the association that raised the need is linked to the Young Keepers; Westland alone has a meeting on the topic
    assert found == [("train-keepers/new-keepers/westland", "young-keepers", "2", "0", "1", "true")]


def test_pairs_with_more_shared_cells_come_first(more: Snapshot) -> None:
    columns = "organisation other sharedCells cells otherCells jaccardPercent decided"
    # what was decided by the date stands last; a later decision is none yet
    assert rows(more, "overlaps/without-link", columns, organisation="hive-data-trust") == [
        ("hive-data-trust", "young-keepers", "2", "6", "8", "17", ""),
        ("bee-institute", "hive-data-trust", "1", "5", "6", "10", ""),
        ("hive-data-trust", "pollen-laboratory", "1", "6", "3", "13", "accepted"),
    ]


def test_records_that_look_alike(more: Snapshot) -> None:
    columns = "organisation other reason shared linked"
    assert rows(more, "overlaps/possible-duplicates", columns) == [
        ("apiary-council", "same-other-name", "name", "council for apiaries", "false"),
        ("bee-institute", "same-identifier", "identifier", "https://example.org/ids/0042", "false"),
        ("bee-institute", "same-page", "homepage", "example.org/institute", "false"),
        ("mite-laboratory", "same-name", "name", "mite laboratory", "false"),
        ("northland-university", "same-short-form", "abbreviation", "nu", "false"),
        ("royal-bee-society", "royal-society-of-bees", "homepage", "example.org/royal", "false"),
    ]


def test_successors_of_a_body_that_was_divided(more: Snapshot) -> None:
    found = rows(more, "time/superseded", "ended successor successorCurrent", organisation="split")
    assert found == [("2020", "swarm-programme", "false"), ("2020", "young-keepers", "true")]


def test_a_change_to_come_is_not_known_yet(more: Snapshot) -> None:
    found = rows(more, "time/changes", "event organisation successor source", organisation="young-keepers")
    assert found == [("split", "split", "swarm-programme", ""), ("split", "split", "young-keepers", "")]


def test_a_need_that_asks_for_no_cell_is_said_so(more: Snapshot) -> None:
    found = rows(more, "needs/overall", "need kind cells recorded recordedFor", need="vague")
    assert found == [("vague", "", "0", "0", "no cells")]
    found = rows(more, "needs/asked-by", "organisation needs groupAffairs cells recorded")
    assert ("young-keepers", "1", "0", "0", "0") in found
