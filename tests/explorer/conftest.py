"""The explorer with the hand-worked landscape in it, opened from a file in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, expect

from remit import explorer as program
from remit.analysis.findings import findings_of
from remit.analysis.reading import Reading
from remit.build import answers
from remit.infer import Snapshot, infer
from remit.load import load
from tests.conftest import FIXTURE, TODAY
from tests.draw.conftest import poison

# a busy machine may take its time for the first answer of the engine
expect.set_options(timeout=30_000)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules of axe-core that must find nothing."""


def write_explorer(snapshot: Snapshot, file: Path) -> Path:
    """The explorer of a snapshot, as a file."""
    results = answers(snapshot)
    file.write_text(program.explorer_page(snapshot, results, findings_of(Reading(snapshot, results))), encoding="utf-8")
    return file


@dataclass
class Explorer:
    """An opened explorer, and all that it did besides what it was asked to.

    Attributes:
        page: Playwright's page.
        file: the file it was opened from.
        requests: what it asked for that is neither the file itself nor made within the page.
        complaints: what it wrote on the console, violations of the policy among it, and errors nobody caught.
        dialogs: boxes that it opened.
    """

    page: Page
    file: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def go(self, fragment: str) -> None:
        """Go to a state by its address, and wait until everything that it asks has an answer."""
        self.page.evaluate("fragment => { location.hash = fragment }", fragment)
        self.settled()

    def settled(self) -> None:
        """Wait until no answer is on its way, and what came is drawn."""
        for _ in range(1200):
            # the policy keeps a watcher of Playwright's own out of the page, so it is asked again and again
            self.page.wait_for_timeout(50)
            if self.page.evaluate("(document.documentElement.dataset.waiting ?? '0') === '0'"):
                self.page.wait_for_timeout(50)
                return
        raise AssertionError("the page is still working after a minute")

    @property
    def text(self) -> str:
        """What a reader sees of the view and the card."""
        return self.page.locator("body").inner_text()

    @property
    def card(self) -> str:
        """What stands on the card."""
        return self.page.locator("aside.card").inner_text()

    def faults(self) -> list[str]:
        """What axe-core finds: rule, and the first elements."""
        return faults(self.page)

    def quiet(self) -> bool:
        """No complaint on the console, no request, no dialog."""
        assert (self.complaints, self.requests, self.dialogs) == ([], [], [])
        return True

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return sideways(self.page)


def faults(page: Page) -> list[str]:
    """What axe-core finds in the page as it is: rule, and the first elements."""
    if not page.evaluate("'axe' in window"):
        # evaluated from outside: the page's own policy would keep a script element out
        page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [f"{each['id']}: {' | '.join(node['target'][0] for node in each['nodes'][:3])}" for each in found]


def sideways(page: Page) -> int:
    """How many pixels of the page lie beyond its right edge."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


Open = Callable[..., Explorer]
OpenPage = Callable[..., Page]
Opener = Open


@pytest.fixture(scope="session")
def explorer_page_file(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the hand-worked landscape as of its main date."""
    return write_explorer(snapshot, tmp_path_factory.mktemp("explorer") / "explorer.html")


@pytest.fixture(scope="session")
def explorer_page(explorer_page_file: Path) -> Path:
    """The same, by the name that tests of views use."""
    return explorer_page_file


@pytest.fixture
def open_explorer(browser: Browser, explorer_page_file: Path) -> Iterator[Open]:
    """``open_explorer("#/matrix", width=320, scheme="dark")`` opens the page and waits until it has all its answers."""
    contexts: list[BrowserContext] = []

    def opened(
        fragment: str = "", *, width: int = 1280, height: int = 900, path: Path | None = None, **context: Any
    ) -> Explorer:
        explorer = _open(browser, path or explorer_page_file, fragment, width, height, context)
        contexts.append(explorer.page.context)
        explorer.settled()
        return explorer

    yield opened
    for each in contexts:
        each.close()


@pytest.fixture
def visit(open_explorer: Open) -> Open:
    """The same, by another name."""
    return open_explorer


@pytest.fixture
def open_page(browser: Browser, explorer_page_file: Path) -> Iterator[OpenPage]:
    """``open_page("#/matrix")`` gives Playwright's page; the test fails if it complains or asks for anything."""
    opened: list[Explorer] = []

    def page(fragment: str, width: int = 1280, height: int = 900, **context: Any) -> Page:
        opened.append(_open(browser, explorer_page_file, fragment, width, height, context))
        return opened[-1].page

    yield page
    for each in opened:
        each.page.context.close()
    assert [each.complaints + each.requests + each.dialogs for each in opened if not each.quiet()] == []


def _open(browser: Browser, file: Path, fragment: str, width: int, height: int, context: dict[str, Any]) -> Explorer:
    """Open the page in a context of its own, and note what it does besides showing something."""
    if "scheme" in context:
        context["color_scheme"] = context.pop("scheme")
    context.pop("axe", None)
    page = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **context).new_page()
    explorer = Explorer(page, file)
    address = file.as_uri()

    def asked(request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")) and request.url.split("#")[0] != address:
            explorer.requests.append(request.url)

    def told(message: ConsoleMessage) -> None:
        explorer.complaints.append(message.text)

    def stopped(dialog: Dialog) -> None:
        explorer.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("console", told)
    page.on("pageerror", lambda error: explorer.complaints.append(str(error)))
    page.on("dialog", stopped)
    page.goto(address + fragment)
    page.locator("main h1").first.wait_for(state="attached")
    return explorer


@pytest.fixture(scope="session")
def poisoned_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a landscape whose texts try to run or to break out."""
    folder = tmp_path_factory.mktemp("poisoned")
    landscape = Path(shutil.copytree(FIXTURE, folder / "bees"))
    poison(landscape)
    return write_explorer(infer(load(landscape), TODAY), folder / "explorer.html")
