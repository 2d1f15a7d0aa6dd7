"""The explorer with the hand-worked landscape in it, opened from a file in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from remit import explorer as program
from remit.analysis.findings import findings_of
from remit.analysis.reading import Reading
from remit.build import answers
from remit.infer import Snapshot

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
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        found: list[dict[str, Any]] = self.page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)[
            "violations"
        ]
        return [f"{each['id']}: {' '.join(node['target'][0] for node in each['nodes'][:3])}" for each in found]

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


Open = Callable[..., Explorer]


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
    """``open_explorer("#/matrix", width=320, scheme="dark")`` opens the page; all are closed after the test."""
    contexts: list[BrowserContext] = []

    def opened(
        fragment: str = "", *, width: int = 1280, height: int = 900, scheme: str = "light", file: Path | None = None
    ) -> Explorer:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        explorer = Explorer(page, file or explorer_page_file)
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("blob:", "data:")) else explorer.requests.append(request.url)
            ),
        )
        page.on("console", lambda message: explorer.complaints.append(message.text))
        page.on("pageerror", lambda error: explorer.complaints.append(str(error)))

        def told(dialog: Any) -> None:
            explorer.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", told)
        address = explorer.file.as_uri()
        page.goto(address + fragment)
        page.locator("nav.main-nav").wait_for()
        explorer.settled()
        explorer.requests = [each for each in explorer.requests if each.split("#")[0] != address]
        return explorer

    yield opened
    for context in contexts:
        context.close()
