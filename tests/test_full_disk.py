"""A disk that is nearly full: a store is made whole, or the command says so and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from dumps import dump, is_sound
from small_disk import on_a_disk_of

CLAIMS = 5_000
LEDGER = """\
parties:
- {id: US}
speakers:
- {id: he, party: US}
topics:
- {id: soybeans}
sources:
- {id: notice, outlet: Office, published: 2025-11-01}
claims:
"""


def written_ledger(folder: Path) -> Path:
    line = "- {{id: k{0}, speaker: he, source: notice, topic: soybeans, stance: mentions, text: They said {0} words}}\n"
    path = folder / "claims.yaml"
    path.write_text(LEDGER + "".join(line.format(number) for number in range(CLAIMS)), encoding="utf-8")
    return path


def is_whole_or_absent(kilobytes: int, tmp_path: Path, *arguments: str | Path) -> bool:
    """Run a command that makes a store on a disk of that size. Whether it made one; either is held to what is true."""
    path = tmp_path / "disk" / "t.db"
    left = on_a_disk_of(kilobytes, tmp_path, "--db", path, *arguments)
    if left.code == 0:
        assert left.names == ["t.db"]
        assert is_sound(left.folder / "t.db")
        return True
    assert (left.code, left.err) == (2, f"truce: {path} cannot be written: the disk is full\n")
    assert left.names == []
    return False


def test_an_empty_store_on_a_disk_with_room_and_without(tmp_path: Path) -> None:
    assert [is_whole_or_absent(size, tmp_path, "init", "--empty") for size in (64, 4_000)] == [False, True]


@pytest.mark.slow
def test_init_on_disks_of_all_sizes(tmp_path: Path) -> None:
    made = [is_whole_or_absent(size, tmp_path, "init") for size in (64, 400, *range(800, 3_400, 100))]
    assert made == sorted(made)
    assert set(made) == {False, True}


@pytest.mark.slow
def test_load_into_a_new_place_on_disks_of_all_sizes(tmp_path: Path) -> None:
    ledger = written_ledger(tmp_path)
    made = [is_whole_or_absent(size, tmp_path, "load", ledger) for size in range(3_000, 14_000, 500)]
    assert made == sorted(made)
    assert set(made) == {False, True}
    assert len(dump(tmp_path / "left-13500" / "t.db")["claim"]) == CLAIMS
