"""Pages: what each is made of, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from remit.site.paths import safe_link
from remit.templating import make_environment

__all__ = ["POLICY", "STATIC", "Page", "environment", "write_pages"]

HERE = Path(__file__).parent
STATIC = HERE / "static"

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""What a page may load: its own style sheets and pictures, and no script at all."""


@dataclass(frozen=True)
class Page:
    """A page to write.

    Attributes:
        path: its address below the site's folder.
        template: the template's name.
        title: what stands in the title bar.
        section: the address of the page of the navigation that it belongs to.
        data: what the template shows.
    """

    path: str
    template: str
    title: str
    section: str
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way from the page to the site's folder: "", ``../``, ``../../``."""
        return "../" * self.path.count("/")


@cache
def environment() -> Environment:
    """The templates: everything is escaped, and a name that is not there is an error."""
    made = make_environment(HERE / "templates")
    made.filters.update(safe_link=safe_link)
    return made


def write_pages(pages: Iterable[Page], folder: Path, site: object, progress: Callable[[str], None]) -> int:
    """Write each page below a folder, and return how many there were.

    Raises:
        ValueError: two pages have one address, or an address leaves the folder.
    """
    templates = environment()
    written: set[str] = set()
    made: set[Path] = set()
    for page in pages:
        target = folder / page.path
        if page.path.casefold() in written or ".." in Path(page.path).parts or Path(page.path).is_absolute():
            raise ValueError(f"not a page's own address: {page.path}")
        written.add(page.path.casefold())
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        text = templates.get_template(page.template).render(page=page, root=page.root, site=site, **page.data)
        target.write_text(text, encoding="utf-8")
        if len(written) % 200 == 0:
            progress(f"Writing the site: {len(written)} pages …")
    return len(written)
