"""Asking: ``queries``, ``query``, ``show`` and ``cell``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from remit.cli.options import as_of_option, endpoint_option, landscape_option, open_snapshot, without_option
from remit.errors import RemitError
from remit.output import FORMATS, render

__all__ = ["cell", "queries", "query", "show"]


@click.command()
@click.argument("name", required=False)
def queries(name: str | None) -> None:
    """List the questions that are ready to ask; with NAME, one of them in full.

    \b
    Examples:
      remit queries
      remit queries gaps/confirmed-gap
      remit queries gaps                      those of one folder
    """
    from remit.catalogue import Query, catalogue, find

    def told(found: Query) -> None:
        click.echo(f"{click.style(found.name, bold=True)}: {found.title}\n  {found.description}")
        for parameter in found.parameters:
            click.echo(f"  --param {parameter.name}=…  ({parameter.type}) {parameter.description}")
        for column, says in found.columns.items():
            click.echo(f"  column {column}: {says}")

    known = catalogue()
    folders = sorted({each.folder for each in known.values()})
    if name and name not in folders:
        told(find(name))
        return
    for folder in [name] if name else folders:
        click.echo(click.style(f"{folder}/", bold=True))
        for each in known.values():
            if each.folder == folder:
                blanks = f"  [{', '.join(p.name for p in each.parameters)}]" if each.parameters else ""
                click.echo(f"  {each.name.removeprefix(folder + '/'):34} {each.title}{blanks}")


@click.command()
@click.argument("name", metavar="NAME|FILE|-")
@click.option("--param", "-p", "params", multiple=True, metavar="KEY=VALUE", help="Fill in a blank; may be repeated.")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Seconds.")
@click.option("--memory", type=click.IntRange(min=16), default=2048, show_default=True, help="MiB a query may take.")
@landscape_option
@as_of_option
@without_option
@endpoint_option
def query(
    name: str,
    params: tuple[str, ...],
    form: str,
    timeout: float,
    memory: int,
    landscape: Path | None,
    as_of: str | None,
    without: str | None,
    endpoint: str | None,
) -> None:
    """Ask a question: a shipped one by NAME, one in a FILE, or one from standard input (-).

    \b
    Examples:
      remit query single --param place=Wales
      remit query coverage/who-does-what -p topic="research careers" -f csv > who.csv
      remit query my-question.rq --as-of 2023-03-20
      remit query single --endpoint http://127.0.0.1:8000/sparql
      echo 'SELECT (COUNT(*) AS ?n) WHERE { ?o a <https://w3id.org/remit/ontology#Organisation> }' | remit query -
    """
    from remit.ask import fill
    from remit.catalogue import find, read_query
    from remit.guard import check_query, explained
    from remit.limits import watchdog

    values = {}
    for param in params:
        key, sign, value = param.partition("=")
        if not sign or not key:
            raise RemitError(f"“{param}” is not KEY=VALUE.", "--param", "Write for example --param place=Wales.")
        values[key] = value
    path = Path(name)
    if name == "-" or path.suffix in (".rq", ".sparql") or path.is_file():
        text = _read(name)
        check_query(text)
        question = read_query(text, "standard input" if name == "-" else name)
    else:
        question = find(name)
    snapshot = open_snapshot(landscape, as_of, without, endpoint)
    filled = fill(snapshot.engine, question, values)
    with watchdog(timeout, memory):
        try:
            text = render(snapshot.engine.answer(filled), form)
        except RemitError as error:
            raise explained(filled, error) from None
    click.echo(text, nl=False)


def _read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise RemitError(f"The file cannot be read: {error.strerror}.", name) from None
    except UnicodeDecodeError:
        raise RemitError("The text is not UTF-8.", name, "Save it as UTF-8.") from None


@click.command()
@click.argument("organisation")
@landscape_option
@as_of_option
@endpoint_option
def show(organisation: str, landscape: Path | None, as_of: str | None, endpoint: str | None) -> None:
    """What the landscape says about an ORGANISATION, by name, abbreviation, former name or id.

    \b
    Examples:
      remit show RCR
      remit show "Cancer Research UK" --as-of 2023-03-20
    """
    from remit.cards import organisation_card
    from remit.names import resolve

    snapshot = open_snapshot(landscape, as_of, endpoint=endpoint)
    click.echo(organisation_card(snapshot, resolve(snapshot.engine, "organisation", organisation)), nl=False)


@click.command()
@click.argument("activity")
@click.argument("topic")
@click.argument("nation", required=False)
@landscape_option
@as_of_option
@without_option
@endpoint_option
def cell(
    activity: str,
    topic: str,
    nation: str | None,
    landscape: Path | None,
    as_of: str | None,
    without: str | None,
    endpoint: str | None,
) -> None:
    """Who does ACTIVITY on TOPIC, in NATION or in every one: question, status, holders, needs and evidence.

    \b
    Examples:
      remit cell survey-workforce research-careers Wales
      remit cell "Fund research" "AI deployment"
    """
    from remit.cards import cell_cards
    from remit.names import resolve

    snapshot = open_snapshot(landscape, as_of, without, endpoint)
    engine = snapshot.engine
    values = {
        "activity": resolve(engine, "activity", activity).value,
        "topic": resolve(engine, "topic", topic).value,
    }
    if nation:
        values["place"] = resolve(engine, "place", nation).value
    click.echo(cell_cards(snapshot, values), nl=False)
