"""For notebooks and scripts: open a landscape, ask it, hand it to rdflib.

import remit
today = remit.open_landscape()
remit.question(today, "confirmed-gap", place="Wales").dicts()
remit.as_rdflib(today).query("SELECT …")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from remit.ask import ask
from remit.catalogue import find
from remit.engine import OxigraphEngine, Solutions
from remit.errors import RemitError
from remit.infer import Snapshot, infer
from remit.load import load

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["as_rdflib", "open_landscape", "question"]


def open_landscape(
    folder: Path | str | None = None,
    as_of: str | None = None,
    without: str | None = None,
    *,
    endpoint: str | None = None,
) -> Snapshot:
    """A landscape as of a day.

    Args:
        folder: the landscape's folder; the bundled one when None.
        as_of: YYYY-MM-DD; today when None (the latest day that an endpoint offers).
        without: an organisation, by name, abbreviation or id, that is taken out with its parts.
        endpoint: the address of an engine that holds the landscape, asked instead of the folder; it knows the days
            that were pushed to it, and no what-if.

    Raises:
        RemitError: the folder is no landscape, the day is none, or the organisation is not known; the endpoint cannot
            be reached, or holds no such snapshot.
    """
    from remit.names import resolve

    if endpoint is not None:
        if folder is not None or without is not None:
            raise RemitError("An endpoint is asked as it is: give it without a folder and without “without”.")
        # here, since it loads an HTTP client
        from remit.remote import open_endpoint

        return open_endpoint(endpoint, as_of)

    stated = load(folder)
    organisation = resolve(stated.engine, "organisation", without).value if without else None
    return infer(stated, as_of, without=organisation)


def question(snapshot: Snapshot, name: str, **values: str) -> Solutions:
    """The answer to a shipped question with some of its blanks filled in.

    Raises:
        RemitError: no such question or parameter, or a value that names nothing.
    """
    return ask(snapshot.engine, find(name), **values)


def as_rdflib(snapshot: Snapshot) -> Graph:
    """The snapshot as an rdflib Graph that lives on the same store (through oxrdflib), so nothing is copied."""
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    if not isinstance(snapshot.engine, OxigraphEngine):
        raise RemitError(
            "The snapshot lies in an engine at an address.", None, "Give rdflib's SPARQLStore that address."
        )

    return Graph(store=OxigraphStore(store=snapshot.engine.store), identifier=DATASET_DEFAULT_GRAPH_ID)
