"""What is asked for, and for how much of it somebody is recorded, place by place."""

from __future__ import annotations

from remit import words
from remit.analysis import Finding
from remit.report import pictures
from remit.report.grouping import REFERENCE, finding_cell
from remit.report.lines import body, lead, numeral, section, table
from remit.report.material import Material
from remit.report.model import Column, Section
from remit.report.parts.cells import finding_note, nothing

__all__ = ["needs", "overall"]

WORST_FIRST = {"none": 0, "some": 1, "all": 2}


def overall(material: Material) -> list[Finding]:
    """The findings about needs in all places together, or in the only place within the scope; those with least
    recorded first."""
    parts = 3 if material.scope.places is not None and len(material.places) == 1 else 2
    found = [each for each in material.of("need") if len(each.id.split(".")) == parts]
    return sorted(found, key=lambda each: WORST_FIRST.get(each.state, 3))


def _are(number: int) -> str:
    return f"{numeral(number)} {'is' if number < 2 else 'are'}"


def needs(material: Material) -> Section:
    """Each need, in all places and in each."""
    found = overall(material)
    title = "Needs, place by place"
    if not found:
        return section("needs", title, nothing(material, "need"))
    rows = {row["need"]: row for row in material.reading.answers.rows("needs/overall")}
    there: dict[tuple[str, str], Finding] = {}
    for each in material.of("need"):
        if len(each.id.split(".")) > 2:
            there[each.subjects[0], each.place] = each
    states = {name: sum(each.state == name for each in found) for name in WORST_FIRST}
    ways = (("all", "recorded in full"), ("some", "recorded in part"), ("none", "not recorded at all"))
    told = words.and_list(f"{_are(states[state])} {way}" for state, way in ways if states[state])
    affairs = (
        len({row["need"] for row in material.reading.answers.rows("needs/group-affairs")}) if material.whole else 0
    )

    def at(need: str, place: str) -> str:
        each = there.get((need, place))
        if each is None:
            return "not asked"
        cells = [material.reading.cells[cell.iri] for cell in each.cells]
        recorded = sum(cell.holders > 0 and cell.status != "contested" for cell in cells)
        short = sum("said-to-fall-short" in cell.flags for cell in cells)
        return f"{recorded} of {len(cells)}{f', {short} ▾' if short else ''}"

    def total(need: str) -> str:
        row = rows[need]
        short = f", {row['saidToFallShort']} ▾" if int(row["saidToFallShort"]) else ""
        return f"{row['recorded']} of {row['cells']}{short}"

    return section(
        "needs",
        title,
        lead(
            f"Of {words.count(len(found), 'need')}, {told}. Recorded in full means that somebody is recorded for every "
            "question that the need asks; it does not mean that the need is met."
        ),
        pictures.needs(material),
        table(
            "needs-table",
            "For how many of the questions of each need somebody is recorded, those with least first (▾: said "
            "to fall short)",
            [
                Column("need", "Need", 4),
                *(Column(f"place-{at_}", place.label, 1.2) for at_, place in enumerate(material.places)),
                Column("says", "In all", 1.1),
                REFERENCE,
            ],
            [
                (
                    rows[each.subjects[0]]["needLabel"],
                    *(at(each.subjects[0], place.iri) for place in material.places),
                    total(each.subjects[0]),
                    finding_cell(material, [each]),
                )
                for each in found
            ],
            shown=12,
        ),
        body(
            f"{words.capital(words.count(affairs, 'more need concerns', 'more needs concern'))} the group’s own "
            f"affairs and "
            f"{'asks' if affairs == 1 else 'ask'} nothing of the landscape."
        )
        if affairs
        else None,
        finding_note(
            found, "need", also="A finding about one place adds the place to the need’s id, after a full stop."
        ),
    )
