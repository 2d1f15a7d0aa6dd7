"""The explorer with the hand-worked landscape in it, built once, and a browser to open it in."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from remit.build import answers
from remit.explorer import explorer_page as make_page
from remit.explorer import is_built
from remit.infer import Snapshot

VIZ = Path(__file__).parents[2] / "viz"

Open = Callable[..., Page]
"""``open_page("#/matrix?place=place/northland", width=1280, height=900, scheme="light")``"""

_AXE = """() => axe.run(document,
  {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"""


@pytest.fixture(scope="session")
def explorer_page(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer's page of the hand-worked landscape as of its main date."""
    if not is_built():
        if not (VIZ / "node_modules").is_dir():
            subprocess.run(["npm", "ci"], cwd=VIZ, check=True)
        subprocess.run(["npx", "vite", "build"], cwd=VIZ, check=True)
    path = tmp_path_factory.mktemp("explorer") / "explorer.html"
    path.write_text(make_page(snapshot, answers(snapshot)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium; one for each file of tests."""
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: run `sh tools/browser.sh`"
    # a busy machine may take its time for the first answer of the engine
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, explorer_page: Path) -> Iterator[Open]:
    """Open a state of the explorer; the test fails if the page complains or asks anybody."""
    problems: list[str] = []
    contexts = []

    def opened(
        fragment: str,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        axe: bool = False,
    ) -> Page:
        # axe-core is a script, which the page's policy keeps out
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=axe, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "blob:", "data:")) else problems.append(request.url)
            ),
        )
        page.goto(explorer_page.as_uri() + fragment)
        page.locator("main h1").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


def faults(page: Page) -> list[str]:
    """What axe-core finds in the page as it is: rule, and the first elements."""
    page.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    return [
        f"{fault['id']}: {' | '.join(node['target'][0] for node in fault['nodes'][:3])}"
        for fault in page.evaluate(_AXE)["violations"]
    ]


def sideways(page: Page) -> int:
    """How many pixels of the page lie beyond its right edge."""
    found = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert isinstance(found, int)
    return found
