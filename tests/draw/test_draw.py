"""The page as text: what it says, what it may do, and that it is the same every time."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest

from remit.draw import Drawing, draw_page, drawing
from remit.errors import RemitError
from remit.infer import Snapshot, infer
from remit.load import Stated
from tests.conftest import FIXTURE, TODAY

LOADING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "cite", "manifest", "ping"}


class Read(HTMLParser):
    """A page's elements: what they hold, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[str, dict[str, str | None], str]] = []
        self.text: list[str] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag in ("script", "style")
        if self._open:
            self.inline.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, attrs, before = self.inline[-1]
            self.inline[-1] = (tag, attrs, before + data)
        else:
            self.text.append(data)

    def data(self) -> dict[str, Any]:
        """What the page's script is given."""
        [block] = [text for _, attrs, text in self.inline if attrs.get("type") == "application/json"]
        read: dict[str, Any] = json.loads(block)
        return read

    def node(self, name: str) -> dict[str, Any]:
        [found] = [node for node in self.data()["nodes"] if node["id"] == name]
        return dict(found)


@pytest.fixture(scope="module")
def page(snapshot: Snapshot) -> str:
    return draw_page(snapshot)


def test_only_what_the_policy_names_by_hash_can_run(page: str) -> None:
    read = Read(page)
    [policy] = [a["content"] for _, a in read.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split(";")}

    def hashes(kind: str) -> set[str]:
        return {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for tag, attrs, text in read.inline
            if tag == kind and attrs.get("type") != "application/json"
        }

    assert rules == {
        "default-src": {"'none'"},
        "script-src": hashes("script"),
        "style-src": hashes("style"),
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
    }
    assert len(rules["script-src"]) == 3
    for _, attrs in read.elements:
        assert not [name for name in attrs if name == "style" or name.startswith("on")]


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    read = Read(page)
    for tag, attrs in read.elements:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "audio", "video")
        assert not LOADING & set(attrs)
        assert tag == "use" or "href" not in attrs
    for _, _, style in [found for found in read.inline if found[0] == "style"]:
        assert "url(" not in style
        assert "@import" not in style


def test_links_only_where_they_are_given(snapshot: Snapshot) -> None:
    linked = Read(draw_page(snapshot, link=lambda iri: f"organisations/{iri.rsplit('/', 1)[1]}.html"))
    assert linked.node("bee-institute")["url"] == "organisations/bee-institute.html"
    assert Read(draw_page(snapshot)).node("bee-institute")["url"] == ""
    among = draw_page(snapshot, pages=[("index.html", "Start"), ("", "Network")], correct="about.html#correct")
    assert '<a href="index.html">Start</a>' in among
    assert 'aria-current="page">Network</a>' in among
    assert '<a href="about.html#correct">' in among


def test_what_it_tells(page: str, snapshot: Snapshot) -> None:
    read = Read(page)
    text = " ".join(" ".join(read.text).split())
    assert ("html", {"lang": "en"}) in read.elements
    assert text.count("Who is linked to whom: Bee research in Threelands") == 2
    # the Swarm Programme has ended and is linked to nothing any more: not drawn
    assert "16 organisations linked by 16 relationships recorded as running on 30 June 2025; 7 more" in text
    assert len(read.data()["nodes"]) == 23
    assert "ring: Named in the caption of the poster" in text
    assert "Source: Bee research in Threelands, Remit tests; as of 30 June 2025" in text
    for area in ("Research 12", "Education 7", "Regulation 2", "Implementation 1", "no current role recorded 1"):
        assert area in text


def test_a_body_with_its_roles_and_their_sources(page: str) -> None:
    institute = Read(page).node("bee-institute")
    assert institute["name"] == "Bee Institute of Threelands (BIT)"
    assert institute["label"] == "BIT"
    assert institute["ring"] is True
    assert institute["degree"] == 3
    assert institute["roles"][0] == {
        "what": "Study bees: Mites, Northland",
        "how": "lead",
        "when": "since 1990",
        "known": "two sources: Bee Institute",
    }
    assert "lead, unconfirmed" in {role["how"] for role in institute["roles"]}
    assert {(node["shape"], node["area"]) for node in Read(page).data()["nodes"]} == {
        ("dot", 1),
        ("square", 2),
        ("diamond", 3),
        ("triangle", 4),
        ("dot", 0),
    }


