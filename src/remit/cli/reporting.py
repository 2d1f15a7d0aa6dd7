"""The document for a meeting: ``report``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option, scope_options

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
) -> None:
    """Write the report: report.html, report.docx, report.xlsx and report.json with its schema.

    All four hold the same findings and numbers. A scope without a single question is said so, and nothing is written.

    \b
    Examples:
      remit report
      remit report -o wales --nation Wales --topic "AI deployment"
      remit report --organisation RCR --as-of 2026-01-01 --compare 2024-01-01
    """
    from concurrent.futures import ThreadPoolExecutor

    from remit.infer import infer
    from remit.load import load

    told = sys.stderr.isatty()

    def progress(text: str) -> None:
        # a line of its own where nobody watches, so that a log shows how far it came
        click.echo(f"\r\033[K  {text}" if told else f"  {text}", err=True, nl=not told)

    progress("Reading the landscape …")
    # read anew, for both dates: so many questions are answered faster in memory than from snapshots that were kept
    stated = load(landscape)
    with ThreadPoolExecutor(2) as pool:
        deriving = pool.submit(infer, stated, as_of)
        earlier = pool.submit(infer, stated, compare or stated.landscape.baseline)
        # the engine lets other threads run while it derives: what draws and writes is read in meanwhile
        from remit.analysis.reading import Reading
        from remit.analysis.scope import scope_of
        from remit.report import make_report, write_report

        reading, baseline = Reading(deriving.result()), earlier.result()
    scope = scope_of(reading, area=area, topic=topic, place=place, organisation=organisation)
    made = make_report(reading, baseline, scope=scope, progress=progress)
    files = write_report(made, out, progress, page_numbers=page_numbers)
    if told:
        click.echo("\r\033[K", err=True, nl=False)
    click.echo(f"{made.title}. {made.subtitle}")
    click.echo(f"{len(made.findings):,} findings; {', '.join(file.name for file in files)} in {out}.")
    click.echo(f"Open {files[0].resolve().as_uri()}")
