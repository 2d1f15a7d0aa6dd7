"""Write the report of a snapshot: what it rests on, and its sections in their order."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version

from remit import words
from remit.analysis.compare import compare
from remit.analysis.findings import findings_of
from remit.analysis.nullmodel import alike
from remit.analysis.reading import Reading
from remit.analysis.scope import Scope, nothing_found
from remit.collector import uncollected
from remit.errors import RemitError
from remit.infer import Snapshot
from remit.report.json import findings_values
from remit.report.material import Material
from remit.report.model import Report
from remit.report.parts import annexes, closing, dates, front, gaps, needs, one_page, overlaps, records, resources

__all__ = ["make_report"]


def _silent(_: str) -> None:
    pass


def make_report(
    snapshot: Snapshot | Reading,
    baseline: Snapshot,
    *,
    scope: Scope | None = None,
    progress: Callable[[str], None] = _silent,
) -> Report:
    """The report of a snapshot.

    Args:
        snapshot: the landscape as of the date that is reported, or a reading of it.
        baseline: the same landscape as of the earlier date that it is compared with.
        scope: the part that is reported; the whole landscape when None.
        progress: told what is being done.

    Raises:
        RemitError: nothing lies within the scope, or the baseline is not earlier.
    """
    reading = snapshot if isinstance(snapshot, Reading) else Reading(snapshot)
    scope = scope or Scope()
    if baseline.as_of >= reading.as_of:
        raise RemitError(
            f"{baseline.as_of} is not before {reading.as_of}, so there is nothing to compare.",
            "--compare",
            "Name an earlier day by --compare.",
        )
    with uncollected():
        return _made(reading, baseline, scope, progress)


def _made(reading: Reading, baseline: Snapshot, scope: Scope, progress: Callable[[str], None]) -> Report:
    progress("Looking for findings …")
    similarity = alike(reading)
    found = findings_of(reading, scope=scope, similarity=similarity)
    progress("Comparing the two dates …")
    comparison = compare(baseline, reading)
    material = Material(reading, baseline.as_of, scope, tuple(found), similarity, progress)
    if not material.cells and not found:
        raise RemitError(nothing_found(scope, reading, []), "remit report", "Widen the scope, or leave it out.")
    progress("Writing the sections …")
    sections = [
        one_page.one_page(material, comparison),
        front.question(material),
        front.statuses(material),
        front.searches(material),
        records.records(material),
        records.matrix(material),
        *gaps.gap_sections(material),
        needs.needs(material),
        overlaps.overlaps(material),
        dates.ending(material),
        dates.changes(material, comparison),
        *resources.resources(material),
        closing.limits(material),
        closing.ask_next(material),
        closing.correct(material),
        closing.again(material),
        *annexes.annexes(material),
    ]
    return Report(
        _title(material),
        _subtitle(material),
        "en-GB",
        _facts(material),
        tuple(sections),
        findings_values(found),
    )


def _title(material: Material) -> str:
    return f"{material.reading.snapshot.landscape.title}: what is recorded, and what is not"


def _subtitle(material: Material) -> str:
    reading = material.reading
    told = f"As of {words.date(reading.as_of)}, compared with {words.date(material.before)}"
    return f"{told}. Only {material.scope.says}." if material.scope.says else f"{told}."


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    """The cover's lines."""
    reading = material.reading
    landscape = reading.snapshot.landscape
    issued = landscape.issued[:4]
    cite = (
        f"{landscape.creator} ({issued}). {landscape.title}, version {landscape.version or 'of ' + landscape.issued}. "
    )
    cite += f"Report as of {words.date(reading.as_of)}. {landscape.iri}"
    facts = [
        ("As of", words.date(reading.as_of)),
        ("Compared with", words.date(material.before)),
        ("Scope", material.scope.says or "the whole landscape"),
        ("Data version", f"{landscape.version or 'not stated'}, issued {words.date(landscape.issued)}"),
        ("Made with", f"Remit {version('remit')}"),
        ("Licence of the data", landscape.license),
        ("Data written by", landscape.creator),
        ("How to cite", cite),
    ]
    return tuple((name, value or "not stated") for name, value in facts)
