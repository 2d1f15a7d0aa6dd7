"""The things of a landscape by their IRIs: a page for people, triples for programs.

``BASE id/rcr`` is answered at ``/id/rcr`` with 303 See Other (https://www.w3.org/TR/cooluris/): to a page, or to
Turtle, N-Triples, RDF/XML or JSON-LD.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from remit.serve.negotiation import GRAPHS, choose, wants_page
from remit.serve.pool import Pool
from remit.serve.sending import CORS, VARY, plain
from remit.serve.service import Service
from remit.site.paths import safe_link, slug
from remit.templating import make_environment
from remit.terms import PREFIXES

__all__ = ["POLICY", "data", "page", "see_other", "templates"]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
MOST = 500
"""Statements of one direction that a page shows; all are in the data."""

_KNOWN = "ASK { { VALUES ?x { %(iri)s } ?x ?p ?o } UNION { VALUES ?x { %(iri)s } ?s ?q ?x } }"
_NAMES = f"<{PREFIXES['skos']}prefLabel>|<{PREFIXES['dcterms']}title>|<{PREFIXES['rdfs']}label>"
_SAYS = f"""SELECT ?property ?propertyLabel ?value ?valueLabel WHERE {{
  VALUES ?x {{ %(iri)s }} ?x ?property ?value .
  OPTIONAL {{ ?property {_NAMES} ?propertyLabel }} OPTIONAL {{ ?value {_NAMES} ?valueLabel }}
}} ORDER BY ?property ?value LIMIT {MOST}"""
_SAID = f"""SELECT ?property ?propertyLabel ?value ?valueLabel WHERE {{
  VALUES ?x {{ %(iri)s }} ?value ?property ?x .
  OPTIONAL {{ ?property {_NAMES} ?propertyLabel }} OPTIONAL {{ ?value {_NAMES} ?valueLabel }}
}} ORDER BY ?property ?value LIMIT {MOST}"""
_DATA = "CONSTRUCT {{ {iri} ?p ?o . ?o ?q ?v }} WHERE {{ {iri} ?p ?o OPTIONAL {{ ?o ?q ?v FILTER(isBlank(?o)) }} }}"


@cache
def templates() -> Environment:
    """The templates of the served pages."""
    return make_environment(Path(__file__).parent / "templates")


def _node(iri: str) -> str | None:
    """An IRI as SPARQL writes it; None where the text is none."""
    try:
        return str(NamedNode(iri))
    except ValueError:
        return None


async def _rows(pool: Pool, query: str) -> list[dict[str, dict[str, str]]] | bool:
    asked = {
        "query": query,
        "default": None,
        "named": None,
        "results": ("application/sparql-results+json", "json"),
        "graph": None,
        "gzip": False,
    }
    told, content = await pool.answer(asked)
    if told["status"] != 200 or told["file"]:
        raise LookupError(told.get("says", "The page would be too large."))
    answer = json.loads(content)
    return answer["boolean"] if "boolean" in answer else answer["results"]["bindings"]  # type: ignore[no-any-return]


async def see_other(service: Service, request: Request, local: str) -> Response | None:
    """The way from a thing's IRI to what is told about it; None where the landscape knows no such thing."""
    if service.pool is None or not local:
        return None
    iri = service.pool.facts["landscape"]["base"] + local
    node = _node(iri)
    try:
        if node is None or not await _rows(service.pool, _KNOWN % {"iri": node}):
            return None
    except LookupError as error:
        return plain(503, str(error))
    accept = request.headers.get("accept", "")
    root = request.scope.get("root_path", "")
    kind = choose(accept, tuple(GRAPHS))
    if wants_page(accept) or kind is None or accept in ("", "*/*"):
        target = f"{root}/sparql/page?" + urlencode({"iri": iri})
    else:
        target = f"{root}/sparql/data?" + urlencode({"iri": iri, "form": GRAPHS[kind]})
    return RedirectResponse(target, 303, {"vary": "Accept", **CORS})


