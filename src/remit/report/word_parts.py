"""The pieces of WordprocessingML that a report is made of, as lxml elements (ISO/IEC 29500-1, section 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from lxml import etree

from remit.report.model import Span, Text
from remit.report.numbers import coded

__all__ = [
    "Element",
    "Links",
    "clean",
    "el",
    "field",
    "paragraph",
    "properties",
    "reference",
    "run",
    "runs",
    "simple_field",
    "twips",
]

Element = Any
"""An lxml element."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = {"w": _W, "r": _R}

SYMBOL_FONT = "Segoe UI Symbol"
"""Holds every symbol of the statuses; where it is not installed, another font that has them takes its place."""

_SYMBOLS = re.compile("([\u2190-\u23ff\u25a0-\u27bf]+)")
_NOT_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WEB = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


def twips(centimetres: float) -> int:
    """Twentieths of a typographic point, the unit of most lengths in a document."""
    return round(centimetres / 2.54 * 1440)


def clean(text: str) -> str:
    """The text as XML may hold it, on one line."""
    if text.isprintable():
        return text
    return _NOT_XML.sub("\ufffd", re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text))


def el(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace; attributes are of that namespace too."""
    made = etree.Element(f"{{{_W}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        made.set(f"{{{_W}}}{name}", str(value))
    made.extend(children)
    return made


def _text(text: str) -> Element:
    made = el("t")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def properties(
    style: str = "", *, keep_next: bool = False, new_page: bool = False, numbering: int = 0, align: str = "",
    after: int = 0,
) -> Element:  # fmt: skip
    """The properties of a paragraph, in the order that the schema asks for; ``after`` is the space in twips."""
    made = el("pPr")
    if style:
        made.append(el("pStyle", val=style))
    if keep_next:
        made.append(el("keepNext"))
    if new_page:
        made.append(el("pageBreakBefore"))
    if numbering:
        made.append(el("numPr", el("ilvl", val=0), el("numId", val=numbering)))
    if after:
        made.append(el("spacing", after=after))
    if align:
        made.append(el("jc", val=align))
    return made


def paragraph(about: Element, children: Iterable[Element] = ()) -> Element:
    """A paragraph of its properties and content."""
    return el("p", about, *children)


def run(text: str, *, strong: bool = False, style: str = "") -> list[Element]:
    """Runs of a text; its symbols stand in runs of their own, in a font that has them."""
    made = []
    for at, part in enumerate(_SYMBOLS.split(clean(text))):
        if not part:
            continue
        about = el("rPr")
        if style:
            about.append(el("rStyle", val=style))
        if at % 2:
            font = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), SYMBOL_FONT)
            about.append(el("rFonts", **font))
        if strong:
            about.extend((el("b"), el("bCs")))
        made.append(el("r", about, _text(part)) if len(about) else el("r", _text(part)))
    return made


def field(instruction: str, shown: str = "", *, style: str = "") -> list[Element]:
    """A field of its parts: what it computes, and what is read until it is computed again."""
    code = el("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    begin, middle, end = (el("r", el("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, el("r", code), middle, *run(shown, style=style), end]


def reference(tag: str, id: str) -> Element:
    """An element that names another part of the file by the id of its relationship."""
    made = el(tag, type="default")
    made.set(f"{{{_R}}}id", id)
    return made


def simple_field(instruction: str, shown: str) -> Element:
    """A field in one element."""
    return el("fldSimple", *run(shown), instr=f" {instruction} ")


class Links:
    """Addresses and places that a document's texts lead to."""

    def __init__(self, part: DocumentPart, ids: Iterable[str], pages: Mapping[str, int]) -> None:
        self._part = part
        self._pages = pages
        self._outside: dict[str, str] = {}
        self._bookmarks: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for id in ids:
            # a name begins with a letter, holds letters, digits and underscores, and has 40 characters at most
            name = re.sub(r"\W", "_", f"at_{id}", flags=re.ASCII)[:34]
            if name in self._bookmarks.values():
                name = f"{name}_{len(self._bookmarks)}"
            self._bookmarks[id] = name
            self._numbers[id] = len(self._numbers) + 1

    def anchor(self, id: str) -> str:
        """The bookmark's name of a section, table or figure; "" for what is not in the document."""
        return self._bookmarks.get(id, "")

    def page(self, id: str, before: str, after: str = "") -> list[Element]:
        """The page of a place as a field with what stands around it; nothing where its page is not known."""
        if id not in self._pages or not self.anchor(id):
            return []
        return [*run(before), *field(f"PAGEREF {self.anchor(id)} \\h", str(self._pages[id])), *run(after)]

    def marked(self, id: str, content: list[Element]) -> list[Element]:
        """The content as the place that links lead to."""
        number = self._numbers[id]
        start = el("bookmarkStart", id=number, name=self._bookmarks[id])
        return [start, *content, el("bookmarkEnd", id=number)]

    def outside(self, address: str) -> str:
        """The relationship's id of an address on the web; "" for one that must not become a link."""
        if not _WEB.fullmatch(address):
            return ""
        # Word refuses a document with an address that is not a URI
        address = quote(clean(address), safe="%/:?#[]@!$&'()*+,;=~-._")
        if address not in self._outside:
            name = f"web{len(self._outside) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
            self._outside[address] = name
        return self._outside[address]


def runs(text: Text, links: Links) -> list[Element]:
    """A line of text with its marks and links."""
    made: list[Element] = []
    for span in text:
        if span.link:
            made += _linked(span, links)
        else:
            for part, is_code in coded(span.text):
                made += run(part, strong=span.strong, style="Code" if is_code else "")
    return made


def _linked(span: Span, links: Links) -> list[Element]:
    """A piece that leads somewhere; one whose place is not in this document is plain text."""
    if span.link.startswith("#"):
        anchor = links.anchor(span.link[1:])
        if anchor:
            made = el("hyperlink", *run(span.text, strong=span.strong, style="Hyperlink"), anchor=anchor, history=1)
            return [made, *(links.page(span.link[1:], " (page ", ")") if span.page else ())]
    else:
        id = links.outside(span.link)
        if id:
            made = el("hyperlink", *run(span.text, strong=span.strong, style="Hyperlink"), history=1)
            made.set(f"{{{_R}}}id", id)
            return [made]
    return run(span.text, strong=span.strong)
