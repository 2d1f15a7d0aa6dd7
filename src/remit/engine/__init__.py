"""How everything is asked: one small interface, with engines behind it."""

from remit.engine.interface import Engine, Solutions, Term
from remit.engine.oxigraph import OxigraphEngine

__all__ = ["Engine", "OxigraphEngine", "Solutions", "Term"]
