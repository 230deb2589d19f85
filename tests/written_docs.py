"""What the documents have from the program: help, tables of words and keys, the output of sessions; and what the
package has from its models, the SQL that makes the tables.

`./dev docs` writes all of it anew (`python tests/written_docs.py`), and test_docs.py holds the pages to it. All else in
a page is written by hand.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from truce_tracker import rows
from truce_tracker.cli.program import GROUPS, program
from truce_tracker.model import METADATA
from truce_tracker.verdicts import MilestoneStatus, State, Status, Term

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
DEFINITIONS = ROOT / "docs" / "definitions.md"
TABLES = ROOT / "truce_tracker" / "store" / "tables.sql"
POSTGRESQL_TABLES = ROOT / "truce_tracker" / "store" / "postgresql" / "tables.sql"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md")
_WIDTH: Any = {"terminal_width": 78}  # as on a terminal of 80 columns and in a pipe

# -- sessions: each command of a page is run, in a folder with what the page shows as talks.yaml and article.txt -------

_SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ (truce .*)$", re.MULTILINE)
_MOMENT = re.compile(r"(?<=recorded    )\S+Z")
_ARTICLE = re.compile(r"```text\n(.*?)```", re.DOTALL)
_LEDGER = re.compile(r"```yaml\n(format: truce/2\n.*?)```", re.DOTALL)


def with_sessions(text: str) -> str:
    """A page with what its commands write today, on a store made from the seed ledger."""
    if not _SESSION.search(text):
        return text
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ledger in _LEDGER.findall(text):
            (folder / "talks.yaml").write_text(ledger, encoding="utf-8")
        for article in _ARTICLE.findall(text):
            (folder / "article.txt").write_text(article, encoding="utf-8")
        _run("truce init", folder)
        return _SESSION.sub(lambda found: f"```console\n{_played(found[1], folder)}```", text)


def _played(session: str, folder: Path) -> str:
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in _COMMAND.findall(session))


def _run(command: str, folder: Path) -> str:
    """What a reader sees on stdout and stderr, in a pipe."""
    environment = os.environ | {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
    }
    done = subprocess.run(
        [sys.executable, "-m", "truce_tracker", *shlex.split(command)[1:]],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stdout, done.stdout.decode()
    return _MOMENT.sub("2026-01-01T00:00:00Z", done.stdout.decode().replace(str(folder), "~"))


# -- the commands, from their help -------------------------------------------------------------------------------------

_ABOUT_COMMANDS = """\
# Commands

