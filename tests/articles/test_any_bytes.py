"""Whatever the bytes are: an Article or an ArticleError, soon, and a text that a ledger may hold."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from truce_tracker.articles.texts.article import Article, ArticleError
from truce_tracker.articles.texts.reading import read_article

from .pages import CHINESE, PARAGRAPHS, lines_of, linked, page
from .pdf_writer import pdf_of, pdf_of_streams

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|\n{3}")
PIECES = [
    *(
        "<p>",
        "</p>",
        "<div",
        ">",
        "<article>",
        "</article>",
        "<table>",
        "<td>",
        "<ul>",
        "<li>",
        "<br>",
        "<pre>",
        "<!--",
        "-->",
    ),
    *(
        "<script type='application/ld+json'>",
        "</script>",
        '{"@type":"Article","articleBody":"',
        '"}',
        "<title>",
        "<html lang=zh>",
    ),
    *(
        "<meta charset=gb2312>",
        "<meta property='og:title' content='",
        "'>",
        "<link rel=canonical href='/a'>",
        "<time pubdate>",
    ),
    *(
        "<body>",
        "<head>",
        "<svg>",
        "<form>",
        "<input type=password>",
        "&amp;",
        "&#0;",
        "&#xd800;",
        "<h1>",
        "<p hidden>",
        "\0",
    ),
    *(
        PARAGRAPHS[0],
        CHINESE[0],
        "Advertisement\n",
        "6\n",
        "\n\n",
        "---\n",
        "title: x\n",
        "By Ann Example\n",
        "\u00ad\ufeff",
    ),
]
PDF = pdf_of([PARAGRAPHS[0]], ["Boards", "", PARAGRAPHS[1]], info="/Title (Boards to go free)", packed=True)
SOON = 15.0


def check(content: bytes, name: str = "", content_type: str | None = None, raw: bool = False) -> None:
    began = time.process_time()
    try:
        article = read_article(content, name, content_type, raw)
    except ArticleError as error:
        check_sentence(str(error))
    else:
        check_article(article)
    assert time.process_time() - began < SOON


def check_sentence(text: str) -> None:
    assert re.search(r"paste|save|give|import|cut out|look for", text)


def check_article(article: Article) -> None:
    said = article.metadata
    written = [said.outlet, said.title, *said.authors, said.published, said.url, said.language]
    for text in (article.text, *lines_of(article.removed), *(one for one in written if one)):
        assert not FORBIDDEN.search(text)
        assert text == text.strip("\n")
        assert text
    assert not [one for one in written if one and "\n" in one]


NAMES = st.sampled_from(["", "a.txt", "a.html", "a.md", "a.pdf", "https://board.example/a"])
TYPES = st.sampled_from(
    [None, "text/html", "text/html; charset=gb2312", "text/plain; charset=utf-16", "application/pdf"]
)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), NAMES, TYPES, st.booleans())
@example(b"\xff\xfe", "", None, False)
@example(b"\xff\xfe\x00", "", None, False)
@example(b"\x00\xd8", "", None, False)
@example(b"%PDF-", "", None, False)
@example(b"<p>&#0;\x0c", "a.html", None, False)
@example(b"<html", "", None, True)
def test_any_bytes(content: bytes, name: str, content_type: str | None, raw: bool) -> None:
    check(content, name, content_type, raw)


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(exclude_categories=()), max_size=300), NAMES, st.sampled_from(["utf-8", "utf-16", "gb18030"])
)
def test_any_text(text: str, name: str, charset: str) -> None:
    check(text.encode(charset, "replace"), name)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30), st.booleans())
def test_any_markup(pieces: list[str], raw: bool) -> None:
    check("".join(pieces).encode("utf-8", "replace"), "a.html", raw=raw)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12))
def test_any_linked_data(pieces: list[str]) -> None:
    check(page(head=linked("".join(pieces))).encode("utf-8", "replace"))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(PDF) - 1), st.binary(max_size=6), st.integers(0, 40)), min_size=1, max_size=6)
)
def test_any_broken_pdf(changes: list[tuple[int, bytes, int]]) -> None:
    content = PDF
    for place, put, cut in changes:
        content = content[:place] + put + content[place + cut :]
    check(content)


OPERATORS = "BT ET Tj TJ Tf Td Tm cm q Q Do BI ID EI /F1 /X [ ] ( ) << >> <41> (boards) 1 0 -9 99999999999 .5 ' T*"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(OPERATORS.split()), max_size=40))
def test_any_content_of_a_pdf(tokens: list[str]) -> None:
    check(pdf_of_streams(" ".join(["BT /F1 9 Tf", *tokens]).encode()))


@pytest.mark.slow
@settings(max_examples=5_000, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=20).map(lambda raw: raw.decode("latin-1"))), max_size=60
    )
)
def test_any_markup_for_long(pieces: list[str]) -> None:
    check("".join(pieces).encode("utf-8", "replace"), "a.html")
    check("".join(pieces).encode("gb18030", "replace"))


@pytest.mark.parametrize(
    "date", ["Thu, 20 Nov 9999999999999999999999 10:00:00 +0000", "Thu, 99999999999999999999 Nov 2025"]
)
def test_a_day_of_a_mail_that_no_calendar_has_is_none(date: str) -> None:
    mail = f"From: Ann <ann@example.org>\nSubject: A deal\nDate: {date}\n\n{' '.join(PARAGRAPHS)}\n"
    article = read_article(mail.encode(), "deal.eml")
    assert (article.metadata.published, article.metadata.title) == (None, "A deal")


def test_brackets_that_never_close_in_a_mail_are_no_name() -> None:
    mail = f"From: Ann {'(' * 5_000} <ann@example.org>\nSubject: A deal\n\n{' '.join(PARAGRAPHS)}\n"
    article = read_article(mail.encode(), "deal.eml")
    assert (article.metadata.title, article.text) == ("A deal", " ".join(PARAGRAPHS))
    with pytest.raises(ArticleError, match="broken: paste"):
        read_article(b"Content-Type: " + b"(" * 5_000 + b"\n" + mail.encode(), "deal.eml")
