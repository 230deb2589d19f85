"""`truce sql`: the printed query, run by sqlite3 alone on the store, gives the rows of the listing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run

compose = pytest.importorskip("truce_tracker.judgements.compose")
KEYS = {"overdue": "milestone", "unmatched": "commitment", "claims": "claim", "sources": "source"}


@pytest.mark.parametrize("question", KEYS)
@pytest.mark.parametrize("as_of", ["2025-11-20", "yesterday", "2025-12"])
def test_the_same_rows(run: Run, talks: Path, question: str, as_of: str) -> None:
    ran = run("sql", question, "--as-of", as_of)
    assert (ran.code, ran.err) == (0, "")
    rows = json.loads(run(question, "--as-of", as_of, "--format", "json").out)
    with closing(sqlite3.connect(talks)) as connection:
        connection.row_factory = sqlite3.Row
        found = [row[KEYS[question]] for row in connection.execute(ran.out)]
    assert list(dict.fromkeys(found)) == [row[KEYS[question]] for row in rows]


def test_into_a_file(run: Run, talks: Path, tmp_path: Path) -> None:
    assert run("sql", "unmatched", "-o", "asked.sql").out == ""
    assert (tmp_path / "asked.sql").read_text(encoding="utf-8") == run("sql", "unmatched").out


def test_a_question_that_is_none(run: Run, talks: Path) -> None:
    ran = run("sql", "unmached")
    known = ", ".join(compose.QUESTIONS)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"truce: there is no question 'unmached' (did you mean unmatched?): use one of {known}\n"
