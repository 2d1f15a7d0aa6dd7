"""The main job: ``build``; and the picture alone: ``draw``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, endpoint_option, landscape_option, open_snapshot
from remit.errors import RemitError

__all__ = ["build", "draw"]


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="build/site", show_default=True)
@landscape_option
@as_of_option
@endpoint_option
def build(out: Path, landscape: Path | None, as_of: str | None, endpoint: str | None) -> None:
    """Check the landscape, derive its snapshot, answer every question and write the site.

    From an endpoint the site is built as the engine answers, without the checks, which were made when it was pushed.
    Nothing is written when the landscape has errors; a site that was there stays until the new one is whole.

    \b
    Examples:
      remit build
      remit build --endpoint http://127.0.0.1:8000/sparql
      remit build --landscape my-field/ --out public/ --as-of 2026-01-01
    """
    from remit.build import build_all, build_from

    def progress(text: str) -> None:
        click.echo(f"  {text}", err=True)

    if endpoint is not None:
        snapshot = open_snapshot(landscape, as_of, endpoint=endpoint)
        click.echo(build_from(snapshot, out, progress, lambda day: open_snapshot(None, day, endpoint=endpoint)))
        return
    problems, summary = build_all(landscape, out, as_of, progress)
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in errors[:20]:
        click.echo(str(problem), err=True)
    if errors:
        more = f" ({len(errors) - 20} more; `remit check --all` lists them)" if len(errors) > 20 else ""
        raise RemitError(f"The landscape has {len(errors)} errors{more}.", None, "Mend them and build again.")
    click.echo(summary)


@click.command()
@click.argument("organisation", required=False)
@click.option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File. [default: network.html]")
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="Steps from ORGANISATION.")
@click.option("--physics", is_flag=True, help="Let the picture move; slow on large landscapes.")
@landscape_option
@as_of_option
def draw(
    organisation: str | None,
    out: Path | None,
    depth: int,
    physics: bool,
    landscape: Path | None,
    as_of: str | None,
) -> None:
    """Draw the network of relationships as one interactive page, or the neighbourhood of ORGANISATION.

    \b
    Examples:
      remit draw
      remit draw NCITA --depth 2 -o ncita.html
    """
    from remit.draw import draw_page
    from remit.files import write_file
    from remit.names import resolve

    snapshot = open_snapshot(landscape, as_of)
    centre = resolve(snapshot.engine, "organisation", organisation).value if organisation else None
    target = out or Path("network.html")
    if sys.stderr.isatty():
        click.echo("Drawing …", err=True)
    write_file(target, draw_page(snapshot, centre, depth=depth, physics=physics))
    click.echo(f"Open {target.resolve().as_uri()}")
