"""The table of commands and the files of the room: each command has its file, each file its command, no circle."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import grimp
import pytest
from conftest import ROOT

from truce_tracker.cli.program import COMMANDS

ROOM = ROOT / "truce_tracker" / "cli"
SHARED = {
    "__init__",
    "program",
    "session",
    "options",
    "pager",
    "browse_plugin",
    "output",
    "files",
    "gating",
    "seeding",
    "listings",
    "writing",
    "hindsight",
    "asking_lines",
    "editor",
}
LISTINGS = {
    "claims", "one-sided", "unmatched", "commitments", "overdue", "deadlines", "divergences", "silence", "parties",
    "speakers", "topics", "sources",
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function_in_its_file(name: str) -> None:
    module, function = COMMANDS[name]
    own = name.replace("-", "_")
    file = "listings" if name in LISTINGS else "importing.command" if name == "import" else own
    assert (module, function) == (file, "import_article" if name == "import" else own)
    assert callable(vars(import_module(f"truce_tracker.cli.{module}"))[function])


def test_every_file_has_its_command() -> None:
    files = {path.stem for path in ROOM.glob("*.py")} - SHARED
    assert files == {module for name, (module, _) in COMMANDS.items() if module == name.replace("-", "_")}
    assert {name for name, (module, _) in COMMANDS.items() if module == "listings"} == LISTINGS


def test_no_module_leads_back_to_itself() -> None:
    graph = grimp.build_graph("truce_tracker", cache_dir=None)
    room = {module for module in graph.modules if module.startswith("truce_tracker.cli")}
    leads = {module: graph.find_modules_directly_imported_by(module) & room for module in room}
    while leads:
        ends = {module for module, onwards in leads.items() if not onwards & set(leads)}
        assert ends, f"these import each other: {sorted(leads)}"
        leads = {module: onwards for module, onwards in leads.items() if module not in ends}


def test_nothing_is_asked_in_sql_and_nothing_called_by_a_name_that_was_put_together() -> None:
    found = {
        (path.relative_to(ROOM).as_posix(), word)
        for path in ROOM.rglob("*.py")
        for word in ("locals()", "getattr(", "setattr(", ".connection", "SELECT ", "import_module(")
        if word in Path(path).read_text(encoding="utf-8")
    }
    assert found == {
        ("program.py", "getattr("),  # the table of commands
        ("program.py", "import_module("),
        ("browse.py", "import_module("),  # Datasette, which may not be there
    }
