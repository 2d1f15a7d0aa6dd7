"""Options that several commands share, and how they open a landscape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from remit.cache import cached_snapshot
from remit.errors import RemitError
from remit.infer import Snapshot
from remit.names import resolve

__all__ = ["as_of_option", "endpoint_option", "landscape_option", "open_snapshot", "scope_options", "without_option"]

F = TypeVar("F", bound=Callable[..., Any])


def landscape_option(command: F) -> F:
    """``--landscape DIR``"""
    return click.option(
        "--landscape",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Folder of the landscape. [default: the bundled one]",
    )(command)


def as_of_option(command: F) -> F:
    """``--as-of DATE``"""
    return click.option("--as-of", metavar="DATE", help="Read the landscape as of this day. [default: today]")(command)


def endpoint_option(command: F) -> F:
    """``--endpoint URL``"""
    return click.option(
        "--endpoint",
        metavar="URL",
        help="Ask the engine at this address instead of the landscape's files. Its day is the latest that was pushed.",
    )(command)


def without_option(command: F) -> F:
    """``--without ORGANISATION``"""
    return click.option(
        "--without", metavar="ORGANISATION", help="What if this organisation, and its parts, were not there?"
    )(command)


def scope_options(command: F) -> F:
    """``--area``, ``--topic``, ``--place`` and ``--organisation``"""
    told = {
        "area": (("--area",), "Only within this area, or this activity."),
        "topic": (("--topic",), "Only within this topic, or group of topics."),
        "place": (("--place", "--nation"), "Only within this place."),
        "organisation": (("--organisation",), "Only what names this organisation."),
    }
    for name, (flags, says) in reversed(told.items()):
        command = click.option(*flags, name, metavar=name.upper(), help=says)(command)
    return command


def open_snapshot(
    landscape: Path | None, as_of: str | None, without: str | None = None, endpoint: str | None = None
) -> Snapshot:
    """The snapshot that a command asks; see :func:`remit.cache.cached_snapshot`, :func:`remit.remote.open_endpoint`.

    ``without`` names an organisation as a person would.
    """
    if endpoint is not None:
        if landscape is not None or without is not None:
            raise RemitError(
                "An endpoint is asked as it is.", "--endpoint", "Leave out --landscape and --without beside it."
            )
        # here, since most commands ask no endpoint
        from remit.remote import open_endpoint

        return open_endpoint(endpoint, as_of)
    snapshot = cached_snapshot(landscape, as_of)
    if without is None:
        return snapshot
    return cached_snapshot(landscape, as_of, resolve(snapshot.engine, "organisation", without).value)
