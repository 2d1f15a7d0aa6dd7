"""A synthetic landscape of any size: the bundled one many times over, each copy with topics of its own, woven together.

python benchmarks/synthetic.py FOLDER [--organisations 3000] [--seed 1]

Copies keep what makes a landscape a real one: who holds how many roles, and which parts and members bodies have. Each
has its own topics, since the same questions with ten times as many bodies would be another thing, not a larger one.
Relationships between the copies are drawn at random, seeded, until there are three for each organisation.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from remit.load import Stated, load

COPIED = frozenset(
    {"id", "role", "relationship", "topic", "need", "pair", "assessment", "resource", "judgement", "change"}
)
"""The first parts of the IRIs that each copy has for itself; all else (activities, kinds, sources …) is shared."""

REMIT = "https://w3id.org/remit/ontology#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SOURCE = NamedNode("http://purl.org/dc/terms/source")
LABELS = frozenset({"http://www.w3.org/2004/02/skos/core#prefLabel", f"{REMIT}abbreviation"})
PER_ORGANISATION = 3


def copied(base: str, number: int, general: str, node: object) -> object:
    """A node's counterpart in a copy; what is shared stays."""
    if not isinstance(node, NamedNode) or not node.value.startswith(base) or node.value == general:
        return node
    first, _, rest = node.value[len(base) :].partition("/")
    return NamedNode(f"{base}{first}/{rest}-{number}") if rest and first in COPIED else node


def triples(stated: Stated, organisations: int, seed: int) -> Iterator[Triple]:
    """All statements of a landscape with so many organisations."""
    base = stated.landscape.base
    own = [triple for file in stated.files for triple in parse(path=str(file), format=RdfFormat.TURTLE)]
    plain = [quad.triple for quad in own if not isinstance(quad.subject, BlankNode)]
    general = next(str(t.object.value) for t in plain if t.predicate.value == f"{REMIT}generalTopic")
    bodies = sorted({t.subject.value for t in plain if t.object == NamedNode(f"{REMIT}Organisation")})
    links = sum(t.object == NamedNode(f"{REMIT}Relationship") for t in plain)
    source = next(t.object for t in plain if t.predicate == SOURCE)
    yield from plain
    count = 1
    while count * len(bodies) < organisations:
        for triple in plain:
            subject = copied(base, count, general, triple.subject)
            if subject != triple.subject:
                value = copied(base, count, general, triple.object)
                if isinstance(value, Literal) and triple.predicate.value in LABELS:
                    value = Literal(f"{value.value} {count + 1}", language=value.language)
                yield Triple(subject, triple.predicate, value)  # type: ignore[arg-type]
        count += 1
    drawn = random.Random(seed)
    everyone = bodies + [f"{body}-{number}" for number in range(1, count) for body in bodies]
    for number in range(max(0, PER_ORGANISATION * len(everyone) - count * links)):
        one = drawn.choice(everyone)
        # most links stay near: within a copy, with a few between any two
        place = everyone.index(one) // len(bodies) * len(bodies)
        near = everyone[place : place + len(bodies)]
        other = drawn.choice(everyone if drawn.random() < 0.1 else near)
        if one == other:
            continue
        relationship = NamedNode(f"{base}relationship/synthetic-{number}")
        yield Triple(relationship, TYPE, NamedNode(f"{REMIT}Relationship"))
        yield Triple(relationship, NamedNode(f"{REMIT}from"), NamedNode(one))
        yield Triple(relationship, NamedNode(f"{REMIT}to"), NamedNode(other))
        yield Triple(
            relationship,
            NamedNode(f"{REMIT}relation"),
            NamedNode("https://w3id.org/remit/relation/collaborates-with"),
        )
        yield Triple(relationship, SOURCE, source)


def write(folder: Path, organisations: int, seed: int = 1) -> None:
    """Write a landscape with at least so many organisations into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    serialize(triples(load(), organisations, seed), output=str(folder / "landscape.ttl"), format=RdfFormat.TURTLE)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--organisations", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.organisations, options.seed)
