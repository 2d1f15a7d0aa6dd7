"""The shipped questions, against answers worked out by hand on the invented landscape, and through a second engine.

``expected/FOLDER/NAME.csv`` holds the rows of one question in their order; ``NAME@topic=mites,place=westland.csv``
those with its blanks filled in. A file may leave columns out. It writes an IRI by its last part, a cell by its three
(``activity/topic/place``). Where a value lists names (``one; another``), their order is not compared, since no engine
promises it.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, serialize

from remit.ask import ask, fill
from remit.catalogue import Query, catalogue
from remit.engine import Solutions, Term
from remit.infer import Snapshot
from remit.names import CANDIDATES
from remit.terms import local_name

EXPECTED = Path(__file__).parent / "expected"
QUERIES = catalogue()
FILES = sorted(path.relative_to(EXPECTED).with_suffix("").as_posix() for path in EXPECTED.glob("*/*.csv"))
TYPES = {*CANDIDATES, "date", "integer", "text"}
Row = tuple[str, ...]


def written(value: str, *, iri: bool) -> str:
    """A value as the expected files write it."""
    if iri:
        return "/".join(value.rsplit("/", 3)[1:]) if "/cell/" in value else local_name(value)
    return "; ".join(sorted(value.split("; ")))


def read(name: str) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and rows of an expected file."""
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return tuple(header), [tuple(written(value, iri=False) for value in row) for row in rows]


def parts(name: str) -> tuple[Query, dict[str, str]]:
    """The question that an expected file answers, and the values of its blanks."""
    query, _, filled = name.partition("@")
    assert query in QUERIES, f"{name}.csv answers no shipped question"
    return QUERIES[query], dict(pair.split("=", 1) for pair in filled.split(",") if pair)


def shown(term: Term | None) -> str:
    return "" if term is None else written(term.value, iri=isinstance(term, NamedNode))


def rows_of(answer: Solutions, columns: tuple[str, ...]) -> list[Row]:
    """The rows of an answer, in these columns, as the expected files write them."""
    places = [answer.variables.index(column) for column in columns]
    return [tuple(shown(row[place]) for place in places) for row in answer.rows]


@pytest.fixture(scope="module")
def second_engine(snapshot: Snapshot) -> rdflib.Graph:
    """The snapshot's triples in rdflib: an engine that has nothing in common with the first."""
    triples = list(snapshot.engine.triples())
    graph = rdflib.Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    return graph


def seen(term: rdflib.term.Node | None) -> str:
    return "" if term is None else written(str(term), iri=isinstance(term, rdflib.URIRef))


@pytest.mark.parametrize("name", FILES)
def test_gives_what_was_worked_out_by_hand(snapshot: Snapshot, name: str) -> None:
    query, filled = parts(name)
    columns, rows = read(name)
    answer = ask(snapshot.engine, query, **filled)
    assert set(columns) <= set(answer.variables), f"no such columns: {set(columns) - set(answer.variables)}"
    assert rows_of(answer, columns) == rows


@pytest.mark.parametrize("name", QUERIES)
def test_has_an_expected_answer_with_rows(name: str) -> None:
    files = [file for file in FILES if file.partition("@")[0] == name]
    assert any(read(file)[1] for file in files), f"write expected/{name}.csv with at least one row"


@pytest.mark.parametrize("name", sorted({*QUERIES, *(file for file in FILES if "@" in file)}))
def test_a_second_engine_gives_the_same(snapshot: Snapshot, second_engine: rdflib.Graph, name: str) -> None:
    query, filled = parts(name)
    text = fill(snapshot.engine, query, filled)
    first = snapshot.engine.select(text)
    second = second_engine.query(text)
    assert tuple(str(variable) for variable in second.vars or ()) == first.variables
    rows = [tuple(seen(term) for term in row) for row in second]  # type: ignore[union-attr]
    ours = rows_of(first, first.variables)
    assert Counter(ours) == Counter(rows)
    assert ours == rows, "the engines differ in the order alone: ORDER BY leaves it open"


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_tells_what_it_asks_and_what_its_columns_mean(snapshot: Snapshot, query: Query) -> None:
    answer = snapshot.engine.select(query.text)
    assert query.title != query.name and query.description
    assert list(query.columns) == list(answer.variables), "the header names every column, in their order"
    assert all(query.columns.values())
    for parameter in query.parameters:
        assert parameter.type in TYPES, f"unknown type of {parameter.name}: {parameter.type}"
        assert parameter.description, f"{parameter.name} is not described"


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_has_an_order(query: Query) -> None:
    body = re.sub(r"^\s*#.*$", "", query.text, flags=re.MULTILINE)
    after = body[body.rindex("}") :]
    assert re.search(r"\bORDER BY\s+\S", after), "the question does not end with ORDER BY"
