"""Every change is kept, and comes back: what was loaded, taken back, and how the ledger stood on a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import load_text
from dumps import dump, is_sound
from engines import empty_ledger
from hypothesis import HealthCheck, given, settings

from truce_tracker import store
from truce_tracker.errors import LedgerProblems, TruceError
from truce_tracker.ledger_file import history, undoing
from truce_tracker.ledger_file.amending import Amendment
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import prepare
from truce_tracker.ledger_file.taking import Side, losses

from .loading import export, load_at, rows
from .random_records import Records, as_yaml, ledgers

DAY_1, DAY_2, DAY_3 = "2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", "2026-01-03T23:59:59Z"
CLAIM = """
claims:
- {id: k9, commitment: soy, speaker: bessent, said: 2025-11-20, stance: affirms, source: paper, text: a, quote: He said}
"""


def held(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a store holds but for its history, and the full-text index, whose inside depends on the way."""
    return {
        name: sorted(found, key=repr)
        for name, found in dump(path).items()
        if name not in ("operation", "change") and "search" not in name
    }


def amended(path: Path, make: Callable[[Amendment], Any], moment: str = DAY_3) -> Any:
    """Make an amendment, and write it."""
    with store.transaction(path) as connection:
        amendment = Amendment(connection)
        made = make(amendment)
        amendment.write(connection, Act(moment, "test"))
    return made


def undo(path: Path, count: int = 1) -> None:
    amended(path, lambda amendment: undoing.undo_last(amendment, count))


def undo_one(path: Path, number: int) -> None:
    amended(path, lambda amendment: undoing.undo_one(amendment, number))


def redo(path: Path) -> None:
    amended(path, undoing.redo)


@pytest.fixture
def kept(stocked: Path) -> Path:
    """A store with three commands: its base, a new claim, and the claim changed."""
    load_at(stocked, DAY_1, CLAIM)
    load_at(stocked, DAY_2, CLAIM.replace("affirms", "denies").replace("text: a, ", ""))
    return stocked


# -- what is kept ----------------------------------------------------------------------------------------------------


def test_a_change_holds_the_values_that_differ(kept: Path) -> None:
    kept_changes = rows(kept, "SELECT operation, id, before, after FROM change WHERE operation > 1")
    assert kept_changes == [
        (2, "k9", None, None),
        (3, "k9", '{"stance": "affirms", "text": "a"}', '{"stance": "denies", "text": null}'),
    ]


def test_recorded_is_when_the_present_words_were_entered(kept: Path) -> None:
    assert rows(kept, "SELECT recorded FROM claim WHERE id = 'k9'") == [(DAY_2,)]


def test_an_unchanged_load_is_no_command(kept: Path) -> None:
    before = dump(kept)
    load_at(kept, DAY_3, export(kept))
    assert dump(kept) == before


def test_equal_ledgers_have_one_revision_whatever_led_there(kept: Path, empty_store: Path, tmp_path: Path) -> None:
    other = empty_ledger("other")
    load_text(other, export(kept))
    revisions = {rows(path, "SELECT revision FROM operation ORDER BY number DESC LIMIT 1")[0] for path in (kept, other)}
    assert len(revisions) == 1


def test_what_was_there_before_history_is_kept_as_entered_then(kept: Path) -> None:
    with store.transaction(kept) as connection:
        connection.execute("DELETE FROM change")
        connection.execute("DELETE FROM operation")
    load_at(kept, DAY_3, "topics:\n- {id: new}\n")
    found = rows(kept, "SELECT number, moment, command FROM operation")
    first = rows(kept, "SELECT MIN(recorded) FROM claim")[0][0]
    assert found == [
        (1, first, history.BEFORE_HISTORY), (2, DAY_2, history.BEFORE_HISTORY), (3, DAY_3, "load"),
    ]  # fmt: skip
    with pytest.raises(TruceError, match="before history was kept"):
        undo_one(kept, 2)


# -- undo and redo ---------------------------------------------------------------------------------------------------


def test_undo_and_redo_lead_there_and_back(stocked: Path) -> None:
    states = [held(stocked)]
    for moment, text in ((DAY_1, CLAIM), (DAY_2, CLAIM.replace("affirms", "denies"))):
        load_at(stocked, moment, text)
        states.append(held(stocked))
    undo(stocked)
    assert held(stocked) == states[1]
    undo(stocked)
    assert held(stocked) == states[0]
    redo(stocked)
    assert held(stocked) == states[1]
    redo(stocked)
    assert held(stocked) == states[2]
    undo(stocked, 2)
    assert held(stocked) == states[0]
    redo(stocked)
    assert held(stocked) == states[2]
    assert is_sound(stocked)


