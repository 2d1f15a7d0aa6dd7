"""Measure the main job beside the usual tools, on the real landscape, in one run; writes RESULTS.md.

    python benchmarks/run.py [--repeats 5] [--limit 20] [--landscape DIR] [--as-of DATE]

Each repeat is a fresh process. Medians are shown. The alternative runs once, since it takes minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from remit.content import default_landscape

HERE = Path(__file__).parent


def run(script: str, *arguments: str) -> str:
    """What a script beside this one prints."""
    command = [sys.executable, str(HERE / script), *arguments]
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout


def seconds(value: float) -> str:
    """A time as people read it."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.1f} s"


def table(heads: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table; all columns but the first aligned right."""
    marks = ["---", *["---:"] * (len(heads) - 1)]
    return [f"| {' | '.join(row)} |" for row in (heads, marks, *rows)]


def steps_table(ours: list[dict[str, Any]], theirs: list[list[Any]]) -> list[str]:
    """The steps side by side, with the totals of what both do."""
    their_steps = {name: spent for kind, name, spent, _ in theirs if kind == "step"}
    their_steps["infer the snapshot"] = sum(spent for kind, _, spent, _ in theirs if kind == "rule")
    their_steps["ask every question"] = sum(spent for kind, _, spent, _ in theirs if kind == "question")
    rows, ours_total, theirs_total = [], 0.0, 0.0
    for name in ours[0]["steps"]:
        own = statistics.median(each["steps"][name] for each in ours)
        other = their_steps.get(name)
        if other is not None:
            ours_total, theirs_total = ours_total + own, theirs_total + other
        rows.append([name, seconds(own), seconds(other) if other else "–", f"{other / own:.0f} ×" if other else ""])
    rows.append(
        [
            "**the same work**",
            seconds(ours_total),
            seconds(theirs_total),
            f"**{theirs_total / ours_total:.0f} ×**",
        ]
    )
    return table(["step", "Remit", "rdflib + pySHACL", "ratio"], rows)


def questions_table(ours: list[dict[str, Any]], theirs: list[list[Any]], limit: int) -> list[str]:
    """Every question side by side."""
    other = {name: (spent, size) for kind, name, spent, size in theirs if kind == "question"}
    rows = []
    for name in ours[0]["each"]:
        own = statistics.median(each["each"][name] for each in ours)
        spent, size = other[name]
        told = seconds(spent) if size is not None else f"> {limit} s"
        rows.append([f"`{name}`", str(ours[0]["rows"][name]), seconds(own), told])
    return table(["question", "rows", "Remit", "rdflib"], rows)


def main() -> None:
    """Run both sides and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--limit", type=int, default=20, help="seconds that a rule or question of rdflib may take")
    parser.add_argument("--landscape", type=Path, default=default_landscape())
    parser.add_argument("--as-of", default="2026-11-24")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    folder, day = str(options.landscape), options.as_of
    ours, wholes = [], []
    for number in range(options.repeats + 1):
        print(f"Remit, run {number} of {options.repeats} (run 0 is not counted) …", file=sys.stderr)
        answers = [json.loads(run("ours.py", what, folder, day)) for what in ("steps", "whole")]
        if number:
            ours.append(answers[0])
            wholes.append(answers[1])
    print("rdflib, pySHACL and owlrl, once (minutes) …", file=sys.stderr)
    theirs = [json.loads(line) for line in run("alternative.py", folder, day, str(options.limit)).splitlines()]
    closure = next(row for row in theirs if row[0] == "closure")
    stopped = [f"`{name}`" for kind, name, _, size in theirs if size is None and kind != "closure"]
    snapshot, total = (statistics.median(each[name] for each in wholes) for name in ("snapshot", "total"))
    slowest = max(ours[0]["each"], key=lambda name: statistics.median(each["each"][name] for each in ours))
    slowest_time = statistics.median(each["each"][slowest] for each in ours)
    versions = ", ".join(f"{name} {version(name)}" for name in ("pyoxigraph", "shacl", "rdflib", "pyshacl", "owlrl"))
    lines = [
        "# Benchmark: the main job beside what people use today",
        "",
        "Written by `make bench`. Times are of one machine, shared with others: trust the ratios.",
        "",
        f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}",
        f"- Landscape as of {day}: {ours[0]['triples']:,} triples in the snapshot, "
        f"{len(ours[0]['each'])} questions; median of {options.repeats} fresh processes",
        f"- The main job as `remit build` does it, both cores in use: load, validate, infer and snapshot "
        f"**{seconds(snapshot)}**; with the program's start and every question **{seconds(total)}**",
        f"- Slowest question: `{slowest}`, {seconds(slowest_time)}",
        "",
        "## Steps, one after the other",
        "",
        *steps_table(ours, theirs),
        "",
        "What each does: both read the same Turtle and run the same shapes, quality rules, inference rules and "
        "questions; Remit on Oxigraph and the `shacl` engine, the alternative on rdflib and pySHACL. A rule or "
        f"question of the alternative is stopped after {options.limit} s and counted as {options.limit} s. "
        f"Stopped: {', '.join(stopped) or 'none'}.",
        "",
        "What is not the same work: an OWL RL closure of the same data with owlrl, which people use where this "
        "project uses rules, "
        + (f"took {seconds(closure[2])}" if closure[3] else f"was stopped after {seconds(closure[2])}")
        + "; it derives class membership and inverses, but neither cells nor statuses (OWL cannot count or negate).",
        "",
        "## Questions",
        "",
        *questions_table(ours, theirs, options.limit),
    ]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(options.output.read_text(encoding="utf-8").split("## Questions")[0])


if __name__ == "__main__":
    main()
