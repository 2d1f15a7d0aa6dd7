"""What would reach out, change something or exhaust the server is refused with a sentence; words alone are harmless."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median

import httpx
import pytest

from tests.serve.conftest import Running, until

LIGHT = "SELECT ?o WHERE { ?o a <https://w3id.org/remit/ontology#Organisation> } ORDER BY ?o LIMIT 5"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f && ?f != ?i && ?a = ?i) }"
GREEDY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(CONCAT(STR(?c), STR(?f)))"


@contextmanager
def listener() -> Iterator[tuple[int, list[str]]]:
    """A port that notes whoever connects."""
    seen: list[str] = []
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        opened.listen()
        opened.settimeout(0.2)
        over = threading.Event()

        def note() -> None:
            while not over.is_set():
                try:
                    connection, address = opened.accept()
                except TimeoutError:
                    continue
                seen.append(str(address))
                connection.close()

        thread = threading.Thread(target=note)
        thread.start()
        yield opened.getsockname()[1], seen
        over.set()
        thread.join()


REACHING = {
    "service": "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "service silent, deep": "SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT <%s> { ?s ?p ?o } } } } }",
    "service by variable": "SELECT * { VALUES ?e { <%s> } SERVICE ?e { ?s ?p ?o } }",
    "service in exists": "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "service by escapes": "ASK { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "from": "SELECT * FROM <%s> { ?s ?p ?o }",
    "from named": "CONSTRUCT { ?s ?p ?o } FROM NAMED <%s> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "from by prefix and base": "BASE <%s> SELECT * FROM <x.ttl> { ?s ?p ?o }",
    "load": "LOAD <%s>",
    "load into": "LOAD SILENT <%s> INTO GRAPH <urn:g>",
}


@pytest.mark.parametrize("case", REACHING)
def test_nothing_leaves_the_machine(server: Running, case: str) -> None:
    with listener() as (port, seen):
        refused = server.ask(REACHING[case] % f"http://127.0.0.1:{port}/x")
        assert refused.status_code in (400, 403), refused.text
        assert any(word in refused.text for word in ("SERVICE", "FROM", "only reads")), refused.text
        assert seen == []


def test_the_words_alone_are_harmless(server: Running) -> None:
    query = (
        "# SERVICE <x> FROM LOAD\nSELECT ('SERVICE <x> FROM <y> INSERT' AS ?word) (<urn:service:from:load> AS ?iri) {}"
    )
    assert "SERVICE <x> FROM <y> INSERT" in server.ask(query, "text/csv").text
    assert server.ask('SELECT ("""DROP ALL ; FROM""" AS ?x) {}').status_code == 200


def test_time_ends_with_a_sentence_and_the_next_query_answers_within_a_second(server: Running) -> None:
    begun = time.monotonic()
    refused = server.ask(ENDLESS)
    assert refused.status_code == 503 and "longer than 3 seconds" in refused.text
    assert time.monotonic() - begun < 8
    begun = time.monotonic()
    assert server.ask(LIGHT).status_code == 200
    assert time.monotonic() - begun < 1


def test_memory_ends_with_a_sentence_and_comes_back(server: Running) -> None:
    assert server.ask(LIGHT).status_code == 200
    before = server.memory()
    refused = server.ask(GREEDY)
    assert refused.status_code == 503
    assert "128 MiB of memory" in refused.text or "3 seconds" in refused.text
    assert until(lambda: server.memory() < before + 40 * 2**20), (before, server.memory())
    assert server.ask(LIGHT).status_code == 200


def test_too_many_rows_are_refused_whole(server: Running) -> None:
    every = "SELECT ?s ?p ?o { ?s ?p ?o }"
    for accept in (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ):
        refused = server.ask(every, accept)
        assert refused.status_code == 413 and "2,000 rows" in refused.text, accept
        assert server.ask(every + " LIMIT 2000", accept).status_code == 200, accept
        assert server.ask(every + " LIMIT 2001", accept).status_code == 413, accept
    assert server.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "text/turtle").status_code == 413
    assert server.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1000", "text/turtle").status_code == 200


def test_too_large_a_query_is_refused(server: Running) -> None:
    padded = "ASK {} #" + "x" * 70_000
    assert server.ask(padded).status_code == 413
    assert server.ask("ASK {} #" + "x" * 50_000).status_code == 200
    body = (piece for piece in [b"ASK {} #"] + [b"x" * 10_000] * 10)
    sent = httpx.post(server.sparql, content=body, headers={"Content-Type": "application/sparql-query"})
    assert sent.status_code == 413


def test_deep_nesting_harms_nobody(server: Running) -> None:
    for deep in (
        "ASK " + "{" * 8000 + "}" * 8000,
        "ASK { FILTER(" + "(" * 20000 + "1" + ")" * 20000 + ") }",
        "ASK { FILTER(" + "!" * 30000 + "true) }",
    ):
        assert server.ask(deep).status_code in (200, 400, 413, 503)
    assert server.ask(LIGHT).status_code == 200


def test_light_queries_keep_answering_while_eight_heavy_ones_run(server: Running) -> None:
    with ThreadPoolExecutor(8) as heavy:
        running = [heavy.submit(server.ask, ENDLESS) for _ in range(8)]
        time.sleep(0.5)
        times = []
        with httpx.Client() as client:
            for number in range(60):
                begun = time.perf_counter()
                answer = client.get(server.sparql, params={"query": LIGHT + f" # {number}"})
                times.append(time.perf_counter() - begun)
                assert answer.status_code == 200
        assert not all(one.done() for one in running), "the heavy ones were over too soon to tell"
        assert median(times) < 0.05, sorted(times)
        assert {one.result().status_code for one in running} == {503}


def test_an_aborted_client_costs_nothing(server: Running) -> None:
    for _ in range(4):
        with pytest.raises(httpx.ReadTimeout):
            server.ask(ENDLESS, timeout=0.6)
    assert server.ask(LIGHT).status_code == 200
    # those that were killed are gone, and spare ones are ready again
    assert until(lambda: len(server.workers()) <= 5), server.workers()


def raw(server: Running, *pieces: bytes, pause: float = 0, wait: float = 8) -> bytes:
    """Send bytes as they are, and read until the server closes or nothing more comes."""
    host, port = server.url.removeprefix("http://").split(":")
    received = b""
    with socket.create_connection((host, int(port)), timeout=wait) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
            while data := connection.recv(65536):
                received += data
        except (TimeoutError, ConnectionError):
            pass
    return received


def test_slow_and_senseless_clients_are_let_go(server: Running) -> None:
    assert b" 400 " in raw(server, b"\x00\xff\x16\x03garbage\r\n\r\n")
    begun = time.monotonic()
    raw(server, b"GET /sparql?query=ASK HTTP/1.1\r\nHost: x\r\n")
    assert time.monotonic() - begun < 6, "an unfinished head is not waited for"
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\n"
    assert b" 408 " in raw(server, head + b"ASK")
    endless = raw(server, b"GET / HTTP/1.1\r\nHost: x\r\n", *[b"X-A: " + b"y" * 60_000 + b"\r\n"] * 20)
    assert b" 200 " not in endless
    assert server.ask(LIGHT).status_code == 200


def test_many_silent_connections_leave_room_for_others(server: Running) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    silent = [socket.create_connection((host, int(port))) for _ in range(200)]
    try:
        assert server.ask(LIGHT).status_code == 200
    finally:
        for connection in silent:
            connection.close()
