"""The inference rules, against what was worked out by hand from the definitions for an invented landscape.

``expected/cells-*.csv`` hold one row a cell; ``why`` tells what a row is an example of.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from remit.content import rule_files
from remit.infer import Snapshot, infer
from remit.load import load
from remit.terms import PREFIXES, RDF_TYPE, REMIT, local_name

HERE = Path(__file__).parent
BASE = "https://example.org/bees/"
WHAT_IF = "2025-06-30 without bee-institute"
CASES: dict[str, tuple[str, str | None]] = {
    "2025-06-30": ("2025-06-30", None),
    "2023-03-20": ("2023-03-20", None),
    WHAT_IF: ("2025-06-30", BASE + "id/bee-institute"),
}
Row = dict[str, str]

# column of the expectation: the property whose values it lists
LISTS = {
    "flags": "flag",
    "holders": "coveredBy",
    "within": "coveredWithin",
    "doubtful": "doubtfullyCoveredBy",
    "general": "generallyCoveredBy",
    "announced": "announcedBy",
    "former": "formerlyBy",
    "demanded": "demandedBy",
    "asked": "askedBy",
    "assessed": "assessedBy",
    "absences": "absenceStatedBy",
}
COUNTS = {"holderCount": "holderCount", "connectedPairs": "connectedPairs"}
# how an organisation stands to a cell: the property that names the role behind it
BEHIND = {
    "coveredBy": "coveringRole",
    "doubtfullyCoveredBy": "doubtfulRole",
    "generallyCoveredBy": "generalRole",
    "announcedBy": "announcedRole",
    "formerlyBy": "formerRole",
}


def expected(name: str) -> list[Row]:
    with (HERE / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected_cells(case: str) -> dict[str, Row]:
    rows = expected("cells-" + case.replace(" ", "-"))
    return {f"{row['activity']}/{row['topic']}/{row['place']}": row for row in rows}


@cache
def snapshot(case: str) -> Snapshot:
    as_of, without = CASES[case]
    return infer(load(HERE / "fixture"), as_of, without=without)


def local(term: object) -> str:
    """The last part of a node's IRI."""
    assert isinstance(term, NamedNode)
    return local_name(term.value)


