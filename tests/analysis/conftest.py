"""The findings of the hand-worked landscape, derived once."""

from __future__ import annotations

import pytest

from remit.analysis import Finding, Reading, findings
from remit.infer import Snapshot


@pytest.fixture(scope="session")
def reading(snapshot: Snapshot) -> Reading:
    """The hand-worked landscape as of its main date, as the analysis reads it."""
    return Reading(snapshot)


@pytest.fixture(scope="session")
def found(snapshot: Snapshot) -> dict[str, Finding]:
    """All its findings by id."""
    return {each.id: each for each in findings(snapshot)}
