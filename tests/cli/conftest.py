"""`truce` run in this process, on one small ledger, on a day that stays the same."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import RECORDED, Run, load_text
from engines import SERVER, empty_ledger

from truce_tracker import store
from truce_tracker.cli import session

TALKS = Path(__file__).with_name("talks.yaml")


@pytest.fixture(scope="session")
def talks_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds talks.yaml, made once, for tests to copy."""
    path = tmp_path_factory.mktemp("talks") / "truce.db"
    shutil.copy(empty_store, path)
    load_text(path, TALKS.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def talks(talks_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> store.Place:
    """A store of the test's own that holds talks.yaml, in the folder that `run` works in; $TRUCE_DB names it."""
    if SERVER:
        place = empty_ledger("talks")
        load_text(place, TALKS.read_text(encoding="utf-8"))
        monkeypatch.setenv("TRUCE_DB", f"{SERVER}?ledger={place.name}")
        return place
    monkeypatch.setenv("TRUCE_DB", "talks.db")
    return Path(shutil.copy(talks_store, tmp_path / "talks.db"))


@pytest.fixture
def run(in_process: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, on 2025-11-28, in the test's folder: ``run("claims", "--party", "US")``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(session, "today", lambda: date(2025, 11, 28))
    monkeypatch.setenv("TRUCE_BY", "the tests")
    monkeypatch.setattr(session, "now", lambda: RECORDED)
    return in_process
