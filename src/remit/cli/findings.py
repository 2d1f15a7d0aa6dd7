"""What the records show: ``findings``, ``finding`` and ``judge``, ``compare`` and ``what-if``."""

from __future__ import annotations

from pathlib import Path

import click

from remit.cli.options import as_of_option, landscape_option, open_snapshot, scope_options
from remit.errors import RemitError

__all__ = ["compare", "finding", "findings", "judge", "what_if"]


@click.command()
@click.option("--kind", "-k", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be repeated.")
@scope_options
@click.option("--format", "-f", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True)
@click.option("--all", "every", is_flag=True, help="List those that are judged too, and in a table all of them.")
@click.option(
    "--null-model", is_flag=True, help="Say which overlaps are more alike than size explains; takes some seconds."
)
@landscape_option
@as_of_option
def findings(
    kinds: tuple[str, ...],
    area: str | None,
    topic: str | None,
    place: str | None,
    organisation: str | None,
    form: str,
    every: bool,
    null_model: bool,
    landscape: Path | None,
    as_of: str | None,
) -> None:
    """List findings: what falls short, what is reported missing, what rests on one body, what overlaps and more.

    Without a kind or a scope a table tells how many there are of each kind. csv and json hold all, judged ones too.

    \b
    Examples:
      remit findings                                     how many of each kind
      remit findings --kind confirmed-gap
      remit findings --topic "AI deployment" --place Wales
      remit findings --organisation RCR --format csv > rcr.csv
      remit findings --kind overlap --null-model
    """
    from remit.analysis.findings import findings_of
    from remit.analysis.listing import as_csv, as_json, as_table, overview
    from remit.analysis.reading import Reading
    from remit.analysis.scope import nothing_found, scope_of

    reading = Reading(open_snapshot(landscape, as_of))
    scope = scope_of(reading, area=area, topic=topic, place=place, organisation=organisation)
    similarity = None
    if null_model:
        from remit.analysis.nullmodel import alike

        similarity = alike(reading)
        click.echo(similarity.rule, err=True)
    found = findings_of(reading, scope=scope, kinds=kinds or None, similarity=similarity)
    if form == "json":
        click.echo(as_json(found, reading), nl=False)
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    elif not found:
        click.echo(nothing_found(scope, reading, list(kinds)))
    elif not kinds and not scope.says:
        click.echo(overview(found, reading), nl=False)
    else:
        click.echo(as_table(found, every), nl=False)


@click.command()
@click.argument("name", metavar="ID")
@landscape_option
@as_of_option
def finding(name: str, landscape: Path | None, as_of: str | None) -> None:
    """One finding with its evidence, its candidates, and the query that shows it.

    \b
    Examples:
      remit finding confirmed-gap.monitor-deployed-systems.ai-deployment.northern-ireland
      remit finding overlap.cahpr.radiant --as-of 2026-11-24
    """
    from remit.analysis.findings import finding as find_finding
    from remit.analysis.listing import card
    from remit.analysis.reading import Reading

    reading = Reading(open_snapshot(landscape, as_of))
    options = ["--landscape", str(landscape)] if landscape else []
    options += ["--as-of", as_of] if as_of else []
    click.echo(card(find_finding(reading, name), options), nl=False)


@click.command()
@click.argument("name", metavar="FINDING")
@click.option("--verdict", required=True, metavar="VERDICT", help="One of the closed list; a wrong one lists them.")
@click.option("--by", "body", required=True, metavar="BODY", help="The body that decided, by name or id.")
@click.option("--date", required=True, metavar="DATE", help="When: 2025, 2025-06 or 2025-06-15.")
@click.option("--note", default="", metavar="TEXT", help="What there is to say about it.")
@landscape_option
@as_of_option
def judge(name: str, verdict: str, body: str, date: str, note: str, landscape: Path | None, as_of: str | None) -> None:
    """Keep what people decided about FINDING, in the file judgements.ttl of the landscape's folder.

    A finding that is judged is no longer listed as open.

    \b
    Examples:
      remit judge overlap.cahpr.radiant --verdict complementary --by RCR --date 2026-12-01
      remit judge single.train-keepers.mites.southland --verdict accepted --by "Keepers' Association" \\
          --date 2025-07-01 --note "Young Keepers do it for all." --landscape my-field/
    """
    from remit.analysis.judge import judge as keep
    from remit.analysis.reading import Reading

    snapshot = open_snapshot(landscape, as_of)
    judged, file = keep(Reading(snapshot), name, verdict=verdict, by=body, date=date, note=note)
    click.echo(f"{judged.id} is judged; written to {file}.")
    if date > snapshot.as_of[: len(date)]:
        click.echo(f"As of {snapshot.as_of} it stays open: the decision is of a later date.")


@click.command()
@click.option("--baseline", metavar="DATE", help="The earlier day. [default: the landscape's own baseline]")
@click.option("--all", "every", is_flag=True, help="List all, not the first of each.")
@landscape_option
@as_of_option
def compare(baseline: str | None, every: bool, landscape: Path | None, as_of: str | None) -> None:
    """Compare two dates: what began, what ended, which bodies changed, and which questions have another answer.

    \b
    Examples:
      remit compare
      remit compare --baseline 2024-01-01 --as-of 2025-01-01 --all
    """
    from remit.analysis.compare import compare as compare_dates
    from remit.analysis.listing import comparison_text

    after = open_snapshot(landscape, as_of)
    day = baseline or after.landscape.baseline
    if not day:
        raise RemitError("The landscape names no day to compare with.", "--baseline", "Give one by --baseline.")
    click.echo(comparison_text(compare_dates(open_snapshot(landscape, day), after), every), nl=False)


@click.command("what-if")
@click.argument("organisation")
@landscape_option
@as_of_option
def what_if(organisation: str, landscape: Path | None, as_of: str | None) -> None:
    """What if ORGANISATION closed, and its parts with it: which questions would have another answer?

    \b
    Examples:
      remit what-if NCITA
      remit what-if "Bee Institute of Threelands" --landscape my-field/ --as-of 2025-06-30
    """
    from remit.analysis.listing import what_if_text
    from remit.analysis.whatif import what_if as suppose
    from remit.names import resolve

    snapshot = open_snapshot(landscape, as_of)
    body = resolve(snapshot.engine, "organisation", organisation).value
    click.echo(what_if_text(suppose(snapshot, body, open_snapshot(landscape, as_of, body))), nl=False)
