"""What comes first: the page to print by itself, the question and scope, the statuses, and where we looked."""

from __future__ import annotations

from collections import Counter

from remit import words
from remit.analysis.compare import Comparison
from remit.report.grouping import groups
from remit.report.lines import body, bullets, date, lead, line, link, note, numeral, section, strong, table
from remit.report.material import Material
from remit.report.model import Block, Column, Section, Text
from remit.report.parts.gaps import rests_on
from remit.report.parts.needs import overall

__all__ = ["needs_come_from", "one_page", "question", "searches", "statuses"]

READ_FIRST = 3
"""So many questions stand under each main finding."""


def one_page(material: Material, comparison: Comparison) -> Section:
    """The main findings in plain words, and what to know before using them."""
    reading = material.reading
    return section(
        "one-page",
        "The main findings on one page",
        lead(_whole_sentence(material)),
        bullets([item for item in _findings(material, comparison) if item]),
        body(strong("Before you use these findings")),
        bullets(
            [
                line(
                    f"{needs_come_from(material)} Which questions would answer a need is the curators’ reading (",
                    link("annex", "annex-reading"),
                    "); it can be corrected.",
                ),
                "Records are a sample, not a census. “One recorded” never means that only one exists, and “no "
                "record yet” "
                "never means that nobody does it.",
                f"{words.and_list(place.label for place in reading.words.places())} each stand as one place; their "
                "regions are not told apart.",
                line(_unknown(material), link("Limits and contested facts", "limits"), "."),
            ]
        ),
        note(
            f"As of {words.date(reading.as_of)}{f'; only {material.scope.says}' if material.scope.says else ''}. A "
            "question is one activity on one topic in one place; the data call it a cell. Nothing here is a "
            "recommendation."
        ),
        own_page=True,
    )


def _held(material: Material) -> int:
    return sum(cell.holders > 0 for cell in material.cells.values())


def _whole_sentence(material: Material) -> str:
    total, held = len(material.cells), _held(material)
    # a scope that names a place has said where
    where = f", in {words.and_list(place.label for place in material.places)}" if material.scope.places is None else ""
    within = f" {material.scope.cells_say}" if material.scope.cells_say else ""
    return (
        f"{words.capital(words.count(total, 'question'))} about who does what{within}{where}: for "
        f"{words.number(held)} somebody is recorded, and for {words.number(total - held)} there is no current, "
        "confirmed "
        "record on the very topic."
    )


def _first(material: Material, kind: str, most: int = READ_FIRST) -> str:
    found = groups(material, material.of(kind))
    told = " ".join(
        group.question
        if len(group.places) == len(material.places)
        else f"{group.question.removesuffix('?')} ({material.place_names(group.places)})?"
        for group in found[:most]
    )
    return f" {told}" if told else ""


def _findings(material: Material, comparison: Comparison) -> list[Text]:
    number = {kind: len(found) for kind, found in material.by_kind.items()}

    def count(kind: str, noun: str = "question") -> str:
        many = number.get(kind, 0)
        return words.count(many, noun) if many else "none"

    short = "recorded-yet-said-to-fall-short"
    disputed = count("contested")
    holders = rests_on(material.of("single"))
    most = words.and_list(f"{material.short(iri)} ({words.number(cells)})" for iri, cells in holders[:2])
    pairs = number.get("overlap", 0)
    one_or_more = "pairs of bodies are" if pairs else "pair of bodies is"
    foremost = "the most " if len(holders) > 2 else ""
    partly = sum(number.get(kind, 0) for kind in ("general-only", "unconfirmed", "announced", "lapsed"))
    return [
        line(
            link("Recorded, yet said to fall short", "falls-short", strong=True),
            f": {count(short)}.{' Asked for by most needs:' if number.get(short) else ''}{_first(material, short)}",
        ),
        line(
            link("Reported missing", "reported", strong=True),
            f": {count('confirmed-gap')}.{_first(material, 'confirmed-gap')} Sources disagree about "
            f"{disputed}.{_first(material, 'contested', 1)}",
        ),
        line(
            link("Resting on one recorded body", "rests-on-one", strong=True),
            f": {count('single')}{f', {foremost}on {most}' if most else ''}.",
        ),
        line(
            link("Looked for and not found", "looked-for", strong=True),
            f": {count('searched')}.{_first(material, 'searched', 2)}",
        ),
        line(
            link("No record yet", "no-record-yet", strong=True),
            f": {count('not-recorded')}{', a work list for the curators' if number.get('not-recorded') else ''}. For ",
            link(words.count(partly, "more question" if number.get("not-recorded") else "question"), "in-part"),
            " something is recorded that is general, unconfirmed, announced or ended.",
        ),
        _needs(material),
        line(
            link("Overlaps", "overlaps", strong=True),
            f": {count('crowded')} with three bodies or more and few recorded links; "
            f"{words.count(pairs, 'pair of bodies is', one_or_more)} recorded for the "
            f"same questions without a link on record.{_null(material)}",
        ),
        line(
            link("Ending soon", "ending", strong=True),
            f": {'for ' + count('cliff-edge') if number.get('cliff-edge') else 'no question for which'} all that is "
            f"recorded ends by {words.date(material.reading.soon_until)}.{_first(material, 'cliff-edge', 2)}",
        ),
        line(
            link(f"Since {words.date(comparison.before)}", "changes", strong=True),
            f": {_changed(material, comparison)}",
        ),
    ]


