"""A body and those that it is linked to: a small picture of the network."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx

from remit.layout import layout
from remit.report.figures.palette import colour
from remit.report.figures.sheet import POINT, TEXT, Sheet, fitted, text_width
from remit.report.figures.tables import data_table
from remit.report.model import Column, Figure
from remit.words import capital, count, named, number, period, short_list

__all__ = ["neighbourhood"]

_WIDTH = 17.0
_HIGHEST = 14.0
_EDGE = 0.4
_LABEL = 4.6

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in centimetres."""


def neighbourhood(
    graph: nx.MultiDiGraph[str], centre: str, *, id: str = "figure-neighbourhood", caption: str = "", most: int = 24
) -> Figure | None:
    """One body, the bodies that it has a current relationship with, and the links among them.

    Args:
        graph: from :func:`remit.network.relationship_graph`.
        centre: the IRI of the body.
        id: of the figure.
        caption: of the figure.
        most: how many neighbours are drawn: those linked to most of the others come first. The table has all.

    Returns:
        The figure; None where the body is not in the graph or nothing is linked to it.
    """
    if centre not in graph:
        return None
    simple: nx.Graph[str] = nx.Graph()
    simple.add_edges_from((a, b) for a, b in graph.edges() if a != b)
    near = set(simple.neighbors(centre)) if centre in simple else set()
    if not near:
        return None
    within = simple.subgraph({centre, *near})
    ranked = sorted(near, key=lambda node: (-within.degree(node), -simple.degree(node), node))
    drawn = within.subgraph({centre, *ranked[:most]})
    name = named(graph.nodes[centre]["label"], graph.nodes[centre]["abbreviation"] or "")
    alt = _alternative(graph, drawn, name, ranked)
    sheet, unnamed = _draw(graph, drawn, centre)
    svg, png = sheet.finish(id, alt + unnamed)
    caption = caption or f"{name} and the bodies that are linked to it."
    if len(ranked) > most:
        caption = f"{caption.rstrip('.')}; of {number(len(ranked))} the {number(most)} with most links among them."
    return Figure(id, caption, alt + unnamed, svg, png, _WIDTH, data_table(id, caption, _COLUMNS, _ties(graph, within)))


_COLUMNS = (
    Column("from", "From", 2),
    Column("relation", "Relationship", 1),
    Column("to", "To", 2),
    Column("when", "When", 1.2),
)


def _ties(graph: nx.MultiDiGraph[str], within: nx.Graph[str]) -> list[tuple[str, ...]]:
    """Every relationship among the bodies, each once."""
    nodes = graph.nodes
    return sorted(
        (
            nodes[a]["label"], known["label"], nodes[b]["label"],
            period(known["start"] or "", known["end"] or ""),
        )
        for a, b, known in graph.edges(data=True)
        if a in within and b in within and a != b
    )  # fmt: skip


def _draw(graph: nx.MultiDiGraph[str], drawn: nx.Graph[str], centre: str) -> tuple[Sheet, str]:
    """Lines, marks and names; and a sentence on those whose names had no room."""
    radii = {node: 9.0 + 2.2 * math.sqrt(drawn.degree(node)) for node in drawn}
    placed = layout(drawn, radii, aspect=1.5).positions
    left, right = (side([x for x, _ in placed.values()]) for side in (min, max))
    top, bottom = (side([y for _, y in placed.values()]) for side in (min, max))
    # room for a name on either side
    wide = _WIDTH - 2 * (_EDGE + 1.8)
    across = wide / max(right - left, 1.0)
    scale = min(across, (_HIGHEST - 2 * _EDGE) / max(bottom - top, 1.0), 0.045)
    spread = min(across, 1.45 * scale)
    height = max((bottom - top) * scale + 2 * (_EDGE + 0.5), 3.0)
    middle = (left + right) / 2
    at = {
        node: (_WIDTH / 2 + (x - middle) * spread, _EDGE + 0.5 + (y - top) * scale) for node, (x, y) in placed.items()
    }
    sheet = Sheet(_WIDTH, height)
    for a, b in sorted(tuple(sorted(edge)) for edge in drawn.edges()):
        near = centre in (a, b)
        ink = colour("line-strong" if near else "line")
        sheet.line([at[a][0], at[b][0]], [at[a][1], at[b][1]], ink, 0.8 if near else 0.5)
    sizes = {node: (0.22 if node == centre else 0.11 + 0.018 * math.sqrt(drawn.degree(node))) for node in drawn}
    for node in sorted(drawn):
        if node == centre:
            sheet.disc(*at[node], sizes[node], colour("accent"), edge=colour("ink"), line=1.2)
        else:
            sheet.disc(*at[node], sizes[node], colour("ground"), edge=colour("accent"), line=1.1)
    order = sorted(drawn, key=lambda node: (node != centre, -drawn.degree(node), node))
    taken: list[Box] = [(x - sizes[n], y - sizes[n], x + sizes[n], y + sizes[n]) for n, (x, y) in at.items()]
    away = {node: (at[node][0] - at[centre][0], at[node][1] - at[centre][1]) for node in drawn}
    without = [node for node in order if not _name(sheet, graph.nodes[node], at[node], sizes[node], away[node], taken)]
    if not without:
        return sheet, ""
    names = short_list([graph.nodes[node]["label"] for node in without], 6)
    return sheet, f" Drawn without a name for want of room: {names}."


