"""A store of schema 1, made by truce 0.1.0, becomes one of today: nothing lost, all of it or none, the old one kept."""

from __future__ import annotations

import gzip
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, load_text
from dumps import Dump, dump, is_sound
from ledger_file.loading import export, rows
from read_only import folder_for, in_read_only

from truce_tracker import store
from truce_tracker.errors import StoreError
from truce_tracker.judgements.derive import settle
from truce_tracker.ledger_file.reader import read_ledger
from truce_tracker.store import migrating

HERE = Path(__file__).parent
OLD_EXPORT = gzip.decompress((HERE / "schema_1.yaml.gz").read_bytes()).decode()
KEPT = "{0} was of an older truce (format 1): it is brought up to date (format 4), and kept as it was at {1}"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The kept store of schema 1."""
    return kept_store(tmp_path / "old", 1)


def kept_store(folder: Path, schema: int) -> Path:
    """A kept store, in a folder of its own."""
    folder.mkdir()
    path = folder / "truce.db"
    path.write_bytes(gzip.decompress((HERE / f"schema_{schema}.db.gz").read_bytes()))
    return path


def bring_up(path: Path, finish: Any = None) -> list[str]:
    """Open a store to read; gives what is told."""
    told: list[str] = []
    store.open_reading(path, finish, told.append).close()
    return told


def backup_of(path: Path) -> Path:
    return path.with_name("truce.format-1.db")


def files_beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if not each.name.endswith(("-wal", "-shm")))


# -- nothing is lost -------------------------------------------------------------------------------------------------


def test_the_ledger_is_what_it_was(old: Path) -> None:
    bring_up(old)
    expected, found = (read_ledger("ledger.yaml", text.encode()) for text in (OLD_EXPORT, export(old)))
    assert expected.problems == found.problems == []
    assert [[record.values for record in each] for each in found.records.values()] == [
        [record.values for record in each] for each in expected.records.values()
    ]


def test_the_export_is_what_it_was_but_for_its_format(old: Path) -> None:
    """One deadline that another one replaces is now a list of one."""
    bring_up(old)
    other = set(export(old).splitlines()) ^ set(OLD_EXPORT.splitlines())
    assert {line for line in other if not line.startswith("  replaces: ")} == {"format: truce/1", "format: truce/2"}


def test_every_row_stays_in_its_place_with_the_day_it_was_recorded(old: Path) -> None:
    before = {name: found for name, found in dump(old).items() if not name.startswith("claim_search")}
    columns = {name: [each[1] for each in rows(old, f"PRAGMA table_info('{name}')")] for name in before}
    bring_up(old)
    gone = {"claim": {"party", "commitment"}, "deadline": {"replaces", "from_day"}}  # from_day is read again
    for name, old_rows in before.items():
        stay = [column for column in columns[name] if column not in gone.get(name, ())]
        places = [columns[name].index(column) for column in stay]
        names = ", ".join(f'"{column}"' for column in stay)
        assert sorted(rows(old, f'SELECT {names} FROM "{name}"'), key=str) == sorted(
            (tuple(row[place] for place in places) for row in old_rows), key=str
        ), name


def test_the_tables_are_those_of_a_new_store(old: Path, empty_store: Path) -> None:
    bring_up(old)
    assert schema_of(old) == schema_of(empty_store)
    assert is_sound(old)


def schema_of(path: Path) -> dict[str, str]:
    """Every table, index and trigger, its white space and quotes aside."""
    found = rows(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r'[\s"]+', "", sql) for name, sql in found}


def test_a_load_finds_everything_as_it_left_it(old: Path) -> None:
    """What the migration worked out (days, amounts, whose words) is what a load works out."""
    bring_up(old, settle)
    before = dump(old)
    loaded = load_text(old, export(old))
    assert not any(counts.new or counts.changed for counts in loaded.counts.values())
    history = ("operation", "change")  # which begins with the load
    assert {name: rows for name, rows in dump(old).items() if name not in history} == {
        name: rows for name, rows in before.items() if name not in history
    }


def test_words_in_quotation_marks_and_in_official_papers_are_own(old: Path) -> None:
    bring_up(old)
    found = rows(old, "SELECT id, words, words_as FROM claim WHERE id LIKE 'quota-%' ORDER BY entry")
    assert found == [
        ("quota-given", None, "own"), ("quota-by-default", None, "reported"), ("quota-chinese", None, "reported"),
    ]  # fmt: skip
    assert rows(old, "SELECT DISTINCT words_as FROM claim WHERE instrument = 'fact-sheet' AND quote <> ''") == [
        ("own",)
    ]


def test_words_are_found_as_before(old: Path) -> None:
    matches = "claim_search MATCH 'soybeans OR quota'"
    found = f"SELECT id FROM claim JOIN claim_search ON claim_search.rowid = entry WHERE {matches}"
    before = rows(old, found)
    assert len(before) > 1
    bring_up(old)
    load_text(old, "claims:\n- {id: new, party: 'NO', said: 2025, source: board-notice, topic: cod, stance: mentions,"
                   " text: A quota again}\n")  # fmt: skip
    assert rows(old, found) == [*before, ("new",)]


def test_a_view_of_somebody_else_stays(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE VIEW mine AS SELECT id FROM claim WHERE party = 'US'")
    bring_up(old)
    assert rows(old, "SELECT name FROM sqlite_master WHERE type = 'view'") == [("mine",)]


# -- what this truce reads otherwise ---------------------------------------------------------------------------------


def test_a_day_that_would_be_read_otherwise_stays_and_is_told(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE deadline SET due_day = '2025-12-30' WHERE id = 'quota-term'")
        connection.execute("UPDATE milestone SET due = '2025-12-30' WHERE id = 'quota-term'")
        connection.commit()
    assert bring_up(old)[1:] == [
        "deadline quota-term: 'until the end of the year' reads as 2025-12-31 by this truce; its due day stays "
        "2025-12-30"
    ]
    assert rows(old, "SELECT due, due_day FROM deadline WHERE id = 'quota-term'") == [("2025-12-30", "2025-12-30")]
    load_text(old, export(old))
    assert rows(old, "SELECT due FROM milestone WHERE id = 'quota-term'") == [("2025-12-30",)]


def test_a_quantity_that_is_read_no_more_keeps_its_amount(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE claim SET quantity = 'many, many tonnes' WHERE id = 'quota-by-default'")
        connection.commit()
    bring_up(old)
    load_text(old, "parties:\n- {id: IS}\n")
    assert rows(old, "SELECT quantity, amount, unit FROM claim WHERE id = 'quota-by-default'") == [
        ("many, many tonnes", 45000.0, "t")
    ]


# -- the file that is kept -------------------------------------------------------------------------------------------


def test_the_old_file_is_kept_and_named(old: Path) -> None:
    before = dump(old)
    assert bring_up(old) == [KEPT.format(old, backup_of(old))]
    assert files_beside(old) == ["truce.db", "truce.format-1.db"]
    assert dump(backup_of(old)) == before
    assert bring_up(old) == []


def test_writing_brings_it_up_to_date_too(old: Path) -> None:
    told: list[str] = []
    with store.transaction(old, None, told.append) as connection:
        connection.execute("INSERT INTO party VALUES ('IS', 1000, '2026', NULL, '[]')")
    assert told == [KEPT.format(old, backup_of(old))]
    assert rows(old, "SELECT id FROM party WHERE entry = 1000") == [("IS",)]


def test_by_itself_it_is_a_warning(old: Path) -> None:
    with pytest.warns(UserWarning, match="is brought up to date"):
        load_text(old, "parties:\n- {id: IS}\n")


def test_a_file_of_the_backups_name_stays(old: Path) -> None:
    backup_of(old).write_text("mine", encoding="utf-8")
    assert bring_up(old) == [KEPT.format(old, old.with_name("truce.format-1-2.db"))]
    assert backup_of(old).read_text(encoding="utf-8") == "mine"


def test_what_follows_is_done_in_the_same_transaction(old: Path) -> None:
    before = dump(old)

    def fail(connection: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.open_reading(old, fail)
    assert dump(old) == before
    assert rows(old, "PRAGMA user_version") == [(1,)]
    assert bring_up(old) == [KEPT.format(old, backup_of(old))]
    assert files_beside(old) == ["truce.db", "truce.format-1.db"]


# -- where it cannot be ----------------------------------------------------------------------------------------------


def test_a_full_disk(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(old)

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrating, "force_to_disk", full)
    with pytest.raises(StoreError) as told:
        bring_up(old)
    assert str(told.value) == (
        f"{old} is of an older truce (format 1) and cannot be brought up to date: the disk is full; make room; it "
        f"needs as much again as the file has, for the copy that it keeps"
    )
    assert dump(old) == before
    assert files_beside(old) == ["truce.db"]


def test_a_read_only_place(old: Path, tmp_path: Path) -> None:
    folder = folder_for(tmp_path)
    path = folder / "truce.db"
    path.write_bytes(old.read_bytes())
    script = f"from pathlib import Path; from truce_tracker import store; store.open_reading(Path({str(path)!r}))"
    ran = in_read_only(folder, "-c", script)
    assert ran.stderr.splitlines()[-1] == (
        f"truce_tracker.errors.StoreError: {path} is of an older truce (format 1) and cannot be brought up to date: "
        f"unable to open database file; copy it to a folder where you can write, and name that copy with --db"
    )


def test_a_store_in_which_something_is_lost(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("DELETE FROM party WHERE id = 'NO'")
        connection.commit()
    before = dump(old)
    with pytest.raises(StoreError, match=r"is damaged \(a \w+ refers to a party that is not there\): put a copy back"):
        bring_up(old)
    assert dump(old) == before


# -- ended on the way ------------------------------------------------------------------------------------------------

ENDED = """
import os, signal, sys
from pathlib import Path
from truce_tracker import store
from truce_tracker.store import migrating

