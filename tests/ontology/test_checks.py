"""Each quality rule lets a good landscape pass and finds its mistake, in two engines."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Graph
from rdflib.query import ResultRow

from remit.catalogue import header
from remit.content import content_folder, ontology_files
from remit.engine import OxigraphEngine
from tests.ontology.mistakes import GOOD

CHECKS = sorted(content_folder("ontology").glob("checks/*.rq"))
LAND = "https://example.org/land/"
Rows = list[tuple[str, ...]]

ROLE = """remit:holder id:college ; remit:activity activity:train ; remit:topic topic:general ; remit:place place:land ;
  remit:level level:lead ; remit:standing standing:confirmed ; remit:fieldSpecific true"""
CONCEPT = "a skos:Concept ; skos:inScheme <https://example.org/land"


def part(number: int, one: str, other: str) -> str:
    return (
        f"copy:p{number} a remit:Relationship ; remit:relation relation:part-of ; remit:from {one} ; remit:to {other} ."
    )


# rule, what is added to the good landscape, the subject that it finds, and the detail
FOUND: list[tuple[str, str, str, str]] = [
    (
        "broader-cycle",
        f"copy:a {CONCEPT}/topic> ; skos:broader copy:b . copy:b {CONCEPT}/topic> ; skos:broader copy:a .",
        "copy/a",
        f"{LAND}copy/b",
    ),
    ("broader-in-another-scheme", "place:north skos:broader topic:general .", "place/north", f"{LAND}topic/general"),
    (
        "cell-place-in-another",
        "<https://example.org/land/> remit:cellPlace place:land .",
        "place/north",
        f"{LAND}place/land",
    ),
    ("class-too-wide", "id:wide a org:Organization .", "id/wide", "http://www.w3.org/ns/org#Organization"),
    (
        "derived-stated",
        "id:college org:subOrganizationOf id:trust .",
        "id/college",
        "http://www.w3.org/ns/org#subOrganizationOf",
    ),
    (
        "derived-stated",
        "<https://example.org/land/role/one> a remit:Current .",
        "role/one",
        "https://w3id.org/remit/ontology#Current",
    ),
    (
        "end-before-start",
        'copy:e schema:startDate "2020-05"^^xsd:gYearMonth ; schema:endDate "2019"^^xsd:gYear .',
        "copy/e",
        "begins 2020-05, ends 2019",
    ),
    (
        "end-before-start",
        'copy:e schema:startDate "2020-05-02"^^xsd:date ; schema:endDate "2020-04"^^xsd:gYearMonth .',
        "copy/e",
        "begins 2020-05-02, ends 2020-04",
    ),
    ("finding-outside", "copy:j a remit:Judgement ; remit:judges id:college .", "copy/j", f"{LAND}id/college"),
    (
        "group-need-with-pair",
        "copy:n a remit:Need ; remit:concerns concern:group ; remit:answeredBy copy:q .",
        "copy/n",
        f"{LAND}copy/q",
    ),
    (
        "need-without-pair",
        'copy:n a remit:Need ; skos:prefLabel "More" ; remit:concerns concern:landscape .',
        "copy/n",
        "More",
    ),
    ("one-landscape", "copy:l a remit:Landscape .", "", "2 descriptions"),
    ("outside-base", "<https://example.com/id/x> a remit:Organisation .", "https://example.com/id/x", LAND),
    ("pair-not-asked", 'copy:q a remit:Pair ; skos:definition "Who?"@en .', "copy/q", "Who?"),
    (
        "pair-without-cells",
        f"copy:q a remit:Pair ; remit:place place:abroad . place:abroad {CONCEPT}/place> .",
        "copy/q",
        f"{LAND}place/abroad",
    ),
    (
        "part-of-cycle",
        part(1, "id:college", "id:trust") + part(2, "id:trust", "id:college"),
        "id/college",
        "college → trust → college",
    ),
    (
        "part-of-cycle",
        part(1, "id:b", "id:c") + part(2, "id:c", "id:a") + part(3, "id:a", "id:b"),
        "id/a",
        "a → b → c → a",
    ),
    ("part-of-cycle", "".join(part(n, f"id:{n}", f"id:{(n + 1) % 4}") for n in range(4)), "id/0", "0 → 1 → 2 → 3 → 0"),
    (
        "part-of-cycle",
        "".join(part(n, f"id:{n}", f"id:{(n + 1) % 5}") for n in range(5)),
        "id/0",
        "0 → 1 → 2 → 3 → 4 → 0",
    ),
    (
        "related-to-itself",
        "copy:r a remit:Relationship ; remit:from id:trust ; remit:to id:trust .",
        "copy/r",
        f"{LAND}id/trust",
    ),
    (
        "relationship-stated-twice",
        "copy:r a remit:Relationship ; remit:from id:trust ; remit:to id:college ; remit:relation relation:funds ;"
        ' schema:startDate "2019"^^xsd:gYear .',
        "copy/r",
        "https://w3id.org/remit/relation/funds",
    ),
    (
        "role-stated-twice",
        f'copy:r a remit:Role ; {ROLE} ; schema:startDate "2019-04"^^xsd:gYearMonth .',
        "copy/r",
        f"{LAND}id/college",
    ),
    (
        "role-stated-twice",
        f"copy:r a remit:Role ; {ROLE} . copy:s a remit:Role ; {ROLE} .",
        "copy/r",
        f"{LAND}id/college",
    ),
    ("same-abbreviation", 'id:other remit:abbreviation "AC" ; org:classification kind:body .', "id/college", "AC"),
    (
        "same-identifier",
        "id:other a remit:Organisation ; skos:exactMatch <https://example.org/ids/1> .",
        "id/college",
        "https://example.org/ids/1",
    ),
    ("same-last-part", f"<https://example.org/land/x/train> {CONCEPT}/activity> .", "activity/train", "train"),
    (
        "same-last-part",
        "<https://example.org/land/role/one> remit:topic <https://example.org/land/x/general> .",
        "topic/general",
        "general",
    ),
    ("same-name", 'id:other a remit:Organisation ; skos:prefLabel "a-college" .', "id/college", "A College"),
    ("same-name", f'topic:other {CONCEPT}/topic> ; skos:prefLabel "THE WHOLE"@en .', "topic/general", "THE WHOLE"),
    (
        "role-outlives-holder",
        'copy:r a remit:Role ; remit:holder copy:h ; schema:endDate "2024"^^xsd:gYear . '
        'copy:h schema:endDate "2023-04"^^xsd:gYearMonth .',
        "copy/r",
        "the role until 2024, its holder until 2023-04",
    ),
    ("personal-address", 'copy:r skos:note "Ask a.b@example.org." .', "copy/r", "Ask a.b@example.org."),
    (
        "odd-address",
        "copy:s a remit:Source ; schema:url <http://192.0.2.1:8081/page> .",
        "copy/s",
        "http://192.0.2.1:8081/page",
    ),
    (
        "odd-address",
        "copy:s a remit:Source ; schema:url <https://example.org/?a=1&amp;b=2> .",
        "copy/s",
        "https://example.org/?a=1&amp;b=2",
    ),
    ("same-order", f"topic:other {CONCEPT}/topic> ; remit:order 1 .", "topic/general", "1"),
    (
        "same-source",
        "source:other a remit:Source ; schema:url <https://example.org/report> .",
        "source/other",
        "https://example.org/report",
    ),
    ("source-not-cited", 'source:other a remit:Source ; dcterms:title "Alone" .', "source/other", "Alone"),
    ("unknown-class", "copy:x a remit:Rolle .", "copy/x", "https://w3id.org/remit/ontology#Rolle"),
    (
        "unknown-property",
        "<https://example.org/land/> remit:basline 1 .",
        "",
        "https://w3id.org/remit/ontology#basline",
    ),
    ("without-class", "copy:x remit:holder id:college .", "copy/x", ""),
    (
        "wrong-scheme",
        "<https://example.org/land/role/two> remit:activity topic:general .",
        "role/two",
        f"{LAND}topic/general",
    ),
    ("wrong-scheme", "<https://example.org/land/> remit:cellPlace topic:general .", "", f"{LAND}topic/general"),
]

OWN = f"rdfs:isDefinedBy <{LAND}ontology>"
FOUND += [
    ("term-without-label", "copy:C a owl:Class .", "copy/C", ""),
    ("term-without-label", 'copy:p a owl:ObjectProperty ; skos:prefLabel "p"@en .', "copy/p", ""),
    ("term-without-definition", f"<{LAND}ontology> a owl:Ontology . copy:C a owl:Class ; {OWN} .", "copy/C", ""),
    ("term-with-two-labels", 'copy:C rdfs:label "one"@en , "two"@en .', "copy/C", "one"),
    ("term-with-two-labels", 'place:north skos:definition "Up there."@en .', "place/north", "The north of the land."),
    ("label-spaces", 'copy:C rdfs:label "two  spaces"@en .', "copy/C", "two  spaces"),
    ("label-spaces", 'id:college skos:altLabel "College " .', "id/college", "College "),
    (
        "same-label",
        f'copy:C a owl:Class ; rdfs:label "Body"@en ; {OWN} . copy:D a owl:Class ; rdfs:label "body"@en ; {OWN} .',
        "copy/C",
        "body",
    ),
    (
        "term-cycle",
        "copy:C rdfs:subClassOf copy:D . copy:D rdfs:subClassOf copy:E . copy:E rdfs:subClassOf copy:C .",
        "copy/C",
        f"{LAND}copy/D",
    ),
    ("term-cycle", "copy:p rdfs:subPropertyOf copy:p .", "copy/p", f"{LAND}copy/p"),
    (
        "ontology-without-licence",
        f'<{LAND}ontology> a owl:Ontology ; dcterms:title "Ours" ; dcterms:description "All." .',
        "ontology",
        "http://purl.org/dc/terms/license",
    ),
    ("import-not-there", f"<{LAND}ontology> owl:imports <{LAND}more> .", "ontology", f"{LAND}more"),
    ("dangling-reference", "copy:r remit:holder id:colledge .", "copy/r", f"{LAND}id/colledge"),
    (
        "deprecated-used",
        "copy:old owl:deprecated true . copy:r remit:activity copy:old .",
        "copy/r",
        f"{LAND}copy/old",
    ),
    ("deprecated-used", "copy:p owl:deprecated true . copy:r copy:p 1 .", "copy/r", f"{LAND}copy/p"),
]
for _identifier in (
    "https://ror.org/123",
    "https://ror.org/00b1h2k3u",
    "https://www.wikidata.org/wiki/Q42",
    "https://isni.org/isni/123",
    "https://register-of-charities.charitycommission.gov.uk/charity-search",
    "https://www.oscr.org.uk/about-charities/",
    "https://find-and-update.company-information.service.gov.uk/company/1",
):
    FOUND.append(
        ("identifier-form", f"id:x a remit:Organisation ; skos:exactMatch <{_identifier}> .", "id/x", _identifier)
    )
FOUND += [
    (
        "identifier-twice",
        "id:x a remit:Organisation ; skos:exactMatch <https://ror.org/00b1h2k34> , <https://ror.org/00b1h2k35> .",
        "id/x",
        "ror.org",
    ),
    (
        "identifier-not-backed",
        "id:x a remit:Organisation ; dcterms:source source:report ; skos:exactMatch <https://ror.org/00b1h2k34> .",
        "id/x",
        "https://ror.org/00b1h2k34",
    ),
]

# rule, and what it must let pass although it looks like its mistake
PASSES: list[tuple[str, str]] = [
    ("end-before-start", 'copy:e schema:startDate "2020-05"^^xsd:gYearMonth ; schema:endDate "2020"^^xsd:gYear .'),
    ("end-before-start", 'copy:e schema:startDate "2020-05-02"^^xsd:date ; schema:endDate "2020-05"^^xsd:gYearMonth .'),
    ("part-of-cycle", part(1, "id:a", "id:b") + part(2, "id:b", "id:c") + part(3, "id:a", "id:c")),
    ("role-stated-twice", f'copy:r a remit:Role ; {ROLE} ; schema:startDate "2020"^^xsd:gYear .'),
    ("same-abbreviation", 'id:other remit:abbreviation "AC" ; org:classification kind:network .'),
    ("same-last-part", f"<https://example.org/land/x/train> {CONCEPT}/topic> ."),
    ("same-name", 'copy:x a remit:Resource ; skos:prefLabel "A College" .'),
    ("same-order", f"topic:other {CONCEPT}/topic> ; remit:order 2 ."),
    ("class-too-wide", "copy:x a foaf:Organization , remit:Organisation , org:Organization ."),
    ("unknown-property", "copy:ours a owl:AnnotationProperty . <https://example.org/land/> copy:ours 1 ."),
    ("source-not-cited", "source:other a remit:Source . copy:x dcterms:source source:other ."),
    (
        "role-outlives-holder",
        'copy:r a remit:Role ; remit:holder copy:h ; schema:endDate "2023-04"^^xsd:gYearMonth . '
        'copy:h schema:endDate "2023"^^xsd:gYear .',
    ),
    ("personal-address", 'copy:r skos:note "Open @ weekends, v1@home" .'),
    ("odd-address", "copy:s a remit:Source ; schema:url <https://example.org/192.0.2.1/a&b> ."),
    ("term-without-definition", f"<{LAND}ontology> a owl:Ontology . copy:C a owl:Class ; rdfs:isDefinedBy org: ."),
    ("term-with-two-labels", 'copy:C rdfs:label "one"@en , "un"@fr .'),
    ("same-label", f'copy:C a owl:Class ; rdfs:label "x"@en ; {OWN} . copy:p a owl:ObjectProperty ; rdfs:label "x" .'),
    ("dangling-reference", f"copy:j remit:judges <{LAND}finding/none.yet> ."),
    (
        "identifier-form",
        "id:x a remit:Organisation ; skos:exactMatch <https://ror.org/00b1h2k34> , "
        "<http://www.wikidata.org/entity/Q42> , <https://example.org/any> , "
        "<https://register-of-charities.charitycommission.gov.uk/charity-details/?regid=211540&subid=0> , "
        "<https://www.oscr.org.uk/about-charities/search-the-register/charity-details?number=SC038814> .",
    ),
    (
        "identifier-not-backed",
        "id:x a remit:Organisation ; dcterms:source copy:s ; skos:exactMatch <https://ror.org/00b1h2k34> . "
        "copy:s schema:url <https://www.ror.org/about> .",
    ),
    ("outside-base", '<https://example.com/me> a foaf:Organization ; foaf:name "Somebody" .'),
]  # fmt: skip


@cache
def ontology() -> str:
    store = Store()
    for file in ontology_files():
        store.bulk_load(path=file, format=RdfFormat.TURTLE)
    return "\n".join(f"{quad.triple} ." for quad in store)


def by_oxigraph(check: str, turtle: str) -> Rows:
    store = Store()
    store.load(input=ontology(), format=RdfFormat.N_TRIPLES)
    store.load(input=turtle, format=RdfFormat.TURTLE)
    return OxigraphEngine(store).select(text_of(check)).texts()


def by_rdflib(check: str, turtle: str) -> Rows:
    graph = Graph().parse(data=ontology(), format="nt").parse(data=turtle, format="turtle")
    rows = [row for row in graph.query(text_of(check)) if isinstance(row, ResultRow)]
    return [tuple("" if term is None else str(term) for term in row) for row in rows]


def text_of(check: str) -> str:
    (file,) = (file for file in CHECKS if file.stem == check)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", CHECKS, ids=lambda file: file.stem)
def test_a_good_landscape_passes(file: Path) -> None:
    assert by_oxigraph(file.stem, GOOD) == []


@pytest.mark.parametrize(
    ("check", "added", "subject", "detail"), FOUND, ids=[f"{f[0]}-{n}" for n, f in enumerate(FOUND)]
)
def test_a_mistake_is_found(check: str, added: str, subject: str, detail: str) -> None:
    turtle = f"{GOOD}\n\n{added}"
    rows = by_oxigraph(check, turtle)
    where = subject if subject.startswith("http") else LAND + subject
    assert (where, detail) in {row[:2] for row in rows}
    assert rows == by_rdflib(check, turtle)


@pytest.mark.parametrize(("check", "added"), PASSES, ids=[f"{p[0]}-{n}" for n, p in enumerate(PASSES)])
def test_what_is_right_passes(check: str, added: str) -> None:
    assert by_oxigraph(check, f"{GOOD}\n\n{added}") == []


def test_a_graph_without_a_landscape() -> None:
    assert by_oxigraph("one-landscape", "") == [("https://w3id.org/remit/ontology#Landscape", "0 descriptions")]


def test_every_rule_is_tried() -> None:
    assert {file.stem for file in CHECKS} == {row[0] for row in FOUND}


@pytest.mark.parametrize("file", CHECKS, ids=lambda file: file.stem)
def test_every_rule_says_what_is_wrong_and_what_to_do(file: Path) -> None:
    says = header(file.read_text(encoding="utf-8"), file.name)
    assert set(says) == {"title", "problem", "remedy", "severity"}
    assert says["severity"] in ("error", "warning")
    assert says["problem"].endswith(".") and says["remedy"].endswith(".")