def _name(
    sheet: Sheet, about: dict[str, Any], at: tuple[float, float], radius: float, away: tuple[float, float],
    taken: list[Box],
) -> bool:  # fmt: skip
    """Write a name beside its mark where it touches no mark and no other name, away from the centre if it can."""
    bold = away == (0.0, 0.0)
    text = fitted(about["abbreviation"] or about["label"], _LABEL, lines=2, bold=bold)
    lines = text.split("\n")
    wide = max(text_width(line, bold=bold) for line in lines)
    high = len(lines) * TEXT * POINT * 1.15
    x, y = at
    gap = radius + 0.07
    places = [
        (x - wide / 2, y + gap), (x - wide / 2, y - gap - high),
        (x + gap, y - high / 2), (x - gap - wide, y - high / 2),
        (x + 0.6 * gap, y + 0.6 * gap), (x + 0.6 * gap, y - 0.6 * gap - high),
        (x - 0.6 * gap - wide, y + 0.6 * gap), (x - 0.6 * gap - wide, y - 0.6 * gap - high),
        (x - 0.2 * wide, y + gap), (x - 0.8 * wide, y + gap), (x - 0.2 * wide, y - gap - high),
        (x - 0.8 * wide, y - gap - high),
    ]  # fmt: skip
    # sorted keeps the order of those that lie equally far out
    places.sort(key=lambda place: -_outwards(place[0] + wide / 2 - x, place[1] + high / 2 - y, *away))
    for left, top in places:
        box = (left, top, left + wide, top + high)
        inside = box[0] >= 0 and box[1] >= 0 and box[2] <= sheet.width and box[3] <= sheet.height
        if inside and not any(_touch(box, other) for other in taken):
            taken.append(box)
            # a line of the network behind the name would cross its letters
            sheet.box(left - 0.02, top, wide + 0.04, high, colour("ground"))
            for at_line, line in enumerate(lines):
                middle = top + (at_line + 0.5) * TEXT * POINT * 1.15
                sheet.text(left + wide / 2, middle, line, across="center", bold=bold)
            return True
    return False


def _outwards(dx: float, dy: float, x: float, y: float) -> float:
    """The cosine of the angle between two directions, to one digit; 0 where one of them is none."""
    length = math.hypot(dx, dy) * math.hypot(x, y)
    return round((dx * x + dy * y) / length, 1) if length else 0.0


def _touch(one: Box, other: Box) -> bool:
    gap = 0.03
    return (
        one[0] < other[2] + gap and other[0] < one[2] + gap and one[1] < other[3] + gap and other[1] < one[3] + gap
    )  # fmt: skip


def _alternative(graph: nx.MultiDiGraph[str], drawn: nx.Graph[str], name: str, ranked: list[str]) -> str:
    others = nx.Graph(drawn.subgraph(ranked))
    text = f"{name} is linked to {count(len(ranked), 'other body', 'other bodies')}"
    if len(ranked) > len(drawn) - 1:
        text += f", of which {number(len(drawn) - 1)} are drawn"
    text += f"; among these {count(others.number_of_edges(), 'pair')} are linked themselves."
    best = [graph.nodes[node]["label"] for node in ranked if node in others and others.degree(node)]
    return f"{text} The best linked of them: {short_list(best)}." if best else capital(text)
