"""What the documents show is what the program does: commands with their output, Python, SPARQL and Turtle."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from remit import open_landscape
from remit.catalogue import catalogue
from remit.content import default_landscape
from remit.terms import PREFIXES

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> list[tuple[str, str]]:
    """Each block of a language in the documents, with the document's name."""
    pattern = re.compile(rf"```{language}\n(.*?)```", re.DOTALL)
    return [(path.name, text) for path in DOCUMENTS for text in pattern.findall(path.read_text(encoding="utf-8"))]


def test_console_blocks_show_the_output_of_today() -> None:
    assert len(blocks("console")) >= 5
    command = [sys.executable, str(ROOT / "tools" / "readme.py")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(("name", "code"), blocks("python"))
def test_python_blocks_run(name: str, code: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, name, "exec"), {})
    assert printed.getvalue().strip()


@pytest.mark.parametrize(("name", "query"), blocks("sparql"))
def test_sparql_blocks_have_answers(name: str, query: str) -> None:
    assert open_landscape(as_of="2026-11-24").engine.select(query).rows, name


@pytest.mark.parametrize(("name", "block"), blocks("turtle"))
def test_turtle_blocks_are_from_the_landscape(name: str, block: str) -> None:
    folder = default_landscape()
    text = next(path.read_text(encoding="utf-8") for path in folder.rglob("*.ttl") if block.strip() in path.read_text())
    heads = "\n".join(line for line in text.splitlines() if line.startswith("@prefix"))
    assert list(parse((heads + "\n" + block).encode(), format=RdfFormat.TURTLE)), name


def test_links_between_documents_lead_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_statuses_page_names_every_status() -> None:
    page = (ROOT / "docs" / "statuses.md").read_text(encoding="utf-8")
    query = f"""SELECT ?status ?words WHERE {{ ?status <{PREFIXES["skos"]}inScheme> <https://w3id.org/remit/status> ;
        <{PREFIXES["skos"]}prefLabel> ?words }}"""
    rows = open_landscape(as_of="2026-11-24").engine.select(query).dicts()
    assert len(rows) == 11
    for row in rows:
        assert f"| `{row['status'].rsplit('/', 1)[1]}` | {row['words']} |" in page


def test_every_question_named_in_the_documents_exists() -> None:
    names = {name.rpartition("/")[2] for name in catalogue()} | set(catalogue())
    for path in DOCUMENTS:
        for name in re.findall(r"remit query ([a-z][\w/-]+)(?=[ `\n])", path.read_text(encoding="utf-8")):
            assert name in names, f"{path.name}: {name}"
