"""What is imported when, and what is asked for wrongly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from truce_tracker.errors import TruceError
from truce_tracker.render import FORMATS, render

ROOT = Path(__file__).parents[2]
HEAVY = {"rich", "csv", "json", "unicodedata", "typer", "sqlite3", "sqlmodel"}


def imported(code: str) -> set[str]:
    code += "; import sys; print(*(name for name in sys.modules), file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in ran.stderr.split()}


def test_importing_render_imports_nothing() -> None:
    assert not HEAVY & imported("import truce_tracker.render")


@pytest.mark.parametrize(
    ("format", "needed"),
    [("text", set()), ("md", set()), ("json", {"json"}), ("jsonl", {"json"}), ("csv", {"csv"}), ("tsv", {"csv"})],
)
def test_a_format_imports_what_it_needs(format: str, needed: set[str]) -> None:
    row = "from truce_tracker.rows import TopicRow; row = TopicRow('soybeans', 'Soybeans', 2, 112)"
    code = f"{row}; from truce_tracker.render import render; render([row], 'topics', {format!r}, print)"
    assert HEAVY & imported(code) == needed


def test_no_format_loads_the_verdicts() -> None:
    rows = "from tests.render.samples import SAMPLES"
    code = f"{rows}; from truce_tracker.render import FORMATS, render; " + (
        "[render(SAMPLES['overdue'], 'overdue', format, str) for format in FORMATS]; import sys; "
        "assert 'truce_tracker.render.as_table' in sys.modules; assert 'truce_tracker.verdicts' not in sys.modules"
    )
    imported(code)


def test_an_unknown_format() -> None:
    with pytest.raises(TruceError, match=r"no format 'jason' \(did you mean json\?\): it is one of table, text, "):
        render([], "claims", "jason", print)


@pytest.mark.parametrize("format", FORMATS)
def test_the_width_and_colour_concern_the_table_alone(format: str) -> None:
    render([], "claims", format, lambda text: None, width=10, colour=True)
