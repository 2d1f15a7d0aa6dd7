"""The site in a real browser, opened from a folder: quiet, within its window, accessible."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.visits import WINDOWS, Visit, open_pages

PATHS = [
    "index.html",
    "findings.html",
    "findings/recorded-yet-said-to-fall-short.html",
    "findings/single.html",
    "matrix.html",
    "matrix/northland.html",
    "cells/study-bees/mites.html",
    "cells/run-trials/viruses.html",
    "needs.html",
    "organisations/index.html",
    "organisations/apiary-council.html",
    "organisations/northland-university.html",
    "organogram.html",
    "resources.html",
    "changes.html",
    "sources.html",
    "questions.html",
    "ontology/index.html",
    "ontology/lists.html",
    "ontology/rules.html",
    "ontology/checks.html",
    "downloads.html",
    "about.html",
]
"""A page of every kind; the explorer has tests of its own."""


@pytest.fixture(scope="module")
def visits(site: Path) -> list[Visit]:
    """Every page of PATHS, in every window."""
    return open_pages(site, PATHS)


def test_every_window_was_tried(visits: list[Visit]) -> None:
    assert len(visits) == len(PATHS) * len(WINDOWS)


def test_pages_are_quiet_and_ask_nobody(visits: list[Visit]) -> None:
    assert [(visit.path, visit.console) for visit in visits if visit.console] == []
    assert [(visit.path, visit.requests) for visit in visits if visit.requests] == []


def test_the_style_sheets_are_let_in_by_the_policy(visits: list[Visit]) -> None:
    assert {visit.layout["styled"] for visit in visits} == {"solid"}


def test_nothing_is_wider_than_its_window(visits: list[Visit]) -> None:
    wide = [(v.path, v.width, v.layout) for v in visits if v.layout["overflow"] > 0 or v.layout["outside"]]
    assert wide == []


def test_no_text_is_smaller_than_twelve_pixels(visits: list[Visit]) -> None:
    assert {(visit.path, visit.layout["smallest"]) for visit in visits if visit.layout["smallest"] < 12} == set()


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_fault(visits: list[Visit], path: str) -> None:
    assert {fault for visit in visits if visit.path == path for fault in visit.faults} == set()
