"""The report of the hand-worked landscape, made once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from remit.analysis import Reading
from remit.infer import Snapshot, infer
from remit.load import Stated
from remit.report.html import as_html
from remit.report.json import as_json
from remit.report.model import Report
from remit.report.writing import make_report


@pytest.fixture(scope="session")
def reading(snapshot: Snapshot) -> Reading:
    """The hand-worked landscape as the analysis reads it."""
    return Reading(snapshot)


@pytest.fixture(scope="session")
def baseline(stated: Stated) -> Snapshot:
    """The hand-worked landscape as of its day of comparison."""
    return infer(stated, stated.landscape.baseline)


@pytest.fixture(scope="session")
def report(reading: Reading, baseline: Snapshot) -> Report:
    """The report of all of it."""
    return make_report(reading, baseline)


@pytest.fixture(scope="session")
def page(report: Report) -> str:
    """The report as HTML."""
    return as_html(report)


@pytest.fixture(scope="session")
def values(report: Report) -> dict[str, Any]:
    """The report as JSON, read again."""
    return dict(json.loads(as_json(report)))
