"""The report's files as LibreOffice opens them: each sample laid out once, its pages read back."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and poppler: sh tools/office.sh",
)


@dataclass(frozen=True)
class Word:
    """A word on a page, and how far it reaches, in typographic points from the page's left edge."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class Page:
    """A page, its width in points, and its words."""

    width: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    pages = []
    for part in told.split("<page ")[1:]:
        width = re.search(r'width="([\d.]+)"', part)
        assert width
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"[^>]*>(.*?)</word>', part)
        pages.append(
            Page(
                float(width[1]),
                tuple(Word(html.unescape(text), float(left), float(right)) for left, right, text in words),
            )
        )
    return pages
