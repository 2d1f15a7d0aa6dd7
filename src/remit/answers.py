"""The answers to the shipped questions, ready for pages: as rows, and grouped by a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from remit.engine import Solutions

__all__ = ["Answers", "Row", "unique"]

Row = dict[str, str]
"""A row of an answer: text by column, "" where nothing is bound."""


class Answers:
    """Each answer is turned into text once, and grouped once per column.

    Raises KeyError for a question that was not asked: pages rest on shipped questions only.
    """

    def __init__(self, results: Mapping[str, Solutions]) -> None:
        self.results = results
        self._rows: dict[str, list[Row]] = {}
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, name: str) -> list[Row]:
        """All rows of a question's answer, in its order."""
        if name not in self._rows:
            self._rows[name] = self.results[name].dicts()
        return self._rows[name]

    def by(self, name: str, column: str) -> dict[str, list[Row]]:
        """The rows of an answer grouped by what stands in a column; rows without it are left out."""
        key = (name, column)
        if key not in self._groups:
            groups: dict[str, list[Row]] = {}
            for row in self.rows(name):
                if row[column]:
                    groups.setdefault(row[column], []).append(row)
            self._groups[key] = groups
        return self._groups[key]

    def together(self, names: Sequence[str], column: str) -> dict[str, list[Row]]:
        """The rows of several answers that have the same columns, grouped by what stands in a column."""
        groups: dict[str, list[Row]] = {}
        for name in names:
            for key, rows in self.by(name, column).items():
                groups.setdefault(key, []).extend(rows)
        return groups

    def values(self, name: str, column: str) -> list[str]:
        """What stands in a column, each once, in the order of the answer."""
        return unique(row[column] for row in self.rows(name) if row[column])


def unique(items: Iterable[str]) -> list[str]:
    """Each item once, in the order of its first place."""
    return list(dict.fromkeys(items))
