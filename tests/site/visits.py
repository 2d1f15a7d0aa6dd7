"""Opens pages in a real browser, from a folder, and notes what happened."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import ConsoleMessage, Page, Request, sync_playwright

__all__ = ["WINDOWS", "Visit", "open_pages"]

WINDOWS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((320, "dark"), (1280, "light"))
"""The windows in which each page is looked at: width in pixels, and colour scheme."""

_LAYOUT = """() => ({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  smallest: Math.min(...[...document.querySelectorAll('main *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length
      && e.tagName.toLowerCase() !== 'title')
    .map(e => parseFloat(getComputedStyle(e).fontSize))),
  styled: getComputedStyle(document.querySelector('.top, body > header')).borderBottomStyle,
  outside: [...document.querySelectorAll('main *')].filter(e => {
    const box = e.getBoundingClientRect();
    const aside = e.closest('.table') || getComputedStyle(e).position === 'absolute';
    return box.width > 1 && box.right > innerWidth + 1 && !aside;
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
    console: list[str]
    requests: list[str]
    layout: dict[str, Any]
    faults: list[str]


def open_pages(site: Path, paths: Iterable[str]) -> list[Visit]:
    """Open each page in each of WINDOWS.

    In a thread of its own: another test may have a browser open in this one, and Playwright allows one a thread.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_open_pages, site, list(paths)).result()


def _open_pages(site: Path, paths: list[str]) -> list[Visit]:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: run `sh tools/browser.sh`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        kept = browser.new_page()
        # axe-core is a script, which the pages' policy keeps out
        free = browser.new_context(bypass_csp=True).new_page()
        visits = [visit for path in paths for visit in _open(kept, free, site, path)]
        browser.close()
        return visits


def _open(kept: Page, free: Page, site: Path, path: str) -> list[Visit]:
    base = site.as_uri() + "/"
    console: list[str] = []
    requests: list[str] = []

    def told(message: ConsoleMessage) -> None:
        console.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(base):
            requests.append(request.url)

    kept.on("console", told)
    kept.on("request", asked)
    kept.goto(base + path)
    free.goto(base + path)
    free.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    visits = []
    for width, scheme in WINDOWS:
        for page in (kept, free):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
        faults = [
            f"{fault['id']}: {' '.join(node['target'][0] for node in fault['nodes'][:3])}"
            for fault in free.evaluate(_AXE)["violations"]
        ]
        visits.append(Visit(path, width, scheme, console, requests, kept.evaluate(_LAYOUT), faults))
    kept.remove_listener("console", told)
    kept.remove_listener("request", asked)
    return visits
