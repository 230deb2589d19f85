r"""Which characters an article's text may have, and how lines and paragraphs are told apart. Words are kept.

All that changes inside a line: U+00A0, U+2007 and U+202F (spaces that do not break) become a space; what is never seen
goes (control characters but tab, soft hyphens, U+200B, U+2060, U+FEFF, lone surrogates, noncharacters); letters with
their accents beside them are put together (Unicode NFC). Between lines: every kind of line end becomes ``\n``, spaces
at the end of a line go, and several empty lines become one. Also which language a text is in, as far as its letters
tell: Chinese, and plain English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNBREAKING = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]+"
)
_EMPTY_LINES = re.compile(r"\n{3,}")
_STOPS, _CLOSING = (".", "!", "?", "。", "！", "？", "…"), "\"'”’»›」』）)]*_ "
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\U00020000-\U0003ffff]")
_LONG_FOR_A_LABEL = 60
_MARKS_IN_A_ROW = 30
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.DOTALL)
_KANA = re.compile("[\u3041-\u30ff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ("the", "of", "and", "that", "with", "for", "was", "which", "said", "from", "has", "have", "been", "would", "by")
)
_LOOKED_AT = 50_000
_HAN_SHARE, _KANA_SHARE, _ENGLISH_SHARE = 0.3, 0.05, 0.12
_WORDS_TO_JUDGE = 30
_WRITTEN_IN_HAN = frozenset({"zh", "yue", "cmn", "ja", "ko"})


def clean(text: str) -> str:
    """The text with the changes that this module names, and no others."""
    text = _LINE_END.sub("\n", text)
    text = _UNSEEN.sub("", _UNBREAKING.sub(" ", text))
    return tidy(_composed(text))


def tidy(text: str) -> str:
    """No spaces at the end of lines, no two empty lines in a row, none at either end."""
    lines = [line.rstrip() for line in text.split("\n")]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def one_line(text: str) -> str:
    """The text cleaned and on one line, as a title or a name is written."""
    return " ".join(clean(text).split())


def is_long_sentence(line: str) -> bool:
    """Whether a line is too long for a label and ends as a sentence does: the words of an article."""
    return len(line) + count_han(line[:200]) > _LONG_FOR_A_LABEL and ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop, a question or exclamation mark, whatever closes after it."""
    return line.rstrip().rstrip(_CLOSING)[-1:] in _STOPS


def count_han(text: str) -> int:
    """How many Chinese characters there are."""
    return len(_HAN.findall(text))


def language_of(declared: str | None, text: str) -> str | None:
    """The language that the page declares, unless its letters say otherwise; else what the letters say, or None.

    `declared` is a tag in any spelling (``zh-CN``, ``en_US``).
    """
    said, seen = primary_tag(declared), _seen(text)
    if seen == "zh" and said not in _WRITTEN_IN_HAN:
        return seen
    return said or seen


def primary_tag(tag: str | None) -> str | None:
    """``en`` for ``en-US`` and ``en_US``; None where it is no language tag."""
    found = _TAG.fullmatch((tag or "").strip())
    return found[1].lower() if found else None


def _composed(text: str) -> str:
    """NFC, but for text that would make it slow: no language puts more than a few marks on one letter."""
    if text.isascii() or _heaped_marks().search(text):
        return text
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1)
def _heaped_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{_MARKS_IN_A_ROW + 1},}}")


def _seen(text: str) -> str | None:
    words = _WORD.findall(text[:_LOOKED_AT])
    letters = sum(map(len, words))
    if not letters:
        return None
    joined = "".join(words)
    if count_han(joined) > _HAN_SHARE * letters:
        return None if len(_KANA.findall(joined)) > _KANA_SHARE * letters else "zh"
    common = sum(word.lower() in _ENGLISH for word in words)
    return "en" if len(words) >= _WORDS_TO_JUDGE and common > _ENGLISH_SHARE * len(words) else None
