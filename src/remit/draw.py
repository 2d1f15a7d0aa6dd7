"""Draw the network as one page that stands alone: pyvis and vis-network, our own template, nothing from elsewhere.

Names and texts of a landscape are not trusted. They reach the page in two ways only: through Jinja2 with autoescape,
and as JSON in a data block, where the characters that could end the block are written as escapes; the page's script
makes text nodes of them. A policy in the page (Content-Security-Policy) lets nothing run but the scripts whose hashes
it names, and nothing load at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from remit.errors import RemitError
from remit.infer import Snapshot
from remit.layout import Layout, layout
from remit.network import relationship_graph
from remit.picture import Scene, scene
from remit.words import date

__all__ = ["Drawing", "draw_page", "drawing"]

TEMPLATES = Path(__file__).parent / "templates"
TOKENS = Path(__file__).parent / "site" / "static" / "tokens.css"

PHYSICS_SPEED = 30
"""Nodes move at most so fast, in canvas units a step, where the forces run in the browser."""

HIDE_EDGES_FROM = 1500
"""From so many lines on they are not drawn while the picture moves: without a graphics card it would stutter."""


def draw_page(
    snapshot: Snapshot,
    organisation: str | None = None,
    *,
    depth: int = 1,
    physics: bool = False,
    link: Callable[[str], str] | None = None,
    pages: Sequence[tuple[str, str]] = (),
    correct: str = "",
) -> str:
    """The network of current relationships as an HTML page that stands alone.

    Args:
        snapshot: the landscape as of a date.
        organisation: by IRI, id, name or abbreviation: draw only what is linked to it; None: everything.
        depth: over how many links away, where an organisation is given.
        physics: let the forces run in the browser, so that nodes can be pulled about; otherwise each stands where
            :func:`remit.layout.layout` puts it.
        link: gives the address of an organisation's own page for its IRI; without it there are no such links.
        pages: address and name of each page that this one stands among, the start page first; "" as the address
            of this page itself.
        correct: the address of the page that says how to correct something.

    Raises:
        RemitError: the organisation is not known (near names are offered), or the depth is below one.
    """
    graph = relationship_graph(snapshot)
    centre = None
    if organisation is not None:
        from remit.names import resolve

        centre = resolve(snapshot.engine, "organisation", organisation).value
        if depth < 1:
            raise RemitError(f"A depth of {depth} reaches no other organisation.", "depth", "Give 1 or more.")
        graph = graph.subgraph(nx.ego_graph(graph.to_undirected(as_view=True), centre, radius=depth)).copy()
    else:
        # what has ended and is linked to nothing any more is history: no part of the picture
        gone = [node for node, known in graph.nodes(data=True) if not known["current"] and not graph.degree(node)]
        graph.remove_nodes_from(gone)
    drawn = scene(snapshot, graph, centre, depth, link)
    placed = layout(graph, {node["iri"]: node["size"] for node in drawn.nodes})
    return _page(snapshot, drawn, placed, physics, pages, correct)


def drawing(snapshot: Snapshot, organisation: str | None = None, *, depth: int = 1, physics: bool = False) -> Drawing:
    """The page, to be shown inline: the last line of a notebook's cell.

    Raises:
        RemitError: as :func:`draw_page`.
    """
    return Drawing(draw_page(snapshot, organisation, depth=depth, physics=physics))


class Drawing:
    """A page that a notebook shows inline, in a frame of its own that can reach nothing outside it.

    Attributes:
        page: the whole HTML page.
        height: of the frame, in px.
    """

    def __init__(self, page: str, height: int = 680) -> None:
        self.page = page
        self.height = height

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="allow-scripts" title="Network of organisations" '
            f'width="100%" height="{self.height:d}" style="border: 0"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<Drawing, {len(self.page) / 1e6:.1f} MB; the last line of a notebook's cell shows it>"


def _page(
    snapshot: Snapshot,
    drawn: Scene,
    placed: Layout,
    physics: bool,
    pages: Sequence[tuple[str, str]],
    correct: str,
) -> str:
    # pyvis loads IPython: only who draws waits for it
    from pyvis.network import Network

    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line", heading=drawn.heading)
    for node in drawn.nodes:
        x, y = placed.positions[node["iri"]]
        shown = {key: value for key, value in node.items() if key not in ("id", "iri", "label", "shape")}
        network.add_node(
            node["id"], label=node["label"], shape=node["shape"], group=str(node["area"]),
            x=round(x, 1), y=round(y, 1), **shown,
        )  # fmt: skip
    for edge in drawn.edges:
        shown = {key: value for key, value in edge.items() if key not in ("from", "to")}
        network.add_edge(edge["from"], edge["to"], arrows="", **shown)
    # a plain mapping instead of pyvis's own object, which has no place for half of these
    network.options = _options(physics, len(drawn.edges))
    environment, policy = _environment()
    network.set_template_dir(f"{TEMPLATES}/", "network.html")
    network.templateEnv = environment.overlay()
    network.templateEnv.globals = {
        **environment.globals,
        "page": {
            "policy": policy,
            "styles": _styles(),
            "scripts": _scripts(),
            "landscape": snapshot.landscape,
            "as_of": date(snapshot.as_of),
            "day": snapshot.as_of,
            "sentence": drawn.sentence,
            "areas": drawn.areas,
            "ringed": drawn.ringed,
            "uncited": any(edge["dashes"] for edge in drawn.edges),
            "centre": drawn.centre,
            "apart": placed.apart and [round(side) for side in placed.apart],
            "pages": pages,
            "correct": correct,
        },
    }
    page: str = network.generate_html()
    return page


def _options(physics: bool, edges: int) -> dict[str, Any]:
    return {
        "autoResize": True,
        "layout": {"improvedLayout": False},
        "nodes": {"chosen": False},
        "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
        "interaction": {
            "hover": True,
            "dragNodes": physics,
            "hideEdgesOnDrag": edges >= HIDE_EDGES_FROM,
            "hideEdgesOnZoom": edges >= HIDE_EDGES_FROM,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "multiselect": False,
            "selectConnectedEdges": False,
        },
        "physics": {
            "enabled": physics,
            "maxVelocity": PHYSICS_SPEED,
            "barnesHut": {
                "gravitationalConstant": -2500,
                "springLength": 70,
                "springConstant": 0.03,
                "avoidOverlap": 0.2,
            },
            "stabilization": {"enabled": False},
        },
    }


@cache
def _environment() -> tuple[Environment, str]:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True)
    environment.filters["fromjson"] = json.loads
    policy = [
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, _scripts()))}",
        f"style-src {' '.join(map(_hash, _styles()))}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return environment, "; ".join(policy)


@cache
def _styles() -> tuple[Markup, ...]:
    """The tokens that all pages share, and the page's own style sheet."""
    return tuple(Markup(_text(file)) for file in (TOKENS, TEMPLATES / "network.css"))


@cache
def _scripts() -> tuple[Markup, ...]:
    """What runs in the page: vis-network as pyvis ships it, and our own two scripts."""
    ours = (TEMPLATES / "network-picture.js", TEMPLATES / "network-list.js")
    return tuple(Markup(_text(file)) for file in (_vis_network(), *ours))


def _vis_network() -> Path:
    """The newest vis-network among pyvis's files.

    Its style sheet is not needed: it dresses vis's own buttons, editor and popups, and the page has its own.
    """
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    found = {
        tuple(int(number) for number in re.findall(r"\d+", path.parent.name)): path
        for path in folder.glob("vis-*/vis-network.min.js")
    }
    if not found:
        raise RemitError("The installed pyvis holds no vis-network.", str(folder), "Install pyvis 0.3.2 or later.")
    return found[max(found)]


def _text(file: Path) -> str:
    # a browser reads line ends as \n before it takes the hash
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
        raise RemitError("The file cannot stand inside a page: it would end its own element.", str(file))
    return text


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
