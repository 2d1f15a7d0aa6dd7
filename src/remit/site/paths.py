"""Where each thing's page lies: safe, stable addresses made from IRIs that nobody vouches for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from remit.terms import local_name

__all__ = ["Addresses", "safe_link", "slug"]

_LONGEST = 80
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    "index",
    *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)),
}
_WEB = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f\x7f<>\"\\^`{|}]+", re.IGNORECASE)


def slug(iri: str) -> str:
    """A file name from the last part of an IRI: small letters, digits and single hyphens or dots.

    Where anything had to be changed the name ends with a piece of the IRI's hash, so that two things
    that differ only in what was dropped keep apart.
    """
    name = local_name(iri)
    plain = re.sub(r"[^a-z0-9.]+|\.\.+", "-", name.lower())[:_LONGEST].strip("-.")
    if plain and plain == name and plain.split(".")[0] not in _RESERVED:
        return plain
    digest = hashlib.sha256(iri.encode()).hexdigest()[:8]
    # a reserved name is reserved with any ending, so it must not come first
    return "-".join(part for part in ((digest, plain) if plain.split(".")[0] in _RESERVED else (plain, digest)) if part)


class Addresses:
    """The file names of all things of one kind, no two of them alike on any file system."""

    def __init__(self, iris: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for iri in sorted(set(iris)):
            name = slug(iri)
            if name in taken:
                # two namespaces with one local name; the hash of the whole IRI tells them apart
                name = f"{name}-{hashlib.sha256(iri.encode()).hexdigest()[:12]}"
            taken.add(name)
            self._names[iri] = name

    def __contains__(self, iri: str) -> bool:
        return iri in self._names

    def __getitem__(self, iri: str) -> str:
        return self._names[iri]


def safe_link(address: str) -> str:
    """The address where it is one that may become a link (http, https or mailto), "" otherwise."""
    return address if _WEB.fullmatch(address) else ""
