"""The annexes: who is recorded for every question, what was said, the curators' reading, the evidence."""

from __future__ import annotations

from collections.abc import Iterable

from remit import words
from remit.analysis import KINDS, Evidence, Finding, Source
from remit.analysis.cells import CellFacts
from remit.analysis.sentences import said_by
from remit.report.grouping import bare_question, by_place, ids
from remit.report.lines import body, join, lead, line, link, note, section, strong, table, web
from remit.report.material import Material
from remit.report.model import Column, Section, Text
from remit.report.parts.answers import answer, holders, named

__all__ = ["annexes"]


def annexes(material: Material) -> list[Section]:
    """All annexes, in their order."""
    return [
        _who(material),
        _said(material),
        _reading(material),
        _evidence(material),
        _abbreviations(material),
    ]


def _who(material: Material) -> Section:
    words_ = material.reading.words
    topics: dict[str, list[tuple[str, Text]]] = {}
    of_topic: dict[str, list[CellFacts]] = {}
    for (_, topic), cells in material.pairs.items():
        of_topic.setdefault(topic, []).extend(cells)
        asked = bare_question(material, cells[0].question, cells[0].parts.place)
        told = by_place(material, [(cell.parts.place, answer(material, cell)) for cell in cells])
        topics.setdefault(topic, []).append((asked, told))
    # in the order of the vocabulary, as in the matrix
    used = [one.iri for _, beneath in words_.leaves_by_top(list(topics)) for one in beneath if one.iri in topics]
    ordered = [(f"who-{at}", topic) for at, topic in enumerate(used, start=1)]
    key = " · ".join(f"{one.symbol} {one.label}" for one in words_.closed("status"))
    return section(
        "annex-who",
        "Who is recorded, topic by topic",
        lead(
            "Every question with its answer in each place: the status, how many bodies are recorded, and their names; "
            "* marks a lead, ▾ what a source says falls short, which may be said although no body is recorded."
        ),
        body("Topics: ", join([link(material.label(topic), f"annex-{name}") for name, topic in ordered], " · "), "."),
        note(f"{key}. ", link("Abbreviations", "annex-abbreviations"), " are in the last annex."),
        sections=[
            section(
                f"annex-{name}",
                material.label(topic),
                body(_leading(material, of_topic[topic])),
                table(
                    name,
                    f"{material.label(topic)}: who is recorded",
                    [Column("question", "Question", 2), Column("answer", "Recorded", 5)],
                    topics[topic],
                ),
            )
            for name, topic in ordered
        ],
        annex=True,
    )


def _leading(material: Material, cells: list[CellFacts]) -> Text:
    """Which bodies are recorded as leading on something within a topic: everywhere, and in each place beside these."""
    leads: dict[str, dict[str, None]] = {}
    for cell in cells:
        leads.setdefault(cell.parts.place, {}).update(
            (role.organisation, None) for role in cell.of("covering") if role.leads
        )
    everywhere = set.intersection(*(set(leads.get(place.iri, ())) for place in material.places))
    told: list[Text] = []
    if everywhere and len(material.places) > 1:
        held = next(iter(leads.values()))
        told.append(line(strong("Everywhere: "), _short_names(material, [body for body in held if body in everywhere])))
    for place in material.places:
        more = [body for body in leads.get(place.iri, ()) if body not in everywhere or len(material.places) == 1]
        if more:
            told.append(line(strong(f"{place.label}{' also' if everywhere else ''}: "), _short_names(material, more)))
    if not told:
        return line("Nobody is recorded as leading.")
    return line(strong("Recorded as leading. "), join(told, " "))


def _short_names(material: Material, bodies: list[str]) -> str:
    return words.full_stop(words.and_list(material.short(body) for body in bodies))


