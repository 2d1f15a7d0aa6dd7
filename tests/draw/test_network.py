"""The networks of the hand-worked landscape, with measures worked out by hand."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from remit.infer import Snapshot, infer
from remit.load import Stated
from remit.network import Measures, for_graphml, measures, relationship_graph, role_graph

ID = "https://example.org/bees/id/"
CELL = "https://example.org/bees/cell/"


@pytest.fixture(scope="module")
def graph(snapshot: Snapshot) -> nx.MultiDiGraph[str]:
    return relationship_graph(snapshot)


def test_every_organisation_is_a_node(graph: nx.MultiDiGraph[str]) -> None:
    assert len(graph) == 24
    assert list(graph) == sorted(graph)
    assert graph.nodes[ID + "apiary-council"] == {
        "label": "Apiary Council",
        "abbreviation": "AC",
        "otherNames": ["Council for Apiaries"],
        "kind": "Funder",
        "area": "Research",
        "areas": ["Research"],
        "basis": "Named in the caption of the poster",
        "caption": True,
        "start": "2019",
        "end": None,
        "current": True,
    }
    assert graph.graph == {
        "title": "Bee research in Threelands",
        "asOf": "2025-06-30",
        "areas": ["Research", "Education", "Regulation", "Implementation"],
    }


def test_the_main_area_comes_first(graph: nx.MultiDiGraph[str]) -> None:
    # six roles in education, one in research, though research is the first in the list of areas
    assert graph.nodes[ID + "young-keepers"]["areas"] == ["Education", "Research"]


def test_who_has_ended_is_there_and_says_so(graph: nx.MultiDiGraph[str]) -> None:
    board = graph.nodes[ID + "old-apiary-board"]
    assert (board["current"], board["end"], board["area"]) == (False, "2018-12-31", None)


def test_edges_are_the_current_relationships(graph: nx.MultiDiGraph[str]) -> None:
    # twenty are stated; one begins later, the others have ended
    keys = {key.rpartition("/")[2] for _, _, key in graph.edges(keys=True)}
    assert "hive-data-trust.part-of.bee-institute" not in keys
    assert "honey-foundation.advises.northland-university" not in keys
    assert "northland-university.collaborates-with.southland-university" not in keys
    assert "pollen-network.member-of.keepers-association" in keys
    funds = graph.edges[
        ID + "apiary-council",
        ID + "northland-university",
        "https://example.org/bees/relationship/apiary-council.funds.northland-university",
    ]
    assert (funds["label"], funds["inverse"], funds["start"], funds["end"]) == ("funds", "funded by", "2020", None)
    assert funds["grade"] == "corroborated"


def test_two_relationships_of_one_pair_are_two_edges(graph: nx.MultiDiGraph[str]) -> None:
    assert graph.number_of_edges(ID + "keepers-association", ID + "pollen-network") == 1
    assert graph.number_of_edges(ID + "pollen-network", ID + "keepers-association") == 1


def test_another_date_is_another_network(stated: Stated) -> None:
    earlier = relationship_graph(infer(stated, "2023-03-20"))
    assert earlier.has_edge(ID + "honey-foundation", ID + "northland-university")
    assert not earlier.has_edge(ID + "pollen-network", ID + "keepers-association")


# The linked part is a tree of sixteen. In a tree each pair has one shortest path, so a body lies between all pairs
# that stand in different branches of it: (15² - the sum of the squares of its branches) / 2. All pairs without it:
# 23 × 22 / 2 = 253.
BRANCHES = {
    "keepers-association": (7, 6, 1, 1),
    "apiary-council": (10, 2, 2, 1),
    "bee-institute": (11, 3, 1),
    "forage-partnership": (9, 6),
    "pollen-laboratory": (10, 5),
    "mite-laboratory": (13, 1, 1),
    "northland-university": (14, 1),
    "hive-standards-office": (14, 1),
}


def test_measures_by_hand(graph: nx.MultiDiGraph[str]) -> None:
    found = measures(graph)
    assert list(found) == sorted(graph)
    linked = {node for node, known in found.items() if known.component == 0}
    assert len(linked) == 16
    for name, branches in BRANCHES.items():
        assert sum(branches) == 15
        between = (15**2 - sum(branch**2 for branch in branches)) / 2 / 253
        known = found[ID + name]
        assert known.betweenness == pytest.approx(between, abs=1e-12)
        assert known.articulation
    # in a tree all but the leaves are articulation points, and as many branches as neighbours
    assert {node for node in linked if found[node].articulation} == {ID + name for name in BRANCHES}
    assert {name: found[ID + name].degree for name in BRANCHES} == {
        name: len(branches) for name, branches in BRANCHES.items()
    }
    assert found[ID + "southland-university"].degree == 0


def test_measures_of_a_square() -> None:
    # b and c share the one pair a-d: each half of it, of three pairs; nothing falls apart. Direction, a second edge
    # and a loop make no difference.
    square: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        [("a", "b"), ("b", "a"), ("c", "a"), ("b", "d"), ("d", "c"), ("d", "d")]
    )
    square.add_edge("y", "z")
    found = measures(square)
    pairs = 5 * 4 / 2
    assert found["b"] == Measures(2, 0.5 / pairs, False, 0)
    assert found["d"].degree == 2
    assert {node for node, known in found.items() if known.component == 1} == {"y", "z"}


def test_measures_of_nothing() -> None:
    assert measures(nx.Graph()) == {}


def test_cells_and_who_is_in_them(snapshot: Snapshot) -> None:
    graph = role_graph(snapshot)
    assert {known["mode"] for _, known in graph.nodes(data=True)} == {"organisation", "cell"}
    assert nx.is_bipartite(graph)
    mites = CELL + "fund-research/mites/northland"
    assert len(graph[mites]) == 3
    assert graph.nodes[mites]["status"] == "several recorded, few recorded links"
    assert graph.nodes[mites]["label"] == "Fund research · Mites · Northland"


def test_several_roles_in_one_cell_are_all_kept(snapshot: Snapshot) -> None:
    edge = role_graph(snapshot).edges[ID + "hive-standards-office", CELL + "set-standards/hive-sensors/northland"]
    assert [(role["level"], role["start"], role["grade"]) for role in edge["roles"]] == [
        ("contributor", "2018", "cited"),
        ("lead", "2012", "corroborated"),
    ]


def test_roles_that_only_touch_a_cell_are_no_edges(snapshot: Snapshot) -> None:
    own = role_graph(snapshot)
    wider = role_graph(snapshot, {"covering", "within", "doubtful", "general"})
    assert own.number_of_edges() < wider.number_of_edges()
    reasons = {role["reason"] for _, _, known in own.edges(data=True) for role in known["roles"]}
    assert reasons <= {"covering", "within", "doubtful"}


@pytest.mark.parametrize("kind", ["relationships", "roles"])
def test_graphml_keeps_everything(snapshot: Snapshot, kind: str) -> None:
    graph = relationship_graph(snapshot) if kind == "relationships" else role_graph(snapshot)
    written = io.BytesIO()
    nx.write_graphml(for_graphml(graph), written)
    written.seek(0)
    read = nx.read_graphml(written, force_multigraph=graph.is_multigraph())
    assert set(read) == set(graph)
    assert read.number_of_edges() == graph.number_of_edges()
    if kind == "relationships":
        council = read.nodes[ID + "apiary-council"]
        assert (council["caption"], council["areas"], council["otherNames"]) == (
            True,
            "Research",
            "Council for Apiaries",
        )
        assert "end" not in council
    else:
        edge = read.edges[ID + "hive-standards-office", CELL + "set-standards/hive-sensors/northland"]
        assert (edge["roleCount"], edge["level"], edge["end"]) == (2, "contributor; lead", "; ")
