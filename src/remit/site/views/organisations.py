"""A page for each organisation, and their list by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.answers import Row, unique
from remit.site.cells import Source
from remit.site.context import Site
from remit.site.page import Page
from remit.words import and_list, capital, count, in_sentence, period

__all__ = ["pages"]

SECTION = "organisations/index.html"

_CITING = {
    "roles": "role",
    "relationships": "relationship",
    "resources": "resource",
    "changes": "event",
    "assessments-about": "assessment",
}
"""Where the statements about an organisation stand that cite sources, and in which column."""


def pages(site: Site) -> Iterator[Page]:
    """The list of organisations, and a page for each."""
    yield Page(SECTION, "organisations.html", "Organisations", SECTION, _list(site))
    for row in _organisations(site):
        path = site.organisation_path(row["organisation"])
        yield Page(path, "organisation.html", row["organisationLabel"], SECTION, _one(site, row))


def _organisations(site: Site) -> list[Row]:
    return [rows[0] for rows in site.answers.by("profile/organisation", "organisation").values()]


def _list(site: Site) -> dict[str, Any]:
    kinds: dict[str, list[Row]] = {}
    roles = site.answers.by("profile/roles", "organisation")
    rows = _organisations(site)
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row)
    order = {iri: number for number, iri in enumerate(site.words.concepts)}
    return {
        "kinds": sorted(kinds.items(), key=lambda item: (order.get(item[0], len(order)), item[0])),
        "total": len(rows),
        "current": sum(row["current"] == "true" for row in rows),
        "counts": {iri: sum(role["current"] == "true" for role in held) for iri, held in roles.items()},
    }


def _one(site: Site, row: Row) -> dict[str, Any]:
    iri = row["organisation"]

    def of(name: str) -> list[Row]:
        return site.answers.by(f"profile/{name}", "organisation").get(iri, [])

    roles = _each(of("roles"), "role")
    current = [role for role in roles if role["current"] == "true"]
    sources = _numbered(of("sources"))
    numbers = {source: index for index, source in enumerate(sources, start=1)}
    statements = {iri, *(thing[column] for name, column in _CITING.items() for thing in of(name))}
    cited = {
        statement: [sources[source] for source in sorted(site.citations[statement], key=numbers.__getitem__)]
        for statement in statements
        if statement in site.citations
    }
    alone = [(site.cells[cell["cell"]], cell) for cell in _each(of("what-end-leaves-empty"), "cell")]
    places = [place["placeLabel"] for place in of("places")]
    return {
        "row": row,
        "sentence": _sentence(site, row, current, places),
        "facts_period": period(row["start"], row["end"]),
        "places": places,
        "acts_as": of("acts-as"),
        "names": [name["name"] for name in of("names")],
        "identifiers": [one["identifier"] for one in of("identifiers")],
        "role_groups": _role_groups(site, roles),
        "relations": _relations(of("relationships"), "true"),
        "former_relations": _relations(of("relationships"), "false"),
        "resources": _each(of("resources"), "resource"),
        "changes": of("changes"),
        "needs": of("needs-raised"),
        "assessments": _each(of("assessments-about"), "assessment"),
        "alone": alone,
        "shared": of("shared-with"),
        "numbered": list(sources.values()),
        "numbers": numbers,
        "cited": cited,
        "stated_at": site.stated_at(iri),
        "return_path": site.return_path(iri),
        "id": iri.removeprefix(site.snapshot.landscape.base),
    }


def _each(rows: list[Row], column: str) -> list[Row]:
    """One row for each thing, where an answer has several because of a second value."""
    return list({row[column]: row for row in reversed(rows)}.values())[::-1]


def _numbered(rows: list[Row]) -> dict[str, Source]:
    return {
        row["source"]: Source(
            row["source"], row["title"], row["publisher"], row["url"], row["published"], row["secondary"] == "true"
        )
        for row in rows
    }


def _sentence(site: Site, row: Row, current: list[Row], places: list[str]) -> str:
    """What the page tells, in a sentence or two."""
    kind = in_sentence(row["kindLabel"]) if row["kindLabel"] else "organisation"
    where = f" ({and_list(places)})" if places else ""
    if not current:
        said = f"{capital(kind)}{where}; no role that holds on this date is recorded."
    else:
        leads = sum(role["levelLabel"] == "lead" for role in current)
        areas = unique(site.words.label(site.words.top(role["activity"])) for role in current)
        as_lead = "" if not leads else ", as lead" if leads == len(current) else f", {leads} of them as lead"
        held = count(len(current), "current role")
        said = f"{capital(kind)}{where}, recorded with {held} in {and_list(map(in_sentence, areas))}{as_lead}."
    if row["current"] != "true":
        return f"{said} It does not exist on this date: {period(row['start'], row['end']) or 'when is not stated'}."
    return said


def _role_groups(site: Site, roles: list[Row]) -> list[tuple[str, str, list[tuple[str, list[Row]]]]]:
    """The roles by what is known of them now, and within that by area: (anchor, heading, areas)."""
    groups: dict[str, list[Row]] = {"current": [], "unconfirmed": [], "announced": [], "former": [], "later": []}
    for role in roles:
        standing = role["standingLabel"]
        if role["current"] == "true":
            groups["unconfirmed" if standing in ("unconfirmed", "planned") else "current"].append(role)
        elif standing == "planned":
            over = role["end"] and role["end"] < site.as_of[: len(role["end"])]
            groups["later" if over else "announced"].append(role)
        elif role["start"] and role["start"] > site.as_of[: len(role["start"])]:
            groups["later"].append(role)
        else:
            groups["former"].append(role)
    headings = {
        "current": "Current roles",
        "unconfirmed": "Roles not confirmed as still running",
        "announced": "Announced roles",
        "former": "Former roles",
        "later": "Roles that do not hold on this date",
    }
    made = []
    for name, heading in headings.items():
        areas: dict[str, list[Row]] = {}
        for role in groups[name]:
            areas.setdefault(site.words.label(site.words.top(role["activity"])), []).append(role)
        if areas:
            made.append((name, heading, list(areas.items())))
    return made


def _relations(rows: list[Row], current: str) -> list[tuple[str, list[Row]]]:
    """The relationships by how they read from the organisation."""
    groups: dict[str, list[Row]] = {}
    for row in _each(rows, "relationship"):
        if row["current"] == current:
            groups.setdefault(row["relationLabel"], []).append(row)
    return list(groups.items())
