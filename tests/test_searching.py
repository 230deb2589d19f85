"""Search: anything a person types finds what it means, and nothing errs."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from conftest import Run, load_text
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker import Ledger
from truce_tracker.searching import bigrams, match, match_any

LEDGER = """\
format: truce/1
parties: [{id: US}, {id: CN}]
topics: [{id: ores, name: Rare earths}]
commitments:
  - {id: licences, summary: 'Issue general licences for rare earths, 稀土出口许可', topic: ores, obligors: [CN]}
sources:
  - {id: page, published: 2025-11-20, text: "Licensing of rare-earth exports was suspended; C++ is a language.\\n"}
  - {id: later, published: 2025-12-20, text: "商务部：中方将依法依规审批稀土出口申请。"}
claims:
  - {id: buys, party: CN, source: page, topic: ores, stance: affirms, text: Buyers were buying "soon", note: kept}
  - {id: zurich, party: US, source: page, topic: ores, stance: affirms, text: Meets in Zürich on 2025-11-27}
"""


@pytest.fixture(scope="module")
def path(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("searched") / "truce.db"))
    load_text(path, LEDGER)
    return path


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("licence", ["licences"]),
        ("exporting", ["page"]),
        ("suspends", ["page"]),
        ("rare-earths", ["licences", "page"]),
        ("earths rare", ["licences", "page"]),
        ('"earths rare"', []),
        ('"rare earths"', ["licences", "page"]),
        ("“rare earths”", ["licences", "page"]),
        ("buy", ["buys"]),
        ("zurich", ["zurich"]),
        ("2025-11-27", ["zurich"]),
        ("KEPT", ["buys"]),
        ("C++", ["page"]),
        ("c", ["page"]),
        ("稀土", ["later", "licences"]),
        ("出口许可", ["licences"]),
        ("土", ["later", "licences"]),
        ("稀土 审批", ["later"]),
        ("稀土 licences", ["licences"]),
        ("稀 licences", ["licences"]),
        ("许可稀土", []),
        ('"', []),
        ("", []),
        ("++", []),
        ("AND", []),
        ("rare NOT earths", []),
        ("text:rare", []),
        ("rare*", ["licences", "page"]),
        ("(rare", ["licences", "page"]),
        ("nothing such", []),
    ],
)
def test_found(path: Path, words: str, found: list[str]) -> None:
    with Ledger.open(path) as ledger:
        assert sorted(row.id for row in ledger.search(words, "2025-12-31")) == found


def test_only_what_was_known_by_the_day(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert [row.id for row in ledger.search("稀土", "2025-12-19")] == ["licences"]


@pytest.mark.parametrize(
    ("words", "id", "marked"),
    [
        ("licensing", "page", ["Licensing"]),
        ("rare-earths", "page", ["rare-earth"]),
        ("稀土", "later", ["稀土"]),
        ("稀土 licence", "licences", ["licences", "稀土"]),
    ],
)
def test_marked(path: Path, words: str, id: str, marked: list[str]) -> None:
    with Ledger.open(path) as ledger:
        row = next(row for row in ledger.search(words, "2025-12-31") if row.id == id)
    assert [row.passage[begin:end] for begin, end in row.marks] == marked


@given(words=st.text() | st.text(alphabet="ab稀土\"“”*:^+-(){}' \x00\ud800"))
def test_any_query(path: Path, words: str) -> None:
    with Ledger.open(path) as ledger:
        for row in ledger.search(words, "2025-12-31"):
            assert all(0 <= begin <= end <= len(row.passage) for begin, end in row.marks)
        ledger.likely_commitments(words)
        ledger.claims("2025-12-31", search=words)


@given(words=st.text(min_size=1))
def test_any_query_is_one_that_fts5_reads(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, bigrams)")
    for query in (match(words), match_any(words)):
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall()


def test_pairs_of_characters() -> None:
    assert bigrams("稀土出口", "abc", None, "中 a 国人") == "稀土 土出 出口 中 国人"
    assert bigrams("abc", None) is None


def test_on_the_command_line(truce: Run, path: Path) -> None:
    ran = truce("--db", path, "search", "rare-earths", "suspended")
    text = "Licensing of «rare-earth» exports was «suspended»; C++ is a language."
    assert (ran.code, ran.out, ran.err) == (0, f"source page  2025-11-20\n    {text}\n", "1 found\n")
    assert truce("--db", path, "search", '"').err == "nothing found\n"
    assert truce("--db", path, "claims", "--search", "buy", "--format", "csv").out.count("\n") == 2
