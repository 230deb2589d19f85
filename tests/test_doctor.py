"""The doctor finds what is damaged, and nothing where nothing is."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run, load_text

from truce_tracker.errors import StoreError
from truce_tracker.judgements.ledger import Ledger

LEDGER = """
parties: [{id: US}, {id: CN}]
speakers: [{id: bessent, name: Scott Bessent, party: US}, {id: he, party: CN}]
topics: [{id: soybeans}]
sources:
- {id: paper, outlet: The Paper, published: 2025-11-16, text: 'He said: We will buy 12 t by Thanksgiving, all of it.'}
commitments: [{id: soy, summary: Buy soybeans, topic: soybeans, obligors: [CN], beneficiaries: [US]}]
deadlines: [{id: by, commitment: soy, phrase: by Thanksgiving}]
claims:
- {id: k1, speaker: bessent, source: paper, commitment: soy, stance: affirms, quote: We will buy 12 t, quantity: 12 t,
   deadline: by}
- {id: k2, speaker: he, source: paper, commitment: soy, stance: mentions}
"""


@pytest.fixture
def db(empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path / "a.db"))
    load_text(path, LEDGER)
    monkeypatch.setenv("TRUCE_DB", str(path))
    return path


@pytest.fixture
def doctor(in_process: Run, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `truce doctor` on the store."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: in_process("doctor", *arguments)


def tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript(statement)


def test_a_sound_store(doctor: Run, db: Path) -> None:
    ran = doctor()
    assert (ran.code, ran.out, ran.err) == (0, "", f"{db} is sound\n")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE claim SET stance = 'denies' WHERE id = 'k1'", "claim k1 was changed without truce"),
        ("UPDATE claim SET amount = 25 WHERE id = 'k1'", "claim k1: its amount is 25.0, and reads as 12.0"),
        ("UPDATE deadline SET due_day = '2025-11-28'", "by: its due_day is 2025-11-28, and reads as 2025-11-27"),
        (
            "DELETE FROM anchor; DELETE FROM claim_party; DELETE FROM claim_commitment; DELETE FROM claim",
            "claim k1 is gone, and no command removed it",
        ),
        ("UPDATE obligor SET party = 'US'", "commitment soy was changed without truce"),
        ("UPDATE source_text SET text = 'Nothing.'", "source paper was changed without truce"),
        ("UPDATE anchor SET begins = 3", "the anchor of k1 is out of step"),
        ("UPDATE sample SET run = run + 1", "the sample of the text of paper is out of step"),
        ("UPDATE operation SET by = 'somebody else'", "the history of command 1 (`load`) was changed without truce"),
        ("UPDATE change SET before = '{}'", "the history of command 1 (`load`) was changed without truce"),
        ("DELETE FROM change WHERE id = 'k1'", "claim k1 was changed without truce"),
        ("DELETE FROM party WHERE id = 'CN'", "a commitment refers to a party that is not there"),
        ("UPDATE pair SET known = '2020-01-01'", "pair, which follows from the ledger, is out of step"),
        ("INSERT INTO claim_search (claim_search) VALUES ('delete-all')", "index claim_search is out of step"),
    ],
)  # fmt: skip
def test_what_was_changed_without_truce(doctor: Run, db: Path, statement: str, found: str) -> None:
    tamper(db, statement)
    ran = doctor()
    assert ran.code == 1
    assert found in ran.out or found.replace("commitment", "obligor") in ran.out, ran.out


@pytest.mark.parametrize("index", ["claim_search", "commitment_search", "source_text_search"])
def test_an_index_is_mended(doctor: Run, db: Path, index: str) -> None:
    tamper(db, f"INSERT INTO {index} ({index}) VALUES ('delete-all'); UPDATE pair SET known = '2020-01-01'")
    assert doctor().code == 1
    assert doctor("--fix").code == 0
    assert doctor().out == ""


def test_what_a_killed_run_left_is_removed(doctor: Run, db: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    number = gone.stdout.decode().strip()
    left = [db.with_name(name) for name in (f".a.db.{number}.new", f".b.yaml.{number}.part", ".a.db.writer")]
    mine = db.with_name(f".a.db.{os.getpid()}.new")
    for file in (*left, mine):
        file.write_text(f"{number} truce load")
    assert doctor("--fix").code == 0
    assert [file for file in (*left, mine) if file.exists()] == [mine]


@pytest.mark.parametrize(
    ("ledger", "found"),
    [
        ("speakers: [{id: bensett, name: Scott Bensent, party: US}]", "speakers bessent and bensett look like one"),
        ("topics: [{id: rice}]", "nothing refers to topic rice"),
        ("claims: [{id: k3, party: US, topic: soybeans, stance: mentions, source: paper}]", "1 claim is on a topic"),
        (
            "sources: [{id: other, outlet: Other, published: 2025-11-17}]\nclaims:\n- {id: k3, speaker: bessent, "
            "source: other, commitment: soy, stance: affirms, quote: We will buy 12 t}\n",
            "claims k1 and k3 have nearly the same words, 1 days apart",
        ),
    ],
)  # fmt: skip
def test_what_a_person_should_look_at(doctor: Run, db: Path, ledger: str, found: str) -> None:
    load_text(db, ledger)
    ran = doctor()
    assert ran.code == 0
    assert found in ran.out, ran.out


def answers(path: Path) -> object:
    """What the questions answer."""
    with Ledger.open(path) as ledger:
        day = "2025-12-01"
        return [
            ledger.claims(day), ledger.one_sided(day), ledger.unmatched(day), ledger.commitments(day),
            ledger.overdue(day), ledger.deadlines(day), ledger.sources(day),
        ]  # fmt: skip


@pytest.mark.slow
def test_no_flipped_bit_gives_a_wrong_answer_untold(doctor: Run, db: Path, tmp_path: Path) -> None:
    expected, whole = answers(db), db.read_bytes()
    chance = random.Random(20251030)
    untold = []
    for number in range(120):
        content = bytearray(whole)
        place = chance.randrange(100, len(content))
        for _ in range(8):
            content[min(place + chance.randrange(8), len(content) - 1)] ^= 1 << chance.randrange(8)
        db.write_bytes(content)
        for file in ("a.db-wal", "a.db-shm"):
            (tmp_path / file).unlink(missing_ok=True)
        try:
            is_wrong = answers(db) != expected
        except (StoreError, sqlite3.Error, ValueError, UnicodeError):
            continue
        if is_wrong and doctor().code == 0:
            untold.append((number, place))
    assert untold == []
