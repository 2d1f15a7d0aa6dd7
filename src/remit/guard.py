"""Look at a user's query before it runs: only reading, only this landscape, never the network.

A query can reach elsewhere only by SERVICE or by a dataset clause (FROM). The letters alone prove nothing: they may
stand in a comment, a literal or an IRI. So the parsed query is looked at, wherever they stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from remit.errors import RemitError

Named = tuple[tuple[str, ...], tuple[str, ...]]
"""Default graphs and named graphs, by their IRIs."""

__all__ = ["Named", "check_query", "explained", "is_update", "may_hold"]


def check_query(text: str, graphs: Collection[str] = ()) -> Named | None:
    """Let a query pass that stays inside the landscape.

    Args:
        text: the query.
        graphs: the IRIs of the graphs that FROM and FROM NAMED may name.

    Returns:
        The graphs that it names by FROM and by FROM NAMED; None where it has no such clause.

    Raises:
        RemitError: it calls SERVICE, names another graph with FROM, or (with those letters in it) cannot be read; or
            it is an update with those letters in it, whose place is then ``update``.
    """
    if not may_hold(text, "service", "from"):
        return None
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parsed = parseQuery(text)
        _, form = parsed
    except Exception as error:
        if is_update(text):
            raise _update() from None
        raise RemitError(f"The query is not valid SPARQL: {' '.join(str(error).split())}.", "query") from None
    names = set(_names(form))
    if "ServiceGraphPattern" in names:
        raise RemitError(
            "SERVICE would send a request to another machine; this program asks its own landscape alone.",
            "query",
            "Remove the SERVICE clause.",
        )
    if "DatasetClause" not in names:
        return None
    try:
        # names as written may be relative or shortened; the algebra has them whole
        clauses = translateQuery(parsed).algebra.datasetClause
        found: Named = tuple(
            # as a plain dictionary, since rdflib's own look-up fails for what is not there
            tuple(str(dict.get(one, key)) for one in clauses if dict.get(one, key))
            for key in ("default", "named")
        )  # type: ignore[assignment]
    except Exception as error:
        raise RemitError(f"The FROM clause cannot be read: {' '.join(str(error).split())}.", "query") from None
    for iri in (*found[0], *found[1]):
        if iri not in graphs:
            raise RemitError(
                f"FROM names another dataset, {iri}; this program asks its own landscape alone.",
                "query",
                "Remove the FROM clause" + (", or name one of the dataset's own graphs." if graphs else "."),
            )
    return found


_HARMLESS = r"""\#[^\r\n]*                                   # a comment
    | <[^<>"{{}}|^`\\\x00-\x20]*>                     # an IRI
    | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'
    | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' # literals
    | [?$]\w+                                        # a variable
    | (?<![\w.-])(?![\w.-]*(?:{words}))[\w.-]*:[\w.:%-]* # a shortened name
    """
"""Where the letters mean nothing. An IRI holds no space, brace or quote, so that it cannot hide a clause."""


@lru_cache
def _harmless(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_HARMLESS.format(words="|".join(words)), re.VERBOSE | re.IGNORECASE | re.DOTALL)


def may_hold(text: str, *words: str) -> bool:
    """Whether one of SPARQL's words may stand in a query as such: a quick look, since parsing takes long.

    Args:
        text: the query.
        words: in small letters.

    Returns:
        False where none does; True where one does, or where only a parser can tell.
    """
    lowered = text.lower()
    # SPARQL lets any letter be written as \\uXXXX, so a backslash-u calls for the parser as well
    if "\\u" in lowered:
        return True
    if not any(word in lowered for word in words):
        return False
    rest = _harmless(words).sub(" ", text).lower()
    # whatever is left of a quote or a backslash was not understood here
    return any(sign in rest for sign in (*words, '"', "'", "\\"))


def explained(text: str, error: RemitError) -> RemitError:
    """A better reason, where the engine refused a text because it is an update."""
    return _update() if is_update(text) else error


def is_update(text: str) -> bool:
    """Whether a text is a SPARQL update (by its parse, not by its words)."""
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        return bool(parseUpdate(text).request)
    except Exception:
        return False


def _update() -> RemitError:
    return RemitError(
        "This is an update; questions only read.", "update", "Change the landscape's Turtle files instead."
    )


def _names(node: Any) -> Any:
    """The names of all parts of rdflib's parse tree."""
    name = getattr(node, "name", None)
    if isinstance(name, str):
        yield name
    if isinstance(node, dict):
        children: Any = node.values()
    elif isinstance(node, (list, tuple)) or type(node).__name__ == "ParseResults":
        children = node
    else:
        children = ()
    for child in children:
        yield from _names(child)
