"""The bytes of a document -> an Article: which form it has, its characters, its text, its furniture, its metadata.

Each step has its own module; here they are put in a row. Nothing is fetched here, and nothing is stored.
"""

from __future__ import annotations

from dataclasses import fields, replace

from truce_tracker.articles.texts.article import (
    MAX_BYTES,
    MAX_TEXT,
    TOO_MUCH_TEXT,
    Article,
    ArticleError,
    Metadata,
    Reading,
    Removed,
    Why,
)
from truce_tracker.articles.texts.characters import clean
from truce_tracker.articles.texts.charsets import decode
from truce_tracker.articles.texts.days import posts_in
from truce_tracker.articles.texts.forms import Form, charset_of, check_type, form_of_text, is_pdf, refuse_others
from truce_tracker.articles.texts.furniture import without_furniture
from truce_tracker.articles.texts.html import read_page
from truce_tracker.articles.texts.mail import is_mail, read_mail
from truce_tracker.articles.texts.markdown import metadata_of_front, split_front_matter, words_of
from truce_tracker.articles.texts.office import read_office
from truce_tracker.articles.texts.paste import metadata_of_text
from truce_tracker.articles.texts.pdf import read_pdf
from truce_tracker.articles.texts.rtf import read_rtf
from truce_tracker.articles.texts.saved import is_mhtml, is_webarchive, read_mhtml, read_webarchive
from truce_tracker.articles.texts.subtitles import read_subtitles

_EMPTY = "There is nothing in it: give a file with the article's text, or paste the words"
_TOO_MANY_BYTES = (
    f"This is larger than {MAX_BYTES // 1_000_000} MB, which is no article: save only the article, as text, HTML or PDF"
)
_ZIP = b"PK\x03\x04"
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
        return _article_of(read_pdf(content, raw), Form.PDF, raw)
    if content.startswith(_ZIP):
        return _article_of(read_office(content), Form.OFFICE, raw)
    if content.lstrip().startswith(b"{\\rtf"):
        return _article_of(read_rtf(content), Form.RTF, raw)
    if is_webarchive(content) or is_mhtml(content):
        saved = read_webarchive(content) if is_webarchive(content) else read_mhtml(content)
        return _read_html(saved.markup, name, raw, saved.url)
    if is_mail(content, name):
        return _article_of(read_mail(content), Form.MAIL, raw)
    refuse_others(content)
    text = decode(content, charset_of(content_type))
    form = form_of_text(text, name, content_type)
    if form is Form.SUBTITLES:
        return _article_of(read_subtitles(text), form, raw)
    return _read_html(text, name, raw) if form is Form.HTML else _read_text(text, form, raw)


def _read_html(markup: str, name: str, raw: bool, at: str | None = None) -> Article:
    page = read_page(markup, name, raw, at)
    text, removed = _cleaned(page.text, raw)
    removed = page.removed + removed
    return Article(text, removed, page.metadata, Form.HTML, posts_in(text, page.days), page.warnings)


def _read_text(text: str, form: Form, raw: bool) -> Article:
    _check_size(text)
    front, rest = split_front_matter(clean(text))
    said = metadata_of_front(front) if front else Metadata()
    form = Form.MARKDOWN if front else form
    if raw:
        return _article_of(Reading(front + rest, metadata=said), form, raw)
    removed = tuple(Removed(line, Why.FRONT) for line in front.splitlines() if line.strip())
    if form is Form.MARKDOWN:
        rest, struck = words_of(rest)
        removed += struck
    return _article_of(Reading(rest, removed, said), form, raw)


def _article_of(reading: Reading, form: Form, raw: bool) -> Article:
    """The article of what a reader found; what its own record does not say is looked for in the text."""
    kept, removed = _cleaned(reading.text, raw)
    found = _filled(metadata_of_text(kept), _dated(reading.text))
    said = _filled(reading.metadata, found)
    return Article(kept, reading.removed + removed, said, form, warnings=reading.warnings)


def _dated(text: str) -> Metadata:
    """The day and the source of a line that is furniture, and not in the text any more."""
    said = metadata_of_text(text)
    return Metadata(published=said.published, outlet=said.outlet)


def _cleaned(text: str, raw: bool) -> tuple[str, tuple[Removed, ...]]:
    _check_size(text)
    text = clean(text)
    kept, removed = (text, ()) if raw else without_furniture(text)
    if not any(char.isalnum() for char in kept):
        raise ArticleError(_NO_WORDS)
    return kept, removed


def _filled(said: Metadata, found: Metadata) -> Metadata:
    filled = Metadata(
        **{field.name: getattr(said, field.name) or getattr(found, field.name) for field in fields(Metadata)}
    )
    return replace(filled, guessed=None) if filled.published else filled


def _check_size(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise ArticleError(TOO_MUCH_TEXT)
