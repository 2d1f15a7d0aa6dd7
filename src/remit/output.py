"""Answers as text: a table to read, or CSV, TSV and JSON for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import textwrap
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from remit.engine import Solutions, Term
from remit.terms import PREFIXES, XSD, local_name

__all__ = ["FORMATS", "render"]

FORMATS = ("table", "csv", "tsv", "json")


def render(answer: Solutions | bool | list[Triple], form: str, width: int | None = None) -> str:
    """An answer in one of FORMATS; ends with a line break. A graph is written as Turtle, whatever the format.

    ``table`` shows labels where a column has its label beside it, short names for IRIs, and the number of rows.
    ``csv``, ``tsv`` and ``json`` are the W3C's SPARQL 1.1 result formats, complete.
    """
    if isinstance(answer, bool):
        yes_or_no = json.dumps({"head": {}, "boolean": answer}) if form == "json" else str(answer).lower()
        return yes_or_no + "\n"
    if isinstance(answer, list):
        return serialize(answer, format=RdfFormat.TURTLE, prefixes=PREFIXES).decode()  # type: ignore[union-attr]
    return {"table": _table, "csv": _csv, "tsv": _tsv, "json": _json}[form](answer, width)


def _table(solutions: Solutions, width: int | None) -> str:
    from tabulate import tabulate

    names = solutions.variables
    shown = [name for name in names if f"{name}Label" not in names]
    columns = [names.index(name) for name in shown]
    rows = [[_short(row[column]) for column in columns] for row in solutions.rows]
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    if not rows:
        return f"No rows ({', '.join(shown)}).\n"
    heads = [name.removesuffix("Label") for name in shown]
    across = width or shutil.get_terminal_size((110, 24)).columns
    room = across - 2 * len(shown)
    widths = _widths(heads, rows, room)
    if sum(widths) > room or any(
        given < min(needed, 16) for given, needed in zip(widths, _needed(heads, rows), strict=True)
    ):
        return f"{_records(heads, rows, across)}\n{count}\n"
    table = tabulate(rows, heads, tablefmt="simple", maxcolwidths=list(widths), disable_numparse=True)
    return f"{table}\n{count}\n"


def _needed(heads: list[str], rows: list[list[str]]) -> list[int]:
    return [max(len(head), *(len(row[i]) for row in rows)) for i, head in enumerate(heads)]


def _records(heads: list[str], rows: list[list[str]], room: int) -> str:
    """A block a row, a line a value: for answers with more columns than a terminal is wide."""
    margin = max(map(len, heads)) + 2
    blocks = []
    for row in rows:
        lines = [
            textwrap.fill(
                value,
                room,
                initial_indent=f"{head:{margin}}",
                subsequent_indent=" " * margin,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for head, value in zip(heads, row, strict=True)
            if value
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _widths(heads: list[str], rows: list[list[str]], room: int) -> list[int]:
    """A width for each column: its own where all fit, else the widest give way first."""
    wanted = _needed(heads, rows)
    limit = max(wanted)
    while sum(min(width, limit) for width in wanted) > room and limit > 12:
        limit -= 1
    return [min(width, limit) for width in wanted]


def _short(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        # a cell is known by its three parts, any other thing of a landscape by its last
        cell = re.search(r"/cell/([^/]+/[^/]+/[^/]+)$", term.value)
        return cell[1] if cell else local_name(term.value) or term.value
    return " ".join(term.value.split())


def _csv(solutions: Solutions, _: int | None) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(solutions.variables)
    writer.writerows(solutions.texts())
    return out.getvalue()


def _tsv(solutions: Solutions, _: int | None) -> str:
    lines = ["\t".join(f"?{name}" for name in solutions.variables)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in solutions.rows]
    return "\n".join(lines) + "\n"


def _json(solutions: Solutions, _: int | None) -> str:
    bindings = [
        {name: _json_term(term) for name, term in zip(solutions.variables, row, strict=True) if term is not None}
        for row in solutions.rows
    ]
    answer: dict[str, Any] = {"head": {"vars": list(solutions.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    assert isinstance(term, Literal)
    written = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        written["datatype"] = term.datatype.value
    return written
