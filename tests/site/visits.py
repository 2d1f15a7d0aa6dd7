"""Opens pages in a real browser, from a folder, and notes what happened."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

__all__ = ["Visit", "open_pages"]

WIDTHS = (320, 1280)

_LAYOUT = """() => ({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  smallest: Math.min(...[...document.querySelectorAll('main *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length
      && e.tagName.toLowerCase() !== 'title')
    .map(e => parseFloat(getComputedStyle(e).fontSize))),
  styled: getComputedStyle(document.querySelector('.top, body > header')).borderBottomStyle,
  outside: [...document.querySelectorAll('main *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && !e.closest('.table') && getComputedStyle(e).position !== 'absolute';
  }).length,
})"""

_AXE = (
    """() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"""
)


@dataclass
class Visit:
    """What one page did in one window.

    Attributes:
        path: the page's address below the site.
        width: the window's width in pixels.
        scheme: light or dark.
        console: what it wrote on the console, violations of the policy among it.
        requests: what it asked for that is not a file of the site.
        layout: how far it overflows its window, its smallest text in pixels, and so on.
        faults: what axe-core finds: rule, and the elements.
    """

    path: str
    width: int
    scheme: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def open_pages(site: Path, paths: Iterable[str]) -> list[Visit]:
    """Open each page at each width, in light and in dark.

    In a thread of its own: another test may have a browser open in this one, and Playwright allows one a thread.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_open_pages, site, list(paths)).result()


def _open_pages(site: Path, paths: list[str]) -> list[Visit]:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: run `sh tools/browser.sh`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visits = [
            _open(browser, site, path, width, scheme)
            for scheme in ("light", "dark")
            for width in WIDTHS
            for path in paths
        ]
        browser.close()
        return visits


def _open(browser: Browser, site: Path, path: str, width: int, scheme: str) -> Visit:
    visit = Visit(path, width, scheme)
    # as people open it, with its policy in force
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.on("console", lambda message: visit.console.append(message.text))
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    base = site.as_uri() + "/"
    page.on("request", lambda asked: visit.requests.append(asked.url) if not asked.url.startswith(base) else None)
    page.goto(base + path)
    visit.layout = page.evaluate(_LAYOUT)
    page.close()
    # once more without it, for axe-core is a script
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(base + path)
    visit.faults = _axe(page)
    context.close()
    return visit


def _axe(page: Page) -> list[str]:
    page.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(_AXE)["violations"]
    return [f"{fault['id']}: {' '.join(node['target'][0] for node in fault['nodes'][:3])}" for fault in found]
