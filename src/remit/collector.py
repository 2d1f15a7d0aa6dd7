"""Python's collector of cyclic garbage, turned off where it only costs time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without Python's collector of cyclic garbage, as it was before at the end.

    What is read is many small things that all stay: the collector would look through them again and again, in vain,
    for a quarter of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
