"""The landscape as networks: networkx graphs from the shipped questions, and the measures that SPARQL cannot express.

graph = relationship_graph(snapshot)
measures(graph)["https://…/id/x"].betweenness
networkx.write_graphml(for_graphml(graph), "network.graphml")
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import networkx as nx

from remit.ask import ask
from remit.catalogue import find
from remit.infer import Snapshot

__all__ = ["Measures", "for_graphml", "measures", "relationship_graph", "role_graph"]

IN_CELL = frozenset({"covering", "within", "doubtful"})
"""The reasons (see the question coverage/cell-holders) for which a current role stands in a cell itself."""


@dataclass(frozen=True)
class Measures:
    """A node's place in a network, read without direction, parallel edges and loops.

    Attributes:
        degree: how many other nodes it is linked to.
        betweenness: on what share of the shortest paths between two others it lies, 0 to 1 (where several are
            equally short, each counts its part).
        articulation: whether its component falls apart without it.
        component: the number of the part of the network in which all reach each other: 0 is the largest.
    """

    degree: int
    betweenness: float
    articulation: bool
    component: int


def rows(snapshot: Snapshot, name: str, **values: str) -> list[dict[str, str]]:
    """The answer to a shipped question as text by column; "" where nothing is bound."""
    return ask(snapshot.engine, find(name), **values).dicts()


def relationship_graph(snapshot: Snapshot) -> nx.MultiDiGraph[str]:
    """Organisations and the current relationships between them.

    Nodes are the IRIs of all organisations, current or not, with label, abbreviation, otherNames, kind (its name),
    area (the name of the area of most of its current roles, None without any), areas (names of all areas of them,
    that one first), basis (its name), caption (whether the basis is being named in a published figure's caption),
    start, end (partial dates as stated, or None) and current.
    Edges go from organisation to organisation, keyed by the relationship's IRI, with relationship (that IRI),
    relation (its IRI), label ("funds"), inverse ("funded by"), start, end, grade (its name) and note.
    The graph itself has title, asOf and areas (the names of all areas in their order). Nodes and edges are sorted.
    """
    order, lanes = _lanes(snapshot)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=snapshot.landscape.title, asOf=snapshot.as_of, areas=order)
    names: dict[str, list[str]] = {}
    for row in rows(snapshot, "profile/names"):
        names.setdefault(row["organisation"], []).append(row["name"])
    found: dict[str, dict[str, str]] = {}
    for row in rows(snapshot, "profile/organisation"):
        # an organisation with two bases has two rows: the one that a caption names decides
        if row["organisation"] not in found or _true(row["caption"]):
            found[row["organisation"]] = row
    for iri, row in sorted(found.items()):
        areas = lanes.get(iri, [])
        graph.add_node(
            iri,
            label=row["organisationLabel"],
            abbreviation=row["abbreviation"] or None,
            otherNames=names.get(iri, []),
            kind=row["kindLabel"] or None,
            area=areas[0] if areas else None,
            areas=areas,
            basis=row["basisLabel"] or None,
            caption=_true(row["caption"]),
            start=row["start"] or None,
            end=row["end"] or None,
            current=_true(row["current"]),
        )
    _add_relationships(graph, [row for row in rows(snapshot, "profile/relationships") if _true(row["current"])])
    return graph


def _add_relationships(graph: nx.MultiDiGraph[str], current: list[dict[str, str]]) -> None:
    """Each relationship stands in two rows, as it reads from either side."""
    inverse = {row["relationship"]: row["relationLabel"] for row in current if not _true(row["outgoing"])}
    for row in sorted(current, key=lambda row: (row["organisation"], row["other"], row["relationship"])):
        if _true(row["outgoing"]) and row["organisation"] in graph and row["other"] in graph:
            graph.add_edge(
                row["organisation"],
                row["other"],
                row["relationship"],
                relationship=row["relationship"],
                relation=row["relation"],
                label=row["relationLabel"],
                inverse=inverse.get(row["relationship"], row["relationLabel"]),
                start=row["start"] or None,
                end=row["end"] or None,
                grade=row["gradeLabel"],
                note=row["note"] or None,
            )


def _true(text: str) -> bool:
    """A boolean's lexical form; some stores write 1."""
    return text in ("true", "1")


def _lanes(snapshot: Snapshot) -> tuple[list[str], dict[str, list[str]]]:
    """The names of the areas in their order, and by organisation those of its current roles, the main one first."""
    place = {row["concept"]: at for at, row in enumerate(rows(snapshot, "coverage/vocabulary"))}
    lanes = [row for row in rows(snapshot, "coverage/area-lanes") if row["area"]]
    by_organisation: dict[str, list[str]] = {}
    for row in sorted(lanes, key=lambda row: (not _true(row["main"]), place.get(row["area"], 0), row["area"])):
        areas = by_organisation.setdefault(row["organisation"], [])
        if row["areaLabel"] not in areas:
            areas.append(row["areaLabel"])
    used = {row["area"]: row["areaLabel"] for row in lanes}
    order = [used[area] for area in sorted(used, key=lambda area: (place.get(area, 0), area))]
    return list(dict.fromkeys(order)), by_organisation


def role_graph(snapshot: Snapshot, reasons: Collection[str] = IN_CELL) -> nx.Graph[str]:
    """Organisations and the cells that their current roles stand in: two kinds of node, told apart by ``mode``.

    Args:
        snapshot: the landscape as of a date.
        reasons: for which a role is taken (see coverage/cell-holders). A general role touches most cells: with
            "general" among the reasons the network says little.

    Nodes of mode "organisation" have label; those of mode "cell" have label, activity, topic, place (names) and
    status (its name). Only nodes with an edge are there. An edge has ``roles``, a list with one mapping for each role:
    role (its IRI), reason, level, standing, start, end, grade, note. Nodes and edges are sorted.
    """
    graph: nx.Graph[str] = nx.Graph(title=snapshot.landscape.title, asOf=snapshot.as_of)
    questions = ("coverage/cell-holders", "coverage/cell-general-holders")
    held = [row for name in questions for row in rows(snapshot, name) if row["reason"] in reasons]
    cells = {row["cell"]: row for row in rows(snapshot, "coverage/cells")}
    for iri, label in sorted({(row["organisation"], row["organisationLabel"]) for row in held}):
        graph.add_node(iri, mode="organisation", label=label)
    for iri in sorted({row["cell"] for row in held}):
        cell = cells[iri]
        graph.add_node(
            iri,
            mode="cell",
            label=f"{cell['activityLabel']} · {cell['topicLabel']} · {cell['placeLabel']}",
            activity=cell["activityLabel"],
            topic=cell["topicLabel"],
            place=cell["placeLabel"],
            status=cell["statusLabel"],
        )
    for row in sorted(held, key=lambda row: (row["organisation"], row["cell"], row["role"], row["note"])):
        if not graph.has_edge(row["organisation"], row["cell"]):
            graph.add_edge(row["organisation"], row["cell"], roles=[])
        role = {name: row[name] or None for name in ("role", "reason", "start", "end", "note")}
        role |= {name: row[f"{name}Label"] for name in ("level", "standing", "grade")}
        roles = graph.edges[row["organisation"], row["cell"]]["roles"]
        if not any(other["role"] == row["role"] for other in roles):
            roles.append(role)
    return graph


def measures(graph: nx.Graph[str]) -> dict[str, Measures]:
    """The measures of every node, by node.

    Betweenness is normalised by the number of pairs of other nodes and computed by U. Brandes, A faster algorithm
    for betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177. Articulation points are found by
    depth-first search: J. Hopcroft and R. Tarjan, Efficient algorithms for graph manipulation, Communications of the
    ACM 16 (1973) 372-378. Components are numbered from the largest, equal ones by their first node.
    """
    simple: nx.Graph[str] = nx.Graph()
    # sorted, so that sums of fractions come out the same whatever the order of the graph
    simple.add_nodes_from(sorted(graph))
    simple.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    between = nx.betweenness_centrality(simple, normalized=True)
    cut = set(nx.articulation_points(simple))
    parts = sorted(nx.connected_components(simple), key=lambda part: (-len(part), min(part)))
    component = {node: number for number, part in enumerate(parts) for node in part}
    return {
        node: Measures(int(simple.degree(node)), float(between[node]), node in cut, component[node]) for node in simple
    }


def for_graphml(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The same graph with attributes of plain types only, so that networkx writes it as GraphML (or GEXF).

    What is None is left out, a list of texts becomes one text with "; " between, and the roles of an edge become
    ``roleCount`` and a text for each of their attributes, in the same order.
    """
    plain = graph.__class__()
    plain.graph.update(_plain(graph.graph))
    for node, known in graph.nodes(data=True):
        plain.add_node(node, **_plain(known))
    if isinstance(graph, nx.MultiGraph):
        for a, b, key, known in graph.edges(keys=True, data=True):
            plain.add_edge(a, b, key, **_plain(known))  # type: ignore[call-arg]
    else:
        for a, b, known in graph.edges(data=True):
            plain.add_edge(a, b, **_plain(known))
    return plain


def _plain(known: dict[str, Any]) -> dict[str, str | int | float | bool]:
    plain: dict[str, str | int | float | bool] = {}
    for name, value in known.items():
        if name == "roles" and isinstance(value, list):
            plain["roleCount"] = len(value)
            for part in sorted({part for role in value for part in role}):
                plain[part] = "; ".join(str(role[part] or "") for role in value)
        elif isinstance(value, (list, tuple)):
            plain[name] = "; ".join(str(item) for item in value)
        elif isinstance(value, (str, int, float, bool)):
            plain[name] = value
        elif value is not None:
            plain[name] = str(value)
    return plain
