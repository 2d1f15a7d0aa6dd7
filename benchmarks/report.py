"""Measure analysis and report on the real landscape; writes REPORT.md.

    python benchmarks/report.py [--repeats 5] [--landscape DIR] [--as-of DATE]

Each repeat is a fresh process. Processor time is shown beside the time that passed, since the machine may be shared;
the least of the repeats is what the work takes, the others had to wait for others.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from remit.content import default_landscape

HERE = Path(__file__).parent

Times = dict[str, tuple[float, float]]
"""Seconds that passed and seconds of the processor, those of LibreOffice too, by step."""


def _now() -> tuple[float, float]:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(each.ru_utime + each.ru_stime for each in used)


def measure(folder: Path, as_of: str) -> Times:
    """The steps of analysis and report, one after the other, in this process."""
    found: Times = {}
    last = _now()

    def mark(name: str) -> None:
        nonlocal last
        now = _now()
        found[name] = (now[0] - last[0], now[1] - last[1])
        last = _now()

    from remit.analysis.compare import compare
    from remit.analysis.findings import findings_of
    from remit.analysis.nullmodel import alike
    from remit.analysis.reading import Reading
    from remit.collector import uncollected
    from remit.infer import infer
    from remit.load import load
    from remit.report import make_report
    from remit.report.html import as_html
    from remit.report.json import as_json
    from remit.report.word import render_word
    from remit.report.word_pages import can_find_pages, find_pages
    from remit.report.workbook import render_workbook

    mark("start the program")
    stated = load(folder)
    snapshot, baseline = infer(stated, as_of), infer(stated, stated.landscape.baseline)
    mark("load, and derive both dates")
    with uncollected():
        asked = Reading(snapshot)
        findings_of(asked)
        mark("analysis: ask its questions and make all findings")
        # the answers are known now; what is read of them is made anew
        findings_of(Reading(snapshot, dict(asked.answers.results)))
        mark("analysis alone: make all findings from the answers")
        alike(asked)
        mark("null check of overlaps, 200 rewirings of two networks")
        compare(baseline, asked)
        mark("compare with the baseline")
        report = make_report(Reading(snapshot), baseline)
        mark("the report's model: all of the above, sections and figures")
        as_html(report)
        as_json(report)
        mark("write HTML and JSON")
        document = render_word(report)
        mark("write the Word file")
        render_workbook(report)
        mark("write the workbook")
        if can_find_pages():
            find_pages(report, document)
            mark("find the page numbers (LibreOffice)")
    return found


def command(folder: Path, as_of: str) -> tuple[float, float]:
    """The whole of `remit report`, with page numbers where they can be found."""
    with tempfile.TemporaryDirectory() as name:
        begun = _now()
        run = "from remit.cli import main; main()"
        call = [sys.executable, "-c", run, "report", "--landscape", str(folder), "--as-of", as_of]
        subprocess.run([*call, "-o", str(Path(name) / "report")], check=True, capture_output=True)
        ended = _now()
    return ended[0] - begun[0], ended[1] - begun[1]


def main() -> None:
    """Repeat, and write the least of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--landscape", type=Path, default=default_landscape())
    parser.add_argument("--as-of", default="2026-11-24")
    parser.add_argument("--output", type=Path, default=HERE / "REPORT.md")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(measure(options.landscape, options.as_of)))
        return
    steps: list[Times] = []
    whole: list[tuple[float, float]] = []
    for number in range(options.repeats):
        print(f"Run {number + 1} of {options.repeats} …", file=sys.stderr)
        call = [sys.executable, __file__, "--once", "--landscape", str(options.landscape), "--as-of", options.as_of]
        steps.append(json.loads(subprocess.run(call, check=True, text=True, stdout=subprocess.PIPE).stdout))
        whole.append(command(options.landscape, options.as_of))
    rows = [(name, *(min(each[name][at] for each in steps) for at in (0, 1))) for name in steps[0]]
    rows.append(("**`remit report`, all of it**", *(min(each[at] for each in whole) for at in (0, 1))))
    lines = [
        "# Benchmark: analysis and report",
        "",
        "Written by `make bench`. The whole real landscape; the least of "
        f"{options.repeats} fresh processes. The machine is shared: processor time says what the work takes.",
        "",
        f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, Python {platform.python_version()}, landscape as of "
        f"{options.as_of}",
        "- `remit report` derives the two dates at the same time, and lets LibreOffice lay the Word file out while it "
        "writes the other files",
        "",
        "| step | passed | processor |",
        "| --- | ---: | ---: |",
        *(f"| {name} | {passed:.2f} s | {used:.2f} s |" for name, passed, used in rows),
    ]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(options.output.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
