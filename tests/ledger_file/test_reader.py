"""What the reader takes, what it refuses before it reads a word, and that no bytes crash or hang it."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from truce_tracker.ledger_file import nodes, reader, records
from truce_tracker.ledger_file.format import LISTS
from truce_tracker.ledger_file.reader import LedgerFile, read_ledger

BASE = Path(__file__).with_name("base.yaml").read_text(encoding="utf-8")


def problems(content: str | bytes) -> list[str]:
    found = read_ledger("ledger.yaml", content.encode() if isinstance(content, str) else content)
    return [str(problem) for problem in found.problems]


def parties(content: str | bytes) -> list[dict[str, object]]:
    found = read_ledger("ledger.yaml", content.encode() if isinstance(content, str) else content)
    assert found.problems == []
    return [record.values for record in found.records["parties"]]


# -- taken as it is --------------------------------------------------------------------------------------------------

PLAIN_WORDS = [
    "NO", "yes", "on", "12:30", "0x1F", "010", "1_000", "1e3", ".inf", ".nan", "2025-11", "2025-11-27", "0b1", "=",
    "<<", "1.0", "true", "- a", "? b", "NO # no comment", "a:b", "~user", "nulls", "!", "&", "*",
]  # fmt: skip


@pytest.mark.parametrize("word", PLAIN_WORDS)
def test_every_scalar_is_text(word: str) -> None:
    """In quotes any word is itself; without them the words of YAML's own types are too."""
    assert parties(f"parties:\n- {{id: UK, name: '{word}'}}\n") == [{"id": "UK", "name": word}]
    if word[0] not in "!&*?-=" and "#" not in word:
        assert parties(f"parties:\n- id: UK\n  name: {word}\n") == [{"id": "UK", "name": word}]


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_nothing_after_the_colon_is_nothing(nothing: str) -> None:
    assert parties(f"parties:\n- id: UK\n  name: {nothing}\n") == [{"id": "UK"}]


@pytest.mark.parametrize("word", ["~", "null"])
def test_null_in_quotes_is_a_word(word: str) -> None:
    assert parties(f"parties:\n- {{id: UK, name: '{word}'}}\n") == [{"id": "UK", "name": word}]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a comment\n", "---\n", "--- ~\n", "null\n", "~"])
def test_a_file_without_anything(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize("value", ["", "[]", "~"])
def test_a_list_without_anything(value: str) -> None:
    assert parties(f"format: truce/1\nparties: {value}\nclaims: {value}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "parties:\n- id: UK\n  name: Britain\n",
        "parties:\n  - id: UK\n    name: Britain\n",
        "parties:\r\n- id: UK\r\n  name: Britain\r\n",
        "---\nparties: [{name: Britain, id: UK}]\n...\n",
        '{"parties": [{"id": "UK", "name": "Britain"}], "format": "truce/1"}',
        "parties:\n- id: >-\n    UK\n  name: |-\n    Britain",
        '"parties":\n- "id": "\\x55K"\n  \'name\': Britain # so called\n',
        "%YAML 1.1\n---\nparties:\n-\n  id: UK\n  name: Britain\n",
    ],
)
def test_any_way_of_writing_it(text: str) -> None:
    assert sorted(parties(text)[0].items()) == [("id", "UK"), ("name", "Britain")]


def test_text_that_a_person_would_write() -> None:
    text = 'sources:\n- id: a\n  note: >\n    one\n    two\n  text: |\n    稀土: "no"\n\n      # kept\n  title: it\'s\n'
    values = read_ledger("ledger.yaml", text.encode()).records["sources"][0].values
    assert values == {"id": "a", "note": "one two\n", "text": '稀土: "no"\n\n  # kept\n', "title": "it's"}


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    assert parties(codecs.BOM_UTF8 + b"parties:\n- id: UK\n") == [{"id": "UK"}]


def test_a_column_counts_characters() -> None:
    told = "ledger.yaml:2:22: parties[UK]: there is no key 'nmae' (did you mean name?)"
    assert problems("parties:\n- {name: é😀, id: UK, nmae: x}\n") == [told]


# -- refused before a word is read -----------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    assert problems(BASE.encode(encoding)) == ["ledger.yaml:1:1: file: is UTF-16: save it as UTF-8"]


def test_latin_1() -> None:
    assert problems("parties:\n- id: FR\n  name: Lié\n".encode("latin-1")) == [
        "ledger.yaml:3:11: file: is not UTF-8: byte 0xE9 is no character; save the file as UTF-8"
    ]


def test_a_file_of_another_kind() -> None:
    assert problems(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") == [
        "ledger.yaml:2:2: file: is not UTF-8: byte 0xE2 is no character; save the file as UTF-8"
    ]


def test_control_characters_are_told_each_at_its_place() -> None:
    assert problems("parties:\n- id: UK\n  name: a\x00b\x1b[31m\ntopics:\n- id: \x7f\n") == [
        "ledger.yaml:3:10: file: holds the control character U+0000: take it out",
        "ledger.yaml:3:12: file: holds the control character U+001B: take it out",
        "ledger.yaml:5:7: file: holds the control character U+007F: take it out",
    ]


