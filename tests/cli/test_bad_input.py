"""Who makes a mistake gets: the place, what is wrong, what to do, exit code 1, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY, Run

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix remit: <https://w3id.org/remit/ontology#> .
@prefix level: <https://w3id.org/remit/level/> .
@prefix standing: <https://w3id.org/remit/standing/> .
@prefix id: <https://example.org/bees/id/> .
@prefix role: <https://example.org/bees/role/> .
@prefix activity: <https://example.org/bees/activity/> .
@prefix topic: <https://example.org/bees/topic/> .
@prefix place: <https://example.org/bees/place/> .
@prefix source: <https://example.org/bees/source/> .
"""

ROLE = """
role:test a remit:Role ;
  remit:holder {holder} ;
  remit:activity {activity} ;
  remit:topic topic:forage ;
  remit:place place:northland ;
  remit:level level:lead ;
  remit:standing standing:confirmed ;
  remit:fieldSpecific true ;
  remit:recorded "2025-01-01"^^xsd:date ;
  {dates}
  dcterms:source {source} .
"""

GOOD = {"holder": "id:bee-institute", "activity": "activity:fund-research", "dates": "", "source": "SOURCE"}

MISTAKES = {
    "wrong vocabulary term": ({"activity": "activity:dance"}, "dance", "activity"),
    "dangling reference": ({"holder": "id:nobody"}, "nobody", "organisation"),
    "dangling source": ({"source": "source:never-seen"}, "never-seen", "source"),
    "impossible date": ({"dates": 'schema:startDate "2023-02-30"^^xsd:date ;'}, "2023-02-30", "date"),
    "date of the wrong type": ({"dates": 'schema:startDate "last May" ;'}, "last May", "date"),
    "end before start": (
        {"dates": 'schema:startDate "2024-05"^^xsd:gYearMonth ; schema:endDate "2023"^^xsd:gYear ;'},
        "test",
        "end",
    ),
}


def first_source(folder: Path) -> str:
    """A source that the landscape has."""
    text = (folder / "sources.ttl").read_text(encoding="utf-8")
    return next(line.split()[0] for line in text.splitlines() if line.startswith("source:"))


def write_role(folder: Path, **parts: str) -> Path:
    """A file with one role, good but for the parts given."""
    source = first_source(folder)
    filled = {**GOOD, "source": source, **parts}
    file = folder / "broken.ttl"
    file.write_text(PREFIXES + ROLE.format(**filled), encoding="utf-8")
    return file


