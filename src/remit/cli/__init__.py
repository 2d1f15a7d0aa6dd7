"""The command line: ``remit COMMAND``. Each command is a file beside this one, named for what it does."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from remit.cli.building import build, draw
from remit.cli.checking import check, format_files
from remit.cli.curating import missing, searched
from remit.cli.exploring import explore
from remit.cli.exporting import export
from remit.cli.findings import compare, finding, findings, judge, what_if
from remit.cli.push import push
from remit.cli.questions import cell, queries, query, show
from remit.cli.reasoning import reason
from remit.cli.reporting import report
from remit.cli.serve import serve
from remit.errors import RemitError

__all__ = ["cli", "main"]


class _Group(click.Group):
    """Errors become sentences on standard error and an exit code; a traceback only where REMIT_DEBUG asks."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except RemitError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(1)
        except BrokenPipeError:
            # the reader (head, less) has seen enough; leave quietly
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("REMIT_DEBUG"):
                raise
            click.echo(
                f"Error: Something unforeseen happened: {type(error).__name__}: {error}\n"
                "  What to do: run again with REMIT_DEBUG=1 and report what it prints.",
                err=True,
            )
            sys.exit(70)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="remit", message="%(prog)s %(version)s")
def cli() -> None:
    """Who does what in a field, on what evidence, and where nobody does.

    \b
    Examples:
      remit show RCR                          what is recorded about an organisation
      remit cell survey-workforce research-careers Wales
      remit queries                           the questions that are ready to ask
      remit query confirmed-gap --param place=Scotland
      remit findings                          what falls short, is reported missing, rests on one body, overlaps
      remit serve                             a SPARQL endpoint, and the site, on this machine
      remit build                             check, infer, ask and write the site
    """


for command in (
    *(build, check, format_files, queries, query, show, cell, export, draw, explore),
    *(findings, finding, judge, compare, what_if, report, reason),
    *(missing, searched, serve, push),
):
    cli.add_command(command)


def main() -> None:
    """Entry point of the installed program."""
    cli(prog_name="remit")
