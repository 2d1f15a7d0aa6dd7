"""The one canonical form of Turtle that a landscape's files are kept in.

One subject block per thing, sorted; one predicate per line in a fixed order; several objects each on a line
of its own: a change of the data is then a change of as few lines as possible. Blank nodes that are used once
are nested (``[ … ]``, lists ``( … )``) and ordered by what they say; those that must have a name get it by
RDFC-1.0 (https://www.w3.org/TR/rdf-canon/), so that the text depends on the data alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from remit.blanks import FIRST, NIL, RDF, Graph, Node, Term, natural
from remit.errors import RemitError

__all__ = ["canonical", "format_text", "leading_comments", "read_prefixes"]

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(RDF + "type")
STRING = XSD + "string"
SHORT = {
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}

# What a thing is called comes first, then what it says, then its period; where it comes from comes last.
FIRST_PREDICATES = """
rdfs:label skos:prefLabel skos:altLabel dcterms:title remit:abbreviation
org:classification dcterms:type remit:needKind
remit:holder remit:from remit:relation remit:to org:originalOrganization org:resultingOrganization
remit:result remit:about remit:judges remit:verdict remit:decidedBy
remit:activity remit:topic remit:place remit:level remit:standing remit:fieldSpecific remit:provider
dcterms:description skos:definition skos:scopeNote skos:example remit:questionStem remit:questionPhrase
remit:raisedBy remit:concerns remit:horizon remit:progress remit:answeredBy remit:section
skos:inScheme skos:topConceptOf skos:hasTopConcept skos:broader remit:order
rdfs:subClassOf rdfs:subPropertyOf rdfs:domain rdfs:range
sh:targetClass sh:path sh:name sh:description sh:message sh:severity
foaf:homepage remit:unverifiedHomepage dcat:landingPage remit:unverifiedPage
dcterms:publisher schema:url schema:datePublished schema:startDate schema:endDate dcterms:date
"""
LAST_PREDICATES = "remit:basis skos:note skos:editorialNote dcterms:source remit:recorded"
NAMESPACES = {
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "remit": "https://w3id.org/remit/ontology#",
}


def _ranks() -> dict[str, int]:
    def iri(curie: str) -> str:
        prefix, local = curie.split(":")
        return NAMESPACES[prefix] + local

    ranks = {iri(name): rank for rank, name in enumerate(FIRST_PREDICATES.split())}
    return ranks | {iri(name): 1001 + rank for rank, name in enumerate(LAST_PREDICATES.split())}


RANKS = _ranks()
UNRANKED = 1000
WIDTH = 100
INDENT = "  "

# A cautious part of Turtle's PN_LOCAL: no escapes, so that what is written is what a person would search for.
LOCAL = re.compile(r"(?:[\w:](?:[\w:.-]*[\w:-])?)?", re.ASCII)
LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
UNSAFE = re.compile(r'[\\"\x00-\x1f\x7f]')
UNSAFE_LONG = re.compile(r"[\\\x00-\x09\x0b-\x1f\x7f]")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}

# Everything that may hold a hash which begins no comment, and last the comment itself.
TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\s]*>"
    r"|\\."
    r"|(?P<comment>#[^\n\r]*)",
    re.DOTALL,
)


def canonical(triples: Iterable[Triple], prefixes: Mapping[str, str], header: str = "") -> str:
    """Turtle text that depends on the triples, the prefixes and the header alone, not on any order.

    Args:
        triples: RDF 1.1 triples.
        prefixes: name → namespace; only those that are used are written.
        header: text to stand before everything; each of its lines becomes a comment line.

    Raises:
        RemitError: a triple is about a triple (RDF 1.2), which this form cannot say, or blank nodes are
            nested too deeply.
    """
    try:
        return _Writer(triples, prefixes).text(header)
    except RecursionError:
        raise RemitError(
            "Blank nodes are nested too deeply to be formatted.", remedy="Give the inner ones IRIs."
        ) from None


def format_text(text: str, path: str) -> str:
    """A Turtle file's text in canonical form, with its own leading comments and prefixes.

    Args:
        text: the file's text.
        path: how to name the file in messages.

    Raises:
        RemitError: the text is not valid Turtle, or has comments after its first statement, which would
            be lost.
    """
    header, misplaced = leading_comments(text)
    triples, prefixes = _read(text, path)
    if misplaced is not None:
        raise RemitError(
            "A comment after the first statement would be lost.",
            f"{path}, line {misplaced}",
            "Move it to the top of the file, or say it in the data (skos:note, rdfs:comment).",
        )
    return canonical(triples, prefixes, header)


def read_prefixes(text: str, path: str) -> dict[str, str]:
    """The prefixes that a Turtle text declares: name → namespace.

    Raises:
        RemitError: the text is not valid Turtle.
    """
    return _read(text, path)[1]


def leading_comments(text: str) -> tuple[str, int | None]:
    """The comment lines before the first statement, and the line of the first comment after it, if any."""
    kept: list[str] = []
    start = 0
    for match in LINES.finditer(text):
        line = match[0]
        if line.strip() and not line.lstrip().startswith("#"):
            break
        kept.append(line.strip())
        start += len(line)
    for token in TOKENS.finditer(text, start):
        if token["comment"] is not None:
            return "\n".join(kept).strip("\n"), text.count("\n", 0, token.start()) + 1
    return "\n".join(kept).strip("\n"), None


def _read(text: str, path: str) -> tuple[list[Triple], dict[str, str]]:
    parser = parse(input=text, format=RdfFormat.TURTLE)
    try:
        triples = [quad.triple for quad in parser]
    except SyntaxError as error:
        raise RemitError(
            f"This is not valid Turtle: {error.msg}.",
            f"{path}, line {error.lineno}" if error.lineno else path,
            "Look at the line and the one before it: a missing dot, semicolon, quote or prefix.",
        ) from None
    return triples, dict(parser.prefixes)


class _Writer:
    """Renders a graph with a set of prefixes."""

    def __init__(self, triples: Iterable[Triple], prefixes: Mapping[str, str]) -> None:
        self.graph = Graph(triples)
        self.namespaces = sorted(
            ((space, name) for name, space in prefixes.items() if space),
            key=lambda pair: (-len(pair[0]), pair),
        )
        self.used: dict[str, str] = {}
        self.written: dict[Term, str] = {}
        self.ranks: dict[NamedNode, tuple[int, str]] = {}

    def text(self, header: str) -> str:
        """The whole file."""
        graph = self.graph
        things = sorted(
            (node for node in graph.says if isinstance(node, NamedNode)),
            key=lambda node: natural(node.value),
        )
        roots = (node for node in graph.says if isinstance(node, BlankNode) and node not in graph.inner)
        blocks = [self.block(node, self.iri(node.value)) for node in things]
        blocks += [self.block(node, name) for node, name in graph.names.items() if node in graph.says]
        blocks += sorted((self.block(node, "[]") for node in roots), key=natural)
        comments = [
            line if line.startswith("#") or not line else f"# {line}" for line in header.strip("\n").split("\n")
        ]
        declared = [f"@prefix {name}: <{space}> ." for name, space in sorted(self.used.items())]
        parts = ["\n".join(comments), "\n".join(declared), *blocks]
        return "\n\n".join(part for part in parts if part) + "\n"

    def block(self, node: Node, name: str) -> str:
        """One thing with all it says."""
        says = self.graph.says[node]
        rest = [predicate for predicate in self.ordered(says) if predicate != TYPE]
        lines = [self.statement(predicate, says[predicate], INDENT) for predicate in rest]
        separator = f" ;\n{INDENT}"
        if TYPE not in says:
            return f"{name}\n{INDENT}{separator.join(lines)} ."
        kinds = sorted((self.object(kind, INDENT) for kind in says[TYPE]), key=natural)
        return separator.join([f"{name} a {' , '.join(kinds)}", *lines]) + " ."

    def ordered(self, says: Mapping[NamedNode, list[Term]]) -> list[NamedNode]:
        """Predicates in the order in which they are read."""
        for predicate in says:
            if predicate not in self.ranks:
                self.ranks[predicate] = self.rank(predicate)
        return sorted(says, key=self.ranks.__getitem__)

    def rank(self, predicate: NamedNode) -> tuple[int, str]:
        """Where a predicate stands: by the fixed order, then by its written name."""
        if predicate == TYPE:
            return (-1, "a")
        return (RANKS.get(predicate.value, UNRANKED), self.term(predicate))

    def statement(self, predicate: NamedNode, objects: list[Term], indent: str) -> str:
        """A predicate with its objects: one beside it, several below."""
        verb = "a" if predicate == TYPE else self.term(predicate)
        if len(objects) == 1:
            return f"{verb} {self.object(objects[0], indent)}"
        deeper = indent + INDENT
        texts = sorted((self.object(obj, deeper) for obj in objects), key=natural)
        return f"{verb}\n{deeper}" + f" ,\n{deeper}".join(texts)

    def object(self, term: Term, indent: str) -> str:
        """A term, a nested node or a list, whose further lines begin with the indent."""
        if not isinstance(term, BlankNode):
            return "()" if term == NIL else self.term(term)
        if term in self.graph.tails:
            return self.list(term, indent)
        if term in self.graph.names:
            return self.graph.names[term]
        says = self.graph.says.get(term)
        if not says:
            return "[]"
        deeper = indent + INDENT
        lines = [self.statement(predicate, says[predicate], deeper) for predicate in self.ordered(says)]
        if len(lines) == 1 and "\n" not in lines[0]:
            return f"[ {lines[0]} ]"
        return "[\n" + "".join(f"{deeper}{line} ;\n" for line in lines) + f"{indent}]"

    def list(self, head: BlankNode, indent: str) -> str:
        """A list in brackets: on one line while it is short, else one item a line."""
        deeper = indent + INDENT
        items: list[str] = []
        at: Term = head
        while isinstance(at, BlankNode):
            items.append(self.object(self.graph.says[at][FIRST][0], deeper))
            at = self.graph.tails[at]
        line = f"( {' '.join(items)} )"
        if len(line) <= WIDTH and "\n" not in line:
            return line
        return "(\n" + "".join(f"{deeper}{item}\n" for item in items) + f"{indent})"

    def term(self, term: Term) -> str:
        """An IRI or a literal."""
        text = self.written.get(term)
        if text is None:
            text = self.iri(term.value) if isinstance(term, NamedNode) else self.literal(term)
            self.written[term] = text
        return text

    def iri(self, iri: str) -> str:
        """``prefix:local`` where that is possible without escapes, else the IRI in angle brackets."""
        for space, name in self.namespaces:
            if iri.startswith(space) and LOCAL.fullmatch(iri, len(space)):
                self.used[name] = space
                return f"{name}:{iri[len(space) :]}"
        return f"<{iri}>"

    def literal(self, term: Term) -> str:
        """A literal: booleans and numbers in short form, text of several lines in long quotes."""
        if not isinstance(term, Literal):
            raise TypeError(f"not a literal: {term}")
        value, datatype = term.value, term.datatype.value
        if datatype in SHORT and SHORT[datatype].fullmatch(value):
            return value
        text = _quoted(value)
        if term.language:
            direction = f"--{term.direction.value}" if term.direction else ""
            return f"{text}@{term.language}{direction}"
        return text if datatype == STRING else f"{text}^^{self.iri(datatype)}"


def _quoted(value: str) -> str:
    if "\n" not in value:
        return f'"{UNSAFE.sub(_escape, value)}"'
    text = UNSAFE_LONG.sub(_escape, value)
    if '"""' in value or value.endswith('"'):
        text = text.replace('"', '\\"')
    return f'"""{text}"""'


def _escape(match: re.Match[str]) -> str:
    return ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
