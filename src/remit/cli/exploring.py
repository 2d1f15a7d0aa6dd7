"""The explorer alone: ``explore``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option

__all__ = ["explore"]


@click.command()
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default="explorer.html",
    show_default=True,
    help="File.",
)
@landscape_option
@as_of_option
def explore(out: Path, landscape: Path | None, as_of: str | None) -> None:
    """Write the explorer with a landscape in it: one page that opens by double-click and needs no network.

    \b
    Examples:
      remit explore
      remit explore --landscape my-field/ -o my-field.html
    """
    from remit.analysis.findings import findings_of
    from remit.analysis.reading import Reading
    from remit.build import answers, checked_snapshot
    from remit.errors import RemitError
    from remit.explorer import explorer_page
    from remit.files import write_file
    from remit.load import load

    def say(text: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"  {text}", err=True)

    say("Reading, checking and deriving …")
    problems, snapshot = checked_snapshot(load(landscape), as_of)
    if snapshot is None:
        raise RemitError(
            f"The landscape has {sum(each.severity == 'error' for each in problems)} errors.",
            None,
            "`remit check` lists them.",
        )
    say("Asking every question …")
    results = answers(snapshot)
    say("Writing …")
    write_file(out, explorer_page(snapshot, results, findings_of(Reading(snapshot, results))))
    click.echo(f"Open {out.resolve().as_uri()}")
