"""Without the clone: the built wheel gives ``remit`` with the landscape inside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_content_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("ontology", "graph", "queries"):
        files = [path.relative_to(ROOT) for path in (ROOT / folder).rglob("*.*") if path.suffix in (".ttl", ".rq")]
        assert files
        missing = [str(path) for path in files if f"remit/content/{path.as_posix()}" not in inside]
        assert not missing
    assert {"remit/site/static/remit.css", "remit/templates/network.html", "remit/py.typed"} <= inside


def test_the_installed_wheel_answers_and_builds_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    place, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(place),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    # what the wheel depends on comes from this environment; the program itself from the wheel alone
    surroundings = {**os.environ, "PYTHONPATH": str(place), "REMIT_CACHE": "off"}

    def run(code: str, *arguments: str) -> str:
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, cwd=empty, env=surroundings, check=True, capture_output=True, text=True).stdout

    assert str(place) in run("import remit; print(remit.__file__)")
    main = "from remit.cli import main; main()"
    assert "The Royal College of Radiologists" in run(main, "show", "RCR", "--as-of", "2026-11-24")
    assert "index.html" in run(main, "build", "--as-of", "2026-11-24")
    assert (empty / "build" / "site" / "index.html").is_file()
