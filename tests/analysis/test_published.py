"""The published findings of the bundled landscape: a change of data that flips one fails here, and names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.analysis import Finding, findings
from remit.analysis.published import UPKEEP, accept, flips, published_kinds, read_published, status_lines
from remit.infer import infer
from remit.load import load
from tests.analysis.shared import EXPECTED
from tests.conftest import TODAY


def test_no_finding_has_flipped_unseen() -> None:
    stated = load()
    now = status_lines(findings(infer(stated, stated.landscape.issued), kinds=published_kinds()))
    published = read_published(EXPECTED / "findings-uk.txt")
    assert published
    differ = flips(published, now)
    if differ:
        pytest.fail(f"findings have changed; if that is meant, `make accept`:\n{differ}", pytrace=False)


def test_a_line_for_each_finding(found: dict[str, Finding]) -> None:
    lines = status_lines(found.values())
    assert lines == sorted(lines)
    assert len(lines) == sum(each.kind not in UPKEEP for each in found.values())
    assert "need.new-keepers-trained | some | open" in lines
    assert "single.keep-data.forage.northland | - | open" in lines
    assert "possible-duplicate.royal-bee-society.royal-society-of-bees | - | judged duplicate" in lines


def test_a_change_of_data_names_the_finding(copy: Path, found: dict[str, Finding]) -> None:
    """One role less: a body that was one of two is left alone, and the cell that it had alone is empty."""
    file = copy / "roles-trials-data.ttl"
    text = file.read_text()
    start = text.index("role:hive-data-trust.keep-data.hive-data.southland a")
    file.write_text(text[:start] + text[text.index("role:", start + 5) :])
    now = findings(infer(load(copy), TODAY))
    differ = flips(status_lines(found.values()), status_lines(now))
    assert "single.keep-data.hive-data.southland | - | open" in differ.appeared
    assert "overlap.bee-institute.hive-data-trust | - | open" in differ.gone
    assert "found anew: single.keep-data.hive-data.southland" in str(differ)
    assert "no longer found: overlap.bee-institute.hive-data-trust" in str(differ)


def test_another_state_is_a_flip_too() -> None:
    differ = flips(["need.x | some | open", "single.y | - | open"], ["need.x | all | open", "single.y | - | open"])
    assert differ and str(differ) == "changed: need.x | some | open → need.x | all | open"
    assert not flips(["a | - | open"], ["a | - | open"])


def test_accepting_writes_what_is_found(tmp_path: Path, found: dict[str, Finding]) -> None:
    file = tmp_path / "published.txt"
    first = accept(found.values(), file, "of the bees")
    assert len(first.appeared) == len(read_published(file)) > 200
    assert file.read_text().startswith("# of the bees\n")
    assert not accept(found.values(), file, "of the bees")
