"""Run the commands that README and docs show, and compare (or, with --write, renew) the output beneath them.

A block is checked when it begins with ```console; each line in it that begins with "$ remit" is run, and what follows
up to the next "$" must be its output. A last line "…" lets the output go on.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def documents() -> list[Path]:
    """The documents whose commands are run."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def output(command: str) -> str:
    """What a command prints, run in the project's folder with this Python's own remit."""
    remit = Path(sys.executable).with_name("remit")
    words = shlex.split(command)
    if words[0] != "remit":
        raise SystemExit(f"only remit is run from documents, not: {command}")
    ran = subprocess.run([str(remit), *words[1:]], cwd=ROOT, text=True, capture_output=True, env={"COLUMNS": "110"})
    return (ran.stdout + ran.stderr).rstrip() + "\n"


def renewed(block: str) -> str:
    """A console block with the outputs as they are now; a cut output stays cut at the same length."""
    parts = COMMAND.split(block)
    text = parts[0]
    for command, shown in zip(parts[1::2], parts[2::2], strict=True):
        lines = output(command).splitlines()
        kept = shown.strip("\n").splitlines()
        if kept and kept[-1] == "…" and len(lines) >= len(kept):
            lines = [*lines[: len(kept) - 1], "…"]
        text += f"$ {command}\n" + "\n".join(line.rstrip() for line in lines) + "\n"
    return text


def main() -> int:
    """Check every document, or write it again."""
    wrong = 0
    for path in documents():
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        new = BLOCK.sub(lambda found: renewed(found[1]), text)
        if new == text:
            continue
        wrong += 1
        if "--write" in sys.argv:
            path.write_text(new, encoding="utf-8")
        print(f"{path.name}: {'renewed' if '--write' in sys.argv else 'shows outdated output; run `make docs`'}")
    return 0 if "--write" in sys.argv else int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
