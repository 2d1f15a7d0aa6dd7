"""The matrix of activities and topics: one page for all places together, and one for each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.answers import unique
from remit.site.cells import Cell, Pair
from remit.site.context import Site
from remit.site.page import Page
from remit.vocabulary import Concept
from remit.words import count

__all__ = ["Square", "column_rules", "pages"]


@dataclass
class Square:
    """A square of the matrix: the column that it stands in, its pair, and the cells that it shows.

    ``cells`` has one entry for each place shown, None where nothing asks and nothing was ever recorded.
    """

    column: int
    pair: Pair | None
    cells: list[Cell | None]

    @property
    def tip(self) -> str:
        """The question and its answers, as one reads them when pointing at the square."""
        known = [cell for cell in self.cells if cell]
        if len(self.cells) == 1 and known:
            return f"{known[0].question} {known[0].answer}"
        assert self.pair is not None
        return self.pair.question + "".join(f"\n{cell.place.label}: {_words(cell)}" for cell in known)

    @property
    def spoken(self) -> str:
        """The same for those who hear the table: places and answers, shortly."""
        known = [cell for cell in self.cells if cell]
        if len(self.cells) == 1:
            return _words(known[0])
        return "; ".join(f"{cell.place.label}: {_words(cell)}" for cell in known)


def _words(cell: Cell) -> str:
    words = cell.status.label
    if cell.holders > 1:
        words = f"{words}, {count(cell.holders, 'body')}"
    return f"{words}, said to fall short" if cell.falls_short else words


def pages(site: Site) -> Iterator[Page]:
    """The page of all places, then one for each place."""
    topics = site.words.leaves_by_top(unique(topic for _, topic in site.pairs))
    activities = site.words.leaves_by_top(unique(activity for activity, _ in site.pairs))
    views: list[tuple[str, str, Concept | None]] = [("matrix.html", "All places", None)]
    if len(site.places) > 1:
        views += [(f"matrix/{site.concept_slug(place.iri)}.html", place.label, place) for place in site.places]
    for path, label, place in views:
        shown = site.places if place is None else [place]
        areas = [
            (area, [(activity, _row(site, activity, topics, shown)) for activity in beneath])
            for area, beneath in activities
        ]
        asked = sum(1 for _, rows in areas for _, row in rows for square in row for cell in square.cells if cell)
        yield Page(
            path,
            "matrix.html",
            "Matrix" if place is None else f"Matrix: {place.label}",
            "matrix.html",
            {
                "views": views,
                "label": label,
                "place": place,
                "topics": topics,
                "areas": areas,
                "asked": asked,
                "starts": _starts(topics),
                "columns": sum(len(members) for _, members in topics),
                "short": sum(
                    1 for pair in site.pairs.values() for cell in pair.cells if cell.place in shown and cell.falls_short
                ),
                "statuses": site.words.closed("status"),
                "flags": site.words.closed("flag"),
            },
        )


def _starts(topics: list[tuple[Concept, list[Concept]]]) -> set[int]:
    """The columns at which a group begins."""
    starts, column = set(), 1
    for _, members in topics:
        starts.add(column)
        column += len(members)
    return starts


def _row(
    site: Site, activity: Concept, topics: list[tuple[Concept, list[Concept]]], shown: list[Concept]
) -> list[Square]:
    squares = []
    for number, topic in enumerate((topic for _, members in topics for topic in members), start=1):
        pair = site.pairs.get((activity.iri, topic.iri))
        by_place = {cell.place.iri: cell for cell in pair.cells} if pair else {}
        cells = [by_place.get(place.iri) for place in shown]
        squares.append(Square(number, pair if any(cells) else None, cells))
    return squares


def column_rules(columns: int) -> str:
    """A style sheet that marks the column of the square in hand; without script a column can only be named."""
    rules = [
        f".matrix:has(.c{n}:hover, .c{n} :focus-visible) .c{n} {{ background-color: var(--ground-marked); }}"
        for n in range(1, columns + 1)
    ]
    return "/* Written by the build: one rule for each column of the matrix. */\n" + "\n".join(rules) + "\n"