def end(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

def end_after(function):
    return lambda *arguments: (function(*arguments), end())

place = sys.argv[2]
if place == "before the copy is whole":
    migrating.force_to_disk = end
elif place == "once the copy is there":
    migrating._back_up = end_after(migrating._back_up)
elif place == "once the tables are new":
    migrating.run_script = end_after(migrating.run_script)
elif place == "before it is one of today":
    migrating._check_references = end
store.open_reading(Path(sys.argv[1]), end if place == "in what follows" else None, end)
"""
PLACES = [
    "before the copy is whole", "once the copy is there", "once the tables are new", "before it is one of today",
    "in what follows", "before it is told",
]  # fmt: skip


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """What the kept store holds once it is one of today."""
    path = tmp_path_factory.mktemp("migrated") / "truce.db"
    path.write_bytes(gzip.decompress((HERE / "schema_1.db.gz").read_bytes()))
    bring_up(path)
    return dump(path)


@pytest.mark.parametrize("place", PLACES)
def test_killed(old: Path, migrated: Dump, place: str) -> None:
    """It is then what it was, or what it should be; and the next one to open it finds all of it."""
    before = dump(old)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", ENDED, str(old), place], env=environment, check=False, timeout=60)
    assert ran.returncode == -signal.SIGKILL
    is_done = place == "before it is told"
    assert rows(old, "PRAGMA user_version") == [(store.SCHEMA_VERSION if is_done else 1,)]
    assert dump(old) == (migrated if is_done else before)
    assert bring_up(old) == ([] if is_done else [KEPT.format(old, backup_of(old))])
    assert dump(old) == migrated
    assert is_sound(old)
    assert dump(backup_of(old)) == before
    assert [name for name in files_beside(old) if not name.startswith(".")] == ["truce.db", "truce.format-1.db"]


def test_several_at_once(old: Path, migrated: Dump) -> None:
    """One brings it up to date, the others wait for that one; each finds the same."""
    script = (
        "import sys; from pathlib import Path; from truce_tracker import store\n"
        "store.open_reading(Path(sys.argv[1]), None, print)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, str(old)]
    processes = [
        subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    ended = [(*process.communicate(timeout=100), process.returncode) for process in processes]
    assert sorted(ended) == [("", "", 0), ("", "", 0), (KEPT.format(old, backup_of(old)) + "\n", "", 0)]
    assert dump(old) == migrated
    assert files_beside(old) == ["truce.db", "truce.format-1.db"]


# -- from schema 2, which kept no history ----------------------------------------------------------------------------


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """The kept store of schema 2."""
    return kept_store(tmp_path / "second", 2)


def test_a_store_without_history_is_what_it_was(second: Path, empty_store: Path) -> None:
    entered = rows(second, "SELECT id, entry, recorded FROM claim ORDER BY entry")
    assert bring_up(second)
    assert export(second) == gzip.decompress((HERE / "schema_2.yaml.gz").read_bytes()).decode()
    assert rows(second, "SELECT id, entry, recorded FROM claim ORDER BY entry") == entered
    tables = {name: sql for name, sql in schema_of(second).items() if not name.startswith("today_")}
    assert tables == schema_of(empty_store)
    assert rows(second, "SELECT COUNT(*) FROM operation") == [(0,)]


def test_history_begins_with_the_next_change(second: Path) -> None:
    bring_up(second, settle)
    (moment,) = rows(second, "SELECT MIN(recorded) FROM claim")[0]
    load_text(second, "topics:\n- {id: new}\n")
    found = rows(second, "SELECT number, moment, command FROM operation ORDER BY number")
    assert found[0] == (1, moment, "entered before history was kept")
    assert found[-1][2] == "load"
    assert rows(second, "SELECT COUNT(*) FROM change WHERE operation = 1") == [(31,)]


# -- from schema 3, whose places stood side by side ------------------------------------------------------------------


def test_places_stand_apart_and_history_goes_on(tmp_path: Path, empty_store: Path) -> None:
    third = kept_store(tmp_path / "third", 3)
    kept = {name: rows(third, f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in ("claim", "operation", "change")}
    assert bring_up(third, settle)
    assert {name: rows(third, f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in kept} == kept
    exported = gzip.decompress((HERE / "schema_3.yaml.gz").read_bytes()).decode()
    assert export(third) == exported.replace("revision: a5ace0a5e4c90292\n", "")  # which the command adds
    tables = {name: sql for name, sql in schema_of(third).items() if not name.startswith("today_")}
    assert tables == schema_of(empty_store)
    assert rows(third, "SELECT MIN(place) FROM pair") == [(2**32,)]
