"""A PDF -> its text, with what its own record says. Pages are joined, and paragraphs told by the space above them.

Lines stay as they are printed, hyphens at their ends too; the joined letters of printing (U+FB00 to U+FB06, as in
``ﬁ``) become the letters they stand for. Decoding, pages and time are bounded.
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

from truce_tracker.articles.texts.article import MAX_TEXT, ArticleError, Metadata
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import clean, count_han, ends_sentence, language_of, one_line
from truce_tracker.articles.texts.metadata import web_address

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

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
_NO_LETTERS = f"The letters of this PDF cannot be told, its fonts do not say which they are: {_PASTE}"
BROKEN = f"This PDF is broken, or not a PDF: {_PASTE}"
TOO_LARGE = f"This PDF takes too much to read: {_PASTE}, or import only the pages that you need"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PRINTED_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?: ?[AP]M)?\b.{0,300}")
_PRINTED_FOOT = re.compile(
    r"((?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}|page \d+ of \d+|\d{1,3} ?/ ?\d{1,3}|- ?\d{1,3} ?-", re.I
)
_UNREAD = re.compile("[\0\ufffd\ue000-\uf8ff]")
_WIDER, _COMMON_GAP, _UNREAD_SHARE, _EDGE_SHARE = 1.3, 0.1, 0.2, 0.6
_NO_TITLE = re.compile(
    r"untitled.{0,9}|microsoft word.*|.*\.(?:docx?|pdf|html?|indd|txt)|document\d*|title", re.IGNORECASE
)

Line = tuple[str, float]
"""A line and its height on the page."""


class _TookTooLongError(Exception):
    """The time for one PDF is over."""


def read_pdf(content: bytes, raw: bool) -> tuple[str, tuple[str, ...], Metadata]:
    """The text, the lines taken out from around the pages (none when `raw`), and the metadata.

    Raises ArticleError for a PDF that is locked, broken, without text, or too much to read.
    """
    import pypdf
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = _opened(content)
            pages = list(_pages(reader, time.monotonic() + MAX_SECONDS))
            record = _record(reader)
    except ArticleError:
        raise
    except (_TookTooLongError, LimitReachedError, MemoryError) as error:
        raise ArticleError(TOO_LARGE) from error
    except Exception as error:  # pypdf lets out many kinds for a broken file
        raise ArticleError(BROKEN) from error
    removed = [] if raw else _edges(pages)
    text = clean(_joined(pages))
    return text, tuple(removed), _metadata(record, removed, text)


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
        lines = _lines(page, until)
        text = "".join(line for line, _ in lines)
        size, unread = size + len(text), unread + len(_UNREAD.findall(text))
        if size > MAX_TEXT:
            raise ArticleError(TOO_LARGE)
        yield lines
    if not size:
        raise ArticleError(NO_TEXT)
    if unread > _UNREAD_SHARE * size:
        raise ArticleError(_NO_LETTERS)


def _lines(page: PageObject, until: float) -> list[Line]:
    """The page's lines that have words, each with its height."""

    def on_operation(*_: Any) -> None:
        if time.monotonic() > until:
            raise _TookTooLongError

    printed = _Printed()
    on_operation()
    page.extract_text(visitor_text=printed.on_text, visitor_operand_before=on_operation)
    printed.end_line()
    return printed.lines


class _Printed:
    """Lines as they are printed, piece by piece."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._height: float | None = None

    def on_text(self, text: str, within: list[float], at: list[float], *_: Any) -> None:
        """A piece of text, with the matrix of the space that it stands in, and its own: what pypdf calls."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end_line()
            self._words.append(piece)
            if self._height is None and piece.strip():
                self._height = at[4] * within[1] + at[5] * within[3] + within[5]

    def end_line(self) -> None:
        line = "".join(self._words).translate(_LIGATURES).strip()
        if line:
            self.lines.append((line, self._height or 0.0))
        self._words.clear()
        self._height = None


def _edges(pages: list[list[Line]]) -> list[str]:
    """Take running heads and feet off the pages: what a browser prints there, and what most pages have there."""
    often = {word for edge in (0, -1) for word in _running([page[edge][0] for page in pages if page])}
    removed = []
    for page in pages:
        while page and (_masked(page[0][0]) in often or _PRINTED_HEAD.fullmatch(page[0][0])):
            removed.append(page.pop(0)[0])
        foot = []
        while page and (_masked(page[-1][0]) in often or _is_foot(page[-1][0])):
            foot.append(page.pop()[0])
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
    """The pages as one text: an empty line where there is more space than between lines, or a page ends a sentence."""
    common = _common_gap(pages)
    parts: list[str] = []
    for page in pages:
        above: float | None = None
        for line, height in page:
            parts += [_gap(parts, above, height, common), line]
            above = height
    return "".join(parts[1:])


def _gap(parts: list[str], above: float | None, height: float, common: float | None) -> str:
    ended = bool(parts) and ends_sentence(parts[-1])
    if above is None or height >= above:  # a new page or column
        return "\n\n" if ended else "\n"
    if common is None:
        return "\n"
    return "\n\n" if above - height > _WIDER * common else "\n"


def _common_gap(pages: list[list[Line]]) -> float | None:
    """The least of the usual gaps between two lines, which is the one inside a paragraph."""
    heights = [[height for _, height in page] for page in pages]
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
