"""Each shipped question as a plain sentence with blanks: ``Who is recorded to {activity} in {place|each place}?``"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from remit.catalogue import Query, catalogue

QUERIES = catalogue()
BLANK = re.compile(r"\{([A-Za-z][\w-]*)(?:\|([^{}|]+))?\}")


def blanks(query: Query) -> list[str]:
    return [name for name, _ in BLANK.findall(query.sentence)]


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_each_blank_is_a_parameter_and_each_parameter_a_blank(query: Query) -> None:
    assert sorted(blanks(query)) == sorted(parameter.name for parameter in query.parameters)
    assert not re.search(r"[{}|]", BLANK.sub("", query.sentence)), "a blank is not written as {name} or {name|words}"


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_is_a_sentence_of_its_own(query: Query) -> None:
    assert query.sentence != query.title, "the question has no sentence"
    assert query.sentence[0].isupper() or query.sentence[0] == "{"
    assert query.sentence.endswith(("?", "."))


def test_no_two_questions_read_the_same() -> None:
    read = Counter(BLANK.sub(lambda found: found[2] or found[1], query.sentence) for query in QUERIES.values())
    assert [sentence for sentence, times in read.items() if times > 1] == []
