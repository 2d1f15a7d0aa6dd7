"""Tables of findings about cells: one row for each activity and topic, and what stands in its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from remit import words
from remit.analysis import KINDS, Finding
from remit.analysis.cells import CellFacts, Role
from remit.analysis.sentences import said_by
from remit.report.grouping import REFERENCE, Group, by_place, finding_cell, groups
from remit.report.lines import lead, line, note, numeral, table
from remit.report.material import Material
from remit.report.model import Column, Paragraph, Table, Text

__all__ = [
    "cells_of",
    "finding_note",
    "nothing",
    "of_reason",
    "pair_table",
    "places",
    "recorded",
    "said",
    "sentences",
    "sole",
]


def nothing(material: Material, kind: str) -> Paragraph:
    """The sentence of an empty section: what was looked for, and why there is nothing."""
    meaning = KINDS[kind].meaning.split(". ")[0].rstrip(".")
    day = words.date(material.reading.as_of)
    return lead(f"None as of {day}. What was looked for{material.within}: {words.in_sentence(meaning)}.")


def finding_note(found: Sequence[Finding], *kinds: str, also: str = "") -> Paragraph:
    """The small print beneath a table of findings: confidence by which rule, which query shows them, and what else."""
    rules = list(dict.fromkeys(each.confidence.rule for each in found))
    queries = list(dict.fromkeys(KINDS[kind].query for kind in kinds))
    return note(f"Confidence: {' '.join(rules)} Query: {words.and_list(queries)}.{f' {also}' if also else ''}")


def pair_table(
    material: Material,
    name: str,
    caption: str,
    found: Sequence[Finding],
    columns: Sequence[tuple[Column, Callable[[Group], str | Text | int]]],
    shown: int,
) -> Table:
    """Findings about cells, one row for each activity and topic."""
    rows = [
        (
            group.question,
            *(tell(group) for _, tell in columns),
            finding_cell(material, group.findings),
        )
        for group in groups(material, found)
    ]
    return table(
        name,
        caption,
        [
            Column("question", "Question", 2.0),
            *(column for column, _ in columns),
            REFERENCE,
        ],
        rows,
        shown=shown,
    )


def places(material: Material, group: Group) -> str:
    """The places of a group; ▾ marks those of which a source says that it falls short."""
    short = [cell.parts.place for cell in cells_of(material, group) if "said-to-fall-short" in cell.flags]
    marked = "" if not short else " ▾" if len(short) == len(group.places) else f" (▾ {material.place_names(short)})"
    return f"{words.capital(material.place_names(group.places))}{marked}"


def sentences(material: Material, group: Group) -> Text:
    """What the findings of a group say, by place."""
    return by_place(material, [(each.place, each.sentence) for each in group.findings])


def recorded(material: Material, group: Group, most: int = 3) -> Text:
    """How many bodies are recorded in each place, and their names, those in most places first."""
    cells = cells_of(material, group)
    held = Counter(body for cell in cells for body in cell.bodies("covering"))
    order = {body: at for at, body in enumerate(held)}
    first = sorted(held, key=lambda body: (-held[body], order[body]))
    numbers = by_place(material, [(cell.parts.place, words.number(cell.holders)) for cell in cells], "; ")
    names = words.short_list([material.reading.name(body) for body in first], most)
    return line(numbers, f". {names}.")


def cells_of(material: Material, group: Group) -> list[CellFacts]:
    """The cells of the findings of a group."""
    return [material.reading.cells[each.cells[0].iri] for each in group.findings]


def _held(role: Role) -> str:
    """How a role is held: ``as lead, since 2019``."""
    period = words.period(role.start, role.end, standing=role.standing)
    return ", ".join(part for part in (f"as {role.level}", period) if part)


def sole(material: Material, group: Group) -> Text:
    """The one body that is recorded, and for what its role is."""

    def says(cell: CellFacts) -> str:
        role = cell.of("covering")[0]
        told = [material.reading.name(role.organisation), _held(role)]
        if "wider-place-only" in cell.flags:
            told.append(f"for {role.place} as a whole")
        if "general-bodies-only" in cell.flags:
            told.append("not about the field itself")
        short = " ▾ Said to fall short." if "said-to-fall-short" in cell.flags else ""
        return f"{', '.join(told)}.{short}"

    return by_place(material, [(cell.parts.place, says(cell)) for cell in cells_of(material, group)])


def of_reason(material: Material, group: Group, reason: str, most: int = 3) -> Text:
    """The bodies that stand in a cell for a reason other than covering it, and since or until when."""

    def says(cell: CellFacts) -> str:
        told = []
        for role in cell.of(reason):
            period = words.period(role.start, role.end, standing=role.standing)
            told.append(
                material.reading.name(role.organisation) + (f", {period}" if period and reason != "general" else "")
            )
        told = list(dict.fromkeys(told))
        rest = f"; {words.number(len(told) - most)} more" if len(told) > most else ""
        short = " ▾ Said to fall short." if "said-to-fall-short" in cell.flags else ""
        return f"{'; '.join(told[:most])}{rest}.{short}"

    return by_place(material, [(cell.parts.place, says(cell)) for cell in cells_of(material, group)])


def said(material: Material, group: Group, most: int = 3) -> str:
    """What the latest statement says, and who else says that it falls short."""
    cells = cells_of(material, group)
    found = {one.iri: one for cell in cells for one in cell.said("limited")}
    latest = sorted(found.values(), key=lambda one: one.date, reverse=True)
    notes = [
        f"{words.full_stop(one.note).rstrip('.')} ({said_by(material.reading, one)})" for one in latest if one.note
    ]
    if not notes:
        return "; ".join(said_by(material.reading, one) for one in latest[:most]) + "."
    rest = len(latest) - 1
    others = [said_by(material.reading, one) for one in latest if f"({said_by(material.reading, one)})" not in notes[0]]
    also = f" Also: {'; '.join(others[: most - 1])}" if rest and others else ""
    more = rest - min(rest, len(others[: most - 1]))
    return f"{notes[0]}.{also}{f' and {numeral(more)} more' if also and more else ''}{'.' if also else ''}"
