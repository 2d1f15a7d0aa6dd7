"""A sheet to draw on in centimetres, and how it becomes SVG for pages and PNG for documents: the same bytes every time.

Matplotlib draws; DejaVu Sans, which comes with it, is measured and drawn, so that a picture does not depend on what
fonts a machine has. In SVG texts stay texts (they can be searched, copied and read out) in the fonts of the page,
which are narrower than the measured one; symbols are shapes, as not every font has them.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.etree import ElementTree

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextPath, text_to_path
from matplotlib.transforms import Affine2D, IdentityTransform
from PIL import Image

from remit.report.figures.palette import colour, fonts

__all__ = ["POINT", "TEXT", "Sheet", "fitted", "text_width"]

POINT = 2.54 / 72
"""A typographic point in centimetres."""

TEXT = 9.0
"""The size of texts in points: 12 px, the least that people are asked to read."""

_DOTS_PER_INCH = 200
_UNDATED = {"Date": None, "Creator": None}
_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"
_SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "svg.fonttype": "none",
    "svg.hashsalt": "remit",
    "hatch.linewidth": 0.6,
    "path.simplify": False,
}


@cache
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=["DejaVu Sans"], size=size, weight="bold" if bold else "normal")


@cache
def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """How wide a line of text is, in centimetres."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, _font(size, bold), False)
    return float(width) * POINT


def fitted(text: str, width: float, size: float = TEXT, *, lines: int = 1, bold: bool = False) -> str:
    """The text broken into lines that are not wider than that, cut with an ellipsis where they do not suffice."""
    words = " ".join(text.split()).split(" ")
    done: list[str] = []
    while words and len(done) < lines:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size, bold=bold) <= width:
            line = f"{line} {words.pop(0)}"
        if text_width(line, size, bold=bold) > width:
            # a word that is wider than the line goes on in the next
            keep = _prefix(line, width, size, bold)
            words.insert(0, line[keep:])
            line = line[:keep]
        done.append(line)
    if words:
        last = f"{done[-1]} {words[0]}"
        keep = _prefix(last, width - text_width("…", size, bold=bold), size, bold)
        done[-1] = last[:keep].rstrip(" ,;:(–-·") + "…"
    return "\n".join(done)


