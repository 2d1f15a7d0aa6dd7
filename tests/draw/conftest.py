"""A real browser for the pages, and a landscape whose texts try to break out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from remit.infer import Snapshot, infer
from remit.load import load
from tests.conftest import TODAY

SCRIPT = "</script><script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
COMMENT = "<!--<script>alert(2)//"
ENTITY = "&lt;b&gt;bold&lt;/b&gt; {{ 7*7 }} ${7*7}\u2028alert(3)"
ODD_ID = "young'keepers)&amp;alert(1)"

SPY = """
window.painted = [];
const paint = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  window.painted.push(text);
  return paint.call(this, text, ...rest);
};
"""
"""Notes what is written on the canvas, where no element shows it."""


@dataclass
class Opened:
    """A page in the browser, and what it did."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def spot(self, organisation: str) -> tuple[float, float]:
        """Where an organisation's mark is in the window."""
        x, y = self.page.evaluate(
            "(id) => { const at = remit.network.canvasToDOM(remit.network.getPosition(id)); return [at.x, at.y]; }",
            organisation,
        )
        box = self.page.locator("#picture").bounding_box()
        assert box is not None
        return box["x"] + x, box["y"] + y

    def point_at(self, organisation: str) -> None:
        """Move the pointer onto a mark, as a hand does: in steps, and wait for the tip."""
        x, y = self.spot(organisation)
        self.page.mouse.move(x - 40, y - 40)
        self.page.mouse.move(x, y, steps=4)
        self.page.locator("#tip").wait_for(state="visible")


class Opener:
    """Opens HTML from a file, as people do: no server, no network."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder

    def __call__(self, html: str, *, fragment: str = "", width: int = 1280, **context: str) -> Opened:
        file = self.folder / "network.html"
        file.write_text(html, encoding="utf-8")
        page = self.browser.new_context(viewport={"width": width, "height": 800}, **context).new_page()  # type: ignore[arg-type]
        opened = Opened(page)

        def asked(request: Request) -> None:
            opened.requests.append(request.url)

        def told(message: ConsoleMessage) -> None:
            opened.complaints.append(message.text)

        def stopped(dialog: Dialog) -> None:
            opened.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("request", asked)
        page.on("console", told)
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("dialog", stopped)
        page.add_init_script(SPY)
        page.goto(file.as_uri() + fragment)
        page.wait_for_function("window.painted.length > 0")
        # what a page does behind the first picture
        page.wait_for_timeout(200)
        opened.requests.remove(file.as_uri())
        return opened


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """``visit(html)`` opens a page; all are closed at the end of the test."""
    yield Opener(browser, tmp_path)
    for context in browser.contexts:
        context.close()


def poison(folder: Path) -> None:
    """Replace names in a copy of the hand-worked landscape by texts that try to run or to break out."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    replaced = {
        '"Bee Institute of Threelands"': quoted(SCRIPT),
        '"BIT"': quoted(SCRIPT),
        '"Apiary Council"': quoted(IMAGE),
        '"AC"': quoted(IMAGE),
        '"Council for Apiaries"': quoted(ENTITY),
        '"Funder"@en': quoted(IMAGE) + "@en",
        '"Research"@en': quoted(SCRIPT) + "@en",
        '"Mites"@en': quoted(COMMENT) + "@en",
        '"Named in the caption of the poster"@en': quoted(SCRIPT) + "@en",
        '"Bee research in Threelands"': quoted(COMMENT + SCRIPT),
        '"Remit tests"': quoted(IMAGE),
        '"Bee Institute"': quoted(IMAGE),
        '"Keepers\' Association"': quoted(ENTITY),
        "id:young-keepers": f"<https://example.org/bees/id/{ODD_ID}>",
    }
    found = set()
    for file in folder.rglob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        for old, new in replaced.items():
            if old in text:
                found.add(old)
                text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    # a landscape that no longer holds these words would test nothing
    assert found == set(replaced), set(replaced) - found


@pytest.fixture
def poisoned(copy: Path) -> Snapshot:
    """The poisoned landscape as of the main date."""
    poison(copy)
    return infer(load(copy), TODAY)
