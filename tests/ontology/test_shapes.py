"""The shapes let a good landscape pass, tell each mistake in its own words, and say the same in two engines."""

from __future__ import annotations

import io
import logging
from collections import defaultdict
from collections.abc import Iterator

import pyshacl
import pytest
import shacl
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from rdflib import SH, Graph

from remit.content import content_folder, ontology_files
from tests.ontology.mistakes import GOOD, MISTAKES, copies

MESSAGE = NamedNode("http://www.w3.org/ns/shacl#message")
Result = tuple[str, str, str, str, str]
"""Focus node, severity, message, path and value."""


def ntriples(store: Store) -> str:
    written = io.BytesIO()
    store.dump(written, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    return written.getvalue().decode()


def shapes() -> Store:
    store = Store()
    for file in sorted(content_folder("ontology").glob("shapes/*.ttl")):
        store.bulk_load(path=file, format=RdfFormat.TURTLE)
    return store


def messages() -> set[str]:
    """Every message that a shape can give."""
    return {quad.object.value for quad in shapes().quads_for_pattern(None, MESSAGE, None)}  # type: ignore[union-attr]


def data(turtle: str) -> str:
    """A landscape with the ontology beside it, as N-Triples."""
    store = Store()
    for file in ontology_files():
        store.bulk_load(path=file, format=RdfFormat.TURTLE)
    store.load(input=turtle, format=RdfFormat.TURTLE)
    return ntriples(store)


def by_shacl(text: str) -> Iterator[Result]:
    report = shacl.Shapes.from_text(ntriples(shapes()), format="ntriples").validate_text(text, format="ntriples")
    for found in report.results:
        path = (found.path or "").strip("<>")
        yield found.focus_node.strip("<>"), found.severity, found.message or "", path, found.value_plain or ""


def by_pyshacl(text: str) -> Iterator[Result]:
    # rdflib logs a traceback for each impossible date, which is what is wanted here
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    graph = Graph().parse(data=text, format="nt")
    rules = Graph().parse(data=ntriples(shapes()), format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules)
    for node in report.objects(None, SH.result):
        names = (SH.focusNode, SH.resultSeverity, SH.resultMessage, SH.resultPath, SH.value)
        terms = [report.value(node, name) for name in names]
        focus, severity, message, path, value = ("" if term is None else str(term) for term in terms)
        yield focus, severity.removeprefix(str(SH)), message, path, value


@pytest.fixture(scope="module")
def mistaken() -> str:
    """The good landscape and all mistaken copies."""
    return data(f"{GOOD}\n\n{copies()[0]}")


@pytest.fixture(scope="module")
def found(mistaken: str) -> dict[str, set[tuple[str, str]]]:
    """Severity and message of each result, by its focus node."""
    results: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for focus, severity, message, _, _ in by_shacl(mistaken):
        results[focus].add((severity, message))
    return results


def test_a_good_landscape_conforms() -> None:
    assert list(by_shacl(data(GOOD))) == []


def test_a_good_landscape_conforms_in_the_other_engine() -> None:
    assert list(by_pyshacl(data(GOOD))) == []


@pytest.mark.parametrize("number", range(len(MISTAKES)), ids=[f"{m[0]}: {m[3]}" for m in MISTAKES])
def test_one_mistake_gives_its_own_message(number: int, found: dict[str, set[tuple[str, str]]]) -> None:
    expected = MISTAKES[number][3]
    told = {message for _, message in found[copies()[1][number]]}
    assert len(told) == 1, told
    assert expected in told.pop()


def test_only_the_mistaken_copies_are_reported(found: dict[str, set[tuple[str, str]]]) -> None:
    assert set(found) == set(copies()[1])


def test_both_engines_say_the_same(mistaken: str) -> None:
    assert sorted(set(by_shacl(mistaken))) == sorted(set(by_pyshacl(mistaken)))


def test_what_is_merely_untidy_is_a_warning(found: dict[str, set[tuple[str, str]]]) -> None:
    warned = {message for results in found.values() for severity, message in results if severity == "Warning"}
    assert {message.split(".")[0] for message in warned} == {
        "No source is cited",
        "No source is cited for what is said to be missing or little",
        "The concept has no definition",
        "The concept has no place in its scheme",
    }


def test_every_message_is_seen(found: dict[str, set[tuple[str, str]]]) -> None:
    stated = messages()
    seen = {message for results in found.values() for _, message in results}
    # members of closed lists are the ontology's own: no landscape can get them wrong
    own = {message for message in stated if message.startswith(("A relation needs", "A status needs"))}
    assert stated - seen == own


def test_closed_lists_members_must_be_complete() -> None:
    incomplete = """
    <https://w3id.org/remit/relation/pays> a skos:Concept ; skos:prefLabel "pays"@en ; skos:definition "Pays."@en ;
      skos:inScheme <https://w3id.org/remit/relation> ; remit:order 12 ; remit:inverseLabel "paid by"@en ;
      rdfs:isDefinedBy <https://w3id.org/remit/ontology> .
    <https://w3id.org/remit/status/odd> a skos:Concept ; skos:prefLabel "odd"@en ; skos:definition "Odd."@en ;
      skos:inScheme <https://w3id.org/remit/status> ; remit:order 12 ; skos:notation "odd" ;
      rdfs:isDefinedBy <https://w3id.org/remit/ontology> ."""
    told = [(focus.rpartition("/")[2], message) for focus, _, message, _, _ in by_shacl(data(GOOD + incomplete))]
    assert sorted(told) == [
        ("odd", "A status needs a remit:symbol, a remit:order and a skos:notation. Add what is missing."),
        ("pays", "A relation needs exactly one remit:directProperty and one remit:inverseLabel. Add what is missing."),
    ]


def test_every_message_says_what_to_do() -> None:
    """At least two sentences: what is wrong, and what to do."""
    assert [message for message in messages() if not message.endswith(".") or ". " not in message] == []
