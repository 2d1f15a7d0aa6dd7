"""The commands on the hand-worked landscape: what they print, and in which form."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import networkx
import pytest
from pyoxigraph import RdfFormat, parse

from tests.conftest import FIXTURE, TODAY, Run

HERE = ("--landscape", str(FIXTURE), "--as-of", TODAY)


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMIT_CACHE", "off")


COMMANDS = [
    "build",
    "cell",
    "check",
    "compare",
    "draw",
    "explore",
    "export",
    "finding",
    "findings",
    "format",
    "judge",
    "missing",
    "push",
    "queries",
    "query",
    "reason",
    "report",
    "searched",
    "serve",
    "show",
    "what-if",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str, remit: Run) -> None:
    result = remit(command, "--help")
    assert result.exit_code == 0
    assert f"remit {command}" in result.output.split("Examples:")[1]


def test_help_lists_every_command(remit: Run) -> None:
    listed = remit("--help").output.split("Commands:")[1]
    assert re.findall(r"^  ([a-z][a-z-]*) ", listed, re.MULTILINE) == COMMANDS


def test_queries_lists_titles_and_blanks(remit: Run) -> None:
    listed = remit("queries").output
    assert "gaps/" in listed and "overlaps/" in listed
    line = next(line for line in listed.splitlines() if line.strip().startswith("confirmed-gap "))
    assert "place" in line.split("[")[1]
    assert "column cell" in remit("queries", "gaps/confirmed-gap").output


def test_a_question_as_table_csv_tsv_and_json(remit: Run) -> None:
    def ask(form: str) -> str:
        return remit("query", "gaps/searched", *HERE, "--format", form).output

    rows = list(csv.DictReader(io.StringIO(ask("csv"))))
    assert rows and all(row["cell"].startswith("https://example.org/bees/cell/") for row in rows)
    answer = json.loads(ask("json"))
    assert answer["head"]["vars"] == list(rows[0])
    assert [row["cell"]["value"] for row in answer["results"]["bindings"]] == [row["cell"] for row in rows]
    assert ask("tsv").splitlines()[0].startswith("?cell\t") and len(ask("tsv").splitlines()) == len(rows) + 1
    assert f"{len(rows)} row" in ask("table").splitlines()[-1]


def test_a_parameter_narrows_the_answer(remit: Run) -> None:
    def places(*param: str) -> set[str]:
        rows = csv.DictReader(io.StringIO(remit("query", "coverage/cells", *HERE, "-f", "csv", *param).output))
        return {row["placeLabel"] for row in rows}

    assert places() == {"Northland", "Southland", "Westland"}
    assert places("--param", "place=westland") == {"Westland"}
    assert places("--param", "place=Threelands") == {"Northland", "Southland", "Westland"}


def test_a_value_cannot_break_out_of_its_block(remit: Run) -> None:
    poisoned = 'x" } ?a ?b ?c . { VALUES ?x { "'
    result = remit("query", "coverage/cells", *HERE, "-p", f"place={poisoned}")
    assert result.exit_code == 1 and "No place is called" in result.output


def test_a_query_of_ones_own_of_each_form(remit: Run, tmp_path: Path) -> None:
    prefix = "PREFIX remit: <https://w3id.org/remit/ontology#> "
    file = tmp_path / "mine.rq"
    file.write_text(prefix + "SELECT (COUNT(?o) AS ?n) WHERE { ?o a remit:Organisation }")
    rows = remit("query", str(file), *HERE, "-f", "csv").output.split()
    assert rows[0] == "n" and int(rows[1]) > 10
    ask = remit("query", "-", *HERE, stdin=prefix + "ASK { ?x a remit:Organisation }")
    assert ask.output.strip() == "true"
    made = remit("query", "-", *HERE, stdin=prefix + "CONSTRUCT { ?x a remit:Cell } WHERE { ?x a remit:Cell }")
    assert len(list(parse(made.output.encode(), format=RdfFormat.TURTLE))) == 96


@pytest.mark.parametrize("name", ["bee-institute", "Bee Institute of Threelands", "bit"])
def test_an_organisation_is_found_by_any_of_its_names(name: str, remit: Run) -> None:
    result = remit("show", name, *HERE)
    assert result.exit_code == 0
    assert result.output.startswith("Bee Institute of Threelands (BIT)")
    assert "Roles now" in result.output and "Sources" in result.output


def test_a_cell_shows_question_status_and_who(remit: Run) -> None:
    shown = remit("cell", "convene-keepers", "forage", "Northland", *HERE).output
    assert shown.startswith("Who convenes keepers on forage in Northland?")
    assert "Two or more recorded" in shown and "Recorded (2)" in shown
    every = remit("cell", "convene-keepers", "forage", *HERE).output
    assert every.count("Who convenes keepers on forage in") == 3


def test_a_cell_that_does_not_exist_is_not_called_empty(remit: Run) -> None:
    shown = remit("cell", "convene-keepers", "mites", "Northland", *HERE).output
    assert "nobody has looked" in shown and "gap" not in shown


def test_what_if_an_organisation_closes(remit: Run) -> None:
    def statuses(*more: str) -> dict[str, str]:
        rows = csv.DictReader(io.StringIO(remit("query", "coverage/cells", *HERE, "-f", "csv", *more).output))
        return {row["cell"]: row["status"] for row in rows}

    before, after = statuses(), statuses("--without", "bee-institute")
    assert before.keys() == after.keys() and before != after


def test_exports_agree_with_each_other(remit: Run, tmp_path: Path) -> None:
    def triples(form: str, rdf: RdfFormat, *part: str) -> int:
        target = tmp_path / f"out.{form}"
        assert remit("export", "--format", form, "-o", str(target), *part, *HERE).exit_code == 0
        return len({quad.triple for quad in parse(path=target, format=rdf)})

    stated = {
        triples("nt", RdfFormat.N_TRIPLES),
        triples("ttl", RdfFormat.TURTLE),
        triples("jsonld", RdfFormat.JSON_LD),
    }
    assert len(stated) == 1
    assert triples("nt", RdfFormat.N_TRIPLES, "--snapshot") > stated.pop()
    remit("export", "--format", "graphml", "-o", str(tmp_path / "net.graphml"), *HERE)
    graph = networkx.read_graphml(tmp_path / "net.graphml")
    assert len(graph) > 10 and "Bee Institute of Threelands" in {data["label"] for _, data in graph.nodes(data=True)}


def test_check_of_a_good_landscape(remit: Run) -> None:
    result = remit("check", "--landscape", str(FIXTURE))
    assert result.exit_code == 0 and "no errors" in result.output
    assert remit("check", "--landscape", str(FIXTURE), "--strict").exit_code == 1


def test_format_brings_a_file_into_canonical_form(copy: Path, remit: Run) -> None:
    file = copy / "roles-funding.ttl"
    wanted = file.read_text(encoding="utf-8")
    blocks = wanted.split("\n\n")
    file.write_text("\n\n".join([blocks[0], *reversed(blocks[1:])]) + "\n", encoding="utf-8")
    assert "not in canonical form" in remit("check", "--landscape", str(copy), "--all").output
    assert remit("format", str(file)).exit_code == 0
    assert file.read_text(encoding="utf-8") == wanted


def test_the_cache_gives_the_same_answer(remit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = remit("query", "coverage/matrix", *HERE, "-f", "csv").output
    monkeypatch.setenv("REMIT_CACHE", "on")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first, second = (remit("query", "coverage/matrix", *HERE, "-f", "csv").output for _ in range(2))
    assert fresh == first == second
    assert len(list((tmp_path / "remit" / "snapshots").iterdir())) == 1


def test_a_changed_landscape_is_not_answered_from_the_cache(
    copy: Path, remit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REMIT_CACHE", "on")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    there = ("--landscape", str(copy), "--as-of", TODAY)
    assert "Bee Institute" in remit("show", "bee-institute", *there).output
    file = copy / "organisations.ttl"
    file.write_text(file.read_text().replace('"Bee Institute of Threelands"', '"Institute of the Bee"'))
    assert remit("show", "bee-institute", *there).output.startswith("Institute of the Bee")


def test_the_installed_command_prints_no_traceback_when_its_reader_leaves() -> None:
    command = f"{sys.executable} -c 'from remit.cli import main; main()' queries | head -1"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stderr == "" and ran.stdout
