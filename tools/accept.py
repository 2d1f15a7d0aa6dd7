"""Accept the findings of the bundled landscape as they are now: writes ``tests/expected/findings-uk.txt``.

A test compares the findings with that file, so that a change of data that flips one is seen. Read what this prints
before the file is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from remit.analysis import findings
from remit.analysis.published import accept, published_kinds
from remit.infer import infer
from remit.load import load

FILE = Path(__file__).parents[1] / "tests" / "expected" / "findings-uk.txt"


def main() -> int:
    """Derive the findings as of the day on which the landscape was issued, write them, and say what changed."""
    stated = load()
    landscape = stated.landscape
    found = findings(infer(stated, landscape.issued), kinds=published_kinds())
    header = (
        f"Findings of “{landscape.title}” {landscape.version} as of {landscape.issued}: id | state | judgement. "
        "Written by `make accept`."
    )
    differ = accept(found, FILE, header)
    print(differ if differ else "No finding has changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
