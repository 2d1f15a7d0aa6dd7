"""Hand the landscape to other programs: RDF in three syntaxes, a table of statements, a network."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, RdfFormat, Triple, parse, serialize

from remit.content import ontology_files
from remit.infer import Snapshot
from remit.load import Stated
from remit.terms import PREFIXES
from remit.turtle import canonical

if TYPE_CHECKING:
    from networkx import Graph

__all__ = ["FORMS", "PARTS", "export_text", "ontology_text", "statements"]

_RDF = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}

_ONTOLOGY = {"rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}

FORMS = ("nt", "ttl", "jsonld", "csv", "graphml")
PARTS = ("stated", "snapshot")


def export_text(snapshot: Snapshot, form: str, part: str = "stated") -> bytes:
    """The landscape as a file's content.

    Args:
        snapshot: what to export.
        form: one of FORMS. ``csv`` has a row a statement (subject, predicate, object, datatype, language);
            ``graphml`` is the network of current relationships, which only a snapshot knows.
        part: ``stated`` for what the landscape's own files state, ``snapshot`` for vocabulary, statements and all
            that follows from them on the date.

    Raises:
        ValueError: an unknown form or part.
    """
    if form == "graphml":
        from remit.network import for_graphml, relationship_graph

        return _graphml(for_graphml(relationship_graph(snapshot)))
    triples = _sorted(snapshot, part)
    if form == "csv":
        return _csv(triples)
    prefixes = PREFIXES | _own_prefixes(snapshot.stated)
    return serialize(triples, format=_RDF[form], prefixes=prefixes if form != "nt" else None) or b""


def ontology_text(form: str) -> bytes:
    """The ontology in one file: all its parts, without the links from one part to the next.

    Args:
        form: ``ttl`` (in the one canonical form), ``rdf`` (RDF/XML) or ``jsonld``.
    """
    triples: set[Triple] = set()
    for file in ontology_files():
        for quad in parse(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True):
            if quad.predicate.value != f"{PREFIXES['owl']}imports":
                triples.add(quad.triple)
    prefixes = {**PREFIXES, "vann": "http://purl.org/vocab/vann/"}
    # what has been written in canonical form names its blank nodes alike every time
    text = canonical(triples, prefixes)
    if form == "ttl":
        return text.encode()
    kept = [quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE)]
    return serialize(kept, format=_ONTOLOGY[form], prefixes=prefixes) or b""


def statements(snapshot: Snapshot, part: str) -> Iterator[Triple]:
    """The triples of a part; see :func:`export_text`."""
    if part == "snapshot":
        yield from snapshot.engine.triples()
    elif part == "stated":
        yield from snapshot.stated.statements()
    else:
        raise ValueError(f"unknown part: {part}")


@lru_cache(maxsize=2)
def _sorted(snapshot: Snapshot, part: str) -> list[Triple]:
    # kept, since the site writes each part in several syntaxes one after the other
    return sorted(statements(snapshot, part), key=str)


def _own_prefixes(stated: Stated) -> dict[str, str]:
    """The prefixes that the landscape's files themselves use below its base."""
    found: dict[str, str] = {}
    for file in stated.files:
        parser = parse(path=file, format=RdfFormat.TURTLE)
        next(parser, None)
        found.update({name: iri for name, iri in parser.prefixes.items() if iri.startswith(stated.landscape.base)})
    return found


def _csv(triples: list[Triple]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("subject", "predicate", "object", "datatype", "language"))
    for triple in triples:
        value = triple.object
        literal = isinstance(value, Literal)
        writer.writerow(
            (
                _plain(triple.subject),
                triple.predicate.value,
                _plain(value),
                value.datatype.value if literal else "",  # type: ignore[union-attr]
                (value.language or "") if literal else "",  # type: ignore[union-attr]
            )
        )
    return out.getvalue().encode()


def _plain(term: object) -> str:
    text = str(term)
    return text if text.startswith("_:") else str(getattr(term, "value", text))


def _graphml(graph: Graph[Any]) -> bytes:
    import networkx

    out = io.BytesIO()
    networkx.write_graphml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()
