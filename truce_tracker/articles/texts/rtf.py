"""An RTF document -> its words, by the standard library alone.

The libraries that read RTF give its letters without how they stand, and so make 251 million of 25, the mark of a note
and "million". Here a document is made a tree of HTML, and its raised, struck and hidden letters are read as on a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from truce_tracker.articles.texts.article import MAX_TEXT, TOO_MUCH_TEXT, ArticleError, Metadata, Reading
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import one_line
from truce_tracker.articles.texts.inline import settle
from truce_tracker.articles.texts.trees import parse

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_SAID = {
    "par": "<br>\n", "sect": "<br>\n", "page": "<br>\n", "line": "<br>", "row": "<br>\n", "cell": " | ",
    "nestcell": " | ", "tab": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_DESTINATIONS = """
    fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable
    listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl fldinst pntext
    listtext bkmkstart bkmkend filetbl revtbl private nonshppict annotation
"""
_LEFT_OUT = frozenset(_DESTINATIONS.split())
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_KNOWN_PAGES = (437, 850, 874, 932, 949, *range(1250, 1259))
_PAGES = {936: "gb18030", 950: "big5hkscs", 10000: "mac-roman", 65001: "utf-8"} | {
    page: f"cp{page}" for page in _KNOWN_PAGES
}
_FONT = re.compile(rb"\\f(\d{1,5})(?:\\[a-z]+-?\d* ?|\{[^{}]{0,200}\}){0,8}?\\fcharset(\d{1,3})")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE, _AUTHOR = (re.compile(rb"\{\\" + name + rb" ([^{}]{1,500})\}") for name in (b"title", b"author"))
_DEEPEST = 2_000


@dataclass(frozen=True, slots=True)
class _Look:
    """How letters stand inside a group: what it leaves out, how they are raised or struck, in which charset."""

    left_out: bool = False
    mark: str = ""
    charset: str = "cp1252"
    skip: int = 1


def read_rtf(content: bytes) -> Reading:
    """The words of an RTF document, with its title and author. Raises ArticleError where there is too much."""
    letters = _Letters(content)
    for token in _TOKEN.finditer(content):
        letters.take(token)
    letters.flush()
    if sum(map(len, letters.said)) > 4 * MAX_TEXT:
        raise ArticleError(TOO_MUCH_TEXT)
    said = "".join(letters.said).encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs become one
    lines = said.split("<br>\n")
    tree = parse(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>")
    removed = settle(tree)
    title, author = (_record(content, field, letters.charset) for field in (_TITLE, _AUTHOR))
    metadata = Metadata(title=title or None, authors=authors_in([author]) if " " in author else ())
    return Reading(text_of(tree), removed, metadata)


def _record(content: bytes, field: re.Pattern[bytes], charset: str) -> str:
    found = field.search(content[:200_000])
    hexed = re.sub(rb"\\'([0-9a-fA-F]{2})", lambda one: bytes([int(one[1], 16)]), found[1]) if found else b""
    return one_line(hexed.decode(charset, "replace"))


class _Letters:
    """Reads token by token; what it says is markup, a mark around each run of letters that is raised or struck."""

    def __init__(self, content: bytes) -> None:
        page = int(found[1]) if (found := _CODE_PAGE.search(content[:2_000])) else 1252
        self.charset = _PAGES.get(
            page, f"cp{page}" if page in (437, 850, 874, 932, 949, *range(1250, 1259)) else "cp1252"
        )
        head = content[:200_000]
        self._fonts = {int(one[1]): _CHARSETS.get(int(one[2]), self.charset) for one in _FONT.finditer(head)}
        self.said: list[str] = []
        self._bytes = bytearray()
        self._skipped = 0
        self._starred = False
        self._look = _Look(charset=self.charset)
        self._above: list[_Look] = []

    def take(self, token: re.Match[bytes]) -> None:
        """Take the next token: a word, a byte, a symbol, a bracket, or letters."""
        word, number, byte, symbol, bracket, letters = token.groups()
        if bracket:
            self._bracket(bracket)
        elif word:
            self._word(word.decode("ascii"), int(number) if number else None)
        elif symbol == b"*":
            self._starred = True
        elif symbol:
            self._text({b"~": b" ", b"_": b"-"}.get(symbol, symbol if symbol in b"{}\\" else b""))
            if symbol in b"\r\n":
                self._say("<br>\n")
        elif byte or letters:
            self._text(bytes([int(byte, 16)]) if byte else letters)

    def flush(self) -> None:
        """Say the bytes that have come, as letters of the charset that they are in."""
        if self._bytes:
            words = self._bytes.decode(self._look.charset, "replace")
            self._bytes.clear()
            self.said.append(self._marked(words))

    def _marked(self, words: str) -> str:
        mark, words = self._look.mark, escape(words, quote=False)
        return f"<{mark}>{words}</{mark}>" if mark else words

    def _text(self, content: bytes) -> None:
        skipped = min(self._skipped, len(content))
        self._skipped -= skipped
        if not self._look.left_out:
            self._bytes += content[skipped:]

    def _say(self, markup: str) -> None:
        self.flush()
        if not self._look.left_out:
            self.said.append(markup)

    def _bracket(self, bracket: bytes) -> None:
        self.flush()
        self._skipped = 0
        if bracket == b"}":
            self._look = self._above.pop() if self._above else self._look
            return
        if len(self._above) > _DEEPEST:
            raise ArticleError("This RTF document is nested too deep: save it as plain text, or paste its words")
        self._above.append(self._look)
        self._starred = False

    def _word(self, word: str, number: int | None) -> None:
        if self._starred or word in _LEFT_OUT:
            self._starred = False
            self._change(left_out=True)
        elif word == "u" and number is not None:
            self._say(self._marked(chr(number % 0x10000)))
            self._skipped = self._look.skip
        elif word == "uc":
            self._change(skip=number or 0)
        elif word == "f" and number is not None:
            self._change(charset=self._fonts.get(number, self.charset))
        elif word in ("super", "sub", "strike", "striked", "deleted", "nosupersub", "v", "plain"):
            self._mark(word, number != 0)
        elif word in _SAID:
            self._say(_SAID[word])

    def _mark(self, word: str, on: bool) -> None:
        if word == "v":
            self._change(left_out=on or (bool(self._above) and self._above[-1].left_out))
        else:
            marks = {"super": "sup", "sub": "sub", "strike": "del", "striked": "del", "deleted": "del"}
            self._change(mark=marks.get(word, "") if on else "")

    def _change(self, **changes: object) -> None:
        self.flush()
        self._look = replace(self._look, **changes)  # type: ignore[arg-type]
