"""The figures of the report: which rows each draws."""

from __future__ import annotations

from remit.network import relationship_graph
from remit.report.figures import endings_timeline, needs_by_place, neighbourhood, status_matrix
from remit.report.material import Material
from remit.report.model import Figure

__all__ = ["around", "endings", "matrix", "needs"]


def matrix(material: Material) -> Figure | None:
    """Activities and topics, with the status of each cell."""
    answers = material.reading.answers
    material.progress("Drawing the matrix …")
    return status_matrix(
        [row for row in answers.rows("coverage/matrix") if row["cell"] in material.cells],
        [row for row in answers.rows("coverage/cell-flags") if row["cell"] in material.cells],
    )


def needs(material: Material) -> Figure | None:
    """For how many needs somebody is recorded, place by place."""
    wanted = {(each.subjects[0], each.place) for each in material.of("need")}
    rows = material.reading.answers.rows("needs/by-place")
    return needs_by_place([row for row in rows if material.whole or (row["need"], row["place"]) in wanted])


def endings(material: Material) -> Figure | None:
    """What ends, on a line of time."""
    reading = material.reading
    return endings_timeline(material.rows("time/ending"), as_of=reading.as_of, until=reading.soon_until)


def around(material: Material) -> Figure | None:
    """The neighbourhood of a body: the one that is reported on, or the one that lies between most others."""
    between = material.of("broker")
    centre = material.scope.organisation or (between[0].organisations[0] if between else "")
    if not centre:
        return None
    return neighbourhood(relationship_graph(material.reading.snapshot), centre)
