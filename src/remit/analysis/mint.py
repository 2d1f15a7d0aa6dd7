"""Make findings: their ids, and what people have decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from remit.analysis.model import Candidate, Cell, Confidence, Evidence, Finding, Judgement
from remit.analysis.reading import Reading
from remit.terms import local_name

__all__ = ["Mint", "identifier"]


def identifier(kind: str, parts: Iterable[str]) -> str:
    """A finding's id: the kind and the last parts of the IRIs that it is about."""
    return ".".join([kind, *(local_name(part) for part in parts)])


class Mint:
    """Makes the findings of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def judgements(self) -> dict[str, Judgement]:
        """The latest decision about a finding, by the finding's IRI; none from after the snapshot's date."""
        found: dict[str, Judgement] = {}
        for row in self.reading.answers.rows("overlaps/judged"):
            # the answer begins with the latest
            if row["current"] == "true" and row["finding"] not in found:
                found[row["finding"]] = Judgement(
                    row["judgement"],
                    local_name(row["verdict"]),
                    row["verdictLabel"],
                    row["organisation"],
                    self.reading.name(row["organisation"]) if row["organisation"] else "",
                    row["date"],
                    row["note"],
                )
        return found

    def finding(
        self,
        kind: str,
        parts: Iterable[str],
        *,
        question: str,
        sentence: str,
        subjects: Iterable[str],
        confidence: Confidence,
        query: str,
        parameters: Mapping[str, str] | None = None,
        state: str = "",
        organisations: Iterable[str] = (),
        cells: Iterable[Cell] = (),
        needs: int = 0,
        evidence: Iterable[Evidence] = (),
        candidates: tuple[Candidate, ...] = (),
    ) -> Finding:
        """A finding with its id, its IRI and the decision about it."""
        name = identifier(kind, parts)
        iri = f"{self.reading.base}finding/{name}"
        return Finding(
            name,
            iri,
            kind,
            question,
            sentence,
            state,
            tuple(subjects),
            tuple(organisations),
            tuple(cells),
            needs,
            tuple(evidence),
            confidence,
            query,
            tuple((parameters or {}).items()),
            self.judgements.get(iri),
            candidates,
        )
