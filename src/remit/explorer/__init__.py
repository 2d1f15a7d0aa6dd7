"""The explorer: one page that holds a landscape, its rules and questions, and the engine that runs them offline."""

from remit.explorer.page import explorer_page, is_built
from remit.explorer.payload import Links

__all__ = ["Links", "explorer_page", "is_built"]
