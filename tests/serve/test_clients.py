"""Programs that people have already can ask the server."""

from __future__ import annotations

import io
import json
import subprocess
from typing import Any

import pandas
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

from tests.serve.conftest import Running

NAMES = """PREFIX remit: <https://w3id.org/remit/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?o ?name WHERE { ?o a remit:Organisation ; skos:prefLabel ?name } ORDER BY ?name"""
INSTITUTE = "Bee Institute of Threelands"


def test_sparqlwrapper(server: Running) -> None:
    client = SPARQLWrapper(server.sparql)
    client.setQuery(NAMES)
    for method, way in ((None, None), (POST, None), (POST, POSTDIRECTLY)):
        if method:
            client.setMethod(method)
        if way:
            client.setRequestMethod(way)
        client.setReturnFormat(JSON)
        found: Any = client.queryAndConvert()
        assert INSTITUTE in {row["name"]["value"] for row in found["results"]["bindings"]}
    client.setReturnFormat(XML)
    as_xml: Any = client.queryAndConvert()
    assert INSTITUTE in as_xml.toxml()
    client.setReturnFormat(CSV)
    as_csv: Any = client.queryAndConvert()
    assert INSTITUTE.encode() in as_csv
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 20")
    client.setReturnFormat(TURTLE)
    turtle: Any = client.queryAndConvert()
    assert len(Graph().parse(data=turtle, format="turtle")) == 20


def test_rdflib(server: Running) -> None:
    graph = Graph(SPARQLStore(server.sparql, returnFormat="json"), identifier=None)
    rows = list(graph.query(NAMES))
    assert INSTITUTE in {str(row[1]) for row in rows}  # type: ignore[index]
    institute = URIRef("https://example.org/bees/id/bee-institute")
    assert len(list(graph.triples((institute, None, None)))) > 5
    by_get = Graph(SPARQLStore(server.sparql, method="GET", returnFormat="xml"))
    assert len(list(by_get.query(NAMES))) == len(rows)


def test_pandas(server: Running) -> None:
    csv = server.ask(NAMES, "text/csv").text
    table = pandas.read_csv(io.StringIO(csv))
    assert list(table.columns) == ["o", "name"] and INSTITUTE in set(table["name"])


def test_curl(server: Running) -> None:
    def curl(*arguments: str) -> str:
        command = ["curl", "--silent", "--show-error", "--fail", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout

    assert json.loads(curl("--data-urlencode", f"query={NAMES}", server.sparql))["results"]["bindings"]
    assert INSTITUTE in curl("-G", "-H", "Accept: text/csv", "--data-urlencode", f"query={NAMES}", server.sparql)
    assert INSTITUTE in curl("--compressed", "-H", "Content-Type: application/sparql-query", "-d", NAMES, server.sparql)
    assert "Bee" in curl("-L", "-H", "Accept: text/turtle", f"{server.url}/id/bee-institute")
