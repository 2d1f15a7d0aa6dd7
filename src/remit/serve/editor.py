"""The page on which people write SPARQL: works without any other host, and shows data only as text."""

from __future__ import annotations

from functools import cache
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from remit.catalogue import catalogue
from remit.serve.entities import templates
from remit.serve.service import Service

__all__ = ["POLICY", "editor", "questions"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""Only this server's own files; no script within the page, and none made from text."""

EXAMPLE = """PREFIX remit: <https://w3id.org/remit/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?organisation ?name (COUNT(?cell) AS ?cells) WHERE {
  ?cell remit:coveredBy ?organisation .
  ?organisation skos:prefLabel ?name .
}
GROUP BY ?organisation ?name
ORDER BY DESC(?cells) ?name
LIMIT 20"""


def editor(service: Service, root: str) -> Response:
    """The page."""
    facts: dict[str, Any] = service.pool.facts if service.pool else {"landscape": {"title": ""}, "day": ""}
    text = (
        templates()
        .get_template("editor.html")
        .render(
            root=root,
            landscape=facts["landscape"]["title"] or "Landscape",
            day=facts["day"],
            seconds=f"{service.limits.seconds:g}",
            example=EXAMPLE,
        )
    )
    headers = {"content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
    return HTMLResponse(text, 200, headers)


@cache
def questions() -> Response:
    """The shipped questions, for the page to offer."""
    told = [{"folder": query.folder, "title": query.title, "text": query.text} for query in catalogue().values()]
    return JSONResponse(told, headers={"cache-control": "no-cache", "x-content-type-options": "nosniff"})
