"""Analysis: a snapshot in, plain values out.

    from remit.analysis import findings
    for each in findings(snapshot, kinds=["confirmed-gap"]):
        print(each.id, each.sentence)

Knowledge of the graph's shape stays in the rules and the shipped questions; this package reads their answers, and
computes what SPARQL cannot express.
"""

from remit.analysis.findings import finding, findings
from remit.analysis.kinds import KINDS, Kind
from remit.analysis.model import Candidate, Cell, Confidence, Evidence, Finding, Judgement, Source
from remit.analysis.reading import Reading
from remit.analysis.scope import Scope, scope_of

__all__ = [
    "KINDS",
    "Candidate",
    "Cell",
    "Confidence",
    "Evidence",
    "Finding",
    "Judgement",
    "Kind",
    "Reading",
    "Scope",
    "Source",
    "finding",
    "findings",
    "scope_of",
]
