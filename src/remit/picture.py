"""What a drawn network shows: each organisation as a mark with its roles, each linked pair as a line, in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from remit.infer import Snapshot
from remit.network import rows
from remit.terms import local_name
from remit.words import capital, count, date, number, period, short_list

__all__ = ["COLOURS", "SHAPES", "Scene", "scene"]

SHAPES = {
    "dot": 1.0,
    "square": 0.88,
    "diamond": 1.2,
    "triangle": 1.15,
    "hexagon": 1.0,
    "star": 1.25,
    "triangleDown": 1.15,
}
"""The marks of the areas in their order, and how much larger each is drawn so that all look equally large.

Their number and that of the colours have no common factor: 56 areas differ before the first pair comes again.
"""

COLOURS = 8
"""How many colours the style sheet has for areas, ``--area-1`` onwards; ``--area-0`` is for no area."""

LONGEST_LABEL = 28
PUBLISHERS = 3


@dataclass(frozen=True)
class Scene:
    """A picture's content, ready for the page.

    Attributes:
        heading: what it shows.
        sentence: the figures in one sentence.
        nodes: a mapping for each organisation; "iri" is for the caller, all else goes to the page.
        edges: a mapping for each linked pair, with all relationships of the two as "ties".
        areas: what the legend says: number, label, shape, count.
        ringed: why some organisations have a ring; "" where none has.
        centre: the id of the organisation in hand, or None.
    """

    heading: str
    sentence: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    areas: list[dict[str, Any]]
    ringed: str
    centre: str | None


def scene(
    snapshot: Snapshot,
    graph: nx.MultiDiGraph[str],
    centre: str | None = None,
    depth: int = 1,
    link: Callable[[str], str] | None = None,
) -> Scene:
    """The content of a picture of a relationship graph, or of a part of one.

    Args:
        snapshot: from which the graph was made; asked for roles and sources.
        graph: from :func:`remit.network.relationship_graph`.
        centre: the IRI of the organisation that it is about, if of one.
        depth: over how many links away it reaches from there.
        link: gives the address of an organisation's own page.
    """
    known = _sources(snapshot)
    roles = _roles(snapshot, known)
    ids = _ids(graph)
    order: list[str] = graph.graph["areas"]
    areas = {name: number for number, name in enumerate(order, 1)}
    simple: nx.Graph[str] = nx.Graph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    nodes = []
    for iri, about in graph.nodes(data=True):
        number = areas.get(about["area"], 0)
        shape = list(SHAPES)[(number - 1) % len(SHAPES)] if number else "dot"
        degree = simple.degree(iri)
        nodes.append(
            {
                "iri": iri,
                "id": ids[iri],
                "label": _short(about["abbreviation"] or about["label"]),
                "name": _named(about["label"], about["abbreviation"]),
                "others": " ".join(about["otherNames"]),
                "kind": about["kind"] or "",
                "when": _period(about["start"], about["end"]) + ("" if about["current"] else ", not current"),
                "area": number and (number - 1) % COLOURS + 1,
                "lane": number,
                "areas": ", ".join(about["areas"]),
                "shape": shape,
                "size": round((6 + 3 * math.sqrt(degree)) * SHAPES[shape], 1),
                "degree": degree,
                "ring": about["caption"],
                "current": about["current"],
                "roles": roles.get(iri, []),
                "url": link(iri) if link else "",
            }
        )
    edges = _lines(graph, ids, known)
    return Scene(
        heading=_heading(snapshot, graph, centre),
        sentence=_sentence(snapshot, graph, simple, centre, depth),
        nodes=nodes,
        edges=edges,
        areas=_legend(order, nodes),
        ringed=next((about["basis"] for _, about in graph.nodes(data=True) if about["caption"]), ""),
        centre=ids[centre] if centre else None,
    )


def _ids(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """A short id for each organisation: the last part of its IRI, or the whole where two end alike."""
    ends = Counter(local_name(iri) for iri in graph)
    return {iri: local_name(iri) if ends[local_name(iri)] == 1 else iri for iri in graph}


def _legend(order: list[str], nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    count = Counter(node["lane"] for node in nodes)
    seen = {node["lane"]: node for node in nodes}
    names = {**dict(enumerate(order, 1)), 0: "no current role recorded"}
    return [
        {"lane": lane, "label": name, "count": count[lane], "shape": seen[lane]["shape"], "colour": seen[lane]["area"]}
        for lane, name in names.items()
        if lane in seen
    ]


def _lines(graph: nx.MultiDiGraph[str], ids: dict[str, str], known: dict[str, str]) -> list[dict[str, Any]]:
    """One line for each linked pair, whatever the number and direction of their relationships."""
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for one, other, about in graph.edges(data=True):
        if one == other:
            continue
        pair = (min(one, other), max(one, other))
        line = lines.setdefault(
            pair, {"id": f"line {len(lines)}", "from": ids[one], "to": ids[other], "dashes": True, "ties": []}
        )
        line["dashes"] = line["dashes"] and about["relationship"] not in known
        line["ties"].append(
            {
                "from": ids[one],
                "to": ids[other],
                "relation": about["label"],
                "inverse": about["inverse"],
                "when": _period(about["start"], about["end"]),
                "known": known.get(about["relationship"], "no source recorded"),
            }
        )
    return list(lines.values())


def _roles(snapshot: Snapshot, known: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """The current roles of each organisation, in words."""
    found: dict[str, list[dict[str, str]]] = {}
    seen: set[str] = set()
    for row in rows(snapshot, "profile/roles"):
        # a role with two notes has two rows
        if row["current"] not in ("true", "1") or row["role"] in seen:
            continue
        seen.add(row["role"])
        when = period(row["start"], row["end"], standing=row["standingLabel"])
        found.setdefault(row["organisation"], []).append(
            {
                "what": f"{row['activityLabel']}: {row['topicLabel']}, {row['placeLabel']}",
                "how": row["levelLabel"] + _doubt(row["standingLabel"], when),
                "when": when or "no dates stated",
                "known": known.get(row["role"], "no source recorded"),
            }
        )
    return found


def _doubt(standing: str, when: str) -> str:
    """The standing, where it is not the usual one and the dates do not tell it already."""
    return "" if standing in ("confirmed", "ended") or standing in when else f", {standing}"


def _sources(snapshot: Snapshot) -> dict[str, str]:
    """For each statement that cites any: how many sources, and who published them."""
    publisher = {row["source"]: row["publisher"] for row in rows(snapshot, "quality/sources")}
    cited: dict[str, set[str]] = {}
    for row in rows(snapshot, "quality/citations"):
        cited.setdefault(row["statement"], set()).add(row["source"])
    return {
        statement: f"{count(len(sources), 'source')}: {_list(publisher.get(source, '') for source in sources)}"
        for statement, sources in cited.items()
    }


def _list(names: Iterable[str]) -> str:
    """Different names, whatever their capitals (as evidence grades count them); the first few, and how many more."""
    different = {name.casefold(): name for name in sorted(names) if name}
    return short_list([different[key] for key in sorted(different)], PUBLISHERS) or "publisher not stated"


def _period(start: str | None, end: str | None) -> str:
    return period(start or "", end or "") or "no dates stated"


def _named(label: str, abbreviation: str | None) -> str:
    return label if not abbreviation or abbreviation in label else f"{label} ({abbreviation})"


def _short(name: str) -> str:
    if len(name) <= LONGEST_LABEL:
        return name
    cut = name[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:(–-")
    return f"{cut[:LONGEST_LABEL]}…"


def _heading(snapshot: Snapshot, graph: nx.MultiDiGraph[str], centre: str | None) -> str:
    if centre is None:
        return f"Who is linked to whom: {snapshot.landscape.title}"
    about = graph.nodes[centre]
    return f"{_named(about['label'], about['abbreviation'])} and who is linked to it"


def _sentence(
    snapshot: Snapshot, graph: nx.MultiDiGraph[str], simple: nx.Graph[str], centre: str | None, depth: int
) -> str:
    links = count(graph.number_of_edges(), "relationship")
    as_of = f"recorded as running on {date(snapshot.as_of)}"
    if centre is not None:
        within = "linked to it" if depth == 1 else f"within {count(depth, 'link')} of it"
        return f"{capital(count(len(graph) - 1, 'organisation'))} {within}, and {links} among them all, {as_of}."
    alone = nx.number_of_isolates(simple)
    linked = capital(count(len(graph) - alone, "organisation"))
    rest = f"; {number(alone)} more without a recorded link" if alone else ""
    return f"{linked} linked by {links} {as_of}{rest}."
