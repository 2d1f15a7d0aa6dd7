"""Colours: every text on its ground has enough contrast, in light and in dark."""

from __future__ import annotations

import re

import pytest

from remit.site.page import STATIC

THEMES = ("light", "dark")


def _tokens(theme: str) -> dict[str, str]:
    light, dark = (STATIC / "tokens.css").read_text(encoding="utf-8").split("@media")
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return found | (dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark)) if theme == "dark" else {})


def _luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of contrast between two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_status_texts_can_be_read(theme: str) -> None:
    tokens = _tokens(theme)
    statuses = [name.removesuffix("-text") for name in tokens if name.endswith("-text")]
    assert len(statuses) == 11
    poor = {name: contrast(tokens[name], tokens[f"{name}-text"]) for name in statuses}
    assert {name: ratio for name, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "ground-raised", "ground-marked"])
@pytest.mark.parametrize("text", ["ink", "ink-quiet", "accent", "falls-short"])
def test_texts_can_be_read_on_every_ground(theme: str, ground: str, text: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("edge", ["line-strong", "focus"])
def test_edges_that_mean_something_can_be_seen(theme: str, edge: str) -> None:
    tokens = _tokens(theme)
    assert contrast(tokens[edge], tokens["ground"]) >= 3


def test_dark_changes_every_colour_that_light_sets() -> None:
    light, dark = (STATIC / "tokens.css").read_text(encoding="utf-8").split("@media")
    names = [set(re.findall(r"--([\w-]+):\s*#", part)) for part in (light, dark)]
    assert names[0] == names[1]
