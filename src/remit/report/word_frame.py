"""What stands around the sections: cover, table of contents, footers, and the size of pages."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping

from docx.document import Document

from remit.report.model import Report, Section, plain
from remit.report.numbers import as_of
from remit.report.word_parts import Element, Links, el, field, paragraph, properties, reference, run, runs, twips
from remit.site.paths import safe_link

__all__ = ["contents", "cover", "entries", "footer", "page", "within_annexes"]

_ENTRIES = 40
"""So many lines of contents have room beneath the cover's; where there are more, only main headings stand there."""


def cover(report: Report, links: Links) -> list[Element]:
    """Title, subtitle, and what the report rests on."""
    made = [
        paragraph(properties("Title"), run(report.title)),
        paragraph(properties("Subtitle"), run(report.subtitle)),
    ]
    for name, value in report.facts:
        if value in report.subtitle:
            # the line above has told it
            continue
        tab = el("r", el("tab"))
        told = plain(value, link=value if safe_link(value) else "")
        made.append(paragraph(properties("Fact"), [*run(name, strong=True), tab, *runs(told, links)]))
    return made


def contents(report: Report, links: Links, pages: Mapping[str, int]) -> Element:
    """The table of contents: a field that Word can update, holding its entries already."""
    levels, found = entries(report)
    made = []
    begin, code, middle, end = field(f'TOC \\o "1-{levels}" \\h \\z \\u')
    for at, (section, level) in enumerate(found):
        anchor = links.anchor(section.id)
        entry = el("hyperlink", *run(section.title), anchor=anchor, history=1)
        if pages:
            # without a number, dots would lead nowhere
            entry.append(el("r", el("tab")))
            entry.extend(field(f"PAGEREF {anchor} \\h", str(pages.get(section.id, ""))))
        children = [begin, code, middle, entry] if at == 0 else [entry]
        made.append(paragraph(properties(f"TOC{level}"), children))
    if made:
        made[-1].append(end)
    about = el(
        "sdtPr",
        el("docPartObj", el("docPartGallery", val="Table of Contents"), el("docPartUnique")),
    )
    heading = paragraph(properties("TOCHeading", keep_next=True), run("Contents"))
    return el("sdt", about, el("sdtContent", heading, *made))


def within_annexes(report: Report, links: Links) -> list[Element]:
    """What the annexes hold, in a few lines: the topics and places under which somebody looks for an answer.

    They stand after the table of contents, so that Word keeps them when it makes that anew.
    """
    made = []
    for annex in (section for section in report.sections if section.annex and section.sections):
        told = [*run(f"{annex.title}: ", strong=True)]
        for at, section in enumerate(annex.sections):
            told += run(" · ") if at else []
            told.append(
                el("hyperlink", *run(section.title), *links.page(section.id, "\u00a0"), anchor=links.anchor(section.id))
            )
        made.append(paragraph(properties("TOCWithin"), told))
    return made


def entries(report: Report) -> tuple[int, list[tuple[Section, int]]]:
    """Down to which level headings stand in the table of contents, and the sections with their levels."""
    both = list(_entries(report.sections, 2))
    return (2, both) if len(both) <= _ENTRIES else (1, list(_entries(report.sections, 1)))


def _entries(sections: tuple[Section, ...], levels: int, level: int = 1) -> Iterator[tuple[Section, int]]:
    for section in sections:
        yield section, level
        if level < levels:
            yield from _entries(section.sections, levels, level + 1)


def footer(document: Document, report: Report, width: float) -> Element:
    """Write a footer for pages whose text is so wide, in centimetres: what they say to have it."""
    part, id = document.part.add_footer_part()  # type: ignore[no-untyped-call]
    title = report.title.split(":")[0].strip()
    date = as_of(report)
    about = properties("Footer")
    about.append(el("tabs", el("tab", val="right", pos=twips(width))))
    left = run(f"{title}, as of {date}" if date else title)
    right = [el("r", el("tab")), *run("Page "), *field("PAGE", "1"), *run(" of "), *field("NUMPAGES", "1")]
    for child in list(part.element):
        part.element.remove(child)
    part.element.append(paragraph(about, [*left, *right]))
    return reference("footerReference", id)


def page(size: tuple[float, float], margin: float, foot: Element) -> Callable[[], Element]:
    """Makes the properties of a part of the document with pages of this size, in centimetres."""
    width, height = (twips(side) for side in size)
    side = twips(margin)

    def made() -> Element:
        shape = el("pgSz", w=width, h=height)
        if width > height:
            shape.set(shape.tag.replace("pgSz", "orient"), "landscape")
        return el(
            "sectPr",
            copy.deepcopy(foot),
            el("type", val="nextPage"),
            shape,
            el("pgMar", top=side, right=side, bottom=side, left=side, header=twips(1.0), footer=twips(0.9), gutter=0),
            el("cols", space=twips(1.25)),
        )

    return made
