"""Findings, comparisons and what-ifs as text for people, and as CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import shlex
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from textwrap import fill
from typing import Any

from remit import words
from remit.analysis import wording
from remit.analysis.compare import CellChange, Comparison, Record
from remit.analysis.findings import judged_and_gone
from remit.analysis.kinds import KINDS
from remit.analysis.model import Evidence, Finding
from remit.analysis.reading import Reading
from remit.analysis.whatif import WhatIf
from remit.terms import local_name

__all__ = ["as_csv", "as_json", "as_table", "card", "comparison_text", "overview", "what_if_text"]

COLUMNS = (
    *("id", "kind", "open", "verdict", "question", "sentence", "state", "confidence"),
    *("activity", "topic", "place", "organisations", "needs", "query"),
)
MOST = 60
"""How many findings a table lists unless all are wanted."""


def as_csv(found: Iterable[Finding]) -> str:
    """A row for each finding; concepts and organisations by the last part of their IRI."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for each in found:
        writer.writerow(
            {
                "id": each.id,
                "kind": each.kind,
                "open": "true" if each.open else "false",
                "verdict": each.judgement.verdict if each.judgement else "",
                "question": each.question,
                "sentence": each.sentence,
                "state": each.state,
                "confidence": each.confidence.level,
                "activity": local_name(each.activity),
                "topic": local_name(each.topic),
                "place": local_name(each.place),
                "organisations": "; ".join(map(local_name, each.organisations)),
                "needs": each.needs,
                "query": " ".join(_command(each)),
            }
        )
    return out.getvalue()


