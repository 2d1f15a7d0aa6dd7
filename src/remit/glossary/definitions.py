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
SELECT ?class ?either ?named ?property ?inverse ?value ?filler ?least WHERE {
  ?class owl:equivalentClass/owl:intersectionOf/rdf:rest*/rdf:first ?part .
  ?part (owl:unionOf/rdf:rest*/rdf:first)? ?one .
  BIND(?part != ?one AS ?either)
  OPTIONAL { ?one rdfs:label ?named }
  OPTIONAL { ?one owl:onProperty/rdfs:label ?property }
  OPTIONAL { ?one owl:onProperty/owl:inverseOf/rdfs:label ?inverse }
  OPTIONAL { ?one owl:hasValue/skos:prefLabel ?value }
  OPTIONAL { ?one owl:someValuesFrom/rdfs:label ?filler }
  OPTIONAL { ?one owl:minCardinality ?least }
} ORDER BY ?class ?either DESC(?named) ?property ?value ?inverse
"""


def definitions(engine: Engine) -> dict[str, str]:
    """For each defined class what its definition asks for, in plain words.

    A definition is read as the ontology writes it: conditions that all hold, the last of which may be one of several.
    """
    all_of: dict[str, list[str]] = {}
    one_of: dict[str, list[str]] = {}
    for row in engine.select(_QUERY).dicts():
        said = _condition(row)
        found = (one_of if row["either"] == "true" else all_of).setdefault(row["class"], [])
        if said and said not in found:
            found.append(said)
    return {
        name: " and ".join([*all_of.get(name, []), *([" or ".join(one_of[name])] if name in one_of else [])])
        for name in sorted({*all_of, *one_of}, key=local_name)
    }


def _condition(row: dict[str, str]) -> str:
    if row["named"]:
        return f"is of the class “{row['named']}”"
    if row["value"]:
        return f"has “{row['property']}” with the value “{row['value']}”"
    if row["least"]:
        return f"has “{row['property']}” {row['least']} times or more"
    if row["inverse"]:
        return f"is what “{row['inverse']}” leads to from something of the class “{row['filler']}”"
    return f"has “{row['property']}” with something of the class “{row['filler']}”" if row["property"] else ""
