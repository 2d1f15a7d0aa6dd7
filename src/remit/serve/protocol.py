"""The query operation of the SPARQL 1.1 Protocol: what a request asks for, or why it is refused.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["METHODS", "Operation", "Refused", "operation"]

METHODS = "GET, HEAD, POST, OPTIONS"

FORM, DIRECT, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_READS = "This endpoint only reads: updates are refused. Change the landscape's Turtle files instead."


class Refused(Exception):
    """A request that is not answered.

    Attributes:
        status: of HTTP.
        says: one sentence for the client.
    """

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.status = status
        self.says = says


@dataclass(frozen=True)
class Operation:
    """A query operation.

    Attributes:
        query: the query's text.
        default, named: the graphs that the request names as its dataset; both None where it names none.
    """

    query: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None


def operation(method: str, query_string: bytes, content_type: str, body: bytes) -> Operation | None:
    """What a request asks for; None for a GET without any query, which asks for the service description.

    Args:
        method: GET, HEAD or POST.
        query_string: what follows the question mark of the address.
        content_type: of the body.
        body: of a POST.

    Raises:
        Refused: as the protocol says.
    """
    parameters = _pairs(query_string, "The address")
    kind, _, rest = content_type.partition(";")
    kind = kind.strip().lower()
    text: str | None = None
    if method == "POST":
        if kind == UPDATE:
            raise Refused(403, _READS)
        if kind not in (FORM, DIRECT):
            told = f"“{kind}”" if kind else "no Content-Type"
            raise Refused(415, f"A POST has the Content-Type {FORM} or {DIRECT}, not {told}.")
        charset = rest.lower().replace('"', "").partition("charset=")[2].partition(";")[0].strip()
        if charset not in ("", "utf-8", "utf8"):
            raise Refused(415, f"The body must be UTF-8, not {charset}.")
        if kind == DIRECT:
            if any(name == "query" for name, _ in parameters):
                raise Refused(400, "The query stands both in the address and in the body; send it once.")
            text = _decoded(body, "The body")
        else:
            # the parameters of a form belong into its body; graphs in the address are taken too, queries are not
            if any(name in ("query", "update") for name, _ in parameters):
                raise Refused(400, "With a form, the query stands in the body and not in the address.")
            parameters += _pairs(body, "The form")
    if any(name == "update" for name, _ in parameters):
        raise Refused(403, _READS)
    queries = [value for name, value in parameters if name == "query"] + ([text] if text is not None else [])
    if len(queries) > 1:
        raise Refused(400, "There is more than one query; send one at a time.")
    if not queries:
        if method == "POST":
            raise Refused(400, "The form has no parameter named query.")
        return None
    default = tuple(value for name, value in parameters if name == "default-graph-uri")
    named = tuple(value for name, value in parameters if name == "named-graph-uri")
    if not default and not named:
        return Operation(queries[0], None, None)
    return Operation(queries[0], default, named)


def _pairs(text: bytes, where: str) -> list[tuple[str, str]]:
    try:
        decoded = text.decode("ascii")
        return parse_qsl(decoded, keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        raise Refused(400, f"{where} is not percent-encoded UTF-8.") from None
    except ValueError:
        raise Refused(400, f"{where} has too many parameters.") from None


def _decoded(body: bytes, where: str) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, f"{where} is not UTF-8.") from None
    if "\0" in text:
        raise Refused(400, f"{where} is not UTF-8.")
    return text
