from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from truce_tracker.render import render
from truce_tracker.rows import TopicRow


def printed(*rows: TopicRow) -> str:
    written: list[str] = []
    render(rows, "topics", "md", written.append)
    return "".join(written)


def test_a_table() -> None:
    assert printed(TopicRow("soybeans", "Soybeans", 2, 112)) == (
        "| Topic | Commitments | Claims | Name |\n| --- | ---: | ---: | --- |\n| soybeans | 2 | 112 | Soybeans |\n"
    )


@pytest.mark.parametrize(
    "name",
    [
        "a | b",
        "\\|",
        "`a|b`",
        "*a* _b_ __c__",
        "[a](https://b.c)",
        "<script>",
        "&lt;",
        "~~a~~",
        "https://a.b www.a.b",
        "a\\",
    ],
)
def test_no_value_acts(name: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(printed(TopicRow("a", name, 1, 1)))
    *_, last = (token for token in tokens if token.type == "inline")
    assert [(child.type, child.content) for child in last.children or ()] == [("text", name)]


def test_no_address_becomes_a_link_on_github() -> None:
    assert r"https\://a.b" in printed(TopicRow("a", "https://a.b", 1, 1))
    assert r"WWW\.a.b" in printed(TopicRow("a", "WWW.a.b", 1, 1))


def test_no_rows() -> None:
    assert printed() == ""
