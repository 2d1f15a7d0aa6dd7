"""Where the nodes of a network stand on the page: the same picture every time.

Each component is laid out by force (Fruchterman and Reingold, Graph drawing by force-directed placement, 1991, as
igraph implements it), turned so that it lies along the page, and spread until no two nodes touch. The largest comes
first, the small ones stand in rows beneath it, and nodes without a link in a block of their own at the bottom.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, field

import igraph
import networkx as nx

__all__ = ["Layout", "layout"]

Point = tuple[float, float]

ASPECT = 1.7
"""Width over height that a picture should have: between a desktop's window and a printed page."""

SPACE = 26.0
"""The least distance between two nodes' edges, in canvas units; a node of middle size has a radius of 10."""

_STEPS = 500
_GRID_FROM = 1500
_ROUNDS = 60
_CLOSER = 0.8


@dataclass(frozen=True)
class Layout:
    """Positions, and where the parts of the picture stand.

    Attributes:
        positions: x to the right and y downwards by node, in canvas units.
        apart: left, top, right and bottom of the block of nodes without a link; None where every node has one.
    """

    positions: dict[str, Point] = field(default_factory=dict)
    apart: tuple[float, float, float, float] | None = None


def layout(
    graph: nx.Graph[str], radii: Mapping[str, float] | None = None, *, seed: int = 1, aspect: float = ASPECT
) -> Layout:
    """Positions for all nodes of a graph.

    Args:
        graph: any networkx graph; direction, parallel edges and loops make no difference.
        radii: the nodes' radii in canvas units, so that none touch; 10 where not given.
        seed: another seed gives another picture; the same seed always gives the same.
        aspect: width over height that the whole should have.
    """
    size = {node: (radii or {}).get(node, 10.0) for node in sorted(graph)}
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(size)
    simple.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    components = sorted((sorted(part) for part in nx.connected_components(simple)), key=lambda part: (-len(part), part))
    linked = [_component(simple.subgraph(part), part, size, seed, aspect) for part in components if len(part) > 1]
    lonely = [part[0] for part in components if len(part) == 1]
    positions = _shelves(linked, size, aspect)
    if not lonely:
        return Layout(positions)
    left, _, right, bottom = _bounds(positions, size) if positions else (0.0, 0.0, 0.0, -2 * SPACE)
    block, box = _block(lonely, size, max(right - left, 0.0), aspect)
    shift = (left + right) / 2 - (box[0] + box[2]) / 2, bottom + 2 * SPACE - box[1]
    positions |= _moved(block, *shift)
    apart = (box[0] + shift[0], box[1] + shift[1], box[2] + shift[0], box[3] + shift[1])
    return Layout(positions, apart)


def _component(
    graph: nx.Graph[str], nodes: list[str], size: Mapping[str, float], seed: int, aspect: float
) -> dict[str, Point]:
    """One component, around its own centre."""
    index = {node: place for place, node in enumerate(nodes)}
    edges = sorted((index[a], index[b]) if index[a] < index[b] else (index[b], index[a]) for a, b in graph.edges())
    points = _forced(len(nodes), edges, seed)
    points = _along(points)
    mean = sum(math.dist(points[a], points[b]) for a, b in edges) / len(edges) or 1.0
    # a line as long as two middle nodes and the space between them; twice that where more than a few have names
    scale = (SPACE + 30.0) * (2 if len(nodes) > 4 else 1) / mean
    points = _shaped([(x * scale, y * scale) for x, y in points], aspect)
    points = _spread(points, [size[node] for node in nodes])
    return dict(zip(nodes, points, strict=True))


def _forced(count: int, edges: list[tuple[int, int]], seed: int) -> list[Point]:
    """Positions by force. igraph draws its random numbers from a generator that we seed and take away again."""
    if count == 2:
        return [(0.0, 0.0), (1.0, 0.0)]
    drawn = igraph.Graph(n=count, edges=edges)
    degree = drawn.degree()
    # a link between two well connected bodies pulls less: groups come apart, and a hub keeps its own close to it
    pull = [8 / math.sqrt(degree[a] * degree[b]) for a, b in edges]
    igraph.set_random_number_generator(random.Random(seed))
    try:
        # beyond some size only near nodes push each other, otherwise a picture takes many seconds
        placed = drawn.layout_fruchterman_reingold(niter=_STEPS, weights=pull, grid=count > _GRID_FROM)
    finally:
        igraph.set_random_number_generator(random)
    return [(x, y) for x, y in placed.coords]