def as_json(found: Iterable[Finding], reading: Reading) -> str:
    """All there is of each finding, with the date and the landscape that it is of."""
    listed: list[dict[str, Any]] = []
    for each in found:
        told = asdict(each) | {"open": each.open, "parameters": dict(each.parameters)}
        listed.append(told)
    landscape = reading.snapshot.landscape
    whole = {"landscape": landscape.title, "version": landscape.version, "asOf": reading.as_of, "findings": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def overview(found: list[Finding], reading: Reading) -> str:
    """How many findings there are of each kind, and how to see them."""
    from tabulate import tabulate

    rows = []
    for name, kind in KINDS.items():
        of_kind = [each for each in found if each.kind == name]
        still = sum(each.open for each in of_kind)
        rows.append([name, kind.title, str(still), str(len(of_kind) - still)])
    text = tabulate(rows, ["kind", "what it is", "open", "judged"], tablefmt="simple", disable_numparse=True)
    text += f"\n{words.capital(words.count(len(found), 'finding'))} as of {words.date(reading.as_of)}.\n"
    gone = judged_and_gone(reading, found)
    if gone:
        verb = "is" if len(gone) == 1 else "are"
        text += f"{words.capital(words.count(len(gone), 'decision'))} {verb} about what is no longer found.\n"
    return (
        text + "`remit findings --kind KIND` lists those of a kind, `remit finding ID` tells one with its evidence.\n"
    )


def as_table(found: list[Finding], every: bool) -> str:
    """Findings by kind, each with its id, its question and what it says."""
    listed = found if every else [each for each in found if each.open]
    shown = listed if every else listed[:MOST]
    lines: list[str] = []
    kind = ""
    for each in shown:
        if each.kind != kind:
            kind = each.kind
            number = sum(other.kind == kind for other in listed)
            lines += ["" if lines else None, f"{KINDS[kind].title} ({number})"]  # type: ignore[list-item]
        lines.append(_wrapped(each.id, "  "))
        lines.append(_wrapped(f"{each.question} {each.sentence}", "    "))
        if each.judgement:
            lines.append(_wrapped(wording.judged(each.judgement), "    "))
    lines.append("")
    judged = len(found) - sum(each.open for each in found)
    told = f"{words.capital(words.count(len(listed), 'finding'))}"
    if not every and judged:
        told += f"; {words.count(judged, 'judged one is', 'judged ones are')} not listed"
    if len(shown) < len(listed):
        told += f"; the first {len(shown)} are listed, --all lists them all"
    return "\n".join(line for line in lines if line is not None) + f"\n{told}.\n"


def card(each: Finding, options: list[str]) -> str:
    """One finding in full.

    Args:
        each: the finding.
        options: of the command line, to be given to the query as well.
    """
    decided = wording.judged(each.judgement) if each.judgement else "Open: nobody has decided about it."
    parts = [
        each.id,
        KINDS[each.kind].title,
        "",
        _wrapped(each.question),
        _wrapped(each.sentence),
        "",
        _wrapped(decided),
        _wrapped(f"Confidence: {each.confidence.level}. {each.confidence.rule}"),
        f"Address: {each.iri}",
    ]
    if each.needs:
        parts.append(f"{words.capital(words.count(each.needs, 'need'))} {'asks' if each.needs == 1 else 'ask'} for it.")
    parts += ["", "Evidence"]
    for statement in each.evidence:
        parts += _evidence(statement)
    if not each.evidence:
        parts.append("  None: it rests on nothing being recorded.")
    if KINDS[each.kind].missing:
        parts += ["", "Candidates (whom to ask; not who should do it)"]
        parts += [_wrapped(f"{one.label}: {words.and_list(one.reasons)}.", "  ") for one in each.candidates[:10]]
        if len(each.candidates) > 10:
            parts.append(f"  and {words.number(len(each.candidates) - 10)} more; gaps/candidates lists them.")
        if not each.candidates:
            parts.append("  None: nobody is recorded for a neighbouring question.")
    parts += ["", "Query", f"  {shlex.join(_command(each, options))}"]
    return "\n".join(parts) + "\n"


def _evidence(statement: Evidence) -> list[str]:
    lines = [_wrapped(statement.says, "  ")]
    for source in statement.sources:
        date = words.date(source.published) if source.published else "undated"
        second = ", second-hand" if source.secondary else ""
        lines.append(_wrapped(f"{source.title}. {source.publisher}, {date}{second}.", "    "))
        lines.append(f"    {source.url}")
    if not statement.sources:
        lines.append("    No source is cited.")
    return lines


def comparison_text(found: Comparison, every: bool, most: int = 20) -> str:
    """A comparison, with the first lines of each part or all of them."""
    parts = [
        _wrapped(found.sentence),
        "",
        f"Answers that changed ({len(found.cells)})",
        *_cells(found.cells, every, most),
    ]
    parts += ["", f"Mergers, renamings and closures ({len(found.changes)})"]
    parts += _some([_wrapped(f"{words.date(one.date)}: {one.says}.", "  ") for one in found.changes], every, most)
    for title, records in (("Begun", found.begun), ("Ended", found.ended)):
        parts += ["", f"{title} ({len(records)})", *_some([_record(one) for one in records], every, most)]
    return "\n".join([*parts, "", _wrapped(found.learned)]) + "\n"


def _record(one: Record) -> str:
    text = f"{words.date(one.date)}: {one.says}"
    if one.planned:
        text += " (planned; no source says that it began)"
    if one.successors:
        text += f" (followed by {words.and_list(one.successors)})"
    return _wrapped(words.full_stop(text), "  ")


def what_if_text(found: WhatIf) -> str:
    """A what-if with all its changes."""
    parts = [_wrapped(found.sentence)]
    if found.parts:
        parts.append(_wrapped(f"Parts: {words.and_list(found.parts)}."))
    if found.cells:
        parts += ["", f"Answers that would change ({len(found.cells)})", *_cells(found.cells, True, 0)]
    return "\n".join(parts) + "\n"


def _cells(cells: tuple[CellChange, ...], every: bool, most: int) -> list[str]:
    return _some([_wrapped(f"{one.question} {one.sentence}", "  ") for one in cells], every, most)


def _some(lines: list[str], every: bool, most: int) -> list[str]:
    if not lines:
        return ["  None is recorded."]
    if every or len(lines) <= most:
        return lines
    return [*lines[:most], f"  and {words.number(len(lines) - most)} more; --all lists them."]


def _command(each: Finding, options: Iterable[str] = ()) -> list[str]:
    values = [part for name, value in each.parameters for part in ("-p", f"{name}={value}")]
    return ["remit", "query", each.query, *values, *options]


def _wrapped(text: str, indent: str = "") -> str:
    width = min(shutil.get_terminal_size((110, 24)).columns, 110)
    return fill(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
