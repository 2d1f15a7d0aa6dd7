"""The rules of the build and the reasoner entail the same, for the real landscape.

What OWL entails and the rules leave out is listed here with the reason.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from remit.content import content_folder, default_landscape, query_folder, rule_files
from remit.infer import Snapshot, infer
from remit.load import load
from remit.reasoning import Reasoned, java, reason
from remit.reasoning.hermit import ntriples
from remit.reasoning.view import for_classes, whole
from remit.terms import PREFIXES, REMIT
from tests.conftest import FIXTURE, TODAY

DATES = ("2023-03-20", "2026-11-24")
OWL_PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
NOT_DERIVED = {
    # superproperties of other vocabularies, for those who ask in their words: no rule and no question does
    "http://www.w3.org/ns/org#linkedTo",
    "http://www.w3.org/ns/org#memberOf",
    "http://www.w3.org/ns/prov#wasAttributedTo",
    # the same of classes: what is of Remit's own class needs no second one to be found
    "http://www.w3.org/ns/dcat#Dataset",
    "http://www.w3.org/ns/dcat#Resource",
    "http://www.w3.org/ns/org#Organization",
    "http://www.w3.org/ns/prov#Entity",
    "http://rdfs.org/ns/void#Dataset",
    "http://schema.org/CreativeWork",
}
"""What OWL entails and the rules do not write down, because nothing asks for it."""


@cache
def real(date: str) -> Snapshot:
    return infer(load(default_landscape()), date)


@cache
def reasoned(date: str) -> Reasoned:
    return reason(real(date))


def by_rules(snapshot: Snapshot) -> dict[str, set[str]]:
    query = OWL_PREFIXES + (
        f"SELECT ?class ?thing WHERE {{ ?class owl:equivalentClass ?definition . ?thing a ?class "
        f"FILTER(STRSTARTS(STR(?class), '{REMIT}')) }}"
    )
    found: dict[str, set[str]] = {}
    for name, thing in snapshot.engine.select(query).texts():
        found.setdefault(name, set()).add(thing)
    return found


@pytest.mark.parametrize("date", DATES)
def test_the_real_landscape_is_free_of_contradictions(date: str) -> None:
    assert reasoned(date).consistent
    assert reasoned(date).empty == ()


@pytest.mark.parametrize("date", DATES)
def test_both_find_the_same_members_of_every_defined_class(date: str) -> None:
    rules = by_rules(real(date))
    assert len(rules) == 13 and all(rules.values())
    assert rules == reasoned(date).members


def test_both_find_the_same_members_in_the_hand_worked_landscape() -> None:
    snapshot = infer(load(FIXTURE), TODAY)
    members = {name: things for name, things in reason(snapshot).members.items() if things}
    assert members == by_rules(snapshot)


def test_both_find_the_same_functions_that_organisations_serve() -> None:
    snapshot = real(DATES[-1])
    with java.ntriples_file(ntriples(for_classes(whole(snapshot)))) as file:
        said = java.run("hermit", "org.semanticweb.HermiT.cli.CommandLine", "-I", "-Y", file.as_uri()).stdout
    (known,) = re.findall(rf"^<{REMIT}serves> \(known instances:\s*(.*?)\s*\|", said, re.MULTILINE)
    pairs = set(re.findall(r"<([^>]+)>, <([^>]+)>", known))
    assert len(pairs) > 100
    asked = f"SELECT ?body ?function WHERE {{ ?body <{REMIT}serves> ?function }}"
    assert pairs == set(snapshot.engine.select(asked).texts())


def used() -> set[str]:
    """The classes and properties that rules, checks and questions name."""
    texts = [*rule_files(), *content_folder("ontology").glob("checks/*.rq"), *query_folder().rglob("*.rq")]
    found = set()
    for file in texts:
        for prefix, local in re.findall(r"(?<![\w:/#?])([a-z]+):([A-Za-z]\w*)", file.read_text(encoding="utf-8")):
            found.add(PREFIXES.get(prefix, prefix) + local)
    return found


ENTAILED = {
    "the superproperty": "?property rdfs:subPropertyOf ?entailed . ?one ?property ?other "
    "MINUS { ?one ?entailed ?other }",
    "the other way round": "?entailed a owl:SymmetricProperty . ?other ?entailed ?one MINUS { ?one ?entailed ?other }",
    "the way through": "?entailed a owl:TransitiveProperty . ?one ?entailed ?middle . ?middle ?entailed ?other "
    "MINUS { ?one ?entailed ?other }",
    "the superclass": "?class rdfs:subClassOf ?entailed . ?one a ?class MINUS { ?one a ?entailed } "
    "FILTER(isIRI(?entailed))",
    "the class of what has a property": "?property rdfs:domain ?entailed . ?one ?property ?other "
    "MINUS { ?one a ?entailed } FILTER(isIRI(?entailed))",
    "the class of what a property leads to": "?property a owl:ObjectProperty ; rdfs:range ?entailed . "
    "?other ?property ?one MINUS { ?one a ?entailed } FILTER(isIRI(?entailed) && ?entailed != owl:Thing)",
}


@pytest.mark.parametrize("name", ENTAILED)
def test_what_simpler_axioms_entail_is_there_too(name: str) -> None:
    """Subproperties, symmetry, transitivity, subclasses, domains and ranges: nothing that is asked for is missing."""
    query = f"{OWL_PREFIXES} SELECT DISTINCT ?entailed WHERE {{ {ENTAILED[name]} }}"
    missing = {row[0] for row in real(DATES[-1]).engine.select(query).texts()}
    assert missing <= NOT_DERIVED, missing - NOT_DERIVED


def test_nothing_asks_for_what_the_rules_leave_out() -> None:
    assert used() & NOT_DERIVED <= {
        # a check looks for things that are stated to be of these classes only, and says so
        "http://www.w3.org/ns/org#Organization",
        "http://www.w3.org/ns/dcat#Resource",
        "http://schema.org/CreativeWork",
    }
