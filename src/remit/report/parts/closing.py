"""Limits, questions to ask next, how to correct, when it is renewed, how to do it again."""

from __future__ import annotations

from importlib.metadata import version

from remit import words
from remit.report.grouping import Group, groups
from remit.report.lines import body, bullets, lead, line, link, note, section, steps, table
from remit.report.material import Material
from remit.report.model import Column, Section
from remit.report.parts.one_page import needs_come_from

__all__ = ["again", "ask_next", "command", "correct", "limits"]


def limits(material: Material) -> Section:
    """What the records cannot tell, and what is disputed."""
    reading = material.reading
    rows = material.rows("profile/assessments-about")
    unconfirmed = {row["role"] for row in material.rows("quality/unconfirmed-roles")}
    one = {row["statement"] for row in material.rows("quality/one-publisher")}
    secondary = {row["source"] for row in reading.answers.rows("quality/secondary-sources")}
    unverified = {row["thing"] for row in reading.answers.rows("quality/unverified-pages")}
    disputed = material.of("contested")
    undated = len(material.of("undated"))
    about = {row["assessment"]: row for row in rows}
    return section(
        "limits",
        "Limits and contested facts",
        lead("What the records cannot tell, and where they are weakest."),
        bullets(
            [
                "Records are a sample of public sources, not a census, and say nothing of how well anything is done.",
                f"{needs_come_from(material)} Which questions would answer a need is the curators’ reading.",
                f"{words.and_list(place.label for place in reading.words.places())} each stand as one place. "
                "What is done "
                "for a wider place counts in each that it covers, and may not reach it.",
                f"{words.capital(words.count(len(unconfirmed), 'current role is', 'current roles are'))} not "
                "confirmed as "
                f"still running; {words.count(len(one), 'current statement rests', 'current statements rest')} on one "
                "publisher, often the body itself.",
                f"{words.capital(words.count(len(secondary), 'source repeats', 'sources repeat'))} what another "
                "published, "
                f"and {words.count(len(unverified), 'address is', 'addresses are')} backed by no cited source. "
                "Both are "
                "marked in the data.",
                f"{words.capital(words.count(undated, 'current statement rests', 'current statements rest'))} "
                "on undated sources only: when that was seen to hold is not known.",
                "Most dates are partial. A year counts from its first day to its last.",
                line(
                    f"Sources disagree about {words.count(len(disputed), 'question')}; see ",
                    link("reported absences", "reported"),
                    ".",
                )
                if disputed
                else "No question is recorded about which sources disagree.",
            ]
        ),
        lead(
            f"{words.capital(words.count(len(about), 'statement is', 'statements are'))} about the limits of one body "
            "alone. They decide nothing about a question, for others may do what that body does not."
        )
        if about
        else lead(
            f"This section looks for statements about the limits of one body alone{material.within}. None is recorded."
        ),
        table(
            "about-table",
            "What sources say about the limits of one body alone",
            [
                Column("organisation", "Body", 2.4),
                Column("says", "What is said", 4),
                Column("about", "About", 2.4),
                Column("date", "When", 1.1, "date"),
                Column("who", "Who says so", 1.8),
            ],
            [
                (
                    reading.name(row["organisation"]),
                    words.full_stop(row["note"]) if row["note"] else row["resultLabel"],
                    ": ".join(part for part in (row["activityLabel"], words.in_sentence(row["topicLabel"])) if part),
                    words.date(row["date"]) or "undated",
                    words.short_list(
                        list(
                            dict.fromkeys(
                                s.publisher for s in reading.sources.get(row["assessment"], ()) if s.publisher
                            )
                        ),
                        2,
                    ),
                )
                for row in sorted(about.values(), key=lambda row: row["date"], reverse=True)
            ],
            shown=5,
        )
        if about
        else None,
    )


