"""A small ledger, an article that speaks of it, and `truce` in this process, where nobody can be asked."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED, Run, load_text

ARTICLES = SHARED / "articles"
needs_articles = pytest.mark.skipif(not ARTICLES.exists(), reason="the articles of the seed ledger are not at hand")
KEYS = ("--outlet", "The Daily", "--published", "2025-11-20")
LEDGER = """\
format: truce/1
parties:
  - {id: US, name: United States, aliases: [Washington]}
  - {id: CN, name: China, aliases: [Beijing]}
speakers:
  - {id: bessent, name: Scott Bessent, party: US, role: Treasury Secretary}
  - {id: white-house, name: The White House, party: US}
topics:
  - {id: soybeans, name: Soybeans}
  - {id: rare-earths, name: Rare earths}
commitments:
  - {id: cn-soybeans, summary: Buy 12 million tons of soybeans, topic: soybeans, obligors: [CN], beneficiaries: [US]}
"""
ARTICLE = """\
The talks went on for a third day in the river town where the two delegations have met since spring.

Treasury Secretary Scott Bessent said on Tuesday that China will buy at least 12 million tons of soybeans by the end
of January.

China's Ministry of Commerce said that it had no information on the purchase of soybeans from the United States.

Traders at the grain exchange waited for shipping papers, and found two cargoes that had left the Gulf.
"""
RETOLD = """\
Our own report from the harbour begins with rain and with a crane that did not move all morning.

Treasury Secretary Scott Bessent said on Tuesday that China will buy at least 12 million tons of soybeans by the end
of January. Traders at the grain exchange waited for shipping papers, and found two cargoes that had left the Gulf.
"""


@pytest.fixture(scope="session")
def small_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "truce.db"
    shutil.copy(empty_store, path)
    load_text(path, LEDGER)
    return path


@pytest.fixture
def db(small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that holds LEDGER, named by $TRUCE_DB."""
    path = Path(shutil.copy(small_store, tmp_path / "small.db"))
    monkeypatch.setenv("TRUCE_DB", str(path))
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def run(in_process: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, in the test's folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return in_process


def stored(db: Path, query: str) -> list[Any]:
    """What a store holds: the rows of a query, those of one column as their values."""
    with sqlite3.connect(db) as connection:
        rows = connection.execute(query).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]
