"""A store with a few records in it, for ledgers to be loaded on top of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import load_text

BASE = Path(__file__).with_name("base.yaml")


@pytest.fixture(scope="session")
def base_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds base.yaml, made once, for tests to copy."""
    path = tmp_path_factory.mktemp("base") / "truce.db"
    shutil.copy(empty_store, path)
    load_text(path, BASE.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def stocked(base_store: Path, tmp_path: Path) -> Path:
    """A store of the test's own that holds base.yaml."""
    return Path(shutil.copy(base_store, tmp_path / "stocked.db"))
