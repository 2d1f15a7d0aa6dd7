"""Keep what people decided about a finding: written to the landscape as canonical Turtle."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from remit import content
from remit.analysis.findings import finding
from remit.analysis.model import Finding
from remit.analysis.reading import Reading
from remit.ask import term_for
from remit.catalogue import Parameter
from remit.dates import today
from remit.errors import RemitError
from remit.files import write_file
from remit.names import resolve
from remit.terms import PREFIXES, RDF_TYPE, REMIT, XSD, local_name
from remit.turtle import canonical, format_text

__all__ = ["FILE", "judge"]

FILE = "judgements.ttl"
"""The file of a landscape's folder that judgements are written to."""

HEADER = "What people decided about findings. `remit judge` writes here; a decision can also be corrected by hand."


def judge(reading: Reading, name: str, *, verdict: str, by: str, date: str, note: str = "") -> tuple[Finding, Path]:
    """Write a decision about a finding into the landscape's folder, whole or not at all.

    Args:
        reading: the snapshot in which the finding is.
        name: the finding's id or IRI.
        verdict: one of the closed list of verdicts.
        by: the body that decided, as a person would name it.
        date: when, as exactly as is known.
        note: what there is to say about it.

    Returns:
        The finding that was judged, and the file that was written.

    Raises:
        RemitError: the landscape is the one inside an installed program, there is no such finding, verdict or body,
            the date is none, the same decision is there already, or the file cannot be read or written.
    """
    folder = reading.snapshot.stated.folder
    if folder.resolve().is_relative_to(content.PACKAGED.resolve()):
        raise RemitError(
            "The landscape inside the installed program cannot be changed.",
            "remit judge",
            "Name a folder of your own by --landscape: a clone's graph/, or a copy of it.",
        )
    judged = finding(reading, name)
    engine = reading.snapshot.engine
    chosen, body = resolve(engine, "verdict", verdict), resolve(engine, "organisation", by)
    decided = term_for(engine, Parameter("--date", "date", "", ""), date)
    node = NamedNode(f"{reading.base}judgement/{judged.id}.{local_name(body.value)}.{date}")
    file = folder / FILE
    text = _read(file)
    if any(row["judgement"] == node.value for row in reading.answers.rows("overlaps/judged")):
        raise RemitError(
            f"{reading.name(body.value)} has judged this finding on that date already.",
            str(file),
            "Correct the judgement in the file, or give another date.",
        )
    known: dict[str, NamedNode | Literal] = {
        "judges": NamedNode(judged.iri),
        "verdict": chosen,
        "decidedBy": body,
        "recorded": Literal(today(), datatype=NamedNode(XSD + "date")),
    }
    triples = [Triple(node, RDF_TYPE, NamedNode(REMIT + "Judgement"))]
    triples += [Triple(node, NamedNode(REMIT + key), value) for key, value in known.items()]
    triples.append(Triple(node, NamedNode(PREFIXES["dcterms"] + "date"), decided))
    if note.strip():
        said = re.sub(r"\s+", " ", note).strip()
        triples.append(Triple(node, NamedNode(PREFIXES["skos"] + "note"), Literal(said)))
    prefixes = {key: PREFIXES[key] for key in ("remit", "verdict", "dcterms", "skos", "xsd")}
    prefixes |= {"judgement": f"{reading.base}judgement/", "id": f"{reading.base}id/"}
    block = canonical(triples, prefixes, "" if text else HEADER)
    write_file(file, format_text(f"{text}\n{block}", FILE))
    return judged, file


def _read(file: Path) -> str:
    if not file.exists():
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RemitError(f"The file cannot be read: {error}.", str(file)) from None
