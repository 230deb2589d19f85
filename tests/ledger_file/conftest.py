"""A store with a few records in it, for ledgers to be loaded on top of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import load_text
from engines import SERVER, empty_ledger

from truce_tracker import store

BASE = Path(__file__).with_name("base.yaml")


@pytest.fixture(scope="session")
def base_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds base.yaml, made once, for tests to copy."""
    path = tmp_path_factory.mktemp("base") / "truce.db"
    shutil.copy(empty_store, path)
    load_text(path, BASE.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def db(tmp_path: Path, empty_store: Path) -> store.Place:
    """An empty store of the test's own."""
    return empty_ledger() if SERVER else Path(shutil.copy(empty_store, tmp_path / "truce.db"))


@pytest.fixture
def stocked(base_store: Path, tmp_path: Path) -> store.Place:
    """A store of the test's own that holds base.yaml."""
    if SERVER:
        place = empty_ledger()
        load_text(place, BASE.read_text(encoding="utf-8"))
        return place
    return Path(shutil.copy(base_store, tmp_path / "stocked.db"))
