"""Measure opening and dragging the explorer's network beside a pyvis page of the same data; writes RESULTS-explorer.md.

    python benchmarks/explorer_pages.py [--organisations 3000] [--repeats 3] [--output FILE]

Headless Chromium without a graphics card. Opening: from the navigation's start until the second frame after bodies
and names (for pyvis: marks on the canvas) are there. Dragging: real mouse moves for three seconds; a frame counts when
the browser's own trace shows that its compositor drew one (DirectRenderer::DrawFrame), which it does only where
something on the page has changed. The last column is the processor time that the page's own thread spends on a frame,
which other work on the machine changes little: 60 frames/s need less than 16.7 ms, slowed four times less than 4.2 ms.
Each figure is the best of the repeats, the machine being shared with others.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

import synthetic
from remit.analysis.findings import findings_of
from remit.analysis.reading import Reading
from remit.build import answers
from remit.draw import draw_page
from remit.explorer import explorer_page
from remit.infer import infer
from remit.load import load

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
DRAG = 3.0
SLOWED = 4
DRAWN = "DirectRenderer::DrawFrame"
WORK = "ProxyMain::BeginMainFrame"

EXPLORER = "document.querySelector('.stage .base .n') && document.querySelector('.stage .names text')"
PYVIS = "window.marksDrawn > 20"

WATCH = """(() => {
  for (const name of ['fill', 'stroke']) {
    const drawn = CanvasRenderingContext2D.prototype[name]
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      window.marksDrawn = (window.marksDrawn ?? 0) + 1
      return drawn.apply(this, given)
    }
  }
  const look = () => requestAnimationFrame(() => {
    if (!(%s)) return look()
    requestAnimationFrame(() => requestAnimationFrame(() => (window.firstPicture = performance.now())))
  })
  look()
})()"""


@dataclass(frozen=True)
class Subject:
    """A page to measure: its file with what follows, when its picture is there, and what is dragged."""

    name: str
    address: str
    there: str
    handle: str
    megabytes: float


@dataclass(frozen=True)
class Measured:
    """Seconds until the first picture, frames drawn in a second of dragging, and ms of the page's thread for each.

    None where no picture came.
    """

    opened: float | None
    frames: float | None
    work: float | None


def pages(folder: Path, landscape: Path | None) -> list[Subject]:
    """The explorer and two pyvis pages of one landscape, written into a folder."""
    snapshot = infer(load(landscape), None)
    results = answers(snapshot)
    # the findings of thousands of bodies take minutes, and no network shows them
    found = findings_of(Reading(snapshot, results)) if landscape is None else []
    made = {
        "Remit explorer": (explorer_page(snapshot, results, found), "#/network", EXPLORER, ".stage"),
        "pyvis, fixed positions": (draw_page(snapshot), "", PYVIS, "#picture canvas"),
        "pyvis, physics in the browser (its default)": (
            draw_page(snapshot, physics=True),
            "",
            PYVIS,
            "#picture canvas",
        ),
    }
    subjects = []
    for number, (name, (page, fragment, there, handle)) in enumerate(made.items()):
        file = folder / f"{number}.html"
        file.write_text(page, encoding="utf-8")
        subjects.append(Subject(name, f"{file.as_uri()}{fragment}", there, handle, len(page.encode()) / 1e6))
    return subjects


def measure(browser: Browser, subject: Subject, slowed: int) -> Measured:
    """Open a page afresh and drag it, with the processor slowed so many times."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(180_000)
    if slowed > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.add_init_script(WATCH % subject.there)
    page.goto(subject.address)
    opened = None
    until = time.monotonic() + 90
    while opened is None and time.monotonic() < until:
        page.wait_for_timeout(100)
        opened = page.evaluate("window.firstPicture ?? null")
    frames = work = None
    if opened is not None:
        page.wait_for_timeout(2000)
        frames, work = dragged(browser, page, subject.handle)
    context.close()
    return Measured(None if opened is None else opened / 1000, frames, work)