def test_an_older_command_alone(kept: Path) -> None:
    load_at(kept, DAY_3, "topics:\n- {id: new}\n")
    undo_one(kept, 3)
    assert rows(kept, "SELECT stance, text FROM claim WHERE id = 'k9'") == [("affirms", "a")]
    assert rows(kept, "SELECT id FROM topic WHERE id = 'new'") == [("new",)]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (2, "command 2 cannot be taken back alone: command 3 (`load`) changed claim k9 again"),
        (7, "there is no command 7"),
    ],
)
def test_what_cannot_be_taken_back_alone(kept: Path, number: int, why: str) -> None:
    before = dump(kept)
    with pytest.raises(TruceError) as told:
        undo_one(kept, number)
    assert str(told.value).startswith(why)
    assert dump(kept) == before


def test_what_is_referred_to_is_not_taken_back(stocked: Path) -> None:
    load_at(stocked, DAY_1, "speakers:\n- {id: wen, party: CN}\n")
    load_at(stocked, DAY_2, CLAIM.replace("bessent", "wen"))
    with pytest.raises(TruceError, match=r"it added speaker wen, to which claims\[k9\]\.speaker refers"):
        undo_one(stocked, 2)


def test_no_redo_over_a_newer_command(kept: Path) -> None:
    undo(kept)
    load_at(kept, DAY_3, "topics:\n- {id: new}\n")
    with pytest.raises(TruceError, match="changed the ledger after the undo"):
        redo(kept)


def test_nothing_is_redone_twice(kept: Path) -> None:
    undo(kept)
    redo(kept)
    with pytest.raises(TruceError, match="nothing to redo"):
        redo(kept)


def test_the_words_of_a_source_come_and_go(stocked: Path) -> None:
    paper = "{id: paper, outlet: The Paper, title: A story, published: 2025-11-10, text: 'He said so, and more.'}"
    text = f"sources:\n- {paper}\n"
    load_at(stocked, DAY_1, CLAIM)
    before = held(stocked)
    load_at(stocked, DAY_2, text)
    after = held(stocked)
    undo(stocked)
    assert held(stocked) == before
    redo(stocked)
    assert held(stocked) == after


# -- as it stood -----------------------------------------------------------------------------------------------------


def as_it_stood(path: Path, day: str) -> str:
    """The export of the ledger of a day."""
    import io

    from truce_tracker.ledger_file.read_store import stored_entries, stored_rows
    from truce_tracker.ledger_file.writer import write_ledger

    stream = io.StringIO()
    with store.copied(path) as (copy, _):
        undoing.stand_as_of(copy, day).write(copy, Act(day, "as it stood"))
        write_ledger(stored_entries(copy, stored_rows(copy), texts=True), stream)
    return stream.getvalue()


def test_the_ledger_as_it_stood(stocked: Path) -> None:
    exports = {}
    for moment, text in ((DAY_1, CLAIM), (DAY_2, CLAIM.replace("affirms", "denies")), (DAY_3, "topics: [{id: x}]")):
        load_at(stocked, moment, text)
        exports[moment[:10]] = export(stocked)
    undo(stocked, 3)
    assert {day: as_it_stood(stocked, day) for day in exports if day != "2026-01-03"} == {
        day: text for day, text in exports.items() if day != "2026-01-03"
    }


# -- whatever ledgers are loaded -------------------------------------------------------------------------------------


ANY = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


def check_taken_back(path: Path, first: Records, second: Records) -> None:
    """Load two ledgers on top of each other, take the second back, and that back."""
    load_at(path, DAY_1, as_yaml(first))
    before = held(path)
    try:
        load_at(path, DAY_2, as_yaml(second))
    except LedgerProblems:
        return
    after = held(path)
    if after == before:
        return
    undo(path)
    assert held(path) == before
    redo(path)
    assert held(path) == after
    assert is_sound(path)


