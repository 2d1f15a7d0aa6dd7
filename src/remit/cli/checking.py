"""Checking a landscape's files: ``check`` and ``format``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import landscape_option

__all__ = ["check", "format_files"]


@click.command()
@landscape_option
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--all", "every", is_flag=True, help="List every problem, not the first 50.")
def check(landscape: Path | None, strict: bool, every: bool) -> None:
    """Check a landscape: shapes, quality rules and the files' canonical form.

    Prints each problem with file and line and what to do; the exit code is 1 when there are errors.

    \b
    Examples:
      remit check
      remit check --landscape my-field/ --strict
    """
    from remit.canonical import uncanonical
    from remit.load import load
    from remit.validate import check as check_landscape

    stated = load(landscape)
    problems = [*check_landscape(stated), *uncanonical(stated)]
    problems.sort()
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems if every else problems[:50]:
        click.echo(str(problem))
    if not every and len(problems) > 50:
        click.echo(f"… and {len(problems) - 50} more; --all lists them.")
    warnings = len(problems) - len(errors)
    click.echo(
        f"{stated.landscape.title}: {len(stated.files)} files, "
        f"{_count(len(errors), 'error')}, {_count(warnings, 'warning')}."
    )
    sys.exit(1 if errors or (strict and problems) else 0)


@click.command("format")
@landscape_option
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def format_files(landscape: Path | None, files: tuple[Path, ...]) -> None:
    """Bring Turtle FILES into canonical form; without FILES, every file of the landscape.

    Sorted, one subject block a thing, one statement a line, so that a change reads as a difference of lines.

    \b
    Examples:
      remit format --landscape graph/
      remit format graph/roles/research/fund-research.ttl
    """
    from remit.canonical import format_file
    from remit.load import load

    chosen = list(files) or list(load(landscape).files)
    changed = [file for file in chosen if format_file(file)]
    for file in changed:
        click.echo(f"formatted {file}")
    click.echo(f"{_count(len(chosen), 'file')} looked at, {len(changed)} changed.")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
