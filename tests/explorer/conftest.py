"""The explorer of the hand-worked landscape, as one page opened from a folder in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect, sync_playwright

from remit.build import answers
from remit.explorer import explorer_page as make_page
from remit.explorer import is_built
from remit.infer import Snapshot, infer
from remit.load import load
from tests.conftest import FIXTURE, TODAY
from tests.draw.conftest import poison

# a busy machine takes its time; what never comes still fails
expect.set_options(timeout=20_000)

_AXE = """async () => {
  const run = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']};
  const told = fault => fault.id + ': ' + fault.nodes.map(node => node.html.slice(0, 200)).join(' | ');
  return (await axe.run(document, run)).violations.map(told);
}"""


@dataclass
class Seen:
    """An open page, and what it did besides showing something."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """What axe-core finds."""
        self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        found: list[str] = self.page.evaluate(_AXE)
        return found

    def overflow(self) -> int:
        """By how many pixels the page scrolls sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def quiet(self) -> bool:
        """No complaint on the console, no request, no dialog."""
        assert (self.complaints, self.requests, self.dialogs) == ([], [], [])
        return True


@pytest.fixture(scope="session")
def explorer_page(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built page of the hand-worked landscape."""
    assert is_built(), "The explorer is not built: run `make build`"
    path = tmp_path_factory.mktemp("explorer") / "explorer.html"
    path.write_text(make_page(snapshot, answers(snapshot)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; `sh tools/browser.sh` installs it."""
    program = shutil.which("chromium")
    assert program, "Chromium is missing: run `sh tools/browser.sh`"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


class Opener:
    """Opens the page at one of its addresses: ``visit("#/table", width=360)``."""

    def __init__(self, browser: Browser, page: Path) -> None:
        self.browser = browser
        self.path = page

    def __call__(self, fragment: str, *, width: int = 1280, path: Path | None = None, **context: Any) -> Seen:
        opened = self.browser.new_context(viewport={"width": width, "height": 900}, **context)
        seen = Seen(opened.new_page())

        def asked(request: Request) -> None:
            if not request.url.startswith(("file:", "blob:", "data:")):
                seen.requests.append(request.url)

        def told(message: ConsoleMessage) -> None:
            seen.complaints.append(message.text)

        def stopped(dialog: Dialog) -> None:
            seen.dialogs.append(dialog.message)
            dialog.dismiss()

        seen.page.on("request", asked)
        seen.page.on("console", told)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("dialog", stopped)
        seen.page.goto((path or self.path).as_uri() + fragment)
        seen.page.locator("main h1").wait_for()
        return seen


@pytest.fixture
def visit(chromium: Browser, explorer_page: Path) -> Iterator[Opener]:
    """Opens the page; all that was opened is closed at the end of the test."""
    yield Opener(chromium, explorer_page)
    for context in chromium.contexts:
        context.close()


@pytest.fixture(scope="session")
def poisoned_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a landscape whose texts try to run or to break out."""
    folder = tmp_path_factory.mktemp("poisoned")
    landscape = Path(shutil.copytree(FIXTURE, folder / "bees"))
    poison(landscape)
    snapshot = infer(load(landscape), TODAY)
    path = folder / "explorer.html"
    path.write_text(make_page(snapshot, answers(snapshot)), encoding="utf-8")
    return path
