"""Figures: what is drawn is what the rows say, in SVG that a page may hold and PNG for documents."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from remit.infer import Snapshot
from remit.network import relationship_graph, rows
from remit.report.figures import endings_timeline, needs_by_place, neighbourhood, status_matrix
from remit.report.figures.palette import colour, status_colours
from remit.report.figures.sheet import TEXT, Sheet, fitted, text_width
from remit.report.figures.tables import merged_order
from remit.report.model import Figure
from remit.report.numbers import plain_text
from tests.report.samples import STATUSES, matrix_rows

SVG = "{http://www.w3.org/2000/svg}"


def _matrix(snapshot: Snapshot) -> Figure | None:
    return status_matrix(rows(snapshot, "coverage/matrix"), rows(snapshot, "coverage/cell-flags"))


def _needs(snapshot: Snapshot) -> Figure | None:
    return needs_by_place(rows(snapshot, "needs/by-place"))


def _endings(snapshot: Snapshot) -> Figure | None:
    return endings_timeline(rows(snapshot, "time/ending"), as_of=snapshot.as_of)


def _neighbourhood(snapshot: Snapshot) -> Figure | None:
    graph = relationship_graph(snapshot)
    return neighbourhood(graph, max(graph, key=lambda node: (graph.degree(node), node)))


DRAWN = {"matrix": _matrix, "needs": _needs, "endings": _endings, "neighbourhood": _neighbourhood}


@pytest.fixture(params=DRAWN, scope="module")
def draw(request: pytest.FixtureRequest) -> Callable[[Snapshot], Figure | None]:
    return DRAWN[request.param]


def _texts(figure: Figure) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")]


def test_drawn_twice_the_figure_is_the_same(
    draw: Callable[[Snapshot], Figure | None], snapshot: Snapshot
) -> None:  # fmt: skip
    assert draw(snapshot) == draw(snapshot)


def test_a_page_may_hold_the_svg(draw: Callable[[Snapshot], Figure | None], snapshot: Snapshot) -> None:
    figure = draw(snapshot)
    assert figure is not None
    root = ElementTree.fromstring(figure.svg)
    assert root.get("role") == "img" and root.get("aria-label") == figure.alt
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "g", "path", "text", "defs", "use", "clipPath", "rect", "pattern"}
    assert not [element for element in root.iter() if element.get("style") or element.get("class")]
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and all(id.startswith(f"{figure.id}-") for id in ids)
    used = re.findall(r'(?:href="#|url\(#)([^")]+)', figure.svg)
    assert set(used) <= set(ids)
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]+"', "", figure.svg)


def test_no_text_is_smaller_than_it_may_be(draw: Callable[[Snapshot], Figure | None], snapshot: Snapshot) -> None:
    figure = draw(snapshot)
    assert figure is not None
    sizes = [element.get("font-size", "") for element in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")]
    assert sizes and all(float(size.removesuffix("px")) >= TEXT for size in sizes)


def test_the_picture_is_as_wide_as_it_says_and_has_its_data(
    draw: Callable[[Snapshot], Figure | None], snapshot: Snapshot
) -> None:  # fmt: skip
    figure = draw(snapshot)
    assert figure is not None
    image = Image.open(io.BytesIO(figure.png))
    assert image.width == pytest.approx(figure.width_cm / 2.54 * 200, abs=2)
    ends = [image.convert("RGB").getpixel(at) for at in ((0, 0), (image.width - 1, image.height - 1))]
    assert ends == [(255, 255, 255)] * 2
    assert figure.data.rows and all(plain_text(text) for row in figure.data.rows for text in row)
    assert figure.data.in_workbook_only
    assert len(figure.alt) > 60 and figure.alt.endswith(".")


def test_matrix_counts_every_cell(snapshot: Snapshot) -> None:
    figure = _matrix(snapshot)
    assert figure is not None
    cells = rows(snapshot, "coverage/matrix")
    counts = Counter(row["statusLabel"] for row in cells)
    legend = " ".join(_texts(figure))
    for label, many in counts.items():
        assert f"“{label}” in {many}" in figure.alt
        assert f"{label}: {many}" in legend
    assert len(figure.data.rows) == len(cells)


def test_matrix_reads_what_it_is_given_as_text() -> None:
    figure = status_matrix(*matrix_rows())
    assert figure is not None
    texts = _texts(figure)
    assert "Fund <script>" in texts and "Study $bees$ & mites" in texts and "Honey" in texts
    assert "<script>" not in figure.svg


def test_a_square_of_one_status_has_one_sign_and_others_a_sign_for_each_place(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[float, float]] = []
    symbols = Sheet.symbols

    def counted(self: Sheet, symbol: str, places: Sequence[tuple[float, float]], *rest: Any, **more: Any) -> None:
        drawn.extend(places)
        symbols(self, symbol, places, *rest, **more)

    monkeypatch.setattr(Sheet, "symbols", counted)
    cells, _ = matrix_rows()
    assert status_matrix(cells, []) is not None
    kinds: dict[tuple[str, str], list[str]] = {}
    for row in cells:
        kinds.setdefault((row["activity"], row["topic"]), []).append(row["status"])
    signs = sum(1 if len(set(found)) == 1 else len(found) for found in kinds.values())
    assert signs < len(cells) and len(drawn) == signs + len(STATUSES)  # and those of the legend


def test_what_is_known_to_be_missing_never_looks_like_what_is_not_known() -> None:
    cells, _ = matrix_rows()
    missing, unknown = (
        status_matrix([row for row in cells if row["status"].endswith(status)], []) for status in ("gap", "recorded")
    )
    assert missing is not None and unknown is not None
    assert colour("confirmed-gap") in missing.svg and "<pattern" not in missing.svg
    assert colour("confirmed-gap") not in unknown.svg and "<pattern" in unknown.svg


def test_matrix_turns_its_page_where_squares_become_larger() -> None:
    cells, _ = matrix_rows()
    topics = [{"topic": f"https://example.org/topic/{at}", "topicLabel": f"Topic {at}"} for at in range(60)]
    wide = [row | topic for topic in topics for row in cells[:2]]
    figure = status_matrix(wide, [])
    assert figure is not None and figure.landscape and figure.width_cm > 25


def test_nothing_to_draw_is_no_figure(snapshot: Snapshot) -> None:
    assert status_matrix([], []) is None
    assert needs_by_place([]) is None
    assert endings_timeline([], as_of="2025-06-30") is None
    assert neighbourhood(relationship_graph(snapshot), "https://example.org/nobody") is None


def test_needs_are_counted_place_by_place(snapshot: Snapshot) -> None:
    figure = _needs(snapshot)
    assert figure is not None
    counts = Counter((row["placeLabel"], row["recordedFor"]) for row in rows(snapshot, "needs/by-place"))
    for row in figure.data.rows:
        place, *numbers = (plain_text(text) for text in row)
        assert [int(number) for number in numbers[:3]] == [counts[place, key] for key in ("all", "some", "none")]


def test_endings_are_in_their_order_with_what_their_dates_leave_open() -> None:
    record = {"record": "r", "recordType": "role", "organisation": "o", "organisationLabel": "Hive & Co"}
    dates = ["2026", "2025-07-01", "2025-09", "2025-08-15"]
    made = [record | {"what": f"Counting {date}", "endDate": date} for date in dates]
    figure = endings_timeline(made, as_of="2025-06-30")
    assert figure is not None
    assert [plain_text(row[0]) for row in figure.data.rows] == ["2025-07-01", "2025-08-15", "2025-09", "2026"]
    for told in ("1 July 2025", "15 August 2025", "September 2025", "2026"):
        assert told in _texts(figure)
    assert figure.alt.startswith("Four records") and "The nearest: Hive & Co, Counting 2025-07-01" in figure.alt


def test_more_endings_than_a_page_holds_are_left_to_the_table() -> None:
    record = {"record": "r", "recordType": "body", "organisation": "o", "organisationLabel": "x" * 200, "what": ""}
    many = [record | {"endDate": f"2026-{1 + at % 12:02}-01"} for at in range(40)]
    figure = endings_timeline(many, as_of="2025-06-30")
    assert figure is not None and len(figure.data.rows) == 40
    assert "18 later ones are in the table of this figure." in _texts(figure)
    image = Image.open(io.BytesIO(figure.png))
    assert image.height / 200 * 2.54 < 25


def test_a_neighbourhood_names_bodies_without_letting_names_touch(snapshot: Snapshot) -> None:
    graph = relationship_graph(snapshot)
    centre = max(graph, key=lambda node: (graph.degree(node), node))
    figure = neighbourhood(graph, centre)
    assert figure is not None
    around = {a if b == centre else b for a, b in graph.edges() if centre in (a, b)} - {centre}
    texts = " ".join(_texts(figure)).replace("…", "")
    unnamed = figure.alt.split("without a name")[-1] if "without a name" in figure.alt else ""
    for node in around:
        name = graph.nodes[node]["abbreviation"] or graph.nodes[node]["label"]
        assert name[:8] in texts or graph.nodes[node]["label"] in unnamed
    few = neighbourhood(graph, centre, most=2)
    assert few is not None and few.data.rows == figure.data.rows
    assert len(around) <= 2 or f"of {len(around)} the 2 with most links" in few.caption


def test_a_line_is_broken_and_cut_to_its_room() -> None:
    assert fitted("short", 5) == "short"
    lines = fitted("a good many words that need more than one line of room", 3.0, lines=2).split("\n")
    assert len(lines) == 2 and lines[-1].endswith("…")
    assert all(text_width(line) <= 3.0 for line in lines)
    assert all(text_width(line) <= 2.0 for line in fitted("x" * 100, 2.0, lines=3).split("\n"))


def test_one_order_agrees_with_every_row() -> None:
    assert merged_order([["b", "d"], ["a", "b"], ["b", "c", "d"]]) == ["a", "b", "c", "d"]
    assert sorted(merged_order([["a", "b"], ["b", "a"]])) == ["a", "b"]


def test_colours_are_those_of_the_pages() -> None:
    assert status_colours("covered") == (colour("covered"), colour("covered-text"))
    assert status_colours("no-such-status") == (colour("ground"), colour("ink"))
    with pytest.raises(KeyError):
        colour("no-such-colour")
