"""What comes first after the page to print: the question and scope, the statuses, and where we looked."""

from __future__ import annotations

from collections import Counter

from remit import words
from remit.report.lines import body, bullets, date, lead, section, strong, table
from remit.report.material import Material
from remit.report.model import Block, Column, Section

__all__ = ["question", "searches", "statuses"]


def question(material: Material) -> Section:
    """Question, audience, scope."""
    landscape = material.reading.snapshot.landscape
    return section(
        "question",
        "Question, audience and scope",
        lead(
            "Who does what, for which topic, in which place, since when and on what evidence, and where is nobody "
            "recorded, or are several?"
        ),
        body(
            "The report is for the group that looks after the field: to take into a meeting, to see what is "
            "worth asking and whom to ask. It does not judge anybody’s work, and it recommends nothing."
        ),
        body(landscape.description),
        body(f"This report covers {material.scope.says}, and leaves out the rest of the landscape.")
        if not material.whole
        else None,
        _where(material),
    )


def _where(material: Material) -> Block:
    areas = material.reading.words.leaves_by_top([activity for activity, _ in material.pairs])
    topics = {topic for _, topic in material.pairs}
    used = [area.label for area, _ in areas]
    return body(
        f"Asked are {words.count(len(material.pairs), 'pair')} of an activity and a topic "
        f"({words.count(len({a for a, _ in material.pairs}), 'activity', 'activities')} in the areas "
        f"{words.and_list(map(words.in_sentence, used))}; {words.count(len(topics), 'topic')}) in "
        f"{words.count(len(material.places), 'place')}: {words.count(len(material.cells), 'question')}. A "
        "question is asked "
        "where a need asks it, a source speaks of it, or a role was ever recorded."
    )


def _dated(material: Material, definition: str) -> str:
    """A definition with the days of this snapshot in place of the names of its properties."""
    days = {"remit:soonUntil": material.reading.soon_until, "remit:staleBefore": material.reading.stale_before}
    for name, day in days.items():
        definition = definition.replace(f"the snapshot's {name}", words.date(day))
    return definition


def _by_place(material: Material) -> list[Column]:
    """Columns of numbers, one for each place and one for all of them."""
    if len(material.places) == 1:
        return [Column("count", "Questions", 0.9, "number")]
    places = [Column(f"place-{at}", place.label, 0.9, "number") for at, place in enumerate(material.places)]
    return [*places, Column("count", "In all", 0.6, "number")]


def _counts(material: Material, counted: Counter[tuple[str, str]], name: str) -> list[int]:
    """The numbers for these columns."""
    each = [counted[name, place.iri] for place in material.places]
    return each if len(each) == 1 else [*each, sum(each)]


def statuses(material: Material) -> Section:
    """What the statuses and flags mean, and how many questions have each."""
    cells = material.cells.values()
    status = Counter((cell.status, cell.parts.place) for cell in cells)
    flags = Counter((flag, cell.parts.place) for cell in cells for flag in cell.flags)
    return section(
        "statuses",
        "What the statuses mean",
        lead(
            "Each question has one status: the first of these that applies. What is known to be missing and "
            "what is not "
            "known are kept apart."
        ),
        table(
            "statuses-table",
            "The statuses, what they mean, and how many questions have each",
            [Column("status", "Status", 3.2, "status"), Column("meaning", "What it means", 6), *_by_place(material)],
            [
                (f"{one.symbol} {one.label}", one.definition, *_counts(material, status, one.name))
                for one in material.reading.words.closed("status")
            ],
        ),
        table(
            "flags-table",
            "What may be said of a question beside its status, and of how many it is",
            [Column("flag", "Flag", 2.2), Column("meaning", "What it means", 6), *_by_place(material)],
            [
                (
                    f"{one.symbol} {one.label}".strip(),
                    _dated(material, one.definition),
                    *_counts(material, flags, one.name),
                )
                for one in material.reading.words.closed("flag")
            ],
        ),
        body(strong("How to read the tables of findings")),
        bullets(
            [
                "A row is about one activity on one topic; the places are named within it where they differ. "
                "“Everywhere” "
                "means every place that is asked about.",
                "The small print of a row is the finding’s id, how far it can be relied on, and how much it rests on. "
                "Where a row stands for several places, the first id is whole and the others show only their last "
                "part. `remit finding ID` prints a finding with its evidence and its query.",
                "Confidence is high, medium or low, by the rule beneath each table. What rests on something not being "
                "recorded is never relied on highly.",
                "The first rows are shown; the workbook report.xlsx has all of them, and the evidence of every "
                "finding.",
            ]
        ),
    )


_RESULTS = {
    "limited": (
        "statement that something is little or not enough",
        "statements that something is little or not enough",
    ),
    "none": ("statement that there is none", "statements that there is none"),
    "searched": ("search by curators", "searches by curators"),
}


def searches(material: Material) -> Section:
    """Where curators looked, and what sources were assessed."""
    results: dict[str, set[str]] = {}
    looked: dict[tuple[str, str], list[str]] = {}
    for iri, cell in material.cells.items():
        for one in cell.assessments:
            results.setdefault(one.result, set()).add(one.iri)
            if one.searched:
                looked.setdefault((one.searched, one.date), []).append(iri)
    rows = []
    for (where, day), cells in sorted(looked.items(), key=lambda item: (-len(item[1]), item[0])):
        pairs = {(material.cells[iri].parts.activity, material.cells[iri].parts.topic) for iri in cells}
        about = "; ".join(f"{material.label(a)}: {words.in_sentence(material.label(t))}" for a, t in sorted(pairs))
        places = words.capital(material.place_names({material.cells[iri].parts.place for iri in cells}))
        empty = sum(not material.cells[iri].holders for iri in cells)
        rows.append((where, date(day), about, places, f"{empty} of {len(cells)}"))
    counted = words.and_list(
        words.count(len(results[name]), *nouns) for name, nouns in _RESULTS.items() if name in results
    )
    if not results:
        return section(
            "searches",
            "Where we looked",
            lead(
                "This section looks for assessments: statements that something is missing or little, and searches. "
                f"None speaks of the questions{material.within}."
            ),
        )
    return section(
        "searches",
        "Where we looked",
        lead(
            f"Behind the questions stand {counted}. A report of absence or shortage is a source’s; a search is the "
            "curators’, with the words and the places that they searched."
        ),
        table(
            "searches-table",
            "What curators searched for, where and when, and for how many of the questions nobody is recorded still",
            [
                Column("searched", "Searched with, and in", 4),
                Column("date", "When", 1.2, "date"),
                Column("about", "About", 2.6),
                Column("places", "Places", 1.4),
                Column("empty", "Still nobody", 1),
            ],
            rows,
            shown=4,
        )
        if rows
        else body("No search by curators is recorded for these questions."),
    )
