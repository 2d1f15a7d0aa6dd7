"""The organogram: a lane for each area, each organisation in its main one, with a quiet mark in the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from remit.answers import Row
from remit.site.context import Site
from remit.site.page import Page
from remit.vocabulary import Concept

__all__ = ["Body", "Lane", "pages"]

SHOWN = 4
"""So many bodies of a kind stand open in a lane; the others wait behind a line that opens."""


@dataclass
class Body:
    """An organisation in the drawing: its lanes by number, and on what basis it is there."""

    row: Row
    basis: int
    leads: int = 0
    roles: int = 0
    others: list[int] = field(default_factory=list)

    @property
    def caption(self) -> bool:
        """Whether the caption of the published figure names it."""
        return self.row["caption"] == "true"


@dataclass
class Lane:
    """An area: who has it as main area, by kind, and who works in it beside another."""

    number: int
    area: Concept
    captioned: list[Body] = field(default_factory=list)
    kinds: dict[str, list[Body]] = field(default_factory=dict)
    guests: list[Body] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many bodies have this as their main area."""
        return len(self.captioned) + sum(len(bodies) for bodies in self.kinds.values())


def pages(site: Site) -> Iterator[Page]:
    """The one page of the organogram."""
    bases = _bases(site)
    numbers = {concept.iri: number for number, concept in enumerate(bases, start=1)}
    lanes: dict[str, Lane] = {}
    for area, _ in site.words.leaves_by_top([row["activity"] for row in site.answers.rows("coverage/cell")]):
        lanes[area.iri] = Lane(len(lanes) + 1, area)
    leads = _leads(site)
    homeless: list[Body] = []
    for iri, rows in site.answers.by("coverage/area-lanes", "organisation").items():
        own = [row for row in rows if row["area"] in lanes]
        body = Body(rows[0], numbers.get(rows[0]["basis"], len(numbers)), leads.get(iri, 0))
        body.roles = sum(int(row["roles"]) for row in own)
        main = next((row for row in own if row["main"] == "true"), None)
        if main is None:
            homeless.append(body)
            continue
        lane = lanes[main["area"]]
        for row in own:
            if row is not main:
                body.others.append(lanes[row["area"]].number)
                lanes[row["area"]].guests.append(body)
        body.others.sort()
        if body.caption:
            lane.captioned.append(body)
        else:
            lane.kinds.setdefault(body.row["kind"], []).append(body)
    order = {iri: number for number, iri in enumerate(site.words.concepts)}
    for lane in lanes.values():
        for bodies in (lane.captioned, lane.guests, *lane.kinds.values()):
            bodies.sort(key=_foremost)
        lane.kinds = dict(sorted(lane.kinds.items(), key=lambda item: order.get(item[0], len(order))))
    homeless.sort(key=_foremost)
    yield Page(
        "organogram.html",
        "organogram.html",
        "Organogram",
        "organogram.html",
        {
            "lanes": list(lanes.values()),
            "homeless": homeless,
            "bases": list(enumerate(bases, start=1)),
            "shown": SHOWN,
            "total": sum(lane.count for lane in lanes.values()),
        },
    )


def _foremost(body: Body) -> tuple[bool, int, int, int, str]:
    """Those of a stronger basis first, then those that lead most, then those with most roles."""
    return not body.caption, body.basis, -body.leads, -body.roles, body.row["organisationLabel"].casefold()


def _leads(site: Site) -> dict[str, int]:
    """How many current roles each organisation leads."""
    found: dict[str, int] = {}
    for role in site.answers.rows("profile/roles"):
        if role["current"] == "true" and role["levelLabel"] == "lead":
            found[role["organisation"]] = found.get(role["organisation"], 0) + 1
    return found


def _bases(site: Site) -> list[Concept]:
    """The bases in their order."""
    used = site.answers.by("coverage/area-lanes", "basis")
    schemes = {site.words.concepts[iri].scheme for iri in used if iri in site.words.concepts}
    return [concept for concept in site.words.concepts.values() if concept.scheme in schemes]
