"""Write a report in all its formats, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from remit.collector import uncollected
from remit.errors import RemitError
from remit.files import fresh_folder
from remit.report.html import as_html
from remit.report.json import SCHEMA, as_json, schema_text
from remit.report.model import Report

__all__ = ["FILES", "write_files", "write_report"]

FILES = ("report.html", "report.docx", "report.xlsx", "report.json", SCHEMA)
"""The names of what is written."""


def _silent(_: str) -> None:
    pass


def write_report(
    report: Report, folder: Path, progress: Callable[[str], None] = _silent, *, page_numbers: bool | None = None
) -> tuple[Path, ...]:
    """Write a report into a folder of its own; one that this program made before is replaced when the new one is whole.

    Args:
        report: from :func:`remit.report.make_report`.
        folder: the folder, which is made.
        progress: told what is being written.
        page_numbers: whether the Word file's contents have page numbers, for which LibreOffice lays it out; None
            where it can.

    Returns:
        The files.

    Raises:
        RemitError: there is something else at the folder's place, or it cannot be written; or page numbers are
            wanted, and LibreOffice and poppler are not installed or did not do their work.
    """
    with fresh_folder(folder) as work:
        write_files(report, work, progress, page_numbers=page_numbers)
    return tuple(folder / name for name in FILES)


def write_files(
    report: Report, folder: Path, progress: Callable[[str], None] = _silent, *, page_numbers: bool | None = None
) -> None:
    """Write a report into a folder that exists, such as that of the site; see :func:`write_report`."""
    from remit.report.word import render_word
    from remit.report.word_pages import can_find_pages, find_pages
    from remit.report.workbook import render_workbook

    if page_numbers and not can_find_pages():
        raise RemitError(
            "LibreOffice and poppler, which find the page numbers, are not installed.",
            "--page-numbers",
            "Install them, or leave the option out and update the contents in Word.",
        )
    with uncollected(), ThreadPoolExecutor(1) as pool:
        progress("Writing report.docx …")
        document = render_word(report)
        # LibreOffice is a program of its own: the other files are written meanwhile
        wanted = can_find_pages() if page_numbers is None else page_numbers
        finding = pool.submit(find_pages, report, document) if wanted else None
        progress("Writing report.html …")
        (folder / "report.html").write_text(as_html(report), encoding="utf-8")
        (folder / "report.json").write_text(as_json(report), encoding="utf-8")
        (folder / SCHEMA).write_text(schema_text(), encoding="utf-8")
        progress("Writing report.xlsx …")
        (folder / "report.xlsx").write_bytes(render_workbook(report))
        if finding is not None:
            progress("Finding the page numbers …")
            try:
                document = render_word(report, finding.result())
            except RemitError as error:
                if page_numbers:
                    raise
                # the document is whole without them
                progress(f"No page numbers: {error.what}")
    (folder / "report.docx").write_bytes(document)
