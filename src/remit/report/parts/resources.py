"""Resources and bodies of the kinds that the landscape features, by modality and access."""

from __future__ import annotations

from collections.abc import Iterator

from remit import words
from remit.answers import Row, unique
from remit.report.lines import body, date, lead, line, numeral, section, table, web
from remit.report.material import Material
from remit.report.model import Column, Section, Table, Text

__all__ = ["resources"]


def resources(material: Material) -> list[Section]:
    """All resources in numbers, then each featured kind."""
    return [_overview(material), *_featured(material)]


def _resources(material: Material) -> dict[str, Row]:
    rows = {row["resource"]: row for row in material.reading.answers.rows("resources/list") if row["current"] == "true"}
    if material.whole:
        return rows
    mine = {row["resource"] for row in material.rows("profile/resources")}
    return {iri: row for iri, row in rows.items() if iri in mine}


def _overview(material: Material) -> Section:
    rows = _resources(material)
    access = material.reading.words.closed("access")
    title = "Resources by kind and access"
    if not rows:
        return section(
            "resources",
            title,
            lead(
                f"This section looks for resources that exist on the date and are provided by a body{material.within}. "
                "None is recorded."
            ),
        )
    kinds = unique(row["kindLabel"] for row in rows.values())
    return section(
        "resources",
        title,
        lead(
            f"{words.capital(words.count(len(rows), 'resource exists', 'resources exist'))} on the date: data, "
            "guidance, "
            "courses, surveys and more that bodies provide for others to use."
        ),
        table(
            "resources-kinds",
            "Resources by kind and by who can get at them",
            [
                Column("kind", "Kind", 3),
                *(Column(f"access-{one.name}", words.capital(one.label), 1, "number") for one in access),
                Column("all", "All", 1, "number"),
            ],
            [
                (
                    kind,
                    *(sum(r["kindLabel"] == kind and r["access"] == one.iri for r in rows.values()) for one in access),
                    sum(r["kindLabel"] == kind for r in rows.values()),
                )
                for kind in kinds
            ],
            shown=8,
        ),
        table(
            "resources-all",
            "All resources that exist on the date",
            _COLUMNS,
            [_row(material, row) for row in rows.values()],
            in_workbook_only=True,
        ),
    )


_COLUMNS = [
    Column("resource", "Resource", 2.6),
    Column("kind", "Kind", 1.4),
    Column("modality", "Modality", 1.8),
    Column("access", "Access", 1),
    Column("provider", "Provided by", 2.2),
    Column("subject", "About", 1.8),
    Column("size", "Size", 1.6),
    Column("grade", "Backed", 1.1),
]


def _row(material: Material, row: Row) -> tuple[str | Text, ...]:
    answers = material.reading.answers
    modality = unique(
        each["modalityLabel"]
        for each in answers.by("resources/by-modality-and-access", "resource").get(row["resource"], ())
        if each["modality"]
    )
    providers = unique(
        material.reading.name(each["organisation"])
        for each in answers.by("profile/resources", "resource").get(row["resource"], ())
    )
    return (
        line(web(row["resourceLabel"], row["page"] or row["unverifiedPage"])),
        row["kindLabel"],
        words.and_list(modality) or "not stated",
        row["accessLabel"],
        words.and_list(providers),
        row["subject"],
        row["sizeNote"],
        row["gradeLabel"],
    )


def _featured(material: Material) -> Iterator[Section]:
    for row in material.reading.answers.rows("coverage/featured-kinds"):
        found = [each for each in _resources(material).values() if each["kind"] == row["kind"]]
        label, name = row["kindLabel"], row["kind"].rpartition("/")[2]
        if row["of"] == "resources":
            yield _of_resources(material, name, label, found)
        else:
            yield _of_bodies(material, name, label, row["kind"])


def _of_resources(material: Material, name: str, label: str, found: list[Row]) -> Section:
    title = f"{label}: by modality and access"
    if not found:
        return section(
            f"kind-{name}",
            title,
            lead(
                f"This section looks for resources of the kind “{label}”{material.within} that exist on the date. None "
                "is recorded."
            ),
        )
    access = material.reading.words.closed("access")
    by_resource = material.reading.answers.by("resources/by-modality-and-access", "resource")
    order = [concept.label for concept in material.reading.words.concepts.values()]
    held: dict[str, dict[str, list[str]]] = {}
    for row in found:
        for each in by_resource.get(row["resource"], ()):
            of = held.setdefault(each["modalityLabel"] if each["modality"] else "not stated", {})
            of.setdefault(row["access"], []).append(row["resourceLabel"])
    modalities = sorted(
        held, key=lambda label_: (label_ == "not stated", order.index(label_) if label_ in order else 0)
    )

    return section(
        f"kind-{name}",
        title,
        lead(
            f"{words.capital(words.count(len(found), 'record'))} of this kind "
            f"{'exists' if len(found) == 1 else 'exist'} on "
            "the date."
        ),
        table(
            f"{name}-modality",
            f"{label}: which there are, by modality and access; one of several modalities stands under each",
            [
                Column("modality", "Modality", 1.2),
                Column("access", "Access", 1.2),
                Column("count", "How many", 0.9, "number"),
                Column("names", "Which", 6),
            ],
            [
                (modality, one.label, len(held[modality][one.iri]), "; ".join(held[modality][one.iri]))
                for modality in modalities
                for one in access
                if one.iri in held[modality]
            ],
        ),
        table(
            f"{name}-list",
            f"{label}: what is recorded of each",
            [column for column in _COLUMNS if column.key != "kind"],
            [tuple(part for at, part in enumerate(_row(material, row)) if at != 1) for row in found],
            in_workbook_only=True,
        ),
    )


