"""A decision about a finding: written as canonical Turtle, read again, and no longer open."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit import content
from remit.analysis import Reading, finding
from remit.analysis.judge import FILE, judge
from remit.errors import RemitError
from remit.infer import infer
from remit.load import load
from remit.turtle import format_text
from remit.validate import check
from tests.analysis.shared import BASE, body
from tests.conftest import TODAY

NAME = "two-leads.fund-research.mites.northland"


def read(folder: Path, day: str = TODAY) -> Reading:
    return Reading(infer(load(folder), day))


def decide(folder: Path, name: str = NAME, **changed: str) -> Path:
    told = {"verdict": "complementary", "by": "KA", "date": "2025-06-20"} | changed
    return judge(read(folder), name, **told)[1]


def test_what_was_decided_is_found_again(copy: Path) -> None:
    assert finding(read(copy), NAME).open
    file = decide(copy, note="They fund  different\nstages")
    assert file == copy / FILE
    judged = finding(read(copy), NAME)
    assert not judged.open and judged.judgement is not None
    assert judged.judgement.verdict == "complementary"
    assert judged.judgement.by == body("keepers-association")
    assert (judged.judgement.date, judged.judgement.note) == ("2025-06-20", "They fund different stages")
    assert judged.judgement.iri == f"{BASE}judgement/{NAME}.keepers-association.2025-06-20"


def test_the_file_is_canonical_and_passes_the_checks(copy: Path) -> None:
    decide(copy)
    file = decide(copy, "cliff-edge.study-bees.public-trust.westland", verdict="accepted", date="2025")
    text = file.read_text(encoding="utf-8")
    assert format_text(text, FILE) == text
    assert text.startswith("# What people decided") and text.count("a remit:Judgement") == 2
    assert [problem for problem in check(load(copy)) if FILE in str(problem)] == []


def test_what_was_in_the_file_stays(copy: Path) -> None:
    prefix = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    (copy / FILE).write_text(f'# Ours.\n\n{prefix}\n\n<https://example.org/x> skos:note "kept" .\n')
    text = decide(copy).read_text()
    assert text.startswith("# Ours.") and '"kept"' in text and NAME in text


def test_the_iri_of_a_finding_is_understood(copy: Path) -> None:
    decide(copy, f"{BASE}finding/{NAME}")
    assert not finding(read(copy), NAME).open


def test_the_latest_decision_counts(copy: Path) -> None:
    decide(copy, verdict="accepted", date="2025-06-20")
    decide(copy, verdict="hand-over", date="2025-06-25", by="Young Keepers")
    judged = finding(read(copy), NAME).judgement
    assert judged is not None and judged.verdict == "hand-over"
    then = finding(read(copy, "2025-06-22"), NAME).judgement
    assert then is not None and then.verdict == "accepted"


def test_on_an_earlier_date_it_is_still_open(copy: Path) -> None:
    decide(copy)
    assert finding(read(copy, "2025-06-19"), NAME).open
    assert not finding(read(copy, "2025-06-20"), NAME).open


@pytest.mark.parametrize(
    ("changed", "what", "remedy"),
    [
        ({"name": "two-leads.fund-research.mite.northland"}, "There is no finding", "fund-research.mites.northland"),
        ({"name": "nonsense"}, "There is no finding “nonsense”", "remit findings"),
        ({"verdict": "fine"}, "No verdict is called “fine”", "coordinated-elsewhere"),
        ({"by": "Nobody"}, "No organisation is called “Nobody”", ""),
        ({"date": "last week"}, "“last week” is not a date", "2024-03-20"),
        ({"date": "2025-13"}, "is not a date", ""),
    ],
)
def test_mistakes_are_refused_and_nothing_is_written(
    copy: Path, changed: dict[str, str], what: str, remedy: str
) -> None:
    with pytest.raises(RemitError) as raised:
        decide(copy, **changed)
    assert what in str(raised.value) and remedy in str(raised.value)
    assert not (copy / FILE).exists()


def test_the_same_decision_is_not_written_twice(copy: Path) -> None:
    before = decide(copy).read_text()
    with pytest.raises(RemitError, match="has judged this finding on that date already"):
        decide(copy, verdict="accepted")
    assert (copy / FILE).read_text() == before


def test_a_broken_file_is_left_as_it_is(copy: Path) -> None:
    reading = read(copy)
    (copy / FILE).write_text("this is no Turtle")
    with pytest.raises(RemitError, match="not valid Turtle"):
        judge(reading, NAME, verdict="accepted", by="KA", date="2025")
    assert (copy / FILE).read_text() == "this is no Turtle"


def test_the_landscape_inside_the_program_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "PACKAGED", copy.parent)
    with pytest.raises(RemitError) as raised:
        decide(copy)
    assert "--landscape" in str(raised.value) and not (copy / FILE).exists()


def test_a_file_that_cannot_be_read_is_said(copy: Path) -> None:
    reading = read(copy)
    (copy / FILE).mkdir()
    with pytest.raises(RemitError, match="The file cannot be read"):
        judge(reading, NAME, verdict="accepted", by="KA", date="2025")
    assert not list((copy / FILE).iterdir())
