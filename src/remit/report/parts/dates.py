"""What ends soon, and what changed since the date of comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from remit import words
from remit.analysis import Finding, Source
from remit.analysis.compare import Change, Comparison, Record
from remit.report import pictures
from remit.report.grouping import REFERENCE, bare_question, by_place, finding_cell
from remit.report.lines import body, lead, section, table
from remit.report.material import Material
from remit.report.model import Block, Column, Section, Table
from remit.report.parts.cells import finding_note, nothing, pair_table

__all__ = ["changes", "ending"]


def ending(material: Material) -> Section:
    """Cells for which all that is recorded ends soon, and all that ends soon."""
    edges = material.of("cliff-edge")
    rows = material.rows("time/ending")
    orphaned = material.of("orphaned-role")
    until = words.date(material.reading.soon_until)
    blocks: list[Block | None] = []
    if edges:
        blocks += [
            lead(
                f"For {words.count(len(edges), 'question')} all that is recorded ends by {until}. A follow-up "
                "may be on its "
                "way without a record."
            ),
            pair_table(
                material,
                "cliff-table",
                f"Questions for which all that is recorded ends by {until}",
                edges,
                [
                    (
                        Column("says", "What ends, and when", 3.6),
                        lambda group: by_place(
                            material, [(each.place, _what_ends(material, each)) for each in group.findings]
                        ),
                    )
                ],
                10,
            ),
            finding_note(edges, "cliff-edge"),
        ]
    else:
        blocks.append(nothing(material, "cliff-edge"))
    if rows:
        blocks += [
            body(
                f"{words.capital(words.count(len(rows), 'recorded end falls', 'recorded ends fall'))} on or "
                f"before {until}: of roles, relationships and bodies. {_flagged(material)} Where a role is about one "
                "study, as its remark tells, it ends with that study, and the body goes on."
            ),
            pictures.endings(material),
            table(
                "ending-table",
                f"Roles, relationships and bodies that end by {until}, the nearest end first",
                [
                    Column("date", "Ends", 1.6, "date"),
                    Column("body", "Body", 2.8),
                    Column("what", "What ends", 3.4),
                    Column("note", "Remark", 4),
                ],
                [
                    (
                        words.date(row["endDate"]),
                        material.reading.name(row["organisation"]),
                        f"{words.capital(row['recordType'])}: {row['what']}",
                        row["note"],
                    )
                    for row in rows
                ],
                shown=15,
            ),
        ]
    else:
        blocks.append(
            lead(f"This section looks for recorded ends until {until}. No source states one{material.within}.")
        )
    if orphaned:
        blocks += [
            lead(
                f"{words.capital(words.count(len(orphaned), 'role is', 'roles are'))} recorded as current "
                "although the body "
                "that holds it has ended: the record needs looking at."
            ),
            table(
                "orphaned-table",
                "Roles of bodies that have ended",
                [
                    Column("question", "Question", 3),
                    Column("says", "What is recorded", 3.4),
                    REFERENCE,
                ],
                [(each.question, each.sentence, finding_cell(material, [each])) for each in orphaned],
                shown=8,
            ),
        ]
    else:
        blocks.append(nothing(material, "orphaned-role"))
    return section("ending", "What ends soon", *blocks)


def _flagged(material: Material) -> str:
    """Why the flag of questions has another number than the list of ends."""
    flagged = sum("ends-soon" in cell.flags for cell in material.cells.values())
    return (
        f"They touch {words.count(flagged, 'question')} that {'bears' if flagged == 1 else 'bear'} the flag “ends "
        "soon”: one role may count in several places, and a relationship, a role that is not counted or one for no "
        "place that is asked about counts in none."
    )


def _what_ends(material: Material, finding: Finding) -> str:
    """The sentence without what the table's caption has told, and what was noted of the roles that end."""
    _, _, rest = finding.sentence.partition(": ")
    roles = material.reading.cells[finding.cells[0].iri].of("covering")
    notes = [words.full_stop(note) for note in dict.fromkeys(role.note for role in roles if role.end) if note]
    return " ".join([words.capital(rest), *notes])


def changes(material: Material, comparison: Comparison) -> Section:
    """What began, ended, was renamed or merged, and which questions have another answer."""
    since, until = words.date(comparison.before), words.date(comparison.after)
    return section(
        "changes",
        f"What changed since {since}",
        lead(comparison.sentence if material.whole else f"From {since} to {until}, for {material.scope.says}."),
        body(
            f"No picture or document of {since} is compared, but what is recorded for each of the two dates. "
            f"{comparison.learned}"
        ),
        sections=[
            _answers(material, comparison),
            _events(material, comparison),
            _records(material, comparison),
        ],
    )


