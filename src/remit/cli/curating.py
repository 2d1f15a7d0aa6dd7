"""The curators' work: ``missing`` lists what is worth finding out, ``searched`` keeps that somebody looked."""

from __future__ import annotations

from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option, open_snapshot
from remit.errors import RemitError

__all__ = ["missing", "searched"]

_ABOUT = ("organisation", "topic", "place")


@click.command()
@click.argument("about", required=False, metavar="[ORGANISATION|TOPIC|NATION]")
@click.option("--is", "kind", type=click.Choice(_ABOUT), help="What the argument is, where a name means more than one.")
@click.option("--format", "-f", "form", type=click.Choice(("table", "csv", "tsv", "json")), default="table")
@click.option("--all", "every", is_flag=True, help="List everything, not the first 30.")
@landscape_option
@as_of_option
def missing(
    about: str | None, kind: str | None, form: str, every: bool, landscape: Path | None, as_of: str | None
) -> None:
    """List what curators should find out next: no record yet, unconfirmed, uncited, one publisher, undated, old.

    What most needs wait for comes first, then what most cells rest on; `remit queries work-list` says how that is
    counted. No record yet does not mean that nobody does it. csv, tsv and json hold everything.

    \b
    Examples:
      remit missing
      remit missing Wales
      remit missing "research careers" --all
      remit missing RCR --format csv > rcr.csv
    """
    from remit.ask import ask
    from remit.catalogue import find
    from remit.names import resolve
    from remit.output import render
    from remit.words import and_list
    from remit.worklist import told

    snapshot = open_snapshot(landscape, as_of)
    values: dict[str, str] = {}
    if about is not None:
        meant: dict[str, str] = {}
        problems: dict[str, RemitError] = {}
        for each in [kind] if kind else _ABOUT:
            try:
                meant[each] = resolve(snapshot.engine, each, about).value
            except RemitError as error:
                problems[each] = error
        if len(meant) > 1:
            raise RemitError(
                f"“{about}” means {' and '.join(f'the {each} {iri}' for each, iri in meant.items())}.",
                None,
                f"Say which by --is {' or --is '.join(meant)}.",
            )
        if not meant:
            hints = " ".join(f"{error.remedy}" for error in problems.values() if error.remedy)
            raise RemitError(f"No {and_list(problems, 'or')} is called “{about}”.", None, hints)
        values = meant
    answer = ask(snapshot.engine, find("quality/work-list"), **values)
    click.echo(render(answer, form) if form != "table" else told(answer.dicts(), None if every else 30), nl=False)


@click.command()
@click.argument("activity")
@click.argument("topic")
@click.argument("nation")
@click.option("--in", "where", required=True, metavar="TEXT", help="Where was searched, and with what words.")
@click.option("--date", required=True, metavar="DATE", help="When: 2025, 2025-06 or 2025-06-15.")
@click.option("--note", default="", metavar="TEXT", help="What else there is to say.")
@landscape_option
@as_of_option
def searched(
    activity: str,
    topic: str,
    nation: str,
    where: str,
    date: str,
    note: str,
    landscape: Path | None,
    as_of: str | None,
) -> None:
    """Keep that curators looked for who does ACTIVITY on TOPIC in NATION, and found nobody.

    Written to assessments/searched.ttl in the landscape's folder. A search is no proof that nobody does it: pages say
    “looked for, none found”, where and when.

    \b
    Examples:
      remit searched survey-workforce ai-deployment Wales --in "HEIW's site, “AI workforce survey”" --date 2026-11-20
      remit searched train-keepers mites westland --in "The register of courses" --date 2025-06 --landscape my-field/
    """
    from remit.searched import searched as keep

    snapshot = open_snapshot(landscape, as_of)
    kept = keep(snapshot, activity, topic, nation, places_searched=where, date=date, note=note)
    click.echo(f"{kept.iri.removeprefix(snapshot.landscape.base)} is written to {kept.file}.")
