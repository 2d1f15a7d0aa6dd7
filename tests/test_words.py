"""Plain words from data."""

from __future__ import annotations

import pytest

from remit import words


@pytest.mark.parametrize(
    ("value", "noun", "written"),
    [
        (0, "role", "no roles"),
        (1, "role", "one role"),
        (9, "body", "nine bodies"),
        (10, "body", "10 bodies"),
        (1224, "class", "1,224 classes"),
        (2, "day", "two days"),
        ("3", "need", "three needs"),
    ],
)
def test_a_number_with_its_noun(value: int | str, noun: str, written: str) -> None:
    assert words.count(value, noun) == written


def test_a_noun_with_a_plural_of_its_own() -> None:
    assert words.count(2, "merger or closure", "mergers and closures") == "two mergers and closures"


@pytest.mark.parametrize(
    ("items", "written"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "", "B", "C"], "A, B and C")],
)
def test_a_list_with_and(items: list[str], written: str) -> None:
    assert words.and_list(items) == written


def test_a_long_list_is_cut_and_says_so() -> None:
    assert words.short_list(list("ABCDEF"), 3) == "A, B, C and three more"
    assert words.short_list(["X"] * 30, 2) == "X, X and 28 more"


def test_one_more_than_shown_is_not_worth_a_cut() -> None:
    assert words.short_list(list("ABCD"), 3) == "A, B, C and D"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-03-20", "20 March 2023"),
        ("2023-03", "March 2023"),
        ("2023", "2023"),
        ("2023-12-01Z", "1 December 2023"),
        ("2023-13", "2023"),
        ("", ""),
        ("last spring", "last spring"),
    ],
)
def test_a_date_in_british_style(text: str, written: str) -> None:
    assert words.date(text) == written


@pytest.mark.parametrize(
    ("start", "end", "standing", "written"),
    [
        ("2019", "", "confirmed", "since 2019"),
        ("", "2025-03", "confirmed", "until March 2025"),
        ("2019", "2025-03", "ended", "2019 to March 2025"),
        ("2023-04", "2023-04", "ended", "April 2023"),
        ("2024-01", "2024", "ended", "2024, from January"),
        ("2024", "2024-06", "ended", "2024, until June"),
        ("2024-01-15", "2024-01", "ended", "January 2024, from day 15"),
        ("", "", "confirmed", ""),
        ("", "", "ended", "ended at an unknown time"),
        ("2019", "", "ended", "from 2019, ended at an unknown time"),
        ("", "", "planned", "planned, no date stated"),
        ("2027-04", "", "planned", "planned from April 2027"),
    ],
)
def test_a_period(start: str, end: str, standing: str, written: str) -> None:
    assert words.period(start, end, standing=standing) == written


@pytest.mark.parametrize(
    ("label", "within"),
    [("Research careers", "research careers"), ("AI deployment", "AI deployment"), ("X-ray", "x-ray"), ("", "")],
)
def test_a_label_within_a_sentence(label: str, within: str) -> None:
    assert words.in_sentence(label) == within


def test_an_abbreviation_is_given_once() -> None:
    assert words.named("Royal Bee Society", "RBS") == "Royal Bee Society (RBS)"
    assert words.named("RBS (Royal Bee Society)", "RBS") == "RBS (Royal Bee Society)"
    assert words.named("Royal Bee Society", "") == "Royal Bee Society"


def test_a_note_ends_with_a_full_stop() -> None:
    assert words.full_stop(" Fourth survey ") == "Fourth survey."
    assert words.full_stop("Why?") == "Why?"
    assert words.full_stop("") == ""
