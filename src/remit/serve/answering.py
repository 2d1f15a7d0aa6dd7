"""Answer one query, in a process that may be killed at any moment.

The answer is complete before anything is told of it: what cannot be completed is an error with a sentence.
"""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path
from typing import Any, BinaryIO, cast

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from remit.errors import RemitError
from remit.guard import check_query, is_update
from remit.serve.counting import Counter, TooLarge, counted
from remit.serve.stores import Stores
from remit.terms import PREFIXES

__all__ = ["INLINE", "answer"]

INLINE = 2**20
"""Bytes of an answer that are handed over directly; a larger one is written to a file."""

SMALL = 1024
"""Bytes below which compression gains nothing."""

UPDATE = "update"
"""Where the error lies when a text is an update."""

_RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_PLACE = re.compile(r"\bat (\d+):(\d+)")


class Spool:
    """Bytes in memory, or beyond INLINE in a file; compressed where asked, once it is worth it."""

    def __init__(self, path: Path, compress: bool) -> None:
        self._path = path
        self._memory = io.BytesIO()
        self._file: BinaryIO | None = None
        self._compress = compress
        self._zip: gzip.GzipFile | None = None

    def write(self, data: bytes) -> int:
        """Take more bytes."""
        if self._file is None and self._memory.tell() + len(data) > INLINE:
            self._file = self._path.open("wb")
            if self._compress:
                self._zip = gzip.GzipFile(fileobj=self._file, mode="wb", compresslevel=1, mtime=0)
            self._put(self._memory.getvalue())
            self._memory = io.BytesIO()
        if self._file is None:
            self._memory.write(data)
        else:
            self._put(data)
        return len(data)

    def _put(self, data: bytes) -> None:
        (self._zip or cast(BinaryIO, self._file)).write(data)

    def finish(self) -> tuple[bytes, str, bool]:
        """The content or else the path of the file, and whether it is compressed."""
        if self._file is not None:
            if self._zip is not None:
                self._zip.close()
            self._file.close()
            return b"", str(self._path), self._compress
        content = self._memory.getvalue()
        if self._compress and len(content) >= SMALL:
            return gzip.compress(content, compresslevel=1, mtime=0), "", True
        return content, "", False


def answer(stores: Stores, asked: dict[str, Any], limits: dict[str, int], path: Path) -> tuple[dict[str, Any], bytes]:
    """Answer one query.

    Args:
        stores: the dataset.
        asked: ``query``; ``default`` and ``named``, lists of graphs or None; ``results`` and ``graph``, the media type
            and the form wanted for either kind of answer, or None; ``gzip``.
        limits: ``rows``, and ``answer`` in MiB.
        path: where a large answer may be written.

    Returns:
        ``status`` (as of HTTP), ``type``, ``gzip`` and ``file`` or ``says``, and the answer itself where there is no
        file.
    """
    try:
        found = _ask(stores, asked)
        wanted = asked["graph"] if isinstance(found, QueryTriples) else asked["results"]
        if wanted is None:
            kind = "a graph" if isinstance(found, QueryTriples) else "a table or a truth value"
            return _refused(
                406, f"The answer is {kind}, and the Accept header names no form of it that is offered."
            ), b""
        spool = Spool(path, bool(asked["gzip"]))
        _write(found, wanted[1], spool, limits)
        content, file, compressed = spool.finish()
        return {"status": 200, "type": wanted[0], "gzip": compressed, "file": file}, content
    except RemitError as error:
        return _refused(403 if error.where == UPDATE else 400, str(error)), b""
    except TooLarge as error:
        path.unlink(missing_ok=True)
        return _refused(
            413, f"The answer is too large: {error}. Narrow the query, or ask for it in parts by LIMIT."
        ), b""


def _refused(status: int, says: str) -> dict[str, Any]:
    return {"status": status, "says": says}


def _ask(stores: Stores, asked: dict[str, Any]) -> QuerySolutions | QueryBoolean | QueryTriples:
    query: str = asked["query"]
    for name in (*(asked["default"] or ()), *(asked["named"] or ())):
        if name not in stores.graphs:
            raise RemitError(
                f"This dataset has no graph {name}.",
                None,
                "/.well-known/void describes the graphs; without a graph named, the day's snapshot is asked.",
            )
    named = check_query(query, stores.graphs)
    if asked["default"] is not None or asked["named"] is not None:
        # the protocol's dataset goes before that of the query (SPARQL 1.1 Protocol, 2.1.4)
        named = tuple(asked["default"] or ()), tuple(asked["named"] or ())
    try:
        if stores.only_day(query, named and named[0]):
            return stores.day.query(query, default_graph=DefaultGraph())
        store = stores.whole
        if named is None:
            return store.query(query)
        default: list[Any] = [NamedNode(name) for name in dict.fromkeys(named[0])]
        others: list[Any] = [NamedNode(name) for name in dict.fromkeys(named[1])]
        if len(default) > 1:
            # the default graph is then their merge, in which a triple of several graphs is one (RDF 1.1 Semantics,
            # 4.1); Oxigraph would count it once a graph
            store = _merged(store, default, others)
            return store.query(query, default_graph=[DefaultGraph()], named_graphs=others)
        return store.query(query, default_graph=default, named_graphs=others)
    except SyntaxError as error:
        if is_update(query):
            raise RemitError("The endpoint only reads: nothing is changed.", UPDATE) from None
        place = _PLACE.search(str(error))
        where = f"query, line {place[1]}, column {place[2]}" if place else "query"
        raise RemitError(f"This is not valid SPARQL: {error}.", where) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise RemitError(f"The query cannot be answered: {error}.", "query") from None


def _merged(store: Store, default: list[NamedNode], named: list[NamedNode]) -> Store:
    merged = Store()
    for graph in default:
        merged.extend(Quad(*quad.triple) for quad in store.quads_for_pattern(None, None, None, graph))
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged


def _write(found: Any, form: str, spool: Spool, limits: dict[str, int]) -> None:
    size = limits["answer"] * 2**20
    try:
        if isinstance(found, QueryTriples):
            kind = _GRAPHS[form]
            prefixes = PREFIXES if form in ("ttl", "rdf", "jsonld") else None
            serialize(counted(found, limits["rows"]), Counter(spool, "", 0, size), kind, prefixes=prefixes)  # type: ignore[arg-type]
        else:
            form_of = form if isinstance(found, QuerySolutions) else ""
            found.serialize(Counter(spool, form_of, limits["rows"], size), _RESULTS[form])
    except (OSError, RuntimeError, ValueError) as error:
        raise RemitError(f"The query cannot be answered: {error}.", "query") from None
