"""The lists of findings: what a meeting asks first, and every status and flag that occurs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.answers import unique
from remit.catalogue import Query, catalogue
from remit.site.cells import Assessment, Cell, Pair
from remit.site.context import Site
from remit.site.page import Page
from remit.vocabulary import Concept
from remit.words import and_list, short_list

__all__ = ["Finding", "Line", "all_findings", "first_findings", "pages"]

FALLS_SHORT = "gaps/recorded-yet-said-to-fall-short"
MISSING = "gaps/confirmed-gap"
ON_ONE = "gaps/single"
NO_RECORD = "gaps/not-recorded"

_SENTENCES = {
    FALLS_SHORT: "Somebody is recorded, and a source says that there is too little of it.",
    MISSING: "Nobody is recorded, and a source says that nobody does it.",
    ON_ONE: "Exactly one body is recorded. Others may exist that are not recorded.",
    NO_RECORD: "Nothing is recorded, no source reports an absence, and no search is recorded: a work list for the "
    "curators, which says nothing about whether anybody does it.",
}
_TITLES = {
    FALLS_SHORT: "Recorded, yet said to fall short",
    MISSING: "A source reports none",
    ON_ONE: "Rests on one body",
    NO_RECORD: "No record yet",
}


@dataclass
class Line:
    """A pair of a list: its question, the places that it is listed for, who is recorded, what is said."""

    pair: Pair
    cells: list[Cell]
    recorded: str
    says: list[Assessment]

    @property
    def needs(self) -> int:
        """How many needs ask for it."""
        return len(self.pair.needs)


@dataclass
class Finding:
    """A list: its question among the shipped ones, its title, what it means, and its lines."""

    query: str
    title: str
    sentence: str
    lines: list[Line]
    concept: Concept | None
    recorded_head: str

    @property
    def name(self) -> str:
        """The name of its page."""
        return self.query.rpartition("/")[2]

    @property
    def path(self) -> str:
        """The address of its page."""
        return f"findings/{self.name}.html"

    @property
    def cells(self) -> int:
        """How many cells are listed."""
        return sum(len(line.cells) for line in self.lines)

    def foremost(self, most: int) -> list[Line]:
        """The first lines for a start: those that most needs ask for."""
        return sorted(self.lines, key=lambda line: -line.needs)[:most]

    def by_area(self, site: Site) -> list[tuple[str, list[Line]]]:
        """The lines under the area of their activity."""
        areas: dict[str, list[Line]] = {}
        for line in self.lines:
            areas.setdefault(site.words.label(site.words.top(line.pair.activity.iri)), []).append(line)
        return list(areas.items())


def first_findings(site: Site) -> list[Finding]:
    """The four lists that a meeting asks for first, in that order."""
    concepts = {concept.name: concept for concept in site.words.closed("status")}
    return [
        _finding(site, name, _TITLES[name], _SENTENCES[name], concepts.get(name.rpartition("/")[2]))
        for name in (FALLS_SHORT, MISSING, ON_ONE, NO_RECORD)
    ]


def all_findings(site: Site) -> tuple[list[Finding], list[Finding]]:
    """A list for each status and one for each flag, in their order, those without lines too."""
    lists = []
    for closed in ("status", "flag"):
        found = []
        for concept in site.words.closed(closed):
            folder = "overlaps" if concept.name in ("covered", "crowded") else "gaps"
            name = f"{folder}/{concept.name}"
            title = _TITLES.get(name, concept.label[:1].upper() + concept.label[1:])
            found.append(_finding(site, name, title, _SENTENCES.get(name, concept.definition), concept))
        lists.append(found)
    return lists[0], lists[1]


_SAID = {
    "recorded-yet-said-to-fall-short": "limited",
    "said-to-fall-short": "limited",
    "confirmed-gap": "none",
    "contested": "none",
    "old-absence": "none",
    "searched": "searched",
    "looked-for": "searched",
}
"""The result of the assessments that a list rests on; the other lists rest on none."""

_NAMED = {
    "announced": ("announced", "Announced"),
    "something-announced": ("announced", "Announced"),
    "general-only": ("general", "General remit"),
    "lapsed": ("former", "Ended"),
    "something-ended": ("former", "Ended"),
    "unconfirmed": ("doubtful", "Not confirmed"),
}
"""Whom a list names, where it is not those who are recorded: the reason why they stand there, and the column's head."""


_FURTHER = ("gaps/cliff-edges", "gaps/place-differences", "overlaps/two-leads")
"""Lists of cells beside those of a status or a flag."""

_ELSEWHERE = ("gaps/broken-pathways", "gaps/candidates", "overlaps/without-link", "overlaps/possible-duplicates")
"""Findings that are not lists of cells: the page names them and leads to their answers."""


def further_findings(site: Site) -> tuple[list[Finding], list[tuple[Query, int]]]:
    """What else was found: lists of cells, and questions whose answers are tables of another kind."""
    queries = catalogue()
    lists = [_finding(site, name, queries[name].title, queries[name].description, None) for name in _FURTHER]
    return lists, [(queries[name], len(site.answers.rows(name))) for name in _ELSEWHERE]


def _finding(site: Site, name: str, title: str, sentence: str, concept: Concept | None) -> Finding:
    tail = name.rpartition("/")[2]
    reason, head = _NAMED.get(tail, ("", "Recorded"))
    reasons = (reason,) if reason else ("covering", "doubtful") if tail == "contested" else ("covering",)
    lines: dict[tuple[str, str], Line] = {}
    for iri in site.answers.by(name, "cell"):
        pair, cell = site.cells[iri]
        line = lines.setdefault(pair.iris, Line(pair, [], "", []))
        line.cells.append(cell)
    for line in lines.values():
        line.recorded = _names(line, reasons, say_where=tail == "single")
        said = {one.iri: one for cell in line.cells for one in cell.assessments if one.result == _SAID.get(tail)}
        line.says = sorted(said.values(), key=lambda one: one.date, reverse=True)
    return Finding(name, title, sentence, list(lines.values()), concept, head)


def _names(line: Line, reasons: tuple[str, ...], say_where: bool) -> str:
    """Who stands in the cells of a line; with the places, where it is another in each."""
    places: dict[str, list[str]] = {}
    for cell in line.cells:
        for reason in reasons:
            for body in cell.names.get(reason, ()):
                places.setdefault(body, []).append(cell.place.label)
    if say_where and len(places) > 1:
        return short_list([f"{body} ({and_list(unique(where))})" for body, where in places.items()], 4)
    return short_list(list(places), 4)


def pages(site: Site) -> Iterator[Page]:
    """The overview of all findings, and a page for each list that has lines."""
    first = first_findings(site)
    statuses, flags = all_findings(site)
    further, elsewhere = further_findings(site)
    yield Page(
        "findings.html",
        "findings.html",
        "Findings",
        "findings.html",
        {
            "first": first,
            "statuses": statuses,
            "flags": flags,
            "further": further,
            "elsewhere": elsewhere,
            "cells": len(site.cells),
        },
    )
    written: set[str] = set()
    for finding in (*first, *statuses, *flags, *further):
        if finding.lines and finding.path not in written:
            written.add(finding.path)
            yield Page(
                finding.path,
                "finding.html",
                finding.title,
                "findings.html",
                {"finding": finding, "areas": finding.by_area(site)},
            )
