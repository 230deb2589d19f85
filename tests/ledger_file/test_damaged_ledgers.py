"""A ledger in which things were moved, lost and written over: it is loaded sound and whole, or told and not at all."""

from __future__ import annotations

import copy
import itertools
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import load_text
from dumps import dump, is_sound
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.errors import LedgerProblems
from truce_tracker.ledger_file.format import LISTS

from .loading import export
from .random_records import DAYS, NASTY, Records, as_yaml, ledgers

RICH = Path(__file__).with_name("rich.yaml").read_text(encoding="utf-8")
VALUES = [
    *NASTY, *DAYS, None, [], {}, ["US", "XX"], {"a": "b"}, "US", "s0", "c0", "c1", "d0", "d1", "k0", "speaker0", "null",
    "reports-met", "reports-unmet", "FREQ=DAILY;COUNT=3", "FREQ=DAILY", "by Thanksgiving", "within 90 days",
    "d0@2025-12-31", "2025-12-31", "expires", "true",
]  # fmt: skip
NewStore = Callable[[], Path]


@pytest.fixture(scope="module")
def new_store(base_store: Path, tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    folder, numbers = tmp_path_factory.mktemp("damaged"), itertools.count()

    def make() -> Path:
        for old in folder.iterdir():
            old.unlink()
        return Path(shutil.copy(base_store, folder / f"{next(numbers)}.db"))

    return make


def damaged(records: Records, randomly: random.Random, times: int) -> Records:
    """The ledger with some values replaced, some keys gone, some records twice or gone."""
    records = copy.deepcopy(records)
    for _ in range(times):
        chosen: list[Any] = records[randomly.choice([name for name in LISTS if records[name]])]
        place = randomly.randrange(len(chosen))
        record = chosen[place]
        action = randomly.choice(["value", "value", "value", "lose key", "new key", "twice", "lose"])
        if action == "value":
            record[randomly.choice(list(record))] = randomly.choice(VALUES)
        elif action == "lose key":
            record.pop(randomly.choice(list(record)))
        elif action == "new key":
            record[randomly.choice([*LISTS["claims"], *LISTS["deadlines"], "nmae"])] = randomly.choice(VALUES)
        elif action == "twice":
            chosen.append(copy.deepcopy(record))
        elif len(chosen) > 1:
            chosen.remove(record)
        if not record and record in chosen:
            record["id"] = "emptied"
    return records


def check_load(path: Path, text: str) -> None:
    before = dump(path)
    try:
        load_text(path, text)
    except LedgerProblems as told:
        problems = told.problems
    else:
        problems = ()
    if problems:
        assert {problem.file for problem in problems} == {"ledger.yaml"}
        assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
        assert dump(path) == before
    else:
        assert is_sound(path)
        after = dump(path)
        load_text(path, export(path))
        assert dump(path) == after


@given(ledgers(), st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=30)
def test_damaged_records(new_store: NewStore, records: Records, randomly: random.Random, times: int) -> None:
    check_load(new_store(), as_yaml(damaged(records, randomly, times)))


@given(ledgers(), st.randoms(use_true_random=False), st.integers(1, 3))
@settings(max_examples=15)
def test_damaged_records_on_top_of_sound_ones(
    new_store: NewStore, records: Records, randomly: random.Random, times: int
) -> None:
    path = new_store()
    load_text(path, as_yaml(records))
    check_load(path, as_yaml(damaged(records, randomly, times)))


@given(st.randoms(use_true_random=False), st.integers(1, 3))
@settings(max_examples=25)
def test_damaged_text(new_store: NewStore, randomly: random.Random, times: int) -> None:
    lines = RICH.splitlines(keepends=True)
    for _ in range(times):
        at = randomly.randrange(len(lines))
        action = randomly.choice(["lose", "twice", "swap", "cut", "indent"])
        if action == "lose":
            lines.pop(at)
        elif action == "twice":
            lines.insert(at, lines[at])
        elif action == "swap":
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
        elif action == "cut":
            lines[at] = lines[at][: randomly.randrange(len(lines[at]) + 1)]
        else:
            lines[at] = randomly.choice([" ", "  ", "- ", "\t"]) + lines[at]
    check_load(new_store(), "".join(lines))


@pytest.mark.slow
@given(ledgers(), st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=500)
def test_damaged_at_length(new_store: NewStore, records: Records, randomly: random.Random, times: int) -> None:
    path = new_store()
    load_text(path, as_yaml(records))
    check_load(path, as_yaml(damaged(records, randomly, times)))
    check_load(new_store(), as_yaml(damaged(records, randomly, times)))