def dragged(browser: Browser, page: Page, handle: str) -> tuple[float, float | None]:
    """Frames drawn a second while the picture is dragged about, and ms of the page's thread for each."""
    box = page.locator(handle).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y)
    browser.start_tracing(page=page, categories=["viz", "cc"])
    begun = time.monotonic()
    step = 0
    while time.monotonic() - begun < DRAG:
        step += 1
        # there and back, a few px a frame, as a hand does
        page.mouse.move(x + 30 + 200 * abs(step % 100 - 50) / 50, y + 120 * abs(step % 70 - 35) / 35)
    spent = time.monotonic() - begun
    trace: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    page.mouse.up()
    drawn = [event for event in trace if event["name"] == DRAWN and event["ph"] in "BX"]
    work = sum(event.get("tdur", 0) for event in trace if event["name"] == WORK) / 1000
    return len(drawn) / spent, work / len(drawn) if drawn else None


def best(runs: list[Measured]) -> Measured:
    """The best of each figure."""
    opened = [run.opened for run in runs if run.opened is not None]
    frames = [run.frames for run in runs if run.frames is not None]
    work = [run.work for run in runs if run.work is not None]
    return Measured(min(opened, default=None), max(frames, default=None), min(work, default=None))


def row(subject: Subject, plain: Measured, slow: Measured) -> str:
    """A line of the table."""

    def told(value: float | None, unit: str, places: int) -> str:
        return "–" if value is None else f"{value:.{places}f}{unit}"

    cells = [
        subject.name,
        f"{subject.megabytes:.1f} MB",
        told(plain.opened, " s", 2),
        told(plain.frames, "", 0),
        told(slow.opened, " s", 2),
        told(slow.frames, "", 0),
        told(plain.work, " ms", 1),
    ]
    return f"| {' | '.join(cells)} |"


def table(browser: Browser, landscape: Path | None, repeats: int) -> list[str]:
    """The pages of a landscape, measured in turns."""
    heads = [
        "| page | size | first picture | frames/s dragged | opened, slowed 4 × | frames/s, slowed 4 × | work a frame |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    with tempfile.TemporaryDirectory() as folder:
        print("writing the pages …", file=sys.stderr)
        subjects = pages(Path(folder), landscape)
        found: dict[tuple[str, int], list[Measured]] = {}
        for number in range(repeats):
            for subject in subjects:
                for slowed in (1, SLOWED):
                    run = measure(browser, subject, slowed)
                    print(f"{number + 1}/{repeats} {subject.name}, slowed {slowed} ×: {run}", file=sys.stderr)
                    found.setdefault((subject.name, slowed), []).append(run)
        lines = [row(each, best(found[each.name, 1]), best(found[each.name, SLOWED])) for each in subjects]
        return heads + lines


def main() -> None:
    """Measure the bundled landscape and a synthetic one, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--organisations", type=int, default=3000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS-explorer.md")
    options = parser.parse_args()
    version = subprocess.run([CHROMIUM, "--version"], check=True, text=True, stdout=subprocess.PIPE).stdout.strip()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        real = table(browser, None, options.repeats)
        large = Path(folder) / "synthetic"
        synthetic.write(large, options.organisations)
        size = len(infer(load(large), None).engine.select(ORGANISATIONS).rows)
        wide = table(browser, large, options.repeats)
        browser.close()
    load_now = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    lines = [
        "# Benchmark: the explorer's network beside pyvis",
        "",
        "Written by `make bench-explorer`. " + " ".join(__doc__.split("\n\n")[2].split()) if __doc__ else "",
        "",
        f"- {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores without a graphics card, Python "
        f"{platform.python_version()}, {version}; best of {options.repeats}; load averages at the end {load_now}",
        "",
        "## The bundled landscape",
        "",
        *real,
        "",
        f"## A synthetic landscape of {size:,} organisations",
        "",
        *wide,
        "",
        "Pyvis with its default physics keeps moving by itself, so that frames are drawn whether or not it is dragged.",
    ]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(options.output.read_text(encoding="utf-8"))


ORGANISATIONS = "SELECT ?o WHERE { ?o a <https://w3id.org/remit/ontology#Organisation> }"


if __name__ == "__main__":
    main()
