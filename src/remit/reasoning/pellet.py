"""Pellet: which statements clash? Its explanation, read back into axioms.

Pellet prints names without their namespace. So each name is replaced by a number before, and put back after: what is
read is unambiguous, whatever the landscape calls its things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from remit.errors import RemitError
from remit.reasoning.java import ntriples_file, run
from remit.terms import PREFIXES

__all__ = ["Axiom", "explain", "read_explanation"]

_BUILT_IN = tuple(PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))
_NUMBERED = "urn:remit:number#n"
_START = re.compile(r"^\s*1\)\s+", re.MULTILINE)
_NAME = re.compile(r"\bn(\d+)\b")


@dataclass(frozen=True)
class Axiom:
    """One line of an explanation.

    Attributes:
        kind: ``fact`` (subject, property, value), ``type`` (thing, class), ``disjoint``, ``domain``, ``range``,
            ``functional``, ``irreflexive``, ``asymmetric``, ``exclusive`` (properties), ``different``, ``subclass``,
            ``subproperty`` or ``other``.
        names: the IRIs in it, in their order; of a fact with a literal, the literal's text comes last.
        text: the line with short names, for what has no words of its own.
    """

    kind: str
    names: tuple[str, ...]
    text: str


def explain(triples: Iterable[Triple]) -> list[Axiom]:
    """The least set of axioms that contradict one another; [] when Pellet finds none.

    Raises:
        RemitError: the reasoner failed.
    """
    numbers: dict[str, int] = {}
    names: list[str] = []

    def numbered(term: object) -> object:
        if isinstance(term, NamedNode) and not term.value.startswith(_BUILT_IN):
            if term.value not in numbers:
                numbers[term.value] = len(names)
                names.append(term.value)
            return NamedNode(f"{_NUMBERED}{numbers[term.value]}")
        return term

    hidden = [Triple(*(numbered(term) for term in triple)) for triple in triples]  # type: ignore[arg-type]
    with ntriples_file(serialize(hidden, format=RdfFormat.N_TRIPLES) or b"") as file:
        done = run("pellet", "pellet.Pellet", "explain", "--ignore-imports", str(file))
    if "Explanation(s)" not in done.stdout:
        if "AXIOM IS NOT ENTAILED" in done.stdout:
            return []
        raise RemitError("Pellet failed.", None, f"It said: {(done.stderr or done.stdout)[-200:].strip()}")
    return read_explanation(done.stdout, names)


_SHAPES = (
    ("type", re.compile(r"(n\d+) type (n\d+)")),
    ("domain", re.compile(r"(n\d+) domain (.+)")),
    ("range", re.compile(r"(n\d+) range (.+)")),
    ("functional", re.compile(r"Functional (n\d+)")),
    ("irreflexive", re.compile(r"Irreflexive (n\d+)")),
    ("asymmetric", re.compile(r"Asymmetric (n\d+)")),
    ("exclusive", re.compile(r"(n\d+) propertyDisjointWith (n\d+)")),
    ("different", re.compile(r"(n\d+) differentFrom (n\d+)")),
    ("different", re.compile(r"AllDifferent(?:Individuals)?\((.+)\)")),
    ("disjoint", re.compile(r"DisjointClasses\((.+)\)")),
    ("disjoint", re.compile(r"(n\d+) disjointWith (n\d+)")),
    ("subclass", re.compile(r"(n\d+) subClassOf (.+)")),
    ("subproperty", re.compile(r"(n\d+) subPropertyOf (n\d+)")),
    ("fact", re.compile(r"(n\d+) (n\d+) (.+)")),
)


def read_explanation(printed: str, names: list[str]) -> list[Axiom]:
    """The axioms of the first explanation in what Pellet printed.

    Args:
        printed: its standard output.
        names: the IRI of each number.
    """
    start = _START.search(printed)
    if not start:
        return []
    lines = printed[start.end() :].splitlines()
    joined: list[str] = []
    for line in lines:
        # an axiom begins at the fifth column; what continues it stands further to the right
        if line.strip() and joined and re.match(r"\s{6,}", line):
            joined[-1] += f" {line.strip()}"
        elif line.strip():
            joined.append(line.strip())
    return [_axiom(line, names) for line in joined]


def _axiom(line: str, names: list[str]) -> Axiom:
    readable = _NAME.sub(lambda found: re.split(r"[/#]", names[int(found[1])])[-1], line)
    for kind, shape in _SHAPES:
        found = shape.fullmatch(line)
        if found:
            text = " ".join(found.groups())
            iris = [names[int(number)] for number in _NAME.findall(text)]
            if kind == "fact" and not _NAME.fullmatch(found[3]):
                iris = [*iris[:2], found[3].strip('"')]
            if kind == "range" and not iris[1:]:
                iris = [*iris, found[2]]
            return Axiom(kind, tuple(iris), readable)
    return Axiom("other", tuple(names[int(number)] for number in _NAME.findall(line)), readable)
