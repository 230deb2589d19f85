"""A printed query stands alone: any program that reads SQLite gets from it what truce lists."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from truce_tracker import Ledger
from truce_tracker.judgements import compose
from truce_tracker.judgements.compose import QUESTIONS, composed_query, query
from truce_tracker.rows import as_json

KEYS = {
    "claims": ("claim", "said", "stance", "text"),
    "one-sided": ("claim", "party", "commitment"),
    "unmatched": ("commitment", "status"),
    "commitments": ("commitment", "status"),
    "overdue": ("milestone", "due", "status"),
    "deadlines": ("milestone", "due", "status"),
    "divergences": ("commitment", "kind", "ratio"),
    "drift": ("commitment", "party", "kind", "value"),
    "compare": ("commitment", "status"),
    "silence": ("party", "topic"),
    "timeline": ("day", "kind", "id"),
    "parties": ("party", "claims"),
    "speakers": ("speaker", "claims"),
    "topics": ("topic",),
    "sources": ("source", "claims"),
}


@pytest.mark.parametrize("day", ["2025-11-05", "2025-11-28", "2026-03-01"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_printed_query_gives_the_rows_of_its_listing(seed_store: Path, question: str, day: str) -> None:
    keys = KEYS[question]
    text = composed_query(question, day)
    assert not re.search(r"(?<!:):[a-z_]+\b", text)
    with closing(sqlite3.connect(seed_store)) as plain:
        plain.row_factory = sqlite3.Row
        printed = list(dict.fromkeys(tuple(row[key] for key in keys) for row in plain.execute(text)))
    with Ledger.open(seed_store) as ledger:
        listing = getattr(ledger, question.replace("-", "_"))(day)
    assert printed == list(dict.fromkeys(tuple(as_json(row)[key] for key in keys) for row in listing))
    assert printed or question == "overdue"


def test_filters_are_in_the_printed_query(seed_store: Path) -> None:
    text = composed_query("commitments", "2025-11-28", {"topic": ["soybeans"]})
    with closing(sqlite3.connect(seed_store)) as plain:
        assert {row[2] for row in plain.execute(text)} == {"soybeans"}
    assert "k.topic IN (SELECT value FROM json_each('[\"soybeans\"]'))" in text
    assert "json_each" not in composed_query("commitments", "2025-11-28")


def test_every_query_says_what_it_needs() -> None:
    root = Path(compose.__file__).with_name("sql")
    base = {path.stem for path in (root / "base").glob("*.sql")}
    filters = {path.stem for path in (root / "inline").glob("*.sql")}
    for path in root.rglob("*.sql"):
        if path.parent.name == "derived":
            continue
        found = query(path.parent.name, path.stem)
        read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", found.text)) & (base | filters)
        assert read == set(found.needs), path
