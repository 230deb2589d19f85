"""The documents are true: what they show is what truce says, what they name is there, and every word is defined."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, Run
from written_docs import COMMANDS, DEFINITIONS, PAGES, POSTGRESQL_TABLES, TABLES, true_page

import truce_tracker
from truce_tracker.deadlines import read_phrase
from truce_tracker.ledger_file.format import LISTS, PROPOSED
from truce_tracker.verdicts import MilestoneStatus, Position, Role, Scope, State, Status
from truce_tracker.vocabulary import Bound, DeadlineKind, Instrument, Modality, Reason, Stance, Word, Words

ROOMS = ("", "truce_tracker", "truce_tracker/judgements/sql", "tests")  # where a path that a page names may begin
_TEXTS = (*PAGES, ROOT / "CHANGELOG.md")
_SECTION = re.compile(r"^#+ (.+)$\n((?:(?!#+ ).*\n?)*)", re.MULTILINE)
_CITED = re.compile(r"\(definitions: ([^)]*)\)")
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")


def _sections() -> dict[str, str]:
    return dict(_SECTION.findall(DEFINITIONS.read_text(encoding="utf-8")))


def _first_cells(section: str) -> list[str]:
    """The words in code in the first column of the tables of a section."""
    cells = re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


# -- what the program says is what the documents show ------------------------------------------------------------------


@pytest.mark.parametrize(
    "page", dict.fromkeys((*PAGES, COMMANDS, TABLES, POSTGRESQL_TABLES)), ids=lambda page: str(page.relative_to(ROOT))
)
def test_what_a_page_shows_is_what_truce_says_today(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == true_page(page), "run ./dev docs, and look at what it changes"


def test_the_help_of_a_command_is_in_the_page_of_commands(truce: Run) -> None:
    page = COMMANDS.read_text(encoding="utf-8")
    for arguments in (("--help",), ("overdue", "--help"), ("help", "import")):
        assert f"```text\n{truce(*arguments).out}```\n" in page


# -- the definitions are complete --------------------------------------------------------------------------------------


def test_what_sql_and_tests_cite_is_a_heading_or_a_term_of_the_definitions() -> None:
    text = DEFINITIONS.read_text(encoding="utf-8")
    terms = {*_sections(), *re.findall(r"\*\*([^*`]+)\*\*", text)}
    cited = {
        (path.relative_to(ROOT).as_posix(), name)
        for room in ("truce_tracker", "tests", "docs")
        for path in (ROOT / room).rglob("*.*")
        if path.suffix in (".py", ".sql", ".md")
        for citation in _CITED.findall(re.sub(r"\n(?:-- |    )?", " ", path.read_text(encoding="utf-8")))
        for name in re.findall(r'"([^"]+)"', citation)
    }
    assert len(cited) > 20
    assert not {(where, name) for where, name in cited if name not in terms}


def test_every_key_of_the_file_is_in_the_table_of_its_list() -> None:
    text = _sections()["Records and keys"]
    tables = dict(re.findall(r"^\*\*(\w+)\*\*((?:.*\n)(?:\n?\|.*\n|\n)*)", text, re.MULTILINE))
    told = {name: set(re.findall(r"`([a-z_]+)`", table)) for name, table in tables.items()}
    for name, keys in LISTS.items():
        assert not set(keys) - {PROPOSED} - told[name], name
        needed = set(re.findall(r"\*\*`([a-z_]+)`\*\*", tables[name]))
        assert needed == {key for key, meant in keys.items() if meant.required}, name


@pytest.mark.parametrize(
    ("heading", "words"),
    [("Stances", Stance), ("Status", Status), ("State", State), ("Divergence", Scope)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_table_of_a_closed_set_has_its_words_in_their_order(heading: str, words: type[Word]) -> None:
    assert _first_cells(_sections()[heading]) == [word.value for word in words]


def test_the_table_of_the_gate_has_its_codes() -> None:
    page = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)` \| (\w+) \| ([\w ]+) \| (.+) \|$", page, re.MULTILINE)
    assert rows == [(code, code.slot, code.verdict, code.meaning) for code in Reason]


def test_the_statuses_of_a_milestone_are_tried_in_their_order() -> None:
    told = _first_cells(_sections()["Milestones"])
    assert list(dict.fromkeys(told)) == [word.value for word in MilestoneStatus]
    assert [word for word in told if told.count(word) > 1] == ["waiting", "waiting"]  # once for each kind


@pytest.mark.parametrize("words", [Position, Role, Modality, Instrument, Words, DeadlineKind, Bound])
def test_every_word_is_in_the_definitions(words: type[Word]) -> None:
    text = DEFINITIONS.read_text(encoding="utf-8")
    assert not [word for word in words if not re.search(rf"\b{re.escape(word)}\b", text)]


def test_the_phrases_of_the_definitions_read_as_they_say() -> None:
    rows = re.findall(r"^\| ([^|`]+) \| ([^|]+) \|$", _sections()["Phrases"], re.MULTILINE)[1:]
    assert len(rows) > 7
    for phrases, told in rows:
        days = re.findall(r"\d{4}-\d\d-\d\d", told)
        for phrase in re.split(r"[;,] (?=until|through|in the|by)", phrases):
            due = read_phrase(phrase, date(2025, 11, 16)).due
            assert (due and due.isoformat()) == (days[-1] if days else None), phrase


# -- what is named is there --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", _TEXTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for file, anchor in _LINK.findall(text):
        if file.startswith("http"):
            continue
        target = (page.parent / file) if file else page
        assert target.exists(), file
        heads = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}, (
            anchor
        )
    for name in re.findall(r"`(?!truce/)(?=[a-z.])((?:[\w-]+/)+[\w.-]*|[a-z_0-9]+\.(?:py|sql))`", text):
        assert "NAME" in name or _is_there(name), f"{page.name} names {name}"


def _is_there(name: str) -> bool:
    """Whether a path that a page names is one, from one of the rooms on; a bare name of a file, in any folder."""
    if "/" in name:
        return any((ROOT / room / name).exists() for room in ROOMS)
    return any(next((ROOT / room).rglob(name), None) for room in ("truce_tracker", "tests"))


def test_nothing_cites_a_document_that_is_not_here() -> None:
    words = re.compile(r"\bDESIGN\b|\bSTYLE\.md|house-review|sql-notes|seed-corrections|/work/")
    citing = {
        path.relative_to(ROOT).as_posix()
        for room in ("truce_tracker", "docs", "data", "bench", "tests")
        for path in (ROOT / room).rglob("*.*")
        if path.suffix in (".py", ".sql", ".md", ".yaml") and path != Path(__file__)
        if words.search(path.read_text(encoding="utf-8"))
    }
    assert not citing


def test_the_change_log_tells_of_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(truce_tracker.__version__)} \(", log, re.MULTILINE)


def test_the_package_says_whose_it_is_and_how_it_may_be_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["authors"] == [{"name": "truce contributors"}]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
