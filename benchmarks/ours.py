"""The program itself, timed inside one fresh process; prints JSON (seconds).

python benchmarks/ours.py whole|steps LANDSCAPE DATE
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path


def whole(folder: Path, as_of: str) -> None:
    """Time the main job as `remit build` does it, both cores in use, up to the site."""
    begun = time.perf_counter()
    from remit.build import answers, checked_snapshot
    from remit.load import load

    started = time.perf_counter()
    _, snapshot = checked_snapshot(load(folder), as_of)
    assert snapshot is not None
    derived = time.perf_counter()
    rows = {name: len(solutions.rows) for name, solutions in answers(snapshot).items()}
    done = time.perf_counter()
    print(json.dumps({"snapshot": derived - started, "total": done - begun, "questions": len(rows)}))


def steps(folder: Path, as_of: str) -> None:
    """Time load, validate, infer and every question, one after the other; each question five times for its median."""
    begun = time.perf_counter()
    from remit.ask import ask
    from remit.catalogue import catalogue
    from remit.infer import infer
    from remit.load import load
    from remit.validate import double_problems, quality_problems, shape_problems

    marks: dict[str, float] = {}
    last = begun

    def mark(name: str) -> None:
        nonlocal last
        now = time.perf_counter()
        marks[name] = now - last
        last = now

    mark("start the program")
    stated = load(folder)
    _ = stated.engine
    mark("load")
    results = len(list(shape_problems(stated)))
    mark("validate: shapes")
    results += len(list(quality_problems(stated))) + len(list(double_problems(stated)))
    mark("validate: quality rules")
    snapshot = infer(stated, as_of)
    mark("infer the snapshot")
    questions = catalogue()
    mark("read the questions")
    rows = {name: len(ask(snapshot.engine, query).rows) for name, query in questions.items()}
    mark("ask every question")
    each = {}
    for name, query in questions.items():
        times = []
        for _ in range(5):
            start = time.perf_counter()
            ask(snapshot.engine, query)
            times.append(time.perf_counter() - start)
        each[name] = statistics.median(times)
    triples = len(list(snapshot.engine.triples()))
    print(json.dumps({"steps": marks, "each": each, "rows": rows, "triples": triples, "problems": results}))


if __name__ == "__main__":
    (whole if sys.argv[1] == "whole" else steps)(Path(sys.argv[2]), sys.argv[3])