@cache
def values(case: str) -> dict[str, dict[str, set[str]]]:
    """Subject → property of the ontology (its local name) → values, for all that was derived."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in snapshot(case).derived:
        assert isinstance(triple.subject, NamedNode)
        value = triple.object
        assert not isinstance(value, Triple)
        name = "type" if triple.predicate == RDF_TYPE else triple.predicate.value.removeprefix(REMIT)
        found[triple.subject.value][name].add(value.value)
    return found


@cache
def cells(case: str) -> set[str]:
    return {subject for subject, found in values(case).items() if REMIT + "Cell" in found["type"]}


@pytest.mark.parametrize("case", CASES)
def test_exactly_these_cells_exist(case: str) -> None:
    assert cells(case) == {f"{BASE}cell/{name}" for name in expected_cells(case)}


@pytest.mark.parametrize(("case", "name"), [(case, name) for case in CASES for name in expected_cells(case)])
def test_cell(case: str, name: str) -> None:
    want = expected_cells(case)[name]
    found = values(case)[f"{BASE}cell/{name}"]
    got: Row = {key: " ".join(found[key]) for key in ("activity", "topic", "place")}
    assert got == {key: f"{BASE}{key}/{want[key]}" for key in got}
    got = {"status": " ".join(map(local_name, found["status"]))}
    got |= {column: " ".join(sorted(map(local_name, found[name]))) for column, name in LISTS.items()}
    got |= {column: " ".join(found[name]) or "0" for column, name in COUNTS.items()}
    assert got == {column: want[column] for column in got}, want["why"]


@pytest.mark.parametrize("case", CASES)
def test_who_stands_to_a_cell_does_so_by_a_role_in_it(case: str) -> None:
    stated = snapshot(case).stated.engine
    rows = stated.select(f"SELECT ?role ?holder WHERE {{ ?role <{REMIT}holder> ?holder }}").texts()
    holder = {row[0]: row[1] for row in rows}
    for cell in cells(case):
        found = values(case)[cell]
        for organisations, roles in BEHIND.items():
            assert {holder[role] for role in found[roles]} == found[organisations], (cell, roles)
        for role in found["generalRole"]:
            assert cell in values(case)[role]["inCellGenerally"] | values(case)[role]["inCell"]
        for roles in set(BEHIND.values()) - {"generalRole"}:
            assert all(cell in values(case)[role]["inCell"] for role in found[roles]), (cell, roles)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("row", expected("current"), ids=lambda row: row["thing"])
def test_current(case: str, row: Row) -> None:
    assert (REMIT + "Current" in values(case)[BASE + row["thing"]]["type"]) == (row[case] == "yes")


@pytest.mark.parametrize("case", CASES)
def test_nothing_else_is_current(case: str) -> None:
    current = {subject for subject, found in values(case).items() if REMIT + "Current" in found["type"]}
    assert current == {BASE + row["thing"] for row in expected("current") if row[case] == "yes"}


@pytest.mark.parametrize(
    ("case", "thing", "ends"),
    [
        ("2025-06-30", "role/young-keepers.train-keepers.forage.westland", True),  # on the last day that counts
        ("2025-06-30", "role/young-keepers.train-keepers.pesticides.westland", False),  # the day after
        ("2025-06-30", "role/southland-university.study-bees.new-keepers.southland", True),  # in that day's year
        ("2025-06-30", "role/westland-college.study-bees.new-keepers.westland", False),  # in the month after
        ("2025-06-30", "id/honey-foundation", True),
        ("2025-06-30", "id/old-apiary-board", True),  # has ended already
        ("2025-06-30", "relationship/nectar-station.part-of.bee-institute", True),
        ("2025-06-30", "resource/mite-pictures", False),  # no role, relationship or organisation
        ("2023-03-20", "relationship/honey-foundation.advises.northland-university", True),
        ("2023-03-20", "id/swarm-programme", False),  # three months too late
    ],
)
def test_what_ends_soon(case: str, thing: str, ends: bool) -> None:
    found = values(case).get(BASE + thing, {"type": set[str]()})
    assert (REMIT + "EndingSoon" in found["type"]) == ends


def test_a_decision_is_about_the_pair_that_its_finding_names() -> None:
    decided = {case: values(case)[f"{BASE}judgement/two-royal-societies"]["decidesDuplicateOf"] for case in CASES}
    pair = {BASE + "id/royal-bee-society", BASE + "id/royal-society-of-bees"}
    # it was taken in 2025
    assert decided == {"2025-06-30": pair, "2023-03-20": set(), WHAT_IF: pair}


@pytest.mark.parametrize("case", CASES)
def test_connected_organisations(case: str) -> None:
    pairs = {(row["one"], row["other"]) for row in expected("connected") if row[case] == "yes"}
    got = {
        (local_name(one), local_name(other)) for one, found in values(case).items() for other in found["connectedTo"]
    }
    assert got == pairs | {(other, one) for one, other in pairs}


@pytest.mark.parametrize("row", expected("evidence"), ids=lambda row: row["thing"])
def test_evidence_grade(row: Row) -> None:
    found = values("2025-06-30")[BASE + row["thing"]]["evidenceGrade"]
    assert found == {PREFIXES["grade"] + row["grade"]}, row["why"]


def test_nothing_else_is_graded() -> None:
    graded = {subject for subject, found in values("2025-06-30").items() if found["evidenceGrade"]}
    assert graded == {BASE + row["thing"] for row in expected("evidence")}


@pytest.mark.parametrize("case", CASES)
def test_current_relationships_yield_their_direct_property(case: str) -> None:
    """The property that the closed list names for a relation, between the two, and between no others."""
    direct = f"PREFIX remit: <{REMIT}> SELECT ?from ?property ?to ?relationship WHERE {{ \
        ?relationship remit:from ?from ; remit:to ?to ; remit:relation/remit:directProperty ?property }}"
    rows = snapshot(case).stated.engine.select(direct).texts()
    things = {BASE + row["thing"] for row in expected("current")}
    assert {row[3] for row in rows} == {thing for thing in things if thing.startswith(BASE + "relationship/")}
    current = {row["thing"] for row in expected("current") if row[case] == "yes"}
    properties = {row[1] for row in rows}
    derived = [triple for triple in snapshot(case).derived if triple.predicate.value in properties]
    got = {(local(t.subject), t.predicate.value, local(t.object)) for t in derived}
    assert got == {
        (local_name(row[0]), row[1], local_name(row[2])) for row in rows if row[3].removeprefix(BASE) in current
    }


def test_places_cover_themselves_and_what_is_narrower() -> None:
    nations = {"northland", "southland", "westland"}
    want = {place: {place} for place in nations | {"abroad"}} | {"threelands": {"threelands"} | nations}
    found = values("2025-06-30")
    got = {place: set(map(local_name, found[f"{BASE}place/{place}"]["covers"])) for place in want}
    assert got == want


@pytest.mark.parametrize("case", CASES)
def test_each_cell_has_one_status(case: str) -> None:
    status = {cell: values(case)[cell]["status"] for cell in cells(case)}
    assert not {cell: found for cell, found in status.items() if len(found) != 1}


@pytest.mark.parametrize(("scheme", "column"), [("status", "status"), ("flag", "flags"), ("grade", "grade")])
def test_the_expectations_have_an_example_of_every_concept(scheme: str, column: str) -> None:
    iri = PREFIXES[scheme].rstrip("/")
    concepts = f"PREFIX skos: <{PREFIXES['skos']}> SELECT DISTINCT ?c WHERE {{ ?c skos:inScheme <{iri}> }}"
    listed = {local_name(c) for (c,) in snapshot("2025-06-30").stated.engine.select(concepts).texts()}
    rows = expected("evidence") if scheme == "grade" else expected_cells("2025-06-30").values()
    assert listed
    assert listed == {word for row in rows for word in row[column].split()}


def graph_of(triples: list[Triple]) -> rdflib.Graph:
    """The triples in rdflib, their literals as written."""
    return rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")


@pytest.mark.parametrize("case", CASES)
def test_another_engine_derives_the_same(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files through rdflib, which shares no code with the engine that the program uses."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    graph = graph_of(list(snapshot(case).given))
    derived: set[tuple[rdflib.term.Node, ...]] = set()
    for rule in rule_files():
        new = set(graph.query(rule.read_text(encoding="utf-8")))
        assert all(isinstance(triple, tuple) for triple in new)
        for triple in new:
            graph.add(triple)  # type: ignore[arg-type]
        derived |= new  # type: ignore[arg-type]
    want = set(graph_of(snapshot(case).derived))
    assert want, "nothing was derived"
    missing, extra = want - derived, derived - want
    assert not missing, f"not by rdflib: {sorted(missing)[:5]}"
    assert not extra, f"only by rdflib: {sorted(extra)[:5]}"
