"""Where the content lies: ontology, queries and the bundled landscape.

In the wheel they are inside the package (``remit/content/``); in a checkout they are the top-level folders.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["content_folder", "default_landscape", "ontology_files", "query_folder", "rule_files"]

PACKAGED = Path(__file__).parent / "content"
CHECKOUT = Path(__file__).parents[2]


def content_folder(name: str) -> Path:
    """The folder ``ontology``, ``queries`` or ``graph`` that this program was shipped with."""
    packaged = PACKAGED / name
    return packaged if packaged.is_dir() else CHECKOUT / name


def default_landscape() -> Path:
    """The landscape that is read when no other is named."""
    return content_folder("graph")


def ontology_files() -> list[Path]:
    """The vocabulary as Turtle: classes, properties, closed lists, alignment; not shapes."""
    return sorted(content_folder("ontology").glob("*.ttl"))


def rule_files() -> list[Path]:
    """The inference rules in the order in which they run: by name."""
    return sorted(content_folder("ontology").glob("rules/*.rq"))


def query_folder() -> Path:
    """The folder that holds the shipped questions."""
    return content_folder("queries")
