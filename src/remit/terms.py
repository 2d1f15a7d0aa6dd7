"""The names of the vocabulary that the program itself must know, and how IRIs are shortened for people."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

__all__ = ["CLOSED_LISTS", "PREFIXES", "RDF_TYPE", "REMIT", "XSD", "local_name"]

REMIT = "https://w3id.org/remit/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

CLOSED_LISTS = (
    *("level", "standing", "result", "relation", "concern", "progress"),
    *("horizon", "access", "grade", "status", "flag", "verdict", "function"),
)
"""The closed lists of the ontology, each a scheme ``https://w3id.org/remit/NAME``."""

PREFIXES: dict[str, str] = {
    "remit": REMIT,
    **{name: f"https://w3id.org/remit/{name}/" for name in CLOSED_LISTS},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": XSD,
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "http://schema.org/",
    "void": "http://rdfs.org/ns/void#",
}


def local_name(iri: str) -> str:
    """The part of an IRI after its last slash or hash: ``https://example.org/id/rcr`` gives ``rcr``."""
    return re.split(r"[/#]", iri)[-1]
