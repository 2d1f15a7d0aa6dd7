"""What is known of each cell: its status, the roles behind it, and what was said by those who looked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from remit.analysis.model import Cell
from remit.answers import Answers, Row
from remit.terms import local_name
from remit.vocabulary import Vocabulary

__all__ = ["Assessment", "CellFacts", "Role", "read_cells"]


@dataclass(frozen=True)
class Role:
    """A role in a cell.

    Attributes:
        reason: why it stands there: covering, within, doubtful, general, announced or former.
        level: lead or contributor, as people read it.
        leads: whether it is a lead.
        standing: the last part of its standing's IRI.
        place: the name of the place that the role is for.
        start: a partial date, or "".
        end: a partial date, or "".
    """

    iri: str
    reason: str
    organisation: str
    level: str
    leads: bool
    standing: str
    place: str
    start: str
    end: str
    note: str


@dataclass(frozen=True)
class Assessment:
    """Somebody looked.

    Attributes:
        result: none, limited or searched.
        stands: for a report of absence, whether nothing recorded has overtaken it.
        date: a partial date, or "".
        searched: where was searched, or "".
    """

    iri: str
    result: str
    stands: bool
    date: str
    searched: str
    note: str


@dataclass(frozen=True, eq=False)
class CellFacts:
    """A cell and all that stands behind it.

    Attributes:
        parts: its activity, topic, place and IRI.
        question: its plain question.
        status: the last part of its status's IRI.
        flags: the last parts of its flags' IRIs.
        holders: how many organisations are counted.
        linked: how many of their pairs have a recorded link.
        needs: how many needs ask for it.
        roles: those behind it, in the order in which people want to read them.
        assessments: those that speak about it.
    """

    parts: Cell
    question: str
    status: str
    flags: frozenset[str]
    holders: int
    linked: int
    needs: int
    roles: tuple[Role, ...]
    assessments: tuple[Assessment, ...]

    @cached_property
    def _by_reason(self) -> dict[str, list[Role]]:
        found: dict[str, list[Role]] = {}
        for role in self.roles:
            found.setdefault(role.reason, []).append(role)
        return found

    def of(self, *reasons: str) -> list[Role]:
        """The roles that stand here for these reasons, those for the first reason first."""
        return [role for reason in reasons for role in self._by_reason.get(reason, ())]

    def bodies(self, *reasons: str) -> list[str]:
        """The organisations that stand here for these reasons, each once."""
        return list(dict.fromkeys(role.organisation for role in self.of(*reasons)))

    def said(self, result: str) -> list[Assessment]:
        """The assessments of a result, the latest first, undated ones last."""
        found = [one for one in self.assessments if one.result == result]
        return sorted(found, key=lambda one: one.date, reverse=True)

    @property
    def absences(self) -> list[Assessment]:
        """The reports of absence that stand, the latest first."""
        return [one for one in self.said("none") if one.stands]


def read_cells(answers: Answers, words: Vocabulary) -> dict[str, CellFacts]:
    """All cells by their IRI, in the order of the matrix."""
    flags = answers.by("coverage/cell-flags", "cell")
    holders = answers.together(("coverage/cell-holders", "coverage/cell-general-holders"), "cell")
    assessed = answers.by("coverage/cell-assessments", "cell")
    standing = {concept.label: concept.name for concept in words.closed("standing")}
    lead = {concept.label for concept in words.closed("level") if concept.name == "lead"}
    found = {}
    for row in answers.rows("coverage/cell"):
        iri = row["cell"]
        found[iri] = CellFacts(
            Cell(row["activity"], row["topic"], row["place"], iri),
            row["question"],
            local_name(row["status"]),
            frozenset(local_name(each["flag"]) for each in flags.get(iri, ())),
            int(row["holderCount"]),
            int(row["connectedPairs"]),
            int(row["needs"]),
            _roles(holders.get(iri, []), standing, lead),
            _assessments(assessed.get(iri, [])),
        )
    return found


def _roles(rows: list[Row], standing: dict[str, str], lead: set[str]) -> tuple[Role, ...]:
    # a role with two remarks has two rows
    found: dict[tuple[str, str], Role] = {}
    for row in rows:
        if (row["reason"], row["role"]) not in found:
            found[row["reason"], row["role"]] = Role(
                row["role"],
                row["reason"],
                row["organisation"],
                row["levelLabel"],
                row["levelLabel"] in lead,
                standing.get(row["standingLabel"], row["standingLabel"]),
                row["rolePlaceLabel"],
                row["start"],
                row["end"],
                row["note"],
            )
    return tuple(found.values())


def _assessments(rows: list[Row]) -> tuple[Assessment, ...]:
    found: dict[str, Assessment] = {}
    for row in rows:
        if row["assessment"] not in found:
            found[row["assessment"]] = Assessment(
                row["assessment"],
                local_name(row["result"]),
                row["stands"] == "true",
                row["date"],
                row["searchedIn"],
                row["note"],
            )
    return tuple(found.values())
