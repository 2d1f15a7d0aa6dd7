"""A question's answer in a line: who is counted, and where nobody is, who stands there for which other reason."""

from __future__ import annotations

from remit import words
from remit.analysis.cells import CellFacts
from remit.report.material import Material

__all__ = ["answer", "holders", "named"]

SHOWN = 8
"""So many bodies are named for one question; where none is counted, half as many of the others."""


def holders(cell: CellFacts) -> tuple[list[str], set[str]]:
    """The bodies that are counted, leads first, and the leads."""
    leads = {role.organisation for role in cell.of("covering") if role.leads}
    return sorted(cell.bodies("covering"), key=lambda body: body not in leads), leads


def named(cell: CellFacts) -> list[str]:
    """The bodies that the annex names for a question."""
    if cell.holders:
        return holders(cell)[0][: SHOWN + 1]
    return [body for reason, *_ in _BESIDE for body in cell.bodies(reason)[: SHOWN // 2 + 1]]


def _names(material: Material, cell: CellFacts, most: int = SHOWN) -> str:
    first, leads = holders(cell)
    return words.short_list([material.short(body) + ("*" if body in leads else "") for body in first], most)


_BESIDE = (
    ("doubtful", "unconfirmed", "not confirmed as still running"),
    ("general", "general-only", "general remit only"),
    ("announced", "announced", "announced"),
    ("former", "lapsed", "recorded as ended"),
)
"""Why a body stands in a cell that it does not cover, the status of a cell that says the same, and its words."""


def answer(material: Material, cell: CellFacts) -> str:
    """A question's answer in a line: the status, the number and the names; where nobody is counted, each reason for
    which a body stands there by itself, so that nobody reads a general remit as an ended one."""
    concept = next(one for one in material.reading.words.closed("status") if one.name == cell.status)
    limited = "said-to-fall-short" in cell.flags
    short = " ▾" if limited else ""
    if cell.holders:
        return f"{concept.symbol}{short} {words.number(cell.holders)}: {_names(material, cell)}."
    told, named = f"{concept.symbol}{short} {concept.label}", set[str]()
    for reason, status, says in _BESIDE:
        bodies = [body for body in cell.bodies(reason) if body not in named]
        named.update(bodies)
        if bodies:
            names = words.short_list([material.short(body) for body in bodies], SHOWN // 2)
            told += f": {names}" if status == cell.status else f". {words.capital(says)}: {names}"
    if not named and limited:
        told += ", though a source says that it falls short"
    return f"{told}."
