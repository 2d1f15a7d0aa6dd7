"""Whether two bodies are more alike than the numbers of their cells explain: a null model of the two-mode network.

The network of organisations and the cells for which they are counted is rewired many times: two edges swap their
ends, so that each organisation keeps the number of its cells and each cell the number of its holders, and all else is
left to chance. This is the model with fixed row and column totals of N. J. Gotelli, Null model analysis of species
co-occurrence patterns, Ecology 81 (2000) 2606-2621, with organisations for species and cells for sites. Edges are
directed from organisation to cell, so that igraph's ``rewire``, which keeps the degrees in and out, keeps the two
modes apart as well.

A role for a whole country stands in a cell of each of its places, and rewiring would scatter these as if each had
come about by itself: two bodies with one such role each would look alike fourfold. So the same is done with places
taken together, and only what holds in both networks is said.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations

from remit import words
from remit.analysis.reading import Reading
from remit.infer import Snapshot

__all__ = [
    "FEWEST",
    "LEAST",
    "Alike",
    "Edges",
    "Similarity",
    "alike",
    "alike_in",
    "cell_edges",
    "question_edges",
    "rewired",
]

LEVEL = 0.01
"""A pair is more alike than size explains only above the 99th percentile of the rewirings."""

FEWEST = 99
"""With fewer rewirings none could be above it."""

LEAST = 2
"""A pair shares so many activities on a topic at least: to share one thing is no pattern."""

TRIALS = 10
"""Swaps that are tried in each rewiring, for each edge."""

Edges = list[tuple[str, str]]
"""Pairs of an organisation and what it is counted for, each once."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Alike:
    """Two organisations that share something.

    Attributes:
        one, other: their IRIs, in this order sorted.
        shared: how much they share.
        jaccard: of what either has, the share that both have.
        expected: the mean of that share over the rewirings.
        reached: in how many rewirings they shared as much or more.
        unusual: whether that is more than size explains.
    """

    one: str
    other: str
    shared: int
    jaccard: float
    expected: float
    reached: int
    unusual: bool


@dataclass(frozen=True)
class Similarity:
    """What the null model says of all pairs that share something.

    Attributes:
        pairs: the pairs, the least expected first.
        rewirings: how many networks were compared with.
        seed: what the random numbers began with; the same seed gives the same answer.
        by_chance: how many pairs a rewired network, taken for the real one, has that would be called unusual; the
            mean over all of them.
    """

    pairs: tuple[Alike, ...]
    rewirings: int
    seed: int
    by_chance: float

    @property
    def unusual(self) -> tuple[Alike, ...]:
        """The pairs that are more alike than size explains."""
        return tuple(pair for pair in self.pairs if pair.unusual)

    @property
    def rule(self) -> str:
        """When two bodies are called more alike than size explains, and how many would be by chance alone."""
        one, passed = len(self.pairs) == 1, len(self.unusual)
        both = words.count(LEAST, "activity on a topic", "activities on a topic")
        return (
            "Two bodies are called more alike than size explains where the Jaccard similarity of their cells is above "
            f"the 99th percentile of {words.number(self.rewirings)} rewirings (seed {self.seed}) that keep for each "
            "body the number of its cells and for each cell the number of its bodies; where that also holds with "
            f"places taken together; and where they share {both} or more. The level is not corrected for the number "
            f"of pairs: {words.count(len(self.pairs), 'pair')} {'shares' if one else 'share'} a cell; "
            f"{words.number(passed)} {'is' if passed == 1 else 'are'} called so, and about "
            f"{words.number(round(self.by_chance))} would be in networks that are pure chance."
        )

    def says(self, pair: Alike) -> str:
        """What is said of an unusual pair."""
        reached = words.count(pair.reached, "of", "of") if pair.reached else "none of"
        expected = f"{pair.expected:.2f}" if pair.expected >= 0.005 else "less than 0.01"
        return (
            f"They are more alike than size explains: {reached} {words.number(self.rewirings)} rewirings (seed "
            f"{self.seed}) reached their similarity of {pair.jaccard:.2f}; {expected} is expected."
        )


def cell_edges(reading: Reading) -> Edges:
    """Each organisation with each cell for which it is counted, sorted."""
    return sorted((body, cell.parts.iri) for cell in reading.cells.values() for body in cell.bodies("covering"))


def question_edges(reading: Reading) -> Edges:
    """Each organisation with each activity on a topic for which it is counted in any place, sorted."""
    return sorted(
        {
            (body, f"{activity} {topic}")
            for (activity, topic), cells in reading.cells_by_pair.items()
            for cell in cells
            for body in cell.bodies("covering")
        }
    )


