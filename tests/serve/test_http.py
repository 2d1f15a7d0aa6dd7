"""What HTTP asks of the server, what it tells about itself, entities, the site beside it, and its operation."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
import rdflib

from remit.serve.limits import Limits
from remit.serve.negotiation import choose, wants_page
from tests.conftest import FIXTURE, Run
from tests.serve.conftest import Running, serving, until

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
BASE = "https://example.org/bees/"
MANY = "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }"
SD, VOID = (
    rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#"),
    rdflib.Namespace("http://rdfs.org/ns/void#"),
)


def test_head_says_what_get_would(server: Running) -> None:
    got = httpx.get(server.sparql, params={"query": MANY})
    head = httpx.head(server.sparql, params={"query": MANY})
    assert head.status_code == 200 and head.content == b""
    assert head.headers["content-type"] == got.headers["content-type"] and head.headers["etag"] == got.headers["etag"]


def test_pages_of_other_sites_may_ask(server: Running) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    allowed = httpx.options(server.sparql, headers=asked)
    assert allowed.status_code == 204
    assert (
        allowed.headers["access-control-allow-origin"] == "*"
        and "POST" in allowed.headers["access-control-allow-methods"]
    )
    assert server.ask("ASK {}").headers["access-control-allow-origin"] == "*"
    assert server.ask("ASK {").headers["access-control-allow-origin"] == "*"


def test_answers_are_compressed_where_wanted(server: Running) -> None:
    with (
        httpx.Client() as client,
        client.stream("GET", server.sparql, params={"query": MANY}, headers={"Accept-Encoding": "gzip"}) as response,
    ):
        packed = b"".join(response.iter_raw())
        assert response.headers["content-encoding"] == "gzip"
    plain = httpx.get(server.sparql, params={"query": MANY}, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed) == plain.content and len(packed) < len(plain.content) / 2


def test_an_unchanged_answer_is_not_sent_again(server: Running) -> None:
    mark = httpx.get(server.sparql, params={"query": MANY}).headers["etag"]
    again = httpx.get(server.sparql, params={"query": MANY}, headers={"If-None-Match": mark})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == mark
    other = httpx.get(server.sparql, params={"query": MANY + " LIMIT 3"}, headers={"If-None-Match": mark})
    assert other.status_code == 200
    csv = httpx.get(server.sparql, params={"query": MANY}, headers={"If-None-Match": mark, "Accept": "text/csv"})
    assert csv.status_code == 200, "another form is another answer"


def test_what_differs_each_time_is_not_kept(server: Running) -> None:
    answers = {server.ask("SELECT (RAND() AS ?r) {}").text for _ in range(4)}
    assert len(answers) == 4
    assert "etag" not in server.ask("SELECT (NOW() AS ?r) {}").headers


def test_no_form_that_is_wanted(server: Running) -> None:
    assert server.ask("ASK {}", "image/png").status_code == 406
    assert server.ask("SELECT * { ?s ?p ?o } LIMIT 1", "text/turtle").status_code == 406
    assert server.ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", "text/csv").status_code == 406


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "a/b"),
        ("*/*", "a/b"),
        ("x/y, */*;q=0.1", "x/y"),
        ("a/b;q=0.2, x/y;q=0.3", "x/y"),
        ("a/*;q=0.5, x/y;q=0.4", "a/b"),
        ("a/b;q=0, */*", "x/y"),
        ("q/q", None),
        ("a/b;q=nonsense", None),
        (",,;;,", None),
    ],
)
def test_negotiation(accept: str, wanted: str | None) -> None:
    assert choose(accept, ("a/b", "x/y")) == wanted


def test_the_service_is_described_with_its_limits_and_graphs(server: Running) -> None:
    for address in (server.sparql, f"{server.url}/.well-known/void"):
        for accept, form in (
            ("text/turtle", "turtle"),
            ("application/rdf+xml", "xml"),
            ("application/ld+json", "json-ld"),
        ):
            response = httpx.get(address, headers={"Accept": accept})
            assert response.headers["content-type"].startswith(accept)
            graph = rdflib.Graph().parse(data=response.text, format=form)
            service = rdflib.URIRef(server.sparql)
            assert (service, SD.endpoint, service) in graph
            names = {str(name) for name in graph.objects(None, SD.name)}
            assert names == {
                BASE + name
                for name in (
                    "graph/statements",
                    "graph/ontology",
                    "graph/inferred",
                    "snapshot/2023-03-20",
                    "snapshot/2025-06-30",
                )
            }
            told = {
                str(graph.value(limit, rdflib.URIRef("http://schema.org/propertyID")))
                for limit in graph.objects(service, rdflib.URIRef("http://schema.org/additionalProperty"))
            }
            assert told == {name for name, *_ in Limits().told()}
            for name in names:
                asked = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
                count = server.ask(asked).json()["results"]["bindings"][0]["n"]["value"]
                assert str(graph.value(rdflib.URIRef(name), VOID.triples)) == count


def test_a_thing_s_iri_leads_to_a_page_or_to_data(server: Running) -> None:
    here = f"{server.url}/id/bee-institute"
    page = httpx.get(here, headers={"Accept": BROWSER})
    assert page.status_code == 303
    shown = httpx.get(here, headers={"Accept": BROWSER}, follow_redirects=True)
    assert shown.status_code == 200 and "Bee Institute of Threelands" in shown.text
    assert (
        "organisations/bee-institute.html" in shown.text
        and "script-src" not in shown.headers["content-security-policy"]
    )
    for accept, form in (
        ("text/turtle", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
    ):
        data = httpx.get(here, headers={"Accept": accept}, follow_redirects=True)
        assert data.history[0].status_code == 303 and data.headers["content-type"].startswith(accept)
        graph = rdflib.Graph().parse(data=data.text, format=form)
        assert {str(subject) for subject in graph.subjects()} == {BASE + "id/bee-institute"}
    assert httpx.get(f"{server.url}/id/nobody").status_code == 404
    assert httpx.get(f"{server.url}/sparql/page", params={"iri": "not an iri> ?p ?o"}).status_code == 400
    assert httpx.get(f"{server.url}/sparql/page", params={"iri": "urn:nobody"}).status_code == 404


def test_the_site_is_beside_it(server: Running) -> None:
    start = httpx.get(server.url + "/", headers={"Accept": BROWSER})
    assert start.status_code == 200 and "The site" in start.text
    assert start.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert httpx.get(server.url + "/organisations/bee-institute.html").status_code == 200
    assert httpx.get(server.url + "/nothing.html").status_code == 404
    for outside in ("/../conftest.py", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/%00"):
        assert httpx.get(server.url + outside).status_code in (400, 404), outside


def test_health_and_a_log_without_queries(server: Running) -> None:
    health = httpx.get(server.url + "/health")
    assert health.status_code == 200 and health.json() == {"status": "ready", "site": "ready", "asOf": "2025-06-30"}
    before = len(server.log)
    httpx.get(server.sparql, params={"query": "SELECT ('unmistakable' AS ?x) {}"})
    assert until(lambda: len(server.log) > before)
    line = server.log[-1]
    assert "GET /sparql 200" in line and "unmistakable" not in "".join(server.log)


def test_starting_reading_anew_and_stopping(tmp_path: Path) -> None:
    import shutil

    landscape = Path(shutil.copytree(FIXTURE, tmp_path / "bees"))
    with serving("--log-queries", "--root-path", "/remit", landscape=landscape) as running:
        root = running.url.removesuffix("/remit")
        count = "SELECT (COUNT(*) AS ?n) { ?o a <https://w3id.org/remit/ontology#Organisation> }"
        # a proxy has taken the path off
        first = httpx.post(f"{root}/sparql", data={"query": count}).json()["results"]["bindings"][0]["n"]["value"]
        assert httpx.get(f"{root}/sparql", headers={"Accept": BROWSER}).headers["location"] == "/remit/sparql/editor"
        assert f"<{running.url}/sparql>" in httpx.get(f"{root}/sparql", headers={"Accept": "text/turtle"}).text
        assert httpx.get(f"{root}/matrix.html").status_code in (200, 503)
        assert until(lambda: any("Organisation" in line for line in running.log)), "the query is in the log"
        (landscape / "more.ttl").write_text(
            "<https://example.org/bees/id/more> a <https://w3id.org/remit/ontology#Organisation> .\n", encoding="utf-8"
        )
        running.process.send_signal(signal.SIGHUP)

        def counted() -> bool:
            answer = httpx.post(f"{root}/sparql", data={"query": count}).json()
            return int(answer["results"]["bindings"][0]["n"]["value"]) == int(first) + 1

        assert until(counted, 30)
        (landscape / "more.ttl").write_text("broken", encoding="utf-8")
        running.process.send_signal(signal.SIGHUP)
        assert until(lambda: any("stays" in line for line in running.log), 30)
        assert counted()
        below = running.descendants()
        running.process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        assert running.process.wait(20) == 0
        assert time.monotonic() - begun < 12
        assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below)), "nothing is left behind"


def _serve(*arguments: str) -> tuple[int, str]:
    """Exit code and messages of `remit serve`, in a process of its own: a loop may run in this one already."""
    command = [sys.executable, "-c", "from remit.cli import main; main()", "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_landscape_that_cannot_be_read_ends_the_server_with_a_sentence(tmp_path: Path) -> None:
    code, said = _serve("--port", "0", "--landscape", str(tmp_path / "none"))
    assert code == 1 and "no such folder" in said and "Traceback" not in said


def test_a_port_that_is_taken(server: Running) -> None:
    code, said = _serve("--port", server.url.rpartition(":")[2], "--landscape", str(FIXTURE))
    assert code == 1 and "cannot listen" in said


def test_help_tells_every_limit(remit: Run) -> None:
    told = " ".join(remit("serve", "--help").output.split())
    for _, value, _, says in Limits().told():
        assert says.capitalize() in told and f"{value:g}" in told.replace(",", "")


def test_a_person_is_told_from_a_program() -> None:
    assert wants_page(BROWSER)
    assert not wants_page("*/*") and not wants_page("text/turtle, text/html;q=0.5") and not wants_page("")


def test_the_questions_are_offered(server: Running) -> None:
    offered = json.loads(httpx.get(f"{server.url}/sparql/questions").text)
    assert len(offered) > 50 and {"folder", "title", "text"} == set(offered[0])
