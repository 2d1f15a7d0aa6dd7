"""On which page each section begins, found by laying the document out with LibreOffice where that is installed.

No file format knows its pages: only a program that lays it out does. With Carlito, which is as wide as Calibri, the
pages are mostly those of Word too; Word finds its own when the table of contents is updated or the document printed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from remit.errors import RemitError
from remit.report.model import Report, Section
from remit.report.word_frame import entries
from remit.report.word_parts import clean

__all__ = ["as_pdf", "can_find_pages", "find_pages"]

_SECONDS = 180


def can_find_pages() -> bool:
    """Whether LibreOffice and poppler are installed."""
    return bool(shutil.which("soffice") and shutil.which("pdftotext"))


def as_pdf(document: bytes, suffix: str, folder: Path) -> Path:
    """A document of an office format as PDF, written into a folder.

    Args:
        document: the file's content.
        suffix: of the file's name, such as ``.docx``.
        folder: an empty folder for the file, the PDF and the program's own settings.

    Raises:
        RemitError: LibreOffice is not installed, takes too long, or cannot read the document.
    """
    source = folder / f"document{suffix}"
    source.write_bytes(document)
    # settings of its own: it refuses to run twice with the same ones
    command = ["soffice", f"-env:UserInstallation={(folder / 'settings').as_uri()}", "--headless", "--norestore"]
    try:
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", str(folder), str(source)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise RemitError(f"LibreOffice did not lay out the document: {error}", str(source)) from error
    made = source.with_suffix(".pdf")
    if not made.exists():
        raise RemitError("LibreOffice could not read the document.", str(source))
    return made


def find_pages(report: Report, document: bytes) -> dict[str, int]:
    """The page on which each section begins, by its id; a section that is not found is left out.

    Args:
        report: the report.
        document: what :func:`remit.report.word.render_word` made of it.

    Raises:
        RemitError: LibreOffice or poppler is not installed, or did not do its work.
    """
    with tempfile.TemporaryDirectory() as name:
        pdf = as_pdf(document, ".docx", Path(name))
        try:
            read = subprocess.run(
                ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=_SECONDS
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise RemitError(f"The pages could not be read: {error}", str(pdf)) from error
    pages = [[_plain(line) for line in page.splitlines()] for page in read.stdout.decode(errors="replace").split("\f")]
    listed = [section for section, _ in entries(report)[1]]
    # in the table of contents a page's number may follow
    bare = [[re.sub(r"\d+$", "", line) for line in page] for page in pages]
    told = [page for _, page in _begin(listed, bare, 0, bare=True)]
    # the first section begins on a page of its own
    return dict(_begin(_all(report.sections), pages, max(told, default=0)))


def _begin(
    sections: Iterable[Section], pages: list[list[str]], page: int, *, bare: bool = False
) -> Iterator[tuple[str, int]]:
    """Headings come in their order, so each is looked for from where the one before it stands."""
    line = 0
    for section in sections:
        title = re.sub(r"\d+$", "", _plain(section.title)) if bare else _plain(section.title)
        found = next(
            (
                (at, place)
                for at in range(page, len(pages))
                for place in range(line if at == page else 0, len(pages[at]))
                # a title of several lines begins with its first
                if pages[at][place] and title.startswith(pages[at][place]) and _whole(pages[at], place, title)
            ),
            None,
        )
        if found:
            page, line = found[0], found[1] + 1
            yield section.id, page + 1


def _whole(lines: list[str], place: int, title: str) -> bool:
    """Whether the lines from here on make up the title."""
    told = ""
    for line in lines[place:]:
        told += line
        if not title.startswith(told):
            return False
        if told == title:
            return True
    return False


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)


def _plain(text: str) -> str:
    """Letters and digits alone: spaces and signs change on the way through a PDF."""
    return re.sub(r"\W+", "", clean(text))
