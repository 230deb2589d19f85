"""Killed at any moment, a command leaves the store as it was before it or as it is after it, and nothing between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import load_text
from dumps import Dump, dump, is_sound

from truce_tracker.store import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
OLD = Path(__file__).parent / "migration" / "schema_1.db.gz"
KILLS = 200
LEDGER = """
parties: [{id: US, name: United States}, {id: CN}]
speakers: [{id: bessent, party: US}]
topics: [{id: soybeans}]
sources: [{id: paper, outlet: The Paper, published: 2025-11-16}]
commitments: [{id: soy, summary: Buy, topic: soybeans, obligors: [CN], beneficiaries: [US]}]
claims: [{id: k1, speaker: bessent, source: paper, commitment: soy, stance: affirms, quote: We will buy}]
"""
ARTICLE = "The Daily\n\nThe United States said on Tuesday that China will buy soybeans by the end of January.\n"
NOTE = "import sys; open(sys.argv[1], 'a').write('  note: looked\\n')"
EDITOR = f'{sys.executable} -c "{NOTE}"'
# what is typed, each in a folder that holds a store, files to load and a copy of the store
COMMANDS = {
    "load": ["load", "more.yaml"],
    "import": [
        "import", "article.txt", "--yes", "--outlet", "Daily", "--published", "2025-11-25", "--url", "https://d.org/a",
    ],
    "add": ["add", "claim", "--speaker", "bessent", "--source", "paper", "--commitment", "soy", "--stance", "denies"],
    "edit": ["edit", "k1"],
    "rename": ["rename", "bessent", "scott"],
    "remove": ["remove", "soy", "--cascade"],
    "undo": ["undo"],
    "restore": ["restore", "copy.db"],
    "migrate": ["--db", "old.db", "claims"],
}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the commands work on."""
    import gzip

    folder = tmp_path_factory.mktemp("room")
    run(folder, "init", "--empty")
    load_text(folder / "a.db", LEDGER)
    run(folder, "add", "topic", "Rice")
    run(folder, "backup", "copy.db")
    run(folder, "checked", "CN")
    more = "- {{id: n{}, speaker: bessent, source: paper, commitment: soy, stance: affirms, text: t}}\n"
    (folder / "more.yaml").write_text("claims:\n" + "".join(map(more.format, range(500))))
    (folder / "article.txt").write_text(ARTICLE)
    (folder / "old.db").write_bytes(gzip.decompress(OLD.read_bytes()))
    return folder


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ, "PYTHONPATH": str(ROOT), "TRUCE_DB": "a.db", "TRUCE_BY": "the tests", "EDITOR": EDITOR,
        "XDG_STATE_HOME": str(folder / "state"), "XDG_DATA_HOME": str(folder / "data"),
    }  # fmt: skip


def run(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "truce_tracker", *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def killed(folder: Path, arguments: list[str], after: float) -> bool:
    """Start a command and kill it after some seconds; whether it was still running."""
    command = [sys.executable, "-m", "truce_tracker", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def held(path: Path) -> Dump:
    """What a store holds, but for what the moment and the inside of an index change."""
    history = ("operation", "change")
    found = {name: rows for name, rows in dump(path).items() if "search" not in name and name not in history}
    return {name: sorted((repr(_without_moments(row)),) for row in rows) for name, rows in found.items()}


def _without_moments(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple("moment" if isinstance(each, str) and len(each) == 20 and each.endswith("Z") else each for each in row)


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_moment(room: Path, tmp_path: Path, name: str) -> None:
    store = "old.db" if name == "migrate" else "a.db"
    done = Path(shutil.copytree(room, tmp_path / "done"))
    began = time.monotonic()
    run(done, *COMMANDS[name])
    seconds = time.monotonic() - began
    before, after = held(room / store), held(done / store)
    assert before != after
    chance = random.Random(name)
    for number in range(KILLS // len(COMMANDS) + 1):
        folder = Path(shutil.copytree(room, tmp_path / f"{number}"))
        killed(folder, COMMANDS[name], chance.uniform(0.2, 1.1) * seconds)
        assert is_sound(folder / store), number
        assert held(folder / store) in (before, after), number
        if name == "migrate":
            assert version(folder / store) in (1, SCHEMA_VERSION)
        run(folder, "--db", store, "add", "topic", "After")  # and work goes on
        shutil.rmtree(folder)


@pytest.mark.slow
def test_many_writers_at_once_lose_nothing(room: Path, tmp_path: Path) -> None:
    """Four at a time, each with some additions of its own; every one is there, and none was told to try again."""
    folder, writers, each = Path(shutil.copytree(room, tmp_path / "many")), 4, 12
    step = "{truce} add topic --id w{w}-$n W && {truce} checked US --id c{w}-$n || exit 1"
    script = f"for n in $(seq {each}); do {step}; done"
    truce = f"{sys.executable} -m truce_tracker"
    running = [
        subprocess.Popen(
            ["sh", "-c", script.format(truce=truce, w=w)], cwd=folder, env=environment(folder),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for w in range(writers)
    ]  # fmt: skip
    for process in running:
        _, told = process.communicate(timeout=300)
        assert process.returncode == 0, told
    with closing(sqlite3.connect(folder / "a.db")) as connection:
        topics = {row[0] for row in connection.execute("SELECT id FROM topic")}
        checks = {row[0] for row in connection.execute('SELECT id FROM "check"')}
        numbers = [row[0] for row in connection.execute("SELECT number FROM operation ORDER BY number")]
    assert topics >= {f"w{w}-{n}" for w in range(writers) for n in range(1, each + 1)}
    assert checks >= {f"c{w}-{n}" for w in range(writers) for n in range(1, each + 1)}
    assert numbers == list(range(1, len(numbers) + 1))
    assert is_sound(folder / "a.db")