def ask_next(material: Material) -> Section:
    """Questions that follow from the findings; no recommendation."""

    def where(group: Group) -> str:
        return f"{group.question} ({material.place_names(group.places)})"

    def of(kind: str, most: int) -> list[Group]:
        return groups(material, material.of(kind))[:most]

    def beside(group: Group) -> str:
        bodies = dict.fromkeys(body_ for each in group.findings for body_ in each.organisations)
        return words.and_list(map(material.reading.name, bodies))

    short = "recorded-yet-said-to-fall-short"
    asked = [
        *(f"Does it still hold that nobody is recorded for this: {where(group)}" for group in of("confirmed-gap", 2)),
        *(f"Which of the sources is right: {where(group)}" for group in of("contested", 1)),
        *(
            f"What would be enough, and do those recorded know what is said to fall short: {group.question}"
            for group in of(short, 3)
        ),
        *(f"Is there anybody beside {beside(group)}: {where(group)}" for group in of("single", 2)),
        *(f"What follows when what is recorded ends: {where(group)}" for group in of("cliff-edge", 2)),
        *(each.question for each in material.of("overlap")[:2]),
        *(each.question for each in material.of("possible-duplicate")[:1]),
        *(f"Who knows: {where(group)}" for group in of("not-recorded", 2)),
    ]
    if not asked:
        return section(
            "ask-next", "Questions to ask next", lead(f"No finding{material.within} leaves a question open.")
        )
    return section(
        "ask-next",
        "Questions to ask next",
        lead("These follow from what is recorded. They are questions, not recommendations."),
        steps(asked),
    )


def command(material: Material) -> str:
    """The command that makes this report again."""
    reading = material.reading
    told = ["remit report", f"--as-of {reading.as_of}", f"--compare {material.before}"]
    return " ".join([*told, *material.scope.options])


def correct(material: Material) -> Section:
    """How to correct what is wrong, and when the report is renewed."""
    landscape = material.reading.snapshot.landscape
    return section(
        "correct",
        "How to correct this, and the next update",
        lead("Everything here comes from statements with sources, and each can be corrected."),
        bullets(
            [
                f"Tell {landscape.creator or 'those who keep the landscape'}, who wrote the data, the id of the "
                "finding, what is wrong, and a public source that shows it. A body finds all that is said about it, "
                "and where it is written, on its return sheet "
                "on the site.",
                "Curators correct the statement in the landscape’s files, run `remit check`, and make the "
                "report anew; nothing "
                "is retyped.",
                "A finding that is right, but settled, is closed with `remit judge FINDING --verdict … --by "
                "BODY --date …`. It "
                "is then listed as decided and no longer as open.",
            ]
        ),
        body(
            f"This report reads data version {landscape.version or 'not stated'}, issued on "
            f"{words.date(landscape.issued)}. "
            "No date is fixed for the next version. It should begin with "
            f"{words.count(len(material.of('not-recorded')), 'question')} without a record, "
            f"{words.count(len(material.of('stale')), 'statement')} on old sources, and what is said to end by "
            f"{words.date(material.reading.soon_until)}."
        ),
    )


def again(material: Material) -> Section:
    """How to get the same report."""
    similarity = material.similarity
    landscape = material.reading.snapshot.landscape
    return section(
        "reproduce",
        "How to reproduce this report",
        lead("The same data and the same program give the same findings."),
        steps(
            [
                f"Install Remit {version('remit')}; it holds the landscape “{landscape.title}” as issued on "
                f"{words.date(landscape.issued)}{f', version {landscape.version}' if landscape.version else ''}.",
                f"Run `{command(material)}`.",
                "Run `remit finding ID` for any finding: it prints the evidence and the command for its query.",
                "Run `remit queries` to read the questions themselves, and `remit query NAME` to ask one.",
            ]
        ),
        note(
            f"What ends by {words.date(material.reading.soon_until)} counts as ending soon; what is dated before "
            f"{words.date(material.reading.stale_before)} counts as old."
            + (
                f" The null check used {words.number(similarity.rewirings)} rewirings and the seed {similarity.seed}."
                if similarity is not None
                else ""
            )
        ),
    )
