"""The canonical form keeps the data, depends on nothing else, and reads as it should."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from remit.errors import RemitError
from remit.turtle import canonical, format_text, leading_comments, read_prefixes

EX = "https://example.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"ex": EX, "deep": EX + "deep/", "xsd": XSD, "rdf": RDF, "unused": "https://example.net/"}


def triples_of(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(input=text, format=RdfFormat.TURTLE)]


def isomorphic(one: list[Triple], other: list[Triple]) -> bool:
    def canonised(triples: list[Triple]) -> Dataset:
        dataset = Dataset(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return dataset

    return canonised(one) == canonised(other)


def check_round_trip(triples: list[Triple]) -> str:
    text = canonical(triples, PREFIXES)
    again = triples_of(text)
    assert isomorphic(triples, again), text
    shuffled = random.Random(7).sample(again, len(again))
    assert canonical(shuffled, PREFIXES) == text
    return text


def node(name: str) -> NamedNode:
    return NamedNode(EX + name)


def test_the_form() -> None:
    text = """
    @prefix ex: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix dcterms: <http://purl.org/dc/terms/> . @prefix remit: <https://w3id.org/remit/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix idle: <https://example.net/> .
    ex:b10 ex:p ex:o . ex:b2 remit:recorded "2026-11-24"^^xsd:date ; dcterms:source ex:s10, ex:s2 ;
      ex:since "2023-03"^^xsd:gYearMonth ; remit:order 3 ; skos:prefLabel "A name"@en ; remit:caption true ;
      a remit:Role .
    """
    header = "# What this holds.\n# And more."
    assert format_text(f"{header}\n{text}", "roles.ttl") == (
        "# What this holds.\n# And more.\n\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix ex: <https://example.org/> .\n"
        "@prefix remit: <https://w3id.org/remit/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
        "ex:b2 a remit:Role ;\n"
        '  skos:prefLabel "A name"@en ;\n'
        "  remit:order 3 ;\n"
        '  ex:since "2023-03"^^xsd:gYearMonth ;\n'
        "  remit:caption true ;\n"
        "  dcterms:source\n    ex:s2 ,\n    ex:s10 ;\n"
        '  remit:recorded "2026-11-24"^^xsd:date .\n\n'
        "ex:b10\n  ex:p ex:o .\n"
    )


def test_nested_nodes_and_lists() -> None:
    text = """
    @prefix ex: <https://example.org/> .
    ex:shape ex:property [ ex:path ex:b ; ex:or ( [ ex:class ex:X ] [ ex:in ( 1 2.5 true () ) ] ) ] ,
      [ ex:path ex:a ] .
    """
    assert format_text(text, "shapes.ttl").endswith(
        "ex:shape\n"
        "  ex:property\n"
        "    [\n"
        "      ex:or ( [ ex:class ex:X ] [ ex:in ( 1 2.5 true () ) ] ) ;\n"
        "      ex:path ex:b ;\n"
        "    ] ,\n"
        "    [ ex:path ex:a ] .\n"
    )


@pytest.mark.parametrize(
    "value",
    [
        "",
        'say "yes"',
        'ends with "',
        "back\\slash",
        "tab\t, return\r, bell\x07, delete\x7f",
        "two\nlines",
        'two\nlines ending with "',
        'quotes """ in\nlines',
        'many """""" \\" in\nlines \\',
        "\n",
        "# no comment",
        "snowman ☃ and 𝄞",
        "…\u2028…\ufeff",
    ],
)
def test_tricky_text(value: str) -> None:
    triples = [Triple(node("s"), node("p"), Literal(value)), Triple(node("s"), node("q"), node("o"))]
    text = check_round_trip(triples)
    assert format_text(text, "x.ttl") == text


@pytest.mark.parametrize(
    ("lexical", "datatype", "written"),
    [
        ("true", "boolean", "true"),
        ("1", "boolean", '"1"^^xsd:boolean'),
        ("-7", "integer", "-7"),
        (" 7", "integer", '" 7"^^xsd:integer'),
        ("1.50", "decimal", "1.50"),
        ("1.", "decimal", '"1."^^xsd:decimal'),
        ("1e3", "double", '"1e3"^^xsd:double'),
        ("٣", "integer", '"٣"^^xsd:integer'),
        ("2023", "gYear", '"2023"^^xsd:gYear'),
    ],
)
def test_short_forms(lexical: str, datatype: str, written: str) -> None:
    text = check_round_trip([Triple(node("s"), node("p"), Literal(lexical, datatype=NamedNode(XSD + datatype)))])
    assert f"ex:p {written} .\n" in text


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (EX + "rcr.train-researchers.2019", "ex:rcr.train-researchers.2019"),
        (EX + "deep/x", "deep:x"),
        (EX + "0digits", "ex:0digits"),
        (EX, "ex:"),
        (EX + "ends.", f"<{EX}ends.>"),
        (EX + "-dash", f"<{EX}-dash>"),
        (EX + "a/b", f"<{EX}a/b>"),
        (EX + "a%20b", f"<{EX}a%20b>"),
        (EX + "a#b", f"<{EX}a#b>"),
        (EX + "é", f"<{EX}é>"),
        ("https://example.net/other", "unused:other"),
        ("urn:x:y", "<urn:x:y>"),
    ],
)
def test_names(iri: str, written: str) -> None:
    assert f" {written} .\n" in check_round_trip([Triple(node("s"), node("p"), NamedNode(iri))])