@settings(max_examples=15, **ANY)  # type: ignore[arg-type]
@given(first=ledgers(), second=ledgers())
def test_any_load_is_taken_back_whole(
    first: Records, second: Records, empty_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check_taken_back(empty_ledger(), first, second)


@pytest.mark.slow
@settings(max_examples=300, **ANY)  # type: ignore[arg-type]
@given(first=ledgers(), second=ledgers())
def test_very_many_loads_are_taken_back_whole(
    first: Records, second: Records, empty_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check_taken_back(empty_ledger(), first, second)


# -- two people, one ledger ------------------------------------------------------------------------------------------


def exported(path: Path) -> str:
    """An export that says what it was made from."""
    (revision,) = rows(path, "SELECT revision FROM operation ORDER BY number DESC LIMIT 1")[0]
    return export(path).replace("format: truce/2\n", f"format: truce/2\nrevision: '{revision}'\n", 1)


def load_beside(path: Path, text: str, side: Side | None = None) -> None:
    amended(path, lambda amendment: prepare(amendment, [("theirs.yaml", text.encode())], side=side))


def value(path: Path, column: str) -> Any:
    return rows(path, f"SELECT {column} FROM claim WHERE id = 'k9'")[0][0]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({}, {}, ("denies", "He said")),
        ({"denies": "mentions"}, {}, ("mentions", "He said")),
        ({}, {"denies": "mentions"}, ("mentions", "He said")),
        ({"denies": "mentions"}, {"He said": "He said so"}, ("mentions", "He said so")),
        ({"denies": "mentions"}, {"denies": "mentions"}, ("mentions", "He said")),
    ],
)
def test_each_side_changed_its_own(
    kept: Path, ours: dict[str, str], theirs: dict[str, str], expected: tuple[str, str]
) -> None:
    file, here = exported(kept), CLAIM.replace("affirms", "denies").replace("text: a, ", "")
    for before, after in ours.items():
        here = here.replace(before, after)
    for before, after in theirs.items():
        file = file.replace(f": {before}\n", f": {after}\n")
    load_at(kept, DAY_3, here)
    load_beside(kept, file)
    assert (value(kept, "stance"), value(kept, "quote")) == expected


@pytest.mark.parametrize(("side", "expected"), [(Side.OURS, "mentions"), (Side.THEIRS, "declines")])
def test_both_sides_changed_one_value(kept: Path, side: Side, expected: str) -> None:
    file = exported(kept).replace("stance: denies", "stance: declines")
    load_at(kept, DAY_3, CLAIM.replace("affirms", "mentions").replace("text: a, ", ""))
    with pytest.raises(LedgerProblems) as told:
        load_beside(kept, file)
    assert [problem.path for problem in told.value.problems] == ["claims[k9].stance"]
    assert "it was denies, here it is mentions, in the file declines" in told.value.problems[0].what
    load_beside(kept, file, side)
    assert value(kept, "stance") == expected


def test_two_files_of_one_load_are_each_compared_with_what_was_stored(kept: Path) -> None:
    file = exported(kept)
    load_at(kept, DAY_3, CLAIM.replace("affirms", "mentions").replace("text: a, ", ""))
    files = [("a.yaml", file.encode()), ("b.yaml", file.replace("He said", "He said so").encode())]
    amended(kept, lambda amendment: prepare(amendment, files))
    assert (value(kept, "stance"), value(kept, "quote")) == ("mentions", "He said so")


def test_what_was_removed_here_stays_removed(stocked: Path) -> None:
    load_at(stocked, DAY_1, CLAIM)
    file = exported(stocked)
    undo(stocked)
    load_beside(stocked, file)
    assert rows(stocked, "SELECT id FROM claim WHERE id = 'k9'") == []
    with pytest.raises(LedgerProblems, match="was removed here since the file was made"):
        load_beside(stocked, file.replace("quote: He said", "quote: He said so"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"obligors": ["US", "CN"]}, {"obligors": ["US"]}, ["commitments x: the obligor CN is dropped"]),
        ({"obligors": ["US"]}, {"obligors": ["US", "CN"]}, []),
        ({"quote": "a"}, {"quote": "b"}, []),
        ({"quote": "a b"}, {}, ["claims x: its quote 'a b' is dropped"]),
        ({"speaker": "a"}, {"speaker": "b"}, ["claims x: its speaker is b, and was a"]),
        ({"party": "US"}, {"speaker": "b"}, ["claims x: its party is nothing, and was US"]),
        ({}, {"speaker": "b"}, []),
    ],
)
def test_what_a_load_would_lose(before: dict[str, Any], after: dict[str, Any], expected: list[str]) -> None:
    list_name = "commitments" if "obligors" in before else "claims"
    assert losses(history.Changed(list_name, "x", before, after)) == expected
