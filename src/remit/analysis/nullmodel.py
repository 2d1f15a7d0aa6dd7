"""Whether two bodies are more alike than the numbers of their cells explain: a null model of the two-mode network.

The network of organisations and the cells for which they are counted is rewired many times: two edges swap their
ends, so that each organisation keeps the number of its cells and each cell the number of its holders, and all else is
left to chance. This is the model with fixed row and column totals of N. J. Gotelli, Null model analysis of species
co-occurrence patterns, Ecology 81 (2000) 2606-2621, with organisations for species and cells for sites. Edges are
directed from organisation to cell, so that igraph's ``rewire``, which keeps the degrees in and out, keeps the two
modes apart as well.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from remit.analysis.reading import Reading
from remit.infer import Snapshot
from remit.site import words

__all__ = ["FEWEST", "Alike", "Edges", "Similarity", "alike", "edges_of", "rewired", "similarities"]

LEVEL = 0.01
"""A pair is more alike than size explains only above the 99th percentile of the rewirings."""

FEWEST = 99
"""With fewer rewirings none could be above it."""

TRIALS = 10
"""Swaps that are tried in each rewiring, for each edge."""

Edges = list[tuple[str, str]]
"""Pairs of an organisation and a cell, each once."""


@dataclass(frozen=True)
class Alike:
    """A pair of organisations that share cells.

    Attributes:
        one, other: their IRIs, in this order sorted.
        shared: how many cells both are counted for.
        jaccard: of the cells of either, the share that both have.
        expected: the mean of that share over the rewirings.
        reached: in how many rewirings the share was as large or larger.
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
    """What the null model says of all pairs that share a cell.

    Attributes:
        pairs: the pairs, the least expected first.
        rewirings: how many networks were compared with.
        seed: what the random numbers began with; the same seed gives the same answer.
    """

    pairs: tuple[Alike, ...]
    rewirings: int
    seed: int

    @property
    def unusual(self) -> tuple[Alike, ...]:
        """The pairs that are more alike than size explains."""
        return tuple(pair for pair in self.pairs if pair.unusual)

    @property
    def rule(self) -> str:
        """When a pair is called more alike than size explains, and what to keep in mind."""
        chance = round(len(self.pairs) * LEVEL)
        return (
            "Two bodies are called more alike than size explains where the Jaccard similarity of their cells is above "
            f"the 99th percentile of {words.number(self.rewirings)} rewirings (seed {self.seed}) that keep the number "
            "of cells of each body and of bodies in each cell. "
            f"{words.capital(words.count(len(self.pairs), 'pair'))} that share a cell "
            f"{'was' if len(self.pairs) == 1 else 'were'} looked at; about {words.number(chance)} would pass by chance "
            f"alone, {words.number(len(self.unusual))} did."
        )

    def says(self, pair: Alike) -> str:
        """What is said of an unusual pair."""
        return (
            f"They are more alike than size explains: {words.number(pair.reached)} of "
            f"{words.number(self.rewirings)} rewirings (seed {self.seed}) reached their similarity of "
            f"{pair.jaccard:.2f}, with {pair.expected:.2f} expected."
        )


def edges_of(reading: Reading) -> Edges:
    """Each organisation with each cell for which it is counted, sorted."""
    return sorted(
        (body, cell.parts.iri) for cell in reading.cells.values() for body in cell.bodies("covering")
    )


def alike(snapshot: Snapshot, rewirings: int = 200, seed: int = 1) -> Similarity:
    """The null model of a snapshot; see :func:`similarities`."""
    return similarities(edges_of(Reading(snapshot)), rewirings, seed)


def rewired(edges: Edges, rewirings: int, seed: int) -> list[Edges]:
    """Networks in which each organisation and each cell has as many edges as before, and all else is chance."""
    import igraph

    bodies = sorted({body for body, _ in edges})
    cells = sorted({cell for _, cell in edges})
    body_at = {body: at for at, body in enumerate(bodies)}
    cell_at = {cell: at for at, cell in enumerate(cells, len(bodies))}
    names = [*bodies, *cells]
    start = igraph.Graph([(body_at[body], cell_at[cell]) for body, cell in sorted(edges)], n=len(names), directed=True)
    found = []
    # igraph has one generator for all; it gets ours, and its usual one back
    igraph.set_random_number_generator(random.Random(seed))
    try:
        for _ in range(rewirings):
            graph = start.copy()
            graph.rewire(n=TRIALS * len(edges))
            found.append([(names[body], names[cell]) for body, cell in graph.get_edgelist()])
    finally:
        igraph.set_random_number_generator(random)
    return found


def similarities(edges: Edges, rewirings: int = 200, seed: int = 1) -> Similarity:
    """Every pair of organisations that share a cell, compared with rewired networks.

    The observed network counts as one of the networks, so that no pair is called impossible: of ``rewirings`` + 1
    networks at most one in a hundred may reach its similarity (B. Phipson and G. K. Smyth, Permutation P-values should
    never be zero, Statistical Applications in Genetics and Molecular Biology 9 (2010) article 39). The level is not
    corrected for the number of pairs; :attr:`Similarity.rule` says how many would pass by chance.

    Args:
        edges: organisations and cells.
        rewirings: how many networks to compare with, FEWEST at least.
        seed: what the random numbers begin with.

    Raises:
        ValueError: too few rewirings.
    """
    if rewirings < FEWEST:
        raise ValueError(f"at least {FEWEST} rewirings are needed to look beyond the 99th percentile, not {rewirings}")
    edges = sorted(set(edges))
    has = _cells(edges)
    pairs = _pairs(edges)
    shared = {pair: len(has[pair[0]] & has[pair[1]]) for pair in pairs}
    reached, total = dict.fromkeys(pairs, 0), dict.fromkeys(pairs, 0.0)
    for network in rewired(edges, rewirings, seed):
        cells = _cells(network)
        for pair in pairs:
            one, other = cells[pair[0]], cells[pair[1]]
            common = len(one & other)
            # sizes stay the same, so that a larger share means more cells in common
            if common >= shared[pair]:
                reached[pair] += 1
            if common:
                total[pair] += common / (len(one) + len(other) - common)
    found = [
        Alike(
            *pair,
            shared[pair],
            shared[pair] / len(has[pair[0]] | has[pair[1]]),
            total[pair] / rewirings,
            reached[pair],
            (reached[pair] + 1) / (rewirings + 1) <= LEVEL,
        )
        for pair in pairs
    ]
    return Similarity(
        tuple(sorted(found, key=lambda pair: (pair.reached, -pair.jaccard, pair.one, pair.other))), rewirings, seed
    )


def _cells(edges: Edges) -> dict[str, set[str]]:
    has: dict[str, set[str]] = {}
    for body, cell in edges:
        has.setdefault(body, set()).add(cell)
    return has


def _pairs(edges: Edges) -> list[tuple[str, str]]:
    """Pairs of organisations with a cell in common, sorted."""
    holders: dict[str, list[str]] = {}
    for body, cell in sorted(edges):
        holders.setdefault(cell, []).append(body)
    return sorted(
        {(one, other) for bodies in holders.values() for at, one in enumerate(bodies) for other in bodies[at + 1 :]}
    )
