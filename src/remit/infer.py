"""Read a landscape as of a date: run the rules in order, and keep what they derive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from remit.content import rule_files
from remit.dates import as_day, today, years_later
from remit.engine import Engine, OxigraphEngine
from remit.errors import RemitError
from remit.landscape import Landscape
from remit.load import Stated
from remit.terms import RDF_TYPE, REMIT, XSD

__all__ = ["Snapshot", "infer"]


@dataclass(frozen=True)
class Snapshot:
    """A landscape as of one date: vocabulary, what is stated, and what follows.

    Attributes:
        stated: the landscape that was read.
        as_of: the date, YYYY-MM-DD.
        engine: answers queries over all of it.
    """

    stated: Stated
    as_of: str
    engine: Engine

    @property
    def landscape(self) -> Landscape:
        """The landscape's own description."""
        return self.stated.landscape

    @property
    def node(self) -> list[Triple]:
        """The triples of the remit:Snapshot node, which tell the rules the date."""
        node = NamedNode(f"{self.landscape.base}snapshot/{self.as_of}")
        return self.engine.construct(f"CONSTRUCT {{ {node} ?p ?o }} WHERE {{ {node} ?p ?o }}")

    @property
    def given(self) -> Iterator[Triple]:
        """What the rules started from: vocabulary, what is stated, and the snapshot's node."""
        yield from self.stated.engine.triples()
        yield from self.node

    @property
    def derived(self) -> list[Triple]:
        """What the rules added, in no order."""
        given = set(self.given)
        new = (triple for triple in self.engine.triples() if triple not in given)
        # no rule makes blank nodes; those of the vocabulary have other names each time that it is read
        return [triple for triple in new if not {type(triple.subject), type(triple.object)} & {BlankNode}]


def infer(
    stated: Stated,
    as_of: str | None = None,
    *,
    soon_until: str | None = None,
    stale_before: str | None = None,
    without: str | None = None,
    rules: list[Path] | None = None,
) -> Snapshot:
    """Derive a snapshot.

    Args:
        stated: the landscape.
        as_of: the day to read it as of, YYYY-MM-DD; today when None.
        soon_until: what ends on or before this day ends soon; 12 months after ``as_of`` when None.
        stale_before: evidence dated before this day is stale; 3 years before ``as_of`` when None.
        without: the IRI of an organisation that is taken out, with its parts (what-if).
        rules: the rule files to run, in this order; the shipped ones when None.

    Raises:
        RemitError: a date is not a day, the organisation is not in the landscape, or a rule is not valid.
    """
    day = as_day(as_of, "--as-of") if as_of else today()
    soon = as_day(soon_until, "soon until") if soon_until else years_later(day, 1)
    stale = as_day(stale_before, "stale before") if stale_before else years_later(day, -3)
    node = NamedNode(f"{stated.landscape.base}snapshot/{day}")
    given = [Triple(node, RDF_TYPE, NamedNode(REMIT + "Snapshot"))]
    for name, value in (("asOf", day), ("soonUntil", soon), ("staleBefore", stale)):
        given.append(Triple(node, NamedNode(REMIT + name), Literal(value, datatype=NamedNode(XSD + "date"))))
    if without is not None:
        if not stated.engine.ask(f"ASK {{ {NamedNode(without)} a <{REMIT}Organisation> }}"):
            raise RemitError(f"No organisation of the landscape has the IRI {without}.", "--without")
        given.append(Triple(node, NamedNode(REMIT + "without"), NamedNode(without)))
    engine = OxigraphEngine(stated.store())
    engine.extend(given)
    for rule in rule_files() if rules is None else rules:
        try:
            engine.extend(engine.construct(rule.read_text(encoding="utf-8")))
        except RemitError as error:
            raise RemitError(error.what, f"{rule.name}, {error.where}", error.remedy) from None
    return Snapshot(stated, day, engine)
