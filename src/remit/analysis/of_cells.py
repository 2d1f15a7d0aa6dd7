"""Findings about cells: their statuses, what falls short, what ends, two leads, differences between places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from remit.analysis import confidence, sentences, wording
from remit.analysis.cells import CellFacts, Role
from remit.analysis.kinds import KINDS, STATUS_KINDS
from remit.analysis.mint import Mint
from remit.analysis.model import Candidate, Cell, Confidence, Evidence, Finding
from remit.analysis.reading import Reading
from remit.terms import local_name

__all__ = ["evidence_of", "of_cells", "role_evidence", "roles_of"]

REASONS = {
    "recorded-yet-said-to-fall-short": ("covering",),
    "single": ("covering",),
    "crowded": ("covering",),
    "contested": ("covering", "doubtful"),
    "unconfirmed": ("doubtful",),
    "general-only": ("general",),
    "announced": ("announced",),
    "lapsed": ("former",),
}
"""For which reasons the roles behind a cell are what a finding of a kind rests on."""

RESULTS = {
    "recorded-yet-said-to-fall-short": ("limited", "none"),
    "confirmed-gap": ("none",),
    "contested": ("none",),
    "searched": ("searched",),
}
"""Which assessments a finding of a kind rests on beside them; all others speak of the cell where they say limited."""


def roles_of(reading: Reading, cell: CellFacts, *reasons: str, holders: Iterable[str] | None = None) -> list[Evidence]:
    """The roles behind a cell as evidence, of some holders only where they are given."""
    wanted = None if holders is None else set(holders)
    roles = [role for role in cell.of(*reasons) if wanted is None or role.organisation in wanted]
    return [role_evidence(reading, role) for role in roles]


def role_evidence(reading: Reading, role: Role) -> Evidence:
    """A role as evidence."""
    return reading.evidence(role.iri, "role", partial(sentences.role_says, reading, role))


def _assessments(reading: Reading, cell: CellFacts, results: Iterable[str]) -> list[Evidence]:
    found = [one for result in results for one in (cell.absences if result == "none" else cell.said(result))]
    return [reading.evidence(one.iri, "assessment", partial(sentences.assessment_says, reading, one)) for one in found]


def evidence_of(reading: Reading, kind: str, cell: CellFacts) -> tuple[Evidence, ...]:
    """What a finding of a kind about a cell rests on."""
    results = RESULTS.get(kind, ("limited",))
    return (*_assessments(reading, cell, results), *roles_of(reading, cell, *REASONS.get(kind, ())))


def of_cells(mint: Mint, kind: str) -> Iterator[Finding]:
    """The findings of a kind that are about one cell each."""
    reading = mint.reading
    if kind == "place-difference":
        yield from _differences(mint)
    elif kind in STATUS_KINDS:
        of_status = [cell for cell in reading.cells.values() if cell.status == kind]
        for cell in sorted(of_status, key=lambda cell: -cell.needs):
            near = _candidates(reading, cell) if KINDS[kind].missing else ()
            yield _of_cell(mint, kind, cell, sentences.cell_sentence(kind, cell, reading), near)
    else:
        rows_of = reading.answers.by(KINDS[kind].query, "cell")
        listed = [reading.cells[iri] for iri in rows_of]
        if kind == "recorded-yet-said-to-fall-short":
            listed.sort(key=lambda cell: -cell.needs)
        for cell in listed:
            if kind == "cliff-edge":
                sentence = sentences.cliff_edge(rows_of[cell.parts.iri], reading)
            elif kind == "two-leads":
                sentence = sentences.two_leads(cell, reading)
            else:
                sentence = sentences.cell_sentence(kind, cell, reading)
            yield _of_cell(mint, kind, cell, sentence)


def _candidates(reading: Reading, cell: CellFacts) -> tuple[Candidate, ...]:
    rows = reading.answers.by("gaps/candidates", "cell").get(cell.parts.iri, ())
    return tuple(wording.candidate(row, reading.name(row["organisation"]), cell) for row in rows)


def _of_cell(mint: Mint, kind: str, cell: CellFacts, sentence: str, candidates: tuple[Candidate, ...] = ()) -> Finding:
    parts = cell.parts
    if kind in ("cliff-edge", "two-leads"):
        evidence = tuple(
            each
            for each, role in zip(roles_of(mint.reading, cell, "covering"), cell.of("covering"), strict=True)
            if role.leads or kind == "cliff-edge"
        )
        organisations = [role.organisation for role in cell.of("covering") if role.leads or kind == "cliff-edge"]
    else:
        evidence = evidence_of(mint.reading, kind, cell)
        organisations = cell.bodies(*REASONS.get(kind, ()))
    return mint.finding(
        kind,
        (parts.activity, parts.topic, parts.place),
        question=cell.question,
        sentence=sentence,
        subjects=(parts.iri,),
        organisations=organisations,
        cells=(parts,),
        needs=cell.needs,
        evidence=evidence,
        confidence=_confidence(mint.reading, kind, cell, evidence),
        query=KINDS[kind].query,
        parameters={name: local_name(getattr(parts, name)) for name in ("activity", "topic", "place")},
        candidates=candidates,
    )


def _confidence(reading: Reading, kind: str, cell: CellFacts, evidence: tuple[Evidence, ...]) -> Confidence:
    limit = reading.stale_before
    if kind == "contested":
        return confidence.of_doubt()
    if kind == "confirmed-gap":
        return confidence.of_absence(list(evidence), [one.date for one in cell.absences], limit)
    if kind == "searched":
        return confidence.of_search([one.date for one in cell.said("searched")], limit)
    if kind == "single":
        roles = [each for each in evidence if each.kind == "role"]
        return confidence.of_sole(roles, limit, "looked-for" in cell.flags)
    if kind == "crowded":
        return confidence.no_link([each for each in evidence if each.kind == "role"], limit)
    if kind in ("recorded-yet-said-to-fall-short", "cliff-edge", "two-leads"):
        return confidence.of_presence(evidence, limit)
    return confidence.looked_at("looked-for" in cell.flags)


def _differences(mint: Mint) -> Iterator[Finding]:
    reading = mint.reading
    for row in reading.answers.rows("gaps/place-differences"):
        parts = Cell(row["activity"], row["topic"], row["place"], row["cell"])
        there = reading.cells.get(row["cell"])
        recorded = [cell for cell in reading.cells_by_pair.get((parts.activity, parts.topic), ()) if cell.holders]
        evidence = {each.statement: each for cell in recorded for each in roles_of(reading, cell, "covering")}
        looked = there is not None and bool(there.absences or there.said("searched"))
        question = row["question"] or wording.question_elsewhere(reading, parts.activity, parts.topic, parts.place)
        yield mint.finding(
            "place-difference",
            (parts.activity, parts.topic, parts.place),
            question=question,
            sentence=wording.place_difference(row),
            state=there.status if there else "",
            subjects=(parts.iri,) if parts.iri else (parts.activity, parts.topic, parts.place),
            organisations=list(dict.fromkeys(body for cell in recorded for body in cell.bodies("covering"))),
            cells=(parts,),
            needs=there.needs if there else 0,
            evidence=(*(_assessments(reading, there, ("none", "searched")) if there else ()), *evidence.values()),
            confidence=confidence.looked_at(looked),
            query=KINDS["place-difference"].query,
            parameters={name: local_name(row[name]) for name in ("activity", "topic", "place")},
        )
