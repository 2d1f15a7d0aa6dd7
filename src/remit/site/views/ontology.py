"""The ontology's pages: classes and properties, closed lists, rules and checks, each with picture, example and uses.

Anchors are the fragments of the IRIs, so that ``https://w3id.org/remit/ontology#Role`` can lead here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from remit.glossary import Glossary, ListConcept, Rule, Term, read_glossary
from remit.glossary.diagram import Link, fan
from remit.glossary.terms import Use
from remit.site.context import Site
from remit.site.page import Page
from remit.site.views.reference import Download
from remit.terms import CLOSED_LISTS, REMIT, local_name
from remit.validate import shorten
from remit.vocabulary import LISTS
from remit.words import capital, in_sentence

__all__ = ["pages"]

SECTION = "ontology/index.html"
_KINDS = (
    ("class", "Classes", "What there is."),
    ("relation", "Relations", "Properties that lead from one thing to another."),
    ("value", "Values", "Properties that lead to a number, a date or a text."),
    ("remark", "Remarks", "Properties of vocabularies and of the ontology’s own terms, which no reasoner reads."),
)


def pages(site: Site, downloads: Sequence[Download]) -> Iterator[Page]:
    """Terms, lists, rules and checks."""
    glossary = read_glossary(site.snapshot)
    words = _Words(glossary)
    kinds = [
        (name, title, says, [_term(words, term) for term in glossary.terms.values() if term.kind == name])
        for name, title, says in _KINDS
    ]
    shared = {"glossary": glossary, "downloads": list(downloads)}
    yield Page(SECTION, "ontology.html", "Ontology", SECTION, {**shared, "kinds": kinds})
    lists = [
        (name, label, says, [_concept(words, glossary, concept) for concept in concepts])
        for name, (label, says, concepts) in glossary.lists.items()
    ]
    yield Page("ontology/lists.html", "ontology-lists.html", "Closed lists", SECTION, {**shared, "lists": lists})
    for path, title, rules in (
        ("rules", "Rules", [_rule(words, rule) for rule in glossary.rules]),
        ("checks", "Checks", [_rule(words, rule) for rule in glossary.checks]),
    ):
        data = {**shared, "rules": rules, "checking": path == "checks"}
        yield Page(f"ontology/{path}.html", "ontology-rules.html", title, SECTION, data)


class _Words:
    """Names of terms and their addresses, from a page of the ontology."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def label(self, iri: str) -> str:
        term = self.glossary.terms.get(iri)
        if term:
            return term.label
        name = iri.removeprefix(LISTS)
        if name in self.glossary.lists:
            return f"list “{self.glossary.lists[name][0]}”"
        return shorten(iri)

    def address(self, iri: str) -> str:
        if iri in self.glossary.terms:
            return f"index.html#{local_name(iri)}"
        name = iri.removeprefix(LISTS)
        return f"lists.html#{name}" if name.partition("/")[0] in self.glossary.lists else ""

    def link(self, iri: str, says: str = "") -> Link:
        return Link(self.label(iri), says, self.address(iri))

    def named(self, name: str) -> Link:
        """A name of a rule, ``prefix:local``."""
        prefix, _, local = name.partition(":")
        iri = REMIT + local if prefix == "remit" else f"{LISTS}{prefix}/{local}"
        if prefix == "owl":
            return Link("the definitions of classes", "", "index.html#kind-class")
        if prefix in CLOSED_LISTS:
            return Link(name, "", f"lists.html#{prefix}/{local}")
        return self.link(iri)


def _term(words: _Words, term: Term) -> dict[str, Any]:
    terms = words.glossary.terms.values()
    narrower = [other.iri for other in terms if term.iri in other.broader]
    if term.kind == "class":
        before = [words.link(iri, "is a kind of") for iri in narrower]
        before += [Link(one.label, "leads to", words.address(one.iri)) for one in terms if term.iri in one.range]
        after = [words.link(iri, "is a kind of") for iri in term.broader]
        after += [Link(one.label, "has", words.address(one.iri)) for one in terms if term.iri in one.domain]
    else:
        before = [words.link(iri, "has") for iri in term.domain]
        before += [words.link(iri, "is a kind of") for iri in narrower]
        after = [words.link(iri, "leads to") for iri in term.range]
        after += [words.link(iri, "is a kind of") for iri in term.broader]
    picture = fan(term.label, before, after, f"How “{term.label}” stands to other terms.")
    return {"term": term, "picture": Markup(picture), "uses": _uses(term.uses), "short": shorten(term.iri)}


def _concept(words: _Words, glossary: Glossary, concept: ListConcept) -> dict[str, Any]:
    label, _, concepts = glossary.lists[concept.list_name]
    leading = [term for term in glossary.terms.values() if f"{LISTS}{concept.list_name}" in term.range]
    before = [Link(term.label, "leads to", words.address(term.iri)) for term in leading]
    place = concepts.index(concept)
    beside = concepts[max(place - 1, 0) : place] + concepts[place + 1 : place + 2]
    after = [Link(other.label, "beside", f"#{other.anchor}") for other in beside]
    picture = fan(concept.label, before, after, f"Where “{concept.label}” stands in the list “{label}”.")
    return {"concept": concept, "picture": Markup(picture), "uses": _uses(concept.uses)}


def _rule(words: _Words, rule: Rule) -> dict[str, Any]:
    before = [_said(words.named(name), "reads") for name in rule.reads]
    after = [_said(words.named(name), "derives") for name in rule.derives]
    picture = fan(rule.name, before, after, f"What “{rule.title}” reads{' and derives' if rule.derives else ''}.")
    shown = ("", "", "")
    for name in rule.derives:
        term = words.glossary.terms.get(REMIT + name.partition(":")[2])
        if term and term.shown[0]:
            shown = (term.shown[0], term.label, term.shown[1] if term.kind != "class" else "")
            break
    return {"rule": rule, "picture": Markup(picture), "shown": shown}


def _said(link: Link, says: str) -> Link:
    return Link(link.words, says, link.address)


def _uses(uses: Sequence[Use]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Uses by kind: (heading, [(address, title)])."""
    where = {
        "question": ("Questions", "../questions.html#"),
        "rule": ("Rules", "rules.html#"),
        "check": ("Checks", "checks.html#"),
    }
    found = []
    for kind, (heading, page) in where.items():
        those = [use for use in uses if use.kind == kind]
        if those:
            links = [(f"{page}{use.name.replace('/', '-')}", capital(in_sentence(use.title))) for use in those]
            found.append((heading, links))
    return found
