"""The return sheet of an organisation: what the landscape says about it, with sources, and how to correct it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from remit import words
from remit.analysis import KINDS, Finding, Reading, Source
from remit.answers import Row
from remit.report.html import as_html
from remit.report.lines import body, bullets, date, lead, line, note, section, table, web
from remit.report.model import Block, Column, Report, Section, Text

__all__ = ["by_organisation", "return_sheet", "write_return_sheets"]

_UPKEEP = ("stale", "undated")
_TICK = "☐ yes  ☐ no"


def by_organisation(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the organisations that they name, but for those about old and undated sources."""
    named: dict[str, list[Finding]] = {}
    for each in found:
        if each.kind not in _UPKEEP:
            for organisation in each.organisations:
                named.setdefault(organisation, []).append(each)
    return named


def write_return_sheets(
    reading: Reading,
    found: Iterable[Finding],
    folder: Path,
    path_of: Callable[[str], str],
    stated_at: Callable[[str], str] = lambda _: "",
) -> int:
    """Write a sheet for each organisation, and return how many.

    Args:
        reading: the snapshot.
        found: its findings.
        folder: below which they are written.
        path_of: the address of an organisation's sheet below the folder, "" for one that gets none.
        stated_at: the file and line at which a thing is described.
    """
    named = by_organisation(found)
    number = 0
    for organisation in reading.labels:
        path = path_of(organisation)
        if path:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            sheet = return_sheet(reading, organisation, named.get(organisation, []), stated_at(organisation))
            target.write_text(as_html(sheet), encoding="utf-8")
            number += 1
    return number


def return_sheet(reading: Reading, organisation: str, found: Iterable[Finding], stated_at: str = "") -> Report:
    """The sheet of one organisation as a small report.

    Args:
        reading: the snapshot.
        organisation: its IRI.
        found: the findings that name it.
        stated_at: the file and line at which it is described, or "".
    """
    landscape = reading.snapshot.landscape
    sources = _Sources(reading)
    name = reading.name(organisation)
    parts = [
        _itself(reading, organisation, sources),
        _roles(reading, organisation, sources),
        _relationships(reading, organisation, sources),
        _resources(reading, organisation, sources),
        _said(reading, organisation, sources),
        _findings(found),
        _correct(reading, organisation, stated_at),
    ]
    return Report(
        f"What the landscape says about {name}",
        f"{landscape.title}, as of {words.date(reading.as_of)}",
        "en-GB",
        (
            ("As of", words.date(reading.as_of)),
            ("Data version", f"{landscape.version or 'not stated'}, issued {words.date(landscape.issued)}"),
            ("Data written by", landscape.creator or "not stated"),
        ),
        (*parts, sources.section()),
    )


class _Sources:
    """The sources of a sheet, numbered as they come."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[str, tuple[int, Source]] = {}

    def of(self, statement: str) -> str:
        """The numbers of what backs a statement."""
        numbers = []
        for source in self._reading.sources.get(statement, ()):
            self._known.setdefault(source.iri, (len(self._known) + 1, source))
            numbers.append(self._known[source.iri][0])
        return ", ".join(map(str, sorted(numbers))) or "none"

    def section(self) -> Section:
        """All of them, with their addresses."""
        if not self._known:
            return section("sources", "Sources", lead("No source is cited for what is said here."))
        rows = [
            (number, line(web(source.title, source.url)), source.publisher, date(source.published))
            for number, source in self._known.values()
        ]
        return section(
            "sources",
            "Sources",
            table(
                "sources-table",
                "What backs the statements above",
                [
                    Column("number", "No.", 0.5, "number"),
                    Column("title", "Source", 5),
                    Column("publisher", "Published by", 2),
                    Column("date", "When", 1.2, "date"),
                ],
                rows,
            ),
        )


def _first(rows: Iterable[Row], column: str) -> list[Row]:
    """One row for each thing, where an answer has several because of a second value."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row[column], row)
    return list(found.values())


