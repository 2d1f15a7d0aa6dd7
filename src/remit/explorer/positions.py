"""Where the network's bodies stand in the explorer: laid out here, so that every reader sees the same picture at once.

A body keeps its place on every date. So a drawing takes in what has ended or is to come as well, as far as the answers
tell it; what does not hold on the date in hand is left out by the explorer, and nothing else moves.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from remit.engine import Solutions
from remit.layout import layout

__all__ = ["positions"]

STOOD = frozenset({"covering", "within", "former"})
"""The reasons (see the question coverage/cell-holders) for which a role covers its cell on one date or another."""


def positions(results: Mapping[str, Solutions]) -> dict[str, dict[str, Any]]:
    """The places of all bodies by drawing: relations, overlaps, activities and topics.

    Args:
        results: the answers to the shipped questions on one date, with no blank filled in.

    Returns:
        By drawing ``at``, which gives x, y (downwards) and radius by IRI, in px at full size, and ``apart``: left, top,
        right and bottom of the block of bodies without a line, None where each has one.

    Raises:
        KeyError: an answer is missing.
    """
    return {
        "relations": _placed(_relations(results)),
        "overlaps": _placed(_overlaps(results)),
        "activities": _placed(
            _work(results, "activity"), {row["activity"] for row in results["profile/roles"].dicts()}
        ),
        "topics": _placed(_work(results, "topic"), {row["topic"] for row in results["profile/roles"].dicts()}),
    }


def _relations(results: Mapping[str, Solutions]) -> nx.Graph[str]:
    """All organisations, and all recorded relationships of any time."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(row["organisation"] for row in results["profile/organisation"].dicts())
    graph.add_edges_from((row["organisation"], row["other"]) for row in results["profile/relationships"].dicts())
    return graph


def _overlaps(results: Mapping[str, Solutions]) -> nx.Graph[str]:
    """Who shares cells on the date; and, by what they ever shared, those who share none then."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((row["organisation"], row["other"]) for row in results["overlaps/shared-cells"].dicts())
    now = set(graph)
    held: defaultdict[str, set[str]] = defaultdict(set)
    for row in results["coverage/cell-holders"].dicts():
        if row["reason"] in STOOD:
            held[row["cell"]].add(row["organisation"])
    for bodies in held.values():
        graph.add_edges_from(pair for pair in combinations(sorted(bodies), 2) if not now.issuperset(pair))
    return graph


def _work(results: Mapping[str, Solutions], what: str) -> nx.Graph[str]:
    """Organisations and the activities or topics of their roles of any time."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((row["organisation"], row[what]) for row in results["profile/roles"].dicts())
    return graph


def _placed(graph: nx.Graph[str], hubs: Iterable[str] = ()) -> dict[str, Any]:
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    large = frozenset(hubs)
    radii = {node: _radius(graph.degree(node), hub=node in large) for node in graph}
    placed = layout(graph, radii)
    return {
        "at": {node: [*map(round, placed.positions[node]), round(radii[node], 1)] for node in sorted(graph)},
        "apart": [round(side) for side in placed.apart] if placed.apart else None,
    }


def _radius(degree: int, *, hub: bool) -> float:
    """A mark's area grows with the number of its lines; an activity or topic is larger, since it gathers the others."""
    return 9 + 1.2 * math.sqrt(degree) if hub else 4.5 + 2.2 * math.sqrt(degree)
