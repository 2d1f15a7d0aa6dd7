"""What falls short, what is reported missing, what rests on one body, what was looked for, what nobody has recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from remit import words
from remit.analysis import KINDS, Finding
from remit.report.grouping import REFERENCE, Group, finding_cell, groups, whom_to_ask
from remit.report.lines import bullets, lead, line, link, note, numeral, section, table
from remit.report.material import Material
from remit.report.model import Block, Column, Section, Text
from remit.report.parts.cells import (
    finding_note,
    nothing,
    of_reason,
    pair_table,
    places,
    recorded,
    said,
    sentences,
    sole,
)

__all__ = ["gap_sections", "rests_on"]


_PAIR = ("pair of an activity and a topic", "pairs of an activity and a topic")


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
            f"For {words.count(len(found), 'question')}, about {words.count(len(pairs), *_PAIR)}, somebody is "
            f"recorded, and "
            "a source says that it is little or not enough. "
            f"Asked for by most needs: {most.question}"
        ),
        note(
            "It does not say that these bodies do it badly, nor that the source knew of them. The numbers before the "
            "names count the bodies recorded in each place. Every statement that something falls short stands, place "
            "by place, in the annex ",
            link("“What is said to fall short or to be missing”", "annex-said"),
            ".",
        ),
        pair_table(
            material,
            "falls-short-table",
            "What is recorded and yet said to fall short, those that most needs ask for first",
            found,
            [
                (Column("recorded", "Recorded", 2.4), lambda group: recorded(material, group)),
                (Column("said", "What is said, by whom", 3.0), lambda group: said(material, group)),
            ],
            6,
        ),
        finding_note(found, kind),
    )


def _reported(material: Material) -> Section:
    found, disputed = material.of("confirmed-gap"), material.of("contested")
    blocks: list[Block] = []
    if found:
        blocks.append(
            lead(
                f"For {words.count(len(found), 'question')} no body is recorded and a source reports that there "
                "is none. "
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
                    (Column("says", "What is known", 3.2), lambda group: sentences(material, group)),
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
                f"Sources disagree about {words.count(len(disputed), 'question')}: one reports none, and a role "
                "for just this topic is recorded as well. Neither side is judged to be right."
            )
        )
        blocks.append(
            pair_table(
                material,
                "contested-table",
                "Where sources disagree",
                disputed,
                [(Column("says", "What each side says", 4.0), lambda group: sentences(material, group))],
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
    top = words.and_list(f"{material.reading.name(body)} with {numeral(number)}" for body, number in holders[:3])
    rest = f"They rest on {words.count(len(holders), 'body', 'bodies')}, the most on {top}."
    if len(holders) <= 3:
        rest = f"They rest on {top}."
    return section(
        "rests-on-one",
        title,
        lead(
            f"For {words.count(len(found), 'question')} exactly one body is recorded. {rest} "
            "Records are a sample: there may be others that nobody has recorded."
        ),
        pair_table(
            material,
            "single-table",
            f"Questions for which one body is recorded{_by_needs(found)}",
            found,
            [
                (Column("says", "The one recorded", 3.4), lambda group: sole(material, group)),
                *_needs(found),
            ],
            4,
        ),
        finding_note(found, "single"),
        table(
            "single-bodies",
            "Bodies that are the only one recorded, by how many questions",
            [
                Column("body", "Body", 2),
                Column("cells", "Questions", 0.8, "number"),
                Column("which", "Which", 5),
            ],
            [(material.reading.name(body), number, _questions(material, found, body)) for body, number in holders],
            shown=3,
        ),
    )


def _questions(material: Material, found: Sequence[Finding], body: str) -> str:
    """The questions that rest on a body, each with its places."""
    of_body = groups(material, [each for each in found if each.organisations[:1] == (body,)])
    return " ".join(f"{group.question.removesuffix('?')} ({material.place_names(group.places)})?" for group in of_body)


def _by_needs(found: Sequence[Finding]) -> str:
    """The end of a caption: what the order of the rows tells, where it tells something."""
    return ", those that most needs ask for first" if any(each.needs for each in found) else "; no need asks for them"


def _needs(found: Sequence[Finding]) -> list[tuple[Column, Callable[[Group], str | Text | int]]]:
    """The column of how many needs ask, where one does."""
    column = Column("needs", "Needs", 0.75, "number")
    return [(column, lambda group: group.needs)] if any(each.needs for each in found) else []


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
                (Column("says", "Where was looked, and when", 3.4), lambda group: sentences(material, group)),
                (Column("near", "Whom to ask", 2.2), lambda group: whom_to_ask(group.findings, 2)),
            ],
            12,
        ),
        finding_note(found, "searched"),
    )


def _not_recorded(material: Material) -> Section:
    found = material.of("not-recorded")
    marked = any("said-to-fall-short" in material.reading.cells[each.cells[0].iri].flags for each in found)
    title = "No record yet: the curators' work list"
    if not found:
        return section("no-record-yet", title, nothing(material, "not-recorded"))
    return section(
        "no-record-yet",
        title,
        lead(
            f"Of {words.count(len(found), 'question')} it is not known here who does it: nothing is recorded, "
            "and nobody is known to have looked. This is a work list. It does not say that nobody does it."
            + (" ▾ marks where a source says that it falls short, although no body is recorded." if marked else "")
        ),
        pair_table(
            material,
            "not-recorded-table",
            f"What nobody has recorded or looked for yet{_by_needs(found)}",
            found,
            [
                (Column("places", "Where", 1.4), lambda group: places(material, group)),
                *_needs(found),
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
            (Column("says", "What is recorded", 3.4), partial(of_reason, material, reason=reason))
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
            "role for just this topic."
        ),
        sections=parts,
    )


def _pathways(material: Material) -> Section:
    paths = material.of("broken-pathway")
    overall = [each for each in paths if len(each.id.split(".")) == 2]
    listed = overall or paths
    differences = material.of("place-difference")
    blocks: list[Block] = []
    if listed:
        blocks += [
            lead(
                f"For {words.count(len(listed), 'topic')} research is recorded, and nothing in regulation or "
                "nothing in "
                "implementation: what is found may have no recorded way into use."
            ),
            table(
                "pathways-table",
                "Topics with research on record and a step without, all places together",
                [
                    Column("question", "Question", 2.6),
                    Column("says", "What is recorded", 3),
                    REFERENCE,
                ],
                [(each.question, each.sentence, finding_cell(material, [each])) for each in listed],
                shown=6,
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
                4,
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
