"""A small picture of a term: boxes and arrows, as SVG that the site's style sheet colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

__all__ = ["Link", "fan"]

_HEIGHT = 28
_GAP = 10
_LETTER = 7.2
_BOLD = 8.4
_ARROW = 132
_MOST = 8


@dataclass(frozen=True)
class Link:
    """A box beside the middle one: its words, what the arrow says, and the address that the box leads to."""

    words: str
    says: str = ""
    address: str = ""


def fan(middle: str, before: Sequence[Link], after: Sequence[Link], title: str) -> str:
    """What leads to a term (left), the term (middle) and what it leads to (right).

    Args:
        middle: the term's words.
        before, after: at most eight of each are drawn; one more box says how many are left out.
        title: what the picture shows, for those who do not see it.
    """
    left, right = _shortened(before), _shortened(after)
    widths = [max((_width(link.words) for link in side), default=0) for side in (left, right)]
    rows = max(len(left), len(right), 1)
    height = rows * (_HEIGHT + _GAP) - _GAP
    start = widths[0] + _ARROW if left else 0
    own = len(middle) * _BOLD + 24
    end = start + own + (_ARROW + widths[1] if right else 0)
    centre = height / 2
    parts = [
        f'<svg class="fan" viewBox="-2 -2 {end + 4:.0f} {height + 4:.0f}" width="{end + 4:.0f}" '
        f'height="{height + 4:.0f}" role="group">',
        f"<title>{escape(title)}</title>",
    ]
    for side, links in ((0, left), (1, right)):
        top = (height - (len(links) * (_HEIGHT + _GAP) - _GAP)) / 2
        for number, link in enumerate(links):
            y = top + number * (_HEIGHT + _GAP)
            x = 0.0 if side == 0 else start + own + _ARROW
            tip = (x + widths[0], y + _HEIGHT / 2) if side == 0 else (start + own, centre)
            to = (start, centre) if side == 0 else (x, y + _HEIGHT / 2)
            parts.append(_arrow(tip, to, link.says, side))
            parts.append(_box(x, y, widths[side], link.words, link.address))
    parts.append(_box(start, centre - _HEIGHT / 2, own, middle, "", "own"))
    return "".join([*parts, "</svg>"])


def _shortened(links: Sequence[Link]) -> list[Link]:
    if len(links) <= _MOST:
        return list(links)
    return [*links[: _MOST - 1], Link(f"and {len(links) - _MOST + 1} more")]


def _width(words: str) -> float:
    return len(words) * _LETTER + 20


def _box(x: float, y: float, width: float, words: str, address: str, kind: str = "box") -> str:
    drawn = (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_HEIGHT}" rx="4"/>'
        f'<text class="{kind}-words" x="{x + width / 2:.1f}" y="{y + 18.5:.1f}" text-anchor="middle">'
        f"{escape(words)}</text>"
    )
    return f'<a href="{escape(address)}">{drawn}</a>' if address else drawn


def _arrow(tip: tuple[float, float], to: tuple[float, float], says: str, side: int) -> str:
    (x1, y1), (x2, y2) = tip, to
    middle = (x1 + x2) / 2
    path = f"M{x1:.1f},{y1:.1f} C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2 - 6:.1f},{y2:.1f}"
    head = f"M{x2 - 7:.1f},{y2 - 4:.1f} L{x2:.1f},{y2:.1f} L{x2 - 7:.1f},{y2 + 4:.1f}"
    drawn = f'<path class="line" d="{path}"/><path class="line" d="{head}"/>'
    if says:
        # beside the box, where arrows have not met yet
        at = (x1 + 8, y1 - 5) if side == 0 else (x2 - 10, y2 - 5)
        anchor = "start" if side == 0 else "end"
        drawn += (
            f'<text class="says-words" x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}">{escape(says)}</text>'
        )
    return drawn