def _along(points: list[Point]) -> list[Point]:
    """Turned about their centre so that they reach farthest from left to right (the principal axis)."""
    x0, y0 = (sum(values) / len(points) for values in zip(*points, strict=True))
    centred = [(x - x0, y - y0) for x, y in points]
    xx, yy, xy = (sum(values) for values in zip(*((x * x, y * y, x * y) for x, y in centred), strict=True))
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in centred]


def _shaped(points: list[Point], aspect: float) -> list[Point]:
    """Far arms drawn in (the middle gets the room), then stretched towards the page's shape by a third at most."""
    far = max(math.hypot(x, y) for x, y in points) or 1.0
    points = [(x * pull, y * pull) for x, y in points for pull in [(math.hypot(x, y) / far + 1e-9) ** (_CLOSER - 1)]]
    width, height = (max(values) - min(values) for values in zip(*points, strict=True))
    if not width or not height:
        return points
    stretch = min(1.3, max(1 / 1.3, math.sqrt(aspect * height / width)))
    return [(x * stretch, y / stretch) for x, y in points]


def _spread(points: list[Point], radii: list[float]) -> list[Point]:
    """Pushed apart, pair by pair, until no two nodes stand closer than a third of SPACE (or the rounds are over)."""
    places = [[x, y] for x, y in points]
    gap = SPACE / 3
    reach = 2 * max(radii) + gap
    for _ in range(_ROUNDS):
        squares: dict[tuple[int, int], list[int]] = {}
        for i, (x, y) in enumerate(places):
            squares.setdefault((int(x // reach), int(y // reach)), []).append(i)
        moved = False
        for i, (x, y) in enumerate(places):
            column, row = int(x // reach), int(y // reach)
            near = (squares.get((column + dx, row + dy), ()) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
            for j in sorted(j for square in near for j in square if j > i):
                dx, dy = places[j][0] - places[i][0], places[j][1] - places[i][1]
                distance = math.hypot(dx, dy)
                lack = radii[i] + radii[j] + gap - distance
                if lack <= 0.01:
                    continue
                if distance < 1e-6:
                    dx, dy, distance = math.cos(i), math.sin(i), 1.0
                push = lack / 2 / distance
                places[i][0] -= dx * push
                places[i][1] -= dy * push
                places[j][0] += dx * push
                places[j][1] += dy * push
                moved = True
        if not moved:
            break
    return [(x, y) for x, y in places]


def _bounds(positions: Mapping[str, Point], size: Mapping[str, float]) -> tuple[float, float, float, float]:
    return (
        min(x - size[node] for node, (x, _) in positions.items()),
        min(y - size[node] for node, (_, y) in positions.items()),
        max(x + size[node] for node, (x, _) in positions.items()),
        max(y + size[node] for node, (_, y) in positions.items()),
    )


def _moved(positions: Mapping[str, Point], dx: float, dy: float) -> dict[str, Point]:
    return {node: (x + dx, y + dy) for node, (x, y) in positions.items()}


def _shelves(parts: list[dict[str, Point]], size: Mapping[str, float], aspect: float) -> dict[str, Point]:
    """Components side by side in rows, each row as wide as the largest component or as the page's shape asks."""
    boxes = [_bounds(part, size) for part in parts]
    area = sum((right - left + SPACE) * (bottom - top + SPACE) for left, top, right, bottom in boxes)
    width = max([math.sqrt(area * aspect), *(right - left for left, _, right, _ in boxes)])
    positions: dict[str, Point] = {}
    x = y = height = 0.0
    for part, (left, top, right, bottom) in zip(parts, boxes, strict=True):
        if x and x + right - left > width:
            x, y, height = 0.0, y + height + SPACE, 0.0
        positions |= _moved(part, x - left, y - top)
        x += right - left + SPACE
        height = max(height, bottom - top)
    return positions


def _block(
    nodes: list[str], size: Mapping[str, float], width: float, aspect: float
) -> tuple[dict[str, Point], tuple[float, float, float, float]]:
    """Nodes in rows of equal steps, and the box around them."""
    step = 2 * max(size[node] for node in nodes) + 0.6 * SPACE
    columns = math.ceil(math.sqrt(len(nodes) * aspect))
    columns = min(len(nodes), max(columns, int(width // step)))
    rows = math.ceil(len(nodes) / columns)
    # as many in each row as in the others, but for the last
    columns = math.ceil(len(nodes) / rows)
    across = max(step, width / columns) if rows > 1 else 2 * step
    places = {node: ((i % columns) * across, (i // columns) * step) for i, node in enumerate(nodes)}
    return places, (-across / 2, -step / 2, (columns - 0.5) * across, (rows - 0.5) * step)