def _answers(material: Material, comparison: Comparison) -> Section:
    found = material.changed(comparison)
    title = "Questions with another answer"
    if not found:
        return section(
            "changed-answers",
            title,
            lead(
                f"This section looks for questions{material.within} whose status differs between the two dates. "
                "None does."
            ),
        )
    label = {one.name: f"{one.symbol} {one.label}" for one in material.reading.words.closed("status")}
    moves = Counter((one.before, one.after) for one in found)
    absent = "not asked, nothing recorded"
    pairs: dict[tuple[str, str], list[object]] = {}
    for one in found:
        pairs.setdefault((one.cell.activity, one.cell.topic), []).append(one)
    rows = []
    for same in pairs.values():
        told = [one for one in found if one in same]
        first = told[0]
        rows.append(
            (
                bare_question(material, first.question, first.cell.place),
                by_place(material, [(one.cell.place, one.sentence) for one in told]),
            )
        )
    return section(
        "changed-answers",
        title,
        lead(f"{words.capital(words.count(len(found), 'question has', 'questions have'))} another status than before."),
        table(
            "moves-table",
            "How the statuses moved between the two dates, the most frequent first",
            [
                Column("before", comparison_date(comparison.before), 3, "status"),
                Column("after", comparison_date(comparison.after), 3, "status"),
                Column("count", "Questions", 1, "number"),
            ],
            [
                (label.get(old, absent), label.get(new, absent), number)
                for (old, new), number in sorted(moves.items(), key=lambda item: (-item[1], item[0]))
            ],
            shown=7,
        ),
        table(
            "changed-table",
            "Questions with another status, and whom that is due to",
            [Column("question", "Question", 2.4), Column("says", "What changed", 6)],
            rows,
            shown=4,
        ),
    )


def comparison_date(day: str) -> str:
    """The title of a column about a day."""
    return f"On {words.date(day)}"


def _events(material: Material, comparison: Comparison) -> Section:
    found = [
        one for one in comparison.changes if material.whole or material.bodies.intersection((*one.before, *one.after))
    ]
    title = "Mergers, renamings and closures"
    nouns = ("merger, renaming or closure is", "mergers, renamings or closures are")
    if found:
        return section(
            "events",
            title,
            lead(f"{words.capital(words.count(len(found), *nouns))} recorded between the two dates."),
            _events_table("Recorded mergers, renamings and closures, the latest first", _told(found)),
        )
    looked = (
        f"This section looks for mergers, renamings and closures{material.within}. None is dated between the two days"
    )
    events = material.reading.answers.by("time/changes", "event").values()
    named = [(rows[0], {row[part] for row in rows for part in ("organisation", "successor")}) for rows in events]
    earlier = [row for row, bodies in named if material.whole or material.bodies & bodies]
    if not earlier:
        return section("events", title, lead(f"{looked}, and none before."))
    return section(
        "events",
        title,
        lead(f"{looked}; {words.count(len(earlier), 'is', 'are')} recorded before, or without a date."),
        _events_table(
            "Mergers, renamings and closures recorded before, or without a date",
            [
                (
                    words.date(row["date"]) or "undated",
                    row["eventLabel"],
                    _publishers(material.reading.sources.get(row["event"], ())),
                )
                for row in earlier
            ],
        ),
    )


def _told(found: list[Change]) -> list[tuple[str, str, str]]:
    return [(words.date(one.date), one.says, _publishers(one.sources)) for one in found]


def _publishers(sources: Iterable[Source]) -> str:
    return words.short_list(list(dict.fromkeys(source.publisher for source in sources if source.publisher)), 2)


def _events_table(caption: str, rows: list[tuple[str, str, str]]) -> Table:
    return table(
        "events-table",
        caption,
        [
            Column("date", "When", 1.2, "date"),
            Column("what", "What happened", 4),
            Column("sources", "Who says so", 2.4),
        ],
        rows,
        shown=6,
    )


def _records(material: Material, comparison: Comparison) -> Section:
    def table_of(name: str, caption: str, records: list[Record], shown: int) -> Table:
        return table(
            name,
            caption,
            [
                Column("date", "When", 1.2, "date"),
                Column("kind", "What", 1),
                Column("says", "Record", 5),
                Column("more", "Remark", 2),
            ],
            [
                (
                    words.date(one.date),
                    one.kind,
                    one.says,
                    f"followed by {words.and_list(one.successors)}"
                    if one.successors
                    else "planned only"
                    if one.planned
                    else "",
                )
                for one in records
            ],
            shown=shown,
        )

    begun = [one for one in comparison.begun if material.whole or one.organisation in material.bodies]
    ended = [one for one in comparison.ended if material.whole or one.organisation in material.bodies]
    bodies = {
        name: [one for one in records if one.kind == "body"] for name, records in (("begun", begun), ("ended", ended))
    }
    blocks: list[Block] = []
    for name, records, verb in (("begun", begun, "began"), ("ended", ended, "ended")):
        if not records:
            blocks.append(
                lead(
                    f"This section looks for roles, relationships and bodies{material.within} that {verb} between the "
                    "two dates. None is dated so."
                )
            )
            continue
        kinds = Counter(one.kind for one in records)
        told = words.and_list(
            words.count(kinds[kind], *nouns)
            for kind, nouns in (("body", ("body",)), ("role", ("role",)), ("relationship", ("relationship",)))
            if kinds[kind]
        )
        blocks.append(body(f"{words.capital(told)} {verb}. The bodies stand first."))
        first = bodies[name] + [one for one in records if one.kind != "body"]
        blocks.append(table_of(f"{name}-table", f"What {verb} between the two dates", first, 4))
    return section("begun-ended", "What began and what ended", *blocks)
