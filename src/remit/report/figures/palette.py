"""The colours of the figures: the light ones of the style sheet that all pages share, read from it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

__all__ = ["colour", "fonts", "status_colours"]

TOKENS = Path(__file__).parents[2] / "site" / "static" / "tokens.css"


@cache
def _tokens() -> dict[str, str]:
    """Name and value of every property of the light theme; paper is always light."""
    light = TOKENS.read_text(encoding="utf-8").split("@media", 1)[0]
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", light)}


def colour(name: str) -> str:
    """The colour ``#rrggbb`` of a property, such as ``ink`` or ``accent``.

    Raises:
        KeyError: the style sheet has no such colour.
    """
    value = _tokens()[name]
    if not re.fullmatch("#[0-9a-f]{6}", value):
        raise KeyError(name)
    return value


def fonts() -> str:
    """The family of fonts, as a style sheet writes it."""
    return _tokens()["font"]


def status_colours(status: str) -> tuple[str, str]:
    """Ground and text of a status by its local name; white and ink for one that has no colours of its own."""
    tokens = _tokens()
    if f"{status}-text" not in tokens:
        return colour("ground"), colour("ink")
    return colour(status), colour(f"{status}-text")
