"""The main job in one go: check, derive, ask everything, write the site."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from remit.ask import ask
from remit.catalogue import catalogue
from remit.collector import uncollected
from remit.engine import Solutions
from remit.errors import RemitError
from remit.files import fresh_folder
from remit.infer import Snapshot, infer
from remit.load import Stated, load
from remit.validate import Problem, check

__all__ = ["answers", "build_all", "build_from", "checked_snapshot"]


def answers(snapshot: Snapshot) -> dict[str, Solutions]:
    """The answer to every shipped question, with no blank filled in, by the question's name."""
    questions = catalogue()
    # the engine lets other threads run while it answers, so both cores have something to do
    with uncollected(), ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda query: ask(snapshot.engine, query), questions.values())
        return dict(zip(questions, found, strict=True))


def checked_snapshot(stated: Stated, as_of: str | None) -> tuple[list[Problem], Snapshot | None]:
    """The problems of a landscape and, unless there is an error among them, its snapshot; both at the same time.

    Raises:
        RemitError: the date is not a day.
    """
    # the store that was read goes to the checks; the rules read their own
    _ = stated.engine
    with ThreadPoolExecutor(2) as pool:
        checking = pool.submit(check, stated)
        deriving = pool.submit(infer, stated, as_of)
        problems = checking.result()
        failed = any(problem.severity == "error" for problem in problems)
        return problems, None if failed else deriving.result()


def build_all(
    landscape: Path | None, out: Path, as_of: str | None, progress: Callable[[str], None]
) -> tuple[Sequence[Problem], str]:
    """Build the site of a landscape.

    Args:
        landscape: its folder; the bundled one when None.
        out: the folder to write; what was there is replaced when the new site is whole.
        as_of: the day to read the landscape as of; today when None.
        progress: told what is being done.

    Returns:
        The problems found (with an error among them nothing is written), and lines that say what was found.

    Raises:
        RemitError: as :func:`remit.load.load`, :func:`remit.infer.infer`; or the folder cannot be written.
    """
    from remit.canonical import uncanonical

    progress("Reading …")
    stated = load(landscape)
    progress(f"Checking {len(stated.files)} files and deriving what follows …")
    problems, snapshot = checked_snapshot(stated, as_of)
    problems += uncanonical(stated)
    if snapshot is None:
        return problems, ""
    return problems, build_from(snapshot, out, progress, lambda day: infer(stated, day), problems)


def build_from(
    snapshot: Snapshot,
    out: Path,
    progress: Callable[[str], None],
    on: Callable[[str | None], Snapshot],
    problems: Sequence[Problem] = (),
) -> str:
    """Build the site of a snapshot, wherever that lies.

    Args:
        snapshot: the landscape as of the day.
        out: the folder to write; what was there is replaced when the new site is whole.
        progress: told what is being done.
        on: gives the same landscape as of another day, for the report to compare with.
        problems: what the checks found, none of them an error.

    Returns:
        Lines that say what was found.

    Raises:
        RemitError: a question cannot be answered, or the folder cannot be written.
    """
    from remit.site import build_site

    progress("Asking every question …")
    results = answers(snapshot)
    with fresh_folder(out) as folder:
        reports = _write_report(snapshot, results, folder / "report", progress, on)
        progress("Writing the site …")
        build_site(snapshot, results, folder, problems, progress, reports)
    return _summary(snapshot, results, problems, out)


def _write_report(
    snapshot: Snapshot,
    results: dict[str, Solutions],
    folder: Path,
    progress: Callable[[str], None],
    on: Callable[[str | None], Snapshot],
) -> list[Path]:
    """The report beside the site, compared with the landscape's own baseline; nothing where there is none to write."""
    from remit.analysis.reading import Reading
    from remit.report import make_report
    from remit.report.files import write_files

    progress("Writing the report …")
    try:
        baseline = on(snapshot.landscape.baseline or None)
        report = make_report(Reading(snapshot, results), baseline)
    except RemitError as error:
        progress(f"No report: {error.what}")
        return []
    folder.mkdir()
    write_files(report, folder)
    return sorted(folder.iterdir())


def _summary(snapshot: Snapshot, results: dict[str, Solutions], problems: Sequence[Problem], out: Path) -> str:
    figures = results["coverage/landscape"].dicts()
    statuses = results["coverage/statuses"].dicts()
    lines = [f"{snapshot.landscape.title}, as of {snapshot.as_of}"]
    lines += [f"  {row['count']:>6}  {row['figureLabel']}" for row in figures]
    lines.append("Of the cells (an activity, a topic and a place):")
    lines += [f"  {row['count']:>6}  {row['statusLabel']}" for row in statuses]
    short = len({row["cell"] for row in results["gaps/recorded-yet-said-to-fall-short"].dicts()})
    lines.append(f"  {short:>6}  recorded, yet said to fall short")
    warnings = f"; {len(problems)} warnings, see `remit check`" if problems else "; no problems found"
    lines.append(f"{len(results)} questions answered{warnings}.")
    lines.append(f"Open {(out / 'index.html').resolve().as_uri()}")
    return "\n".join(lines)
