"""The program's own steps, timed inside one fresh process; prints JSON (seconds)."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path


def main(folder: Path, as_of: str) -> None:
    """Time load, validate, infer and every question once each; each question five times for its median."""
    begun = time.perf_counter()
    from remit.ask import ask
    from remit.catalogue import catalogue
    from remit.infer import infer
    from remit.load import load
    from remit.validate import quality_problems, shape_problems

    marks: dict[str, float] = {}
    last = begun

    def mark(name: str) -> None:
        nonlocal last
        now = time.perf_counter()
        marks[name] = now - last
        last = now

    mark("start the program")
    stated = load(folder)
    mark("load")
    results = len(list(shape_problems(stated)))
    mark("validate: shapes")
    results += len(list(quality_problems(stated)))
    mark("validate: quality rules")
    snapshot = infer(stated, as_of)
    mark("infer the snapshot")
    questions = catalogue()
    mark("read the questions")
    rows = {name: len(ask(snapshot.engine, query).rows) for name, query in questions.items()}
    mark("ask every question")
    total = time.perf_counter() - begun
    each = {}
    for name, query in questions.items():
        times = []
        for _ in range(5):
            start = time.perf_counter()
            ask(snapshot.engine, query)
            times.append(time.perf_counter() - start)
        each[name] = statistics.median(times)
    triples = len(snapshot.engine.store)
    print(
        json.dumps(
            {
                "steps": marks,
                "total": total,
                "each": each,
                "rows": rows,
                "triples": triples,
                "problems": results,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
