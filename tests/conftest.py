"""What many tests share: the hand-worked landscape, its snapshots, and copies of it to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser, sync_playwright

from remit.cli import cli
from remit.infer import Snapshot, infer
from remit.load import Stated, load

FIXTURE = Path(__file__).parent / "fixture"
TODAY = "2025-06-30"
"""The main date of the hand-worked landscape."""


@pytest.fixture(scope="session")
def stated() -> Stated:
    """The hand-worked landscape as stated."""
    return load(FIXTURE)


@pytest.fixture(scope="session")
def snapshot(stated: Stated) -> Snapshot:
    """The hand-worked landscape as of its main date."""
    return infer(stated, TODAY)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the hand-worked landscape, to change."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "bees"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; `sh tools/browser.sh` installs it."""
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: run `sh tools/browser.sh`"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


Run = Callable[..., Result]


@pytest.fixture
def remit() -> Run:
    """Run the command line as a user would: ``remit("show", "RBS")``."""

    def run(*arguments: str, stdin: str | None = None) -> Result:
        # whatever window the tests run in, lines break at one place
        return CliRunner(env={"COLUMNS": "100"}).invoke(
            cli, arguments, input=stdin, prog_name="remit", terminal_width=110
        )

    return run
