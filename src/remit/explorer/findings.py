"""The findings as the explorer's cards show them: what several rest on is told once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from remit.analysis import Finding
from remit.analysis.kinds import KINDS
from remit.words import date

__all__ = ["findings_block"]


def findings_block(found: Iterable[Finding]) -> dict[str, Any]:
    """Findings as plain values, with the names that the explorer knows (``viz/src/data/findings.ts``).

    ``said`` holds each statement's IRI and words once; a finding's ``evidence`` are places in that list.
    """
    said: dict[tuple[str, str], int] = {}
    findings = []
    for each in found:
        judged = each.judgement
        findings.append(
            {
                "iri": each.iri,
                "id": each.id,
                "kind": each.kind,
                "kindLabel": KINDS[each.kind].title,
                "question": each.question,
                "sentence": each.sentence,
                "confidence": each.confidence.level,
                "rule": each.confidence.rule,
                "evidence": [said.setdefault((one.statement, one.says), len(said)) for one in each.evidence],
                "cells": [cell.iri for cell in each.cells if cell.iri],
                "organisations": list(each.organisations),
                "subjects": list(each.subjects),
                "candidates": [[one.organisation, one.label, list(one.reasons)] for one in each.candidates],
                "query": each.query,
                "parameters": [list(pair) for pair in each.parameters],
                "judged": f"{judged.label}, by {judged.by_label}, {date(judged.date)}. {judged.note}" if judged else "",
            }
        )
    return {"said": [list(pair) for pair in said], "findings": findings}
