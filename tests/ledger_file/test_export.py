"""Export gives a ledger back: every word of it, always in the same bytes, as a person would write it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import load_text
from dumps import dump, is_sound

from .loading import counted, export

RICH = Path(__file__).with_name("rich.yaml").read_text(encoding="utf-8")


def test_a_rich_ledger_comes_back_byte_for_byte(db: Path) -> None:
    load_text(db, RICH)
    assert export(db) == RICH
    assert is_sound(db)


def test_an_empty_store_is_an_empty_ledger(db: Path) -> None:
    assert export(db) == "format: truce/2\n"


def test_comments_and_layout_are_all_that_is_lost(db: Path) -> None:
    load_text(
        db,
        '# my ledger\nclaims: []\nparties: [{name: "United States", id: US, aliases: []}, # who\n {id: CN, name: ~}]\n'
        'speakers:\n- {id: "b", party: US, on_record: TRUE}\n',
    )
    assert export(db) == (
        "format: truce/2\nparties:\n- id: US\n  name: United States\n- id: CN\nspeakers:\n- id: b\n  party: US\n"
    )


def test_what_another_yaml_reader_would_take_for_something_else_is_quoted(db: Path) -> None:
    words = ["NO", "12:30", "0x1F", "1.5", "null", "~", "true", "=", "<<", "- a", "a: b", "#a", "2025", "1_000"]
    load_text(db, f"parties:\n- id: UK\n  aliases: {words}\n")
    assert yaml.safe_load(export(db))["parties"] == [{"id": "UK", "aliases": words}]


def test_dates_are_dates_to_another_yaml_reader(db: Path) -> None:
    load_text(db, "sources:\n- {id: a, published: 2025-11-16}\n- {id: b, published: 2025-11}\n")
    a, b = yaml.safe_load(export(db))["sources"]
    assert (str(a["published"]), b["published"]) == ("2025-11-16", "2025-11")


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", " ", "\n "])
def test_a_long_text_keeps_its_line_breaks_and_its_ending(db: Path, tmp_path: Path, ending: str) -> None:
    text = "First paragraph, which goes on and on. " * 20 + "\n\n  indented\n\tafter a tab\nlast" + ending
    load_text(db, yaml.safe_dump({"sources": [{"id": "a", "text": text}]}, default_style='"'))
    assert yaml.safe_load(export(db))["sources"] == [{"id": "a", "text": text}]


def test_export_after_an_update(db: Path) -> None:
    load_text(db, RICH)
    changed = RICH.replace("Hopes for a deal by", "Expects a deal by").replace("- id: CN", "- id: CN\n  name: China")
    load_text(db, changed)
    assert export(db) == changed


def test_loading_the_export_changes_nothing(db: Path) -> None:
    load_text(db, RICH)
    before = dump(db)
    loaded = load_text(db, export(db))
    assert counted(loaded) == {
        "parties": "0 new, 0 changed, 2 unchanged",
        "speakers": "0 new, 0 changed, 3 unchanged",
        "topics": "0 new, 0 changed, 2 unchanged",
        "sources": "0 new, 0 changed, 4 unchanged",
        "commitments": "0 new, 0 changed, 2 unchanged",
        "deadlines": "0 new, 0 changed, 7 unchanged",
        "claims": "0 new, 0 changed, 15 unchanged",
        "checks": "0 new, 0 changed, 2 unchanged",
    }
    assert dump(db) == before
