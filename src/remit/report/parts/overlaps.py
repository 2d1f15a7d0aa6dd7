"""Who is recorded for the same, which links are on record, and whether similarity is more than size."""

from __future__ import annotations

from collections import Counter

from remit import words
from remit.analysis import Finding
from remit.report import pictures
from remit.report.grouping import REFERENCE, Group, by_place, finding_cell
from remit.report.lines import body, lead, line, link, note, numeral, section, table
from remit.report.material import Material
from remit.report.model import Column, Section, Table, Text
from remit.report.parts.cells import cells_of, finding_note, nothing, pair_table, recorded

__all__ = ["overlaps"]


def overlaps(material: Material) -> Section:
    """Crowded questions, two leads, pairs without a recorded link, possible duplicates, bodies that link others."""
    return section(
        "overlaps",
        "Overlaps and links",
        lead(
            "Two bodies overlap where both are recorded for the same question and neither is part of the other. "
            "To do the "
            "same is not to do it twice, and a link that is not recorded may exist."
        ),
        sections=[
            _crowded(material),
            _pairs(material),
            _leads(material),
            _duplicates(material),
            _brokers(material),
            _judged(material),
        ],
    )


_NO_CELL = (
    "This is about bodies as such, whatever their activities, topics and places: the report of the whole landscape "
    "tells it."
)


def _about_cells(material: Material) -> bool:
    """Whether the scope leaves out what lies in no area, topic or place."""
    return bool(material.scope.cells_say) and not material.scope.organisation


def _crowded(material: Material) -> Section:
    found = material.of("crowded")
    title = "Several recorded, few recorded links"
    if not found:
        return section("crowded", title, nothing(material, "crowded"))
    return section(
        "crowded",
        title,
        lead(
            f"For {words.count(len(found), 'question')} three bodies or more are recorded, and fewer than half "
            "of their "
            "pairs have a recorded link."
        ),
        pair_table(
            material,
            "crowded-table",
            "Questions with several bodies and few recorded links, most bodies first",
            sorted(found, key=lambda each: -len(each.organisations)),
            [
                (
                    Column("says", "Recorded, and links", 4.0),
                    lambda group: line(recorded(material, group, 4), f" {_links(material, group)}"),
                )
            ],
            3,
        ),
        finding_note(found, "crowded"),
    )


