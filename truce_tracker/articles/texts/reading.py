"""The bytes of a document -> an Article: which form it has, its characters, its text, its furniture, its metadata.

Each step has its own module; here they are put in a row. Nothing is fetched here, and nothing is stored.
"""

from __future__ import annotations

from dataclasses import fields

from truce_tracker.articles.texts.article import MAX_BYTES, MAX_TEXT, TOO_MUCH_TEXT, Article, ArticleError, Metadata
from truce_tracker.articles.texts.characters import clean
from truce_tracker.articles.texts.charsets import decode
from truce_tracker.articles.texts.forms import Form, charset_of, check_type, form_of_text, is_pdf, refuse_others
from truce_tracker.articles.texts.furniture import without_furniture
from truce_tracker.articles.texts.html import read_page
from truce_tracker.articles.texts.paste import metadata_of_front, metadata_of_text, split_front_matter
from truce_tracker.articles.texts.pdf import read_pdf

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
