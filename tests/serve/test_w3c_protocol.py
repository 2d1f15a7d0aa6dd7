"""The query cases of the W3C's SPARQL 1.1 Protocol, written from the specification; its update cases are refused.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx
import pytest
import rdflib

from tests.conftest import TODAY
from tests.serve.conftest import Running

BASE = "https://example.org/bees/"
STATEMENTS, ONTOLOGY, THEN = BASE + "graph/statements", BASE + "graph/ontology", BASE + "snapshot/2023-03-20"
NOW = f"{BASE}snapshot/{TODAY}"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ASK = "ASK {}"
ROLES = "SELECT (COUNT(*) AS ?n) WHERE { ?r a <https://w3id.org/remit/ontology#Role> }"
CELLS = "ASK { ?c a <https://w3id.org/remit/ontology#Cell> }"
IN_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


def post(server: Running, body: str | bytes, kind: str | None, query: str = "") -> httpx.Response:
    headers = {"Accept": "application/sparql-results+json"} | ({"Content-Type": kind} if kind else {})
    content = body.encode() if isinstance(body, str) else body
    return httpx.post(server.sparql + query, content=content, headers=headers)


def yes(response: httpx.Response) -> bool:
    assert response.status_code == 200, response.text
    return bool(response.json()["boolean"])


def column(response: httpx.Response, name: str) -> set[str]:
    assert response.status_code == 200, response.text
    return {row[name]["value"] for row in response.json()["results"]["bindings"]}


# 2.1.1 to 2.1.3: the three ways to send a query


def test_query_get(server: Running) -> None:
    assert yes(httpx.get(f"{server.sparql}?query={quote(ASK)}"))


def test_query_post_form(server: Running) -> None:
    assert yes(post(server, urlencode({"query": ASK}), FORM))


def test_query_post_direct(server: Running) -> None:
    assert yes(post(server, ASK, DIRECT))


def test_query_post_direct_with_charset(server: Running) -> None:
    assert yes(post(server, "ASK { FILTER('ü' = '\\u00fc') }", f"{DIRECT}; charset=UTF-8"))


# 2.1.4: the dataset


@pytest.mark.parametrize("graph", [STATEMENTS, ONTOLOGY, THEN, NOW])
def test_query_dataset_default_graph(server: Running, graph: str) -> None:
    there = "ASK { ?s ?p ?o }"
    assert yes(httpx.get(server.sparql, params={"query": there, "default-graph-uri": graph}))
    assert yes(httpx.get(server.sparql, params={"query": CELLS, "default-graph-uri": graph})) == (graph in (THEN, NOW))


def test_query_dataset_default_graphs_get(server: Running) -> None:
    def roles(*graphs: str) -> set[str]:
        return column(httpx.get(server.sparql, params={"query": ROLES, "default-graph-uri": list(graphs)}), "n")

    # the default graph is the merge of those named: what is stated once in both counts once
    assert roles(STATEMENTS, ONTOLOGY) == roles(STATEMENTS) == roles(STATEMENTS, THEN)
    assert roles(ONTOLOGY) == {"0"}


def test_query_dataset_default_graphs_post(server: Running) -> None:
    graphs = urlencode({"default-graph-uri": [STATEMENTS, ONTOLOGY]}, doseq=True)
    query = "ASK { ?r a <https://w3id.org/remit/ontology#Role> . ?t a <http://www.w3.org/2002/07/owl#Class> }"
    assert yes(post(server, query, DIRECT, "?" + graphs))
    assert yes(post(server, f"{urlencode({'query': query})}&{graphs}", FORM))
    assert not yes(post(server, query, DIRECT, "?" + urlencode({"default-graph-uri": ONTOLOGY})))


def test_query_dataset_named_graphs_get(server: Running) -> None:
    parameters = {"query": IN_GRAPHS, "named-graph-uri": [STATEMENTS, THEN]}
    assert column(httpx.get(server.sparql, params=parameters), "g") == {STATEMENTS, THEN}


def test_query_dataset_named_graphs_post(server: Running) -> None:
    graphs = "?" + urlencode({"named-graph-uri": [STATEMENTS, THEN]}, doseq=True)
    assert column(post(server, IN_GRAPHS, DIRECT, graphs), "g") == {STATEMENTS, THEN}
    # with a dataset named, the default graph is what is named as such, here nothing
    assert not yes(post(server, "ASK { ?s ?p ?o }", DIRECT, graphs))


def test_query_dataset_full(server: Running) -> None:
    query = f"ASK {{ ?t a <http://www.w3.org/2002/07/owl#Class> GRAPH <{STATEMENTS}> {{ ?s ?p ?o }} }}"
    parameters = {"query": query, "default-graph-uri": ONTOLOGY, "named-graph-uri": [STATEMENTS, THEN]}
    assert yes(httpx.get(server.sparql, params=parameters))
    assert yes(post(server, urlencode(parameters, doseq=True), FORM))


def test_query_multiple_dataset(server: Running) -> None:
    """The protocol's dataset goes before the query's own."""
    query = f"ASK FROM <{STATEMENTS}> {{ ?c a <http://www.w3.org/2002/07/owl#Class> }}"
    assert not yes(httpx.get(server.sparql, params={"query": query}))
    assert yes(httpx.get(server.sparql, params={"query": query, "default-graph-uri": ONTOLOGY}))


def test_query_from_and_from_named(server: Running) -> None:
    clauses = "FROM g:ontology FROM NAMED g:statements"
    query = f"PREFIX g: <{BASE}graph/> SELECT DISTINCT ?g {clauses} {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert column(server.ask(query), "g") == {STATEMENTS}


def test_default_graph_is_the_day_s_snapshot_and_all_graphs_are_there(server: Running) -> None:
    assert column(server.ask(IN_GRAPHS), "g") == {STATEMENTS, ONTOLOGY, THEN, NOW, BASE + "graph/inferred"}
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    assert column(server.ask(count), "n") == column(
        httpx.get(server.sparql, params={"query": count, "default-graph-uri": NOW}), "n"
    )


def test_a_graph_outside_the_dataset_is_refused(server: Running) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        refused = httpx.get(server.sparql, params={"query": ASK, name: "http://kasei.us/2009/09/sparql/data/data1.rdf"})
        assert refused.status_code == 400 and "no graph" in refused.text


# 2.1.5 and 2.1.6: content types of the answers


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/*", "text/xml; charset=utf-8"),
        ("image/png, application/*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_query_content_type_select(server: Running, accept: str, kind: str) -> None:
    response = server.ask("SELECT ?a ('x' AS ?b) {} LIMIT 1", accept)
    assert response.status_code == 200 and response.headers["content-type"] == kind
    assert response.content


@pytest.mark.parametrize("accept", ["application/sparql-results+xml", "application/sparql-results+json"])
def test_query_content_type_ask(server: Running, accept: str) -> None:
    response = server.ask(ASK, accept)
    assert response.status_code == 200 and response.headers["content-type"] == accept
    assert "true" in response.text


@pytest.mark.parametrize("form", ["CONSTRUCT { ?s ?p ?o } WHERE", "DESCRIBE ?s WHERE"])
@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_query_content_type_describe_and_construct(server: Running, form: str, accept: str) -> None:
    response = server.ask(f"{form} {{ ?s ?p ?o ; a <https://w3id.org/remit/ontology#Landscape> }}", accept)
    assert response.status_code == 200 and response.headers["content-type"].startswith(accept)
    syntax = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}.get(
        accept, "json-ld"
    )
    assert len(rdflib.Graph().parse(data=response.text, format=syntax)) > 5


# 2.1.7: failures


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "PROPFIND"])
def test_bad_query_method(server: Running, method: str) -> None:
    refused = httpx.request(method, f"{server.sparql}?query={quote(ASK)}")
    assert refused.status_code == 405 and "GET" in refused.headers["allow"]


def test_bad_multiple_queries(server: Running) -> None:
    twice = f"query={quote(ASK)}&query={quote('SELECT * {}')}"
    assert httpx.get(f"{server.sparql}?{twice}").status_code == 400
    assert post(server, twice, FORM).status_code == 400
    assert post(server, ASK, DIRECT, f"?query={quote(ASK)}").status_code == 400


def test_bad_query_wrong_media_type(server: Running) -> None:
    assert post(server, ASK, "text/plain").status_code == 415


def test_bad_query_missing_form_type(server: Running) -> None:
    assert post(server, urlencode({"query": ASK}), None).status_code == 415


def test_bad_query_missing_direct_type(server: Running) -> None:
    assert post(server, ASK, None).status_code == 415


def test_bad_query_non_utf8(server: Running) -> None:
    assert post(server, ASK.encode("utf-16"), DIRECT).status_code == 400
    assert post(server, ASK, f"{DIRECT}; charset=UTF-16").status_code == 415
    assert httpx.get(f"{server.sparql}?query=ASK%20%7B%7D%20%23%FF").status_code == 400


def test_bad_query_syntax(server: Running) -> None:
    refused = httpx.get(server.sparql, params={"query": "ASK {\n ?s ?p }"})
    assert refused.status_code == 400 and "line 2" in refused.text


def test_bad_query_missing(server: Running) -> None:
    assert post(server, "other=1", FORM).status_code == 400


# 2.2: updates, all refused


INSERT = f"INSERT DATA {{ GRAPH <{STATEMENTS}> {{ <urn:a> <urn:b> <urn:c> }} }}"


@pytest.mark.parametrize(
    "case", ["update_post_form", "update_post_direct", "bad_update_get", "update_dataset_default_graph", "as_a_query"]
)
def test_updates_are_refused(server: Running, case: str) -> None:
    sent = {
        "update_post_form": lambda: post(server, urlencode({"update": INSERT}), FORM),
        "update_post_direct": lambda: post(server, INSERT, "application/sparql-update"),
        "bad_update_get": lambda: httpx.get(server.sparql, params={"update": INSERT}),
        "update_dataset_default_graph": lambda: post(
            server, urlencode({"update": "CLEAR ALL", "using-graph-uri": STATEMENTS}), FORM
        ),
        "as_a_query": lambda: server.ask(INSERT),
    }[case]()
    assert sent.status_code == 403 and "only reads" in sent.text
    assert not yes(server.ask("ASK { GRAPH ?g { <urn:a> ?p ?o } }"))


def test_bad_multiple_updates_and_non_utf8_are_refused_as_well(server: Running) -> None:
    assert post(server, f"update={quote(INSERT)}&update={quote(INSERT)}", FORM).status_code == 403
    assert post(server, INSERT.encode("utf-16"), "application/sparql-update").status_code == 403
