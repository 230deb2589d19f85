"""The file: made whole or not at all, and one clear sentence for every way in which it can be wrong."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT, load_text
from dumps import dump, is_sound
from read_only import folder_for, in_read_only

from truce_tracker import Ledger, store
from truce_tracker.errors import StoreError
from truce_tracker.store import opening

PARTY = "parties:\n- {id: US, name: United States}\n"
TALKS = (Path(__file__).parent / "cli" / "talks.yaml").read_text(encoding="utf-8")


@pytest.fixture
def filled(db: Path) -> Path:
    load_text(db, TALKS)
    return db


def told(path: Path) -> set[str]:
    """What reading and writing a file say of it."""
    sentences = set()
    for attempt in (lambda: Ledger.open(path), lambda: load_text(path, PARTY)):
        with pytest.raises(StoreError) as error:
            attempt()
        sentences.add(str(error.value))
    return sentences


# -- what is no store ------------------------------------------------------------------------------------------------


def test_a_new_store_says_whose_it_is(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x74727563,)
        assert connection.execute("PRAGMA user_version").fetchone() == (store.SCHEMA_VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert is_sound(db)


def test_a_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claim (id TEXT)")
    before = path.read_bytes()
    assert told(path) == {f"{path} is an SQLite file of another program: name another place with --db"}
    assert path.read_bytes() == before


def test_a_newer_file(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(f"PRAGMA user_version = {store.SCHEMA_VERSION + 1}")
    newer, this = store.SCHEMA_VERSION + 1, store.SCHEMA_VERSION
    assert told(filled) == {
        f"{filled} was made by a newer truce (format {newer}, this one reads {this}): upgrade truce"
    }


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_no_truce_makes(filled: Path, version: int) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    assert told(filled) == {
        f"{filled} is damaged (no truce makes format {version}): put a copy back, or make a new store and load your "
        f"ledger files again"
    }


def test_no_sqlite_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("prose " * 1000, encoding="utf-8")
    assert told(path) == {f"{path} is no SQLite file, so it is no store of truce: name another place with --db"}
    assert path.read_text(encoding="utf-8") == "prose " * 1000


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "truce.db"
    path.touch()
    assert told(path) == {f"{path} is an empty file and no store: remove it, or name another place with --db"}
    assert path.read_bytes() == b""


def test_a_folder(tmp_path: Path) -> None:
    assert told(tmp_path) == {f"{tmp_path} is a folder: name a file in it, such as {tmp_path / 'truce.db'}"}
    with pytest.raises(StoreError, match="is a folder"):
        store.create(tmp_path)


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "truce.db"
    os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/null")
    assert told(path) == {f"{path} is a pipe or a device and no file: name another place with --db"}
    with pytest.raises(StoreError, match="is a pipe or a device"):
        store.create(path)


def test_a_place_that_begins_with_two_slashes(tmp_path: Path) -> None:
    path = Path(f"/{tmp_path}") / "truce.db"
    assert str(path).startswith("//")
    assert store.publish(store.create(path), path)
    use(path)
    assert is_sound(tmp_path / "truce.db")


def test_an_absent_file_is_not_made_by_looking_for_it(tmp_path: Path) -> None:
    path = tmp_path / "truce.db"
    with pytest.raises(StoreError) as error:
        Ledger.open(path)
    assert str(error.value) == (
        f"there is no store at {path}: make one with `truce --db {path} init` (the seed ledger), `init --empty`, "
        f"or `load FILE`"
    )
    with pytest.raises(StoreError, match="cannot be opened or written"):
        load_text(path, PARTY)
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_a_store_without_one_of_its_tables(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DROP TABLE check_topic")
    with pytest.raises(StoreError) as error:
        load_text(filled, PARTY)
    assert str(error.value) == (
        f"{filled} is not as this truce makes it (no such table: check_topic): make a new store and load your ledger "
        f"files again"
    )


# -- a damaged file --------------------------------------------------------------------------------------------------

QUESTIONS = ("claims", "one_sided", "unmatched", "commitments", "overdue", "deadlines", "sources")


def use(path: Path) -> None:
    """Ask everything, and load something."""
    with store.telling(path), Ledger.open(path) as ledger:
        for question in QUESTIONS:
            getattr(ledger, question)("2025-11-28")
    load_text(path, PARTY)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_a_file_cut_short(filled: Path, share: float) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(StoreError) as error:
        use(filled)
    assert str(error.value) == (
        f"{filled} is damaged (database disk image is malformed): put a copy back, or make a new store and load your "
        f"ledger files again"
    )


def test_a_file_with_everything_after_its_header_lost(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[:100] + b"\0" * (len(content) - 100))
    with pytest.raises(StoreError, match=" is damaged "):
        use(filled)


@pytest.mark.parametrize("seed", range(12))
def test_pages_written_over(filled: Path, seed: int) -> None:
    """Whatever pages are lost: it works as far as it goes, or says that the file is damaged."""
    randomly = random.Random(seed)
    content = bytearray(filled.read_bytes())
    size = 4096
    for _ in range(randomly.choice([1, 3, 20])):
        page = randomly.randrange(1, len(content) // size)
        content[page * size : (page + 1) * size] = randomly.choice([b"\0", b"\xff", randomly.randbytes(1)]) * size
    filled.write_bytes(content)
    try:
        use(filled)
    except StoreError as error:
        assert str(error).startswith(f"{filled} is damaged (")  # noqa: PT017


# -- places that cannot be written -----------------------------------------------------------------------------------


def truce_in_read_only(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return in_read_only(folder, "-m", "truce_tracker", *arguments)


@pytest.fixture
def read_only(tmp_path: Path) -> Path:
    return folder_for(tmp_path)


def test_a_read_only_place_can_be_read(read_only: Path, filled: Path) -> None:
    path = Path(shutil.copy(filled, read_only / "truce.db"))
    ran = truce_in_read_only(read_only, "--db", str(path), "claims", "--format", "csv")
    assert (ran.returncode, ran.stderr, len(ran.stdout.splitlines())) == (0, "", 4)


def test_a_read_only_place_cannot_be_written(read_only: Path, filled: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(filled, read_only / "truce.db"))
    (tmp_path / "party.yaml").write_text(PARTY, encoding="utf-8")
    ran = truce_in_read_only(read_only, "--db", str(path), "load", str(tmp_path / "party.yaml"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"truce: {path} cannot be opened or written (unable to open database file): look at the rights of the file and "
        f"of its folder\n"
    )


def test_no_store_can_be_made_in_a_read_only_place(read_only: Path, tmp_path: Path) -> None:
    path = read_only / "new.db"
    ran = truce_in_read_only(read_only, "--db", str(path), "init", "--empty")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"truce: {path} cannot be opened or written (unable to open database file): look at the rights of the file and "
        f"of its folder\n"
    )


def test_no_listing_can_be_written_in_a_read_only_place(read_only: Path, filled: Path) -> None:
    output = read_only / "claims.csv"
    ran = truce_in_read_only(read_only, "--db", str(filled), "claims", "--output", str(output))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"truce: {output} cannot be written: Read-only file system\n"


@pytest.mark.parametrize("place", ["/proc/truce.db", "/sys/truce.db", "/dev/null/truce.db"])
def test_places_of_another_kind(place: str) -> None:
    with pytest.raises(StoreError, match=r"cannot be opened or written|there is no folder"):
        store.create(Path(place))


CODES = {
    sqlite3.SQLITE_FULL: "{} cannot be written: the disk is full",
    sqlite3.SQLITE_BUSY: "{} is busy: another program has been writing to it for 60 seconds; try again",
    sqlite3.SQLITE_LOCKED: "{} is busy: another program has been writing to it for 60 seconds; try again",
    sqlite3.SQLITE_READONLY: "{} cannot be opened or written (boom): look at the rights of the file and of its folder",
    sqlite3.SQLITE_IOERR: "{}: boom",
    sqlite3.SQLITE_CORRUPT: "{} is damaged (boom): put a copy back, "
    "or make a new store and load your ledger files again",
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("extended", [0, 0x300])
def test_what_sqlite_says_becomes_a_sentence(code: int, extended: int) -> None:
    error = sqlite3.OperationalError("boom")
    error.sqlite_errorcode = code | extended
    with pytest.raises(StoreError) as raised, store.telling(Path("a.db")):
        raise error
    assert str(raised.value) == CODES[code].format("a.db")


def test_a_bug_is_no_sentence(db: Path) -> None:
    with pytest.raises(ZeroDivisionError), store.telling(db):
        1 / 0  # noqa: B018


# -- made whole, or not at all ---------------------------------------------------------------------------------------


def test_a_store_is_made_beside_its_place(tmp_path: Path) -> None:
    path = tmp_path / "truce.db"
    draft = store.create(path)
    load_text(draft, PARTY)
    assert not path.exists()
    assert store.publish(draft, path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "truce.db"]
    assert is_sound(path)


def test_a_store_that_another_process_made_meanwhile_stays(tmp_path: Path, db: Path) -> None:
    load_text(db, PARTY)
    before = dump(db)
    draft = store.create(tmp_path / "other.db")
    assert not store.publish(draft, db)
    assert dump(db) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "truce.db"]


def test_a_store_that_another_program_holds_is_not_put_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are in the WAL and stay there while somebody reads: without them the file would lack them."""
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    path = tmp_path / "truce.db"
    draft = store.create(path)
    with closing(sqlite3.connect(draft, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM party").fetchone()
        load_text(draft, PARTY)
        with pytest.raises(StoreError) as error:
            store.publish(draft, path)
    assert str(error.value) == f"{path} cannot be made: another program holds {draft}; try again"
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_fills_up_as_the_store_is_forced_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(_: int) -> None:
        raise OSError(code, "boom")

    path = tmp_path / "truce.db"
    draft = store.create(path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as error:
        store.publish(draft, path)
    assert str(error.value) == f"{path} cannot be written: the disk is full"
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_a_place_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "truce.db"
    assert store.publish(store.create(path), path)
    assert not store.publish(store.create(path, exist_ok=True), path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "truce.db"]


@pytest.mark.parametrize(
    "name", ["a b.db", "ünï稀.db", "q?x=1&y#z.db", "100%41.db", "'quoted'.db", ":memory:", "-x.db"]
)
def test_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert store.publish(store.create(path), path)
    use(path)
    assert path.stat().st_size > 4096


def test_an_error_on_the_way_changes_nothing(filled: Path) -> None:
    before = dump(filled)
    with pytest.raises(ZeroDivisionError), store.transaction(filled) as connection:
        assert connection.execute("DELETE FROM claim").rowcount / 0
    assert dump(filled) == before


def test_a_row_that_refers_to_nothing_is_refused(filled: Path) -> None:
    before = dump(filled)
    with pytest.raises(StoreError, match="FOREIGN KEY"), store.transaction(filled) as connection:
        connection.execute("DELETE FROM party")
    assert dump(filled) == before


def test_a_snapshot_cannot_write(filled: Path) -> None:
    with pytest.raises(StoreError, match="readonly"), store.snapshot(filled) as connection:
        connection.execute("DELETE FROM claim")


# -- several at once -------------------------------------------------------------------------------------------------


def test_a_writer_waits_for_another(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.2)
    with store.transaction(filled) as connection:
        connection.execute("DELETE FROM check_topic")
        with pytest.raises(
            StoreError, match="is busy: another program has been writing to it for 0 seconds; try again"
        ):
            load_text(filled, PARTY)
    monkeypatch.setattr(opening, "BUSY_SECONDS", 10.0)
    done: list[bool] = []

    def load_meanwhile() -> None:
        load_text(filled, "parties:\n- {id: EU}\n")
        done.append(True)

    thread = threading.Thread(target=load_meanwhile)
    with store.transaction(filled):
        thread.start()
        time.sleep(0.3)
        assert not done
    thread.join(timeout=20)
    assert done


def test_a_reader_sees_one_moment_while_another_writes(filled: Path) -> None:
    with Ledger.open(filled) as ledger, store.transaction(filled) as connection:
        connection.execute("UPDATE claim SET stance = 'denies'")
        assert {row.stance for row in ledger.claims("2025-11-28")} == {"affirms", "mentions"}
    with Ledger.open(filled) as ledger:
        assert {row.stance for row in ledger.claims("2025-11-28")} == {"denies"}


def start(*arguments: str | Path, cwd: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "truce_tracker", *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=cwd, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("is_there", [True, False])
def test_many_loads_at_once_are_all_there(tmp_path: Path, filled: Path, is_there: bool) -> None:
    """Into a store, and into one that the first of them makes: no update is lost."""
    path = filled if is_there else tmp_path / "new.db"
    numbers = range(4)
    for number in numbers:
        (tmp_path / f"{number}.yaml").write_text(f"parties:\n- {{id: P{number}}}\n", encoding="utf-8")
    processes = [start("--db", path, "load", f"{number}.yaml", cwd=tmp_path) for number in numbers]
    ended = [(*process.communicate(timeout=100), process.returncode) for process in processes]
    assert [(out.split()[:3], code) for out, _, code in ended] == [(["parties", "1", "new"], 0)] * len(numbers)
    assert "".join(err for _, err, _ in ended) == ("" if is_there else f"made {path}\n")
    ids = {row[0] for row in dump(path)["party"]}
    assert ids >= {f"P{number}" for number in numbers}
    assert is_sound(path)
    assert not list(tmp_path.glob(".*"))


SLEEPY = """
import sys, time
from truce_tracker.ledger_file import write_store as storing
write = storing.Writer.write_texts
def write_and_wait(self, *arguments):
    print("written", flush=True)
    time.sleep(60)
storing.Writer.write_texts = write_and_wait
from truce_tracker.cli import main
sys.argv = ["truce", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    ("ending", "is_there"), [(signal.SIGKILL, True), (signal.SIGKILL, False), (signal.SIGINT, False)]
)
def test_a_load_that_is_ended_changes_nothing(
    tmp_path: Path, filled: Path, ending: signal.Signals, is_there: bool
) -> None:
    path = filled if is_there else tmp_path / "new.db"
    before = dump(filled)
    (tmp_path / "more.yaml").write_text(PARTY.replace("United States", "America"), encoding="utf-8")
    command = [sys.executable, "-c", SLEEPY, "--db", path, "load", "more.yaml"]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.send_signal(ending)
        _, err = process.communicate(timeout=30)
    assert (err, process.returncode) == ("", 130 if ending == signal.SIGINT else -9)
    assert dump(filled) == before
    assert path.exists() == is_there
    if ending == signal.SIGINT:
        assert not list(tmp_path.glob(".*"))
    load_text(filled, PARTY)
