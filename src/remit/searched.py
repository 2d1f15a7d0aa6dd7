"""Keep that somebody looked, and where: a *searched* assessment, written to the landscape as canonical Turtle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from remit import content
from remit.ask import term_for
from remit.catalogue import Parameter
from remit.dates import today
from remit.errors import RemitError
from remit.files import write_file
from remit.infer import Snapshot
from remit.names import resolve
from remit.terms import PREFIXES, RDF_TYPE, REMIT, XSD, local_name
from remit.turtle import canonical, format_text, read_prefixes

__all__ = ["FILE", "Searched", "searched"]

FILE = "assessments/searched.ttl"
"""The file of a landscape's folder that searches are written to."""

HEADER = (
    "Where curators looked for a cell and found nobody. `remit searched` writes here; it can also be corrected by hand."
)


@dataclass(frozen=True)
class Searched:
    """A search that was written down: its IRI, the file, and what the searched-for cells are called."""

    iri: str
    file: Path
    says: str


def searched(
    snapshot: Snapshot, activity: str, topic: str, place: str, *, places_searched: str, date: str, note: str = ""
) -> Searched:
    """Write down that nobody was found for an activity, on a topic, in a place; whole or not at all.

    Args:
        snapshot: the landscape as of a date.
        activity: the activity, as a person would name it.
        topic: the topic.
        place: a place that cells are made for, or a wider one.
        places_searched: where was searched, and with what words.
        date: when, as exactly as is known; not later than today.
        note: what else there is to say.

    Raises:
        RemitError: the landscape is the one inside an installed program, a name means nothing, nothing is said of
            where, the date is none or still to come, the same search is there already, or the file cannot be written.
    """
    folder = snapshot.stated.folder
    if folder.resolve().is_relative_to(content.PACKAGED.resolve()):
        raise RemitError(
            "The landscape inside the installed program cannot be changed.",
            "remit searched",
            "Name a folder of your own by --landscape: a clone's graph/, or a copy of it.",
        )
    engine, base = snapshot.engine, snapshot.landscape.base
    where = _one_line(places_searched)
    if not where:
        raise RemitError("It is not said where was searched.", "--in", "Name the register or page, and the words.")
    chosen = {
        "activity": resolve(engine, "activity", activity),
        "topic": resolve(engine, "topic", topic),
        "place": resolve(engine, "place", place),
    }
    day = term_for(engine, Parameter("--date", "date", "", ""), date)
    if date > today()[: len(date)]:
        raise RemitError(f"{date} is still to come.", "--date", "Give the day on which somebody looked.")
    local = ".".join(local_name(concept.value) for concept in chosen.values())
    node = NamedNode(f"{base}assessment/searched.{local}.{date}")
    file = folder / FILE
    if node.value in snapshot.stated.blocks:
        raise RemitError(
            f"A search for this on {date} is recorded already.",
            snapshot.stated.blocks[node.value][0],
            "Add to it there, or give another date.",
        )
    known: dict[str, NamedNode | Literal] = {
        "result": NamedNode(PREFIXES["result"] + "searched"),
        **chosen,
        "searchedIn": Literal(where),
        "recorded": Literal(today(), datatype=NamedNode(XSD + "date")),
    }
    triples = [Triple(node, RDF_TYPE, NamedNode(REMIT + "Assessment"))]
    triples += [Triple(node, NamedNode(REMIT + key), value) for key, value in known.items()]
    triples.append(Triple(node, NamedNode(PREFIXES["dcterms"] + "date"), day))
    if _one_line(note):
        triples.append(Triple(node, NamedNode(PREFIXES["skos"] + "note"), Literal(_one_line(note))))
    text = _read(file)
    prefixes = {key: PREFIXES[key] for key in ("remit", "result", "dcterms", "skos", "xsd")}
    prefixes |= {"assessment": f"{base}assessment/"}
    for concept in chosen.values():
        prefixes[concept.value.removeprefix(base).partition("/")[0]] = concept.value[: -len(local_name(concept.value))]
    if text:
        prefixes = read_prefixes(text, FILE) | prefixes
    file.parent.mkdir(exist_ok=True)
    write_file(file, format_text(f"{text}\n{canonical(triples, prefixes, '' if text else HEADER)}", FILE))
    return Searched(node.value, file, f"{activity} · {topic} · {place}")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _read(file: Path) -> str:
    if not file.exists():
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RemitError(f"The file cannot be read: {error}.", str(file)) from None