async def data(service: Service, request: Request) -> Response:
    """The triples about one thing."""
    node = _node(request.query_params.get("iri", ""))
    if node is None:
        return plain(400, "The parameter iri is not an IRI.")
    if service.pool is None:
        return plain(503, "The dataset is being loaded. Try again in some seconds.")
    wanted = request.query_params.get("form")
    media = {form: kind for kind, form in reversed(GRAPHS.items()) if not kind.endswith(("xml", "json", "plain"))}
    media |= {"rdf": "application/rdf+xml", "jsonld": "application/ld+json"}
    kind = media.get(wanted) if wanted else choose(request.headers.get("accept", ""), tuple(GRAPHS))
    if kind is None:
        return plain(406, f"The data come as {', '.join(media)}.")
    asked = {
        "query": _DATA.format(iri=node),
        "default": None,
        "named": None,
        "results": None,
        "graph": (kind, GRAPHS[kind]),
        "gzip": False,
    }
    told, content = await service.pool.answer(asked)
    if told["status"] != 200:
        return plain(told["status"], told["says"])
    if told["file"]:
        Path(told["file"]).unlink(missing_ok=True)
        return plain(413, "There is too much about this thing for one answer; ask /sparql for it.")
    return Response(content, 200, {**CORS, "vary": VARY, "x-content-type-options": "nosniff"}, kind)


async def page(service: Service, request: Request) -> Response:
    """The page about one thing: what it says, and what is said of it."""
    iri = request.query_params.get("iri", "")
    node = _node(iri)
    if node is None:
        return plain(400, "The parameter iri is not an IRI.")
    if service.pool is None:
        return plain(503, "The dataset is being loaded. Try again in some seconds.")
    try:
        says = await _rows(service.pool, _SAYS % {"iri": node})
        said = await _rows(service.pool, _SAID % {"iri": node})
    except LookupError as error:
        return plain(503, str(error))
    assert isinstance(says, list) and isinstance(said, list)
    if not says and not said:
        return plain(404, "The landscape knows no such thing.")
    root = request.scope.get("root_path", "")
    label = next(
        (row["value"]["value"] for row in says if row["property"]["value"].endswith(("prefLabel", "title", "#label"))),
        iri,
    )
    text = (
        templates()
        .get_template("entity.html")
        .render(
            root=root,
            policy=POLICY,
            landscape=service.pool.facts["landscape"]["title"] or "Landscape",
            day=service.pool.facts["day"],
            iri=iri,
            label=label,
            says=_groups(says, root),
            said=_groups(said, root),
            most=MOST,
            cut=len(says) >= MOST or len(said) >= MOST,
            forms=[
                (form, f"{root}/sparql/data?" + urlencode({"iri": iri, "form": form})) for form in ("ttl", "jsonld")
            ],
            site=f"{root}/organisations/{slug(iri)}.html" if _is_organisation(says) and service.pages.ready else "",
        )
    )
    return HTMLResponse(text, 200, {"content-security-policy": POLICY, "x-content-type-options": "nosniff"})


def _is_organisation(says: list[dict[str, dict[str, str]]]) -> bool:
    return any(row["value"]["value"] == PREFIXES["remit"] + "Organisation" for row in says)


def _groups(rows: list[dict[str, dict[str, str]]], root: str) -> list[dict[str, Any]]:
    """The rows by property; each value once, with the way to its page."""
    groups: dict[str, dict[str, Any]] = {}
    for row in rows:
        iri = row["property"]["value"]
        group = groups.setdefault(iri, {"label": _shown(row, "property"), "iri": iri, "values": {}})
        term = row["value"]
        target = f"{root}/sparql/page?" + urlencode({"iri": term["value"]}) if term["type"] == "uri" else ""
        group["values"].setdefault(
            (term["type"], term["value"]),
            {"text": _shown(row, "value"), "page": target, "link": safe_link(term["value"]) if not target else ""},
        )
    return list(groups.values())


def _shown(row: dict[str, dict[str, str]], name: str) -> str:
    if label := row.get(f"{name}Label"):
        return label["value"]
    value = row[name]["value"]
    if row[name]["type"] == "uri":
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
    return value
