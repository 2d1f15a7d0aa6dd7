"""Plain words from data: the cases in ``words-cases.json``, which the explorer's tests read too.

The program and the explorer write the same words, each in its own language; one file of cases keeps them the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from remit import words

CASES: dict[str, list[tuple[list[Any], str]]] = json.loads(
    (Path(__file__).parent / "words-cases.json").read_text(encoding="utf-8")
)


def test_every_function_has_cases() -> None:
    assert set(CASES) == {*words.__all__}


@pytest.mark.parametrize(
    ("name", "given", "written"), [(name, *case) for name, cases in CASES.items() for case in cases]
)
def test_writes_what_a_person_would(name: str, given: list[Any], written: str) -> None:
    if name == "period":
        start, end, standing = given
        assert words.period(start, end, standing=standing) == written
    else:
        assert getattr(words, name)(*given) == written
