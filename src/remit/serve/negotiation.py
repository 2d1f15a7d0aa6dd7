"""Which form of an answer a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["GRAPHS", "RESULTS", "choose", "wants_gzip", "wants_page"]

RESULTS: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""The media types of a table or a truth value, the preferred first, with the name of the form."""

GRAPHS: dict[str, str] = {
    "text/turtle": "ttl",
    "application/x-turtle": "ttl",
    "application/n-triples": "nt",
    "text/plain": "nt",
    "application/rdf+xml": "rdf",
    "application/xml": "rdf",
    "text/xml": "rdf",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
}
"""The media types of a graph, the preferred first, with the name of the form."""


@lru_cache(maxsize=256)
def _ranges(accept: str) -> tuple[tuple[str, float], ...]:
    found = []
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if not kind:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        found.append((kind, quality))
    return tuple(found)


def _quality(kind: str, ranges: tuple[tuple[str, float], ...]) -> float:
    """How much a media type is wanted: the most specific range that fits decides."""
    main = kind.partition("/")[0]
    best, worth = -1, 0.0
    for pattern, quality in ranges:
        rank = 2 if pattern == kind else 1 if pattern == f"{main}/*" else 0 if pattern == "*/*" else -1
        if rank > best:
            best, worth = rank, quality
    return worth


@lru_cache(maxsize=1024)
def choose(accept: str, offered: tuple[str, ...]) -> str | None:
    """The offered media type that a client wants most, the first of equals; None where it wants none of them.

    Args:
        accept: the Accept header; "" means anything.
        offered: media types, the preferred first.
    """
    ranges = _ranges(accept or "*/*")
    worth = [(_quality(kind, ranges), -place, kind) for place, kind in enumerate(offered)]
    quality, _, kind = max(worth)
    return kind if quality > 0 else None


@lru_cache(maxsize=256)
def wants_page(accept: str) -> bool:
    """Whether a person with a browser asks: a page is named, and wanted no less than any RDF."""
    ranges = _ranges(accept)
    page = max((quality for kind, quality in ranges if kind in ("text/html", "application/xhtml+xml")), default=0.0)
    named = [quality for kind, quality in ranges if kind in GRAPHS or kind in RESULTS]
    return page > 0 and page >= max(named, default=0.0)


@lru_cache(maxsize=256)
def wants_gzip(accept_encoding: str) -> bool:
    """Whether a client takes gzip."""
    ranges = dict(_ranges(accept_encoding))
    return ranges.get("gzip", ranges.get("*", 0.0)) > 0
