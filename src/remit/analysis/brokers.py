"""Which bodies link others, on the current relationships alone.

Never on the two-mode network of organisations and cells projected to one mode: there every cell makes a clique of its
holders, and the measures would only repeat how many cells a body is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from remit.analysis.reading import Reading
from remit.infer import Snapshot

if TYPE_CHECKING:
    import igraph

__all__ = ["Broker", "brokers", "brokers_of", "foremost"]


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

    Betweenness is normalised by the number of pairs of the other organisations on record, linked or not: U. Brandes,
    A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177. Constraint,
    with equal weights: R. S. Burt, Structural holes and good ideas, American Journal of Sociology 110 (2004) 349-399.
    The measures are igraph's; networkx gives the same, and takes a hundred times as long.
    """
    import igraph

    bodies = sorted({row["organisation"] for row in reading.answers.rows("profile/organisation")})
    place = {body: at for at, body in enumerate(bodies)}
    links = {
        (min(row["organisation"], row["other"]), max(row["organisation"], row["other"]))
        for row in reading.answers.rows("profile/relationships")
        if row["current"] == "true" and row["organisation"] != row["other"]
    }
    graph = igraph.Graph(
        [(place[one], place[other]) for one, other in sorted(links) if one in place and other in place], n=len(bodies)
    )
    pairs = max((len(bodies) - 1) * (len(bodies) - 2) / 2, 1)
    degree, between, constraint = graph.degree(), graph.betweenness(), graph.constraint()
    cut = set(graph.articulation_points())
    found = [
        Broker(
            body,
            degree[at],
            between[at] / pairs,
            constraint[at],
            at in cut,
            _apart(graph, at) if at in cut else 0,
        )
        for at, body in enumerate(bodies)
        if degree[at]
    ]
    # rounded, so that sums of fractions in another order make no other list
    return sorted(found, key=lambda one: (-round(one.betweenness, 9), one.organisation))


def _apart(graph: igraph.Graph, at: int) -> int:
    """How many bodies lose their path to the largest part that remains of a body's component without it."""
    component = [each for each in graph.subcomponent(at) if each != at]
    rest = graph.induced_subgraph(component)
    return len(component) - max(len(part) for part in rest.connected_components())


def foremost(found: list[Broker], most: int = 10) -> list[Broker]:
    """The first of a list, and those that equal the last of them; none that lies between no others."""
    between = [one for one in found if one.betweenness > 0]
    if len(between) <= most:
        return between
    least = round(between[most - 1].betweenness, 9)
    return [one for one in between if round(one.betweenness, 9) >= least]
