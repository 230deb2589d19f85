"""What a command may not write over: the store, by any name of it, and with `export` what truce did not write."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from conftest import Run
from dumps import dump

from truce_tracker.cli.program import COMMANDS

# every command that writes a file, as it is told where to
WRITERS = {
    "claims": "claims -o {}",
    "one-sided": "one-sided --output {}",
    "unmatched": "unmatched -o {}",
    "commitments": "commitments -o {}",
    "overdue": "overdue -o {}",
    "deadlines": "deadlines -o {}",
    "divergences": "divergences -o {}",
    "silence": "silence -o {}",
    "parties": "parties -o {}",
    "speakers": "speakers -o {}",
    "topics": "topics -o {}",
    "sources": "sources -o {}",
    "progress": "progress -o {}",
    "timeline": "timeline -o {}",
    "changes": "changes -o {}",
    "compare": "compare -o {}",
    "why": "why k1 -o {}",
    "sql": "sql claims -o {}",
    "status": "status -o {}",
    "log": "log -o {}",
    "merge": "merge more.yaml more.yaml more.yaml -o {}",
    "calendar": "calendar -o {}",
    "report": "report --format html -o {}",
    "export": "export --force {}",
}


def names_of(db: Path) -> list[str]:
    """The store by its own name, by another way to it, through a symbolic and a hard link, and what SQLite keeps."""
    folder = db.parent
    (folder / "soft").symlink_to(db.name)
    os.link(db, folder / "hard")
    (folder / "way").mkdir()
    return [db.name, "way/../talks.db", "soft", "hard", "talks.db-wal", "talks.db-shm"]


@pytest.mark.parametrize("command", WRITERS)
def test_no_output_takes_the_place_of_the_store(run: Run, talks: Path, command: str) -> None:
    before = dump(talks)
    for name in names_of(talks):
        ran = run(*(word.format(name) for word in WRITERS[command].split()))
        what = "belongs to the store talks.db" if name.endswith(("wal", "shm")) else "is the store itself"
        assert (ran.code, ran.err) == (2, f"truce: {name} {what}: name another file\n")
    assert dump(talks) == before
    assert not list(talks.parent.glob(".*"))


def test_every_command_with_an_output_is_here(run: Run, talks: Path) -> None:
    with_output = {name for name in COMMANDS if "--output" in run(name, "--help").out}
    assert with_output == set(WRITERS)


def test_tables_do_not_take_the_place_of_the_store(run: Run, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "claims.csv").symlink_to(talks)
    before = dump(talks)
    ran = run("export", "--format", "csv", "--dir", "out", "--force")
    assert (ran.code, ran.err) == (2, "truce: out/claims.csv is the store itself: name another file\n")
    assert dump(talks) == before
    assert os.listdir(tmp_path / "out") == ["claims.csv"]


def test_an_absent_store_is_not_made_of_a_listing(run: Run, tmp_path: Path) -> None:
    ran = run("--db", "t.db", "sql", "claims", "-o", "t.db")
    assert (ran.code, ran.err) == (2, "truce: t.db is the store itself: name another file\n")
    assert not (tmp_path / "t.db").exists()


# -- what truce did not write ----------------------------------------------------------------------------------------

EXPORTS = {
    "yaml": "export {}",
    "csl-json": "export --format csl-json {}",
    "jsonld": "export --format jsonld {}",
}


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_replaces_an_export_and_asks_before_anything_else(
    run: Run, talks: Path, tmp_path: Path, form: str
) -> None:
    place = tmp_path / "out"
    place.touch()
    for _ in range(2):  # over an empty file, then over itself
        assert run(*EXPORTS[form].format("out").split()).code == 0
    exported = place.read_text(encoding="utf-8")
    place.write_text("a thesis", encoding="utf-8")
    ran = run(*EXPORTS[form].format("out").split())
    told = f"truce: out is no {form} that truce wrote: give --force to replace it, or name another file\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert place.read_text(encoding="utf-8") == "a thesis"
    assert run(*EXPORTS[form].format("--force out").split()).code == 0
    assert place.read_text(encoding="utf-8") == exported


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_tables_replace_tables_and_nothing_else(run: Run, talks: Path, tmp_path: Path, form: str) -> None:
    command = ("export", "--format", form, "--dir", "out")
    for _ in range(2):
        assert run(*command).code == 0
    place = tmp_path / "out" / f"topics.{form}"
    place.write_text("a thesis", encoding="utf-8")
    told = f"truce: out/topics.{form} is no {form} that truce wrote: give --force to replace it, or name another file\n"
    assert (run(*command).err, place.read_text(encoding="utf-8")) == (told, "a thesis")
    assert run(*command, "--force").code == 0
    assert place.read_text(encoding="utf-8") != "a thesis"


# -- all or none -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("after", [0, 2])
def test_tables_are_all_new_or_all_old(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, after: int
) -> None:
    """The disk fills up while they are written, or as some of them are in their places already."""
    command = ("export", "--format", "csv", "--dir", "out")
    assert run(*command).code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert run("load", _more(tmp_path)).code == 0
    done = 0
    real = getattr(os, failing)

    def fails(*arguments: object) -> None:
        nonlocal done
        done += 1
        if done == after + 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*arguments)

    monkeypatch.setattr(f"os.{failing}", fails)
    ran = run(*command)
    assert (ran.code, ran.err) == (2, "truce: out cannot be written: No space left on device\n")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    ran = run("export", "--format", "csv", "--dir", "new")
    assert ran.code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} != before


def test_a_folder_that_was_made_for_nothing_is_removed(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert run("export", "--format", "csv", "--dir", "out").code == 2
    assert not (tmp_path / "out").exists()


def test_a_file_keeps_its_rights(run: Run, talks: Path, tmp_path: Path) -> None:
    place = tmp_path / "a.csv"
    place.touch(0o600)
    assert run("topics", "-o", "a.csv").code == 0
    assert place.stat().st_mode & 0o777 == 0o600


def _more(folder: Path) -> Path:
    path = folder / "more.yaml"
    path.write_text(
        "parties:\n- {id: EU}\nspeakers:\n- {id: she, party: EU}\ntopics:\n- {id: steel}\n", encoding="utf-8"
    )
    return path
