from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from truce_tracker.articles.texts.article import MAX_BYTES, MAX_TEXT, ArticleError
from truce_tracker.articles.texts.reading import read_article

from .pages import PARAGRAPHS, TEXT, lines_of, page
from .pdf_writer import pdf_of

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


@pytest.mark.parametrize(
    ("content", "name", "content_type", "form"),
    [
        (TEXT, "", None, "text"),
        (TEXT, "a.txt", "text/plain", "text"),
        (TEXT, "a.md", None, "markdown"),
        (TEXT, "a", "text/markdown", "markdown"),
        (f"# A title of some words\n\n- **one**\n\n{TEXT}", "", None, "markdown"),
        (page(), "", None, "html"),
        (page(), "a.txt", "text/plain", "html"),
        (page(), "a.pdf", "application/octet-stream", "html"),
        (f"\n<!-- saved -->\n{page()}", "", None, "html"),
        (f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>", "", None, "html"),
        (f"{PARAGRAPHS[0]} 2 < 3 and <b>so</b> on", "", None, "text"),
        (pdf_of([PARAGRAPHS[2]]), "a.txt", "text/plain", "pdf"),
        (b"\n\n" + pdf_of([PARAGRAPHS[2]]), "", None, "pdf"),
        (f"The header says %PDF-1.7\n\n{TEXT}", "", None, "text"),
    ],
)
def test_forms(content: str | bytes, name: str, content_type: str | None, form: str) -> None:
    article = read_article(content.encode() if isinstance(content, str) else content, name, content_type)
    assert article.form == form
    assert "signed text" in article.text or PARAGRAPHS[0] in article.text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "nothing in it"),
        (b" \r\n\t ", "nothing in it"),
        ("\ufeff \u200b".encode(), "no words"),
        (b"--- *** ---", "no words"),
        (b"Advertisement", "no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        (b"PK\x03\x04" + bytes(100), "broken, or locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "office document"),
        (b"{\\rtf1}", "no words"),
        (gzip.compress(TEXT.encode()), "compressed"),
        (b"\0\0\0\x18ftypmp42" + bytes(100), "sound or film"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "no page in this web archive"),
        (b"bplist00" + bytes(40), "no page in this web archive"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "feed"),
        (b"\x7fELF\2\1\1" + bytes(range(200)), "no text that truce can read"),
        (b"SQLite format 3\0" + bytes(100), "database"),
        (b"boards\0" * 100, "no text that truce can read"),
        (b"x" * (MAX_BYTES + 1), "larger than 50 MB"),
        (b"boards " * (MAX_TEXT // 7 + 1), "more than 2 million characters"),
        (b"<html><body><p>" + b"boards " * (MAX_TEXT // 7 + 1), "more than 2 million characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_article(content: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        read_article(content)


@pytest.mark.parametrize("kind", ["image/png", "application/json", "video/mp4", "text/css", "x" * 500])
def test_types_that_are_no_article(kind: str) -> None:
    with pytest.raises(ArticleError, match="no article"):
        read_article(TEXT.encode(), content_type=kind)


def test_a_paste() -> None:
    pasted = (
        "Advertisement\r\nTrade war\r\n\r\nBoards to go free, says envoy\r\n\r\nReading Time:5 minutes\r\n"
        f"By Ann Example\r\n\r\n{PARAGRAPHS[0]}\r\n\r\nAdvertisement\r\n{PARAGRAPHS[1]}\r\n"
    )
    article = read_article(pasted.encode())
    assert article.text == (
        f"Trade war\n\nBoards to go free, says envoy\n\nBy Ann Example\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    )
    assert lines_of(article.removed) == ("Advertisement", "Reading Time:5 minutes", "Advertisement")
    assert article.metadata.title == "Boards to go free, says envoy"
    assert article.metadata.authors == ("Ann Example",)
    assert article.metadata.language == "en"
    assert article.metadata.outlet is None
    raw = read_article(pasted.encode(), raw=True)
    assert raw.text == pasted.replace("\r\n", "\n").strip("\n")
    assert raw.removed == ()


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    ask = (
        "import sys; from truce_tracker.articles.texts import fetching;"
        "from truce_tracker.articles.texts.reading import read_article;"
        "read_article('Boards are free – at last, it seems.'.encode());"
        "print([name for name in ('trafilatura', 'lxml', 'pypdf', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    for content in (
        page().encode(),
        b"<p",
        b"<html><body>x",
        pdf_of(["x"]),
        b"%PDF-1.4\n1 0 obj << >>\nendobj",
        b"caf\xe9 is closed",
    ):
        try:
            read_article(content, "a.html")
        except ArticleError:
            continue
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not ARTICLES.exists(), reason="the shared articles are not here")
def test_the_pasted_page_of_the_shared_articles() -> None:
    content = (ARTICLES / "scmp-2025-11.txt").read_bytes()
    article = read_article(content, "scmp-2025-11.txt")
    assert article.metadata.title == "US-China: a fragile truce, divergent accounts and a Thanksgiving test"
    assert [line for line in lines_of(article.removed) if "Photo" not in line] == [
        *("Advertisement", "Reading Time:5 minutes", "Why you can trust SCMP", "6", "Advertisement", "Advertisement"),
        *("Advertisement", "Select Voice", "Choose your listening speed", "Get through articles 2x faster", "1.25x"),
        *("250 WPM", "Slow", "Average", "Fast", "1.25x"),
    ]
    assert article.text.count("Photo: EPA") == article.text.count("Photo: Reuters") == 1


def bare(text: str) -> list[str]:
    """The words of a text without the marks of Markdown."""
    return [word for one in text.split() if (word := one.strip("*\\"))]


@pytest.mark.skipif(not ARTICLES.exists(), reason="the shared articles are not here")
def test_the_other_shared_articles_keep_every_word() -> None:
    for path in ARTICLES.glob("*.txt"):
        article = read_article(path.read_bytes(), path.name)
        assert article.metadata.language == "en"
        if not path.name.startswith("scmp"):
            assert article.removed == ()
            assert bare(article.text) == bare(path.read_text(encoding="utf-8").replace("\u00ad", ""))
