"""Every session in the README is real: each command is run, on a store made from the seed ledger, and compared.

`python tests/test_readme.py` writes the output of today's code into the README instead.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ (truce .*)$", re.MULTILINE)
_MOMENT = re.compile(r"(?<=recorded    )\S+Z")
_ARTICLE = re.compile(r"```text\n(.*?)```", re.DOTALL)
_LEDGER = re.compile(r"```yaml\n(format: truce/1\n.*?)```", re.DOTALL)


def _run(command: str, folder: Path) -> str:
    """What a reader sees on stdout and stderr, in a terminal too wide to wrap anything."""
    environment = os.environ | {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONPATH": str(README.parent),
        "COLUMNS": "100",
    }
    program = [sys.executable, "-m", "truce_tracker", *shlex.split(command)[1:]]
    done = subprocess.run(
        program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, env=environment, timeout=120, check=False
    )
    assert b"Traceback" not in done.stdout, done.stdout.decode()
    return _MOMENT.sub("2026-01-01T00:00:00Z", done.stdout.decode().replace(str(folder), "~"))


def _played(session: str, folder: Path) -> str:
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in _COMMAND.findall(session))


def _true_readme(text: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ledger in _LEDGER.findall(text):
            (folder / "talks.yaml").write_text(ledger, encoding="utf-8")
        for article in _ARTICLE.findall(text):
            (folder / "article.txt").write_text(article, encoding="utf-8")
        _run("truce init", folder)
        return _SESSION.sub(lambda found: f"```console\n{_played(found[1], folder)}```", text)


def test_every_session_in_the_readme_is_real() -> None:
    text = README.read_text(encoding="utf-8")
    assert _true_readme(text) == text


def test_the_readme_shows_every_command() -> None:
    from truce_tracker.cli.program import COMMANDS

    text = README.read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if f"truce {name}" not in text]
    assert not missing


if __name__ == "__main__":
    README.write_text(_true_readme(README.read_text(encoding="utf-8")), encoding="utf-8")
