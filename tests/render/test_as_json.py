from __future__ import annotations

import json
from dataclasses import replace

import pytest

from truce_tracker.render import render
from truce_tracker.render.as_json import write_json
from truce_tracker.rows import TopicRow

TOPIC = TopicRow("soybeans", "Soybeans", 2, 112)


def printed(rows: list[TopicRow], format: str) -> str:
    written: list[str] = []
    render(rows, "topics", format, written.append)
    return "".join(written)


def test_one_object_a_line() -> None:
    line = '{"topic": "soybeans", "name": "Soybeans", "commitments": 2, "claims": 112}'
    assert printed([TOPIC, TOPIC], "json") == f"[\n {line},\n {line}\n]\n"
    assert printed([TOPIC, TOPIC], "jsonl") == f"{line}\n{line}\n"


def test_what_is_an_object_already_is_written_the_same_way() -> None:
    written: list[str] = []
    write_json([{"kind": "topic", "name": "\x1b", "rows": (TOPIC,)}], written.append)
    line = r'{"kind": "topic", "name": "\u001b", "rows": [{"topic": "soybeans", "name": "Soybeans"'
    assert "".join(written) == f'[\n {line}, "commitments": 2, "claims": 112}}]}}\n]\n'


def test_no_rows() -> None:
    assert printed([], "json") == "[]\n"
    assert printed([], "jsonl") == ""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("大豆\u3000é", '"大豆\u3000é"'),
        ("a\nb\x1b\x7f\x9b", r'"a\nb\u001b\u007f\u009b"'),
        ("\u202e\u2066\u200b\ufeff\u2028\u2029\u061c\u200d", r'"\u202e\u2066\u200b\ufeff\u2028\u2029\u061c\u200d"'),
        ("\ud800\U000e0041", r'"\ud800\udb40\udc41"'),
    ],
)
def test_what_acts_is_escaped_and_loads_back(name: str, written: str) -> None:
    page = printed([replace(TOPIC, name=name)], "json")
    assert f'"name": {written},' in page
    assert json.loads(page)[0]["name"] == name


def test_many_rows_are_written_in_chunks() -> None:
    written: list[str] = []
    render([TOPIC] * 2500, "topics", "jsonl", written.append)
    assert len(written) == 3
