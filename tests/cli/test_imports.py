"""What a listing loads: Python, the store, the rows. Nothing that takes long, and no module by accident."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

HEAVY = {
    "sqlmodel", "sqlalchemy", "pydantic", "yaml", "rich", "jinja2", "dateutil", "platformdirs", "trafilatura", "lxml",
    "rapidfuzz", "psycopg", "sqlglot",
}  # fmt: skip
STORE = {f"truce_tracker.store.{name}" for name in ("address", "opening", "creating")}
FIRST = {"truce_tracker", "truce_tracker.cli", "truce_tracker.cli.program", "truce_tracker.cli.session"}
LISTING = {f"truce_tracker.cli.{name}" for name in ("listings", "options", "output")}
ASKED = ("truce_tracker.judgements", "truce_tracker.render", "truce_tracker.rows", "truce_tracker.searching")
BELOW = {f"truce_tracker.{name}" for name in ("store", "errors", "vocabulary", "dates", "numerals")} | STORE

TELL = """
import json, sys
from truce_tracker.cli import main
sys.argv = ["truce", *sys.argv[1:]]
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_of(*arguments: str | Path) -> set[str]:
    """The modules that are there when a command has run."""
    command = [sys.executable, "-c", TELL, *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    return set(json.loads(ran.stderr.splitlines()[-1]))


def heavy(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules} & HEAVY


def own(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "truce_tracker"}


@pytest.mark.parametrize(
    "arguments", [("claims",), ("overdue", "--format", "json"), ("one-sided", "--format", "csv", "--party", "US")]
)
def test_a_listing(talks: Path, arguments: tuple[str, ...]) -> None:
    modules = modules_of("--db", talks, *arguments)
    assert heavy(modules) == set()
    others = own(modules) - FIRST - LISTING - BELOW
    assert {name for name in others if not name.startswith(ASKED)} == set()


def test_truce_alone_where_there_is_no_store(tmp_path: Path) -> None:
    modules = modules_of("--db", tmp_path / "none.db")
    assert heavy(modules) == set()
    assert own(modules) - STORE == FIRST | {"truce_tracker.store", "truce_tracker.errors"}


def test_truce_alone(talks: Path) -> None:
    modules = modules_of("--db", talks)
    assert heavy(modules) == set()
    others = own(modules) - FIRST - LISTING - BELOW - {"truce_tracker.cli.status", "truce_tracker.verdicts"}
    assert {name for name in others if not name.startswith(ASKED)} == set()


def test_help() -> None:
    assert heavy(modules_of("--help")) == set()


def test_an_error(talks: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "truce_tracker", "--db", str(talks), "claims", "--party", "XX"]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert ran.returncode == 2
    assert heavy({line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}) == set()


def test_a_load_needs_no_models(talks: Path, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("format: truce/2\ntopics: [{id: ports}]\n", encoding="utf-8")
    assert heavy(modules_of("--db", talks, "load", tmp_path / "one.yaml")) == {"yaml"}
