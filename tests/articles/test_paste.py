from __future__ import annotations

import pytest

from truce_tracker.articles.texts.article import Metadata
from truce_tracker.articles.texts.markdown import words_of
from truce_tracker.articles.texts.paste import metadata_of_text
from truce_tracker.articles.texts.reading import read_article

from .pages import CHINESE, PARAGRAPHS, TEXT, lines_of

TITLE = "Boards to go free, says the envoy of Freedonia"
WRAPPED = "The envoy of Freedonia said on Monday that\nboards would come in free of duty.\n\nNobody signed.\n\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{TEXT}", TITLE),
        (f"{TITLE}\n{TEXT}", TITLE),
        (f"# {TITLE}\n\n{TEXT}", TITLE),
        (f"## **{TITLE}**\n\n{TEXT}", TITLE),
        (f"Trade war\nBoards\n\n{TITLE}\n\nMore words\n\n{TEXT}", TITLE),
        (f"Will boards go free at last?\n\n{TEXT}", "Will boards go free at last?"),
        (f"{TITLE}\n\n{WRAPPED}", TITLE),
        (f"商务部回应木材问题最新进展\n\n{CHINESE[0]}\n\n{CHINESE[1]}", "商务部回应木材问题最新进展"),
        (TEXT, None),
        (WRAPPED, None),
        (f"By Ann Example in the port\n\n{TEXT}", "By Ann Example in the port"),
        (f"By Ann Example\n\n{TEXT}", None),
        (f"{PARAGRAPHS[0]}\n\n{TITLE}\n\n{PARAGRAPHS[1]}", None),
        (
            f"The Government of Freedonia and\nthe Government of Sylvania,\n\nRecognizing\nboards;\n\n{WRAPPED}",
            None,
        ),
        (f"- {TITLE}\n\n{TEXT}", None),
        (f"The envoy at the port. Photo: EPA\n\n{TEXT}", None),
        (TITLE, None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert metadata_of_text(text).title == title


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Example", ("Ann Example",)),
        ("BY Ann Example and Bo Sample", ("Ann Example", "Bo Sample")),
        ("By Ann van der Example, Bo Sample and Cy B. Trial", ("Ann van der Example", "Bo Sample", "Cy B. Trial")),
        ("记者：王小明 李四", ("王小明 李四",)),
        ("（记者：王小明）", ("王小明",)),
        ("By the end of March", ()),
        ("By March 2026", ()),
        ("Ann Example in Sylvania", ()),
        ("Stand by Me", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert metadata_of_text(f"{TITLE}\n\n{line}\n\n{TEXT}").authors == authors


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 8:00pm, 20 Nov 2025", "2025-11-20"),
        ("Published November 20, 2025", "2025-11-20"),
        ("Posted on 2025-11-20 10:30", "2025-11-20"),
        ("发布时间：2025-11-20 10:30", "2025-11-20"),
        ("发布时间：2025年11月20日", "2025-11-20"),
        ("Published: 11/12/2025", None),
        ("Updated: 20 Nov 2025", None),
        ("20 November 2025", None),
    ],
)
def test_days(line: str, day: str | None) -> None:
    assert metadata_of_text(f"{TITLE}\n\n{line}\n\n{TEXT}").published == day


FRONT = """---
title: "Boards to go free: says envoy"
source: "https://board.example/boards"
author:
  - "[[Ann Example]]"
  - "[[Bo Sample]]"
published: 2025-11-20
site: The Daily Board
tags:
  - "clippings"
---
"""


def test_front_matter() -> None:
    article = read_article(f"{FRONT}# A heading of its own here\n\n{TEXT}".encode(), "note.md")
    assert article.form == "markdown"
    assert article.text == f"A heading of its own here\n\n{TEXT}"
    assert lines_of(article.removed) == tuple(FRONT.strip().split("\n"))
    assert article.metadata == Metadata(
        outlet="The Daily Board",
        title="Boards to go free: says envoy",
        authors=("Ann Example", "Bo Sample"),
        published="2025-11-20",
        url="https://board.example/boards",
        language="en",
    )
    raw = read_article(f"{FRONT}{TEXT}".encode(), "note.md", raw=True)
    assert raw.text == f"{FRONT}{TEXT}"
    assert raw.removed == ()
    assert raw.metadata.title == article.metadata.title


@pytest.mark.parametrize("start", ["---\n\n", "---\nNot a key here\n---\n", "***\n", "---\ntitle: x\n"])
def test_a_rule_is_no_front_matter(start: str) -> None:
    assert read_article(f"{start}{TEXT}".encode()).text == f"{start}{TEXT}"


MARKDOWN = """**WHAT FREEDONIA DOES:** It cuts
the duty on boards, *ad valorem*.

-   Logs are exempt.
    -   Not all
        of them.

1.  [A link](https://board.example)"""


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## The **duty** on __boards__ ##", "The duty on boards"),
        ("> They buy *12 million* tons[^1]", "They buy 12 million tons"),
        ("They buy ~~10~~12 million", "They buy 12 million"),
        ("5 * 3 * 2 is snake_case_word, and 2*3", "5 * 3 * 2 is snake_case_word, and 2*3"),
        ("See ![a picture](x.png) and <https://b.example/a_b_c>", "See a picture and https://b.example/a_b_c"),
        ("Escaped \\* and \\_ marks, `code` too", "Escaped * and _ marks, code too"),
        ("| 2026 | 12 |", "| 2026 | 12 |"),
        ("***Both*** at once", "Both at once"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert words_of(marked)[0] == plain


MARKDOWN_WORDS = """WHAT FREEDONIA DOES: It cuts
the duty on boards, ad valorem.

-   Logs are exempt.
    -   Not all
        of them.

1.  A link"""


def test_marks_of_markdown_are_no_words() -> None:
    article = read_article(MARKDOWN.encode())
    assert article.text == MARKDOWN_WORDS
    assert article.form == "markdown"
    assert article.removed == ()
