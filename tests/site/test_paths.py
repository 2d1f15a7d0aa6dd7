"""Addresses of pages: from IRIs that nobody vouches for."""

from __future__ import annotations

import re

import pytest

from remit.site.paths import Addresses, safe_link, slug

BASE = "https://example.org/id/"


@pytest.mark.parametrize(
    "name",
    ["..", ".", "", ".hidden", "CON", "con.txt", "index", "a%2F..%2Fb", "a b", "é", "x" * 300, "a..b", "-", "Ünïcode"],
)
def test_a_dangerous_name_becomes_a_plain_one_of_its_own(name: str) -> None:
    made = slug(BASE + name)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", made)
    assert ".." not in made
    assert len(made) < 100
    assert made.split(".")[0] not in {"con", "index", ""}
    assert made != slug(BASE + name + "x")


def test_a_plain_name_stays_readable() -> None:
    assert slug(BASE + "mite-laboratory") == "mite-laboratory"


def test_names_that_differ_only_in_case_keep_apart() -> None:
    names = Addresses([BASE + "rcr", BASE + "RCR", BASE + "Rcr"])
    assert len({names[BASE + name].casefold() for name in ("rcr", "RCR", "Rcr")}) == 3


def test_one_name_in_two_namespaces_keeps_apart() -> None:
    names = Addresses(["https://a.example/x", "https://b.example/x"])
    assert names["https://a.example/x"] != names["https://b.example/x"]


def test_addresses_do_not_depend_on_the_order() -> None:
    iris = [BASE + "b", "https://b.example/b", BASE + "B"]
    one, other = Addresses(iris), Addresses(reversed(iris))
    assert [one[iri] for iri in iris] == [other[iri] for iri in iris]


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org/ü", "mailto:a@example.org"]
)
def test_web_and_mail_addresses_become_links(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://a b",
        'https://a"onclick=',
        "java\nscript:x",
        "",
        "ftp://example.org",
    ],
)
def test_other_addresses_do_not(address: str) -> None:
    assert safe_link(address) == ""
