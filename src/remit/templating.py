"""Jinja2 as every page uses it: all text is escaped, and a name that is not there is an error."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from remit import words

__all__ = ["make_environment"]


def make_environment(folder: Path) -> Environment:
    """The templates of a folder, with the words of :mod:`remit.words` as filters."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    names = [
        "and_list",
        "capital",
        "count",
        "date",
        "full_stop",
        "in_sentence",
        "named",
        "number",
        "plural",
        "short_list",
    ]
    made.filters.update({name: getattr(words, name) for name in names})
    made.globals.update(period=words.period)
    return made
