"""The null model: what rewiring keeps, and that only what goes beyond chance is said."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from remit.analysis import Finding, Reading
from remit.analysis.findings import findings_of
from remit.analysis.nullmodel import (
    FEWEST,
    Edges,
    Similarity,
    alike,
    alike_in,
    cell_edges,
    question_edges,
    rewired,
)
from tests.analysis.shared import cells


@pytest.fixture(scope="module")
def edges(reading: Reading) -> Edges:
    return cell_edges(reading)


def test_the_network_is_who_is_counted_for_what(edges: Edges) -> None:
    """As the hand-worked table has it: holders that are not counted within their whole."""
    want = {
        (holder, name)
        for name, row in cells("2025-06-30").items()
        for holder in set(row["holders"].split()) - set(row["within"].split())
    }
    got = {(body.rpartition("/")[2], ".".join(cell.rsplit("/", 3)[1:])) for body, cell in edges}
    assert got == want and len(edges) == len(want)


def test_places_taken_together(reading: Reading, edges: Edges) -> None:
    together = question_edges(reading)
    assert len(together) == len({(body, cell.rpartition("/")[0]) for body, cell in edges}) < len(edges)


def test_rewiring_keeps_degrees_and_modes(edges: Edges) -> None:
    bodies, things = Counter(body for body, _ in edges), Counter(thing for _, thing in edges)
    networks = rewired(edges, 20, seed=7)
    for network in networks:
        assert Counter(body for body, _ in network) == bodies
        assert Counter(thing for _, thing in network) == things
        assert len(set(network)) == len(network), "an edge stands twice"
    assert all(set(network) != set(edges) for network in networks), "nothing was rewired"
    assert len({tuple(sorted(network)) for network in networks}) == 20


def test_the_same_seed_gives_the_same_answer(edges: Edges) -> None:
    assert rewired(edges, 3, seed=5) == rewired(edges, 3, seed=5) != rewired(edges, 3, seed=6)
    assert alike_in(edges, FEWEST, 5) == alike_in(edges, FEWEST, 5)
    # the order of the edges, and random numbers that somebody else drew, make no difference
    random.seed(99)
    assert alike_in(list(reversed(edges)), FEWEST, 5) == alike_in(edges, FEWEST, 5)


def test_similarity_of_the_observed_network(reading: Reading) -> None:
    """By hand: 10 pairs of holders share a cell that are not linked or are; two of them in all their cells."""
    found = {(pair.one.rpartition("/")[2], pair.other.rpartition("/")[2]): pair for pair in alike(reading).pairs}
    royal = found["royal-bee-society", "royal-society-of-bees"]
    assert (royal.shared, royal.jaccard) == (1, 1.0)
    # the trust holds five cells, the laboratory three, and one of them is the same
    assert found["hive-data-trust", "pollen-laboratory"].jaccard == pytest.approx(1 / 7)
    want: set[tuple[str, ...]] = set()
    for row in cells("2025-06-30").values():
        holders = sorted(set(row["holders"].split()) - set(row["within"].split()))
        want |= {(one, other) for one in holders for other in holders if one < other}
    assert set(found) == want


def test_no_more_alike_than_size_explains(reading: Reading) -> None:
    """On the small landscape no pair shares two activities on a topic: nothing is said."""
    similarity = alike(reading)
    assert similarity.unusual == ()
    assert "more alike" not in " ".join(each.sentence for each in findings_of(reading, similarity=similarity))


def planted(seed: int = 3) -> Edges:
    """Twelve bodies with six of forty things each by chance, and two more with the same six."""
    draw = random.Random(seed)
    network = {(f"body{n:02}", f"thing{thing:02}") for n in range(12) for thing in draw.sample(range(40), 6)}
    twins = draw.sample(range(40), 6)
    return sorted(network | {(twin, f"thing{thing:02}") for twin in ("twin-a", "twin-b") for thing in twins})


def test_a_planted_pair_is_found_and_chance_is_not() -> None:
    found = alike_in(planted(), 200, 1, least=2)
    assert found.pairs[0].one == "twin-a" and found.pairs[0].other == "twin-b"
    assert found.pairs[0].jaccard == 1.0 and found.pairs[0].unusual and found.pairs[0].reached == 0
    assert found.pairs[0].expected < 0.3
    # of the other 90 pairs about one in a hundred passes by chance
    assert len(found.unusual) <= 4


def test_big_bodies_are_alike_by_size_alone() -> None:
    """Two bodies that have nearly everything share nearly everything, which is no wonder."""
    draw = random.Random(4)
    network = {(f"small{n}", f"thing{thing}") for n in range(20) for thing in draw.sample(range(20), 2)}
    network |= {(big, f"thing{thing}") for big in ("big-a", "big-b") for thing in draw.sample(range(20), 17)}
    pair = next(
        pair for pair in alike_in(sorted(network), 200, 1).pairs if pair.one == "big-a" and pair.other == "big-b"
    )
    assert pair.jaccard > 0.6 and not pair.unusual


def test_the_percentile_is_what_it_says() -> None:
    found = alike_in(planted(), 200, 1)
    for pair in found.pairs:
        assert pair.unusual == ((pair.reached + 1) / 201 <= 0.01) == (pair.reached <= 1)


def test_how_many_pass_by_chance_is_measured() -> None:
    """On networks that are chance themselves, as many pass as is said, give or take."""
    draw = random.Random(8)
    network = sorted({(f"body{n}", f"thing{thing}") for n in range(30) for thing in draw.sample(range(30), 5)})
    passed = [len(alike_in(chance, 100, 2).unusual) for chance in rewired(network, 12, seed=1)]
    said = alike_in(network, 100, 2).by_chance
    assert said > 0
    assert sum(passed) / len(passed) == pytest.approx(said, rel=0.6, abs=1.5)


def test_too_few_rewirings_are_refused(edges: Edges) -> None:
    with pytest.raises(ValueError, match="at least 99"):
        alike_in(edges, FEWEST - 1)


@pytest.mark.parametrize("network", [[], [("a", "x")], [("a", "x"), ("b", "x")]])
def test_small_networks(network: Edges) -> None:
    found = alike_in(network, FEWEST)
    assert found.unusual == () and found.by_chance == 0


def test_the_rule_names_rewirings_seed_and_what_chance_does(reading: Reading) -> None:
    rule = alike(reading, FEWEST, 11).rule
    assert "99 rewirings (seed 11)" in rule and "99th percentile" in rule
    assert "not corrected for the number of pairs" in rule and "0 are called so" in rule


def test_what_is_said_of_a_pair_that_is_found(reading: Reading, found: dict[str, Finding]) -> None:
    """Said in the sentence of the overlap, and of no other."""
    name = "overlap.hive-data-trust.pollen-laboratory"
    known = alike(reading, FEWEST)
    pairs = tuple(
        pair
        if (pair.one.rpartition("/")[2], pair.other.rpartition("/")[2]) != ("hive-data-trust", "pollen-laboratory")
        else type(pair)(pair.one, pair.other, pair.shared, pair.jaccard, 0.001, 0, True)
        for pair in known.pairs
    )
    told = {each.id: each for each in findings_of(reading, kinds=["overlap"], similarity=Similarity(pairs, 99, 1, 0))}
    assert told[name].sentence == (
        f"{found[name].sentence} They are more alike than size explains: none of 99 rewirings (seed 1) reached their "
        "similarity of 0.14; less than 0.01 is expected."
    )
    assert {each.id for each in told.values() if "more alike" in each.sentence} == {name}
