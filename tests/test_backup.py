"""A copy of a store holds everything, and comes back; nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import load_text
from dumps import dump, is_sound

from truce_tracker import store
from truce_tracker.errors import StoreError
from truce_tracker.store import backup, opening, waiting

PARTIES = "parties:\n- {id: US}\n"


@pytest.fixture
def filled(empty_store: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path / "a.db"))
    load_text(path, PARTIES)
    return path


def damage(path: Path) -> None:
    """Overwrite the pages behind the first."""
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)


def test_a_copy_holds_everything(filled: Path, tmp_path: Path) -> None:
    backup.back_up(filled, tmp_path / "copy.db")
    assert dump(tmp_path / "copy.db") == dump(filled)
    assert not list(tmp_path.glob(".*"))


def test_no_copy_over_a_file(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(StoreError, match=r"there is a file at .*copy\.db already"):
        backup.back_up(filled, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_damaged_store_gives_no_copy(filled: Path, tmp_path: Path) -> None:
    damage(filled)
    with pytest.raises(StoreError, match="is damaged"):
        backup.back_up(filled, tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(("a.db", "home"))) == []


def test_the_last_five_copies_of_each_store_stay(filled: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(filled, tmp_path / "other.db"))
    folder = tmp_path / "copies"
    backup.keep_copy(other, folder, "2026-01-01T00:00:00Z")
    made = [backup.keep_copy(filled, folder, f"2026-01-0{day}T00:00:00Z") for day in (1, 2, 3, 4, 5, 6, 7)]
    made.append(backup.keep_copy(filled, folder, "2026-01-07T00:00:00Z"))
    kept = sorted(path for path in folder.iterdir() if path.name.startswith("a-"))
    assert kept == sorted(made[-5:])
    assert len(list(folder.glob("other-*"))) == 1


@pytest.mark.parametrize("there", ["another store", "a damaged store", "no file", "nothing"])
def test_a_copy_is_put_back(filled: Path, tmp_path: Path, there: str) -> None:
    copy = tmp_path / "copy.db"
    backup.back_up(filled, copy)
    expected = dump(copy)
    if there == "another store":
        load_text(filled, "parties:\n- {id: CN}\n")
    elif there == "a damaged store":
        damage(filled)
    elif there == "no file":
        filled.write_text("no SQLite")
    else:
        filled.unlink()
    aside = backup.restore(copy, filled)
    assert dump(filled) == expected
    assert is_sound(filled)
    assert (aside is not None) == (there in ("a damaged store", "no file"))
    assert aside is None or aside.exists()
    assert dump(copy) == expected


def test_what_is_no_copy_is_not_put_back(filled: Path, tmp_path: Path) -> None:
    before = dump(filled)
    (tmp_path / "copy.db").write_bytes(b"no SQLite file" * 100)
    with pytest.raises(StoreError, match="is no SQLite file"):
        backup.restore(tmp_path / "copy.db", filled)
    assert dump(filled) == before


def test_a_reader_does_not_stop_a_restore(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup.back_up(filled, copy)
    load_text(filled, "parties:\n- {id: CN}\n")
    with closing(sqlite3.connect(filled)) as reader:
        assert reader.execute("SELECT COUNT(*) FROM party").fetchone() == (2,)
        backup.restore(copy, filled)
        assert reader.execute("SELECT COUNT(*) FROM party").fetchone() == (1,)


def test_a_plain_copy_holds_what_was_written_while_another_reads(filled: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled)) as reader:
        reader.execute("SELECT COUNT(*) FROM party").fetchone()
        load_text(filled, "parties:\n- {id: CN}\n")
        shutil.copy(filled, tmp_path / "cp.db")
    with closing(sqlite3.connect(tmp_path / "cp.db")) as connection:
        assert connection.execute("SELECT COUNT(*) FROM party").fetchone() == (2,)


# -- who waits for whom ----------------------------------------------------------------------------------------------


def test_who_waits_is_told_for_whom(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(sys, "argv", ["truce", "load", "a file.yaml"])
    told: list[str] = []
    with (
        store.transaction(filled),
        pytest.raises(StoreError, match="is busy"),
        store.transaction(filled, None, told.append),
    ):
        pass
    who = f" by `truce load 'a file.yaml'` (process {os.getpid()})"
    assert told == [f"{filled} is being written{who}: waiting for up to 0 seconds"]
    assert not list(filled.parent.glob(".*.writer"))


def test_a_note_that_was_left_behind_names_nobody(filled: Path) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    )
    (filled.parent / ".a.db.writer").write_text(f"{gone.stdout.strip()} truce load x\n")
    assert waiting.by_whom(filled) == ""
