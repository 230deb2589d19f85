"""A PDF -> its text, with what its own record says. Pages are joined; paragraphs are told by the space above them, and
by the indent of their first line, as LaTeX prints them. Which lines a page has is in `pdf_page`.

Lines stay as they are printed, hyphens at their ends too; the joined letters of printing (U+FB00 to U+FB06, as in
``ﬁ``) become the letters they stand for. Decoding, pages and processor time are bounded.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from truce_tracker.addresses import web_address
from truce_tracker.articles.texts.article import MAX_TEXT, ArticleError, Metadata, Reading, Removed, Why
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import clean, count_han, ends_sentence, language_of, one_line
from truce_tracker.articles.texts.pdf_page import Line, TookTooLongError, lines_of_page

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_SECONDS = 20.0
_MAX_STREAM = 20_000_000
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": _MAX_STREAM,
    "lzw_maximum_output_length": _MAX_STREAM,
    "run_length_maximum_output_length": _MAX_STREAM,
    "zlib_maximum_output_length": _MAX_STREAM,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_decoding_work_maximum_length": 3 * _MAX_STREAM,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_page_entries": 100_000,
    "xform_maximum_invocations_per_extraction": 500,
}
_PASTE = "open it in a PDF viewer and paste the text instead"
ENCRYPTED = f"This PDF is locked by a password: save a copy without one, or {_PASTE}"
_LOCKED_OPEN = f"This PDF is encrypted in a way that truce cannot undo: print it to a new PDF, or {_PASTE}"
NO_TEXT = f"There is no text in this PDF, it may be scanned: {_PASTE}"
SCANNED = (
    f"This PDF is scanned: its pages are pictures, with no text in them but {{words!r}}: read it by OCR, or {_PASTE}"
)
_PARTLY_SCANNED = (
    "{count} of {pages} pages are pictures with no text in them, from page {first} on: their words are missing"
)
_NO_LETTERS = f"The letters of this PDF cannot be told, its fonts do not say which they are: {_PASTE}"
BROKEN = f"This PDF is broken, or not a PDF: {_PASTE}"
TOO_LARGE = f"This PDF takes too much to read: {_PASTE}, or import only the pages that you need"
_PRINTED_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?: ?[AP]M)?\b.{0,300}")
_PRINTED_FOOT = re.compile(
    r"((?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}|page \d+ of \d+|\d{1,3} ?/ ?\d{1,3}|- ?\d{1,3} ?-", re.I
)
_UNREAD = re.compile("[\0\ufffd\ue000-\uf8ff]")
_WIDER, _COMMON_GAP, _UNREAD_SHARE, _EDGE_SHARE = 1.3, 0.1, 0.2, 0.6
_NO_TITLE = re.compile(
    r"untitled.{0,9}|microsoft word.*|.*\.(?:docx?|pdf|html?|indd|txt)|document\d*|title", re.IGNORECASE
)

_LEAST_ON_PAGE = 25
_INDENT, _MARGIN_SHARE = (4.0, 60.0), 0.15


def read_pdf(content: bytes, raw: bool) -> Reading:
    """Read a PDF; with `raw` nothing is taken out from around its pages.

    Raises ArticleError for a PDF that is locked, broken, without text, or too much to read.
    """
    import pypdf
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = _opened(content)
            pages = list(_pages(reader, time.process_time() + MAX_SECONDS))
            record = _record(reader)
            warnings = _scanned(reader, pages)
    except ArticleError:
        raise
    except (TookTooLongError, LimitReachedError, MemoryError) as error:
        raise ArticleError(TOO_LARGE) from error
    except Exception as error:  # pypdf lets out many kinds for a broken file
        raise ArticleError(BROKEN) from error
    edges = [] if raw else _edges(pages)
    text = clean(_joined(pages))
    removed = tuple(Removed(edge, Why.PRINTED) for edge in edges)
    return Reading(text, removed, _metadata(record, edges, text), warnings)


def _scanned(reader: PdfReader, pages: list[list[Line]]) -> tuple[str, ...]:
    """A warning where some pages are pictures. Raises ArticleError where all of them are."""
    said = ["".join(line.text for line in page) for page in pages]
    pictures = [
        number for number, words in enumerate(said) if len(words) < _LEAST_ON_PAGE and _has_picture(reader, number)
    ]
    if not pictures:
        return ()
    if len(pictures) == len(pages):
        raise ArticleError(SCANNED.format(words=" ".join(said)[:60]))
    return (_PARTLY_SCANNED.format(count=len(pictures), pages=len(pages), first=pictures[0] + 1),)


def _has_picture(reader: PdfReader, number: int) -> bool:
    resources = reader.pages[number].get("/Resources")
    drawn = (resources.get_object() if resources else {}).get("/XObject")
    return any(one.get_object().get("/Subtype") == "/Image" for one in (drawn.get_object() if drawn else {}).values())


def _opened(content: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(content))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(ENCRYPTED)
    except (DependencyError, NotImplementedError) as error:
        raise ArticleError(_LOCKED_OPEN) from error
    return reader


def _pages(reader: PdfReader, until: float) -> Iterator[list[Line]]:
    size = unread = 0
    for page in reader.pages:
        lines = lines_of_page(page, until)
        text = "".join(line.text for line in lines)
        size, unread = size + len(text), unread + len(_UNREAD.findall(text))
        if size > MAX_TEXT:
            raise ArticleError(TOO_LARGE)
        yield lines
    if not size:
        raise ArticleError(NO_TEXT)
    if unread > _UNREAD_SHARE * size:
        raise ArticleError(_NO_LETTERS)


def _edges(pages: list[list[Line]]) -> list[str]:
    """Take running heads and feet off the pages: what a browser prints there, and what most pages have there."""
    often = {word for edge in (0, -1) for word in _running([page[edge].text for page in pages if page])}
    removed = []
    for page in pages:
        while page and (_masked(page[0].text) in often or _PRINTED_HEAD.fullmatch(page[0].text)):
            removed.append(page.pop(0).text)
        foot = []
        while page and (_masked(page[-1].text) in often or _is_foot(page[-1].text)):
            foot.append(page.pop().text)
        removed += reversed(foot)
    return removed


def _running(edges: list[str]) -> list[str]:
    counted = Counter(map(_masked, edges))
    return [word for word, count in counted.items() if count > 2 and count >= _EDGE_SHARE * len(edges)]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _is_foot(line: str) -> bool:
    return bool(_PRINTED_FOOT.fullmatch(line) or _PRINTED_HEAD.fullmatch(line))


def _joined(pages: list[list[Line]]) -> str:
    """The pages as one text: an empty line where there is more space than between lines, where a first line is
    indented, or where a page ends a sentence."""
    common = _common_gap(pages)
    parts: list[str] = []
    for page in pages:
        above: Line | None = None
        margins = _margins(page)
        for line in page:
            parts += [_gap(parts, above, line, common, margins), line.text]
            above = line
    return "".join(parts[1:])


def _gap(parts: list[str], above: Line | None, line: Line, common: float | None, margins: list[float]) -> str:
    ended = bool(parts) and ends_sentence(parts[-1])
    if above is None or line.height >= above.height:  # a new page or column
        return "\n\n" if ended else "\n"
    if ended and _is_indented(line, margins):
        return "\n\n"
    if common is None:
        return "\n"
    return "\n\n" if above.height - line.height > _WIDER * common else "\n"


def _margins(page: list[Line]) -> list[float]:
    """Where many lines of a page begin: the left edge of each of its columns."""
    lefts = Counter(round(line.left) for line in page)
    near = {left: lefts[left - 1] + lefts[left] + lefts[left + 1] for left in lefts}
    return [left for left, count in near.items() if count >= max(2, _MARGIN_SHARE * len(page))]


def _is_indented(line: Line, margins: list[float]) -> bool:
    """Whether a line begins a little to the right of a margin, as the first of a paragraph does."""
    least, most = _INDENT
    return any(least < line.left - margin < most for margin in margins)


def _common_gap(pages: list[list[Line]]) -> float | None:
    """The least of the usual gaps between two lines, which is the one inside a paragraph."""
    heights = [[line.height for line in page] for page in pages]
    gaps = Counter(round(one - two, 1) for page in heights for one, two in pairwise(page) if one - two > 1)
    usual = [gap for gap, count in gaps.items() if count >= _COMMON_GAP * gaps.total()]
    return min(usual, default=None)


def _record(reader: PdfReader) -> dict[str, str]:
    """What the PDF's own record says, as far as it can be read: title, author, language."""
    record = {"language": str(reader.root_object.get("/Lang") or "")}
    if reader.metadata:
        record |= {"title": str(reader.metadata.title or ""), "author": str(reader.metadata.author or "")}
    return record


def _is_title(text: str) -> bool:
    """Whether it is a title, and not the name of a file or of a program."""
    return bool(text) and not _NO_TITLE.fullmatch(text) and (" " in text or count_han(text) > 0)


def _metadata(record: dict[str, str], edges: list[str], text: str) -> Metadata:
    title = one_line(record.get("title", ""))[:500]
    feet = (_PRINTED_FOOT.fullmatch(line) for line in edges)
    addresses = (web_address(foot[1]) for foot in feet if foot and foot[1] and not foot[1].endswith(("…", "...")))
    author = one_line(record.get("author", ""))
    return Metadata(
        title=title if _is_title(title) else None,
        authors=authors_in([author]) if " " in author or count_han(author) else (),
        url=next((address for address in addresses if address), None),
        language=language_of(record.get("language"), text),
    )