def line_of(file: Path, text: str) -> int:
    """The number of the first line that begins so."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(text))


def test_the_good_role_passes(copy: Path, remit: Run) -> None:
    write_role(copy)
    result = remit("check", "--landscape", str(copy))
    assert "error:" not in result.output, result.output
    assert result.exit_code == 0


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_file_and_line(mistake: str, copy: Path, remit: Run) -> None:
    parts, value, word = MISTAKES[mistake]
    file = write_role(copy, **parts)
    result = remit("check", "--landscape", str(copy))
    assert result.exit_code == 1
    line = line_of(file, "role:test")
    errors = [each for each in result.output.splitlines() if each.startswith("error:")]
    assert errors and all(f"broken.ttl, line {line}" in each for each in errors), result.output
    told = " ".join(errors)
    assert value in told and word in told.lower()


def test_a_misspelt_property_is_named(copy: Path, remit: Run) -> None:
    file = write_role(copy)
    file.write_text(file.read_text().replace("remit:standing standing", "remit:standng standing"), encoding="utf-8")
    result = remit("check", "--landscape", str(copy))
    assert result.exit_code == 1 and "remit:standng" in result.output


def test_role_without_holder(copy: Path, remit: Run) -> None:
    file = write_role(copy)
    file.write_text(file.read_text().replace("remit:holder id:bee-institute ;", ""), encoding="utf-8")
    result = remit("check", "--landscape", str(copy))
    assert result.exit_code == 1
    assert "broken.ttl, line" in result.output and "holder" in result.output


def test_duplicate_id_names_both_places(copy: Path, remit: Run) -> None:
    file = copy / "broken.ttl"
    file.write_text(PREFIXES + 'id:bee-institute skos:note "again" .\n', encoding="utf-8")
    result = remit("check", "--landscape", str(copy))
    assert result.exit_code == 1
    told = next(line for line in result.output.splitlines() if "same id" in line)
    assert "broken.ttl, line" in told and "organisations.ttl, line" in told


def test_broken_turtle(copy: Path, remit: Run) -> None:
    file = copy / "broken.ttl"
    file.write_text(PREFIXES + "id:a a remit:Organisation\nid:b a remit:Organisation .\n", encoding="utf-8")
    for command in (["check"], ["query", "single"], ["build", "--out", str(copy.parent / "site")]):
        result = remit(*command, "--landscape", str(copy))
        assert result.exit_code == 1
        assert f"broken.ttl, line {line_of(file, 'id:b')}" in result.output
        assert "What to do" in result.output and "Traceback" not in result.output
    assert not (copy.parent / "site").exists()


def test_build_with_errors_keeps_the_site_that_was_there(copy: Path, remit: Run) -> None:
    site = copy.parent / "site"
    assert remit("build", "--landscape", str(copy), "--out", str(site), "--as-of", TODAY).exit_code == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    write_role(copy, holder="id:nobody")
    result = remit("build", "--landscape", str(copy), "--out", str(site), "--as-of", TODAY)
    assert result.exit_code == 1 and "nobody" in result.output
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in copy.parent.iterdir()) == ["bees", "site"]


def test_build_does_not_replace_a_folder_that_it_did_not_make(copy: Path, remit: Run) -> None:
    mine = copy.parent / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    result = remit("build", "--landscape", str(copy), "--out", str(mine))
    assert result.exit_code == 1 and "something else" in result.output
    assert (mine / "thesis.txt").read_text() == "years of work"


def test_query_with_a_syntax_error(copy: Path, remit: Run) -> None:
    result = remit("query", "-", "--landscape", str(copy), stdin="SELECT ?x WHERE {\n  ?x ?p\n}")
    assert result.exit_code == 1
    assert "line 3" in result.output and "Traceback" not in result.output


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <https://example.org/x.ttl>",
        "# from service\nCLEAR ALL",
    ],
)
def test_an_update_is_refused_as_one(text: str, copy: Path, remit: Run) -> None:
    result = remit("query", "-", "--landscape", str(copy), stdin=text)
    assert result.exit_code == 1
    assert "update" in result.output


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?p { ?s ?p ?o } } }",
        "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } FROM NAMED <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
    ],
)
def test_a_query_that_would_reach_out_is_refused(text: str, copy: Path, remit: Run) -> None:
    result = remit("query", "-", "--landscape", str(copy), stdin=text)
    assert result.exit_code == 1
    assert "SERVICE" in result.output or "FROM" in result.output


def test_the_words_alone_are_harmless(copy: Path, remit: Run) -> None:
    text = "# SERVICE FROM\nSELECT ('SERVICE <x> FROM' AS ?word) (<urn:service:from> AS ?iri) {}"
    result = remit("query", "-", "--landscape", str(copy), "-f", "csv", stdin=text)
    assert result.exit_code == 0
    assert "SERVICE <x> FROM" in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["query", "no-such-question"], "remit queries"),
        (["query", "single", "--param", "place"], "KEY=VALUE"),
        (["query", "single", "--param", "colour=red"], "no parameter"),
        (["query", "single", "--param", "place=Atlantis"], "Northland"),
        (["query", "single", "--as-of", "2023-02-30"], "not a day"),
        (["query", "single", "--as-of", "last year"], "YYYY-MM-DD"),
        (["show", "Bee Institut"], "Bee Institute"),
        (["cell", "fund-research", "forrage"], "forage"),
        (["query", "missing.rq"], "missing.rq"),
    ],
)
def test_a_wrong_name_or_value_tells_how_to_go_on(arguments: list[str], told: str, copy: Path, remit: Run) -> None:
    result = remit(*arguments, "--landscape", str(copy))
    assert result.exit_code == 1
    assert told.lower() in result.output.lower() and "Traceback" not in result.output


def test_a_folder_that_is_no_landscape(tmp_path: Path, remit: Run) -> None:
    assert "no such folder" in remit("check", "--landscape", str(tmp_path / "none")).output
    assert "no Turtle files" in remit("check", "--landscape", str(tmp_path)).output
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    result = remit("check", "--landscape", str(tmp_path))
    assert result.exit_code == 1 and "remit:Landscape" in result.output


def test_files_outside_the_folder_are_not_read(copy: Path, remit: Run) -> None:
    outside = copy.parent / "outside.ttl"
    outside.write_text("<urn:a> <urn:b> <urn:c> .")
    (copy / "link.ttl").symlink_to(outside)
    result = remit("check", "--landscape", str(copy))
    assert result.exit_code == 1 and "outside" in result.output


def test_a_runaway_query_is_stopped(copy: Path) -> None:
    import subprocess
    import sys

    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > ?f && ?f > ?i) }"
    command = [sys.executable, "-c", "from remit.cli import main; main()", "query", "-", "--timeout", "0.3"]
    ran = subprocess.run(
        [*command, "--landscape", str(copy)],
        input=text,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 3
    assert "longer than 0.3 seconds" in ran.stderr and ran.stdout == ""
