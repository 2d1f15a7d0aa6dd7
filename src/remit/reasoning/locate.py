"""Where a statement stands in a landscape's files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from remit.infer import Snapshot
from remit.load import lines_of
from remit.terms import RDF_TYPE, local_name
from remit.validate import shorten

__all__ = ["Statement", "places"]


@dataclass(frozen=True)
class Statement:
    """Something that the landscape states.

    Attributes:
        text: what is stated, as the file writes it.
        place: ``file, line N``; "" where rules derive it.
        subject: the IRI of the thing in whose block it stands.
    """

    text: str
    place: str
    subject: str

    def __str__(self) -> str:
        return f"{self.place or 'derived for the date'}: {self.text}"


_RELATIONSHIPS = """
PREFIX remit: <https://w3id.org/remit/ontology#>
SELECT ?relationship ?relation WHERE {{
  ?relation remit:directProperty <{property}> .
  ?relationship a remit:Current ; remit:relation ?relation ; remit:from <{one}> ; remit:to <{other}> .
}} ORDER BY ?relationship
"""


def places(snapshot: Snapshot, names: Sequence[str], is_type: bool) -> Iterator[Statement]:
    """The statements behind a fact.

    Args:
        snapshot: the landscape as of the date.
        names: subject, property and value; of a class, subject and class.
        is_type: whether it says of what class a thing is.
    """
    subject, predicate, value = (names[0], RDF_TYPE.value, names[1]) if is_type else tuple(names[:3])
    verb = "a" if is_type else _short(snapshot, predicate)
    text = f"{_short(snapshot, subject)} {verb} {_short(snapshot, value)}"
    found = list(_lines(snapshot, subject, predicate, value))
    if found:
        yield from (Statement(text, place, subject) for place in found)
        return
    # a relation that holds on the date is written down as a relationship of its own
    if value.startswith("http"):
        query = _RELATIONSHIPS.format(property=predicate, one=subject, other=value)
        for relationship, relation in snapshot.engine.select(query).texts():
            told = (
                f"{_short(snapshot, relationship)}: {_short(snapshot, subject)} {_short(snapshot, relation)} "
                f"{_short(snapshot, value)}"
            )
            for place in snapshot.stated.blocks.get(relationship, [""])[:1]:
                found.append(place)
                yield Statement(told, place, relationship)
    if not found:
        yield Statement(text, "", subject)


def _lines(snapshot: Snapshot, subject: str, predicate: str, value: str) -> Iterator[str]:
    stated = snapshot.stated
    held = {place.partition(",")[0] for place in stated.blocks.get(subject, [])}
    for file in stated.files:
        name = stated.name_of(file)
        if name not in held:
            continue
        for quad, line in lines_of(file):
            if (
                isinstance(quad.subject, NamedNode)
                and (quad.subject.value, quad.predicate.value) == (subject, predicate)
                and getattr(quad.object, "value", "") == value
            ):
                yield f"{name}, line {line}"


def _short(snapshot: Snapshot, name: str) -> str:
    """A name as the landscape's files write it."""
    base = snapshot.landscape.base
    if name.startswith(base):
        folder, _, last = name.removeprefix(base).rpartition("/")
        return f"{folder}:{last}" if folder and "/" not in folder else local_name(name)
    return shorten(name)
