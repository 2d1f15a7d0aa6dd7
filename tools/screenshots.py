"""Make the pictures that the README shows, from the built site in build/site/, with Debian's Chromium.

python tools/screenshots.py
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site"
PICTURES = ROOT / "docs" / "pictures"

SHOTS = {
    "explorer": "#/start?card=cell/fund-research/research-careers/england",
    "explorer-matrix": "#/matrix?place=place/scotland&o-open=all",
    "explorer-organogram": "#/organogram",
    "explorer-network": "#/network",
    "explorer-timeline": "#/timeline",
    "explorer-questions": "#/questions?o-q=coverage/who-does-what",
}
"""Picture by state of the explorer."""


def main() -> int:
    """Write each picture at 1280 by 800, in the light theme."""
    chromium = shutil.which("chromium")
    if chromium is None or not (SITE / "index.html").is_file():
        print("Run `make build` first, and have Chromium installed (apt-get install chromium).", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        for name, state in SHOTS.items():
            page.goto("about:blank")
            page.goto((SITE / "explorer.html").as_uri() + state)
            # what the view asks for is there when no answer is on its way any more
            page.locator("main h1").first.wait_for(state="attached")
            while page.evaluate("document.documentElement.dataset.waiting !== '0'"):
                page.wait_for_timeout(100)
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
