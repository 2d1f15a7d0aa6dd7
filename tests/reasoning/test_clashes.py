"""Each mistake in a landscape comes back as the statements that clash, with file and line, and what to look at."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from remit.infer import infer
from remit.load import load
from remit.reasoning import Clash, reason
from tests.conftest import FIXTURE, TODAY, Run

PREFIXES = (
    "".join(
        f"@prefix {name}: <https://example.org/bees/{name}/> .\n"
        for name in ("id", "role", "relationship", "resource", "need", "source", "topic", "activity", "place")
    )
    + "".join(f"@prefix {name}: <https://w3id.org/remit/{name}/> .\n" for name in ("level", "relation", "standing"))
    + "@prefix remit: <https://w3id.org/remit/ontology#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix schema: <http://schema.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
ROLE = (
    "remit:activity activity:study-bees ; remit:topic topic:mites ; remit:place place:northland ;\n"
    "  remit:level level:lead ; remit:standing standing:confirmed ; remit:fieldSpecific true"
)


def link(name: str, one: str, relation: str, other: str) -> str:
    return (
        f"relationship:{name} a remit:Relationship ; remit:relation relation:{relation} ;\n"
        f"  remit:from id:{one} ;\n  remit:to id:{other} ."
    )


# what is wrong: (what is added, the rule that it breaks, the statements that the curator is led to)
MISTAKES: dict[str, tuple[str, str, list[str]]] = {
    "a role that is also an organisation": (
        f"id:bee-institute a remit:Role ; remit:holder id:mite-laboratory ;\n  {ROLE} .",
        "Nothing is both a role and an organisation.",
        ["id:bee-institute a remit:Role", "id:bee-institute a remit:Organisation"],
    ),
    "a source used as a holder": (
        f"role:by-source a remit:Role ;\n  remit:holder source:gazette ;\n  {ROLE} .",
        "Nothing is both a source and an organisation.",
        ["role:by-source remit:holder source:gazette", "source:gazette a remit:Source"],
    ),
    "a body that was once part of itself": (
        link("self", "young-keepers", "part-of", "young-keepers").replace(
            "a remit:Relationship ;", 'a remit:Relationship ; schema:endDate "2020"^^xsd:gYear ;'
        ),
        "“from” and “to” never lead from one thing to the same other.",
        ["relationship:self remit:from id:young-keepers", "relationship:self remit:to id:young-keepers"],
    ),
    "two bodies that are part of each other": (
        link("in", "honey-foundation", "part-of", "world-bee-union")
        + "\n"
        + link("out", "world-bee-union", "part-of", "honey-foundation"),
        "“suborganization of” never holds both ways.",
        [
            "relationship:in: id:honey-foundation relation:part-of id:world-bee-union",
            "relationship:out: id:world-bee-union relation:part-of id:honey-foundation",
        ],
    ),
    "a part that oversees the whole": (
        link("whole", "westland-bee-trust", "part-of", "keepers-association")
        + "\n"
        + link("over", "westland-bee-trust", "oversees", "keepers-association"),
        "“oversees” and “suborganization of” never lead from one thing to the same other.",
        [
            "relationship:whole: id:westland-bee-trust relation:part-of id:keepers-association",
            "relationship:over: id:westland-bee-trust relation:oversees id:keepers-association",
        ],
    ),
    "two bodies that regulate each other": (
        link("there", "apiary-supplies", "regulates", "hive-data-trust")
        + "\n"
        + link("back", "hive-data-trust", "regulates", "apiary-supplies"),
        "“regulates” never holds both ways.",
        [
            "relationship:there: id:apiary-supplies relation:regulates id:hive-data-trust",
            "relationship:back: id:hive-data-trust relation:regulates id:apiary-supplies",
        ],
    ),
    "an organisation used as a topic": (
        f"role:on-body a remit:Role ;\n  remit:holder id:northland-university ;\n"
        f"  {ROLE.replace('topic:mites', 'id:swarm-programme')} .",
        "Nothing is both an organisation and a concept.",
        ["role:on-body remit:topic id:swarm-programme", "id:swarm-programme a remit:Organisation"],
    ),
    "a resource that a role provides": (
        "resource:by-role a remit:Resource ;\n  remit:provider role:apiary-council.fund-research.mites.northland .",
        "Nothing is both a role and an organisation.",
        [
            "resource:by-role remit:provider role:apiary-council.fund-research.mites.northland",
            "role:apiary-council.fund-research.mites.northland a remit:Role",
        ],
    ),
    "a need that a source raised": (
        "need:by-source a remit:Need ;\n  remit:raisedBy source:council-page .",
        "Nothing is both a source and an organisation.",
        ["need:by-source remit:raisedBy source:council-page", "source:council-page a remit:Source"],
    ),
    "an organisation with a level, as only roles have": (
        "id:hive-standards-office remit:level level:lead .",
        "Nothing is both a role and an organisation.",
        ["id:hive-standards-office remit:level level:lead", "id:hive-standards-office a remit:Organisation"],
    ),
    "a role of two levels": (
        f"role:both a remit:Role ;\n  remit:holder id:mite-laboratory ;\n  {ROLE} ;\n  remit:level level:contributor .",
        "A thing has “level” once at most.",
        ["role:both remit:level level:lead", "role:both remit:level level:contributor"],
    ),
}


@cache
def broken() -> tuple[list[str], tuple[Clash, ...]]:
    """The hand-worked landscape with every mistake in a file of its own order, and what reasoning makes of it."""
    text = PREFIXES + "\n" + "\n\n".join(added for added, _, _ in MISTAKES.values()) + "\n"
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(FIXTURE, Path(folder) / "bees"))
        (place / "mistakes.ttl").write_text(text, encoding="utf-8")
        found = reason(infer(load(place), TODAY), most=3 * len(MISTAKES))
    assert not found.consistent
    assert found.members == {}
    return text.splitlines(), found.clashes


def clash_of(name: str) -> Clash:
    statements = set(MISTAKES[name][2])
    (found,) = (clash for clash in broken()[1] if {statement.text for statement in clash.statements} == statements)
    return found


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_as_the_rule_that_it_breaks(name: str) -> None:
    found = clash_of(name)
    words = re.findall(r"\w+", MISTAKES[name][1])
    assert sorted(re.findall(r"\w+", found.why)) == sorted(words), found.why
    assert found.remedy.endswith(".")


@pytest.mark.parametrize("name", MISTAKES)
def test_each_statement_is_led_to_by_file_and_line(name: str) -> None:
    lines = broken()[0]
    for statement in clash_of(name).statements:
        file, _, number = statement.place.partition(", line ")
        shown = lines if file == "mistakes.ttl" else (FIXTURE / file).read_text(encoding="utf-8").splitlines()
        line = shown[int(number) - 1]
        relationship, _, fact = statement.text.rpartition(": ")
        # a line shows the subject where its block begins, else the value that is stated
        words = [relationship] if relationship else [fact.split(" ")[0], fact.split(" ")[-1]]
        assert any(word in line for word in words), (statement, line)


def test_what_was_right_is_not_blamed() -> None:
    assert len(broken()[1]) == len(MISTAKES)


def test_the_hand_worked_landscape_is_free_of_contradictions(remit: Run) -> None:
    done = remit("reason", "--landscape", str(FIXTURE), "--as-of", TODAY, "--members")
    assert done.exit_code == 0, done.output
    assert "Bee research in Threelands, as of 2025-06-30: no contradictions." in done.output
    assert re.search(r"^ +3  Funder\n +id/apiary-council$", done.output, re.MULTILINE)


def test_the_command_tells_a_curator_what_to_do(remit: Run, copy: Path) -> None:
    added = [MISTAKES["a source used as a holder"][0], link("self", "young-keepers", "part-of", "young-keepers")]
    (copy / "mistake.ttl").write_text(PREFIXES + "\n\n".join(added), encoding="utf-8")
    done = remit("reason", "--landscape", str(copy), "--as-of", TODAY)
    assert done.exit_code == 1
    line = PREFIXES.count("\n") + 2
    assert f"mistake.ttl, line {line}: role:by-source remit:holder source:gazette" in done.output
    assert "sources.ttl, line" in done.output and ": source:gazette a remit:Source" in done.output
    assert "What to do: Each thing is of one class." in done.output
    assert "The ontology says: What “holder” leads to is an organisation." in done.output
    # a body that is part of itself breaks more than one rule; whichever is told, it leads to the relationship
    assert "relationship:self" in done.output
    assert re.search(r"The landscape contradicts the ontology: (two|three) contradictions", done.output)
