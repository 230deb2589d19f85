"""The commands that are compared: truce itself, Python's own start, and the other listing programs, installed here."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from timing import Command

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("sqlite-utils", "todoman", "papis")

_TODO = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//truce//bench//EN
BEGIN:VTODO
UID:todo-{number}
DTSTAMP:20251101T000000Z
DUE;VALUE=DATE:2025{month:02}{day:02}
SUMMARY:{text}
END:VTODO
END:VCALENDAR
"""
_TODO_SETTINGS = 'path = "{folder}/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "{cache}"\n'
_PAPIS_SETTINGS = "[settings]\ndefault-library = bench\n[bench]\ndir = {folder}\n"


def python(code: str) -> Command:
    """A piece of Python under the interpreter that runs truce."""
    return Command((sys.executable, "-c", code))


def truce(db: Path | str, *arguments: str, on_terminal: bool = False) -> Command:
    """A truce command on a store, from this checkout."""
    words = (sys.executable, "-m", "truce_tracker", "--db", str(db), *arguments)
    return Command(words, on_terminal, environment=(("PYTHONPATH", str(ROOT)),))


def others(rows: int, folder: Path) -> dict[str, Command | str]:
    """For each other program a command that lists so many rows, or why there is none."""
    try:
        bin_folder = _installed()
    except (OSError, subprocess.SubprocessError) as error:
        detail = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
        return dict.fromkeys(PACKAGES, f"could not be installed: {detail[-1] if detail else 'no reason given'}")
    return {
        "sqlite-utils": _sqlite_utils(bin_folder, rows, folder),
        "todoman": _todoman(bin_folder, rows, folder),
        "papis": _papis(bin_folder, rows, folder),
    }


def version(package: str) -> str:
    """The version of an installed package, as pip tells it."""
    lines = subprocess.run(
        (_cache() / "bin" / "python", "-m", "pip", "show", package), capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return next(line.removeprefix("Version: ") for line in lines if line.startswith("Version: "))


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "truce-bench" / "programs"


def _installed() -> Path:
    """The folder of the programs, in an environment of their own that is made once and kept."""
    environment = _cache()
    if not all((environment / "bin" / name).exists() for name in ("sqlite-utils", "todo", "papis")):
        subprocess.run((sys.executable, "-m", "venv", environment), capture_output=True, text=True, check=True)
        install = (environment / "bin" / "python", "-m", "pip", "install", "--quiet", *PACKAGES)
        subprocess.run(install, capture_output=True, text=True, check=True, timeout=300)
    return environment / "bin"


def _sqlite_utils(bin_folder: Path, rows: int, folder: Path) -> Command:
    path = folder / "rows.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE claims (said, party, speaker, stance, claim, text)")
        values = [
            (_day(number), "US", "bessent", "affirms", f"claim-{number}", _text(number)) for number in range(rows)
        ]
        connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", values)
    return Command((str(bin_folder / "sqlite-utils"), "rows", str(path), "claims", "--table"))


def _todoman(bin_folder: Path, rows: int, folder: Path) -> Command:
    todos = folder / "todos" / "list"
    todos.mkdir(parents=True)
    for number in range(rows):
        month, day = 1 + number // 28 % 12, 1 + number % 28
        text = _TODO.format(number=number, month=month, day=day, text=_text(number))
        (todos / f"{number}.ics").write_text(text, encoding="utf-8")
    settings = folder / "todoman.py"
    settings.write_text(_TODO_SETTINGS.format(folder=todos.parent, cache=folder / "todos.sqlite3"), encoding="utf-8")
    return Command((str(bin_folder / "todo"), "--config", str(settings), "list"))


def _papis(bin_folder: Path, rows: int, folder: Path) -> Command:
    for number in range(rows):
        document = folder / "papers" / f"paper-{number}"
        document.mkdir(parents=True)
        fields = f"title: {_text(number)}\nauthor: A. Writer\nyear: 2025\nref: p{number}\npapis_id: {number:032x}\n"
        (document / "info.yaml").write_text(fields, encoding="utf-8")
    home = folder / "papis"
    (home / "papis").mkdir(parents=True)
    (home / "papis" / "config").write_text(_PAPIS_SETTINGS.format(folder=folder / "papers"), encoding="utf-8")
    pattern = "{doc[year]} {doc[author]} {doc[title]}"
    places = tuple((name, str(home)) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"))
    return Command((str(bin_folder / "papis"), "list", "--all", "--format", pattern), environment=places)


def _day(number: int) -> str:
    return f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def _text(number: int) -> str:
    return f"Hopes that the deal on rare earths is finished by Thanksgiving, as told in paragraph {number}"
