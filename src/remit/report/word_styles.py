"""The document's own styles, lists and settings, in place of those that python-docx brings along.

A style sheet of a dozen styles instead of some hundred: what a reader finds in Word's list is what the report uses.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from lxml import etree

from remit.report.figures.palette import colour
from remit.report.word_parts import Element, el

__all__ = ["BULLETS", "dress", "numbered_list"]

FONT = "Calibri"
"""On every desktop with Office; Carlito has the same widths elsewhere."""

CODE_FONT = "Consolas"

BULLETS = 1
"""The list with bullets; numbered lists are added, each its own so that each begins with 1."""

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_WORD = "http://schemas.microsoft.com/office/word"

_DEFAULTS = """
<w:docDefaults {ns}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>
    <w:color w:val="{ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/>
    <w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
"""

# id, name, based on, next, in the gallery, properties of the paragraph, properties of the text
_PARAGRAPHS = (
    ("Normal", "Normal", "", "", True, "", ""),
    (
        "Title", "Title", "Normal", "Subtitle", True,
        '<w:spacing w:before="240" w:after="120" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:color w:val="{ink}"/><w:sz w:val="46"/><w:szCs w:val="46"/>',
    ),
    (
        "Subtitle", "Subtitle", "Normal", "Normal", True, '<w:spacing w:after="240"/>',
        '<w:color w:val="{accent}"/><w:sz w:val="26"/><w:szCs w:val="26"/>',
    ),
    (
        "Heading1", "heading 1", "Normal", "Normal", True,
        '<w:keepNext/><w:keepLines/><w:spacing w:before="400" w:after="120" w:line="240" w:lineRule="auto"/>'
        '<w:outlineLvl w:val="0"/>',
        '<w:b/><w:color w:val="{accent}"/><w:sz w:val="33"/><w:szCs w:val="33"/>',
    ),
    (
        "Heading2", "heading 2", "Normal", "Normal", True,
        '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80" w:line="240" w:lineRule="auto"/>'
        '<w:outlineLvl w:val="1"/>',
        '<w:b/><w:color w:val="{ink}"/><w:sz w:val="26"/><w:szCs w:val="26"/>',
    ),
    (
        "Heading3", "heading 3", "Normal", "Normal", True,
        '<w:keepNext/><w:keepLines/><w:spacing w:before="220" w:after="60" w:line="240" w:lineRule="auto"/>'
        '<w:outlineLvl w:val="2"/>',
        '<w:b/><w:color w:val="{ink}"/><w:sz w:val="22"/><w:szCs w:val="22"/>',
    ),
    (
        "Lead", "Lead", "Normal", "Normal", True, '<w:keepNext/><w:keepLines/><w:spacing w:after="140"/>',
        '<w:b/><w:sz w:val="22"/><w:szCs w:val="22"/>',
    ),
    (
        "Note", "Note", "Normal", "Normal", True,
        '<w:spacing w:before="60" w:after="120" w:line="252" w:lineRule="auto"/>',
        '<w:color w:val="{quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    (
        "Caption", "caption", "Normal", "Normal", True,
        '<w:spacing w:before="160" w:after="80" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:color w:val="{accent}"/><w:sz w:val="19"/><w:szCs w:val="19"/>',
    ),
    (
        "Picture", "Picture", "Normal", "Caption", False,
        '<w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/>', "",
    ),
    (
        "Fact", "Fact", "Normal", "Fact", False,
        '<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs><w:spacing w:after="40" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="2268" w:hanging="2268"/>', "",
    ),
    (
        "ListBullet", "List Bullet", "Normal", "ListBullet", True,
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', "",
    ),
    ("ListNumber", "List Number", "Normal", "ListNumber", True, '<w:spacing w:after="60"/>', ""),
    (
        "TableText", "Table Text", "Normal", "TableText", True,
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    (
        "TableReference", "Table Reference", "TableText", "TableText", True, '<w:spacing w:before="20"/>',
        '<w:color w:val="{quiet}"/>',
    ),
    ("TableHeading", "Table Heading", "TableText", "TableText", True, "<w:keepNext/>", "<w:b/>"),
    (
        "TableEnd", "Table End", "Normal", "Normal", False,
        '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>',
    ),
    (
        "TOCHeading", "TOC Heading", "Normal", "Normal", True,
        '<w:keepNext/><w:spacing w:before="180" w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:color w:val="{accent}"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    ),
    (
        "TOC1", "toc 1", "Normal", "Normal", False,
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>'
        '<w:spacing w:after="10" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    (
        "TOC2", "toc 2", "Normal", "Normal", False,
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="284"/>',
        '<w:color w:val="{quiet}"/><w:sz w:val="19"/><w:szCs w:val="19"/>',
    ),
    (
        "TOCWithin", "Contents Within", "Normal", "TOCWithin", False,
        '<w:spacing w:before="60" w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:color w:val="{quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    ("Header", "header", "Normal", "Header", False, "", ""),
    (
        "Footer", "footer", "Normal", "Footer", False,
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{line}"/></w:pBdr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:color w:val="{quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
)  # fmt: skip

_OTHERS = """
<w:styles {ns}>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>
  <w:rPr><w:color w:val="{accent}"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Rest"><w:name w:val="Rest"/><w:uiPriority w:val="9"/>
  <w:qFormat/><w:rPr><w:b w:val="0"/><w:color w:val="{quiet}"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:uiPriority w:val="9"/>
  <w:qFormat/><w:rPr><w:rFonts w:ascii="{code}" w:hAnsi="{code}" w:cs="{code}"/><w:noProof/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:uiPriority w:val="99"/><w:semiHidden/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
  <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
  <w:semiHidden/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>
  <w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{strong}"/>
  <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{strong}"/>
  <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tblBorders>
  <w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
  <w:bottom w:w="45" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>
