"""The one canonical form of Turtle that a landscape's files are kept in.

One subject block per thing, sorted; one predicate per line in a fixed order; several objects each on a line of
its own: a change of the data is then a change of as few lines as possible. Blank nodes that are used once are
nested (``[ … ]``, lists ``( … )``) and ordered by what they say; those that must have a name get it by RDFC-1.0
(https://www.w3.org/TR/rdf-canon/), so that the text depends on the data alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from remit.errors import RemitError

__all__ = ["canonical", "format_text", "leading_comments", "read_prefixes"]

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE, FIRST, REST = NamedNode(RDF + "type"), NamedNode(RDF + "first"), NamedNode(RDF + "rest")
NIL = NamedNode(RDF + "nil")
STRING, LANGUAGE_STRING = XSD + "string", RDF + "langString"
SHORT = {
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}

# What a thing is called comes first, then what it says, then its period; where it comes from comes last.
FIRST_PREDICATES = (
    "rdf:type rdfs:label skos:prefLabel skos:altLabel dcterms:title remit:abbreviation "
    "org:classification dcterms:type remit:needKind remit:holder remit:from remit:relation remit:to "
    "org:originalOrganization org:resultingOrganization remit:result remit:about remit:judges remit:verdict "
    "remit:activity remit:topic remit:place remit:level remit:standing remit:fieldSpecific remit:provider "
    "dcterms:description skos:definition skos:scopeNote skos:example remit:questionStem remit:questionPhrase "
    "skos:inScheme skos:topConceptOf skos:broader remit:order "
    "rdfs:subClassOf rdfs:subPropertyOf rdfs:domain rdfs:range "
    "sh:targetClass sh:path sh:name sh:description sh:message sh:severity "
    "foaf:homepage remit:unverifiedHomepage dcat:landingPage remit:unverifiedPage dcterms:publisher schema:url "
    "schema:datePublished schema:startDate schema:endDate dcterms:date"
).split()
LAST_PREDICATES = "remit:basis skos:note skos:editorialNote dcterms:source remit:recorded".split()
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

    ranks = {iri(name): rank for rank, name in enumerate(FIRST_PREDICATES)}
    return ranks | {iri(name): 1001 + rank for rank, name in enumerate(LAST_PREDICATES)}


RANKS = _ranks()
UNRANKED = 1000
WIDTH = 100
INDENT = "    "

# A cautious part of Turtle's PN_LOCAL: no escapes, so that what is written is what a person would search for.
LOCAL = re.compile(r"(?:[\w:](?:[\w:.-]*[\w:-])?)?", re.ASCII)
DIGITS = re.compile(r"(\d+)", re.ASCII)
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
        RemitError: a triple is about a triple (RDF 1.2), which this form cannot say, or blank nodes are nested
            too deeply.
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
        RemitError: the text is not valid Turtle, or has comments after its first statement, which would be lost.
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
    for line in text.splitlines(keepends=True):
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


@lru_cache(maxsize=1 << 16)
def _natural(text: str) -> tuple[tuple[str | int, ...], str]:
    """Sort key that counts: ``x.2`` before ``x.10``. Even places hold text, odd ones numbers."""
    parts: list[str | int] = list(DIGITS.split(text))
    parts[1::2] = [int(number) if len(number) < 20 else 10**20 for number in map(str, parts[1::2])]
    return tuple(parts), text


class _Writer:
    """Triples by subject, with the decisions which blank nodes are nested, listed or named."""

    def __init__(self, triples: Iterable[Triple], prefixes: Mapping[str, str]) -> None:
        self.subjects: dict[Node, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self.namespaces = sorted(
            ((space, name) for name, space in prefixes.items() if space),
            key=lambda pair: (-len(pair[0]), pair),
        )
        self.used: set[str] = set()
        self.written: dict[Term, str] = {}
        parents: dict[BlankNode, Node] = {}
        references: Counter[BlankNode] = Counter()
        for triple in set(triples):
            subject, obj = triple.subject, triple.object
            if isinstance(subject, Triple) or isinstance(obj, Triple):
                raise RemitError("A triple about a triple cannot be written.", remedy="State it with a node of its own.")
            self.subjects[subject][triple.predicate].append(obj)
            if isinstance(obj, BlankNode):
                references[obj] += 1
                parents[obj] = subject
        self.nested = {node for node, count in references.items() if count == 1}
        self.nested -= _in_cycles(self.nested, parents)
        self.list_tails = self._list_tails()
        self.named = self._named(set(references) - self.nested)

    # Blank nodes

    def _list_tails(self) -> dict[BlankNode, Term]:
        """Nodes that only say rdf:first and rdf:rest once, with what follows, where that ends in rdf:nil."""
        tails: dict[BlankNode, Term] = {}
        for node in self.nested:
            says = self.subjects.get(node, {})
            if set(says) == {FIRST, REST} and len(says[FIRST]) == len(says[REST]) == 1:
                tails[node] = says[REST][0]
        well: dict[BlankNode, bool] = {}
        for node in tails:
            path: list[BlankNode] = []
            at: Term = node
            while isinstance(at, BlankNode) and at in tails and at not in well:
                path.append(at)
                at = tails[at]
            ends = at == NIL or (isinstance(at, BlankNode) and well.get(at, False))
            well.update(dict.fromkeys(path, ends))
        return {node: tail for node, tail in tails.items() if well[node]}

    def _named(self, nodes: set[BlankNode]) -> dict[BlankNode, str]:
        """Names for the blank nodes that need one, the same for every order and naming of the input."""
        if not nodes:
            return {}
        # The algorithm renames the nodes; a triple that says the old name of each tells which is which.
        mark = NamedNode("urn:remit:mark")
        quads = [
            Quad(subject, predicate, obj)
            for subject, says in self.subjects.items()
            for predicate, objects in says.items()
            for obj in objects
            if isinstance(subject, BlankNode) or isinstance(obj, BlankNode)
        ]
        order = {old: new for old, new in _canonical_names(quads).items() if old in {n.value for n in nodes}}
        del mark
        ranked = sorted(nodes, key=lambda node: _natural(order[node.value]))
        return {node: f"_:b{number}" for number, node in enumerate(ranked, 1)}
