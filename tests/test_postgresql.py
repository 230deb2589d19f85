"""A ledger in PostgreSQL, asked and written by the same commands as a file: the same words come out."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import Run
from engines import SERVER, rows

from truce_tracker import store
from truce_tracker.errors import StoreError

Monkey = pytest.MonkeyPatch

pytestmark = pytest.mark.skipif(not SERVER, reason="no PostgreSQL: $TRUCE_TEST_POSTGRESQL is not set")

CLAIM = """
claims:
- {{id: {0}, speaker: bessent, source: fox-news-2025-11-16, commitment: {1}, said: 2025-11-20, stance: affirms}}
"""


def address(name: str) -> str:
    return f"{SERVER}?ledger={name}-{os.getpid()}"


def drop(name: str) -> None:
    import psycopg

    with psycopg.connect(str(SERVER), autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{name}-{os.getpid()}" CASCADE')


@pytest.fixture(scope="module")
def seeded(seed_store: Path) -> Iterator[str]:
    """The seed ledger in the database, copied from a file."""
    from truce_tracker.cli.copy import copied

    drop("seed")
    copied(seed_store, store.place_of(address("seed")))
    yield address("seed")
    drop("seed")


@pytest.fixture
def mine(seeded: str, seed_store: Path) -> Iterator[str]:
    """The seed ledger in the database, for the test alone to change."""
    from truce_tracker.cli.copy import copied

    drop("mine")
    copied(seed_store, store.place_of(address("mine")))
    yield address("mine")
    drop("mine")


@pytest.mark.parametrize(
    "words",
    [
        "status",
        "claims --party US --limit 30",
        "claims --search soybeans --format json",
        "claims --topic soybeans --since 2025-11-01 --format csv",
        "one-sided --format json",
        "unmatched",
        "commitments --format json",
        "overdue",
        "deadlines --all --format jsonl",
        "divergences --format json",
        "compare soybeans",
        "silence --format json",
        "timeline",
        "parties",
        "speakers --party CN",
        "topics --format md",
        "sources --search reuters --format json",
        "progress cn-soybeans-2025",
        "show cn-soybeans-2025",
        "show bessent-thanksgiving-1116",
        "why cn-soybeans-2025",
        "changes --from 2025-10-30 --to 2025-11-10",
        "changes --from 2025-10-30 --to 2025-11-10 --format md",
        "verify",
        "search soybean",
        "log",
        "log cn-soybeans-2025",
        "changes --recorded --from 2025-10-30 --to 2025-11-28",
    ],
)
def test_the_same_words(words: str, seeded: str, seed_store: Path, in_process: Run) -> None:
    asked = [*words.split(), *(() if words.split()[0] in ("changes", "verify", "log") else ("--as-of", "2025-11-28"))]
    there, here = (in_process("--db", place, *asked) for place in (seeded, seed_store))
    if words.startswith("search"):  # each engine has an order of its own
        assert there.code == here.code == 0
        assert len(there.out.splitlines()) > 3
        return
    assert there == here


def test_a_ledger_is_loaded_changed_and_taken_back(mine: str, in_process: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(CLAIM.format("k-new", "cn-soybeans-2025"), encoding="utf-8")
    before = in_process("--db", mine, "export")
    assert "1 new" in in_process("--db", mine, "load", file, "--dry-run").out
    assert in_process("--db", mine, "export") == before
    assert in_process("--db", mine, "load", file).code == 0
    assert "k-new" in in_process("--db", mine, "claims", "--commitment", "cn-soybeans-2025").out
    assert in_process("--db", mine, "undo").code == 0
    after = in_process("--db", mine, "export")
    assert [line for line in after.out.splitlines() if not line.startswith("revision")] == [
        line for line in before.out.splitlines() if not line.startswith("revision")
    ]
    assert "(" in in_process("--db", mine, "log", "--limit", "1").out.splitlines()[0]  # the database's user


def test_a_record_is_changed_in_an_editor(mine: str, in_process: Run, tmp_path: Path, monkeypatch: Monkey) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/stance: .*/stance: denies/" "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    ran = in_process("--db", mine, "edit", "bessent-thanksgiving-1116")
    assert (ran.code, "stance affirms -> denies" in ran.out) == (0, True)


def test_what_is_entered_by_hand(mine: str, in_process: Run) -> None:
    assert in_process("--db", mine, "add", "topic", "--id", "fish", "--name", "Fish").code == 0
    assert in_process("--db", mine, "rename", "fish", "fishes").code == 0
    assert in_process("--db", mine, "remove", "fishes").code == 0
    assert in_process("--db", mine, "undo", "3").code == 0
    assert in_process("--db", mine, "doctor").code == 0


def test_an_article_becomes_a_draft(seeded: str, in_process: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "China will buy 12 million tons of soybeans by the end of the year, Scott Bessent said on Monday."
    )
    draft = tmp_path / "draft.yaml"
    ran = in_process(
        *("--db", seeded, "import", article, "--outlet", "The Paper", "--published", "2025-11-17", "--draft", draft)
    )
    assert (ran.code, "bessent" in draft.read_text(encoding="utf-8")) == (0, True)


def test_a_copy_comes_back_the_same(seeded: str, seed_store: Path, tmp_path: Path, in_process: Run) -> None:
    back = tmp_path / "back.db"
    ran = in_process("copy", seeded, back)
    assert ran.code == 0
    assert ran.out.endswith("every verdict is the same on 10 days\n")
    for name in ("claim", "pair", "operation", "change"):
        assert sorted(map(repr, rows(back, f"SELECT * FROM {name}"))) == sorted(
            map(repr, rows(seed_store, f"SELECT * FROM {name}"))
        )


def test_nothing_is_copied_over(seeded: str, seed_store: Path, in_process: Run) -> None:
    ran = in_process("copy", seed_store, seeded)
    assert (ran.code, "is a ledger at" in ran.err) == (2, True)


def test_ledgers(seeded: str, in_process: Run) -> None:
    assert f"?ledger=seed-{os.getpid()}" in in_process("--db", str(SERVER), "ledgers").out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("?ledger=nothing-here", "there is no ledger at"),
        ("?ledger=Big", "can be no ledger's name"),
        ("?ledger=pg_catalog", "can be no ledger's name"),
        ("?ledger=public", "is of another program"),
    ],
)
def test_what_is_no_ledger(place: str, said: str, in_process: Run) -> None:
    ran = in_process("--db", f"{SERVER}{place}", "claims")
    assert (ran.code, said in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_no_server(in_process: Run) -> None:
    ran = in_process("--db", "postgresql://nobody:secret@127.0.0.1:9/none", "claims")
    assert (ran.code, "cannot be reached" in ran.err, "secret" in ran.err) == (2, True, False)


def test_what_only_a_file_can(seeded: str, in_process: Run) -> None:
    ran = in_process("--db", seeded, "backup")
    assert (ran.code, "is no file" in ran.err) == (2, True)


def lose_it(place: store.Place) -> None:
    """Write, and lose the connection on the way."""
    import psycopg

    with store.transaction(place) as connection:
        connection.execute("DELETE FROM anchor")
        (process,) = connection.execute("SELECT pg_backend_pid()").fetchone()
        with psycopg.connect(str(SERVER), autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (process,))
        connection.execute("DELETE FROM claim")


def test_a_lost_connection_writes_nothing(mine: str) -> None:
    with pytest.raises(StoreError, match="nothing of this command was written"):
        lose_it(store.place_of(mine))
    assert rows(store.place_of(mine), "SELECT COUNT(*) FROM claim")[0][0] > 200


def test_writers_wait_for_each_other(mine: str, tmp_path: Path) -> None:
    from truce_tracker.cli.session import Session
    from truce_tracker.cli.writing import amend
    from truce_tracker.ledger_file.loader import prepare

    def write(number: int) -> None:
        for turn in range(5):
            text = CLAIM.format(f"w{number}-{turn}", "cn-soybeans-2025").encode()
            amend(Session(mine), lambda made, text=text: prepare(made, [("x.yaml", text)]))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(store.place_of(mine), "SELECT COUNT(*) FROM claim WHERE id LIKE 'w%'") == [(20,)]


@contextmanager
def role(name: str, mine: str, *may: str) -> Iterator[str]:
    """The address of a ledger for a user who may do this much, as docs/desk.md has it."""
    import psycopg

    user, schema = f"{name}_{os.getpid()}", store.place_of(mine).name
    with psycopg.connect(str(SERVER), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE \"{user}\" LOGIN PASSWORD 'known'")
        connection.execute(f'GRANT USAGE ON SCHEMA "{schema}" TO "{user}"')
        connection.execute(f'GRANT {", ".join(may)} ON ALL TABLES IN SCHEMA "{schema}" TO "{user}"')
    try:
        host = str(SERVER).rpartition("@")[2]
        yield f"postgresql://{user}:known@{host}?ledger={schema}"
    finally:
        with psycopg.connect(str(SERVER), autocommit=True) as connection:
            connection.execute(f'DROP OWNED BY "{user}"')
            connection.execute(f'DROP ROLE "{user}"')


@pytest.mark.parametrize(
    ("may", "code", "said"),
    [(("SELECT",), 2, "the role of a writer"), (("SELECT", "INSERT", "UPDATE", "DELETE"), 0, "")],
    ids=["reader", "writer"],
)
def test_roles(may: tuple[str, ...], code: int, said: str, mine: str, tmp_path: Path, in_process: Run) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(CLAIM.format("k-new", "cn-soybeans-2025"), encoding="utf-8")
    with role("desk", mine, *may) as place:
        assert in_process("--db", place, "overdue", "--as-of", "2025-11-28").out
        ran = in_process("--db", place, "load", file)
        assert (ran.code, said in ran.err, "known" in ran.err) == (code, True, False)
        assert code or f"(desk_{os.getpid()})" in in_process("--db", place, "log", "--limit", "1").out
