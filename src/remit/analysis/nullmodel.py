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
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

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
    bodies, things, ends = _numbered(edges)
    return [[(bodies[body], things[thing]) for body, thing in network] for network in _rewired(ends, rewirings, seed)]


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
    if not edges:
        return Similarity((), rewirings, seed, 0.0)
    bodies, _, ends = _numbered(edges)
    size = np.bincount(ends[:, 0])
    sharing = _Sharing(ends, len(bodies))
    chance = _Chance([sharing.pairs(network) for network in _rewired(ends, rewirings, seed)])
    found = []
    for pair, shared in zip(*(each.tolist() for each in sharing.pairs(ends)), strict=True):
        one, other = divmod(pair, len(bodies))
        both = int(size[one] + size[other])
        # sizes stay the same, so that to share more is to be more alike
        seen = chance.of(pair)
        reached = int(np.count_nonzero(seen >= shared))
        mean = float((seen / (both - seen)).sum()) / rewirings
        unusual = shared >= least and (reached + 1) / (rewirings + 1) <= LEVEL
        found.append(Alike(bodies[one], bodies[other], shared, shared / (both - shared), mean, reached, unusual))
    # a rewired network is one of those that reach what it has itself
    passed = np.count_nonzero((chance.shared >= least) & (chance.reached / rewirings <= LEVEL))
    found.sort(key=lambda pair: (pair.reached, -pair.jaccard, pair.one, pair.other))
    return Similarity(tuple(found), rewirings, seed, int(passed) / rewirings)


Numbers = NDArray[np.int64]


def _numbered(edges: Edges) -> tuple[list[str], list[str], Numbers]:
    """Bodies and things sorted, and the edges as pairs of their places, each once."""
    bodies = sorted({body for body, _ in edges})
    things = sorted({thing for _, thing in edges})
    body_at = {body: at for at, body in enumerate(bodies)}
    thing_at = {thing: at for at, thing in enumerate(things)}
    ends = [(body_at[body], thing_at[thing]) for body, thing in sorted(set(edges))]
    return bodies, things, np.array(ends, dtype=np.int64).reshape(-1, 2)


def _rewired(ends: Numbers, rewirings: int, seed: int) -> Iterator[Numbers]:
    """The networks of :func:`rewired`, as pairs of numbers."""
    import igraph

    # things are numbered after bodies
    after = np.array((0, ends[:, 0].max() + 1))
    start = igraph.Graph((ends + after).tolist(), directed=True)
    # igraph has one generator for all; it gets ours, and its usual one back
    igraph.set_random_number_generator(random.Random(seed))
    try:
        for _ in range(rewirings):
            graph = start.copy()
            graph.rewire(n=TRIALS * len(ends))
            yield np.array(graph.get_edgelist(), dtype=np.int64) - after
    finally:
        igraph.set_random_number_generator(random)


class _Sharing:
    """Counts how much pairs of bodies share, in a network and in those that it is rewired to.

    Since each thing keeps the number of its holders, the pairs of holders stand at the same places in every list of
    edges that is sorted by thing.
    """

    def __init__(self, ends: Numbers, bodies: int) -> None:
        self._bodies = bodies
        holders = np.bincount(ends[:, 1])
        begins = np.cumsum(holders) - holders
        places = [
            np.stack(np.triu_indices(many, 1)) + begin for many, begin in zip(holders, begins, strict=True) if many > 1
        ]
        self._one, self._other = np.concatenate([np.zeros((2, 0), dtype=np.int64), *places], axis=1)

    def pairs(self, network: Numbers) -> tuple[Numbers, Numbers]:
        """The pairs that share something, each as one number (first body times the number of bodies, plus second),
        and how much they share."""
        held_by = network[np.argsort(network[:, 1], kind="stable"), 0]
        one, other = held_by[self._one], held_by[self._other]
        return np.unique(np.minimum(one, other) * self._bodies + np.maximum(one, other), return_counts=True)


class _Chance:
    """How much pairs share in networks that are pure chance.

    Attributes:
        shared: how much, one entry for each pair in each network in which it shares something.
        reached: for each entry, in how many networks the pair shares as much or more.
    """

    def __init__(self, networks: list[tuple[Numbers, Numbers]]) -> None:
        pairs, shared = (np.concatenate(each) for each in zip(*networks, strict=True))
        # by pair, and for each the highest number first
        order = np.lexsort((-shared, pairs))
        self._pairs, self.shared = pairs[order], shared[order]
        begin = np.searchsorted(self._pairs, self._pairs, side="left")
        last = (np.diff(self._pairs) != 0) | (np.diff(self.shared) != 0)
        ends = np.append(np.flatnonzero(last) + 1, len(pairs)) if len(pairs) else np.zeros(0, dtype=np.int64)
        self.reached = np.repeat(ends, np.diff(ends, prepend=0)) - begin

    def of(self, pair: int) -> Numbers:
        """How much a pair shares, in those networks in which it shares something."""
        begin, end = np.searchsorted(self._pairs, (pair, pair + 1))
        return self.shared[begin:end]
