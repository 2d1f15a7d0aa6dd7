"""Which bodies link others, on the current relationships alone.

Never on the two-mode network of organisations and cells projected to one mode: there every cell makes a clique of its
holders, and the measures would only repeat how many cells a body is in.
"""

from __future__ import annotations

from dataclasses import dataclass

from remit.analysis.reading import Reading
from remit.infer import Snapshot

__all__ = ["Broker", "Links", "betweenness", "brokers", "brokers_of", "constraint", "foremost"]

Links = list[list[int]]
"""A network: for each node, numbered from 0, the sorted numbers of those that it is linked to, in both directions."""


@dataclass(frozen=True)
class Broker:
    """A body's place in the network of current relationships, without direction, parallel links and loops.

    Attributes:
        organisation: its IRI.
        degree: how many others it is linked to.
        betweenness: on what share of the shortest paths between two others it lies, 0 to 1.
        constraint: how far its links lead to bodies that are linked among themselves: near 0 for a body between
            many that are not, 1 and more for one within a closed circle.
        articulation: whether its part of the network falls apart without it.
        apart: how many bodies would then have no path to the largest part that remains; 0 without articulation.
    """

    organisation: str
    degree: int
    betweenness: float
    constraint: float
    articulation: bool
    apart: int


def brokers(snapshot: Snapshot) -> list[Broker]:
    """All bodies with a current relationship, those between most others first; see :func:`brokers_of`."""
    return brokers_of(Reading(snapshot))


def brokers_of(reading: Reading) -> list[Broker]:
    """All bodies with a current relationship, those between most others first, equal ones by their IRI.

    Betweenness is normalised by the number of pairs of the other organisations on record, linked or not.
    """
    import networkx as nx

    bodies = sorted({row["organisation"] for row in reading.answers.rows("profile/organisation")})
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(bodies)
    graph.add_edges_from(
        sorted(
            (row["organisation"], row["other"])
            for row in reading.answers.rows("profile/relationships")
            if row["current"] == "true" and row["organisation"] < row["other"]
        )
    )
    place = {body: at for at, body in enumerate(graph)}
    links = [sorted(place[other] for other in graph[body]) for body in graph]
    pairs = max((len(links) - 1) * (len(links) - 2) / 2, 1)
    between = betweenness(links)
    cut = set(nx.articulation_points(graph))
    found = [
        Broker(
            body,
            len(links[at]),
            between[at] / pairs,
            constraint(links, at),
            body in cut,
            _apart(links, at) if body in cut else 0,
        )
        for body, at in place.items()
        if links[at]
    ]
    # rounded, so that sums of fractions in another order make no other list
    return sorted(found, key=lambda one: (-round(one.betweenness, 9), one.organisation))


def betweenness(links: Links) -> list[float]:
    """For each node, on how many shortest paths between two others it lies; where several are equally short, each
    counts its part.

    U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177.
    networkx has the same for any graph; here, on plain lists, it takes a quarter of the time.
    """
    total = [0.0] * len(links)
    for start, first in enumerate(links):
        if not first:
            continue
        far, paths = [-1] * len(links), [0] * len(links)
        far[start], paths[start] = 0, 1
        # nodes by their distance from the start; it grows while it is read
        order = [start]
        for node in order:
            for other in links[node]:
                if far[other] < 0:
                    far[other] = far[node] + 1
                    order.append(other)
                if far[other] == far[node] + 1:
                    paths[other] += paths[node]
        depends = [0.0] * len(links)
        for node in reversed(order[1:]):
            part = (1 + depends[node]) / paths[node]
            for other in links[node]:
                if far[other] == far[node] - 1:
                    depends[other] += paths[other] * part
            total[node] += depends[node]
    return [each / 2 for each in total]


def constraint(links: Links, node: int) -> float:
    """How far a node's links lead to nodes that are linked among themselves, all links being equal; 0 without links.

    R. S. Burt, Structural holes and good ideas, American Journal of Sociology 110 (2004) 349-399.
    """
    others = links[node]
    total = 0.0
    for other in others:
        through = sum(1 / len(links[between]) for between in others if other in links[between])
        total += ((1 + through) / len(others)) ** 2
    return total


def _apart(links: Links, without: int) -> int:
    """How many nodes of a node's component lose their path to the largest part that remains of it without it."""
    seen, sizes = {without}, []
    for first in links[without]:
        if first not in seen:
            seen.add(first)
            part = [first]
            for node in part:
                new = [other for other in links[node] if other not in seen]
                seen.update(new)
                part += new
            sizes.append(len(part))
    return sum(sizes) - max(sizes)


def foremost(found: list[Broker], most: int = 10) -> list[Broker]:
    """The first of a list, and those that equal the last of them; none that lies between no others."""
    between = [one for one in found if one.betweenness > 0]
    if len(between) <= most:
        return between
    least = round(between[most - 1].betweenness, 9)
    return [one for one in between if round(one.betweenness, 9) >= least]