def _of(reading: Reading, name: str, organisation: str) -> list[Row]:
    return reading.answers.by(f"profile/{name}", "organisation").get(organisation, [])


def _itself(reading: Reading, organisation: str, sources: _Sources) -> Section:
    row = _of(reading, "organisation", organisation)[0]
    homepage = row["homepage"] or row["unverifiedHomepage"]
    told: Mapping[str, str | Text] = {
        "Name": row["organisationLabel"],
        "Abbreviation": row["abbreviation"],
        "Other names": "; ".join(each["name"] for each in _of(reading, "names", organisation)),
        "Kind": row["kindLabel"],
        "Works in": words.and_list(each["placeLabel"] for each in _of(reading, "places", organisation)),
        "Homepage": line(web(homepage, homepage)) if homepage else "",
        "Exists": words.period(row["start"], row["end"]),
        "Description": row["description"],
        "Why it is in the landscape": row["basisLabel"],
        "Sources": sources.of(organisation),
    }
    return section(
        "itself",
        "The organisation",
        lead(
            "This is all that the landscape records about you. Please say what is wrong, missing or out of "
            "date: the last "
            "part tells how."
        ),
        table(
            "itself-table",
            "What is recorded of the organisation itself",
            [Column("what", "What", 1.4), Column("value", "Recorded", 5), Column("right", "Right?", 1.1)],
            [(what, value or "not stated", _TICK) for what, value in told.items()],
        ),
    )


def _period(row: Row) -> str:
    return words.period(row["start"], row["end"]) or "not stated"


def _none(what: str) -> Block:
    return lead(f"No {what} is recorded. If there is one, please tell us, with a public source that shows it.")


def _roles(reading: Reading, organisation: str, sources: _Sources) -> Section:
    rows = _first(_of(reading, "roles", organisation), "role")
    if not rows:
        return section("roles", "Roles", _none("role"))
    return section(
        "roles",
        "Roles",
        table(
            "roles-table",
            "What you do, did or plan to do, as recorded",
            [
                Column("activity", "Activity", 2),
                Column("topic", "Topic", 1.8),
                Column("place", "For", 1.3),
                Column("as", "As", 1.4),
                Column("period", "Period", 1.5),
                Column("note", "Remark", 2.6),
                Column("sources", "Sources", 0.9),
                Column("right", "Right?", 1.1),
            ],
            [
                (
                    row["activityLabel"],
                    row["topicLabel"],
                    row["placeLabel"],
                    f"{row['levelLabel']}, {row['standingLabel']}",
                    _period(row),
                    row["note"],
                    sources.of(row["role"]),
                    _TICK,
                )
                for row in rows
            ],
        ),
    )


def _relationships(reading: Reading, organisation: str, sources: _Sources) -> Section:
    rows = _first(_of(reading, "relationships", organisation), "relationship")
    if not rows:
        return section("relationships", "Relationships", _none("relationship with another body"))
    return section(
        "relationships",
        "Relationships",
        table(
            "relationships-table",
            "How you stand to other bodies, as recorded",
            [
                Column("relation", "You", 1.6),
                Column("other", "Other body", 3.4),
                Column("period", "Period", 1.6),
                Column("holds", "Holds on the date", 1),
                Column("sources", "Sources", 0.9),
                Column("right", "Right?", 1.1),
            ],
            [
                (
                    row["relationLabel"],
                    reading.name(row["other"]),
                    _period(row),
                    "yes" if row["current"] == "true" else "no",
                    sources.of(row["relationship"]),
                    _TICK,
                )
                for row in rows
            ],
        ),
    )


