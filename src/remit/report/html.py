"""The report as one page: style, pictures and all within it, no script, and nothing asked of the network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from remit import words
from remit.report.model import Block, Column, Figure, Listing, Paragraph, Report, Section, Table, Text
from remit.report.numbers import coded, elsewhere, labels, plain_text, sheet_names
from remit.site.page import STATIC
from remit.site.paths import safe_link
from remit.templating import make_environment

__all__ = ["as_html", "environment", "policy", "styles"]

HERE = Path(__file__).parent
_WORKBOOK = "report.xlsx"


@cache
def environment() -> Environment:
    """The templates: everything is escaped, and a name that is not there is an error."""
    made = make_environment(HERE / "templates")
    made.filters.update(safe_link=safe_link)
    return made


@cache
def styles() -> str:
    """The style sheet: the measures and colours of all pages, and the report's own rules."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in (STATIC / "tokens.css", HERE / "templates" / "report.css")
    )


def policy(style: str) -> str:
    """What the page may load: this style sheet, known by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def as_html(report: Report) -> str:
    """The report as the text of a page."""
    page = _Page(report)
    style = styles() + page.widths()
    return (
        environment()
        .get_template("report.html")
        .render(report=report, style=Markup("\n" + style), policy=policy("\n" + style), page=page)
    )


class _Page:
    """Turns the blocks of one report into markup."""

    def __init__(self, report: Report) -> None:
        self.first = [each for each in report.sections if each.own_page]
        self.main = [each for each in report.sections if not each.annex and not each.own_page]
        self.annexes = [each for each in report.sections if each.annex]
        self._tables = [
            block for section in _all(report.sections) for block in section.blocks if isinstance(block, Table)
        ]
        self.labels = labels(report)
        self._sheets = sheet_names(report)
        self._anchored = {id(row): name for row, name in self._first_rows(report)}
        self._findings = frozenset(self._anchored.values())

    def _first_rows(self, report: Report) -> Iterator[tuple[tuple[Text, ...], str]]:
        """The row at which a finding's evidence begins, for those whose evidence stands in an annex."""
        seen: set[str] = set()
        for section in _all(self.annexes):
            for table in section.blocks:
                keys = [column.key for column in table.columns] if isinstance(table, Table) else []
                if isinstance(table, Table) and not table.in_workbook_only and "finding" in keys:
                    at = keys.index("finding")
                    for row in table.shown_rows:
                        name = _first_id(row[at])
                        if name in report.findings and name not in seen:
                            seen.add(name)
                            yield row, name

    def widths(self) -> str:
        """Rules for the widths of columns, since a style cannot stand in the markup."""
        found = sorted({self.share(table, at) for table in self._tables for at in table.beside})
        return "".join(f".w{share} {{ width: {share}%; }}\n" for share in found)

    @staticmethod
    def share(table: Table, at: int) -> int:
        """A column's part of its table's width, in hundredths."""
        total = sum(table.columns[each].width for each in table.beside)
        return max(round(100 * table.columns[at].width / total), 1)

    @staticmethod
    def kind(block: Block) -> str:
        """Which markup a block needs."""
        names = {Paragraph: "paragraph", Listing: "list", Table: "table", Figure: "figure"}
        return names[type(block)]

    def row_id(self, row: tuple[Text, ...]) -> str:
        """A place to link to, where the evidence of a finding begins; otherwise ""."""
        return f"finding-{self._anchored[id(row)]}" if id(row) in self._anchored else ""

    def cell(self, text: Text, column: Column) -> Markup:
        """A cell of a table; the id of a finding leads to its evidence."""
        if column.key == "finding" and text:
            name, rest = text[0].text, text[1:]
            code = Markup("<code>{}</code>").format(_breaking(name))
            if _first_id(text) in self._findings:
                code = Markup('<a href="#finding-{}">{}</a>').format(_first_id(text), code)
            return code + self.text(rest)
        if column.kind == "status":
            plain = plain_text(text)
            symbol, _, words_ = plain.partition(" ")
            return Markup('<span class="symbol" aria-hidden="true">{}</span> {}').format(symbol, words_ or plain)
        return self.text(text)

    @staticmethod
    def text(text: Text) -> Markup:
        """A line as markup."""
        parts = []
        for span in text:
            made: Markup = _code(span.text)
            if span.strong:
                made = Markup("<strong>{}</strong>").format(made)
            if span.link.startswith("#"):
                made = Markup('<a href="{}">{}</a>').format(span.link, made)
            elif safe_link(span.link):
                made = Markup('<a href="{}" rel="noreferrer">{}</a>').format(span.link, made)
            parts.append(made)
        return Markup("").join(parts)

    @staticmethod
    def svg(figure: Figure) -> Markup:
        """A figure's picture, with its title and its text alternative within."""
        told = Markup("<title>{}</title><desc>{}</desc>").format(figure.caption, figure.alt)
        opening, closing, rest = figure.svg.partition(">")
        return Markup(opening + closing) + told + Markup(rest)

    def elsewhere(self, table: Table) -> str:
        """The sentence in place of a table that only the workbook holds."""
        return f"{elsewhere(table)} in {_WORKBOOK}, sheet “{self._sheets[table.id]}”."

    @staticmethod
    def rest(table: Table) -> str:
        """What the document leaves out of a table, in a sentence; "" where it shows all."""
        more = len(table.rows) - len(table.shown_rows)
        return f"{words.capital(words.count(more, 'more row'))} in {_WORKBOOK}." if more else ""


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)


def _first_id(text: Text) -> str:
    """The first of the ids that a row names."""
    return text[0].text.partition(",")[0]


def _breaking(name: str) -> Markup:
    """A finding's id that may break after a hyphen or a full stop; what is copied stays whole."""
    return Markup("<wbr>").join(Markup(escape(part)) for part in re.split(r"(?<=[^\s,][.\-])", name))


def _code(text: str) -> Markup:
    """Text, with what stands between backticks as a command."""
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if is_code else escape(part) for part, is_code in coded(text)
    )
