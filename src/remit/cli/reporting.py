"""The document for a meeting: ``report``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, endpoint_option, landscape_option, open_snapshot, scope_options

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
    from remit.analysis.reading import Reading
    from remit.analysis.scope import scope_of
    from remit.infer import infer
    from remit.load import load
    from remit.report import make_report, write_report

    told = sys.stderr.isatty()

    def progress(text: str) -> None:
        # a line of its own where nobody watches, so that a log shows how far it came
        click.echo(f"\r\033[K  {text}" if told else f"  {text}", err=True, nl=not told)

    progress("Reading the landscape …")
    # read anew, for both dates: so many questions are answered faster in memory than from snapshots that were kept
    if endpoint is None:
        stated = load(landscape)
        reading = Reading(infer(stated, as_of))
    else:
        reading = Reading(open_snapshot(landscape, as_of, endpoint=endpoint))
    scope = scope_of(reading, area=area, topic=topic, place=place, organisation=organisation)
    before = compare or reading.snapshot.landscape.baseline
    baseline = infer(stated, before) if endpoint is None else open_snapshot(None, before, endpoint=endpoint)
    made = make_report(reading, baseline, scope=scope, progress=progress)
    files = write_report(made, out, progress)
    if told:
        click.echo("\r\033[K", err=True, nl=False)
    click.echo(f"{made.title}. {made.subtitle}")
    click.echo(f"{len(made.findings):,} findings; {', '.join(file.name for file in files)} in {out}.")
    click.echo(f"Open {files[0].resolve().as_uri()}")
