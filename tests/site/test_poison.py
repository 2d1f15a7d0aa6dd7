"""A landscape that means harm: its text stays text, its ids stay within the folder, its links are no code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from remit.infer import infer
from remit.load import load
from tests.conftest import FIXTURE, TODAY
from tests.site.conftest import Document, build, read

MARK = "<img src=x onerror=alert(1)>"
CLOSING = "</title></style></script><script>alert(2)</script>"
BEES = "https://example.org/bees/"

POISON = f"""
@prefix basis: <{BEES}basis/> . @prefix kind: <{BEES}kind/> . @prefix place: <{BEES}place/> .
@prefix activity: <{BEES}activity/> . @prefix topic: <{BEES}topic/> . @prefix level: <https://w3id.org/remit/level/> .
@prefix standing: <https://w3id.org/remit/standing/> . @prefix result: <https://w3id.org/remit/result/> .
@prefix remit: <https://w3id.org/remit/ontology#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix schema: <http://schema.org/> .

<{BEES}id/..> a remit:Organisation ; skos:prefLabel "{MARK}" ; remit:abbreviation "{CLOSING}" ;
  skos:altLabel "a\\" onmouseover=\\"alert(3)" ;
  dcterms:description "{CLOSING}{MARK}" ; org:classification kind:company ;
  remit:place place:southland ; remit:basis basis:curated ; foaf:homepage <javascript:alert(4)> ;
  skos:exactMatch <data:text/html,alert(5)> ; dcterms:source <{BEES}source/%2e%2e%2f> .
<{BEES}id/../../../outside> a remit:Organisation ; skos:prefLabel "Outside" ; org:classification kind:company ;
  remit:place place:southland ; remit:basis basis:curated ; dcterms:source <{BEES}source/%2e%2e%2f> .
<{BEES}id/Bee-Institute> a remit:Organisation ; skos:prefLabel "Another institute" ; org:classification kind:company ;
  remit:place place:southland ; remit:basis basis:curated ; dcterms:source <{BEES}source/%2e%2e%2f> .
<{BEES}id/index> a remit:Organisation ; skos:prefLabel "Index" ; org:classification kind:company ;
  remit:place place:southland ; remit:basis basis:curated ; dcterms:source <{BEES}source/%2e%2e%2f> .
<{BEES}source/%2e%2e%2f> a remit:Source ; dcterms:title "{MARK}" ; dcterms:publisher "{CLOSING}" ;
  schema:url <javascript:alert(6)> .
<{BEES}topic/..> a skos:Concept ; skos:prefLabel "{MARK}"@en ; skos:definition "{CLOSING}"@en ;
  skos:inScheme <{BEES}topic> ; skos:topConceptOf <{BEES}topic> ; remit:order 99 ; remit:questionPhrase "{MARK}"@en .
<{BEES}role/poison> a remit:Role ; remit:holder <{BEES}id/..> ; remit:activity activity:study-bees ;
  remit:topic <{BEES}topic/..> ; remit:place place:southland ; remit:level level:lead ;
  remit:standing standing:confirmed ; remit:fieldSpecific true ;
  skos:note "{CLOSING}{MARK}" ; dcterms:source <{BEES}source/%2e%2e%2f> .
<{BEES}assessment/poison> a remit:Assessment ; remit:result result:limited ; remit:activity activity:study-bees ;
  remit:topic <{BEES}topic/..> ; remit:place place:southland ; skos:note "{MARK}" ; remit:searchedIn "{CLOSING}" ;
  dcterms:source <{BEES}source/%2e%2e%2f> .
"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hand-worked landscape with poison in it."""
    place = tmp_path_factory.mktemp("poison")
    folder = Path(shutil.copytree(FIXTURE, place / "bees"))
    (folder / "poison.ttl").write_text(POISON, encoding="utf-8")
    return build(infer(load(folder), TODAY), place / "deep" / "site")


@pytest.fixture(scope="module")
def documents(poisoned: Path) -> dict[str, Document]:
    """Its pages, apart from the explorer and the return sheets, which have tests of their own."""
    paths = [
        path
        for path in sorted(poisoned.rglob("*.html"))
        if path.name != "explorer.html" and path.parent.name != "returns"
    ]
    return {path.relative_to(poisoned).as_posix(): read(path) for path in paths}


def test_nothing_is_written_outside(poisoned: Path) -> None:
    assert [path.name for path in poisoned.parent.iterdir()] == ["site"]
    assert sorted(path.name for path in poisoned.parent.parent.iterdir()) == ["bees", "deep"]


def test_no_two_addresses_differ_only_in_case(documents: dict[str, Document]) -> None:
    folded = [path.casefold() for path in documents]
    assert len(folded) == len(set(folded))
    assert sum(path.startswith("organisations/bee-institute") for path in documents) == 2


def test_markup_in_text_is_text(documents: dict[str, Document]) -> None:
    shown = 0
    for path, document in documents.items():
        assert not document.all("script", "style", "iframe"), path
        assert not document.all("img"), path
        for element in document.elements:
            assert not [name for name in element.attributes if name.startswith("on")], (path, element)
        shown += document.source.count("&lt;img src=x onerror=alert(1)&gt;")
    assert shown > 20


def test_code_never_becomes_a_link(documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        for element in document.elements:
            for name in ("href", "src", "action", "formaction", "xlink:href"):
                address = element.attributes.get(name, "")
                assert not re.match(r"\s*(javascript|data|vbscript):", address, re.IGNORECASE), (path, element)
    assert any("javascript:alert(4)" in document.text for document in documents.values())


def test_the_poisoned_pages_are_there_and_linked(poisoned: Path, documents: dict[str, Document]) -> None:
    listed = {link.attributes["href"] for link in documents["organisations/index.html"].all("a") if MARK in link.text}
    assert len(listed) == 1
    address = listed.pop().removeprefix("../organisations/")
    assert re.fullmatch(r"[0-9a-f]{8}\.html", address)
    assert documents[f"organisations/{address}"].all("h1")[0].text.startswith(MARK)


def test_a_landscape_with_nothing_in_it_still_has_its_pages(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "landscape.ttl").write_text(
        "<https://example.org/e/> a <https://w3id.org/remit/ontology#Landscape> ; "
        '<http://purl.org/dc/terms/title> "Empty" ; '
        "<https://w3id.org/remit/ontology#base> <https://example.org/e/> .\n",
        encoding="utf-8",
    )
    site = build(infer(load(folder), TODAY), tmp_path / "site")
    assert "Nothing is asked of this landscape yet" in read(site / "index.html").text
    assert "there is nothing to show" in read(site / "matrix.html").text
