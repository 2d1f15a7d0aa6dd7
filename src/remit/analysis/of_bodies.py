"""Findings about bodies: overlaps without a recorded link, possible duplicates, bodies that link others."""

from __future__ import annotations

from collections.abc import Iterator

from remit import words
from remit.analysis import confidence, wording
from remit.analysis.brokers import brokers_of, foremost
from remit.analysis.mint import Mint
from remit.analysis.model import Evidence, Finding
from remit.analysis.nullmodel import Similarity
from remit.analysis.of_cells import roles_of
from remit.terms import local_name

__all__ = ["brokers", "duplicates", "overlaps"]


def overlaps(mint: Mint, similarity: Similarity | None = None) -> Iterator[Finding]:
    """Pairs that are recorded for the same cells with no link on record, most shared cells first.

    Args:
        mint: makes the findings.
        similarity: what the null model says; without it nothing is said of what size explains.
    """
    reading = mint.reading
    unusual = {} if similarity is None else {(pair.one, pair.other): pair for pair in similarity.unusual}
    for row in reading.answers.rows("overlaps/without-link"):
        pair = _pair(row)
        other = reading.cells_by_holder.get(pair[1], {})
        shared = [cell for iri, cell in reading.cells_by_holder.get(pair[0], {}).items() if iri in other]
        evidence = {
            each.statement: each for cell in shared for each in roles_of(reading, cell, "covering", holders=pair)
        }
        found = unusual.get((min(pair), max(pair)))
        sentence = wording.overlap(row, reading.label(row["organisation"]), reading.label(row["other"]))
        if found is not None and similarity is not None:
            sentence += f" {similarity.says(found)}"
        yield mint.finding(
            "overlap",
            pair,
            question=f"How do {words.and_list(map(reading.name, pair))} divide what both are recorded for?",
            sentence=sentence,
            subjects=pair,
            organisations=pair,
            cells=[cell.parts for cell in shared],
            evidence=evidence.values(),
            confidence=confidence.no_link(evidence.values(), reading.stale_before),
            query="overlaps/shared-cells",
            parameters={"organisation": local_name(pair[0]), "other": local_name(pair[1])},
        )


def duplicates(mint: Mint) -> Iterator[Finding]:
    """Pairs of records that may mean one body."""
    reading = mint.reading
    pairs: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in reading.answers.rows("overlaps/possible-duplicates"):
        pairs.setdefault(_pair(row), []).append(row)
    for pair, rows in pairs.items():
        yield mint.finding(
            "possible-duplicate",
            pair,
            question=f"Are {words.and_list(map(reading.name, pair))} one body, recorded twice?",
            sentence=wording.duplicate(rows),
            subjects=pair,
            organisations=pair,
            evidence=[Evidence(iri, "organisation", reading.name(iri), reading.sources.get(iri, ())) for iri in pair],
            confidence=confidence.agreed({row["reason"] for row in rows}),
            query="overlaps/possible-duplicates",
        )


def brokers(mint: Mint) -> Iterator[Finding]:
    """The ten bodies that lie between most others."""
    reading = mint.reading
    links = reading.answers.by("profile/relationships", "organisation")
    for one in foremost(brokers_of(reading)):
        name = reading.name(one.organisation)
        yield mint.finding(
            "broker",
            (one.organisation,),
            question=f"Whom does {name} link?",
            sentence=wording.broker(one.degree, one.betweenness, one.apart),
            state="articulation" if one.articulation else "",
            subjects=(one.organisation,),
            organisations=(one.organisation,),
            evidence=[
                Evidence(
                    row["relationship"],
                    "relationship",
                    f"{name} {row['relationLabel']} {reading.name(row['other'])}.",
                    reading.sources.get(row["relationship"], ()),
                )
                for row in links.get(one.organisation, ())
                if row["current"] == "true"
            ],
            confidence=confidence.about_records(
                "low",
                "Low, because it is computed from the relationships on record: one that is not recorded may change it.",
            ),
            query="profile/relationships",
            parameters={"organisation": local_name(one.organisation)},
        )


def _pair(row: dict[str, str]) -> tuple[str, str]:
    one, other = sorted((row["organisation"], row["other"]), key=lambda iri: (local_name(iri), iri))
    return one, other
