"""The axioms that define a class, as sentences."""

from __future__ import annotations

from remit.engine import Engine
from remit.terms import local_name

__all__ = ["definitions"]

_QUERY = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?class ?named ?property ?inverse ?value ?filler ?least WHERE {
  ?class owl:equivalentClass/owl:intersectionOf/rdf:rest*/rdf:first ?part .
  ?part (owl:unionOf/rdf:rest*/rdf:first)? ?one .
  OPTIONAL { ?one rdfs:label ?named }
  OPTIONAL { ?one owl:onProperty/rdfs:label ?property }
  OPTIONAL { ?one owl:onProperty/owl:inverseOf/rdfs:label ?inverse }
  OPTIONAL { ?one owl:hasValue ?thing . OPTIONAL { ?thing skos:prefLabel ?label } BIND(COALESCE(?label, STR(?thing)) AS ?value) }
  OPTIONAL { ?one owl:someValuesFrom/rdfs:label ?filler }
  OPTIONAL { ?one owl:minCardinality ?least }
} ORDER BY ?class ?named ?property ?value ?inverse
"""


def definitions(engine: Engine) -> dict[str, list[str]]:
    """For each defined class the conditions that its definition names, in plain words, each once."""
    found: dict[str, list[str]] = {}
    for row in engine.select(_QUERY).dicts():
        if row["named"]:
            said = f"is of the class “{row['named']}”"
        elif row["value"]:
            said = f"has “{row['property']}” with the value “{local_name(row['value'])}”"
        elif row["least"]:
            said = f"has “{row['property']}” {row['least']} times or more"
        elif row["inverse"]:
            said = f"is what “{row['inverse']}” leads to from something of the class “{row['filler']}”"
        elif row["property"]:
            said = f"has “{row['property']}” that leads to something of the class “{row['filler']}”"
        else:
            continue
        if said not in found.setdefault(row["class"], []):
            found[row["class"]].append(said)
    return found
