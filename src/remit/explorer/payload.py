"""What the explorer's page holds: the landscape, its rules and questions, and the answers that its views show first."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from pyoxigraph import RdfFormat, serialize

import remit
from remit.analysis import Finding
from remit.catalogue import Query, catalogue
from remit.content import rule_files
from remit.engine import Solutions
from remit.explorer.findings import findings_block
from remit.explorer.positions import positions
from remit.infer import Snapshot
from remit.terms import REMIT
from remit.words import date

__all__ = ["Block", "Links", "blocks"]

_DAYS = f"SELECT ?soon ?stale WHERE {{ ?s <{REMIT}soonUntil> ?soon ; <{REMIT}staleBefore> ?stale }}"
_GENERAL = f"SELECT ?topic WHERE {{ ?landscape <{REMIT}generalTopic> ?topic }}"


@dataclass(frozen=True)
class Block:
    """A part of the page that is data: its name, its type, and its content, which holds no markup."""

    name: str
    type: str
    content: str


@dataclass(frozen=True)
class Links:
    """Where the site's pages lie, as addresses relative to the explorer's; all empty where it stands alone.

    Attributes:
        pages: the navigation, as pairs of label and address.
        organisations: the page of an organisation by its IRI.
        cells: the place of a cell by its IRI.
        correct: the page that says how to correct something.
    """

    pages: tuple[tuple[str, str], ...] = ()
    organisations: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    correct: str = ""


def about(snapshot: Snapshot, links: Links) -> dict[str, Any]:
    """What the page says of itself, with the names that the explorer knows (``viz/src/data/page.ts``)."""
    landscape = snapshot.landscape
    soon, stale = snapshot.engine.select(_DAYS).texts()[0]
    general = snapshot.engine.select(_GENERAL).texts()
    version = f", version {landscape.version}" if landscape.version else ""
    creator = f"{landscape.creator}, " if landscape.creator else ""
    return {
        "title": landscape.title or "Landscape",
        "description": landscape.description,
        "base": landscape.base,
        "asOf": snapshot.as_of,
        "soonUntil": soon,
        "staleBefore": stale,
        "baseline": landscape.baseline,
        "version": landscape.version,
        "program": remit.__version__,
        "licence": landscape.license,
        "source": f"{creator}{landscape.title}{version}, read as of {date(snapshot.as_of)}",
        "generalTopic": general[0][0] if general else "",
        "pages": [{"label": label, "path": path} for label, path in links.pages],
        "organisations": dict(links.organisations),
        "cells": dict(links.cells),
        "correct": links.correct,
    }


def blocks(
    snapshot: Snapshot,
    results: Mapping[str, Solutions],
    found: Iterable[Finding],
    prepared: Iterable[str],
    engine: bytes,
    links: Links,
) -> list[Block]:
    """All data of the page, the small parts first.

    Args:
        snapshot: the landscape as of the day that the page opens with.
        results: the answers to the shipped questions on that day, with no blank filled in.
        found: the findings of that day.
        prepared: the names of the questions whose answers go along.
        engine: Oxigraph's WebAssembly module, packed with gzip.
        links: where the site's pages lie.

    Raises:
        KeyError: an answer is missing.
    """
    rules = [(path.name, path.read_text(encoding="utf-8")) for path in rule_files()]
    made = [
        _json("about", about(snapshot, links)),
        _json("questions", [_question(query) for query in catalogue().values()]),
        _json("rules", rules),
    ]
    for name in prepared:
        answer = results[name]
        made.append(_packed(f"rows-{name}", {"columns": answer.variables, "rows": answer.texts()}))
    made.append(_packed("findings", findings_block(found)))
    made.append(_packed("positions", positions(results)))
    made.append(Block("given", "text/plain", _base64(_gzip(_turtle(snapshot)))))
    made.append(Block("engine", "text/plain", _base64(engine)))
    return made


def _question(query: Query) -> dict[str, Any]:
    return {**asdict(query), "parameters": [asdict(each) for each in query.parameters]}


def _turtle(snapshot: Snapshot) -> bytes:
    """Vocabulary and what is stated, without the node that names the day: the browser gives its own."""
    store = snapshot.stated.engine.store
    prefixes = {f"p{at}": snapshot.landscape.base + tail for at, tail in enumerate(["", "id/", "role/", "source/"])}
    prefixes["remit"] = REMIT
    prefixes["skos"] = "http://www.w3.org/2004/02/skos/core#"
    triples = sorted((quad.triple for quad in store), key=str)
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes)
    assert written is not None
    return written


def _json(name: str, value: object) -> Block:
    # no text of the landscape can end the element that holds it
    return Block(name, "application/json", json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def _packed(name: str, value: object) -> Block:
    return Block(name, "text/plain", _base64(_gzip(json.dumps(value, ensure_ascii=False).encode())))


def _gzip(content: bytes) -> bytes:
    # no time in the header: the same landscape makes the same page
    return gzip.compress(content, 9, mtime=0)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