def _said(material: Material) -> Section:
    found: dict[str, list[CellFacts]] = {}
    stated = {}
    for cell in material.cells.values():
        for one in (*cell.said("limited"), *cell.said("none")):
            found.setdefault(one.iri, []).append(cell)
            stated[one.iri] = one
    title = "What is said to fall short or to be missing, place by place"
    if not found:
        return section(
            "annex-said",
            title,
            lead(
                f"This section looks for statements that something is missing or little{material.within}. "
                "None is recorded."
            ),
            annex=True,
        )
    rows: dict[str, list[tuple[str, str, str]]] = {}
    for iri, cells in found.items():
        one = stated[iri]
        pairs = {(cell.parts.activity, cell.parts.topic): cell for cell in cells}
        asked = " ".join(bare_question(material, cell.question, cell.parts.place) for cell in pairs.values())
        titles = "; ".join(source.title for source in material.reading.sources.get(iri, ())[:2])
        told = f"{_RESULT[one.result, one.stands]}{words.full_stop(one.note or titles)}"
        places = {cell.parts.place for cell in cells}
        if len(places) == len(material.places) > 1:
            rows.setdefault("", []).append((told, said_by(material.reading, one), asked))
            continue
        for place in places:
            also = f" Also of {material.place_names(places - {place})}." if len(places) > 1 else ""
            rows.setdefault(place, []).append((f"{told}{also}", said_by(material.reading, one), asked))
    headings = [("", "Everywhere"), *((each.iri, each.label) for each in material.places)]
    return section(
        "annex-said",
        title,
        lead(
            f"{words.capital(words.count(len(found), 'statement'))} of sources that something is little, not enough or "
            f"missing, as the curators noted {'it' if len(found) == 1 else 'them'}: first what is said of "
            "everywhere, then what is said of one place or some."
            if len(material.places) > 1
            else f"{words.capital(words.count(len(found), 'statement'))} of sources that something is little, not "
            f"enough or missing, as the curators noted {'it' if len(found) == 1 else 'them'}."
        ),
        sections=[
            section(
                f"annex-said-{at}",
                label,
                table(
                    f"said-{at}",
                    f"{label}: what sources say falls short or is missing",
                    [
                        Column("says", "What is said", 3.6),
                        Column("who", "By whom, when", 2.2),
                        Column("about", "Of which question", 2.6),
                    ],
                    rows[place],
                ),
            )
            for at, (place, label) in enumerate(headings)
            if place in rows
        ],
        annex=True,
    )


_RESULT = {
    ("limited", True): "",
    ("limited", False): "",
    ("none", True): "Reports none: ",
    ("none", False): "Reported none, and a role has begun since: ",
}


def _where(material: Material, cells: list[CellFacts]) -> str:
    """The places of cells in brackets, unless these are all places."""
    places = {cell.parts.place for cell in cells}
    return f" ({material.place_names(places)})" if len(places) < len(material.places) else ""


def _reading(material: Material) -> Section:
    answers = material.reading.answers
    descriptions = {row["need"]: row for row in answers.rows("coverage/cell-needs")}
    rows = []
    for need, cells in material.reading.cells_by_need.items():
        cells = [cell for cell in cells if cell.parts.iri in material.cells]
        pairs: dict[tuple[str, str], list[CellFacts]] = {}
        for cell in cells:
            pairs.setdefault((cell.parts.activity, cell.parts.topic), []).append(cell)
        asked = " ".join(
            bare_question(material, same[0].question, same[0].parts.place) + _where(material, same)
            for same in pairs.values()
        )
        if asked:
            row = descriptions[need]
            rows.append((row["needLabel"], row["description"], row["section"], asked))
    title = "Which questions answer which needs: the curators’ reading"
    if not rows:
        return section(
            "annex-reading",
            title,
            lead(f"This section looks for needs that ask a question{material.within}. None does."),
            annex=True,
        )
    return section(
        "annex-reading",
        title,
        lead(
            "The needs are stated elsewhere; that these questions would answer them is how the curators read "
            "them. Who reads a "
            "need otherwise may correct it in the landscape."
        ),
        table(
            "reading-table",
            "Each need with the questions that would answer it, as the curators read it",
            [
                Column("need", "Need", 2),
                Column("description", "What it says", 3.4),
                Column("section", "Where it is stated", 1.4),
                Column("questions", "Questions that would answer it", 3.6),
            ],
            sorted(rows),
        ),
        annex=True,
    )


FULL = ("confirmed-gap", "contested", "searched", "cliff-edge", "orphaned-role", "possible-duplicate")
"""Kinds whose evidence stands in the document in full; that of the others is in the workbook."""