def _resources(reading: Reading, organisation: str, sources: _Sources) -> Section:
    rows = _first(_of(reading, "resources", organisation), "resource")
    if not rows:
        return section("resources", "Resources", _none("resource that you provide"))
    return section(
        "resources",
        "Resources",
        table(
            "resources-table",
            "What you provide for others to use, as recorded",
            [
                Column("resource", "Resource", 2.8),
                Column("kind", "Kind", 1.4),
                Column("access", "Access", 1.1),
                Column("subject", "About", 2),
                Column("period", "Period", 1.4),
                Column("sources", "Sources", 0.9),
                Column("right", "Right?", 1.1),
            ],
            [
                (
                    line(web(row["resourceLabel"], row["page"] or row["unverifiedPage"])),
                    row["kindLabel"],
                    row["accessLabel"],
                    row["subject"],
                    _period(row),
                    sources.of(row["resource"]),
                    _TICK,
                )
                for row in rows
            ],
        ),
    )


def _said(reading: Reading, organisation: str, sources: _Sources) -> Section:
    assessed = _first(_of(reading, "assessments-about", organisation), "assessment")
    raised = _first(_of(reading, "needs-raised", organisation), "need")
    changed = _first(_of(reading, "changes", organisation), "event")
    title = "Needs, limits and changes"
    rows: list[tuple[str, str, str, str, str]] = [
        (
            "limit",
            words.full_stop(row["note"] or row["resultLabel"]),
            date(row["date"]),
            sources.of(row["assessment"]),
            _TICK,
        )
        for row in assessed
    ]
    rows += [("need that you raised", row["needLabel"], "–", sources.of(row["need"]), _TICK) for row in raised]
    rows += [("change", row["eventLabel"], date(row["date"]), sources.of(row["event"]), _TICK) for row in changed]
    if not rows:
        return section("said", title, _none("need that you raised, limit that a source states, or merger or renaming"))
    return section(
        "said",
        title,
        table(
            "said-table",
            "Needs that you raised, what sources say of your own limits, mergers and renamings",
            [
                Column("kind", "What", 1.3),
                Column("says", "Recorded", 5),
                Column("date", "When", 1.2, "date"),
                Column("sources", "Sources", 0.9),
                Column("right", "Right?", 1.1),
            ],
            rows,
        ),
    )


def _findings(found: Iterable[Finding]) -> Section:
    listed = list(found)
    title = "Findings that name you"
    if not listed:
        return section("findings", title, lead("This section looks for findings that name you. None does."))
    return section(
        "findings",
        title,
        lead(
            f"{words.capital(words.count(len(listed), 'finding names', 'findings name'))} you. They follow from "
            f"what is "
            "recorded, and change when that is corrected; none of them judges your work."
        ),
        table(
            "findings-table",
            "Findings that follow from what is recorded about you and others",
            [
                Column("kind", "Kind", 1.8),
                Column("question", "Question", 2.6),
                Column("says", "What is recorded", 3.4),
                Column("finding", "Finding", 2.2),
            ],
            [(_kind(each.kind), each.question, each.sentence, each.id) for each in listed[:MOST]],
        ),
        note(f"{words.capital(words.count(len(listed) - MOST, 'more finding is', 'more findings are'))} in the report.")
        if len(listed) > MOST
        else None,
    )


MOST = 25
"""A sheet lists so many findings at most."""

_titles: dict[str, str] = {}


def _kind(name: str) -> str:
    # a title is read from a file
    if name not in _titles:
        _titles[name] = KINDS[name].title
    return _titles[name]


def _correct(reading: Reading, organisation: str, stated_at: str) -> Section:
    landscape = reading.snapshot.landscape
    name = organisation.removeprefix(landscape.base)
    told = [
        "Mark in the tables what is wrong, and write what is right beside it. Name a public source that shows "
        "it: without "
        "one it cannot be recorded as confirmed.",
        "Add what is missing in the same manner: the activity, the topic, the place, since when, and the source.",
        f"Send it to {landscape.creator or 'those who keep the landscape'}, with the id of this record: `{name}`.",
    ]
    if stated_at:
        told.append(f"Curators find this record at `{stated_at}` in the landscape’s files.")
    return section(
        "correct",
        "How to correct this",
        bullets(told),
        body("What you correct appears with the next version of the data, and in every page and report made from it."),
    )
