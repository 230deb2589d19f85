"""Nothing in the reader is quadratic: four times as much of anything takes about four times the processor time, and not
sixteen times. A machine that is busy with others may tell otherwise once, but not again and again."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.reading import read_article

from .pages import PARAGRAPHS, page

PIECES = [
    *(" ", "\n", "\t", "\u00a0", "<", "< ", "<!-- ", '<p a="', "<br>", "<div>x</div>", "<p>A line</p>", "</body>"),
    *("25<sup>1</sup> ", "25<a href='#f'>1</a> ", "<del>10</del><ins>12</ins>", "<span>x</span> ", "&#11;", "双方将"),
    *("<li>12 tons</li>", "<td>12</td>", "<time datetime=2025-11-20>x</time>", "<noscript>x</noscript>", "来源："),
    "<script>i<e</script>",
]
LINES = [
    *(
        "a ",
        "# ",
        "**a ",
        "_a ",
        "[",
        "[a](",
        "`a ",
        "~~a ",
        "<!-- ",
        "> ",
        "\\*",
        "![](",
        "- a\n",
        "# a\n",
        "\n",
        " \n",
    ),
    *("Most popular\na\n", "2025-11-13 15:10 来源：a\n", "Advertisement\n6\n", "| a |\n", "Read more: a\n"),
    *("From: a\n", "To: a\nSent: b\n", "1\n00:01.000 --> 00:02.000\na\n"),
]
SIZE, TIMES, MOST = 20_000, 4, 9
TRIES = 5


def took(content: bytes, name: str) -> float:
    """Processor time of one reading, in seconds."""
    began = time.process_time()
    with suppress(ArticleError):
        read_article(content, name)
    return time.process_time() - began


def check(make: Callable[[str], str], piece: str, name: str) -> None:
    small, large = (make(piece * (size // len(piece))).encode() for size in (SIZE, TIMES * SIZE))
    took(small, name)  # what is loaded on first use is not counted
    ratios = (took(large, name) / max(took(small, name), 0.05) for _ in range(TRIES))
    assert any(ratio < MOST for ratio in ratios)


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_pages(piece: str) -> None:
    check(lambda many: page(f"<article><p>{PARAGRAPHS[0]}</p>{many}<p>{PARAGRAPHS[1]}</p></article>"), piece, "a.html")
    check(lambda many: many + page(), piece, "a.html")
    check(lambda many: page(head=f"<title>{many}</title>"), piece, "a.html")


@pytest.mark.slow
@pytest.mark.parametrize("piece", LINES)
def test_texts(piece: str) -> None:
    check(lambda many: f"{PARAGRAPHS[0]}\n\n{many}\n\n{PARAGRAPHS[1]}", piece, "a.md")
    check(lambda many: f"From: a@b.example\nDate: x\nSubject: y\n\n{many}", piece, "a.eml")


@pytest.mark.slow
def test_eighty_kilobytes_of_blanks() -> None:
    assert took((" " * 80_000 + page() + " " * 80_000).encode(), "a.html") < 5


@pytest.mark.parametrize("header", ["From: A{} <a@b.example>", "Content-Type: text/plain; a=b{}", "Subject: x{}"])
@pytest.mark.parametrize("piece", ['"', ";", ",", "(", "\\", ".", "[", " <a@b.example>,"])
def test_a_header_that_never_ends_is_soon_read(header: str, piece: str) -> None:
    written = header.format(piece * (40_000 // len(piece)))
    assert took(f"{written}\nDate: x\nTo: y\n\n{PARAGRAPHS[0]}\n".encode(), "a.eml") < 3
