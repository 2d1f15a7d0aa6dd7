"""Every page of the hand-worked landscape's site: sound, safe, complete in its links."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from remit.site.page import POLICY
from tests.site.conftest import Document, read

OWN = "explorer.html"
"""The explorer is one page with a script and a policy of its own, and has its own tests."""

SHEETS = "returns/"
"""Return sheets are made as reports are, to be sent alone: with their style within, and with tests of their own."""


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """All pages by their address."""
    return {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="session")
def pages(documents: dict[str, Document]) -> dict[str, Document]:
    """All pages that the templates make."""
    return {path: document for path, document in documents.items() if path != OWN and not path.startswith(SHEETS)}


def _kinds(paths: list[str]) -> set[str]:
    return {re.sub(r"/[^/]+\.html$", "/", path) if "/" in path else path for path in paths}


def test_every_kind_of_page_is_there(pages: dict[str, Document]) -> None:
    kinds = {kind.split("/")[0] for kind in _kinds(list(pages))}
    assert kinds == {
        "index.html", "findings.html", "findings", "matrix.html", "matrix", "cells", "needs.html", "organisations",
        "organogram.html", "resources.html", "changes.html", "sources.html", "questions.html", "downloads.html",
        "about.html", "ontology",
    }  # fmt: skip


def test_one_page_for_each_organisation(pages: dict[str, Document]) -> None:
    text = (Path(__file__).parents[1] / "fixture" / "organisations.ttl").read_text(encoding="utf-8")
    ids = set(re.findall(r"^id:([\w-]+) a remit:Organisation", text, re.MULTILINE))
    found = {path.removeprefix("organisations/").removesuffix(".html") for path in pages if path.startswith("organ")}
    assert ids <= found


def test_links_lead_somewhere(site: Path, documents: dict[str, Document]) -> None:
    broken = []
    for path, document in documents.items():
        for element in document.all("a", "link", "img", "script", "use"):
            target = element.attributes.get("href", element.attributes.get("src", ""))
            if not target or re.match(r"(https?|mailto|data):", target):
                continue
            file, _, anchor = unquote(target).partition("#")
            aim = ((site / path).parent / file).resolve() if file else site / path
            if not aim.is_relative_to(site.resolve()) or not aim.is_file():
                broken.append(f"{path}: {target}")
            elif anchor.startswith("/") and aim.name == OWN:
                # a state of the explorer: a view, and parameters
                if not re.match(r"/(start|matrix|network)(\?|$)", anchor):
                    broken.append(f"{path}: {target}")
            elif anchor and aim.suffix == ".html":
                known = documents[aim.relative_to(site.resolve()).as_posix()].ids if file else document.ids
                if anchor not in known:
                    broken.append(f"{path}: {target}")
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        for element in document.all("link", "img", "script", "iframe", "object", "embed", "source", "video", "audio"):
            for name in ("href", "src", "data"):
                assert not re.match(r"(\w+:)?//", element.attributes.get(name, "")), path
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "url(" not in text


def test_the_policy_stands_before_anything_that_loads(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        head = [element for element in document.elements if "head" in element.path]
        policy = next(i for i, e in enumerate(head) if e.attributes.get("http-equiv") == "Content-Security-Policy")
        assert head[policy].attributes["content"] == POLICY, path
        assert all(element.name != "link" for element in head[:policy]), path
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY


def test_no_script_and_no_inline_style(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        assert not document.all("script", "style", "iframe", "form", "base"), path
        for element in document.elements:
            bad = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not bad, (path, element)


def test_pages_are_built_for_everyone(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        assert document.all("html")[0].attributes["lang"] == "en"
        assert document.all("title")[0].text.strip(), path
        assert len(document.all("main")) == len(document.all("h1")) == 1, path
        assert document.with_class("skip")[0].attributes["href"] == "#content"
        assert len(document.ids) == len(set(document.ids)), path
        labels = [nav.attributes.get("aria-label") for nav in document.all("nav")]
        assert all(labels), path
        assert len(labels) == len(set(labels)), path


def test_headings_are_in_order(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        level = 0
        for heading in document.all("h1", "h2", "h3", "h4"):
            now = int(heading.name[1])
            assert now <= level + 1, (path, heading.text)
            assert heading.text.strip(), path
            level = now


def test_tables_say_what_their_heads_are_for(pages: dict[str, Document]) -> None:
    seen = 0
    for path, document in pages.items():
        for head in document.all("th"):
            assert head.attributes.get("scope") in {"col", "row", "colgroup", "rowgroup"}, (path, head.text)
            seen += 1
        for region in document.with_class("table"):
            assert region.attributes.get("tabindex") == "0", path
            named = region.attributes.get("aria-label") or region.attributes.get("aria-labelledby", "")
            assert named, path
            if "aria-labelledby" in region.attributes:
                assert named in document.ids, (path, named)
    assert seen > 500


def test_no_text_is_left_open(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        for mark in ("{{", "{%", "None", "Undefined", "[]", " ,", "..", "()", "<bound"):
            if (path, mark) == ("about.html", "None"):
                continue  # the name of a result that the page explains
            if path.startswith("ontology/") and mark not in ("{{", "{%", "Undefined", "<bound"):
                continue  # there SPARQL stands as it is, and the same name of a result
            assert mark not in document.text, (path, mark)


def test_as_of_and_how_to_correct_stand_on_every_page(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        assert "As of 30 June 2025" in document.text, path
        assert "How to correct it" in document.text, path
        assert "sample, not a census" in document.text, path


def test_what_is_not_recorded_is_never_called_a_gap(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        if path.startswith(("needs", "organisations/", "questions", "cells/", "ontology/")):
            continue  # there the words are the publication's own, or a query's file name
        assert not re.search(r"\bgaps?\b", document.text, re.IGNORECASE), path


def test_links_go_to_the_web_or_within(pages: dict[str, Document]) -> None:
    for path, document in pages.items():
        for link in document.all("a"):
            assert re.match(r"(https?://|mailto:|#|[\w./-]+(#|$))", link.attributes["href"]), (path, link.attributes)