def _links(material: Material, group: Group) -> str:
    """How many pairs have a recorded link, over all places."""
    cells = cells_of(material, group)
    pairs = sum(cell.holders * (cell.holders - 1) // 2 for cell in cells)
    return f"Of {words.number(pairs)} pairs, {words.number(sum(cell.linked for cell in cells))} with a recorded link."


def _leading(material: Material, group: Group) -> Text:
    """How many lead in each place, and who, those in most places first."""
    leads = [
        (cell.parts.place, list(dict.fromkeys(role.organisation for role in cell.of("covering") if role.leads)))
        for cell in cells_of(material, group)
    ]
    held = Counter(body_ for _, bodies in leads for body_ in bodies)
    numbers = by_place(material, [(place, words.number(len(bodies))) for place, bodies in leads], "; ")
    names = [material.reading.name(body_) for body_, _ in held.most_common()]
    return line(numbers, f". {words.short_list(names, 4)}.")


def _listed(material: Material, name: str, caption: str, found: list[Finding], shown: int) -> Table:
    """Findings about bodies, one a row."""
    return table(
        name,
        caption,
        [
            Column("question", "Question", 2.4),
            Column("says", "What is recorded", 3.4),
            REFERENCE,
        ],
        [(each.question, each.sentence, finding_cell(material, [each])) for each in found],
        shown=shown,
    )


def _pairs(material: Material) -> Section:
    found = material.of("overlap")
    title = "Recorded for the same, no link on record"
    if not found:
        return section("without-link", title, nothing(material, "overlap"))
    alike = set()
    if material.similarity is not None:
        alike = {frozenset((pair.one, pair.other)) for pair in material.similarity.unusual}
    first = [each for each in found if frozenset(each.subjects) in alike]
    rest = [each for each in found if frozenset(each.subjects) not in alike]
    return section(
        "without-link",
        title,
        lead(
            f"{words.capital(words.count(len(found), 'pair of bodies is', 'pairs of bodies are'))} recorded for "
            "the same "
            "questions with no link between them on record. "
            + (
                f"Of these, {numeral(len(first))} {'is' if len(first) == 1 else 'are'} more alike than "
                "size explains "
                f"and {'stands' if len(first) == 1 else 'stand'} first."
                f"{_linked(len(alike) - len(first)) if material.whole else ''}"
                if first
                else "None of them is more alike than size explains."
                if material.similarity is not None
                else ""
            )
        ),
        _listed(
            material, "pairs-table", "Pairs recorded for the same questions without a recorded link", [*first, *rest], 3
        ),
        body(material.similarity.rule) if material.similarity is not None else None,
        finding_note(found, "overlap"),
    )


def _linked(rest: int) -> str:
    """How many pairs that are as alike have a link on record, so that the numbers of both can be told apart."""
    are = "is" if rest == 1 else "are"
    more = words.count(rest, "more pair", "more pairs")
    return f" {words.capital(more)} that {are} as alike {'has' if rest == 1 else 'have'} one." if rest > 0 else ""


def _leads(material: Material) -> Section:
    found = material.of("two-leads")
    title = "Two leads for one question"
    if not found:
        return section("two-leads", title, nothing(material, "two-leads"))
    return section(
        "two-leads",
        title,
        lead(
            f"For {words.count(len(found), 'question')} two bodies or more are recorded as leading. They may lead on "
            "different things within it, or take turns; the record does not say."
        ),
        pair_table(
            material,
            "leads-table",
            "Questions with two recorded leads or more",
            found,
            [
                (
                    Column("says", "Who leads", 4.0),
                    lambda group: _leading(material, group),
                )
            ],
            4,
        ),
        finding_note(found, "two-leads"),
    )


def _duplicates(material: Material) -> Section:
    found = material.of("possible-duplicate")
    title = "Possibly one body, recorded twice"
    if not found and _about_cells(material):
        return section("duplicates", title, lead(_NO_CELL))
    decided = sum(each.kind == "possible-duplicate" for each in material.judged)
    if not found and decided:
        told = words.count(decided, "such pair was found and has", "such pairs were found and have")
        return section(
            "duplicates",
            title,
            lead(f"{words.capital(told)} been decided about: see ", link("Decided already", "judged"), "."),
        )
    if not found:
        return section("duplicates", title, nothing(material, "possible-duplicate"))
    return section(
        "duplicates",
        title,
        lead(f"{words.capital(words.count(len(found), 'pair of records', 'pairs of records'))} may mean one body."),
        _listed(
            material,
            "duplicates-table",
            "Pairs of records that may mean one body, and what they have in common",
            found,
            8,
        ),
        finding_note(found, "possible-duplicate"),
    )


def _brokers(material: Material) -> Section:
    found = material.of("broker")
    title = "Bodies that link others"
    if not found and _about_cells(material):
        return section("brokers", title, lead(_NO_CELL))
    if not found:
        return section("brokers", title, nothing(material, "broker"), pictures.around(material))
    return section(
        "brokers",
        title,
        lead(
            "Computed from the relationships on record alone: on how many of the shortest paths between others a body "
            "lies (betweenness), and who would have no recorded path without it."
        ),
        _listed(material, "brokers-table", "Bodies that lie between most others", found, 3),
        finding_note(found, "broker"),
        pictures.around(material),
    )


def _judged(material: Material) -> Section:
    found = material.judged
    title = "Decided already"
    if not found:
        return section(
            "judged",
            title,
            lead(
                "This section looks for decisions that people have taken about findings. None is recorded, so that "
                "every finding is open."
            ),
            note("A decision is kept with `remit judge FINDING --verdict … --by BODY --date …`."),
        )
    return section(
        "judged",
        title,
        lead(
            f"{words.capital(words.count(len(found), 'finding has', 'findings have'))} been decided about; "
            f"{'it is' if len(found) == 1 else 'they are'} not listed as open above."
        ),
        table(
            "judged-table",
            "Findings that have been decided about",
            [
                Column("question", "Question", 2.6),
                Column("says", "What is recorded", 3),
                Column("verdict", "Decided", 1.4),
                Column("by", "By", 1.8),
                Column("date", "When", 1, "date"),
                Column("note", "Remark", 2),
                Column("finding", "Finding", 2),
            ],
            [
                (
                    each.question,
                    each.sentence,
                    each.judgement.label,
                    each.judgement.by_label,
                    words.date(each.judgement.date),
                    each.judgement.note,
                    each.id,
                )
                for each in found
                if each.judgement
            ],
        ),
    )