def test_a_file_full_of_control_characters_is_told_in_a_few_lines() -> None:
    assert len(problems(b"xx" + b"\0" * 5_000_000)) == 20


def test_over_200_mb_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LARGEST_PIPED", len(BASE) - 1)
    piped = read_ledger("stdin", BASE.encode())
    assert list(map(str, piped.problems)) == ["stdin:1:1: file: is over 200 MB: write it to a file, and load that"]
    assert problems(BASE) == []  # a file on disk has an end: an export of a million claims can be loaded again


def test_what_may_be_lost_to_a_problem_is_told() -> None:
    """So that references to it are not called unknown."""
    assert read_ledger("a", b"parties:\n- {name: Britain}\n").incomplete == {"parties"}
    assert read_ledger("a", b"partys:\n- {id: UK}\n").incomplete == {"parties"}
    assert read_ledger("a", b"parties:\n- {id: UK, nmae: Britain}\n").incomplete == set()
    assert read_ledger("a", b"parties:\n- {id: UK\n").incomplete == set(LISTS)


# -- nothing crashes it ----------------------------------------------------------------------------------------------


def is_told(found: LedgerFile, content: bytes) -> bool:
    """Whether every record and every problem stands somewhere in the file."""
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in found.problems:
        if not (1 <= problem.line <= len(lines) + 1 and problem.column >= 1 and problem.what):
            return False
    return all(record.values.get("id") for records in found.records.values() for record in records)


PIECES = [
    "parties:\n", "claims:\n", "format: truce/1\n", "- ", "id: ", "UK", "\n", "  ", "\t", ": ", "{", "}", "[", "]", ",",
    "'", '"', "&a ", "*a", "!t ", "!!str ", "|", ">", "|\n", "? ", "---\n", "...\n", "%YAML 1.1\n", "# ", "~", "<<: ",
    "\ufeff", "\x85", "\u2028", "\x00", "😀", "\r", "\r\n", "@", "`", "\\", "said: 10/11/2026", "quantity: 1,2,3",
    "deadline: d@", "aliases: [",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
@example("parties:\n- id: &a\n")
@example("? [a, b]\n: c\n")
def test_no_text_crashes_it(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    assert is_told(read_ledger("ledger.yaml", content), content)


@given(st.binary(max_size=200))
def test_no_bytes_crash_it(content: bytes) -> None:
    assert is_told(read_ledger("ledger.yaml", content), content)


@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_no_damage_to_a_ledger_crashes_it(randomly: random.Random, times: int) -> None:
    text = BASE
    for _ in range(times):
        at = randomly.randrange(len(text))
        end = min(at + randomly.choice([0, 1, 1, 5, 30]), len(text))
        text = text[:at] + randomly.choice(["", *PIECES, text[end:at], text[at:end] * 2]) + text[end:]
    content = text.encode("utf-8", "surrogatepass")
    assert is_told(read_ledger("ledger.yaml", content), content)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=50)
def test_pyyaml_without_its_c_parser_is_as_strict(text: str) -> None:
    content = text.encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "_Loader", yaml.SafeLoader)
        slow = read_ledger("ledger.yaml", content)
    assert is_told(slow, content)
    if not slow.problems:
        quick = read_ledger("ledger.yaml", content)
        assert [[record.values for record in each] for each in quick.records.values()] == [
            [record.values for record in each] for each in slow.records.values()
        ]


DEEP = {
    "lists in lists": "claims: " + "[" * 100_000,
    "mappings in mappings": "{a: " * 100_000,
    "a block in a block": "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
    "keys without end": "? " * 100_000,
    "aliases": "parties:\n- &a [x]\n" + "- *a\n" * 100_000,
    "a long line": "parties:\n- id: UK\n  name: " + "long " * 1_000_000,
    "a long key": "k" * 1_000_000 + ": 1",
    "a long id": "parties:\n- id: " + "i" * 1_000_000,
    "a long date": "sources:\n- {id: a, published: " + "2025-" * 200_000 + "}",
    "a long quantity": "claims:\n- {id: a, quantity: '" + "1," * 200_000 + "'}",
    "an open quote": 'parties:\n- id: "' + "x\n" * 200_000,
    "many problems": "parties:\n" + "- {name: x}\n" * 20_000,
    "many unknown keys": "parties:\n- {id: UK, " + ", ".join(f"k{number}: x" for number in range(5_000)) + "}",
    "one id many times": "parties:\n" + "- {id: UK}\n" * 20_000,
    "many items": "parties:\n- {id: UK, aliases: [" + ", ".join(map(str, range(50_000))) + "]}",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=list(DEEP))
def test_nothing_hangs_it(text: str) -> None:
    content = text.encode()
    assert is_told(read_ledger("ledger.yaml", content), content)


def test_progress_is_told_in_lines() -> None:
    lines: list[int] = []
    reader.read_ledger("ledger.yaml", b"parties:\n" + b"- {id: x}\n" * 1000, lines.append)
    assert lines == [500, 1000]
