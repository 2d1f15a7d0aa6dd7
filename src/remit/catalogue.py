"""The shipped questions: one .rq file each, with its title, parameters and columns in ``#+`` lines.

The lines that begin with ``#+`` are one YAML document (the convention of grlc), so that command line, site and
documentation all read one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from remit.content import query_folder
from remit.errors import RemitError

__all__ = ["Parameter", "Query", "catalogue", "find", "header", "read_query"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Parameter:
    """A blank in a question.

    Attributes:
        name: the variable's name, without question mark.
        type: what may stand there: organisation, activity, topic, place, status, date, integer, text …
        description: what it restricts, for people.
        default: the content of the query's own VALUES block; ``UNDEF`` restricts nothing.
    """

    name: str
    type: str
    description: str
    default: str


@dataclass(frozen=True)
class Query:
    """A question: its name (``gaps/reported-absences``), what it says of itself, and its text.

    ``sentence`` is the question as a person would put it, its parameters as blanks: ``Who is recorded to {activity} in
    {place}?`` An empty blank reads as its type does (“any place”), or in words of its own: ``{place|each place}``.
    It is the title where the file gives none.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: dict[str, str]
    text: str
    sentence: str

    @property
    def folder(self) -> str:
        """What the question exposes: the folder it lies in."""
        return self.name.rpartition("/")[0]


def header(text: str, where: str) -> dict[str, Any]:
    """The ``#+`` lines of a query as a mapping; {} where there are none.

    Raises:
        RemitError: the lines are not a YAML mapping.
    """
    lines = [line[3:] if line.startswith("#+ ") else line[2:] for line in text.splitlines() if line.startswith("#+")]
    try:
        read = yaml.load("\n".join(lines), _LOADER) or {}
        if not isinstance(read, dict):
            raise yaml.YAMLError("title, description, parameters and columns are expected")
    except yaml.YAMLError as error:
        raise RemitError(
            f"The #+ lines are not a YAML mapping: {' '.join(str(error).split())}.",
            where,
            "Mend the #+ lines.",
        ) from None
    return read


def block(name: str) -> re.Pattern[str]:
    """The VALUES block of a parameter."""
    return re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*\{{)([^{{}}]*)(\}})")


def read_query(text: str, name: str) -> Query:
    """A question from its text.

    Raises:
        RemitError: the #+ lines cannot be read, or a parameter has not exactly one VALUES block.
    """
    head = header(text, name)
    body = "\n".join("" if line.lstrip().startswith("#") else line for line in text.splitlines())
    parameters = []
    for parameter, about in (head.get("parameters") or {}).items():
        blocks = block(str(parameter)).findall(body)
        if len(blocks) != 1:
            raise RemitError(
                f"The parameter {parameter} has {len(blocks)} VALUES blocks.",
                name,
                f"Write VALUES ?{parameter} {{ UNDEF }} once, in the group that uses it.",
            )
        about = about or {}
        parameters.append(
            Parameter(
                str(parameter),
                str(about.get("type", "text")),
                " ".join(str(about.get("description", "")).split()),
                blocks[0][1].strip(),
            )
        )
    columns = {str(column): " ".join(str(says).split()) for column, says in (head.get("columns") or {}).items()}
    title = str(head.get("title", name)).strip()
    return Query(
        name,
        title,
        " ".join(str(head.get("description", "")).split()),
        tuple(parameters),
        columns,
        text,
        " ".join(str(head.get("sentence", title)).split()),
    )


@cache
def catalogue() -> dict[str, Query]:
    """Every shipped question by its name, sorted."""
    root = query_folder()
    names = {path: path.relative_to(root).with_suffix("").as_posix() for path in root.glob("*/*.rq")}
    return {name: read_query(path.read_text(encoding="utf-8"), name) for path, name in sorted(names.items())}


def find(name: str) -> Query:
    """One shipped question, by its name with or without folder; reads that file alone.

    Raises:
        RemitError: there is no such question; near names are offered.
    """
    import difflib

    root = query_folder()
    paths: list[Path] = []
    if re.fullmatch(r"[\w-]+(/[\w-]+)?", name):
        paths = sorted(root.glob(f"{name}.rq" if "/" in name else f"*/{name}.rq"))
    if len(paths) == 1:
        found = paths[0].relative_to(root).with_suffix("").as_posix()
        return read_query(paths[0].read_text(encoding="utf-8"), found)
    names = [path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.glob("*/*.rq"))]
    tails = {known.rpartition("/")[2]: known for known in names}
    near = difflib.get_close_matches(name, names, 3, 0.5) or [
        tails[tail] for tail in difflib.get_close_matches(name.rpartition("/")[2], tails, 3, 0.5)
    ]
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    raise RemitError(f"There is no question named “{name}”.", None, f"{hint}`remit queries` lists them all.")
