"""The figures of a report, drawn by matplotlib from the rows of shipped questions: SVG, PNG, text alternative, data."""

from __future__ import annotations

from remit.report.figures.endings import endings_timeline
from remit.report.figures.matrix import status_matrix
from remit.report.figures.needs import needs_by_place
from remit.report.figures.neighbourhood import neighbourhood

__all__ = ["endings_timeline", "needs_by_place", "neighbourhood", "status_matrix"]
