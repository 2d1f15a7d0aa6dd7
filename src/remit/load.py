"""Read a landscape folder: every Turtle file below it, with the ontology's vocabulary beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse

from remit.content import default_landscape, ontology_files
from remit.engine import OxigraphEngine
from remit.errors import RemitError
from remit.landscape import Landscape, describe

__all__ = ["LARGEST", "Stated", "lines_of", "load", "triples_of", "turtle_files"]

LARGEST = 2**30
"""Bytes of Turtle that are read at most, so that a folder cannot exhaust the machine."""


class Stated:
    """What a landscape states, before anything is derived.

    Attributes:
        folder: the landscape's folder.
        files: its Turtle files, sorted.
        landscape: its own description.
    """

    def __init__(self, folder: Path, files: tuple[Path, ...], landscape: Landscape | None = None) -> None:
        """Read the files now, or, where the description is known already, when they are first needed."""
        self.folder = folder
        self.files = files
        self._spare: Store | None = None
        if landscape is None:
            self._spare = _read(folder, files)
            landscape = describe(OxigraphEngine(self._spare), folder)
        self.landscape = landscape

    def store(self) -> Store:
        """A store with vocabulary and statements, for the caller to add to.

        The one that was read first is handed over to the first who asks; later ones are read anew, which costs no
        more than a copy.
        """
        spare, self._spare = self._spare, None
        return _read(self.folder, self.files) if spare is None else spare

    @cached_property
    def engine(self) -> OxigraphEngine:
        """Vocabulary and statements, to be asked."""
        return OxigraphEngine(self.store())

    def statements(self) -> Iterator[Triple]:
        """What the landscape's own files state, without the vocabulary; each triple once."""
        return triples_of(self.files)

    def name_of(self, file: Path) -> str:
        """A file's path as people see it: below the landscape's folder."""
        return file.relative_to(self.folder).as_posix()

    @cached_property
    def blocks(self) -> dict[str, list[str]]:
        """For each subject's IRI, where a block of statements about it begins: ``roles/x.ttl, line 12``."""
        found: dict[str, list[str]] = {}
        for file in self.files:
            name, current = self.name_of(file), ""
            for quad, line in lines_of(file):
                subject = quad.subject
                # a blank node stands within the block of the thing that it describes
                if isinstance(subject, NamedNode) and subject.value != current:
                    current = subject.value
                    found.setdefault(current, []).append(f"{name}, line {line}")
        return found


def load(folder: Path | str | None = None) -> Stated:
    """Read the landscape in a folder; without one, the landscape that is bundled with the program.

    Raises:
        RemitError: as :func:`turtle_files`; Turtle with a syntax error (file and line are named), or not exactly one
            landscape description.
    """
    root = default_landscape() if folder is None else Path(folder)
    return Stated(root, turtle_files(root))


def turtle_files(root: Path) -> tuple[Path, ...]:
    """The Turtle files below a landscape's folder, sorted.

    Raises:
        RemitError: no such folder, no Turtle in it, more than LARGEST bytes, or a link that leads out of it.
    """
    if not root.is_dir():
        raise RemitError("There is no such folder.", str(root), "Name a folder that holds a landscape's Turtle files.")
    files = tuple(sorted(root.rglob("*.ttl")))
    if not files:
        raise RemitError("The folder holds no Turtle files (*.ttl).", str(root), "Name the folder of a landscape.")
    inside = root.resolve()
    for file in files:
        if not file.resolve().is_relative_to(inside):
            raise RemitError("The file lies outside the landscape's folder.", str(file), "Copy it into the folder.")
    if sum(file.stat().st_size for file in files) > LARGEST:
        raise RemitError(
            f"The folder holds more than {LARGEST // 2**20} MiB of Turtle.", str(root), "Split the landscape."
        )
    return files


def _read(folder: Path, files: tuple[Path, ...]) -> Store:
    store = Store()
    for file in (*ontology_files(), *files):
        try:
            store.bulk_load(path=file, format=RdfFormat.TURTLE)
        except SyntaxError as error:
            name = file.relative_to(folder) if file.is_relative_to(folder) else file.name
            place = f"{name}, line {error.lineno}" if error.lineno else str(name)
            raise RemitError(
                f"This is not valid Turtle: {error.msg}.",
                place,
                "Look at the line and the one before it: a missing dot, semicolon, quote or prefix.",
            ) from None
    return store


def triples_of(files: Iterable[Path]) -> Iterator[Triple]:
    """The triples of Turtle files, each once; blank nodes of two files stay apart."""
    seen: set[Triple] = set()
    for file in files:
        for quad in parse(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True):
            if quad.triple not in seen:
                seen.add(quad.triple)
                yield quad.triple


class _Lines:
    """A file that gives one line a read, so that the line of each parsed triple is known."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        line = self.file.readline()
        self.number += bool(line)
        return line


def lines_of(file: Path) -> Iterator[tuple[Quad, int]]:
    """Each triple of a Turtle file with the line on which it was complete.

    A subject's first triple is complete on the line where its block begins or the one after.
    """
    with file.open("rb") as opened:
        lines = _Lines(opened)
        for quad in parse(lines, format=RdfFormat.TURTLE):  # type: ignore[arg-type]
            yield quad, lines.number
