"""What all pages share: the landscape, its words, where each thing's page lies, the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from remit.answers import Answers
from remit.infer import Snapshot
from remit.site.cells import Cell, Pair, read_pairs
from remit.site.page import POLICY
from remit.site.paths import Addresses, slug
from remit.terms import local_name
from remit.vocabulary import Concept, Vocabulary

__all__ = ["EXPLORER", "FINDINGS", "NAVIGATION", "Item", "Site"]


@dataclass(frozen=True)
class Item:
    """An entry of the navigation; the first ones are also shown where there is little room."""

    path: str
    label: str
    first: bool = False


EXPLORER = "explorer.html"
"""Where the explorer lies, which is one page of its own."""

NAVIGATION = (
    Item(EXPLORER, "Explorer", True),
    Item("findings.html", "Findings"),
    Item("matrix.html", "Matrix", True),
    Item("needs.html", "Needs", True),
    Item("organisations/index.html", "Organisations", True),
    Item("organogram.html", "Organogram"),
    Item("resources.html", "Resources"),
    Item("changes.html", "Changes"),
    Item("sources.html", "Sources"),
    Item("questions.html", "Questions"),
    Item("ontology/index.html", "Ontology"),
    Item("downloads.html", "Downloads"),
    Item("about.html", "About"),
)

FINDINGS = {
    "falls-short": "gaps/recorded-yet-said-to-fall-short",
    "reported-missing": "gaps/confirmed-gap",
    "rests-on-one": "gaps/single",
    "no-record-yet": "gaps/not-recorded",
}
"""What a meeting asks first, in this order, with the question that answers it."""


_SOON = "SELECT ?soon WHERE { ?snapshot <https://w3id.org/remit/ontology#soonUntil> ?soon }"


class Site:
    """A snapshot and the answers to the shipped questions, as the pages see them."""

    policy = POLICY
    navigation = NAVIGATION

    def __init__(self, snapshot: Snapshot, answers: Answers) -> None:
        self.snapshot = snapshot
        self.answers = answers
        self.words = Vocabulary(answers)
        self.title = snapshot.landscape.title or "Landscape"
        self.as_of = snapshot.as_of
        self.soon_until = snapshot.engine.select(_SOON).texts()[0][0]
        self.version = snapshot.landscape.version
        self._organisations = Addresses(answers.values("profile/organisation", "organisation"))
        self._concepts = [Addresses(concept.iri for concept in self.words.of(scheme)) for scheme in self.words.schemes]

    @cached_property
    def pairs(self) -> dict[tuple[str, str], Pair]:
        """All pairs of activity and topic that have a cell, in the order of the matrix."""
        return read_pairs(self.answers, self.words)

    @cached_property
    def cells(self) -> dict[str, tuple[Pair, Cell]]:
        """Each cell by its IRI, with its pair."""
        return {cell.iri: (pair, cell) for pair in self.pairs.values() for cell in pair.cells}

    @cached_property
    def citations(self) -> dict[str, list[str]]:
        """The sources that each statement cites."""
        groups = self.answers.by("quality/citations", "statement")
        return {statement: [row["source"] for row in rows] for statement, rows in groups.items()}

    @cached_property
    def places(self) -> list[Concept]:
        """The places that are asked about, in their order."""
        return self.words.places()

    def pair_path(self, pair: Pair) -> str:
        """Where a pair's page lies."""
        return f"cells/{self.concept_slug(pair.activity.iri)}/{self.concept_slug(pair.topic.iri)}.html"

    def cell_path(self, pair: Pair, cell: Cell) -> str:
        """Where a cell is told on its pair's page."""
        return f"{self.pair_path(pair)}#{self.anchor(cell.place.iri)}"

    def organisation_path(self, iri: str) -> str:
        """Where an organisation's page lies; "" for one that has none."""
        return f"organisations/{self._organisations[iri]}.html" if iri in self._organisations else ""

    def return_path(self, iri: str) -> str:
        """Where an organisation's return sheet lies; "" for one that has none."""
        return f"returns/{self._organisations[iri]}.html" if iri in self._organisations else ""

    def explorer_path(self, view: str, **params: str) -> str:
        """The explorer in a state: a view, and parameters; things are written without the landscape's base."""
        base = self.snapshot.landscape.base
        told = urlencode({name: value.removeprefix(base) for name, value in params.items()}, safe="/:")
        return f"{EXPLORER}#/{view}{f'?{told}' if told else ''}"

    @staticmethod
    def term_path(iri: str) -> str:
        """Where a class or property of the ontology is told."""
        return f"ontology/index.html#{local_name(iri)}"

    def stated_at(self, iri: str) -> str:
        """The file and line of the landscape where a thing is described, for those who correct it."""
        places = self.snapshot.stated.blocks.get(iri)
        return places[0] if places else ""

    def concept_slug(self, iri: str) -> str:
        """The file name of a concept: no two of one list have the same."""
        return next(names[iri] for names in self._concepts if iri in names)

    @staticmethod
    def anchor(iri: str, kind: str = "at") -> str:
        """A name for a place within a page."""
        return f"{kind}-{slug(iri)}"
