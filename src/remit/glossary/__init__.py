"""The ontology told to people: its terms, closed lists, rules and checks, and who uses what. Read from the ontology."""

from remit.glossary.read import Glossary, read_glossary
from remit.glossary.terms import ListConcept, Rule, Term

__all__ = ["Glossary", "ListConcept", "Rule", "Term", "read_glossary"]