def _prefix(text: str, width: float, size: float, bold: bool) -> int:
    """How many characters of the text fit; one at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle], size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


@cache
def _glyph(symbol: str, size: float, bold: bool) -> Path:
    """The outline of a symbol in points, around its own centre."""
    path = TextPath((0, 0), symbol, size=size, prop=_font(size, bold), usetex=False)
    box = path.get_extents()
    return path.transformed(Affine2D().translate(-(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2))


class Sheet:
    """A white sheet; x goes to the right and y downwards from the upper left corner, in centimetres."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._drawn = 0
        self._drawing = Drawing(figsize=(width / 2.54, height / 2.54), facecolor=colour("ground"))
        self._axes: Axes = self._drawing.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)

    def text(
        self, x: float, y: float, text: str, size: float = TEXT, *, across: str = "left", down: str = "center",
        bold: bool = False, ink: str = "", angle: float = 0.0,
    ) -> None:  # fmt: skip
        """Write a text, which may have several lines; never read as a formula.

        Args:
            down: ``center`` sets one line so that its small letters stand around y, whichever letters it has.
        """
        if down == "center":
            # x and y are where the line begins on its baseline: a third of its size beneath the middle
            turn = math.radians(angle)
            shift = 0.34 * size * POINT
            x, y, down = x + shift * math.sin(turn), y + shift * math.cos(turn), "baseline"
        words = self._axes.text(
            x, y, text, fontproperties=_font(size, bold), color=ink or colour("ink"), ha=across, va=down,
            rotation=angle, rotation_mode="anchor", parse_math=False, linespacing=1.15,
        )  # fmt: skip
        self._over(words)

    def box(
        self, x: float, y: float, width: float, height: float, ground: str, *, edge: str = "", line: float = 0.0,
        hatch: str = "",
    ) -> None:  # fmt: skip
        """A rectangle; ``hatch`` is drawn in the colour of the edge, whose line may be 0 points wide."""
        rectangle = Rectangle(
            (x, y), width, height, facecolor=ground, edgecolor=edge or "none", linewidth=line, hatch=hatch
        )  # fmt: skip
        self._over(self._axes.add_artist(rectangle))

    def shape(self, corners: Sequence[tuple[float, float]], ground: str, *, edge: str = "none") -> None:
        """A filled polygon."""
        polygon = Polygon(corners, closed=True, facecolor=ground, edgecolor=edge, linewidth=0.8)
        self._over(self._axes.add_artist(polygon))

    def line(self, x: Sequence[float], y: Sequence[float], ink: str, width: float = 0.5) -> None:
        """A line through points; its width is in typographic points."""
        self._over(self._axes.add_artist(Line2D(x, y, color=ink, linewidth=width, solid_capstyle="butt")))

    def disc(self, x: float, y: float, radius: float, ground: str, *, edge: str = "", line: float = 0.5) -> None:
        """A circle."""
        circle = Path.unit_circle().transformed(Affine2D().scale(radius / POINT))
        self._marks(circle, [(x, y)], ground, edge or ground, line)

    def symbols(
        self, symbol: str, places: Sequence[tuple[float, float]], size: float, ink: str, *, bold: bool = False
    ) -> None:  # fmt: skip
        """One symbol, drawn as a shape around each of the places."""
        if places and symbol.strip():
            self._marks(_glyph(symbol, size, bold), places, ink, "none", 0.0)

    def _marks(
        self, path: Path, places: Sequence[tuple[float, float]], ground: str, edge: str, line: float
    ) -> None:  # fmt: skip
        marks = PathCollection(
            [path], sizes=[1.0], offsets=places, offset_transform=self._axes.transData, facecolors=ground,
            edgecolors=edge, linewidths=line, transform=IdentityTransform(),
        )  # fmt: skip
        self._over(self._axes.add_artist(marks))

    def _over(self, artist: Artist) -> None:
        """What is drawn later covers what was drawn before, whatever its kind."""
        self._drawn += 1
        artist.set_zorder(self._drawn)

    def finish(self, name: str, alt: str) -> tuple[str, bytes]:
        """The drawing as SVG and as PNG.

        Args:
            name: a prefix for the ids in the SVG, so that several can stand in one page.
            alt: the text alternative, which the SVG carries as its label.
        """
        for artist in self._axes.get_children():
            artist.set_clip_on(False)
        with matplotlib.rc_context(_SETTINGS):
            vector = io.BytesIO()
            FigureCanvasSVG(self._drawing).print_svg(vector, metadata=_UNDATED)  # type: ignore[no-untyped-call]
            self._drawing.set_dpi(_DOTS_PER_INCH)
            canvas = FigureCanvasAgg(self._drawing)
            canvas.draw()  # type: ignore[no-untyped-call]
        pixels = io.BytesIO()
        # white paper needs no transparency
        picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")  # type: ignore[no-untyped-call]
        picture.save(pixels, "png", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
        return _for_page(vector.getvalue().decode(), name, alt), pixels.getvalue()


def _for_page(svg: str, name: str, alt: str) -> str:
    """The SVG as part of a page.

    Without prologue, comments, metadata and style sheet (which would reach the whole page), with attributes instead
    of styles (which a page's policy may forbid), ids of its own, and the page's fonts.
    """
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _LINK)
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"):
                parent.remove(child)
    for element in root.iter():
        for part in element.attrib.pop("style", "").split(";"):
            key, _, value = part.partition(":")
            if value and key.strip() != "font-family":
                element.set(key.strip(), value.strip())
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.set(key, f"{name}-{value}")
            elif key == f"{{{_LINK}}}href" and value.startswith("#"):
                element.set(key, f"#{name}-{value[1:]}")
            elif "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{name}-"))
        element.text = element.text if (element.text or "").strip() else None
        element.tail = None
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("font-family", re.sub(r"\s+", " ", fonts()))
    root.set("stroke-linejoin", "round")
    return ElementTree.tostring(root, encoding="unicode")