The help of `truce` and of each command, as `truce help COMMAND` prints it. What the words mean is in
[definitions](definitions.md).
"""


def commands_page() -> str:
    """The help of every command, in the groups of `truce --help`."""
    root = program.make_context("truce", ["help"], **_WIDTH)
    parts = [_ABOUT_COMMANDS, f"```text\n{_plain(program.get_help(root))}```\n"]
    for title, names in GROUPS.items():
        parts.append(f"## {title}\n")
        for name in names:
            command: Any = program.get_command(root, name)  # type: ignore[attr-defined]
            context = typer.Context(command, info_name=name, parent=root)
            parts.append(f"### truce {name}\n\n```text\n{_plain(command.get_help(context))}```\n")
    return "\n".join(parts)


def _plain(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.rstrip().split("\n"))


# -- the tables of the definitions: a sentence for each verdict, the keys of each row ----------------------------------

_VERDICTS = "| of | verdict | means |\n|---|---|---|\n"
_KEYS = "| command | keys |\n|---|---|\n"
_ROWS = {
    "`claims`": rows.ClaimRow,
    "`one-sided`": rows.OneSidedRow,
    "`unmatched`": rows.UnmatchedRow,
    "`commitments`": rows.CommitmentRow,
    "`overdue`, `deadlines`": rows.MilestoneRow,
    "`divergences`": rows.Divergence,
}


def with_tables(text: str) -> str:
    """The definitions with the tables that are made from the vocabulary and the rows."""
    verdicts = (
        ("a claim", (Term.ONE_SIDED,)),
        ("a commitment", (Term.UNMATCHED, Term.CLOSED)),
        ("a commitment: its status", (*Status,)),
        ("a commitment: its state", (*State,)),
        ("a milestone", (*MilestoneStatus,)),
        ("two claims", (Term.TELLING, Term.DIVERGENCE)),
    )
    meanings = [f"| {of} | {word} | {word.meaning} |\n" for of, words in verdicts for word in words]
    keys = [f"| {command} | {', '.join(_keys(kind))} |\n" for command, kind in _ROWS.items()]
    return _with_table(_with_table(text, _VERDICTS, meanings), _KEYS, keys)


def _with_table(text: str, head: str, lines: list[str]) -> str:
    return re.sub(rf"{re.escape(head)}(?:\|.*\n)*", lambda _: head + "".join(lines), text, count=1)


def _keys(kind: Any) -> Iterator[str]:
    """The keys of a row, with those of the rows within it: ``responses: [{party, position}]``."""
    hints = get_type_hints(kind)
    for name in rows.field_names(kind):
        within = [each for each in (hints[name], *get_args(hints[name])) if hasattr(each, "__dataclass_fields__")]
        if not within:
            yield name
        elif get_args(hints[name])[-1] is ...:
            yield f"{name}: [{{{', '.join(_keys(within[0]))}}}]"
        else:
            yield f"{name}: {{{', '.join(_keys(within[0]))}}}"


# -- the tables of the store, from the models --------------------------------------------------------------------------

_ABOUT_TABLES = """\
-- The tables of a new store, made from truce_tracker/model.py by `./dev docs`: change that, and write this anew.
"""


def tables_sql() -> str:
    """The statements that make the tables, in the order of the models."""
    tables = METADATA.tables.values()
    made = [CreateTable(each) for each in tables]
    return _ABOUT_TABLES + _statements([*made, *_indexes(tables)], sqlite.dialect())


# what is of another type in PostgreSQL; text is compared by its bytes there, as in SQLite
_IN_POSTGRESQL = (
    (r",\n\tCHECK \(\w+ IN \(0, 1\)\)", ""),
    (r"\bVARCHAR\b", 'TEXT COLLATE "C"'),
    (r"\bJSON\b", "TEXT"),
    (r"\b(?:BIG)?SERIAL\b|\bINTEGER\b", "BIGINT"),
    (r"\bFLOAT\b", "DOUBLE PRECISION"),
    (r"\bDEFAULT 1\b", "DEFAULT TRUE"),
    (r"\bcumulative = 1\b", "cumulative"),
)


def postgresql_tables_sql() -> str:
    """The same for PostgreSQL, where references are made behind all tables, and checked at the end of a transaction."""
    tables = METADATA.tables.values()
    for index in (index for each in tables for index in each.indexes):
        index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
    made = _statements(
        [*(CreateTable(each, include_foreign_key_constraints=[]) for each in tables), *_indexes(tables)],
        postgresql.dialect(),
    )
    for pattern, instead in _IN_POSTGRESQL:
        made = re.sub(pattern, instead, made)
    return _ABOUT_TABLES + made + "".join(_reference(key) for each in tables for key in _references(each))


def _references(table: Any) -> list[Any]:
    return sorted(table.foreign_key_constraints, key=lambda key: str(key.elements[0].parent.name))


def _reference(key: Any) -> str:
    ((column, other),) = ((each.parent, each.column) for each in key.elements)
    refers = f'FOREIGN KEY ("{column.name}") REFERENCES "{other.table.name}" ("{other.name}") DEFERRABLE'
    return f'ALTER TABLE "{key.parent.name}" ADD {refers};\n'


def _indexes(tables: Iterable[Any]) -> list[Any]:
    return [CreateIndex(index) for each in tables for index in sorted(each.indexes, key=lambda index: str(index.name))]


def _statements(made: Iterable[Any], dialect: Any) -> str:
    statements = (str(each.compile(dialect=dialect)).strip() for each in made)
    return "".join(f"{_plain(each).rstrip()};\n" for each in statements)


# -- pages -------------------------------------------------------------------------------------------------------------

_MADE: dict[Path, Callable[[str], str]] = {
    COMMANDS: lambda _: commands_page(),
    DEFINITIONS: with_tables,
    TABLES: lambda _: tables_sql(),
    POSTGRESQL_TABLES: lambda _: postgresql_tables_sql(),
}


def true_page(page: Path) -> str:
    """A page as it should be: with what the program says today."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return _MADE.get(page, with_sessions)(text)


if __name__ == "__main__":
    for page in dict.fromkeys(
        (TABLES, POSTGRESQL_TABLES, COMMANDS, DEFINITIONS, *PAGES)
    ):  # sessions last: they stop at a command that fails
        written = page.read_text(encoding="utf-8") if page.exists() else ""
        if (true := true_page(page)) != written:
            page.write_text(true, encoding="utf-8")
            sys.stdout.write(f"wrote {page.relative_to(ROOT)}\n")
