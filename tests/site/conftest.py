"""The site of the hand-worked landscape, built once, and a reader of its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from remit.build import answers
from remit.infer import Snapshot
from remit.site import build_site

VOID = {"meta", "link", "br", "wbr", "col", "img", "input", "hr"}


@dataclass
class Element:
    """An element of a page: its name, attributes, and all text within it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    path: tuple[str, ...] = ()


@dataclass
class Document(HTMLParser):
    """A page as a list of its elements, in their order."""

    source: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.source)
        assert not self._open, f"not closed: {[element.name for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        path = tuple(element.name for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, path=path)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        closed = self._open.pop()
        assert closed.name == tag, f"</{tag}> closes <{closed.name}>"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *names: str) -> list[Element]:
        """The elements with one of the names."""
        return [element for element in self.elements if element.name in names]

    def with_class(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]

    @property
    def ids(self) -> list[str]:
        """All ids, in their order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def text(self) -> str:
        """All text of the body, with single spaces."""
        return " ".join(self.all("body")[0].text.split())


def read(path: Path) -> Document:
    """A page that was written."""
    return Document(path.read_text(encoding="utf-8"))


def build(snapshot: Snapshot, folder: Path) -> Path:
    """The site of a snapshot, in a new folder."""
    folder.mkdir(parents=True)
    build_site(snapshot, answers(snapshot), folder)
    return folder


@pytest.fixture(scope="session")
def site(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hand-worked landscape as of its main date."""
    return build(snapshot, tmp_path_factory.mktemp("built") / "site")
