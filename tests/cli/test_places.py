"""Which store: --db, else $TRUCE_DB, else the default place, where the seed ledger becomes the first one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run

from truce_tracker.cli import seeding

PARTY = "parties:\n- {id: EU, name: European Union}\n"


@pytest.fixture
def default(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The default place, with a small seed ledger."""
    seed = tmp_path / "seed_claims.yaml"
    seed.write_text(PARTY, encoding="utf-8")
    monkeypatch.setattr(seeding, "seed_ledger", lambda: seed)
    return home / "data" / "truce" / "truce.db"


def test_the_default_place_is_made_from_the_seed_ledger_by_the_first_question(run: Run, default: Path) -> None:
    first = run("parties", "--format", "csv")
    assert first.code == 0
    assert first.out == "party,name,aliases,speakers,claims\nEU,European Union,,0,0\n"
    assert first.err == (
        f"made {default} from the seed ledger (US-China trade truce); `truce --help` tells what to do with it\n"
    )
    assert [each.name for each in default.parent.iterdir() if each.suffix == ".db"] == ["truce.db"]
    assert run("parties", "--format", "csv").err == ""


def test_a_seed_ledger_with_a_problem_leaves_nothing(run: Run, default: Path, tmp_path: Path) -> None:
    (tmp_path / "seed_claims.yaml").write_text("claims:\n- {id: k}\n", encoding="utf-8")
    ran = run("parties")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("seed_claims.yaml:2:3: claims[k]: ")
    assert list(default.parent.iterdir()) == []


def test_the_default_place_is_made_by_load_and_by_init(run: Run, default: Path, tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text("parties:\n- {id: UK}\n", encoding="utf-8")
    assert run("load", "more.yaml").err == f"made {default}\n"
    assert run("parties", "--format", "csv").out.splitlines()[1:] == ["UK,,,0,0"]
    default.unlink()
    assert run("init", "--empty").out == f"made {default}, empty\n"
    assert run("parties", "--format", "csv").out.splitlines()[1:] == []


def test_the_default_place_is_no_folder_that_can_be_made(run: Run, default: Path, home: Path) -> None:
    (home / "data").touch()
    for command in (["parties"], ["init"], ["init", "--empty"], ["load", "seed_claims.yaml"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (2, "")
        assert re.fullmatch(
            r"truce: no store can be made at .*: (Not a directory|File exists); name .* --db\n", ran.err
        )


def test_the_store_in_the_environment(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run("topics", "--format", "csv").code == 0
    monkeypatch.setenv("TRUCE_DB", "nowhere.db")
    ran = run("topics")
    assert ran.err == (
        "truce: there is no store at nowhere.db: make one with `truce --db nowhere.db init` (the seed ledger), "
        "`init --empty`, or `load FILE`\n"
    )
    assert run("--db", "talks.db", "topics", "--format", "csv").code == 0
    assert not (tmp_path / "nowhere.db").exists()


def test_the_real_seed_ledger_loads(truce: Run, home: Path) -> None:
    if not seeding.seed_ledger().exists():
        pytest.skip("the seed ledger is not written yet")
    ran = truce("overdue", "--as-of", "2025-11-28", "--format", "csv")
    place = home / "data" / "truce" / "truce.db"
    assert ran.err == (
        f"made {place} from the seed ledger (US-China trade truce); `truce --help` tells what to do with it\n"
    )
    assert ran.code == 0
    assert ran.out.startswith("milestone,deadline,commitment,")
