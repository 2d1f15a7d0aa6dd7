"""Handing the landscape on: ``export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option, open_snapshot, without_option

__all__ = ["export"]


@click.command()
@click.option("--format", "-f", "form", type=click.Choice(("nt", "ttl", "jsonld", "csv", "graphml")), required=True)
@click.option("--stated", "part", flag_value="stated", default="stated", help="What the files state. [default]")
@click.option("--snapshot", "part", flag_value="snapshot", help="Vocabulary, statements and all that follows.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File. [default: standard output]"
)
@landscape_option
@as_of_option
@without_option
def export(
    form: str, part: str, output: Path | None, landscape: Path | None, as_of: str | None, without: str | None
) -> None:
    """Export the landscape for other programs.

    csv has one row a statement; graphml is the network of relationships that are current on the date.

    \b
    Examples:
      remit export --format nt -o landscape.nt
      remit export --format ttl --snapshot --as-of 2023-03-20 -o snapshot.ttl
      remit export --format graphml -o network.graphml
    """
    from remit.export import export_text
    from remit.files import write_file

    data = export_text(open_snapshot(landscape, as_of, without), form, part)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    write_file(output, data)
    click.echo(f"{output}: {len(data):,} bytes", err=True)
