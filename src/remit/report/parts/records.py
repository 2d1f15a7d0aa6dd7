"""What is recorded: organisations, roles, resources, sources, how well all that is backed, and the matrix."""

from __future__ import annotations

from collections import Counter

from remit import words
from remit.report import pictures
from remit.report.lines import body, lead, link, note, section, table
from remit.report.material import Material
from remit.report.model import Block, Column, Section, Table

__all__ = ["matrix", "records"]


def records(material: Material) -> Section:
    """Organisations, roles, sources, evidence grades and ages."""
    if not material.whole:
        return _in_scope(material)
    answers = material.reading.answers
    figures = {row["figure"]: int(row["count"]) for row in answers.rows("coverage/landscape")}
    kinds = Counter(
        row["kindLabel"] or "kind not stated" for row in _organisations(material) if row["current"] == "true"
    )
    return section(
        "records",
        "What is recorded, and how well it is backed",
        lead(
            f"{words.number(figures['organisations'])} organisations are recorded "
            f"({words.number(figures['current-organisations'])} exist on the date), with "
            f"{words.count(figures['roles'], 'role')} ({words.number(figures['current-roles'])} hold on the date), "
            f"{words.count(figures['relationships'], 'relationship')}, "
            f"{words.count(figures['resources'], 'resource')} and "
            f"{words.count(figures['sources'], 'source')}."
        ),
        table(
            "figures-table",
            "The landscape in figures",
            [Column("figure", "What is counted", 4), Column("count", "Number", 1, "number")],
            [(row["figureLabel"], int(row["count"])) for row in answers.rows("coverage/landscape")],
            in_workbook_only=True,
        ),
        table(
            "kinds-table",
            "Organisations that exist on the date, by kind",
            [Column("kind", "Kind", 4), Column("count", "Organisations", 1, "number")],
            [(kind, number) for kind, number in kinds.most_common()],
            in_workbook_only=True,
        ),
        *_grades(material),
        *_ages(material),
    )


def _grades(material: Material) -> list[Block]:
    rows = material.reading.answers.rows("quality/evidence-grades")
    grades = {row["grade"]: row["gradeLabel"] for row in rows}
    meanings = "; ".join(
        f"{row['gradeLabel']}: {words.in_sentence(row['meaning'].split('. ')[0].rstrip('.'))}"
        for row in rows[: len(grades)]
    )
    counted = table(
        "grades-table",
        "How well what holds on the date is backed",
        [
            Column("type", "What holds on the date", 2),
            *(Column(f"grade-{label}", words.capital(label), 1, "number") for label in grades.values()),
        ],
        [
            (
                words.capital(kind),
                *(
                    sum(int(row["current"]) for row in rows if (row["type"], row["grade"]) == (kind, grade))
                    for grade in grades
                ),
            )
            for kind in dict.fromkeys(row["type"] for row in rows)
        ],
    )
    return [note(f"The grades are {meanings}."), counted] if meanings else [counted]


def _in_scope(material: Material) -> Section:
    rows = [row for row in material.rows("coverage/by-organisation") if row["organisation"] in material.bodies]
    roles = {
        role.iri for cell in material.cells.values() for role in cell.roles if role.organisation in material.bodies
    }
    return section(
        "records",
        "What is recorded, and how well it is backed",
        lead(
            f"{words.capital(words.count(len(rows), 'organisation'))} {'has' if len(rows) == 1 else 'have'} "
            f"{words.count(len(roles), 'role')}, of now or before, behind the questions{material.within}."
        ),
        table(
            "bodies-table",
            "The organisations within the scope, and all that is recorded of each",
            [
                Column("organisation", "Organisation", 4),
                Column("kind", "Kind", 2),
                Column("roles", "Roles that hold", 1, "number"),
                Column("cells", "Questions covered", 1, "number"),
                Column("alone", "Of these, alone", 1, "number"),
            ],
            [
                (
                    material.reading.name(row["organisation"]),
                    row["kindLabel"],
                    int(row["roles"]),
                    int(row["cells"]),
                    int(row["aloneCells"]),
                )
                for row in rows
            ],
            shown=30,
        ),
        *_ages(material),
    )


def _organisations(material: Material) -> list[dict[str, str]]:
    return [rows[0] for rows in material.reading.answers.by("profile/organisation", "organisation").values()]


def _ages(material: Material) -> tuple[Block, ...]:
    rows = material.reading.answers.rows("quality/sources-by-age")
    # undated ones first: how many they are matters most
    rows = sorted(rows, key=lambda row: row["year"].isdigit())
    old, undated = len(material.of("stale")), len(material.of("undated"))
    limit = words.date(material.reading.stale_before)
    return (
        body(
            f"{words.capital(words.count(old, 'current record rests', 'current records rest'))} on sources from before "
            f"{limit} only, and {words.count(undated, 'rests', 'rest')} on sources that bear no date. Undated "
            "never means "
            "fresh. They may well be right: they want a look."
        ),
        table(
            "ages-table",
            "Sources of the whole landscape by year of publication",
            [
                Column("year", "Year", 1.4),
                Column("sources", "Sources", 1, "number"),
                Column("citations", "Statements that cite them", 1.4, "number"),
                Column("secondary", "Second-hand sources", 1.2, "number"),
            ],
            [(row["year"], int(row["sources"]), int(row["citations"]), int(row["secondary"])) for row in rows],
            shown=5,
        ),
        _old(material),
    )


def _old(material: Material) -> Table:
    return table(
        "old-table",
        "Current records that rest on old or undated sources only",
        [
            Column("says", "Does this still hold?", 4),
            Column("why", "Why it is asked", 3),
            Column("finding", "Finding", 3),
        ],
        [(each.question, each.sentence, each.id) for each in material.of("stale", "undated")],
        in_workbook_only=True,
    )


def matrix(material: Material) -> Section:
    """Activities and topics on one page."""
    total = len(material.cells)
    held = sum(cell.holders > 0 for cell in material.cells.values())
    return section(
        "matrix",
        "All activities and topics at a glance",
        lead(
            f"Of {words.count(total, 'question')}, {words.number(held)} have somebody recorded; the picture "
            "shows which."
        ),
        pictures.matrix(material),
        note(
            "Who is recorded, and who leads, for every question stands in the annex ",
            link("“Who is recorded, topic by topic”", "annex-who"),
            ".",
        ),
    )
