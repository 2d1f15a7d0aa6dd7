"""Puts the built explorer and a landscape together in one page that opens from a folder."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from remit.analysis import Finding
from remit.content import content_folder
from remit.engine import Solutions
from remit.errors import RemitError
from remit.explorer.payload import Links, about, blocks
from remit.infer import Snapshot
from remit.templating import make_environment

__all__ = ["explorer_page", "is_built"]


def _folder() -> Path:
    """Where the built explorer lies: inside the package, or in the checkout's ``viz/dist``."""
    folder = content_folder("explorer")
    return folder if folder.is_dir() else content_folder("viz") / "dist"


def is_built() -> bool:
    """Whether this program has the explorer; a checkout has it after ``make build``."""
    return (_folder() / "explorer.js").is_file()


def explorer_page(
    snapshot: Snapshot,
    results: Mapping[str, Solutions],
    found: Iterable[Finding] = (),
    links: Links | None = None,
) -> str:
    """The explorer with a landscape in it, as one HTML page without outside parts.

    Args:
        snapshot: the landscape as of the day that the page opens with.
        results: the answers to all shipped questions, as :func:`remit.build.answers` gives them.
        found: the findings of that day, for their cards.
        links: where the site's pages lie; none where the page stands alone.

    Raises:
        RemitError: the explorer has not been built.
        KeyError: an answer is missing.
    """
    folder = _folder()
    if not is_built():
        raise RemitError(
            "The explorer has not been built.", str(folder), "Run `make build`, or install the package from its wheel."
        )
    links = links or Links()
    script = _inlined((folder / "explorer.js").read_text(encoding="utf-8"))
    style = (folder / "explorer.css").read_text(encoding="utf-8")
    prepared = json.loads((folder / "prepared.json").read_text(encoding="utf-8"))
    engine = (folder / "oxigraph.wasm.gz").read_bytes()
    data = blocks(snapshot, results, found, prepared, engine, links)
    return (
        _templates(folder)
        .get_template("page.html")
        .render(
            about=about(snapshot, links),
            policy=_policy(script, style),
            style=Markup(style),
            script=Markup(script),
            blocks=[(block, Markup(block.content)) for block in data],
        )
    )


@cache
def _templates(folder: Path) -> Environment:
    return make_environment(folder)


def _inlined(script: str) -> str:
    """A script as it may stand inside a page: nothing in it reads as the end of the element or as a comment."""
    return script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")


def _policy(script: str, style: str) -> str:
    """Only this very script and style run; nothing is ever loaded. The worker is made from the script itself."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)} 'wasm-unsafe-eval'",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
