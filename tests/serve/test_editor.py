"""The editor and the page about a thing in a real browser, with poison in the data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.conftest import FIXTURE
from tests.serve.conftest import Running, serving

IMAGE = "<img src=x onerror=window.hit=1>"
SCRIPT = "</textarea><script>window.hit=2</script>"
POISON = f"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://example.org/bees/id/poison> a <https://w3id.org/remit/ontology#Organisation> ;
  skos:prefLabel "{IMAGE}" ; skos:altLabel "{SCRIPT}"@en ;
  foaf:homepage <javascript:window.hit=3> ; skos:note "javascript:window.hit=4" ;
  skos:scopeNote "{IMAGE}"^^<https://example.org/x%22onload=window.hit=5> .
<javascript:window.hit=6> skos:prefLabel "odd" .
"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, site_folder: Path) -> Iterator[Running]:
    folder = Path(shutil.copytree(FIXTURE, tmp_path_factory.mktemp("poisoned") / "bees"))
    (folder / "poison.ttl").write_text(POISON, encoding="utf-8")
    with serving("--site", str(site_folder), landscape=folder) as running:
        yield running


def visit(running: Running, steps: Any) -> tuple[list[str], list[str]]:
    """Take steps in a fresh browser: what it wrote on its console, and what it asked elsewhere."""

    def go() -> tuple[list[str], list[str]]:
        chromium = shutil.which("chromium")
        assert chromium, "Chromium is missing: run `sh tools/browser.sh`"
        console: list[str] = []
        elsewhere: list[str] = []
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.on("console", lambda message: console.append(message.text))
            page.on("pageerror", lambda error: console.append(str(error)))
            page.on(
                "request", lambda asked: elsewhere.append(asked.url) if not asked.url.startswith(running.url) else None
            )
            page.on("dialog", lambda dialog: console.append("a dialog"))
            steps(page)
            assert page.evaluate("window.hit") is None
            browser.close()
        return console, elsewhere

    # another test may have a browser open in this thread, and Playwright allows one a thread
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(go).result()


def test_a_poisoned_answer_is_only_text(poisoned: Running) -> None:
    def steps(page: Page) -> None:
        page.goto(f"{poisoned.url}/sparql/editor")
        page.locator("#query").fill("SELECT ?p ?o { <https://example.org/bees/id/poison> ?p ?o }")
        page.locator("#query").press("Control+Enter")
        answer = page.locator("#answer")
        expect(answer.locator("tbody tr")).to_have_count(7)
        expect(answer).to_contain_text(IMAGE)
        expect(answer).to_contain_text(SCRIPT)
        assert page.evaluate("document.querySelectorAll('#answer img, #answer script').length") == 0
        targets = page.evaluate("[...document.querySelectorAll('#answer a')].map(a => a.href)")
        assert targets and all(target.startswith(f"{poisoned.url}/sparql/page?iri=") for target in targets)
        page.locator("#query").fill("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 500")
        page.locator("#run").click()
        expect(answer.locator("pre")).to_contain_text("@prefix")
        page.locator("#query").fill(f"ASK {{ {IMAGE}")
        page.locator("#run").click()
        expect(page.locator("#told")).to_contain_text("not valid SPARQL")
        page.locator("#query").fill(f'SELECT ("{IMAGE}" AS ?a) (<javascript:alert(1)> AS ?b) {{}}')
        page.locator("#run").click()
        expect(answer.locator("td").first).to_have_text(IMAGE)

    console, elsewhere = visit(poisoned, steps)
    assert elsewhere == []
    # the browser itself notes that a query was refused
    assert [line for line in console if "400" not in line] == []


def test_an_address_may_hold_a_query_but_no_code(poisoned: Running) -> None:
    def steps(page: Page) -> None:
        page.goto(f"{poisoned.url}/sparql/editor#query={quote(SCRIPT)}")
        expect(page.locator("#query")).to_have_value(SCRIPT)
        page.locator("#question").select_option(index=3)
        expect(page.locator("#query")).not_to_have_value(SCRIPT)

    assert visit(poisoned, steps) == ([], [])


def test_the_page_about_a_poisoned_thing_is_only_text(poisoned: Running) -> None:
    def steps(page: Page) -> None:
        page.goto(f"{poisoned.url}/id/poison")
        expect(page.locator("h1")).to_have_text(IMAGE)
        assert page.evaluate("document.querySelectorAll('main img, script').length") == 0
        targets = page.evaluate("[...document.querySelectorAll('a')].map(a => a.protocol)")
        assert set(targets) <= {"http:", "https:"}
        page.goto(f"{poisoned.url}/sparql/page?iri=javascript:window.hit=6")
        expect(page.locator("h1")).to_have_text("odd")
        targets = page.evaluate("[...document.querySelectorAll('a')].map(a => a.protocol)")
        assert set(targets) <= {"http:", "https:"}

    assert visit(poisoned, steps) == ([], [])


def test_the_policy_holds(poisoned: Running) -> None:
    """If a text did break out, it could not run or send anything."""

    def steps(page: Page) -> None:
        page.goto(f"{poisoned.url}/sparql/editor")
        refused = page.evaluate(
            """() => {
              const refused = [];
              try { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hit = 7'>"); }
              catch { refused.push("markup from text"); }
              const script = document.createElement("script");
              try { script.textContent = "window.hit = 9"; document.body.append(script); }
              catch { refused.push("script"); }
              return refused;
            }"""
        )
        assert refused == ["markup from text", "script"]

    console, elsewhere = visit(poisoned, steps)
    assert console and elsewhere == []
