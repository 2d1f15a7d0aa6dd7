"""The kinds of findings, in the order in which a meeting asks for them, and the shipped question behind each."""

from __future__ import annotations

from dataclasses import dataclass

from remit.catalogue import find

__all__ = ["KINDS", "Kind"]


@dataclass(frozen=True)
class Kind:
    """A kind of finding.

    Attributes:
        name: what the ids of its findings begin with.
        query: the shipped question that lists them all.
        own_title: its title where the question's own says something else, or "".
        own_meaning: what it is, where the question's description says something else, or "".
        missing: whether nobody is recorded for what the finding is about, so that candidates are named.
    """

    name: str
    query: str
    own_title: str = ""
    missing: bool = False
    own_meaning: str = ""

    @property
    def title(self) -> str:
        """What people read."""
        return self.own_title or find(self.query).title

    @property
    def meaning(self) -> str:
        """What it is, and what it is not, as the question itself says."""
        return self.own_meaning or find(self.query).description


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("recorded-yet-said-to-fall-short", "gaps/recorded-yet-said-to-fall-short"),
        Kind("confirmed-gap", "gaps/confirmed-gap", missing=True),
        Kind("single", "gaps/single"),
        Kind("contested", "gaps/contested"),
        Kind("searched", "gaps/searched", missing=True),
        Kind("unconfirmed", "gaps/unconfirmed"),
        Kind("general-only", "gaps/general-only", missing=True),
        Kind("announced", "gaps/announced", missing=True),
        Kind("lapsed", "gaps/lapsed", missing=True),
        Kind("not-recorded", "gaps/not-recorded", missing=True),
        Kind(
            "need",
            "needs/overall",
            "Needs, and for how much of them somebody is recorded",
            own_meaning="Needs that ask a question of the landscape, and for how much of each somebody is recorded.",
        ),
        Kind("broken-pathway", "gaps/broken-pathways"),
        Kind("place-difference", "gaps/place-differences"),
        Kind("cliff-edge", "gaps/cliff-edges"),
        Kind("crowded", "overlaps/crowded"),
        Kind("two-leads", "overlaps/two-leads"),
        Kind("overlap", "overlaps/without-link"),
        Kind("possible-duplicate", "overlaps/possible-duplicates"),
        Kind(
            "broker",
            "profile/relationships",
            "Bodies that link others",
            own_meaning="Bodies that lie on many of the shortest paths between others, by the relationships on record.",
        ),
        Kind("orphaned-role", "time/orphaned-roles"),
        Kind("stale", "quality/stale", "What rests on old sources only"),
        Kind("undated", "quality/stale", "What rests on undated sources only"),
    )
}
"""All kinds by name."""

STATUS_KINDS = (
    *("confirmed-gap", "single", "contested", "searched", "unconfirmed"),
    *("general-only", "announced", "lapsed", "not-recorded", "crowded"),
)
"""The kinds that are statuses of cells: a cell of that status is the finding."""
