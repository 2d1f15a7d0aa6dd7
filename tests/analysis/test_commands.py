"""The commands: findings, finding, judge, compare, what-if."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from remit.analysis import KINDS, Finding
from tests.analysis.shared import BASE
from tests.conftest import FIXTURE, TODAY, Run

HERE = ("--landscape", str(FIXTURE), "--as-of", TODAY)
NAME = "confirmed-gap.fund-research.general.westland"


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMIT_CACHE", "off")


@pytest.mark.parametrize("command", ["findings", "finding", "judge", "compare", "what-if"])
def test_every_command_has_help_with_examples(command: str, remit: Run) -> None:
    result = remit(command, "--help")
    assert result.exit_code == 0
    assert f"remit {command}" in result.output.split("Examples:")[1]
    assert f"\n  {command} " in remit("--help").output


def test_how_many_of_each_kind(remit: Run, found: dict[str, Finding]) -> None:
    lines = remit("findings", *HERE).output.splitlines()
    told = {line.split()[0]: line.split()[-2:] for line in lines if line.split() and line.split()[0] in KINDS}
    assert set(told) == set(KINDS)
    for kind, (still, judged) in told.items():
        of_kind = [each for each in found.values() if each.kind == kind]
        assert (int(still), int(judged)) == (
            sum(each.open for each in of_kind),
            sum(not each.open for each in of_kind),
        )
    assert "241 findings as of 30 June 2025." in lines


def test_a_kind_as_a_table(remit: Run) -> None:
    output = remit("findings", "--kind", "orphaned-role", "-k", "crowded", *HERE).output
    assert output.index("crowded.fund-research.mites.northland") < output.index("orphaned-role.swarm-programme")
    assert output.endswith("Two findings.\n")


def test_what_is_judged_is_listed_on_demand_only(remit: Run) -> None:
    short = remit("findings", "--kind", "possible-duplicate", *HERE).output
    assert "royal" not in short and short.endswith("No findings; one judged one is not listed.\n")
    whole = remit("findings", "--kind", "possible-duplicate", "--all", *HERE).output
    assert "Judged “duplicate” by Keepers' Association (KA), 15 June 2025. One society, recorded twice." in " ".join(
        whole.split()
    )


def test_csv_and_json_hold_all(remit: Run, found: dict[str, Finding]) -> None:
    rows = list(csv.DictReader(io.StringIO(remit("findings", "--format", "csv", *HERE).output)))
    assert [row["id"] for row in rows] == list(found)
    by_id = {row["id"]: row for row in rows}
    assert by_id[NAME]["topic"] == "general" and by_id[NAME]["open"] == "true"
    assert by_id[NAME]["query"].startswith("remit query gaps/confirmed-gap -p activity=fund-research")
    told = json.loads(remit("findings", "--format", "json", *HERE).output)
    assert told["asOf"] == TODAY and told["landscape"] == "Bee research in Threelands"
    whole = {each["id"]: each for each in told["findings"]}
    assert list(whole) == list(found)
    assert whole[NAME]["iri"] == f"{BASE}finding/{NAME}"
    assert whole[NAME]["evidence"][0]["sources"][0]["publisher"] == "Threelands Gazette"
    duplicate = whole["possible-duplicate.royal-bee-society.royal-society-of-bees"]
    assert not duplicate["open"] and duplicate["judgement"]["verdict"] == "duplicate"


def test_a_scope(remit: Run) -> None:
    output = remit("findings", "--topic", "pesticides", "--nation", "Westland", *HERE).output
    assert "confirmed-gap.keep-data.pesticides.westland" in output and "northland" not in output
    empty = remit("findings", "--kind", "crowded", "--topic", "pesticides", *HERE)
    assert empty.exit_code == 0
    assert empty.output == "No finding of kind crowded for the topic “Pesticides”; 10 questions lie there.\n"
    wrong = remit("findings", "--topic", "pestcides", *HERE)
    assert wrong.exit_code == 1 and "pesticides" in wrong.output.lower()


def test_a_wrong_kind(remit: Run) -> None:
    result = remit("findings", "--kind", "confirmed", *HERE)
    assert result.exit_code == 1 and "confirmed-gap" in result.output


def test_the_null_model_on_demand(remit: Run) -> None:
    result = remit("findings", "--kind", "overlap", "--null-model", *HERE)
    assert result.exit_code == 0 and "200 rewirings (seed 1)" in result.output


def test_a_finding_in_full(remit: Run) -> None:
    output = remit("finding", NAME, *HERE).output
    lines = output.splitlines()
    assert lines[:2] == [NAME, "A source reports none"]
    for told in (
        "Open: nobody has decided about it.",
        "Confidence: medium.",
        f"Address: {BASE}finding/{NAME}",
        "  The year of the bee. Threelands Gazette, 2022.",
        "https://example.org/pages/gazette",
        "Candidates (whom to ask; not who should do it)",
        "remit query gaps/confirmed-gap -p activity=fund-research -p topic=general -p place=westland",
    ):
        assert told in output, told


def test_the_query_that_is_told_runs(remit: Run) -> None:
    command = remit("finding", NAME, *HERE).output.splitlines()[-1].split()
    assert command[:2] == ["remit", "query"]
    result = remit(*command[1:])
    assert result.exit_code == 0 and "1 row" in result.output


def test_an_unknown_finding(remit: Run) -> None:
    result = remit("finding", "confirmed-gap.fund-reserch.general.westland", *HERE)
    assert result.exit_code == 1
    assert f"Did you mean {NAME}" in result.output and "Traceback" not in result.output


def test_judge_and_list_again(remit: Run, copy: Path) -> None:
    there = ("--landscape", str(copy), "--as-of", TODAY)
    decided = ("--verdict", "accepted", "--by", "Keepers' Association", "--date", "2025-06-30")
    result = remit("judge", NAME, *decided, "--note", "Known.", *there)
    assert result.exit_code == 0 and "judgements.ttl" in result.output
    assert NAME not in remit("findings", "--kind", "confirmed-gap", *there).output
    assert (
        "Judged “accepted” by Keepers' Association (KA), 30 June 2025. Known." in remit("finding", NAME, *there).output
    )
    assert remit("check", "--landscape", str(copy)).exit_code == 0


def test_a_decision_of_a_later_date_is_said_to_stay_open(remit: Run, copy: Path) -> None:
    there = ("--landscape", str(copy), "--as-of", TODAY)
    result = remit("judge", NAME, "--verdict", "accepted", "--by", "KA", "--date", "2025-07", *there)
    assert "As of 2025-06-30 it stays open" in result.output


def test_a_decision_about_what_is_gone_is_told(remit: Run, copy: Path) -> None:
    file = copy / "assessments.ttl"
    file.write_text(
        file.read_text().replace("finding/possible-duplicate.royal-bee", "finding/possible-duplicate.royal-wasp")
    )
    output = remit("findings", "--landscape", str(copy), "--as-of", TODAY).output
    assert "One decision is about what is no longer found." in output


def test_judge_wants_all_it_needs(remit: Run) -> None:
    assert remit("judge", NAME, "--verdict", "accepted").exit_code == 2


def test_compare_with_the_landscapes_own_baseline(remit: Run) -> None:
    output = remit("compare", *HERE).output
    assert output.startswith("From 20 March 2023 to 30 June 2025: 17 records began and six records ended; ")
    assert "Answers that changed (24)" in output and "and 4 more; --all lists them." in output
    assert "None is recorded." in output and "needs a second one" in output.replace("\n", " ")
    assert "more; --all" not in remit("compare", "--all", *HERE).output


def test_compare_refuses_what_cannot_be_compared(remit: Run, copy: Path) -> None:
    result = remit("compare", "--baseline", "2026-01-01", *HERE)
    assert result.exit_code == 1 and "is not before" in result.output
    file = copy / "landscape.ttl"
    file.write_text("\n".join(line for line in file.read_text().splitlines() if "remit:baseline" not in line))
    result = remit("compare", "--landscape", str(copy), "--as-of", TODAY)
    assert result.exit_code == 1 and "names no day to compare with" in result.output


def test_what_if(remit: Run) -> None:
    output = remit("what-if", "BIT", *HERE).output
    assert "10 questions would have another answer" in " ".join(output.split())
    assert "Who keeps data on nutrition in Southland? From “one recorded” to “recorded as ended”." in output
    result = remit("what-if", "Nobody Knows", *HERE)
    assert result.exit_code == 1 and "No organisation is called" in result.output
