"""Put a question to a snapshot: fill in its blanks, and run it."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from remit.catalogue import Parameter, Query, block
from remit.engine import Engine, Solutions, Term
from remit.errors import RemitError
from remit.names import CANDIDATES, resolve
from remit.terms import XSD

__all__ = ["ask", "fill", "term_for"]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def ask(engine: Engine, query: Query, **values: str) -> Solutions:
    """The answer to a question with some of its blanks filled in.

    Args:
        engine: a snapshot's engine.
        query: from the catalogue, or read from text.
        values: text for parameters by name, as a person would write it: ``topic="research careers"``.

    Raises:
        RemitError: no such parameter, a value that names nothing or is of the wrong form, or the query is not valid.
    """
    return engine.select(fill(engine, query, values))


def fill(engine: Engine, query: Query, values: dict[str, str]) -> str:
    """The query's text with the content of the VALUES blocks replaced by checked, serialised terms, and no other
    text changed; see :func:`ask`."""
    known = {parameter.name: parameter for parameter in query.parameters}
    text = query.text
    for name, value in values.items():
        if name not in known:
            names = ", ".join(known) or "none"
            raise RemitError(f"{query.name} has no parameter “{name}”.", None, f"Its parameters: {names}.")
        written = str(term_for(engine, known[name], value))
        # a function as replacement: a backslash in a literal is not an escape of the pattern language
        text = block(name).sub(lambda found, written=written: f"{found[1]} {written} {found[3]}", text)  # type: ignore[misc]
    return text


def term_for(engine: Engine, parameter: Parameter, value: str) -> Term:
    """The RDF term that a person's text means for a parameter; see :func:`ask`."""
    where = f"parameter {parameter.name}"
    if parameter.type in CANDIDATES:
        try:
            return resolve(engine, parameter.type, value)
        except RemitError as error:
            raise RemitError(error.what, where, error.remedy) from None
    if parameter.type == "date":
        if not _DATE.fullmatch(value):
            raise RemitError(f"“{value}” is not a date.", where, "Write 2024, 2024-03 or 2024-03-20.")
        return Literal(value, datatype=NamedNode(XSD + _DATATYPES[len(value)]))
    if parameter.type == "integer":
        if not re.fullmatch(r"-?\d{1,9}", value):
            raise RemitError(f"“{value}” is not a whole number.", where)
        return Literal(int(value))
    return Literal(value)
