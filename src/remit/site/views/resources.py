"""The resources: by kind, with who provides them, for which modality, and who can get at them."""

from __future__ import annotations

from collections.abc import Iterator

from remit.answers import Row
from remit.site.context import Site
from remit.site.page import Page

__all__ = ["pages"]


def pages(site: Site) -> Iterator[Page]:
    """The one page of resources."""
    kinds: dict[str, list[Row]] = {}
    rows = {row["resource"]: row for row in site.answers.rows("resources/list")}
    for row in rows.values():
        kinds.setdefault(row["kind"], []).append(row)
    order = {iri: number for number, iri in enumerate(site.words.concepts)}
    modalities: dict[str, list[Row]] = site.answers.by("resources/modalities", "resource")
    access = site.words.closed("access")
    counted: dict[tuple[str, str], int] = {}
    for row in site.answers.rows("resources/by-modality-and-access"):
        key = (row["modality"], row["access"])
        counted[key] = counted.get(key, 0) + 1
    known = [iri for iri in sorted({iri for iri, _ in counted}, key=lambda iri: order.get(iri, len(order))) if iri]
    yield Page(
        "resources.html",
        "resources.html",
        "Resources",
        "resources.html",
        {
            "kinds": sorted(kinds.items(), key=lambda item: order.get(item[0], len(order))),
            "total": len(rows),
            "accessible": [(one, sum(row["access"] == one.iri for row in rows.values())) for one in access],
            "modalities": {iri: [one["modalityLabel"] for one in found] for iri, found in modalities.items()},
            "providers": site.answers.by("profile/resources", "resource"),
            "access": access,
            "known": [(site.words.label(iri), [counted.get((iri, one.iri), 0) for one in access]) for iri in known],
            "none_stated": [counted.get(("", one.iri), 0) for one in access],
        },
    )