def _of_bodies(material: Material, name: str, label: str, kind: str) -> Section:
    rows = [row for row in material.rows("coverage/bodies-of-a-kind") if row["kind"] == kind]
    bodies: dict[str, list[Row]] = {}
    for row in rows:
        held = bodies.setdefault(row["organisation"], [])
        if row["role"] and row["role"] not in [each["role"] for each in held]:
            held.append(row)
    title = f"{label}: roles in the field itself"
    if not bodies:
        return section(
            f"kind-{name}",
            title,
            lead(
                f"This section looks for bodies of the kind “{label}”{material.within} that exist on the date. None is "
                "recorded."
            ),
        )
    active = {body_: held for body_, held in bodies.items() if held}
    without = [material.reading.name(body_) for body_, held in bodies.items() if not held]
    listed = [(body_, role) for body_, held in active.items() for role in held]
    return section(
        f"kind-{name}",
        title,
        lead(
            f"{words.capital(words.count(len(bodies), 'body', 'bodies'))} of this kind "
            f"{'exists' if len(bodies) == 1 else 'exist'} "
            f"on the date; for {numeral(len(active))} a current role that is about the field itself is recorded."
        ),
        body(_standing(material, active)) if active else None,
        table(
            f"{name}-roles",
            f"{label}: current roles that are about the field itself",
            [
                Column("organisation", "Body", 2.2),
                Column("what", "For what", 2.6),
                Column("level", "As", 1.4),
                Column("period", "Since or until", 1.6),
                Column("note", "Remark", 3.4),
                Column("grade", "Backed", 1.4),
            ],
            [
                (
                    material.reading.name(body_),
                    " · ".join((role["activityLabel"], role["topicLabel"], role["placeLabel"])),
                    role["levelLabel"]
                    + (f" ({role['standingLabel']})" if role["standingLabel"] != "confirmed" else ""),
                    words.period(role["start"], role["end"]) or date("", "not stated"),
                    role["note"],
                    role["gradeLabel"],
                )
                for body_, role in listed
            ],
            shown=20,
        )
        if listed
        else None,
        _asked_for(material, name, label, listed),
        table(
            f"{name}-bodies",
            f"{label}: all bodies of this kind that exist on the date",
            [Column("organisation", "Body", 4), Column("roles", "Current roles in the field itself", 1, "number")],
            [(material.reading.name(body_), len(held)) for body_, held in bodies.items()],
            in_workbook_only=True,
        ),
        body(
            f"Without such a role on record, which does not mean that they do nothing there: "
            f"{words.short_list(without, 6)}."
        )
        if without
        else None,
    )


def _standing(material: Material, active: dict[str, list[Row]]) -> str:
    """Whose roles are confirmed, whose are not, and until when."""
    held: dict[bool, list[str]] = {True: [], False: []}
    for body_, roles in active.items():
        for sure in held:
            mine = [role for role in roles if (role["standingLabel"] == "confirmed") == sure]
            if mine:
                ends = unique(words.date(role["end"]) for role in mine if role["end"])
                until = f"until {words.and_list(ends)}" if ends else "no end stated"
                held[sure].append(f"{material.reading.name(body_)} ({until})")
    told = []
    if held[True]:
        told.append(f"Confirmed: {words.and_list(held[True])}.")
    if held[False]:
        told.append(f"Not confirmed as still running: {words.and_list(held[False])}.")
    told.append("A role that is about one study ends with that study, and the body goes on.")
    return " ".join(told)


def _asked_for(material: Material, name: str, label: str, listed: list[tuple[str, Row]]) -> Table | None:
    """The needs that ask about the topics on which a body of this kind leads, and what is recorded for them."""
    leading = {concept.label for concept in material.reading.words.closed("level") if concept.name == "lead"}
    topics = {role["topic"] for _, role in listed if role["levelLabel"] in leading}
    overall = {row["need"]: row for row in material.reading.answers.rows("needs/overall")}
    found = [
        overall[need]
        for need, cells in material.reading.cells_by_need.items()
        if need in overall and any(cell.parts.topic in topics and cell.parts.iri in material.cells for cell in cells)
    ]
    if not found:
        return None
    about = words.and_list(words.in_sentence(topic) for topic in sorted(map(material.label, topics)))
    return table(
        f"{name}-needs",
        f"{label}: the needs that ask about {about}",
        [
            Column("need", "Need", 4),
            Column("progress", "How far, as published with the need", 2),
            Column("recorded", "Questions with a body recorded", 2),
        ],
        [
            (row["needLabel"], row["progressLabel"] or "not said", f"{row['recorded']} of {row['cells']}")
            for row in found
        ],
        shown=8,
    )
