"""`truce --help` names every command under what a person wants, a line each; a command's help has examples that run."""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT, Run, load_text

from truce_tracker.cli import program
from truce_tracker.cli.program import COMMANDS, GROUPS

EXAMPLE = re.compile(r"^  (?:Example: |  )(truce .*)$", re.MULTILINE)
ARTICLE = "The Daily\n\nThe minister said on Tuesday that China will buy soybeans by the end of January.\n"
LEDGER = "format: truce/1\nparties:\n- {id: EU, name: European Union}\n"
# what the seed ledger or a pipe lacks
REFUSED = {
    "truce edit bessent-thanksgiving-1116": "truce: no editor is named",
    "truce undo --command 7": "truce: there is no command 7",
    "truce restore talks-before-the-summit.db": "truce: there is no copy at",
    "truce merge base.yaml ours.yaml theirs.yaml -o all.yaml": "truce: base.yaml cannot be read",
    "truce merge --install-git": "truce: git says: fatal: not a git repository",
    "truce copy talks.db 'postgresql://desk.example/truce?ledger=talks'": "truce: there is no store at talks.db",
    "truce --db postgresql://desk.example/truce ledgers": "truce: postgresql://desk.example/truce?ledger=truce: ",
    "truce redo": "truce: there is nothing to redo",
    "truce import article.txt": "truce: there is no terminal to ask on: ",
}


def test_every_command_has_a_line_in_its_group(run: Run) -> None:
    written = run("--help").out
    blocks = dict(re.findall(r"^([A-Z][a-z ]+):\n((?:  .+\n)+)", written, re.MULTILINE))
    for title, commands in GROUPS.items():
        lines = [line.split() for line in blocks[title].splitlines()]
        assert [words[0] for words in lines] == list(commands)
        assert not [words for words in lines if words[-1].endswith("...")]
    assert {name for group in GROUPS.values() for name in group} == set(COMMANDS) - {"help"}


@pytest.mark.parametrize("arguments", [("-h",), ("help",)])
def test_help_by_other_names(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == run("--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert run(name, "-h") == run("help", name) == ran
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.fixture(scope="module")
def seed_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the seed ledger."""
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("seed") / "seed.db"))
    load_text(path, (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8"))
    return path


@pytest.fixture
def seeded(seed_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own with the seed ledger, an article and a ledger file beside it."""
    monkeypatch.setenv("TRUCE_DB", "seed.db")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "talks.yaml").write_text(LEDGER, encoding="utf-8")
    return Path(shutil.copy(seed_store, tmp_path / "seed.db"))


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"browse"}))  # which serves until it is interrupted
def test_examples_run(run: Run, seeded: Path, name: str) -> None:
    if name == "sql" and not find_spec("truce_tracker.judgements.compose"):
        pytest.skip("no query is composed yet")
    shown = EXAMPLE.findall(run(name, "--help").out)
    assert 1 <= len(shown) <= 2
    for example in shown:
        ran = run(*shlex.split(example)[1:])
        assert ran.err.startswith(REFUSED.get(example, "")), ran.err
        assert ran.code == (2 if example in REFUSED else 1 if {"--check", "--strict"} & set(example.split()) else 0), (
            ran.err
        )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_a_command_is_that_of_its_own_help(name: str) -> None:
    """The list of commands reads the line from the file, without importing it."""
    told = program._first_line(name)
    assert told is None or told == program.program.get_command(None, name).get_short_help_str(200)


def test_a_line_that_cannot_be_read_comes_from_the_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("--help").out
    monkeypatch.setattr(program, "_first_line", lambda name: None)
    assert run("--help").out == before
