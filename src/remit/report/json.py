"""The report as JSON: the same sections, and every finding in full; ``report.schema.json`` tells what is where."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, cast

from remit.analysis import Evidence, Finding
from remit.report.model import Block, Column, Figure, Listing, Paragraph, Report, Section, Table, Text

__all__ = ["SCHEMA", "as_json", "findings_values", "schema_text"]

SCHEMA = "report.schema.json"
"""The name of the schema, which is published beside the report."""


def schema_text() -> str:
    """The JSON Schema (2020-12) of the report."""
    return (files("remit.report") / SCHEMA).read_text(encoding="utf-8")


def findings_values(found: Iterable[Finding]) -> dict[str, dict[str, object]]:
    """Findings as plain JSON values, by their ids; what several rest on is told once and shared."""
    statements: dict[int, dict[str, object]] = {}

    def told(one: Evidence) -> dict[str, object]:
        if id(one) not in statements:
            statements[id(one)] = {**vars(one), "sources": tuple(dict(vars(source)) for source in one.sources)}
        return statements[id(one)]

    made = {}
    for each in found:
        # a field's value is a plain one, or a flat record; much faster than dataclasses.asdict, which copies deeply
        made[each.id] = {
            **vars(each),
            "cells": [dict(vars(cell)) for cell in each.cells],
            "evidence": [told(one) for one in each.evidence],
            "confidence": dict(vars(each.confidence)),
            "parameters": dict(each.parameters),
            "judgement": dict(vars(each.judgement)) if each.judgement else None,
            "candidates": [dict(vars(one)) for one in each.candidates],
            "open": each.open,
        }
    return made


def as_json(report: Report) -> str:
    """The report as JSON text.

    What findings rest on is written once: a finding names its statements, and a statement its sources.
    """
    statements: dict[str, dict[str, Any]] = {}
    sources: dict[str, dict[str, Any]] = {}
    findings = {}
    for name, finding in report.findings.items():
        named = []
        for one in cast("list[dict[str, Any]]", finding["evidence"]):
            told = {"kind": one["kind"], "says": one["says"], "sources": [source["iri"] for source in one["sources"]]}
            key = one["statement"]
            if statements.setdefault(key, told) != told:
                # told in other words for this kind of finding
                key = f"{finding['kind']} {key}"
                statements[key] = told
            named.append(key)
            sources |= {source["iri"]: {k: v for k, v in source.items() if k != "iri"} for source in one["sources"]}
        findings[name] = finding | {"evidence": named}
    whole = {
        "$schema": SCHEMA,
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.language,
        "facts": [{"name": name, "value": value} for name, value in report.facts],
        "sections": [_section(each) for each in report.sections],
        "findings": findings,
        "statements": statements,
        "sources": sources,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _section(section: Section) -> dict[str, object]:
    return {
        "id": section.id,
        "title": section.title,
        "annex": section.annex,
        "blocks": [_block(each) for each in section.blocks if not _told_by_findings(each)],
        "sections": [_section(each) for each in section.sections],
    }


def _told_by_findings(block: Block) -> bool:
    """Whether a table only repeats, for the workbook, what is under findings."""
    return isinstance(block, Table) and block.in_workbook_only and block.columns[0].key == "finding"


def _block(block: Block) -> dict[str, object]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "role": block.role, "text": _plain(block.text)}
        case Listing():
            return {"type": "list", "numbered": block.numbered, "items": [_plain(item) for item in block.items]}
        case Table():
            return {"type": "table", **_table(block)}
        case Figure():
            told = {"type": "figure", "id": block.id, "caption": block.caption, "alternative": block.alt}
            return {**told, "data": _table(block.data)}


def _table(table: Table) -> dict[str, object]:
    return {
        "id": table.id,
        "caption": table.caption,
        "columns": [{"key": each.key, "title": each.title, "kind": each.kind} for each in table.columns],
        "rows": [
            {column.key: _value(column, text) for column, text in zip(table.columns, row, strict=True)}
            for row in table.rows
        ],
    }


def _value(column: Column, text: Text) -> str | int:
    """A cell: a number where the column holds numbers, otherwise its text."""
    plain = _plain(text)
    if column.kind == "number" and plain.replace(",", "").lstrip("-").isdigit():
        return int(plain.replace(",", ""))
    return plain


def _plain(text: Text) -> str:
    return "".join(span.text for span in text)
