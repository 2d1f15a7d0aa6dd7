"""The same picture every time, nothing upon anything else, what is alone apart."""

from __future__ import annotations

import itertools
import math
import random

import networkx as nx
import pytest

from remit.layout import layout


def landscape_like(nodes: int, edges: int, alone: int = 0) -> nx.Graph[str]:
    """A few well connected nodes and many that hang on them."""
    chance = random.Random(7)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(f"n{i:03}" for i in range(nodes + alone))
    for i in range(1, nodes):
        graph.add_edge(f"n{i:03}", f"n{int(i * chance.random() ** 2):03}")
    while graph.number_of_edges() < edges:
        graph.add_edge(f"n{int(nodes * chance.random() ** 2):03}", f"n{chance.randrange(nodes):03}")
    return graph


@pytest.mark.parametrize("size", [3, 60, 300])
def test_the_same_every_time(size: int) -> None:
    graph = landscape_like(size, 2 * size if size > 3 else 2, alone=4)
    mirrored: nx.Graph[str] = nx.Graph()
    mirrored.add_nodes_from(reversed(list(graph)))
    mirrored.add_edges_from((b, a) for a, b in reversed(list(graph.edges())))
    first = layout(graph)
    random.seed(99)
    assert layout(mirrored) == first
    if size > 3:
        assert layout(graph, seed=2) != first


def test_the_callers_random_numbers_are_left_alone() -> None:
    random.seed(5)
    before = random.getstate()
    layout(landscape_like(20, 30))
    assert random.getstate() == before
    # and igraph is given its own generator back
    import igraph

    random.seed(5)
    one = igraph.Graph.Erdos_Renyi(n=20, p=0.3).get_edgelist()
    random.seed(5)
    assert igraph.Graph.Erdos_Renyi(n=20, p=0.3).get_edgelist() == one


def test_no_two_nodes_touch() -> None:
    graph = landscape_like(200, 380, alone=30)
    radii = {node: 6 + 3 * math.sqrt(graph.degree(node)) for node in graph}
    placed = layout(graph, radii).positions
    assert set(placed) == set(graph)
    for one, other in itertools.combinations(placed, 2):
        assert math.dist(placed[one], placed[other]) >= radii[one] + radii[other]


def test_components_keep_apart() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for part in range(6):
        nx.add_path(graph, [f"{part}{i}" for i in range(2 + part)])
    placed = layout(graph).positions
    boxes = []
    for part in range(6):
        xs, ys = zip(*(placed[f"{part}{i}"] for i in range(2 + part)), strict=True)
        boxes.append((min(xs) - 10, min(ys) - 10, max(xs) + 10, max(ys) + 10))
    for one, other in itertools.combinations(boxes, 2):
        beside = one[2] < other[0] or other[2] < one[0]
        below = one[3] < other[1] or other[3] < one[1]
        assert beside or below


def test_what_is_alone_stands_in_a_block_beneath() -> None:
    graph = landscape_like(40, 60, alone=25)
    drawn = layout(graph)
    assert drawn.apart is not None
    left, top, right, bottom = drawn.apart
    alone = [node for node in graph if not graph.degree(node)]
    assert len(alone) == 25
    for node, (x, y) in drawn.positions.items():
        inside = left <= x <= right and top <= y <= bottom
        assert inside == (node in alone)
        assert inside or y < top
    # rows and columns of equal steps
    rows = sorted({round(drawn.positions[node][1], 6) for node in alone})
    assert len({round(b - a, 6) for a, b in itertools.pairwise(rows)}) <= 1


def test_a_large_part_lies_along_the_page() -> None:
    placed = layout(landscape_like(150, 260)).positions
    xs, ys = zip(*placed.values(), strict=True)
    assert 1.2 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2.6


def test_small_cases() -> None:
    assert layout(nx.Graph()).positions == {}
    one: nx.Graph[str] = nx.Graph()
    one.add_edge("a", "a")
    assert set(layout(one).positions) == {"a"}
    two = layout(nx.Graph([("a", "b")])).positions
    assert two["a"][1] == two["b"][1]
    assert math.dist(two["a"], two["b"]) > 40
