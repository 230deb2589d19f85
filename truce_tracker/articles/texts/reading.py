"""The bytes of a document -> an Article: which form it has, its characters, its text, its furniture, its metadata.

The form (PDF, saved HTML, Markdown or plain text, or a sentence for what is none of them) is told here: the first bytes
count for more than the name, and the name for more than what the server calls it. Each later step has its own module;
here they are put in a row. Nothing is fetched here, and nothing is stored.
"""

from __future__ import annotations

import re
from dataclasses import fields
from enum import StrEnum

from truce_tracker.articles.texts.article import MAX_BYTES, MAX_TEXT, TOO_MUCH_TEXT, Article, ArticleError, Metadata
from truce_tracker.articles.texts.characters import clean
from truce_tracker.articles.texts.charsets import decode
from truce_tracker.articles.texts.furniture import without_furniture
from truce_tracker.articles.texts.html import read_page
from truce_tracker.articles.texts.paste import metadata_of_front, metadata_of_text, split_front_matter
from truce_tracker.articles.texts.pdf import read_pdf


class Form(StrEnum):
    """What an article is read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


_OFFICE = "a zip archive or an office document: save it as PDF or plain text"
_PICTURE = "a picture, and truce reads no pictures: type or paste the words"
_PACKED = "a compressed file: unpack it"
_FILM = "sound or film: look for a transcript, and paste it"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document: save it as PDF or plain text"),
    (b"{\\rtf", "an RTF document: save it as plain text"),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"Rar!\x1a", _PACKED),
    (b"ID3\x03", _FILM),
    (b"OggS", _FILM),
    (b"bplist00", "a Safari web archive: save the page as HTML or PDF"),
    (b"SQLite format 3\0", "a database: a ledger is opened with --db"),
)
_TYPES_READ = {
    "text/html": Form.HTML,
    "application/xhtml+xml": Form.HTML,
    "text/markdown": Form.MARKDOWN,
    "text/x-markdown": Form.MARKDOWN,
    "text/plain": None,
    "application/pdf": Form.PDF,
    "application/x-pdf": Form.PDF,
    "application/octet-stream": None,
    "binary/octet-stream": None,
    "application/force-download": None,
    "": None,
}
_ENDINGS = {"html": Form.HTML, "htm": Form.HTML, "xhtml": Form.HTML, "md": Form.MARKDOWN, "markdown": Form.MARKDOWN}
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_ARCHIVE = re.compile(rb"\s*(?:From: <?Saved by|MIME-Version:|Content-Type: multipart/related)", re.IGNORECASE)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|base|article"
    r"|main|section|header|div|p|h[1-6]|table|ul|ol|span|a|b|br|font|iframe|noscript)\b[^<>]*/?>?",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex)\b", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:!doctype\s+html|html|body|article)\b", re.IGNORECASE)
_MARKDOWN_MARKS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*[^*\n]{2,200}\*\*"),
    re.compile(r"^ {0,8}[-*+] +\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\(<?https?://"),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"(?<![*\w])\*[^*\s][^*\n]{0,80}\*(?![*\w])"),
)
_LOOKED_AT = 100_000


def media_type(content_type: str | None) -> str:
    """``text/html`` for ``text/html; charset=gb2312``; empty where there is none."""
    return (content_type or "").split(";")[0].strip().lower()


def charset_of(content_type: str | None) -> str | None:
    """``gb2312`` for ``text/html; charset="gb2312"``."""
    found = re.search(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", content_type or "", re.IGNORECASE)
    return found[1] if found else None


def check_type(content_type: str | None) -> None:
    """Raise ArticleError where the server says that it sends something that is no article."""
    kind = media_type(content_type)
    if kind not in _TYPES_READ:
        raise ArticleError(
            f"The address holds {kind[:60]!r}, which is no article: give the address of the article's own page, "
            "or of a PDF or text"
        )


def is_pdf(content: bytes) -> bool:
    """Whether it says that it is a PDF, as PDFs do near their beginning, with nothing that is text before."""
    start = content[:_PDF_WITHIN]
    before, found, _ = start.partition(_PDF)
    return bool(found) and (not before.strip() or not before.isascii() or b"\0" in before)


def refuse_others(content: bytes) -> None:
    """Raise ArticleError for the kinds of file that can be told by their first bytes and are no article."""
    for start, what in _OTHERS:
        if content.startswith(start):
            raise ArticleError(f"This is {what}, then import that, or paste the words")
    if content[4:8] == b"ftyp" or content[:4] == b"RIFF":
        raise ArticleError(f"This is a picture, or {_FILM}")
    if _ARCHIVE.match(content) and b"multipart/" in content[:2000]:
        raise ArticleError(
            "This is a web archive (MHTML) or a mail: save the page as HTML or PDF and import that, or paste its words"
        )


def form_of_text(text: str, name: str, content_type: str | None) -> Form:
    """HTML, Markdown or plain text. Raises ArticleError for a news feed."""
    if _FEED.match(text[:_LOOKED_AT]):
        raise ArticleError("This is a feed, a list of articles: import the articles one by one, by their addresses")
    named = _ENDINGS.get(name.rpartition(".")[2].lower())
    declared = named or _TYPES_READ.get(media_type(content_type))
    if _HTML_START.match(text[:_LOOKED_AT]) or (declared is Form.HTML and "<" in text):
        return Form.HTML
    if declared is Form.MARKDOWN:
        return Form.MARKDOWN
    return Form.HTML if _HTML_TAG.search(text[:2000]) and "</" in text else _text_or_markdown(text[:_LOOKED_AT])


def _text_or_markdown(text: str) -> Form:
    marks = sum(bool(mark.search(text)) for mark in _MARKDOWN_MARKS)
    return Form.MARKDOWN if marks >= 2 else Form.TEXT


_EMPTY = "There is nothing in it: give a file with the article's text, or paste the words"
_TOO_MANY_BYTES = (
    f"This is larger than {MAX_BYTES // 1_000_000} MB, which is no article: save only the article, as text, HTML or PDF"
)
_NO_WORDS = "There are no words in it: give a file with the article's text, or paste the words"


def read_article(content: bytes, name: str = "", content_type: str | None = None, raw: bool = False) -> Article:
    """Read a document. `name` is its file name or its address; `content_type` what the server said, with the charset.

    With `raw`, nothing is taken out as furniture, and of a page everything is kept that can be seen on it. Raises
    ArticleError, whose sentence says what to do, for what is empty, too large, no article, or cannot be read.
    """
    if len(content) > MAX_BYTES:
        raise ArticleError(_TOO_MANY_BYTES)
    if not content.strip():
        raise ArticleError(_EMPTY)
    check_type(content_type)
    if is_pdf(content):
        return _read_pdf(content, raw)
    refuse_others(content)
    text = decode(content, charset_of(content_type))
    form = form_of_text(text, name, content_type)
    return _read_html(text, name, raw) if form is Form.HTML else _read_text(text, form, raw)


def _read_pdf(content: bytes, raw: bool) -> Article:
    text, edges, said = read_pdf(content, raw)
    return _article(text, Form.PDF, said, raw, edges)


def _read_html(text: str, name: str, raw: bool) -> Article:
    body, said = read_page(text, name, raw)
    text, removed = _cleaned(body, raw)
    return Article(text, removed, said, Form.HTML)


def _read_text(text: str, form: Form, raw: bool) -> Article:
    _check_size(text)
    front, rest = split_front_matter(clean(text))
    if not front:
        return _article(rest, form, Metadata(), raw)
    edges = tuple(line for line in front.splitlines() if line.strip())
    return _article(front + rest if raw else rest, Form.MARKDOWN, metadata_of_front(front), raw, () if raw else edges)


def _article(text: str, form: Form, said: Metadata, raw: bool, edges: tuple[str, ...] = ()) -> Article:
    """The article of a text; what its own record does not say is looked for in the text."""
    text, removed = _cleaned(text, raw)
    return Article(text, edges + removed, _filled(said, metadata_of_text(text)), form)


def _cleaned(text: str, raw: bool) -> tuple[str, tuple[str, ...]]:
    _check_size(text)
    text = clean(text)
    kept, removed = (text, ()) if raw else without_furniture(text)
    if not any(char.isalnum() for char in kept):
        raise ArticleError(_NO_WORDS)
    return kept, removed


def _filled(said: Metadata, found: Metadata) -> Metadata:
    return Metadata(
        **{field.name: getattr(said, field.name) or getattr(found, field.name) for field in fields(Metadata)}
    )


def _check_size(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise ArticleError(TOO_MUCH_TEXT)
