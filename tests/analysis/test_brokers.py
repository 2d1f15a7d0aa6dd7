"""Bodies that link others, worked out by hand: the current relationships of the invented landscape make a tree."""

from __future__ import annotations

import networkx as nx
import pytest

from remit.analysis.brokers import Broker, brokers, foremost
from remit.infer import Snapshot, infer
from remit.load import load
from remit.network import measures, relationship_graph
from tests.analysis.shared import body

PAIRS = 23 * 22 / 2
"""Pairs of the other 23 of 24 organisations."""


@pytest.fixture(scope="module")
def found(snapshot: Snapshot) -> dict[str, Broker]:
    return {one.organisation: one for one in brokers(snapshot)}


def test_only_bodies_with_a_current_relationship(found: dict[str, Broker]) -> None:
    assert len(found) == 16
    # its only relationship ended in 2023
    assert body("honey-foundation") not in found


def test_betweenness_by_hand(found: dict[str, Broker]) -> None:
    """Without the Keepers' Association the tree falls into parts of 1, 1, 7 and 6 bodies; pairs across them: 69."""
    keepers = found[body("keepers-association")]
    assert keepers.betweenness == pytest.approx((1 * 1 + 2 * 7 + 2 * 6 + 7 * 6) / PAIRS)
    assert keepers.degree == 4 and keepers.articulation
    assert keepers.apart == 8
    # the Apiary Council: parts of 1, 2, 2 and 10
    council = found[body("apiary-council")]
    assert council.betweenness == pytest.approx((2 + 2 + 10 + 4 + 20 + 20) / PAIRS)
    assert council.apart == 5


def test_constraint_by_hand(found: dict[str, Broker]) -> None:
    """In a tree no two neighbours are linked: one over the number of neighbours."""
    for one in found.values():
        assert one.constraint == pytest.approx(1 / one.degree)
    assert found[body("young-keepers")].constraint == 1


def test_the_foremost(snapshot: Snapshot) -> None:
    found = brokers(snapshot)
    assert [one.organisation for one in foremost(found, 3)] == [
        body("keepers-association"),
        body("apiary-council"),
        body("forage-partnership"),
    ]
    # leaves lie between nobody
    assert len(foremost(found, 16)) == 8
    # the laboratory and the institute are equal: neither is left out
    assert len(foremost(found, 5)) in (5, 6)


def test_networkx_gives_the_same_on_the_bundled_landscape() -> None:
    """Another implementation, and a network that is no tree."""
    snapshot = infer(load(), "2026-11-24")
    graph = relationship_graph(snapshot)
    known = measures(graph)
    simple = nx.Graph((one, other) for one, other in graph.edges() if one != other)
    constraint = nx.constraint(simple, list(simple)[:20])
    found = {one.organisation: one for one in brokers(snapshot)}
    assert found.keys() == set(simple)
    for name, one in found.items():
        assert one.betweenness == pytest.approx(known[name].betweenness, abs=1e-9)
        assert (one.degree, one.articulation) == (known[name].degree, known[name].articulation)
    for name, value in constraint.items():
        assert found[name].constraint == pytest.approx(value)
    for name in [one.organisation for one in foremost(list(found.values()))][:5]:
        left = nx.Graph(simple)
        component = nx.node_connected_component(left, name) - {name}
        left.remove_node(name)
        largest = max((len(part) for part in nx.connected_components(left) if part <= component), default=0)
        assert found[name].apart == (len(component) - largest if found[name].articulation else 0)