def test_one_line_for_each_pair(page: str) -> None:
    edges = Read(page).data()["edges"]
    assert len(edges) == 15
    [twice] = [edge for edge in edges if len(edge["ties"]) == 2]
    assert {twice["from"], twice["to"]} == {"keepers-association", "pollen-network"}
    # one of the two is uncited, the other is not: the line is not dashed
    assert sorted(tie["known"] for tie in twice["ties"]) == ["no source recorded", "one source: Keepers' Association"]
    assert not twice["dashes"]


def test_a_neighbourhood(snapshot: Snapshot) -> None:
    near = Read(draw_page(snapshot, "BIT")).data()
    assert near["centre"] == "bee-institute"
    assert {node["id"] for node in near["nodes"]} == {
        "bee-institute",
        "mite-laboratory",
        "nectar-station",
        "pollen-laboratory",
    }
    farther = Read(draw_page(snapshot, "bee institute of threelands", depth=2))
    assert len(farther.data()["nodes"]) == 7
    assert "Six organisations within two links of it" in " ".join(farther.text)


def test_a_body_without_links_stands_alone(snapshot: Snapshot) -> None:
    alone = Read(draw_page(snapshot, "Westland College"))
    assert [node["id"] for node in alone.data()["nodes"]] == ["westland-college"]
    assert alone.data()["edges"] == []


def test_who_is_not_known_is_said_with_near_names(snapshot: Snapshot) -> None:
    with pytest.raises(RemitError, match="No organisation is called “Bee Institut”") as caught:
        draw_page(snapshot, "Bee Institut")
    assert "Bee Institute of Threelands" in str(caught.value)
    with pytest.raises(RemitError, match="depth"):
        draw_page(snapshot, "BIT", depth=0)


def test_what_is_taken_out_is_linked_to_nothing(stated: Stated) -> None:
    without = infer(stated, TODAY, without="https://example.org/bees/id/bee-institute")
    data = Read(draw_page(without)).data()
    ends = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    assert "bee-institute" not in ends
    assert "keepers-association" in ends


def test_positions_are_fixed_unless_asked(page: str, snapshot: Snapshot) -> None:
    assert Read(page).data()["options"]["physics"]["enabled"] is False
    assert Read(draw_page(snapshot, physics=True)).data()["options"]["physics"]["enabled"] is True
    assert all({"x", "y"} <= set(node) for node in Read(page).data()["nodes"])


def test_the_same_page_every_time(page: str, snapshot: Snapshot) -> None:
    assert draw_page(snapshot) == page
    code = (
        "import hashlib; from remit.infer import infer; from remit.load import load; from remit.draw import draw_page;"
        f"print(hashlib.sha256(draw_page(infer(load({str(FIXTURE)!r}), {TODAY!r})).encode()).hexdigest())"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == hashlib.sha256(page.encode()).hexdigest()


def test_hostile_texts_stay_in_their_place(poisoned: Snapshot) -> None:
    page = draw_page(poisoned, link=lambda iri: f"organisations/{iri.rsplit('/', 1)[1]}.html")
    read = Read(page)
    # as many scripts as ever, and no image: nothing broke out
    assert [tag for tag, _ in read.elements].count("script") == 4
    assert "img" not in {tag for tag, _ in read.elements}
    for block in re.findall(r'(?s)<script type="application/json"[^>]*>(.*?)</script>', page):
        assert not set("<>&\u2028\u2029") & set(block)
    assert read.node("bee-institute")["name"] == "</script><script>alert(1)</script>"


def test_a_notebook_shows_it_in_a_closed_frame(snapshot: Snapshot) -> None:
    shown = drawing(snapshot, "BIT")
    assert isinstance(shown, Drawing)
    [(tag, attrs)] = Read(shown._repr_html_()).elements
    assert (tag, attrs["sandbox"]) == ("iframe", "allow-scripts")
    assert attrs["srcdoc"] == shown.page == draw_page(snapshot, "BIT")
    assert html.escape(shown.page) in shown._repr_html_()
    assert repr(shown).startswith("<Drawing, 0.5 MB")
