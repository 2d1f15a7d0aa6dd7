"""The site: a snapshot of a landscape as plain pages that open from a folder, and the explorer beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from remit.analysis import Finding
from remit.analysis.findings import findings_of
from remit.analysis.reading import Reading
from remit.answers import Answers
from remit.catalogue import Query, catalogue
from remit.engine import Solutions
from remit.explorer import Links, explorer_page
from remit.export import export_text, ontology_text
from remit.infer import Snapshot
from remit.output import render
from remit.site.context import EXPLORER, Site
from remit.site.page import STATIC, Page, write_pages
from remit.site.views import (
    changes,
    findings,
    matrix,
    needs,
    ontology,
    organisations,
    organogram,
    pairs,
    reference,
    resources,
    sources,
    start,
)
from remit.site.views.reference import Download
from remit.validate import Problem

__all__ = ["SiteSummary", "build_site"]

_STATED = "What is stated"
_SNAPSHOT = "The snapshot"
_EXPORTS = (
    (
        "landscape.ttl",
        "ttl",
        "stated",
        f"{_STATED}, as Turtle",
        "Organisations, roles, needs, sources: to read and edit",
    ),
    ("landscape.nt", "nt", "stated", f"{_STATED}, as N-Triples", "The same, one statement a line"),
    ("landscape.jsonld", "jsonld", "stated", f"{_STATED}, as JSON-LD", "The same, for programs that read JSON"),
    ("landscape.csv", "csv", "stated", f"{_STATED}, as a table", "The same, one row a statement, for spreadsheets"),
    (
        "snapshot.ttl",
        "ttl",
        "snapshot",
        f"{_SNAPSHOT}, as Turtle",
        "Vocabulary, what is stated, and what follows from it",
    ),
    ("snapshot.nt", "nt", "snapshot", f"{_SNAPSHOT}, as N-Triples", "The same, one statement a line"),
    ("snapshot.jsonld", "jsonld", "snapshot", f"{_SNAPSHOT}, as JSON-LD", "The same, for programs that read JSON"),
    ("network.graphml", "graphml", "snapshot", "The network, as GraphML", "Who is related to whom on the date"),
)
_ONTOLOGY = (
    ("ontology.ttl", "ttl", "The ontology, as Turtle", "Classes, properties and closed lists: to read, or for Protégé"),
    ("ontology.rdf", "rdf", "The ontology, as RDF/XML", "The same, for older tools"),
    ("ontology.jsonld", "jsonld", "The ontology, as JSON-LD", "The same, for programs that read JSON"),
)


@dataclass(frozen=True)
class SiteSummary:
    """What was written: how many pages, how many files to download, and the address to open."""

    pages: int
    downloads: int
    index: Path


def build_site(
    snapshot: Snapshot,
    results: Mapping[str, Solutions],
    folder: Path,
    problems: Sequence[Problem] = (),
    progress: Callable[[str], None] = lambda _: None,
    reports: Sequence[Path] = (),
) -> SiteSummary:
    """Write the site of a snapshot.

    Args:
        snapshot: the landscape as of a date.
        results: the answer to every shipped question with no blank filled in, by the question's name.
        folder: an existing folder to fill; see :func:`remit.files.fresh_folder`.
        problems: what the checks found, none of them an error; the page About counts them.
        progress: told what is being done.
        reports: files of the report that lie in ``report/`` below the folder, to link.

    Raises:
        OSError: the folder cannot be written to.
        KeyError: a shipped question is missing among the results.
    """
    site = Site(snapshot, Answers(results))
    queries = catalogue()
    shutil.copytree(STATIC, folder / "static")
    columns = len({topic for _, topic in site.pairs}) + len(site.words.concepts)
    (folder / "static" / "columns.css").write_text(matrix.column_rules(min(columns, 80)), encoding="utf-8")
    progress("Writing the downloads …")
    downloads = _reports(reports) + _write_downloads(snapshot, results, queries, folder)
    progress("Looking for findings …")
    reading = Reading(snapshot, results)
    findings = findings_of(reading)
    progress("Writing the explorer …")
    _write_explorer(site, results, findings, folder)
    progress("Writing the pages …")
    count = write_pages(_pages(site, queries, downloads, list(problems)), folder, site, progress)
    progress("Writing the return sheets …")
    count += _write_return_sheets(site, reading, findings, folder)
    return SiteSummary(count + 1, len(downloads) + 2 * len(queries), folder / "index.html")


def _write_return_sheets(site: Site, reading: Reading, findings: Sequence[Finding], folder: Path) -> int:
    """A sheet for each organisation, to send to it: what is said about it, and how to correct that."""
    # the report takes its looks from the site, so it is not there yet when the site is read first
    from remit.report.returns import write_return_sheets

    return write_return_sheets(reading, findings, folder, site.return_path, site.stated_at)


_REPORTS = {
    "report.html": ("The report, as a web page", "What is recorded and what is not, for a meeting; prints on A4"),
    "report.docx": ("The report, as a Word file", "The same, to edit and to send round"),
    "report.xlsx": ("The report’s tables, as a workbook", "Every table and every figure’s data, one a sheet"),
    "report.json": ("The report’s findings, as JSON", "Every finding with its evidence, for programs"),
}


def _reports(files: Sequence[Path]) -> list[Download]:
    known = {file.name: file for file in files}
    return [
        Download(f"report/{name}", title, about, known[name].stat().st_size)
        for name, (title, about) in _REPORTS.items()
        if name in known
    ]


def _pages(
    site: Site, queries: Mapping[str, Query], downloads: list[Download], problems: list[Problem]
) -> Iterator[Page]:
    yield from start.pages(site, [one for one in downloads if one.path.startswith("report/")])
    for view in (findings, matrix, pairs, needs, organisations, organogram, resources, changes, sources):
        yield from view.pages(site)
    yield from ontology.pages(site, [one for one in downloads if one.path.startswith("downloads/ontology.")])
    yield from reference.pages(site, queries, downloads, problems)


def _write_explorer(site: Site, results: Mapping[str, Solutions], findings: Sequence[Finding], folder: Path) -> None:
    """The explorer, with this landscape in it and links to the pages."""
    organisations = site.answers.values("profile/organisation", "organisation")
    links = Links(
        pages=tuple((item.label, item.path) for item in site.navigation if item.path != EXPLORER),
        organisations={iri: site.organisation_path(iri) for iri in organisations},
        cells={iri: site.cell_path(pair, cell) for iri, (pair, cell) in site.cells.items()},
        correct="about.html#correct",
    )
    page = explorer_page(site.snapshot, results, findings, links)
    (folder / EXPLORER).write_text(page, encoding="utf-8")


def _write_downloads(
    snapshot: Snapshot, results: Mapping[str, Solutions], queries: Mapping[str, Query], folder: Path
) -> list[Download]:
    """The landscape in several forms, and each question with its answer; the former are returned."""
    target = folder / "downloads"
    target.mkdir()
    files = []
    for name, form, part, title, about in _EXPORTS:
        content = export_text(snapshot, form, part)
        (target / name).write_bytes(content)
        files.append(Download(f"downloads/{name}", title, about, len(content)))
    for name, form, title, about in _ONTOLOGY:
        content = ontology_text(form)
        (target / name).write_bytes(content)
        files.append(Download(f"downloads/{name}", title, about, len(content)))
    for query in queries.values():
        place = target / "queries" / query.folder
        place.mkdir(parents=True, exist_ok=True)
        name = query.name.rpartition("/")[2]
        (place / f"{name}.csv").write_text(render(results[query.name], "csv"), encoding="utf-8", newline="")
        (place / f"{name}.rq").write_text(query.text, encoding="utf-8")
    return files
