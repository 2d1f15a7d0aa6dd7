"""The ontology's pages tell every term, list, rule and check, under anchors that are the IRIs' own."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Graph

from remit.content import content_folder, rule_files
from remit.engine import OxigraphEngine
from remit.load import Stated
from remit.terms import REMIT
from remit.vocabulary import LISTS

TERMS = f"""
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?term WHERE {{
  VALUES ?kind {{ owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }}
  ?term a ?kind FILTER(STRSTARTS(STR(?term), "{REMIT}"))
}}
"""
CONCEPTS = f"""
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?concept WHERE {{ ?concept skos:inScheme ?list FILTER(STRSTARTS(STR(?concept), "{LISTS}")) }}
"""


def sections(site: Path, page: str) -> dict[str, str]:
    """What a page tells under each anchor."""
    text = (site / "ontology" / page).read_text(encoding="utf-8")
    parts = re.split(r'<section class="term" id="([^"]+)"', text)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_class_and_property_has_its_anchor_and_all_that_belongs_to_it(site: Path, stated: Stated) -> None:
    told = sections(site, "index.html")
    assert set(told) == {row[0].removeprefix(REMIT) for row in stated.engine.select(TERMS).texts()}
    for anchor, text in told.items():
        assert '<svg class="fan"' in text and "<title>How “" in text, anchor
        assert "Example:" in text or "In this landscape:" in text or "no use of it on the date" in text, anchor
        assert "Used by" in text or "names it." in text, anchor


def test_every_concept_of_a_closed_list_has_its_anchor(site: Path, stated: Stated) -> None:
    told = sections(site, "lists.html")
    assert set(told) == {row[0].removeprefix(LISTS) for row in stated.engine.select(CONCEPTS).texts()}
    assert all('<svg class="fan"' in text for text in told.values())


@pytest.mark.parametrize("page", ["rules", "checks"])
def test_every_rule_and_check_is_told_with_its_text(site: Path, page: str) -> None:
    files = rule_files() if page == "rules" else sorted(content_folder("ontology").glob("checks/*.rq"))
    told = sections(site, f"{page}.html")
    assert list(told) == [file.stem for file in files]
    assert all("<pre" in text and '<svg class="fan"' in text for text in told.values())


def test_a_rule_names_what_it_reads_and_derives(site: Path) -> None:
    text = sections(site, "rules.html")["410-covered"]
    assert 'href="index.html#ConfirmedRole"' in text and 'href="index.html#coveredBy"' in text
    assert "In this landscape: " in text


def test_a_term_names_who_uses_it(site: Path) -> None:
    text = sections(site, "index.html")["Funder"]
    assert 'href="../questions.html#coverage-acting-as"' in text
    assert "has “funds” with something of the class “organisation” or has “serves” with the value “funding”" in text


def test_the_page_of_an_organisation_says_what_it_acts_as(site: Path) -> None:
    text = (site / "organisations" / "apiary-council.html").read_text(encoding="utf-8")
    assert re.search(r'<dt>Acts as</dt><dd><a href="\.\./ontology/index\.html#Funder"[^>]*>funder</a>', text)
    quiet = (site / "organisations" / "old-apiary-board.html").read_text(encoding="utf-8")
    assert "Acts as" not in quiet


def test_the_three_downloads_say_the_same(site: Path) -> None:
    folder = site / "downloads"
    ttl = Graph().parse(folder / "ontology.ttl")
    assert len(ttl) > 1000
    ElementTree.parse(folder / "ontology.rdf")
    json.loads((folder / "ontology.jsonld").read_text(encoding="utf-8"))
    for name, form in (("ontology.rdf", RdfFormat.RDF_XML), ("ontology.jsonld", RdfFormat.JSON_LD)):
        store = Store()
        store.load(path=folder / name, format=form)
        assert len(store) == len(ttl)
        labels = OxigraphEngine(store).select(TERMS).texts()
        assert len(labels) > 100
