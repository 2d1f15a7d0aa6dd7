"""What falls short, what is reported missing, what rests on one body, what was looked for, what nobody has recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from remit.analysis import KINDS, Finding
from remit.analysis.cells import CellFacts, Role
from remit.analysis.sentences import said_by
from remit.report.grouping import LAST, Group, by_place, finding_cell, groups, whom_to_ask
from remit.report.lines import bullets, lead, line, note, section, table
from remit.report.material import Material
from remit.report.model import Block, Column, Paragraph, Section, Table, Text
from remit.site import words

__all__ = ["cells_of", "finding_note", "gap_sections", "nothing", "pair_table", "recorded", "rests_on"]


def nothing(material: Material, kind: str) -> Paragraph:
    """The sentence of an empty section: what was looked for, and why there is nothing."""
    meaning = KINDS[kind].meaning.split(". ")[0].rstrip(".")
    cells = words.count(len(material.cells), "question")
    return lead(
        f"None. Looked for were: {words.in_sentence(meaning)}. Of the {cells}{material.within}, none is so as of "
        f"{words.date(material.reading.as_of)}."
    )


def finding_note(found: Sequence[Finding], *kinds: str) -> Paragraph:
    """The small print beneath a table of findings: confidence by which rule, and which query shows them."""
    rules = list(dict.fromkeys(each.confidence.rule for each in found))
    queries = list(dict.fromkeys(KINDS[kind].query for kind in kinds))
    return note(f"Confidence: {' '.join(rules)} Query: {words.and_list(queries)}.")


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
            LAST,
        ],
        rows,
        shown=shown,
    )


def gap_sections(material: Material) -> list[Section]:
    """The sections, in the order in which a meeting asks."""
    return [
        _falls_short(material),
        _reported(material),
        _single(material),
        _searched(material),
        _not_recorded(material),
        _in_part(material),
        _pathways(material),
    ]


def _places(material: Material, group: Group) -> str:
    return words.capital(material.place_names(group.places))


def _sentences(material: Material, group: Group) -> Text:
    return by_place(material, [(each.place, each.sentence) for each in group.findings])


def recorded(material: Material, group: Group, most: int = 3) -> Text:
    """How many bodies are recorded in each place, and their names, those in most places first."""
    cells = cells_of(material, group)
    held = Counter(body for cell in cells for body in cell.bodies("covering"))
    order = {body: at for at, body in enumerate(held)}
    first = sorted(held, key=lambda body: (-held[body], order[body]))
    numbers = by_place(material, [(cell.parts.place, words.number(cell.holders)) for cell in cells])
    names = words.short_list([material.reading.name(body) for body in first], most)
    return line(numbers, f". {names}.")


def cells_of(material: Material, group: Group) -> list[CellFacts]:
    """The cells of the findings of a group."""
    return [material.reading.cells[each.cells[0].iri] for each in group.findings]


def _held(role: Role) -> str:
    """How a role is held: ``as lead, since 2019``."""
    period = words.period(role.start, role.end, standing=role.standing)
    return ", ".join(part for part in (f"as {role.level}", period) if part)


def _sole(material: Material, group: Group) -> Text:
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


def _of_reason(material: Material, group: Group, reason: str, most: int = 3) -> Text:
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


def _said(material: Material, group: Group, most: int = 3) -> str:
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
    return f"{notes[0]}.{also}{f' and {words.number(more)} more' if also and more else ''}{'.' if also else ''}"


def _falls_short(material: Material) -> Section:
    kind = "recorded-yet-said-to-fall-short"
    found = material.of(kind)
    title = "Recorded, yet said to fall short"
    if not found:
        return section("falls-short", title, nothing(material, kind))
    pairs = groups(material, found)
    most = pairs[0]
    return section(
        "falls-short",
        title,
        lead(
            f"For {words.count(len(found), 'question')} ({words.count(len(pairs), 'activity and topic', 'activities on a topic')} "
            f"in one place or several) somebody is recorded, and a source says that it is little or not enough. "
            f"Most needs ask for: {most.question}"
        ),
        note(
            "It does not say that these bodies do it badly, nor that the source knew of them. The numbers before the "
            "names count the bodies recorded in each place."
        ),
        pair_table(
            material,
            "falls-short-table",
            "What is recorded and yet said to fall short, what most needs ask for first",
            found,
            [
                (Column("recorded", "Recorded", 2.4), lambda group: recorded(material, group)),
                (Column("said", "What is said, by whom", 3.0), lambda group: _said(material, group)),
            ],
            10,
        ),
        finding_note(found, kind),
    )


def _reported(material: Material) -> Section:
    found, disputed = material.of("confirmed-gap"), material.of("contested")
    blocks: list[Block] = []
    if found:
        blocks.append(
            lead(
                f"For {words.count(len(found), 'question')} no body is recorded and a source reports that there is none. "
                "It is a report of its date, not a proof of today."
            )
        )
        blocks.append(
            pair_table(
                material,
                "reported-table",
                "What a source reports missing: who says so and when, and who is near to it",
                found,
                [
                    (Column("says", "What is known", 3.2), lambda group: _sentences(material, group)),
                    (Column("near", "Whom to ask", 2.2), lambda group: whom_to_ask(group.findings, 2)),
                ],
                15,
            )
        )
        blocks.append(finding_note(found, "confirmed-gap"))
    else:
        blocks.append(nothing(material, "confirmed-gap"))
    if disputed:
        blocks.append(
            lead(
                f"Sources disagree about {words.count(len(disputed), 'question')}: one reports none, and a role on the "
                "very topic is recorded as well. Neither side is judged to be right."
            )
        )
        blocks.append(
            pair_table(
                material,
                "contested-table",
                "Where sources disagree",
                disputed,
                [(Column("says", "What each side says", 4.0), lambda group: _sentences(material, group))],
                10,
            )
        )
        blocks.append(finding_note(disputed, "contested"))
    else:
        blocks.append(nothing(material, "contested"))
    return section("reported", "Reported absences: who says so, and when", *blocks)


def rests_on(found: Sequence[Finding]) -> list[tuple[str, int]]:
    """How many cells rest on each body alone, most first."""
    held = Counter(each.organisations[0] for each in found if each.organisations)
    return sorted(held.items(), key=lambda item: (-item[1], item[0]))


def _single(material: Material) -> Section:
    found = material.of("single")
    title = "What rests on one body"
    if not found:
        return section("rests-on-one", title, nothing(material, "single"))
    holders = rests_on(found)
    top = [f"{material.reading.name(body)} ({words.number(number)})" for body, number in holders[:5]]
    return section(
        "rests-on-one",
        title,
        lead(
            f"For {words.count(len(found), 'question')} exactly one body is recorded, "
            f"{words.count(len(holders), 'body', 'bodies')} in all; most of them on {words.and_list(top)}. "
            "Records are a sample: there may be others that nobody has recorded."
        ),
        pair_table(
            material,
            "single-table",
            "Questions for which one body is recorded, what most needs ask for first",
            found,
            [
                (Column("says", "The one recorded", 3.4), lambda group: _sole(material, group)),
                (Column("needs", "Needs", 0.75, "number"), lambda group: group.needs),
            ],
            10,
        ),
        finding_note(found, "single"),
        table(
            "single-bodies",
            "Bodies that are the only one recorded, by how many questions",
            [Column("body", "Body", 4), Column("cells", "Questions", 1, "number")],
            [(material.reading.name(body), number) for body, number in holders],
            in_workbook_only=True,
        ),
    )


def _searched(material: Material) -> Section:
    found = material.of("searched")
    title = "Looked for, and not found"
    if not found:
        return section("looked-for", title, nothing(material, "searched"))
    return section(
        "looked-for",
        title,
        lead(
            f"For {words.count(len(found), 'question')} curators looked in named places on a date and found no body. "
            "That nothing was found there does not mean that nobody does it."
        ),
        pair_table(
            material,
            "searched-table",
            "What was looked for and not found, with where and when",
            found,
            [
                (Column("says", "Where was looked, and when", 3.4), lambda group: _sentences(material, group)),
                (Column("near", "Whom to ask", 2.2), lambda group: whom_to_ask(group.findings, 2)),
            ],
            12,
        ),
        finding_note(found, "searched"),
    )


def _not_recorded(material: Material) -> Section:
    found = material.of("not-recorded")
    title = "No record yet: the curators' work list"
    if not found:
        return section("no-record-yet", title, nothing(material, "not-recorded"))
    return section(
        "no-record-yet",
        title,
        lead(
            f"Of {words.count(len(found), 'question')} the landscape does not know: nothing is recorded, and nobody is "
            "known to have looked. This is a work list. It does not say that nobody does it."
        ),
        pair_table(
            material,
            "not-recorded-table",
            "What nobody has recorded or looked for yet, what most needs ask for first",
            found,
            [
                (Column("places", "Where", 1.4), lambda group: _places(material, group)),
                (Column("needs", "Needs", 0.75, "number"), lambda group: group.needs),
                (Column("near", "Whom to ask", 3.0), lambda group: whom_to_ask(group.findings, 2)),
            ],
            8,
        ),
        finding_note(found, "not-recorded"),
    )


_PART = {
    "general-only": ("General remit only", "only bodies whose recorded role is general are recorded", "general"),
    "unconfirmed": (
        "Recorded, not confirmed as still running",
        "what is recorded is not confirmed as still running, or no source backs it",
        "doubtful",
    ),
    "announced": ("Announced", "nothing is recorded but a plan", "announced"),
    "lapsed": ("Recorded as ended", "all that is recorded has ended", "former"),
}


def _in_part(material: Material) -> Section:
    parts = []
    for kind, (title, says, reason) in _PART.items():
        found = material.of(kind)
        columns: list[tuple[Column, Callable[[Group], str | Text | int]]] = [
            (Column("says", "What is recorded", 3.4), partial(_of_reason, material, reason=reason))
        ]
        if KINDS[kind].missing:
            columns.append((Column("near", "Whom to ask", 2.0), lambda group: whom_to_ask(group.findings, 1)))
        if found:
            parts.append(
                section(
                    kind,
                    title,
                    lead(f"For {words.count(len(found), 'question')} {says}."),
                    pair_table(material, f"{kind}-table", f"{title}: the questions, and who", found, columns, 3),
                    finding_note(found, kind),
                )
            )
        else:
            parts.append(section(kind, title, nothing(material, kind)))
    total = sum(len(material.of(kind)) for kind in _PART)
    return section(
        "in-part",
        "Recorded in part only",
        lead(
            f"For {words.count(total, 'question')} something is recorded that does not amount to a current, confirmed "
            "role on the very topic."
        ),
        sections=parts,
    )


def _pathways(material: Material) -> Section:
    paths = [each for each in material.of("broken-pathway")]
    overall = [each for each in paths if len(each.id.split(".")) == 2]
    listed = overall or paths
    differences = material.of("place-difference")
    blocks: list[Block] = []
    if listed:
        blocks += [
            lead(
                f"For {words.count(len(listed), 'topic')} research is recorded, and nothing in regulation or nothing in "
                "implementation: what is found may have no recorded way into use."
            ),
            table(
                "pathways-table",
                "Topics with research on record and a step without, all places together",
                [
                    Column("question", "Question", 2.6),
                    Column("says", "What is recorded", 3),
            LAST,
                ],
                [
                    (each.question, each.sentence, finding_cell(material, [each]))
                    for each in listed
                ],
                shown=8,
            ),
            finding_note(listed, "broken-pathway"),
        ]
    else:
        blocks.append(nothing(material, "broken-pathway"))
    if differences:
        counted = Counter(each.place for each in differences)
        blocks += [
            lead(
                f"Recorded in one place and not in another: {words.count(len(differences), 'case')}. "
                "A place that has none recorded may not need any, or may be served in a way that nobody has recorded."
            ),
            bullets(
                line(f"{place.label}: {words.count(counted[place.iri], 'question')} recorded elsewhere and not there")
                for place in material.places
            ),
            pair_table(
                material,
                "differences-table",
                "Recorded in one place, not in another",
                differences,
                [(Column("says", "Where", 3.4), lambda group: _difference(material, group))],
                6,
            ),
            finding_note(differences, "place-difference"),
        ]
    else:
        blocks.append(nothing(material, "place-difference"))
    return section("pathways", "From research into use, and differences between places", *blocks)


def _difference(material: Material, group: Group) -> str:
    """Where a body is recorded and where none: ``Recorded in East; not in North and West (general remit only).``"""
    here = material.reading.cells_by_pair.get((group.findings[0].activity, group.findings[0].topic), ())
    recorded_in = words.and_list(material.label(cell.parts.place) for cell in here if cell.holders)
    labels = {one.name: one.label for one in material.reading.words.closed("status")}
    without: dict[str, list[str]] = {}
    for each in group.findings:
        without.setdefault(labels.get(each.state, "not asked"), []).append(material.label(each.place))
    told = "; ".join(f"not in {words.and_list(places)} ({status})" for status, places in without.items())
    return f"Recorded in {recorded_in}; {told}."
