"""Into other engines: ``push``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option
from remit.errors import RemitError

__all__ = ["push"]


@click.command()
@click.option("--to", required=True, metavar="URL", help="Address of the engine's graph store, or of its updates.")
@click.option(
    "--by",
    type=click.Choice(("graph-store", "update")),
    help="Which protocol the address speaks. [default: found out]",
)
@click.option("--user", default="", metavar="NAME", help="Who writes; the password is read from REMIT_PASSWORD.")
@click.option("--compare", "days", multiple=True, metavar="DATE", help="A further day. [default: the landscape's own]")
@landscape_option
@as_of_option
def push(to: str, by: str | None, user: str, days: tuple[str, ...], landscape: Path | None, as_of: str | None) -> None:
    """Load the landscape into an engine that others run: Oxigraph, Virtuoso, Fuseki, GraphDB and others.

    The named graphs are those of `remit serve`: what is stated, the vocabulary, what follows, and the snapshots of the
    day and of the day to compare with. Each is replaced as a whole; pushing again gives the same. A landscape with
    errors is not pushed.

    \b
    Examples:
      remit push --to http://localhost:7878/store
      remit push --to http://localhost:3030/landscape/data
      REMIT_PASSWORD=… remit push --to http://localhost:8890/sparql-graph-crud-auth --user dba
      remit push --to http://localhost:7878/update --by update --as-of 2026-01-01
    """
    from remit.dataset import graphs_of
    from remit.dates import as_day
    from remit.load import load
    from remit.push import push as push_graphs
    from remit.validate import check

    def progress(text: str) -> None:
        click.echo(f"  {text}", err=True)

    password = os.environ.get("REMIT_PASSWORD", "")
    stated = load(landscape)
    errors = [problem for problem in check(stated) if problem.severity == "error"]
    for problem in errors[:20]:
        click.echo(str(problem), err=True)
    if errors:
        raise RemitError(f"The landscape has {len(errors)} errors; nothing was pushed.", None, "Mend them: remit check")
    further = tuple(as_day(day, "--compare") for day in days) or None
    graphs = graphs_of(stated, as_day(as_of, "--as-of") if as_of else None, further)
    used = push_graphs(graphs, to, by=by, user=user, password=password, progress=progress)
    told = {"graph-store": "by the Graph Store Protocol", "update": "by updates"}[used]
    click.echo(f"{sum(len(graph.triples) for graph in graphs):,} triples in {len(graphs)} graphs, {told}:")
    for graph in graphs:
        click.echo(f"  {len(graph.triples):>9,}  {graph.name}  {graph.title}")
