"""The page to print by itself: the main findings with their answers, what to know first, and where to find what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from remit import words
from remit.analysis.cells import CellFacts
from remit.analysis.compare import Comparison
from remit.analysis.sentences import said_by, when
from remit.report.grouping import Group, groups
from remit.report.lines import body, bullets, date, join, line, link, note, numeral, section, strong
from remit.report.material import Material
from remit.report.model import Section, Span, Text
from remit.report.parts.cells import cells_of
from remit.report.parts.gaps import rests_on
from remit.report.parts.needs import overall

__all__ = ["needs_come_from", "one_page"]


def one_page(material: Material, comparison: Comparison) -> Section:
    """The main findings in plain words, and what to know before using them."""
    reading = material.reading
    return section(
        "one-page",
        "The main findings on one page",
        body(strong(_whole_sentence(material))),
        bullets([item for item in _findings(material, comparison) if item]),
        body(strong("Where to find what")),
        bullets(_guide(material)),
        body(strong("Before you use these findings")),
        bullets(
            [
                _made_from(material),
                line(
                    f"{needs_come_from(material)} Which questions would answer a need is the curators’ reading (",
                    link("annex", "annex-reading"),
                    "); it can be corrected.",
                ),
                "Records are a sample, not a census. “One recorded” never means that only one exists, and “no record "
                "yet” never means that nobody does it.",
                f"{words.and_list(place.label for place in reading.words.places())} are one place each, without their "
                "regions.",
                line(_unknown(material), link("Limits and contested facts", "limits"), "."),
            ]
        ),
        note(
            f"As of {words.date(reading.as_of)}{f'; only {material.scope.says}' if material.scope.says else ''}. A "
            "question is one activity on one topic in one place. Nothing here is a recommendation."
        ),
        own_page=True,
    )


def _made_from(material: Material) -> str:
    creator = material.reading.snapshot.landscape.creator
    told = "Remit is the program that made this report from statements with sources"
    return f"{told}; “{creator}” are the authors of these statements." if creator else f"{told}."


def _guide(material: Material) -> list[Text]:
    """What a member of the group may ask, and the headings that answer it."""

    def to(title: str, target: str) -> Span:
        return link(title, target, page=True)

    featured = [
        to(row["kindLabel"], f"kind-{row['kind'].rpartition('/')[2]}")
        for row in material.reading.answers.rows("coverage/featured-kinds")
    ]
    return [
        line(
            "Who does what, who leads, who else does what we plan: ",
            to("Who is recorded, topic by topic", "annex-who"),
            "; as a picture: ",
            to("At a glance", "matrix"),
            ".",
        ),
        line(
            "What falls short in one place, and who says so: ",
            to("What is said to fall short or to be missing", "annex-said"),
            ".",
        ),
        line(
            *(("What there is: ", join(featured, "; "), "; what an") if featured else ("What an",)),
            " abbreviation means: ",
            to("Abbreviations", "annex-abbreviations"),
            ".",
        ),
    ]


def _whole_sentence(material: Material) -> str:
    total, held = len(material.cells), sum(cell.holders > 0 for cell in material.cells.values())
    # a scope that names a place has said where
    where = f", in {words.and_list(place.label for place in material.places)}" if material.scope.places is None else ""
    within = f" {material.scope.cells_say}" if material.scope.cells_say else ""
    return (
        f"{words.capital(words.count(total, 'question'))} about who does what{within}{where}: for "
        f"{words.number(held)} somebody is recorded, and for {words.number(total - held)} there is no current, "
        "confirmed record for just this topic."
    )


def _first(material: Material, kind: str, most: int, answer: Callable[[Group], str]) -> str:
    """The first questions of a kind with their answers: ``Who counts bees (Northland)? Nobody, says …``"""
    told = ""
    for group in groups(material, material.of(kind))[:most]:
        everywhere = len(group.places) == len(material.places)
        where = "" if everywhere else f" ({material.place_names(group.places)})"
        told += f" {group.question.removesuffix('?')}{where}? {answer(group)}"
    return told


def _short_of(material: Material, group: Group) -> str:
    """How many are recorded, and who said last that it falls short."""
    cells = cells_of(material, group)
    bodies = {one for cell in cells for one in cell.bodies("covering")}
    latest = max((one for cell in cells for one in cell.said("limited")), key=lambda one: one.date)
    return (
        f"{words.capital(words.count(len(bodies), 'body is', 'bodies are'))} recorded; too little, says "
        f"{said_by(material.reading, latest)}."
    )


def _absent(material: Material, group: Group) -> str:
    return f"Nobody, says {said_by(material.reading, cells_of(material, group)[0].absences[0])}."


def _disputed(material: Material, group: Group) -> str:
    cell = cells_of(material, group)[0]
    found = cell.bodies("covering", "doubtful")
    names = words.short_list([material.reading.name(one) for one in found], 1)
    told = said_by(material.reading, cell.absences[0])
    return f"Nobody, says {told}; {words.count(len(found), 'body is', 'bodies are')} recorded: {names}."


def _looked(material: Material, group: Group) -> str:
    cell: CellFacts = cells_of(material, group)[0]
    day = cell.said("searched")[0].date
    return f"Nobody found{f' {when(day)}' if day else ''}."


def _ends(material: Material, group: Group) -> str:
    roles = cells_of(material, group)[0].of("covering")
    told = [
        f"{material.reading.name(one.organisation)}{f', until {words.date(one.end)}' * bool(one.end)}" for one in roles
    ]
    return f"{'; '.join(dict.fromkeys(told))}."


def _findings(material: Material, comparison: Comparison) -> list[Text]:
    number = {kind: len(found) for kind, found in material.by_kind.items()}

    def count(kind: str, noun: str = "question") -> str:
        many = number.get(kind, 0)
        return words.count(many, noun) if many else "none"

    def heading(title: str, target: str) -> Span:
        return link(title, target, strong=True, page=True)

    short = "recorded-yet-said-to-fall-short"
    holders = rests_on(material.of("single"))
    most = words.and_list(f"{material.reading.name(iri)} with {words.number(cells)}" for iri, cells in holders[:2])
    foremost = "the most " if len(holders) > 2 else ""
    partly = sum(number.get(kind, 0) for kind in ("general-only", "unconfirmed", "announced", "lapsed"))
    work_list = words.and_list(group.question for group in groups(material, material.of("not-recorded"))[:1])
    return [
        line(
            heading("Recorded, yet said to fall short", "falls-short"),
            f": {count(short)}.{' Asked for by most needs:' if number.get(short) else ''}"
            f"{_first(material, short, 1, lambda group: _short_of(material, group))}",
        ),
        line(
            heading("Reported missing", "reported"),
            f": {count('confirmed-gap')}."
            f"{_first(material, 'confirmed-gap', 2, lambda group: _absent(material, group))} Sources disagree about "
            f"{count('contested')}.{_first(material, 'contested', 1, lambda group: _disputed(material, group))}",
        ),
        line(
            heading("Resting on one recorded body", "rests-on-one"),
            f": {count('single')}{f', {foremost}on {most}' if most else ''}.",
        ),
        line(
            heading("Looked for and not found", "looked-for"),
            f": {count('searched')}.{_first(material, 'searched', 1, lambda group: _looked(material, group))}",
        ),
        line(
            heading("No record yet", "no-record-yet"),
            f": {count('not-recorded')}{f', such as: {work_list}' if work_list else '.'} For ",
            link(words.count(partly, "more question" if number.get("not-recorded") else "question"), "in-part"),
            " something is recorded that is general, unconfirmed, announced or ended.",
        ),
        _needs(material),
        line(heading("Overlaps", "overlaps"), f": {_overlaps(material, count('crowded'))}"),
        line(
            heading("Ending soon", "ending"),
            f": {'for ' + count('cliff-edge') if number.get('cliff-edge') else 'no question for which'} all that is "
            f"recorded ends by {words.date(material.reading.soon_until)}."
            f"{_first(material, 'cliff-edge', 2, lambda group: _ends(material, group))}",
        ),
        line(
            heading(f"Since {words.date(comparison.before)}", "changes"),
            f": {_changed(material, comparison)}",
        ),
    ]


def _changed(material: Material, comparison: Comparison) -> str:
    cells = material.changed(comparison)
    answered = f"{words.count(len(cells), 'question has', 'questions have')} another answer"
    if not material.whole:
        return f"{answered}."
    return (
        f"{words.count(len(comparison.begun), 'record')} began and {words.count(len(comparison.ended), 'record')} "
        f"ended; {answered}."
    )


def _overlaps(material: Material, crowded: str) -> str:
    found = material.of("overlap")
    many = words.count(len(found), "pair of bodies is", "pairs of bodies are")
    told = (
        f"{crowded} with three bodies or more and few recorded links; {many} recorded for the same questions without "
        "a link on record."
    )
    if material.similarity is None:
        return told
    alike = {frozenset((pair.one, pair.other)) for pair in material.similarity.unusual}
    unlinked = [each for each in found if frozenset(each.subjects) in alike]
    whole = "" if material.whole else " in the whole landscape"
    are = "is" if len(alike) < 2 else "are"
    told += f" Of all pairs{whole}, {numeral(len(alike))} {are} more alike than size explains"
    if not unlinked:
        return f"{told}."
    names = words.and_list(map(material.reading.name, unlinked[0].subjects))
    return f"{told}, {numeral(len(unlinked))} of them without a link on record, such as {names}."


def _needs(material: Material) -> Text:
    found = overall(material)
    if not found:
        return line(link("Needs", "needs", strong=True, page=True), f": none asks a question{material.within}.")
    states = Counter(each.state for each in found)
    ways = (("all", "for every question of"), ("some", "for some questions of"), ("none", "for no question of"))
    told = words.and_list(f"{way} {numeral(states[state])}" for state, way in ways if states[state])
    names = {row["need"]: row["needLabel"] for row in material.reading.answers.rows("needs/overall")}
    least = words.short_list([f"“{names[each.subjects[0]]}”" for each in found if each.state == "none"], 3)
    return line(
        link("Needs", "needs", strong=True, page=True),
        f": of {words.count(len(found), 'need')} that {'asks' if len(found) == 1 else 'ask'} a question"
        f"{material.within}, somebody is recorded {told}{f' ({least})' if least else ''}. Recorded does "
        "not mean met.",
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
