"""What the tests of the analysis share: the hand-worked cells, and short names for what lies in the landscape."""

from __future__ import annotations

import csv
from pathlib import Path

BASE = "https://example.org/bees/"
EXPECTED = Path(__file__).parents[1] / "expected"
Row = dict[str, str]


def cells(case: str) -> dict[str, Row]:
    """The hand-worked cells of a case by ``activity.topic.place``."""
    with (EXPECTED / f"cells-{case}.csv").open(encoding="utf-8", newline="") as file:
        return {f"{row['activity']}.{row['topic']}.{row['place']}": row for row in csv.DictReader(file)}


def body(name: str) -> str:
    """The IRI of an organisation."""
    return f"{BASE}id/{name}"