def _changed(material: Material, comparison: Comparison) -> str:
    cells = material.changed(comparison)
    if not material.whole:
        return f"{words.count(len(cells), 'question has', 'questions have')} another answer."
    return (
        f"{words.count(len(comparison.begun), 'record')} began and "
        f"{words.count(len(comparison.ended), 'record')} ended; "
        f"{words.count(len(cells), 'question has', 'questions have')} another answer."
    )


def _null(material: Material) -> str:
    if material.similarity is None:
        return ""
    number = len(material.similarity.unusual)
    whole = "" if material.whole else " in the whole landscape"
    return f" Of all pairs{whole}, {numeral(number)} {'is' if number < 2 else 'are'} more alike than size explains."


def _needs(material: Material) -> Text:
    found = overall(material)
    if not found:
        return line(link("Needs", "needs", strong=True), f": none asks a question{material.within}.")
    states = Counter(each.state for each in found)
    ways = (("all", "for every question of"), ("some", "for some questions of"), ("none", "for no question of"))
    told = words.and_list(f"{way} {numeral(states[state])}" for state, way in ways if states[state])
    return line(
        link("Needs", "needs", strong=True),
        f": of {words.count(len(found), 'need')} that {'asks' if len(found) == 1 else 'ask'} a question"
        f"{material.within}, somebody is recorded {told}. That somebody is recorded does not mean that a need is met.",
    )


def _unknown(material: Material) -> str:
    undated = len(material.of("undated"))
    return (
        f"Not known: the date of what {words.count(undated, 'current record rests', 'current records rest')} on, since "
        "their sources bear none; links that nobody has recorded; how well anything is done. More in "
    )


def needs_come_from(material: Material) -> str:
    """Which publications state the needs, in a sentence."""
    reading = material.reading
    cited = Counter(
        source for row in reading.answers.rows("needs/overall") for source in reading.sources.get(row["need"], ())
    )
    if not cited:
        return "The needs are those that the landscape states."
    told = [
        f"“{source.title}”{f' ({source.publisher}, {date(source.published)})' if source.publisher else ''}"
        for source, _ in cited.most_common(2)
    ]
    rest = f" and {words.count(len(cited) - 2, 'more source')}" if len(cited) > 2 else ""
    return f"The needs are those of {words.and_list(told)}{rest}."


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
            "worth asking "
            "and whom to ask. It says what is recorded and what sources say; it does not judge anybody’s work, and it "
            "recommends nothing."
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
    places = [Column(f"place-{at}", place.label, 1.6, "number") for at, place in enumerate(material.places)]
    return [*places, Column("count", "In all", 0.9, "number")]


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
            [Column("status", "Status", 2.2, "status"), Column("meaning", "What it means", 5), *_by_place(material)],
            [
                (f"{one.symbol} {one.label}", one.definition, *_counts(material, status, one.name))
                for one in material.reading.words.closed("status")
            ],
        ),
        table(
            "flags-table",
            "What may be said of a question beside its status, and of how many it is",
            [Column("flag", "Flag", 2.2), Column("meaning", "What it means", 5), *_by_place(material)],
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
                "Looked for were assessments: statements that something is missing or little, and searches. "
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