def test_blank_nodes_that_need_a_name() -> None:
    text = """
    @prefix ex: <https://example.org/> .
    _:z ex:p _:y . _:y ex:p _:z .
    ex:a ex:sees _:m . ex:b ex:sees _:m . _:m ex:says ( 1 _:m ) .
    [] ex:alone true . [ ex:alone false ] ex:q [] .
    """
    written = check_round_trip(triples_of(text))
    renamed = text.replace("_:m", "_:a").replace("_:z", "_:q").replace("_:y", "_:b")
    assert canonical(triples_of(renamed), PREFIXES) == written
    assert written.count("\n[]") == 2


def test_broken_lists_stay_as_they_are() -> None:
    text = f"""
    @prefix ex: <https://example.org/> . @prefix rdf: <{RDF}> .
    ex:a ex:p [ rdf:first 1 ] , [ rdf:first 1 , 2 ; rdf:rest () ] , [ rdf:first 1 ; rdf:rest ex:more ] ,
      [ rdf:first 1 ; rdf:rest () ; a rdf:List ] ,
      [ rdf:first 1 ; rdf:rest [ rdf:first 2 ; rdf:rest ex:more ] ] .
    """
    assert "( " not in check_round_trip(triples_of(text))


def random_triples(chance: random.Random) -> list[Triple]:
    blanks = [BlankNode() for _ in range(chance.randrange(6))]
    names = [node(name) for name in ("a", "b.c", "d10", "d9", "deep/e", "f/g")]
    nodes: list[NamedNode | BlankNode] = [*names, *blanks]
    texts = ["", "x", 'q"', "l\nm", "\\", "true", "7"]
    kinds = ["string", "integer", "boolean", "date"]
    predicates = [*names[:3], NamedNode(RDF + "type"), NamedNode(RDF + "first"), NamedNode(RDF + "rest")]
    nil = NamedNode(RDF + "nil")
    found = []
    for _ in range(chance.randrange(1, 14)):
        text = chance.choice(texts)
        literal = chance.choice(
            [Literal(text, language="en-gb"), Literal(text, datatype=NamedNode(XSD + chance.choice(kinds)))]
        )
        objects: list[NamedNode | BlankNode | Literal] = [literal, nil, *nodes, *blanks]
        found.append(Triple(chance.choice(nodes), chance.choice(predicates), chance.choice(objects)))
    return found


def test_random_graphs_round_trip() -> None:
    chance = random.Random(20261124)
    for _ in range(400):
        check_round_trip(random_triples(chance))


def test_only_comments_at_the_top_are_kept() -> None:
    prefix = "@prefix ex: <https://example.org/x#> .\n"
    harmless = prefix + 'ex:a ex:p "a # b" , """c\n# d""" , \'# e\' ; ex:q <https://example.org/#f> .\n'
    assert leading_comments(harmless) == ("", None)
    assert leading_comments("\n# one\n\n#two\n" + harmless) == ("# one\n\n#two", None)
    assert leading_comments("# one\u2028still one\r\n" + harmless) == ("# one\u2028still one", None)
    assert leading_comments(harmless + "ex:a ex:r ex:b .#late\n") == ("", 4)
    with pytest.raises(RemitError, match="comment") as error:
        format_text(prefix + "# here\nex:a ex:p ex:b .\n", "roles.ttl")
    assert error.value.where == "roles.ttl, line 2"


def test_bad_turtle_is_named_with_its_line() -> None:
    with pytest.raises(RemitError, match="not valid Turtle") as error:
        format_text("@prefix ex: <https://example.org/> .\nex:a ex:p ;;; x .\n", "roles.ttl")
    assert error.value.where == "roles.ttl, line 2"


def test_what_cannot_be_written_is_refused() -> None:
    inner = Triple(node("s"), node("p"), node("o"))
    with pytest.raises(RemitError, match="triple about a triple"):
        canonical([Triple(node("s"), node("p"), inner)], PREFIXES)


def test_very_deep_nesting_is_refused_and_long_lists_are_not() -> None:
    blanks = [BlankNode() for _ in range(2000)]
    chain = [Triple(one, node("p"), other) for one, other in pairwise(blanks)]
    with pytest.raises(RemitError, match="too deeply"):
        canonical(chain, PREFIXES)
    items = " ".join(map(str, range(3000)))
    assert canonical(triples_of(f"<{EX}s> <{EX}p> ( {items} ) ."), PREFIXES).count("\n") > 3000


def test_prefixes_are_read() -> None:
    assert read_prefixes("PREFIX ex: <https://example.org/>\nex:a ex:p 1 .", "x.ttl") == {"ex": EX}


def test_nothing_gives_the_header_alone() -> None:
    assert canonical([], PREFIXES, "What this will hold.") == "# What this will hold.\n"


def test_fifty_thousand_triples_take_seconds_at_most() -> None:
    triples = [
        Triple(node(f"thing.{number}"), node(f"p{way}"), Literal(f"text {number} {way}"))
        for number in range(5000)
        for way in range(10)
    ]
    begun = time.perf_counter()
    canonical(triples, PREFIXES)
    assert time.perf_counter() - begun < 10  # about 0.5 s; slow machines are no failure, a quadratic writer is
