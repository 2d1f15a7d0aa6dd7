"""Packaging builds the explorer first, so that the wheel holds it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ExplorerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs ``tools/explorer.py`` before a wheel, also an editable one, is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the explorer where it is missing or older than its sources."""
        file = Path(self.root) / "tools" / "explorer.py"
        spec = importlib.util.spec_from_file_location("explorer", file)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.build(Path(self.root))
