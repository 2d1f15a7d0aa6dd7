"""Remit: a knowledge graph of who does what in a field, and of what nobody does."""

from importlib.metadata import version

from remit.api import as_rdflib, open_landscape, question
from remit.errors import RemitError
from remit.infer import Snapshot

__all__ = ["RemitError", "Snapshot", "__version__", "as_rdflib", "open_landscape", "question"]

__version__ = version("remit")
