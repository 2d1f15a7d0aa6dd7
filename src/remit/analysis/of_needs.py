"""Findings about needs and pathways, for all places together and for each."""

from __future__ import annotations

from collections.abc import Iterator

from remit.analysis import confidence, wording
from remit.analysis.cells import CellFacts
from remit.analysis.mint import Mint
from remit.analysis.model import Evidence, Finding
from remit.analysis.of_cells import role_evidence
from remit.analysis.reading import Reading
from remit.terms import local_name

__all__ = ["needs", "pathways"]

STEPS = ("research", "regulation", "implementation")
"""The columns of gaps/broken-pathways, which are also the last parts of the areas' IRIs."""

OPEN = frozenset(("not-recorded", "general-only", "unconfirmed", "announced", "lapsed"))
"""Statuses that nobody's looking stands behind."""


def needs(mint: Mint) -> Iterator[Finding]:
    """Each need in all places together, then in each place."""
    reading = mint.reading
    labels = {row["need"]: row["needLabel"] for row in reading.answers.rows("needs/overall")}
    by_need = reading.answers.by("needs/by-place", "need")
    for row in reading.answers.rows("needs/overall"):
        iri = row["need"]
        yield _need(mint, row, labels[iri], "", reading.cells_by_need.get(iri, []))
        for each in by_need.get(iri, ()):
            there = [cell for cell in reading.cells_by_need.get(iri, ()) if cell.parts.place == each["place"]]
            yield _need(mint, each, labels[iri], each["place"], there)


def _need(mint: Mint, row: dict[str, str], label: str, place: str, cells: list[CellFacts]) -> Finding:
    reading = mint.reading
    looked = bool(cells) and all(cell.status not in OPEN or "looked-for" in cell.flags for cell in cells)
    parameters = {"need": local_name(row["need"])} | ({"place": local_name(place)} if place else {})
    return mint.finding(
        "need",
        (row["need"], *((place,) if place else ())),
        question=wording.need_question(label, _phrase(reading, place)),
        sentence=wording.need(row, sum(cell.status == "contested" for cell in cells)),
        state=row["recordedFor"],
        subjects=(row["need"],),
        organisations=list(dict.fromkeys(body for cell in cells for body in cell.bodies("covering"))),
        cells=[cell.parts for cell in cells],
        evidence=[Evidence(row["need"], "need", label, reading.sources.get(row["need"], ()))],
        confidence=confidence.about_records(
            "medium" if looked else "low",
            "Medium where a body is recorded, or somebody has looked, for every question that it asks, otherwise low; "
            "never high, since which questions would answer a need is the curators' reading.",
        ),
        query="needs/cells-of-a-need",
        parameters=parameters,
    )


def pathways(mint: Mint) -> Iterator[Finding]:
    """Topics with research and nothing recorded further on, in all places together, then in each place."""
    reading = mint.reading
    on_the_way: dict[str, list[CellFacts]] = {}
    for (activity, topic), found in reading.cells_by_pair.items():
        if local_name(reading.words.top(activity)) in STEPS:
            on_the_way.setdefault(topic, []).extend(found)
    for row in reading.answers.rows("gaps/broken-pathways"):
        cells = [cell for cell in on_the_way.get(row["topic"], ()) if row["place"] in ("", cell.parts.place)]
        steps = [(role, cell) for cell in cells for role in cell.of("covering", "within", "doubtful", "general")]
        # a general role is on the very topic where that is the field as a whole
        steps = [(role, cell) for role, cell in steps if role.reason != "general" or _is_on(reading, role.iri, cell)]
        roles = {role.iri: role_evidence(reading, role) for role, _ in steps}
        bodies = [role.organisation for role, _ in steps]
        place = (row["place"],) if row["place"] else ()
        yield mint.finding(
            "broken-pathway",
            (row["topic"], *place),
            question=wording.pathway_question(row["topicLabel"], _phrase(reading, row["place"])),
            sentence=wording.pathway(row),
            state=row["missing"],
            subjects=(row["topic"],),
            organisations=list(dict.fromkeys(bodies)),
            cells=[cell.parts for cell in cells],
            evidence=roles.values(),
            confidence=confidence.looked_at(_looked(reading, cells, row["missing"])),
            query="gaps/broken-pathways",
            parameters={"topic": local_name(row["topic"])} | ({"place": local_name(row["place"])} if place else {}),
        )


def _is_on(reading: Reading, role: str, cell: CellFacts) -> bool:
    """Whether a role is stated for the cell's own topic."""
    return reading.current_roles.get(role, {}).get("topic") == cell.parts.topic


def _looked(reading: Reading, cells: list[CellFacts], missing: str) -> bool:
    """Whether, in each area that is missing, somebody has looked for at least one of the cells."""
    return all(
        any(
            cell.absences or cell.said("searched")
            for cell in cells
            if local_name(reading.words.top(cell.parts.activity)) == area
        )
        for area in missing.split(" and ")
    )


def _phrase(reading: Reading, place: str) -> str:
    if not place:
        return ""
    concept = reading.words.concepts.get(place)
    return (concept.phrase or f"in {concept.label}") if concept else ""
