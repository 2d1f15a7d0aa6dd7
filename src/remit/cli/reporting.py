"""The document for a meeting: ``report``."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from remit.cli.options import as_of_option, endpoint_option, landscape_option, open_snapshot, scope_options
from remit.infer import Snapshot

__all__ = ["report"]


@click.command()
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default="build/report",
    show_default=True,
    help="Folder to write; one that was written before is replaced when the new report is whole.",
)
@scope_options
@click.option("--compare", metavar="DATE", help="Day to compare with. [default: the landscape's own]")
@click.option(
    "--page-numbers/--no-page-numbers",
    default=None,
    help="Whether the Word file's contents have page numbers; LibreOffice finds them. [default: where it is installed]",
)
@landscape_option
@as_of_option
@endpoint_option
def report(
    out: Path,
    area: str | None,
    topic: str | None,
    place: str | None,
    organisation: str | None,
    compare: str | None,
    page_numbers: bool | None,
    landscape: Path | None,
    as_of: str | None,
    endpoint: str | None,
) -> None:
    """Write the report: report.html, report.docx, report.xlsx and report.json with its schema.

    All four hold the same findings and numbers. A scope without a single question is said so, and nothing is written.

    \b
    Examples:
      remit report
      remit report -o wales --nation Wales --topic "AI deployment"
      remit report --organisation RCR --as-of 2026-01-01 --compare 2024-01-01
    """
    told = sys.stderr.isatty()

    def progress(text: str) -> None:
        # a line of its own where nobody watches, so that a log shows how far it came
        click.echo(f"\r\033[K  {text}" if told else f"  {text}", err=True, nl=not told)

    progress("Reading the landscape …")
    today, baseline = _both_dates(landscape, as_of, compare, endpoint)
    # what draws and writes is read here, not when the command line starts
    from remit.analysis.reading import Reading
    from remit.analysis.scope import scope_of
    from remit.report import make_report, write_report

    reading = Reading(today)
    scope = scope_of(reading, area=area, topic=topic, place=place, organisation=organisation)
    made = make_report(reading, baseline, scope=scope, progress=progress)
    files = write_report(made, out, progress, page_numbers=page_numbers)
    if told:
        click.echo("\r\033[K", err=True, nl=False)
    click.echo(f"{made.title}. {made.subtitle}")
    click.echo(f"{len(made.findings):,} findings; {', '.join(file.name for file in files)} in {out}.")
    click.echo(f"Open {files[0].resolve().as_uri()}")


def _both_dates(
    landscape: Path | None, as_of: str | None, compare: str | None, endpoint: str | None
) -> tuple[Snapshot, Snapshot]:
    """The snapshot of the report and the one to compare it with, derived at the same time."""
    from remit.infer import infer
    from remit.load import load

    if endpoint is not None:
        today = open_snapshot(landscape, as_of, endpoint=endpoint)
        return today, open_snapshot(landscape, compare or today.landscape.baseline, endpoint=endpoint)
    # read anew: so many questions are answered faster in memory than from snapshots that were kept
    stated = load(landscape)
    with ThreadPoolExecutor(2) as pool:
        # the engine lets the other thread run while it derives
        both = pool.map(lambda day: infer(stated, day), (as_of, compare or stated.landscape.baseline))
        first, second = both
    return first, second
