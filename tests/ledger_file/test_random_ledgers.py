"""Whatever a ledger says, loading it keeps every word, and exporting it and loading that changes nothing."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import load_text
from dumps import dump
from hypothesis import given, settings

from truce_tracker.errors import LedgerProblems, Problem
from truce_tracker.ledger_file.format import LISTS
from truce_tracker.ledger_file.reader import read_ledger

from .loading import export
from .random_records import Records, as_yaml, ledgers

NewStore = Callable[[], Path]


@pytest.fixture(scope="module")
def new_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    folder, numbers = tmp_path_factory.mktemp("random"), itertools.count()

    def make() -> Path:
        for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-4]:
            old.unlink()
        return Path(shutil.copy(empty_store, folder / f"{next(numbers)}.db"))

    return make


def records_of(text: str) -> Records:
    """What a ledger says: each record's values, with the defaults that the reader fills in left out."""
    found = read_ledger("export.yaml", text.encode())
    assert found.problems == []
    return {
        name: [
            {key: value for key, value in record.values.items() if LISTS[name][key].default != value}
            for record in records
        ]
        for name, records in found.records.items()
    }


def check_one(records: Records, new_store: NewStore) -> None:
    path = new_store()
    load_text(path, as_yaml(records))
    first, before = export(path), dump(path)
    assert records_of(first) == {name: records[name] for name in LISTS}

    again = load_text(path, first)
    assert not any(counts.new or counts.changed for counts in again.counts.values())
    assert dump(path) == before

    path = new_store()
    load_text(path, first)
    assert export(path) == first
    assert dump(path) == before


@given(ledgers())
@settings(max_examples=20)
def test_nothing_is_lost_and_export_is_stable(new_store: NewStore, records: Records) -> None:
    check_one(records, new_store)


@pytest.mark.slow
@given(ledgers())
@settings(max_examples=500)
def test_nothing_is_lost_at_length(new_store: NewStore, records: Records) -> None:
    check_one(records, new_store)


@given(ledgers())
@settings(max_examples=6)
def test_a_ledger_can_be_loaded_list_by_list(new_store: NewStore, records: Records) -> None:
    whole = new_store()
    load_text(whole, as_yaml(records))
    exported = export(whole)
    parts = new_store()
    for name in LISTS:
        load_text(parts, as_yaml({name: records[name]}))
    assert export(parts) == exported


@given(ledgers(), ledgers())
@settings(max_examples=12)
def test_a_ledger_on_top_of_another_is_one_of_both_or_nothing(
    new_store: NewStore, records: Records, later: Records
) -> None:
    """A record of the later one takes the place of that with its id; where they do not agree, nothing changes."""
    path = new_store()
    load_text(path, as_yaml(records))
    before = dump(path)
    problems = problems_of_loading(path, as_yaml(later))
    if problems:
        assert {problem.file for problem in problems} == {"ledger.yaml"}
        assert dump(path) == before
    else:
        expected = new_store()
        load_text(expected, as_yaml(merged(records, later)))
        assert export(path) == export(expected)


def problems_of_loading(path: Path, text: str) -> tuple[Problem, ...]:
    try:
        load_text(path, text)
    except LedgerProblems as problems:
        return problems.problems
    return ()


def merged(records: Records, later: Records) -> Records:
    """Both as one ledger: the later record where both have an id, but the words of a source stay."""
    both: Records = {}
    for name in LISTS:
        by_id = {each["id"]: each for each in (*records[name], *later[name])}
        words = {each["id"]: {"text": each["text"]} for each in records[name] if name == "sources" and "text" in each}
        both[name] = [words.get(identity, {}) | each for identity, each in by_id.items()]
    return both
