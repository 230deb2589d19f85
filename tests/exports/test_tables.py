"""csv and jsonl: whatever a ledger says comes back, and a wrong cell is told with its line and column."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RECORDED, ROOT, Run, load_text
from dumps import dump
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_file.random_records import Records, as_yaml, ledgers

from truce_tracker import store
from truce_tracker.errors import LedgerProblems
from truce_tracker.judgements.derive import settle
from truce_tracker.ledger_file.flat.cells import cells, guarded, joined, split, unguarded
from truce_tracker.ledger_file.flat.reading import read_flat
from truce_tracker.ledger_file.flat.writing import write_csv, write_jsonl
from truce_tracker.ledger_file.history import Act
from truce_tracker.ledger_file.loader import load
from truce_tracker.ledger_file.read_store import stored_entries, stored_rows
from truce_tracker.ledger_file.writer import write_ledger

NewStore = Callable[[], Path]
WRITERS = {"csv": write_csv, "jsonl": write_jsonl}
SEED = ROOT / "data" / "seed_claims.yaml"


@pytest.fixture(scope="module")
def new_store(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    folder, numbers = tmp_path_factory.mktemp("random"), itertools.count()

    def make() -> Path:
        for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-4]:
            old.unlink()
        return Path(shutil.copy(empty_store, folder / f"{next(numbers)}.db"))

    return make


def as_tables(path: Path, form: str) -> list[tuple[str, bytes]]:
    with store.snapshot(path) as connection:
        entries = stored_entries(connection, stored_rows(connection), texts=True)
    tables = []
    for name, records in entries.items():
        stream = io.StringIO(newline="")
        WRITERS[form](name, records.values(), stream)
        tables.append((f"{name}.{form}", stream.getvalue().encode()))
    return tables


def as_yaml_export(path: Path) -> str:
    stream = io.StringIO()
    with store.snapshot(path) as connection:
        write_ledger(stored_entries(connection, stored_rows(connection), texts=True), stream)
    return stream.getvalue()


def problems(files: dict[str, str], path: Path) -> list[str]:
    with pytest.raises(LedgerProblems) as caught, store.transaction(path) as connection:
        load(connection, [(name, text.encode()) for name, text in files.items()], Act(RECORDED, "load"))
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@given(records=ledgers())
@settings(max_examples=25)
def test_nothing_is_lost(form: str, new_store: NewStore, records: Records) -> None:
    original, copy = new_store(), new_store()
    load_text(original, as_yaml(records))
    tables = as_tables(original, form)
    with store.transaction(copy) as connection:
        load(connection, tables, Act(RECORDED, "load"))
        settle(connection)
    assert as_yaml_export(copy) == as_yaml_export(original)
    assert dump(copy) == dump(original)
    assert as_tables(copy, form) == tables


any_text = st.text(min_size=1) | st.text("'=+-@＝ \t;[],\"\n", min_size=1, max_size=8)


@given(any_text)
def test_no_cell_is_a_formula_and_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(tuple("=+-@＝＋－＠﹦﹢﹣﹫"))


@given(st.lists(any_text.filter(str.strip), min_size=1))
def test_every_list_comes_back(items: list[str]) -> None:
    assert split(unguarded(guarded(joined(items)))) == items


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r")), min_size=2, max_size=2), min_size=1))
def test_cells_are_what_the_standard_library_reads(table: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([["a", "b"], *table])
    read = [[value for value, _ in line] for line in cells(stream.getvalue())]
    assert read == [["a", "b"], *(line for line in table if any(line))]


@given(st.text('a",;\n ', max_size=20))
def test_a_place_is_where_the_cell_begins(text: str) -> None:
    lines = text.split("\n")
    try:
        for line in cells(text):
            for value, place in line:
                rest = lines[place >> 32][place & 0xFFFFFFFF :]
                assert rest.startswith(('"', value.split("\n")[0]))
    except Exception as error:
        assert type(error).__name__ == "UnusableError"  # noqa: PT017


def test_the_seed_ledger_goes_out_and_comes_back(truce: Run, tmp_path: Path) -> None:
    truce("--db", "a.db", "init")
    truce("--db", "a.db", "export", "a.yaml")
    for form in ("csv", "jsonl"):
        assert truce("--db", "a.db", "export", "--format", form, "--dir", form).code == 0
        assert len(list((tmp_path / form).iterdir())) == 8
        assert truce("--db", f"{form}.db", "load", form).code == 0
        assert truce("--db", f"{form}.db", "export").out == (tmp_path / "a.yaml").read_text(encoding="utf-8")


def test_a_spreadsheet_of_another_country(db: Path) -> None:
    parties = "\ufeffid;name;aliases\r\nUS;United States;Washington;\r\nCN;China;Beijing\r\n\r\n"
    with store.transaction(db) as connection:
        loaded = load(connection, [("Parties.CSV", parties.encode())], Act(RECORDED, "load"))
    assert loaded.counts["parties"].new == 2


def test_what_a_person_writes_in_jsonl(db: Path) -> None:
    lines = '{"id": "US", "aliases": ["Washington"], "name": null}\n\n { "id" : "CN" , "name" : 2025 } \n'
    with store.transaction(db) as connection:
        load(connection, [("parties.jsonl", lines.encode())], Act(RECORDED, "load"))
    assert "name: '2025'" in as_yaml_export(db)


CSV_PROBLEMS = {
    "id,nmae\nUS,x\n": ["parties.csv:1:4: parties[1]: there is no key 'nmae' (did you mean name?)"],
    "id,name,name\nUS,x,y\n": ["parties.csv:1:9: parties[1]: the key 'name' is written twice: keep one"],
    "name\nx\n": [
        "parties.csv:1:1: file: the first line must name the columns, with id among them",
        "parties.csv:2:1: parties[1]: id is missing",
    ],
    "id,name\nUS,x,y\n": [
        "parties.csv:2:6: parties[US]: 'y' stands in no column: is there a comma too many before it?"
    ],
    "id,name\nU S,x\n": ["parties.csv:2:1: parties[1].id: 'U S' is no id: use letters (a-z), digits, '.', '_' and '-'"],
    'id,name\nUS,"a\nb"\nUS,c\n': ["parties.csv:4:1: parties[US].id: the id 'US' is taken by the party in line 2"],
    'id,name\nUS,"a\n': ["parties.csv:2:4: parties[1]: the quote that opens here is never closed"],
    'id,name\nUS,"a"b\n': [
        "parties.csv:2:7: parties[1]: text follows a closing quote: write a quote within quotes twice"
    ],
    "id,aliases\nUS,a; a\n": ["parties.csv:2:4: parties[US].aliases: 'a' is in the list twice: keep one"],
    "id,name\nUS,a\x07\n": ["parties.csv:2:4: parties[US].name: holds the control character U+0007: take it out"],
}


@pytest.mark.parametrize(("text", "expected"), CSV_PROBLEMS.items())
def test_problems_of_csv(text: str, expected: list[str], db: Path) -> None:
    assert problems({"parties.csv": text}, db) == expected


JSONL_PROBLEMS = {
    '{"id": "US"}\n{"id": "CN", "nmae": "x"}\n': [
        "parties.jsonl:2:14: parties[CN]: there is no key 'nmae' (did you mean name?)"
    ],
    '{"id": "US", "id": "CN"}': ["parties.jsonl:1:14: parties[US]: the key 'id' is written twice: keep one"],
    '{"id": "US", "name": ["x"]}': [
        "parties.jsonl:1:22: parties[US].name: is a list or an object where one value belongs"
    ],
    '{"id": "US", "aliases": "x"}': [
        "parties.jsonl:1:25: parties[US].aliases: is one value where a list, such as [one, two], belongs"
    ],
    '{"id": "US", "name": }': ["parties.jsonl:1:22: parties[1]: is not JSON: a value is missing here"],
    '{"id": "US"} {}': ["parties.jsonl:1:14: parties[1]: is not JSON: something follows the object: one object a line"],
    "[1]": ["parties.jsonl:1:1: parties[1]: is not JSON: { belongs here"],
    '{"id": "US", "name": "\\ud800"}': [
        "parties.jsonl:1:22: parties[US].name: holds the control character U+D800: take it out"
    ],
    '{"id": "US", "name": ""}': ["parties.jsonl:1:22: parties[US].name: is empty: write something, or leave it out"],
    '{"id": "US", "name": ' + "[" * 100_000: ["parties.jsonl:1:1: parties[1]: is nested too deep"],
}


@pytest.mark.parametrize(("text", "expected"), JSONL_PROBLEMS.items(), ids=lambda value: str(value)[:30])
def test_problems_of_jsonl(text: str, expected: list[str], db: Path) -> None:
    assert problems({"parties.jsonl": text}, db) == expected


def test_an_id_that_is_not_there_is_told_where_it_stands(db: Path) -> None:
    files = {"topics.csv": "id\nsoy\n", "commitments.jsonl": '{"id": "c", "topic": "soi", "obligors": ["US"]}\n'}
    assert problems(files, db) == [
        "commitments.jsonl:1:22: commitments[c].topic: there is no topic 'soi' (did you mean soy?)",
        "commitments.jsonl:1:41: commitments[c].obligors: there is no party 'US'",
    ]


@pytest.mark.parametrize("content", [b"\xff\xfei\0d\0", b"id,name\nUS,\xe9\n"])
def test_a_file_of_another_encoding(content: bytes) -> None:
    (problem,) = read_flat("parties.csv", content).problems
    assert "save" in problem.what


def test_files_and_folders_that_are_no_tables(truce: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "claimz.csv").write_text("id\n")
    (tmp_path / "both").mkdir()
    for suffix in ("csv", "jsonl"):
        (tmp_path / "both" / f"claims.{suffix}").touch()
    said = {name: truce("--db", "x.db", "load", name) for name in ("folder", "both", "claimz.csv")}
    assert {name: ran.code for name, ran in said.items()} == dict.fromkeys(said, 2)
    assert "folder is a folder without tables" in said["folder"].err
    assert "holds both claims.csv and claims.jsonl" in said["both"].err
    assert "claimz.csv:1:1: file: must be named after its list (did you mean claims?)" in said["claimz.csv"].err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "csv"], "name a folder for them with --dir"),
        (["--format", "csv", "--dir", "d", "f.csv"], "leave f.csv out"),
        (["--dir", "d"], "yaml is one file"),
        (["--format", "cvs", "--dir", "d"], "did you mean csv?"),
        (["--format", "csv", "--dir", "taken"], "taken cannot be made"),
    ],
)
def test_wrong_places(arguments: list[str], message: str, truce: Run, tmp_path: Path) -> None:
    truce("--db", "a.db", "init", "--empty")
    (tmp_path / "taken").touch()
    ran = truce("--db", "a.db", "export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert not (tmp_path / "d").exists()


def test_all_tables_appear_or_none(truce: Run, tmp_path: Path) -> None:
    truce("--db", "a.db", "init")
    folder = tmp_path / "out"
    (folder / "claims.csv").mkdir(parents=True)  # in the place of a file
    ran = truce("--db", "a.db", "export", "--format", "csv", "--dir", "out")
    assert ran.code == 2
    assert [path.name for path in folder.iterdir() if path.is_file()] == []


def test_jsonl_hides_nothing(truce: Run, db: Path, tmp_path: Path) -> None:
    load_text(db, 'format: truce/1\nparties: [{id: US, name: "a\\u202eb\\u2028稀土"}]\n')
    truce("--db", db, "export", "--format", "jsonl", "--dir", "out")
    line = (tmp_path / "out" / "parties.jsonl").read_text(encoding="utf-8")
    assert line == '{"id": "US", "name": "a\\u202eb\\u2028稀土"}\n'
    assert json.loads(line)["name"] == "a\u202eb\u2028稀土"
    assert not re.search("[\u202e\u2028]", line)
