"""The report as a Word document.

Real headings, captions, lists, links and a table of contents, so that people who navigate by them can. Pages are A4.

The numbers of pages in the table of contents are fields, filled with what :mod:`remit.report.word_pages` found. Where
nothing was found the contents are links alone, and Word adds the numbers when the table is updated (F9). Nothing asks
Word to update fields on opening: it would greet every reader with a question about "fields that may refer to other
files".
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.image.image import Image

from remit import words
from remit.report.model import Block, Figure, Listing, Paragraph, Report, Section, Table
from remit.report.numbers import created, elsewhere, labels, plain_text, sheet_names
from remit.report.word_frame import contents, cover, footer, page, within_annexes
from remit.report.word_parts import Links, clean, el, paragraph, properties, run, runs, simple_field
from remit.report.word_styles import BULLETS, dress, numbered_list
from remit.report.word_table import table

__all__ = ["render_word"]

PAGE = (21.0, 29.7)
MARGIN = 2.0

_HEADING = 1.6
_LINE = 0.55
_LETTERS = 105
"""A line of text and its letters on an upright page, to judge how high a picture may be."""

_BESIDE = 900
"""So many letters of text may stand on the page of a turned picture."""


def render_word(report: Report, pages: Mapping[str, int] | None = None) -> bytes:
    """The report as the bytes of a .docx file, the same for the same report.

    Args:
        report: the report.
        pages: the page on which each section begins, by its id, where that is known.
    """
    return _Writer(report, pages or {}).written()


class _Writer:
    """A document that is being written, part by part."""

    def __init__(self, report: Report, pages: Mapping[str, int]) -> None:
        self.report = report
        self.pages = pages
        self.document: Document = docx.Document()
        dress(self.document, report.language)
        self.labels = labels(report)
        self.sheets = sheet_names(report)
        ids = [*_ids(report.sections), *self.sheets]
        self.links = Links(self.document.part, ids, pages)
        self.body = self.document.element.body
        self._upright, self._turned = (
            page((wide, high), MARGIN, footer(self.document, report, wide - 2 * MARGIN))
            for wide, high in (PAGE, PAGE[::-1])
        )
        self.drawn = 0
        self.new_page = False
        self.turned = False

    def written(self) -> bytes:
        self.body.remove(self.body[-1])
        self.body.extend(cover(self.report, self.links))
        self.body.append(contents(self.report, self.links, self.pages))
        self.body.extend(within_annexes(self.report, self.links))
        self.new_page = True
        annexes = False
        for section in self.report.sections:
            self.new_page = self.new_page or (section.annex and not annexes)
            annexes = annexes or section.annex
            self._section(section, 1)
        end = self._turned() if self.turned else self._upright()
        self.body.append(end)
        self._describe()
        return _same_bytes(self.document)

    def _describe(self) -> None:
        about = self.document.core_properties
        about.title = clean(self.report.title)[:255]
        about.subject = clean(self.report.subtitle)[:255]
        about.author = about.last_modified_by = "Remit contributors"
        about.comments = about.keywords = ""
        about.language = self.report.language
        about.created = about.modified = created(self.report)
        about.revision = 1

    def _width(self) -> float:
        return PAGE[1 if self.turned else 0] - 2 * MARGIN

    def _section(self, section: Section, level: int) -> None:
        turn = next(
            (at for at, block in enumerate(section.blocks) if isinstance(block, Figure) and block.landscape), -1
        )
        before, after = section.blocks[: max(turn, 0)], section.blocks[turn + 1 :]
        whole = turn >= 0 and _letters(before) <= _BESIDE
        self.new_page = self.new_page or section.own_page
        if whole:
            self._turn(True)
        self._heading(section, level)
        for at, block in enumerate(section.blocks):
            if at == turn and not whole:
                self._turn(True)
            room = self._room(section, at) if isinstance(block, Figure) else 0.0
            self._block(block, room, keep=_holds_on(section, at), tight=section.own_page)
            if at == len(section.blocks) - 1 and not section.sections and isinstance(block, Paragraph):
                # what ends a section does not hold on to the next heading, whatever its style says
                self.body[-1][0].insert(1 if len(self.body[-1][0]) else 0, el("keepNext", val=0))
            if at == turn and not (whole and _letters(after) <= _BESIDE - _letters(before)):
                self._turn(False)
        self._turn(False)
        for inner in section.sections:
            self._section(inner, level + 1)
        if section.own_page:
            self.new_page = True

    def _room(self, section: Section, at: int) -> float:
        """How high a picture may be, in centimetres, so that heading, caption and the text beside it find room."""
        high = PAGE[0 if self.turned else 1] - 2 * MARGIN - 1.0
        figure = section.blocks[at]
        assert isinstance(figure, Figure)
        beside = list(section.blocks[:at]) if self.turned or high - _HEADING < _height(figure, self._width()) else []
        letters = _letters(beside) + len(figure.caption)
        lines = letters / (_LETTERS * self._width() / 17) + len(beside) + 1
        return high - _HEADING - lines * _LINE

    def _heading(self, section: Section, level: int) -> None:
        about = properties(f"Heading{min(level, 3)}", new_page=self.new_page)
        self.new_page = False
        self.body.append(paragraph(about, self.links.marked(section.id, run(section.title))))

    def _turn(self, turned: bool) -> None:
        """Begin a page that lies across or stands upright; the properties of the pages before stand at their end."""
        if turned == self.turned:
            return
        end = self._turned() if self.turned else self._upright()
        last = self.body[-1]
        if last.tag != el("p").tag:
            last = paragraph(properties("TableEnd"))
            self.body.append(last)
        last[0].append(end)
        self.turned = turned
        # a new part of the document begins on a page of its own
        self.new_page = False

    def _block(self, block: Block, room: float, keep: bool, tight: bool) -> None:
        match block:
            case Paragraph():
                style = {"lead": "Lead", "note": "Note"}.get(block.role, "")
                self.body.append(paragraph(properties(style, keep_next=keep), runs(block.text, self.links)))
            case Listing():
                style, number = "ListBullet", BULLETS
                if block.numbered:
                    style, number = "ListNumber", numbered_list(self.document)
                for at, item in enumerate(block.items, 1):
                    last = at == len(block.items)
                    # neither the first line of a list nor its last stands alone on a page
                    hold = not last and at in (1, len(block.items) - 1)
                    about = properties(
                        style,
                        numbering=number,
                        after=80 if last and tight else 140 if last else 20 if tight else 0,
                        keep_next=hold,
                    )
                    self.body.append(paragraph(about, runs(item, self.links)))
            case Table():
                self._table(block, keep)
            case Figure():
                self._figure(block, room)

    def _caption(self, id: str, caption: str, keep_next: bool, rest: str = "") -> None:
        kind, number = self.labels[id].split()
        label = self.links.marked(id, [*run(f"{kind} "), simple_field(f"SEQ {kind} \\* ARABIC", number)])
        about = properties("Caption", keep_next=keep_next)
        told = run(f". {words.full_stop(caption)}")
        self.body.append(paragraph(about, [*label, *told, *(run(f" {rest}", style="Rest") if rest else ())]))

    def _table(self, block: Table, hold: bool) -> None:
        sheet = f"in the workbook, sheet “{self.sheets[block.id]}”."
        rows = words.count(len(block.rows), "row")
        if block.in_workbook_only:
            # a sentence: a caption without its table would look like one that is cut
            told = run(f"{elsewhere(block)} {sheet}")
            self.body.append(paragraph(properties("Note"), self.links.marked(block.id, told)))
            return
        cut = 0 < block.shown < len(block.rows)
        rest = f"The first {words.number(block.shown)} of {rows}; all of them are {sheet}" if cut else ""
        self._caption(block.id, block.caption, keep_next=True, rest=rest)
        if not block.rows:
            self._note("The table is empty: there is nothing to list.")
        else:
            self.body.append(table(block, self._width(), self.links, hold=hold))
            self.body.append(paragraph(properties("TableEnd", keep_next=hold)))

    def _note(self, text: str) -> None:
        self.body.append(paragraph(properties("Note"), run(text)))

    def _figure(self, block: Figure, room: float) -> None:
        self.drawn += 1
        width = min(block.width_cm, self._width())
        height = _height(block, width)
        if height > room > 0:
            width, height = width * room / height, room
        picture = self.document.part.new_pic_inline(io.BytesIO(block.png), _emu(width), _emu(height))
        # without a word on its distance from the text, some programs keep one
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, "0")
        about = picture.docPr
        about.set("id", str(self.drawn))
        about.set("name", self.labels[block.id])
        about.set("descr", clean(block.alt))
        self.body.append(paragraph(properties("Picture", keep_next=True), [el("r", el("drawing", picture))]))
        self._caption(block.id, block.caption, keep_next=False)


def _ids(sections: tuple[Section, ...]) -> list[str]:
    return [id for section in sections for id in (section.id, *_ids(section.sections))]


def _holds_on(section: Section, at: int) -> bool:
    """Whether a block stays on the page of the next: the paragraphs between a heading and a table, a picture or the
    first heading within do, and a table holds the small print beneath it."""
    found = section.blocks
    if isinstance(found[at], Table):
        after = found[at + 1] if at + 1 < len(found) else None
        return isinstance(after, Paragraph) and after.role == "note"
    before = found[: at + 1]
    if section.sections and all(isinstance(block, Paragraph) for block in found):
        return _letters(found) <= _BESIDE
    this, after = found[at], found[at + 1] if at + 1 < len(found) else None
    if isinstance(this, Paragraph) and isinstance(after, (Table, Figure)) and _letters([this]) <= _BESIDE:
        # what leads to a table or a picture stands with it; small print belongs to what is before
        return this.role != "note"
    rest = next((block for block in found[at + 1 :] if not isinstance(block, Paragraph)), None)
    if not isinstance(rest, (Table, Figure)) or not all(isinstance(block, Paragraph) for block in before):
        return False
    return _letters(found[: found.index(rest)]) <= _BESIDE


def _height(figure: Figure, width: float) -> float:
    """The picture's height in centimetres where it is so wide."""
    image = Image.from_blob(figure.png)
    return min(figure.width_cm, width) * image.px_height / image.px_width


def _emu(centimetres: float) -> int:
    return round(centimetres * 360000)


def _letters(found: tuple[Block, ...] | list[Block]) -> int:
    """How much text blocks hold; a table or a picture counts as more than any page."""
    letters = 0
    for block in found:
        if isinstance(block, Paragraph):
            letters += len(plain_text(block.text))
        elif isinstance(block, Listing):
            letters += sum(len(plain_text(item)) + 60 for item in block.items)
        else:
            letters += 10_000
    return letters


def _same_bytes(document: Document) -> bytes:
    """The file with one time on all of its parts, whenever it is written."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return made.getvalue()
