"""Questions, downloads and the page that says what the words mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from remit.catalogue import Query
from remit.site.context import Site
from remit.site.page import Page
from remit.site.paths import safe_link
from remit.validate import Problem
from remit.vocabulary import LISTS
from remit.words import date

__all__ = ["Download", "pages"]

FOLDERS = {
    "coverage": "Who does what",
    "gaps": "Where nobody, or only one, is recorded",
    "overlaps": "Where several are recorded",
    "needs": "What is asked of the landscape",
    "profile": "About one organisation",
    "resources": "What there is to use",
    "time": "What changes",
    "quality": "How well it is known",
}
"""What the questions of a folder expose, in the order of the page; other folders follow under their own names."""


@dataclass(frozen=True)
class Download:
    """A file to take away: its address below the site, what it is, and its size in bytes."""

    path: str
    title: str
    about: str
    size: int

    @property
    def readable(self) -> str:
        """Its size for people."""
        if self.size < 1000:
            return f"{self.size} bytes"
        return f"{self.size / 1000:.0f} kB" if self.size < 1_000_000 else f"{self.size / 1_000_000:.1f} MB"


def pages(
    site: Site, queries: Mapping[str, Query], downloads: list[Download], problems: list[Problem]
) -> Iterator[Page]:
    """Questions, downloads and about."""
    folders: dict[str, list[tuple[Query, int]]] = {name: [] for name in FOLDERS}
    for query in queries.values():
        folders.setdefault(query.folder, []).append((query, len(site.answers.results[query.name].rows)))
    yield Page(
        "questions.html",
        "questions.html",
        "Questions",
        "questions.html",
        {"folders": [(name, FOLDERS.get(name, name), found) for name, found in folders.items() if found]},
    )
    landscape = site.snapshot.landscape
    yield Page(
        "downloads.html",
        "downloads.html",
        "Downloads",
        "downloads.html",
        {"downloads": downloads, "citation": _citation(site), "licence": safe_link(landscape.license)},
    )
    closed = ("level", "standing", "result", "progress", "horizon", "access", "verdict")
    yield Page(
        "about.html",
        "about.html",
        "About",
        "about.html",
        {
            "landscape": landscape,
            "citation": _citation(site),
            "statuses": site.words.closed("status"),
            "flags": site.words.closed("flag"),
            "grades": site.words.closed("grade"),
            "lists": [(f"list-{name}", site.words.schemes[LISTS + name], site.words.closed(name)) for name in closed],
            "problems": problems,
            "licence": safe_link(landscape.license),
        },
    )


def _citation(site: Site) -> str:
    landscape = site.snapshot.landscape
    year = landscape.issued[:4]
    parts = [
        f"{landscape.creator or 'The curators'}{f' ({year})' if year else ''}",
        site.title,
        f"Version {landscape.version}" if landscape.version else "",
        f"Read as of {date(site.as_of)}",
        landscape.iri,
    ]
    return ". ".join(part for part in parts if part) + "."
