"""Check a landscape: shapes (SHACL), quality rules (SPARQL) and the files' canonical form.

Each problem names file and line, what is wrong and what to do.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, RdfFormat, Store

from remit.catalogue import header
from remit.content import content_folder
from remit.errors import RemitError
from remit.load import Stated
from remit.terms import PREFIXES, local_name

__all__ = ["Problem", "check", "double_problems", "quality_problems", "shape_problems", "shapes_text"]


@dataclass(frozen=True, order=True)
class Problem:
    """Something in a landscape to mend.

    Attributes:
        severity: ``error`` (the landscape must not be published) or ``warning``.
        place: file and line of the subject.
        subject: its IRI; "" where the whole file is meant.
        message: what is wrong, and what to do.
        value: the property and value at fault; "" where there is none.
    """

    severity: str
    place: str
    subject: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        at_fault = f" Found: {self.value}." if self.value else ""
        about = f"{local_name(self.subject)}: " if self.subject else ""
        return f"{self.severity}: {self.place}: {about}{self.message}{at_fault}"


def check(stated: Stated) -> list[Problem]:
    """All problems of a landscape, errors first."""
    return sorted({*shape_problems(stated), *quality_problems(stated), *double_problems(stated)})


def shapes_text() -> str:
    """All shapes as N-Triples."""
    store = Store()
    for file in sorted(content_folder("ontology").glob("shapes/*.ttl")):
        store.bulk_load(path=file, format=RdfFormat.TURTLE)
    return _ntriples(store)


def shape_problems(stated: Stated, engine: str | None = None) -> Iterator[Problem]:
    """What the shapes find.

    Args:
        stated: the landscape.
        engine: ``shacl`` or ``pyshacl``; the first that is installed when None.

    Raises:
        RemitError: neither is installed.
    """
    data = _ntriples(stated.engine.store)
    for focus, severity, message, path, value in _results(data, engine):
        problem = message
        if not message:
            problem = f"The value of {shorten(path)} is not allowed here." if path else "A rule is broken."
        yield Problem(
            "error" if severity == "Violation" else "warning",
            place_of(stated, focus),
            focus,
            problem,
            f"{shorten(path)} {shorten(value)}".strip() if value else "",
        )


def quality_problems(stated: Stated) -> Iterator[Problem]:
    """What the quality rules in ``ontology/checks/`` find: each row of such a query is a problem."""
    for file in sorted(content_folder("ontology").glob("checks/*.rq")):
        text = file.read_text(encoding="utf-8")
        rule = header(text, file.name)
        says = f"{' '.join(str(rule['problem']).split())} {' '.join(str(rule['remedy']).split())}"
        for row in stated.engine.select(text).dicts():
            yield Problem(
                str(rule["severity"]),
                place_of(stated, row["subject"]),
                row["subject"],
                says,
                shorten(row.get("detail", "")),
            )


def double_problems(stated: Stated) -> Iterator[Problem]:
    """Ids that are described in more than one place: two things under one id, or one thing in two blocks."""
    for iri, places in stated.blocks.items():
        if len(places) > 1:
            yield Problem(
                "error",
                places[1],
                iri,
                f"The same id is described at {' and at '.join(places)}. Give each thing an id of its own, or bring "
                "the statements about one thing together.",
            )


def place_of(stated: Stated, iri: str) -> str:
    """File and line of a subject, or the landscape's folder where it has none of its own."""
    return stated.blocks.get(iri, [f"{stated.folder.name}/"])[0]


def shorten(iri: str) -> str:
    """An IRI by its usual prefix, any other text as it is."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _ntriples(store: Store) -> str:
    written = io.BytesIO()
    store.dump(written, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    return written.getvalue().decode()


def _results(data: str, engine: str | None) -> Iterator[tuple[str, str, str, str, str]]:
    """Focus node, severity, message, path and value of each result."""
    if engine in (None, "shacl"):
        try:
            import shacl
        except ImportError:
            if engine == "shacl":
                raise
        else:
            shapes = shacl.Shapes.from_text(shapes_text(), format="ntriples")
            # rdfs would change what closed shapes see; the shapes name every class they mean
            report = shapes.validate_text(data, format="ntriples", allow_warnings=True)
            for result in report.results:
                yield (
                    result.focus_node.strip("<>"),
                    result.severity,
                    result.message or "",
                    (result.path or "").strip("<>"),
                    result.value_plain or "",
                )
            return
    yield from _pyshacl_results(data)


def _pyshacl_results(data: str) -> Iterator[tuple[str, str, str, str, str]]:
    try:
        import pyshacl
        from rdflib import SH, Graph
    except ImportError:
        raise RemitError(
            "No SHACL engine is installed.",
            None,
            "Install one: pip install shacl (fast) or pip install pyshacl.",
        ) from None
    graph, shapes = Graph(), Graph()
    graph.parse(data=data, format="nt")
    shapes.parse(data=shapes_text(), format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=False, inference="none")
    assert isinstance(report, Graph)
    for result in report.objects(None, SH.result):
        messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
        values = [report.value(result, name) for name in (SH.focusNode, SH.resultSeverity, SH.resultPath, SH.value)]
        focus, severity, path, value = ("" if item is None else str(item) for item in values)
        yield focus, local_name(severity), messages[0] if messages else "", path, value
