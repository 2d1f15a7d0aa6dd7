"""The endpoint: ``serve``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from remit.cli.options import as_of_option, landscape_option

__all__ = ["serve"]

_OPTIONS = {
    "seconds": "--timeout",
    "memory": "--memory",
    "rows": "--rows",
    "answer": "--answer-size",
    "body": "--query-size",
    "heavy": "--heavy",
    "waiting": "--waiting",
    "connections": "--connections",
    "patience": "--patience",
}


def _limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each limit, with its default, as :mod:`remit.serve.limits` tells them."""
    from remit.serve.limits import Limits

    for name, flag in reversed(_OPTIONS.items()):
        default, says = Limits.says(name)
        kind = click.FloatRange(min=0.1) if isinstance(default, float) else click.IntRange(min=1)
        command = click.option(flag, name, type=kind, default=default, show_default=True, help=says)(command)
    return command


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option("--root-path", default="", metavar="PATH", help="What a proxy in front takes off the path.")
@click.option(
    "--site",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A site that was built. [default: built in the background]",
)
@click.option("--cache", type=click.IntRange(min=0), default=32, show_default=True, help="MiB of answers to keep.")
@click.option("--log-queries", is_flag=True, help="Write the text of each query into the log.")
@_limits
@landscape_option
@as_of_option
def serve(
    host: str,
    port: int,
    root_path: str,
    site: Path | None,
    cache: int,
    log_queries: bool,
    landscape: Path | None,
    as_of: str | None,
    **limits: Any,
) -> None:
    """Serve the landscape: a SPARQL 1.1 endpoint at /sparql, its description, and the site at /.

    Nothing can be changed through it, and no query reaches another machine. Each query is answered whole or refused
    with a sentence. Stop it with Ctrl+C. A SIGHUP has the landscape read anew; at midnight that happens by itself,
    unless --as-of names a day.

    \b
    Examples:
      remit serve
      remit serve --port 8080 --as-of 2026-01-01 --timeout 10
      remit serve --host 0.0.0.0 --root-path /remit --site build/site
      curl -d query='ASK { ?s ?p ?o }' http://127.0.0.1:8000/sparql
    """
    from remit.dates import as_day
    from remit.serve.limits import Limits
    from remit.serve.running import run
    from remit.serve.service import Service

    day = as_day(as_of, "--as-of") if as_of else None
    service = Service(landscape, day, Limits(**limits), cache_bytes=cache * 2**20, site=site)
    click.echo("Loading the landscape …", err=True)
    run(
        service,
        host,
        port,
        root_path=root_path,
        log_queries=log_queries,
        ready=lambda address: click.echo(f"Ready at {address} (SPARQL: {address}sparql). Stop with Ctrl+C."),
    )
