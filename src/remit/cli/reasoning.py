"""Reasoning with OWL: ``reason``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option, open_snapshot

__all__ = ["reason"]


@click.command()
@click.option("--members", is_flag=True, help="List the organisations in each defined class.")
@click.option(
    "--most", type=click.IntRange(1, 100), default=10, show_default=True, help="Contradictions to explain at most."
)
@landscape_option
@as_of_option
def reason(members: bool, most: int, landscape: Path | None, as_of: str | None) -> None:
    """Look for contradictions between the landscape and the ontology, and class organisations by what they do.

    Takes some seconds, by two reasoners (HermiT and Pellet). Each contradiction is told with the statements that
    clash, their files and lines, and what to look at; the exit code is then 1.

    \b
    Examples:
      remit reason
      remit reason --members --as-of 2023-03-20
      remit reason --landscape my-field/
    """
    from remit.reasoning import reason as run
    from remit.reasoning.wording import Words
    from remit.words import capital, count

    snapshot = open_snapshot(landscape, as_of)
    found = run(snapshot, most=most, progress=lambda text: click.echo(f"  {text}", err=True))
    words = Words(snapshot)
    for number, clash in enumerate(found.clashes, 1):
        click.echo(f"{number}. {clash}\n")
    if not found.consistent:
        more = " There may be more." if len(found.clashes) == most else ""
        told = (
            count(len(found.clashes), "contradiction") if found.clashes else "a contradiction that has no explanation"
        )
        click.echo(f"The landscape contradicts the ontology: {told}.{more}")
        sys.exit(1)
    for name in found.empty:
        click.echo(f"Nothing can be {words.one(name)}: its definition contradicts itself.")
    click.echo(f"{snapshot.landscape.title}, as of {snapshot.as_of}: no contradictions.")
    for name, things in sorted(found.members.items(), key=lambda item: words.name(item[0])):
        click.echo(f"  {len(things):>6,}  {capital(words.name(name))}")
        if members:
            for thing in sorted(things):
                click.echo(f"          {snapshot.landscape.base and thing.removeprefix(snapshot.landscape.base)}")
    sys.exit(1 if found.empty else 0)