"""

_LISTS = """
<w:numbering {ns}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>
  <w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="255"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
  <w:pPr><w:ind w:left="454" w:hanging="369"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>
"""

# compatibility mode 15: as Word 2013 and later lay out, so that the title bar does not say otherwise
_SETTINGS = """
<w:settings {ns}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{word}" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{word}" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{word}" w:val="1"/>
</w:compat>
<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>
"""


def dress(document: Document, language: str) -> None:
    """Give a new document the report's styles, lists, settings and language, and drop what it does not need."""
    # the language comes from a landscape: as an attribute's value it may hold a tag only
    tag = "".join(letter for letter in language if letter.isascii() and (letter.isalnum() or letter == "-")) or "en-GB"
    values = {
        "ns": _NAMESPACE, "word": _WORD, "font": FONT, "code": CODE_FONT, "language": tag, "ink": _hex("ink"),
        "accent": _hex("accent"),
        "quiet": _hex("ink-quiet"), "line": _hex("line"), "strong": _hex("line-strong"),
    }  # fmt: skip
    others = _parsed(_OTHERS, values)
    paragraphs = [_style(style, values) for style in _PARAGRAPHS]
    _replace(document.styles.element, [_parsed(_DEFAULTS, values), *paragraphs, *others])
    _replace(document.settings.element, list(_parsed(_SETTINGS, values)))
    _replace(document.part.numbering_part.element, list(_parsed(_LISTS, values)))
    _drop(document.part.package.rels, "thumbnail")
    _drop(document.part.rels, "stylesWithEffects", "customXml")


def numbered_list(document: Document) -> int:
    """A new numbered list that begins with 1: its number."""
    numbering = document.part.numbering_part.element
    number = len(numbering) - 1
    numbering.append(
        el("num", el("abstractNumId", val=2), el("lvlOverride", el("startOverride", val=1), ilvl=0), numId=number)
    )
    return number


def _hex(name: str) -> str:
    return colour(name).lstrip("#").upper()


def _parsed(text: str, values: dict[str, str]) -> Element:
    return etree.fromstring(text.format(**values))


def _style(style: tuple[str, str, str, str, bool, str, str], values: dict[str, str]) -> Element:
    id, name, based, following, gallery, of_paragraph, of_text = style
    made = el("style", el("name", val=name), type="paragraph", styleId=id)
    if id == "Normal":
        made.set(made.tag.replace("style", "default"), "1")
    elif name[0].isupper() and id not in ("Title", "Subtitle", "ListBullet", "ListNumber", "TOCHeading"):
        made.set(made.tag.replace("style", "customStyle"), "1")
    if based:
        made.append(el("basedOn", val=based))
    if following:
        made.append(el("next", val=following))
    made.append(el("uiPriority", val=39 if name.startswith("toc") else 9))
    if gallery:
        made.append(el("qFormat"))
    for kind, text in (("pPr", of_paragraph), ("rPr", of_text)):
        if text:
            made.append(_parsed(f"<w:{kind} {{ns}}>{text}</w:{kind}>", values))
    return made


def _replace(root: Element, children: list[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _drop(relationships: Any, *kinds: str) -> None:
    for id in [id for id, found in relationships.items() if found.reltype.rsplit("/", 1)[-1] in kinds]:
        del relationships[id]
