"""The same steps with what people use today: rdflib, pySHACL and owlrl; prints JSON lines (seconds) as it goes.

The same Turtle, shapes, rules and questions are used, so that only the engines differ. A question or rule that takes
longer than its limit is stopped and counted with the limit, which favours the alternative.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pyshacl
from rdflib import Graph

from remit.catalogue import catalogue
from remit.content import content_folder, ontology_files, rule_files
from remit.infer import infer
from remit.load import load


class OverLimit(Exception):
    """The step was stopped."""


def _alarm(number: int, frame: FrameType | None) -> None:
    raise OverLimit


def timed(kind: str, name: str, limit: int, work: Callable[[], int]) -> None:
    """Run a step within a limit of whole seconds, and say how long it took and what it gave."""
    signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(limit)
    start = time.perf_counter()
    try:
        size: int | None = work()
    except OverLimit:
        size = None
    finally:
        signal.alarm(0)
    print(json.dumps([kind, name, time.perf_counter() - start, size]), flush=True)


def main(folder: Path, as_of: str, limit: int) -> None:
    """Load, validate, infer, ask; and, beside the rules, an OWL RL closure."""
    graph, shapes = Graph(), Graph()

    def read() -> int:
        for file in (*ontology_files(), *sorted(folder.rglob("*.ttl"))):
            graph.parse(file, format="turtle")
        for file in sorted(content_folder("ontology").glob("shapes/*.ttl")):
            shapes.parse(file, format="turtle")
        return len(graph)

    def validate() -> int:
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=False, inference="none")
        return len(report) if isinstance(report, Graph) else 0

    def quality() -> int:
        files = sorted(content_folder("ontology").glob("checks/*.rq"))
        return sum(len(list(graph.query(file.read_text(encoding="utf-8")))) for file in files)

    timed("step", "load", 600, read)
    timed("step", "validate: shapes", 600, validate)
    timed("step", "validate: quality rules", 600, quality)
    snapshot = infer(load(folder), as_of)
    for triple in snapshot.node:
        graph.update(f"INSERT DATA {{ {triple.subject} {triple.predicate} {triple.object} }}")

    def rule(text: str) -> Callable[[], int]:
        def run() -> int:
            constructed = graph.query(text).graph
            new = list(constructed) if constructed is not None else []
            for triple in new:
                graph.add(triple)
            return len(new)

        return run

    for file in rule_files():
        timed("rule", file.stem, limit, rule(file.read_text(encoding="utf-8")))
    # the questions need the whole snapshot, also where rdflib could not derive a part within the limit
    whole = Graph()
    whole.parse(data="\n".join(f"{t} ." for t in map(str, snapshot.engine.triples())), format="nt")
    for name, query in catalogue().items():
        timed("question", name, limit, lambda text=query.text: len(list(whole.query(text))))  # type: ignore[misc]

    def closure() -> int:
        from owlrl import DeductiveClosure, OWLRL_Semantics

        copy = Graph()
        for triple in graph:
            copy.add(triple)
        DeductiveClosure(OWLRL_Semantics).expand(copy)
        return len(copy)

    timed("closure", "OWL RL closure (owlrl)", 300, closure)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
