"""Which form a text has: HTML, Markdown, subtitles or plain text; and a sentence for what is no article at all.

The first bytes count for more than the name, and the name for more than what the server calls it.
"""

from __future__ import annotations

import re
from enum import StrEnum

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.subtitles import is_subtitles


class Form(StrEnum):
    """What an article is read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    MAIL = "mail"
    WEB_ARCHIVE = "web archive"
    OFFICE = "office document"
    RTF = "rtf"
    SUBTITLES = "subtitles"


_OLD = "save it as .docx, .eml, PDF or plain text"
_PICTURE = "a picture, and truce reads no pictures: type or paste the words"
_PACKED = "a compressed file: unpack it"
_FILM = "sound or film: look for a transcript, and paste it"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old office document, or a mail of Outlook: {_OLD}"),
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
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Form.OFFICE,
    "application/vnd.oasis.opendocument.text": Form.OFFICE,
    "application/epub+zip": Form.OFFICE,
    "application/rtf": Form.RTF,
    "text/rtf": Form.RTF,
    "message/rfc822": Form.MAIL,
    "multipart/related": Form.WEB_ARCHIVE,
    "application/x-mimearchive": Form.WEB_ARCHIVE,
    "application/x-webarchive": Form.WEB_ARCHIVE,
    "text/vtt": Form.SUBTITLES,
    "application/x-subrip": Form.SUBTITLES,
    "application/octet-stream": None,
    "binary/octet-stream": None,
    "application/force-download": None,
    "": None,
}
_ENDINGS = {"html": Form.HTML, "htm": Form.HTML, "xhtml": Form.HTML, "md": Form.MARKDOWN, "markdown": Form.MARKDOWN}
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
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


def form_of_text(text: str, name: str, content_type: str | None) -> Form:
    """HTML, Markdown, subtitles or plain text. Raises ArticleError for a news feed."""
    if _FEED.match(text[:_LOOKED_AT]):
        raise ArticleError("This is a feed, a list of articles: import the articles one by one, by their addresses")
    if is_subtitles(text):
        return Form.SUBTITLES
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