def _evidence(material: Material) -> Section:
    judged = material.judged
    listed = [*material.of(*FULL), *judged]
    titles = {kind: KINDS[kind].title for kind in {each.kind for each in material.found}}
    return section(
        "annex-findings",
        "Findings and their evidence",
        lead(
            f"{words.capital(words.count(len(material.found), 'finding'))}, each with its id, question, "
            "evidence, confidence "
            "and query. Here stands the evidence of what is reported missing, disputed, looked for in vain or "
            "about to end; "
            "the workbook and report.json hold all."
        ),
        table(
            "evidence-table",
            "The evidence behind findings",
            [
                Column("says", "What the statement says", 4),
                Column("sources", "Sources", 3.4),
                Column("finding", "Findings", 2.4, "reference"),
            ],
            _by_statement(listed),
            shown=60,
        )
        if any(each.evidence for each in listed)
        else None,
        table(
            "findings-table",
            "All findings, with confidence, rule and query",
            [
                Column("finding", "Finding", 3),
                Column("kind", "Kind", 2),
                Column("question", "Question", 3),
                Column("says", "What is recorded", 4),
                Column("confidence", "Confidence", 1),
                Column("rule", "Rule", 3),
                Column("evidence", "Statements", 1, "number"),
                Column("near", "Whom to ask", 3),
                Column("query", "Query", 2),
                Column("parameters", "With", 2),
                Column("decided", "Decided", 1.6),
            ],
            [
                (
                    each.id,
                    titles[each.kind],
                    each.question,
                    each.sentence,
                    each.confidence.level,
                    each.confidence.rule,
                    len(each.evidence),
                    "; ".join(f"{one.label} ({words.and_list(one.reasons)})" for one in each.candidates),
                    each.query,
                    ", ".join(f"{name}={value}" for name, value in each.parameters),
                    each.judgement.label if each.judgement else "open",
                )
                for each in material.found
            ],
            in_workbook_only=True,
        ),
        table(
            "all-evidence-table",
            "The evidence behind all findings but those about old and undated sources",
            _EVIDENCE,
            _statements(each for each in material.found if each.kind not in ("stale", "undated")),
            in_workbook_only=True,
        ),
        annex=True,
    )


_EVIDENCE = [
    Column("finding", "Finding", 2.4),
    Column("kind", "Statement", 1),
    Column("says", "What it says", 4),
    Column("sources", "Sources", 3.6),
]


def _statements(found: Iterable[Finding]) -> Iterable[tuple[str | Text, ...]]:
    # many findings rest on one statement
    told: dict[tuple[Source, ...], str | Text] = {}
    for each in found:
        for one in each.evidence:
            if one.sources not in told:
                told[one.sources] = _sources(one.sources)
            yield each.id, one.kind, one.says, told[one.sources]


def _by_statement(found: Iterable[Finding]) -> Iterable[tuple[str | Text, ...]]:
    """Each statement once, with the findings that rest on it."""
    resting: dict[tuple[str, str], tuple[Evidence, list[Finding]]] = {}
    for each in found:
        for one in each.evidence:
            resting.setdefault((one.statement, one.says), (one, []))[1].append(each)
    for one, findings in resting.values():
        yield one.says, _sources(one.sources), ids(findings)


def _sources(sources: Iterable[Source]) -> str | Text:
    told = []
    for source in sources:
        about = ", ".join(part for part in (source.publisher, words.date(source.published) or "undated") if part)
        told.append(line(web(source.title, source.url), f" ({about}{', second-hand' if source.secondary else ''})"))
    return join(told, "; ") if told else "no source"


def _abbreviations(material: Material) -> Section:
    used = {body for cell in material.cells.values() for body in (*named(cell), *holders(cell)[1])}
    rows = sorted((short, material.reading.label(iri)) for iri, short in material.abbreviations.items() if iri in used)
    if not rows:
        return section(
            "annex-abbreviations",
            "Abbreviations",
            lead(f"This section looks for abbreviations of the bodies{material.within}. None is recorded."),
            annex=True,
        )
    return section(
        "annex-abbreviations",
        "Abbreviations",
        lead("The abbreviations of the bodies that are recorded for a question."),
        table(
            "abbreviations-table",
            "Abbreviations and what they stand for",
            [Column("short", "Abbreviation", 1), Column("name", "Name", 4)],
            rows,
        ),
        annex=True,
    )
