"""A landscape's own description: its title, base, places and dates, as the folder states them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from remit.engine import Engine
from remit.errors import RemitError

__all__ = ["Landscape", "describe"]

_QUERY = """
PREFIX remit: <https://w3id.org/remit/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?iri ?base ?title ?description ?baseline ?issued ?version ?license (SAMPLE(?name) AS ?creator) WHERE {
  ?iri a remit:Landscape .
  OPTIONAL { ?iri remit:base ?base }
  OPTIONAL { ?iri dcterms:title ?title }
  OPTIONAL { ?iri dcterms:description ?description }
  OPTIONAL { ?iri remit:baseline ?baseline }
  OPTIONAL { ?iri dcterms:issued ?issued }
  OPTIONAL { ?iri owl:versionInfo ?version }
  OPTIONAL { ?iri dcterms:license ?license }
  OPTIONAL { ?iri dcterms:creator ?by . OPTIONAL { ?by foaf:name ?called } BIND(COALESCE(?called, STR(?by)) AS ?name) }
} GROUP BY ?iri ?base ?title ?description ?baseline ?issued ?version ?license
"""


@dataclass(frozen=True)
class Landscape:
    """What the landscape says about itself; "" where it does not say.

    Attributes:
        iri: the landscape's own IRI.
        base: what every IRI of its own begins with; ends with a slash or hash.
        baseline: the day to compare with, YYYY-MM-DD.
        version: the data's version.
    """

    iri: str
    base: str
    title: str
    description: str
    baseline: str
    issued: str
    version: str
    license: str
    creator: str


def describe(engine: Engine, folder: Path | str) -> Landscape:
    """The description of the one landscape in a folder, or in an engine.

    Raises:
        RemitError: the folder describes none or several, or the base is missing.
    """
    rows = engine.select(_QUERY).dicts()
    subjects = sorted({row["iri"] for row in rows})
    if len(subjects) != 1:
        found = f"{len(subjects)} subjects are: {', '.join(subjects)}" if subjects else "none is"
        raise RemitError(
            f"Exactly one subject must be a remit:Landscape, but {found}.",
            str(folder),
            "Describe the landscape once: its title, remit:base, remit:cellPlace, remit:generalTopic.",
        )
    if len(rows) > 1:
        double = [name for name in rows[0] if len({row[name] for row in rows}) > 1]
        raise RemitError(
            f"The landscape's description states more than one {' and '.join(double)}.",
            str(folder),
            "Keep one value.",
        )
    row = rows[0]
    if not row["base"].endswith(("/", "#")):
        raise RemitError(
            "The landscape states no remit:base that ends with a slash.",
            str(folder),
            "Add remit:base <https://…/> to the landscape's description: its own IRIs begin with it.",
        )
    return Landscape(**row)
