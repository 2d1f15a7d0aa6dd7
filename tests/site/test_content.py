"""What the pages say of the hand-worked landscape, against what was worked out by hand."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from remit.build import answers
from remit.catalogue import catalogue
from remit.infer import Snapshot
from remit.output import render
from tests.site.conftest import Document, Element, read

CELLS = Path(__file__).parents[1] / "expected" / "cells-2025-06-30.csv"


@pytest.fixture(scope="session")
def cells() -> list[dict[str, str]]:
    """The cells as worked out by hand."""
    with CELLS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _status(element: Element) -> str:
    return next(name[2:] for name in element.attributes["class"].split() if name.startswith("s-"))


def _within(document: Document, identifier: str) -> list[Element]:
    """The element with an id and all within it."""
    start = next(i for i, e in enumerate(document.elements) if e.attributes.get("id") == identifier)
    depth = len(document.elements[start].path)
    found = [document.elements[start]]
    for element in document.elements[start + 1 :]:
        if len(element.path) <= depth:
            break
        found.append(element)
    return found


def test_the_matrix_shows_every_cell_as_worked_out(site: Path, cells: list[dict[str, str]]) -> None:
    for place in {cell["place"] for cell in cells}:
        document = read(site / "matrix" / f"{place}.html")
        shown = {}
        for index, element in enumerate(document.elements):
            if element.name == "a" and "td" in element.path:
                mark = next(e for e in document.elements[index:] if "mark" in e.attributes.get("class", "").split())
                shown[element.attributes["href"]] = (
                    _status(mark),
                    "falls" in mark.attributes["class"].split(),
                    mark.text,
                )
        expected = {
            f"../cells/{cell['activity']}/{cell['topic']}.html#at-{place}": cell
            for cell in cells
            if cell["place"] == place
        }
        assert set(shown) == set(expected)
        for address, cell in expected.items():
            status, falls, text = shown[address]
            assert status == cell["status"], address
            assert falls == ("said-to-fall-short" in cell["flags"]), address
            assert re.sub(r"\D", "", text) == (cell["holderCount"] if cell["holderCount"] != "0" else ""), address


def test_the_matrix_of_all_places_shows_every_cell_too(site: Path, cells: list[dict[str, str]]) -> None:
    document = read(site / "matrix.html")
    marks = [e for e in document.with_class("mark") if "td" in e.path and "none" not in e.attributes["class"].split()]
    counted: dict[str, int] = {}
    for mark in marks:
        counted[_status(mark)] = counted.get(_status(mark), 0) + 1
    expected: dict[str, int] = {}
    for cell in cells:
        expected[cell["status"]] = expected.get(cell["status"], 0) + 1
    assert counted == expected


def test_the_page_of_each_pair_answers_for_each_place(site: Path, cells: list[dict[str, str]]) -> None:
    for cell in cells:
        document = read(site / "cells" / cell["activity"] / f"{cell['topic']}.html")
        section = _within(document, f"at-{cell['place']}")
        assert _status(next(e for e in section if "status" in e.attributes.get("class", "").split())) == cell["status"]
        flags = [e for e in section if "flag" in e.attributes.get("class", "").split()]
        assert len(flags) == len(cell["flags"].split()), cell
        links = {link.attributes["href"] for link in document.all("a")}
        for column in ("holders", "doubtful", "general", "announced", "former"):
            for organisation in cell[column].split():
                assert f"../../organisations/{organisation}.html" in links, (cell, column)
        for need in cell["demanded"].split():
            assert f"../../needs.html#need-{need}" in links, cell


@pytest.mark.parametrize(
    ("pair", "place", "says"),
    [
        ("study-bees/mites", "northland", "Two bodies recorded: "),
        ("study-bees/mites", "westland", "A source reports none ("),
        ("run-trials/viruses", "westland", "yet recorded, not confirmed as still running: Westland College."),
        ("keep-data/pesticides", "southland", "A source reports none: "),
        ("fund-research/mites", "northland", "1 of their 3 pairs has a recorded link."),
        ("study-bees/nutrition", "westland", "Recorded, not confirmed as still running: Westland College."),
        ("run-trials/mites", "northland", "Recorded as ended: Swarm Programme."),
        ("study-bees/pesticides", "southland", "Announced: Southland University."),
        ("fund-research/general", "northland", "Only bodies with a general remit are recorded: Apiary Council."),
        (
            "study-bees/pesticides",
            "northland",
            "No record yet: nothing is recorded, no source reports an absence, and no search is recorded.",
        ),
    ],
)
def test_the_answer_in_a_sentence(site: Path, pair: str, place: str, says: str) -> None:
    section = _within(read(site / "cells" / f"{pair}.html"), f"at-{place}")[0]
    assert says in " ".join(section.text.split())


def test_parts_beside_their_whole_are_shown_apart(site: Path) -> None:
    document = read(site / "cells" / "study-bees" / "mites.html")
    assert "Recorded as parts of a body that is counted" in document.text


@pytest.mark.parametrize(
    "status", ["contested", "crowded", "covered", "single", "confirmed-gap", "not-recorded", "lapsed"]
)
def test_a_list_names_exactly_its_cells(site: Path, cells: list[dict[str, str]], status: str) -> None:
    document = read(site / "findings" / f"{status}.html")
    listed = {
        link.attributes["href"] for link in document.with_class("status") if link.name == "a" and "td" in link.path
    }
    assert listed == {
        f"../cells/{cell['activity']}/{cell['topic']}.html#at-{cell['place']}"
        for cell in cells
        if cell["status"] == status
    }


def test_the_start_page_counts_as_worked_out(site: Path, cells: list[dict[str, str]]) -> None:
    document = read(site / "index.html")
    held = [cell for cell in cells if cell["holderCount"] != "0"]
    short = [cell for cell in held if "said-to-fall-short" in cell["flags"]]
    lead = " ".join(document.with_class("lead")[0].text.split())
    assert f"{len(cells)} questions in all. For {len(held)} somebody is recorded" in lead
    tallies = {
        heading.attributes["id"]: heading.text.split()[-1]
        for heading in document.all("h2")
        if "id" in heading.attributes
    }
    assert tallies["recorded-yet-said-to-fall-short"] == str(len(short))
    for status in ("confirmed-gap", "single", "not-recorded"):
        assert tallies[status] == str(sum(cell["status"] == status for cell in cells)), status


def test_a_need_says_how_far_it_is_recorded_in_each_place(site: Path) -> None:
    document = read(site / "needs.html")
    row = [e.text.split() for e in _within(document, "need-forage-meetings") if e.name == "td"]
    assert row == [["all", "3"], ["recorded"], ["recorded"], ["recorded"]]
    shared = [" ".join(e.text.split()) for e in _within(document, "need-shared-hive-data") if e.name == "td"]
    assert shared == ["1 of 2", "not recorded", "recorded", "not asked"]


def test_the_groups_own_affairs_stand_apart(site: Path) -> None:
    document = read(site / "needs.html")
    text = document.text
    assert text.index("The group’s own affairs", text.index("Who asks")) > text.index("Goal")
    assert "They ask nothing of the landscape" in text


def test_the_caption_alone_gives_a_ring(site: Path) -> None:
    document = read(site / "organogram.html")
    ringed = {e.attributes["href"] for e in document.with_class("b-caption") if e.name == "a"}
    text = (CELLS.parents[1] / "fixture" / "organisations.ttl").read_text(encoding="utf-8")
    named = {
        f"organisations/{block.split()[0].removeprefix('id:')}.html"
        for block in text.split("\n\n")
        for block in [re.sub(r"^#.*\n", "", block)]
        if "basis:poster-caption" in block and " a remit:Organisation" in block
    }
    assert ringed == named
    assert "Only the caption of the published figure has been available" in document.text


def test_an_organisation_shows_what_ended_at_an_unknown_time(site: Path) -> None:
    assert "ended at an unknown time" in read(site / "organisations" / "swarm-programme.html").text


def test_relations_read_from_either_side(site: Path) -> None:
    council = read(site / "organisations" / "apiary-council.html")
    university = read(site / "organisations" / "northland-university.html")
    assert "Funds" in [e.text.strip() for e in council.all("dt")]
    assert "Funded by" in [e.text.strip() for e in university.all("dt")]


def test_every_answer_is_a_file_and_is_the_commands_own(site: Path, snapshot: Snapshot) -> None:
    results = answers(snapshot)
    for name, query in catalogue().items():
        folder = site / "downloads" / "queries"
        assert (folder / f"{name}.csv").read_bytes().decode() == render(results[name], "csv")
        assert (folder / f"{name}.rq").read_text(encoding="utf-8") == query.text
