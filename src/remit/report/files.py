"""Write a report in all its formats, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from remit.files import fresh_folder
from remit.report.html import as_html
from remit.report.json import SCHEMA, as_json, schema_text
from remit.report.model import Report

__all__ = ["FILES", "write_files", "write_report"]

FILES = ("report.html", "report.docx", "report.xlsx", "report.json", SCHEMA)
"""The names of what is written."""


def _silent(_: str) -> None:
    pass


def write_report(report: Report, folder: Path, progress: Callable[[str], None] = _silent) -> tuple[Path, ...]:
    """Write a report into a folder of its own; one that this program made before is replaced when the new one is whole.

    Args:
        report: from :func:`remit.report.make_report`.
        folder: the folder, which is made.
        progress: told what is being written.

    Returns:
        The files.

    Raises:
        RemitError: there is something else at the folder's place, or it cannot be written.
    """
    with fresh_folder(folder) as work:
        write_files(report, work, progress)
    return tuple(folder / name for name in FILES)


def write_files(report: Report, folder: Path, progress: Callable[[str], None] = _silent) -> None:
    """Write a report into a folder that exists, such as that of the site."""
    from remit.report.word import render_word
    from remit.report.workbook import render_workbook

    progress("Writing report.html …")
    (folder / "report.html").write_text(as_html(report), encoding="utf-8")
    (folder / "report.json").write_text(as_json(report), encoding="utf-8")
    (folder / SCHEMA).write_text(schema_text(), encoding="utf-8")
    progress("Writing report.docx …")
    (folder / "report.docx").write_bytes(render_word(report))
    progress("Writing report.xlsx …")
    (folder / "report.xlsx").write_bytes(render_workbook(report))
