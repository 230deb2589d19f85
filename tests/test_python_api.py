"""`from truce_tracker import Ledger`: typed rows, frames, and a documentation that runs."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT, load_text

import truce_tracker
from truce_tracker import Ledger, errors, rows
from truce_tracker.errors import StoreError, TruceError
from truce_tracker.judgements import data_frames
from truce_tracker.rows import MilestoneRow, field_names

SEED = (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8")
AS_OF = "2025-11-28"
QUESTIONS = (
    "claims", "one_sided", "unmatched", "commitments", "overdue", "deadlines", "divergences",
    "parties", "speakers", "topics", "sources", "quotes",
)  # fmt: skip


@pytest.fixture(scope="module")
def seeded(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("api") / "truce.db"))
    load_text(path, SEED, "sources: [{id: s, text: we bought it all}]\n"
              "claims: [{id: k, party: US, source: s, said: 2025-11-01, topic: soybeans, stance: mentions, quote: bought}]\n")  # fmt: skip # noqa: E501
    return path


def test_rows_are_frozen_and_typed(seeded: Path) -> None:
    with Ledger.open(seeded) as ledger:
        rows = ledger.overdue(as_of=AS_OF)
        assert rows == ledger.overdue(as_of=date(2025, 11, 28)) == ledger.overdue(AS_OF, topic=["rare-earths"])
    assert all(isinstance(row, MilestoneRow) for row in rows)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rows[0].days = 0  # type: ignore[misc]


@pytest.mark.parametrize("wrong", ["2025-11", "20251128", "yesterday", "", datetime(2025, 11, 28), None])
def test_a_day_must_be_a_day(wrong: Any, seeded: Path) -> None:
    with Ledger.open(seeded) as ledger, pytest.raises(TruceError, match="give a day"):
        ledger.claims(as_of=wrong)


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with"):
        Ledger.open(tmp_path / "none.db")


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_a_frame(
    question: str, library: str, seeded: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(library)
    monkeypatch.setattr(data_frames, "find_spec", lambda name: name == library or None)
    with Ledger.open(seeded) as ledger, Ledger.open(db) as empty:
        rows = getattr(ledger, question)(AS_OF)
        frame, nothing = rows.frame(), getattr(empty, question)(AS_OF).frame()
    assert type(frame).__module__.startswith(library)
    assert rows
    assert len(frame) == len(rows)
    names = list(field_names(type(rows[0])))
    assert list(frame.columns) == list(nothing.columns) == names
    assert list(frame[names[0]]) == [getattr(row, names[0]) for row in rows]


def test_rows_in_a_row_are_dicts(seeded: Path) -> None:
    pytest.importorskip("pandas")
    with Ledger.open(seeded) as ledger:
        rows = ledger.one_sided(AS_OF, limit=1)
        (responses,) = rows.frame()["responses"]
    assert responses == [dataclasses.asdict(response) for response in rows[0].responses]


def test_without_a_library_it_says_how_to_install_one(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_frames, "find_spec", lambda name: None)
    with Ledger.open(seeded) as ledger, pytest.raises(TruceError, match=r"pip install 'truce-tracker\[frames\]'"):
        ledger.claims(AS_OF).frame()


def test_asking_imports_no_frame_library(seeded: Path) -> None:
    code = (
        "import sys; from truce_tracker import Ledger\n"
        f"Ledger.open({str(seeded)!r}).overdue(as_of={AS_OF!r})\n"
        "print({'pandas', 'polars', 'sqlalchemy', 'yaml', 'typer'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "set()\n"


def test_the_documentation_runs(seeded: Path) -> None:
    pytest.importorskip("pandas")
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        subprocess.run(
            [sys.executable, "-c", code], cwd=seeded.parent, env={"PYTHONPATH": str(ROOT)}, check=True, timeout=120
        )


def test_the_documentation_names_every_row(seeded: Path) -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    with Ledger.open(seeded) as ledger:
        for question in QUESTIONS:
            assert f"`{question}`" in text
            assert f"`{getattr(ledger, question)(AS_OF).kind}`" in text


@pytest.mark.parametrize("module", [truce_tracker, errors, rows])
def test_the_documentation_names_all_that_is_public(module: ModuleType) -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    names = [name for name in module.__all__ if name != "__version__"]
    assert all(hasattr(module, name) for name in names)
    assert [name for name in names if not re.search(rf"`(?:\w+\.)?{name}\b", text)] == []


def test_every_row_class_is_public() -> None:
    folder = Path(str(rows.__file__)).parent
    classes = {
        name
        for path in folder.glob("[!_]*.py")
        for name, kind in vars(import_module(f"truce_tracker.rows.{path.stem}")).items()
        if dataclasses.is_dataclass(kind)
    }
    assert classes | {"as_json", "field_names"} == set(rows.__all__)


def test_types_are_there_for_other_programs() -> None:
    assert (ROOT / "truce_tracker" / "py.typed").exists()
