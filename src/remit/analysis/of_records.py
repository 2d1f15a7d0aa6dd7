"""Findings about the records themselves: roles whose holder has ended, statements on old or undated sources."""

from __future__ import annotations

from collections.abc import Iterator

from remit import words
from remit.analysis import confidence, wording
from remit.analysis.mint import Mint
from remit.analysis.model import Cell, Evidence, Finding
from remit.terms import local_name

__all__ = ["orphaned_roles", "stale"]


def orphaned_roles(mint: Mint) -> Iterator[Finding]:
    """Current roles whose holder has ended."""
    reading = mint.reading
    for role, rows in reading.answers.by("time/orphaned-roles", "role").items():
        row = rows[0]
        successors = list(dict.fromkeys(reading.name(each["successor"]) for each in rows if each["successor"]))
        what = " · ".join(row[f"{part}Label"] for part in ("activity", "topic", "place"))
        yield mint.finding(
            "orphaned-role",
            (role,),
            question=f"Who carries on what {reading.name(row['organisation'])} did: {what}?",
            sentence=wording.orphaned(row, successors),
            subjects=(role,),
            organisations=(row["organisation"],),
            cells=(Cell(row["activity"], row["topic"], row["place"]),),
            evidence=(
                Evidence(role, "role", f"{reading.name(row['organisation'])}: {what}.", reading.sources.get(role, ())),
                Evidence(
                    row["organisation"],
                    "organisation",
                    f"{reading.name(row['organisation'])}, until {words.date(row['ended'])}.",
                    reading.sources.get(row["organisation"], ()),
                ),
            ),
            confidence=confidence.about_records("high", "High, because it only compares two dates that are recorded."),
            query="time/orphaned-roles",
            parameters={"organisation": local_name(row["organisation"])},
        )


def stale(mint: Mint, kind: str) -> Iterator[Finding]:
    """What holds, and rests on sources that are all old, or that all bear no date.

    Args:
        mint: makes the findings.
        kind: stale or undated.
    """
    reading = mint.reading
    links = {
        row["relationship"]: row["other"]
        for row in reading.answers.rows("profile/relationships")
        if row["outgoing"] == "true"
    }
    providers = reading.answers.by("profile/resources", "resource")
    for row in reading.answers.rows("quality/stale"):
        if row["age"] != ("old" if kind == "stale" else "undated"):
            continue
        statement, bodies = row["statement"], [row["organisation"]] if row["organisation"] else []
        bodies += [links[statement]] if statement in links else []
        bodies += [each["organisation"] for each in providers.get(statement, ())]
        role = reading.current_roles.get(statement)
        cells = (Cell(role["activity"], role["topic"], role["place"]),) if role else ()
        joined = ": " if row["type"] == "role" else " "
        says = f"{reading.name(row['organisation'])}{joined}{row['says']}" if row["organisation"] else row["says"]
        yield mint.finding(
            kind,
            (row["type"], statement),
            question=f"Does this still hold: {says}?",
            sentence=wording.undated_or_old(row, reading.stale_before),
            subjects=(statement,),
            organisations=dict.fromkeys(bodies),
            cells=cells,
            evidence=(Evidence(statement, row["type"], words.full_stop(says), reading.sources.get(statement, ())),),
            confidence=confidence.about_records(
                "high", "High, because it only compares the dates of the sources that are recorded."
            ),
            query="quality/stale",
        )
