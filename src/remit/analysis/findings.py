"""All that a landscape's records show on a date and that is worth a look."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from remit.analysis.kinds import KINDS
from remit.analysis.mint import Mint
from remit.analysis.model import Finding, Judgement
from remit.analysis.nullmodel import Similarity
from remit.analysis.of_bodies import brokers, duplicates, overlaps
from remit.analysis.of_cells import of_cells
from remit.analysis.of_needs import needs, pathways
from remit.analysis.of_records import orphaned_roles, stale
from remit.analysis.reading import Reading
from remit.analysis.scope import Scope
from remit.collector import uncollected
from remit.engine import Solutions
from remit.errors import RemitError
from remit.infer import Snapshot

__all__ = ["finding", "findings", "findings_of", "judged_and_gone"]


def findings(
    snapshot: Snapshot,
    results: Mapping[str, Solutions] | None = None,
    *,
    scope: Scope | None = None,
    kinds: Iterable[str] | None = None,
    similarity: Similarity | None = None,
) -> list[Finding]:
    """The findings of a snapshot, by kind in the order of KINDS, within a kind the foremost first.

    Args:
        snapshot: the landscape as of a date.
        results: answers to shipped questions, with no blank filled in, that are known already.
        scope: only findings within.
        kinds: only these kinds; all when None.
        similarity: what the null model says of overlaps, where it was run.

    Raises:
        RemitError: there is no such kind.
    """
    return findings_of(Reading(snapshot, results), scope=scope, kinds=kinds, similarity=similarity)


def findings_of(
    reading: Reading,
    *,
    scope: Scope | None = None,
    kinds: Iterable[str] | None = None,
    similarity: Similarity | None = None,
) -> list[Finding]:
    """The findings of a reading; see :func:`findings`."""
    wanted = list(KINDS) if kinds is None else list(kinds)
    for name in wanted:
        if name not in KINDS:
            near = difflib.get_close_matches(name, KINDS, 3, 0.5) or list(KINDS)
            raise RemitError(f"There is no kind of finding named “{name}”.", None, f"Kinds: {', '.join(near)}.")
    mint = Mint(reading)
    with uncollected():
        found = [each for kind in KINDS if kind in wanted for each in _of_kind(mint, kind, similarity)]
    double = [name for name, number in Counter(each.id for each in found).items() if number > 1]
    if double:
        raise RemitError(
            f"Two findings have the id {double[0]}.",
            None,
            "Two things of the landscape end in the same last part of their address: give one of them another.",
        )
    return [each for each in found if scope is None or scope.has(each, reading)]


def _of_kind(mint: Mint, kind: str, similarity: Similarity | None) -> Iterator[Finding]:
    match kind:
        case "need":
            return needs(mint)
        case "broken-pathway":
            return pathways(mint)
        case "overlap":
            return overlaps(mint, similarity)
        case "possible-duplicate":
            return duplicates(mint)
        case "broker":
            return brokers(mint)
        case "orphaned-role":
            return orphaned_roles(mint)
        case "stale" | "undated":
            return stale(mint, kind)
        case _:
            return of_cells(mint, kind)


def finding(reading: Reading, name: str) -> Finding:
    """One finding, by its id or its IRI.

    Raises:
        RemitError: there is no such finding on the date; near ids are offered.
    """
    wanted = name.removeprefix(f"{reading.base}finding/")
    kind = wanted.partition(".")[0]
    found = findings_of(reading, kinds=[kind] if kind in KINDS else None)
    for each in found:
        if each.id == wanted:
            return each
    near = difflib.get_close_matches(wanted, [each.id for each in found], 3, 0.6)
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    raise RemitError(
        f"There is no finding “{wanted}” as of {reading.as_of}.", None, f"{hint}`remit findings` lists them."
    )


def judged_and_gone(reading: Reading, found: Iterable[Finding]) -> dict[str, Judgement]:
    """Decisions about what is no longer found, by the finding's IRI.

    Args:
        reading: the snapshot.
        found: all its findings.
    """
    there = {each.iri for each in found}
    return {iri: one for iri, one in Mint(reading).judgements.items() if iri not in there}