def alike(snapshot: Snapshot | Reading, rewirings: int = 200, seed: int = 1) -> Similarity:
    """Which bodies are more alike than size explains: see :attr:`Similarity.rule`, and the note above on places.

    Args:
        snapshot: the landscape as of a date, or what was read of it.
        rewirings: how many networks to compare with, FEWEST at least.
        seed: what the random numbers begin with.

    Raises:
        ValueError: too few rewirings.
    """
    reading = snapshot if isinstance(snapshot, Reading) else Reading(snapshot)
    cells = alike_in(cell_edges(reading), rewirings, seed)
    together = alike_in(question_edges(reading), rewirings, seed, LEAST)
    both = {(pair.one, pair.other) for pair in together.unusual}
    pairs = tuple(replace(pair, unusual=pair.unusual and (pair.one, pair.other) in both) for pair in cells.pairs)
    return Similarity(pairs, rewirings, seed, together.by_chance)


def rewired(edges: Edges, rewirings: int, seed: int) -> list[Edges]:
    """Networks in which each body, and each thing that it is counted for, has as many edges as before; all else is
    chance."""
    import igraph

    bodies = sorted({body for body, _ in edges})
    things = sorted({thing for _, thing in edges})
    body_at = {body: at for at, body in enumerate(bodies)}
    thing_at = {thing: at for at, thing in enumerate(things, len(bodies))}
    names = [*bodies, *things]
    ends = [(body_at[body], thing_at[thing]) for body, thing in sorted(edges)]
    start = igraph.Graph(ends, n=len(names), directed=True)
    found = []
    # igraph has one generator for all; it gets ours, and its usual one back
    igraph.set_random_number_generator(random.Random(seed))
    try:
        for _ in range(rewirings):
            graph = start.copy()
            graph.rewire(n=TRIALS * len(edges))
            found.append([(names[body], names[thing]) for body, thing in graph.get_edgelist()])
    finally:
        igraph.set_random_number_generator(random)
    return found


def alike_in(edges: Edges, rewirings: int = 200, seed: int = 1, least: int = 1) -> Similarity:
    """Every pair that shares something in one network, compared with its rewirings.

    The observed network counts as one of the networks, so that nothing is called impossible: of ``rewirings`` + 1
    networks at most one in a hundred may reach a pair's similarity (B. Phipson and G. K. Smyth, Permutation P-values
    should never be zero, Statistical Applications in Genetics and Molecular Biology 9 (2010) article 39).

    Args:
        edges: organisations and what they are counted for.
        rewirings: how many networks to compare with, FEWEST at least.
        seed: what the random numbers begin with.
        least: an unusual pair shares so much at least.

    Raises:
        ValueError: too few rewirings.
    """
    if rewirings < FEWEST:
        raise ValueError(f"at least {FEWEST} rewirings are needed to look beyond the 99th percentile, not {rewirings}")
    edges = sorted(set(edges))
    size = Counter(body for body, _ in edges)
    networks = [_shared(network) for network in rewired(edges, rewirings, seed)] if edges else []
    # for each pair: how often it shared how much
    chance: dict[Pair, Counter[int]] = {}
    for network in networks:
        for pair, shared in network.items():
            chance.setdefault(pair, Counter())[shared] += 1
    found = []
    for pair, shared in _shared(edges).items():
        seen = chance.get(pair, Counter())
        # sizes stay the same, so that to share more is to be more alike
        reached = _reached(seen, shared)
        mean = sum(_jaccard(much, pair, size) * often for much, often in seen.items()) / rewirings
        unusual = shared >= least and (reached + 1) / (rewirings + 1) <= LEVEL
        found.append(Alike(*pair, shared, _jaccard(shared, pair, size), mean, reached, unusual))
    # a rewired network is one of those that reach what it has itself
    passed = sum(
        shared >= least and _reached(chance[pair], shared) / rewirings <= LEVEL
        for network in networks
        for pair, shared in network.items()
    )
    found.sort(key=lambda pair: (pair.reached, -pair.jaccard, pair.one, pair.other))
    return Similarity(tuple(found), rewirings, seed, passed / rewirings)


def _reached(seen: Counter[int], shared: int) -> int:
    return sum(often for much, often in seen.items() if much >= shared)


def _jaccard(shared: int, pair: Pair, size: Counter[str]) -> float:
    return shared / (size[pair[0]] + size[pair[1]] - shared)


def _shared(edges: Edges) -> Counter[Pair]:
    """How much each pair of organisations shares, for those that share something."""
    holders: dict[str, list[str]] = {}
    for body, thing in sorted(edges):
        holders.setdefault(thing, []).append(body)
    found: Counter[Pair] = Counter()
    for bodies in holders.values():
        found.update(combinations(bodies, 2))
    return found
