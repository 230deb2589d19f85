"""A record in the person's editor: checked when it closes, and nothing that was written is lost."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run
from dumps import dump


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def edits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str, after: str, code: int = 0) -> None:
    """Have an editor that puts one text in the place of another."""
    script = tmp_path / "editor.py"
    script.write_text(
        f"import sys\np = sys.argv[1]\nt = open(p).read()\nopen(p, 'w').write(t.replace({before!r}, {after!r}))\n"
        f"sys.exit({code})\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def text_of(db: Path, claim: str) -> str:
    with closing(sqlite3.connect(db)) as connection:
        return str(connection.execute("SELECT text FROM claim WHERE id = ?", (claim,)).fetchone()[0])


def kept(home: Path) -> list[str]:
    return [path.read_text() for path in home.rglob("*.yaml")]


def test_a_value_is_changed(run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    edits(monkeypatch, tmp_path, "Hopes for a deal", "Hopes for more")
    ran = run("edit", "k1")
    assert (ran.code, ran.out) == (0, "claims k1: text 'Hopes for a deal' -> 'Hopes for more'\n")
    assert kept(home) == []


@pytest.mark.parametrize(("before", "after"), [("x" * 9, "y"), ("claims:\n", "claims:\n\n")])
def test_nothing_is_changed(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path, before: str, after: str
) -> None:
    was = dump(talks)
    edits(monkeypatch, tmp_path, before, after)
    ran = run("edit", "k1")
    assert (ran.code, ran.out) == (0, "nothing was changed\n")
    assert (dump(talks), kept(home)) == (was, [])


def test_a_problem_comes_back_and_what_was_written_is_kept(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    was = dump(talks)
    edits(monkeypatch, tmp_path, "stance: affirms", "stance: affrims")
    ran = run("edit", "k1")
    assert ran.code == 2
    assert "1 problem: it stands in the file as #! comments" in ran.err
    assert dump(talks) == was
    (draft,) = kept(home)
    assert "#! claims[k1].stance: 'affrims' is not one of" in draft
    edits(monkeypatch, tmp_path, "affrims", "denies")
    ran = run("edit", "k1")
    assert (ran.code, ran.out) == (0, "claims k1: stance affirms -> denies\n")
    assert kept(home) == []


def test_what_was_written_for_one_store_goes_into_no_other(
    run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    other = Path(shutil.copy(talks, tmp_path / "other.db"))
    edits(monkeypatch, tmp_path, "Hopes for a deal", "Written for the first", code=1)
    assert run("edit", "k1").code == 2
    edits(monkeypatch, tmp_path, "Hopes for a deal", "Written for the other")
    assert run("--db", other, "edit", "k1").code == 0
    assert (text_of(talks, "k1"), text_of(other, "k1")) == ("Hopes for a deal", "Written for the other")
    edits(monkeypatch, tmp_path, "", "")
    assert "Written for the first" in run("edit", "k1").out


@pytest.mark.parametrize("editor", ["'unclosed", "   ", "", "no-such-editor"])
def test_no_editor_that_runs(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch, editor: str) -> None:
    was = dump(talks)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    ran = run("edit", "k1")
    assert ran.code == 2
    assert ran.err.startswith("truce: ")
    assert "Traceback" not in ran.err
    assert dump(talks) == was


def test_another_id_is_no_edit(run: Run, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was = dump(talks)
    edits(monkeypatch, tmp_path, "id: k1", "id: k77")
    ran = run("edit", "k1")
    assert ran.code == 2
    assert "this would add or change claims k77, not k1: `truce rename` gives a record another id" in ran.err
    assert dump(talks) == was
