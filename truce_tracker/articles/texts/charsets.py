"""Bytes -> text: by byte order mark, UTF-8, what is declared where it can be true, and last by guessing.

A declared charset is believed only when the bytes can be read so: pages lie, most of all about Chinese. Guessing tries
the Chinese charsets first, by how common the characters are that come out, and leaves the rest to charset-normalizer.
"""

from __future__ import annotations

import codecs
import logging
import re

from truce_tracker.articles.texts.article import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODECS = {
    **dict.fromkeys(("gb2312", "gb-2312", "gb2312-80", "gbk", "x-gbk", "cp936", "ms936", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950", "csbig5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis", "windows-31j", "ms-kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "windows-949", "korean"), "cp949"),
    **{f"windows-{number}": f"cp{number}" for number in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{name: name for name in ("euc-jp", "iso-2022-jp", "koi8-r", "koi8-u", "utf-16-le", "utf-16-be")},
    "iso-8859-9": "cp1254",
    "macintosh": "mac-roman",
}
_WESTERN = "cp1252"
_CHINESE = ("gb18030", "big5hkscs")
_COMMON_HAN = frozenset(
    "的一是不了在人有我他这這中大来來上国國和地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後"
    "作里用道行所然家事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開"
    "但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問"
    "很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門"
    "任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總"
    "何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展"
    "记記司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路"
)
_ZERO_SHARE = 0.05
_COMMON_SHARE, _BAD_SHARE, _WESTERN_HIGH_SHARE, _CONTROL_SHARE = 0.3, 0.01, 0.3, 0.005
_SAMPLE = 60_000
_HIGH = re.compile(rb"[\x80-\xff]+")
_KANA = re.compile("[\u3041-\u30ff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTES = (*range(1, 9), *range(14, 27), *range(28, 32))
_DECLARED = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_HEAD = 16_000
NOT_TEXT = (
    "This is no text that truce can read: it looks like a picture, a program or another binary file. "
    "Give a text, a Markdown file, a saved web page or a PDF, or paste the words"
)
_NO_CHARSET = "The characters of this text cannot be told (no charset fits them): save it as UTF-8, or paste the words"


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of these bytes. `declared` is the charset that the server named, if any; a page's own is looked for.

    Raises ArticleError for what is no text, and for text whose charset cannot be told.
    """
    text = _by_mark(content) or _by_zeros(content)
    if text is None:
        text = _plain(content, declared)
    if len(text) - len(_CONTROL.sub("", text)) > max(2, _CONTROL_SHARE * len(text)):
        raise ArticleError(NOT_TEXT)
    return text


def _plain(content: bytes, declared: str | None) -> str:
    if content.count(0) > _ZERO_SHARE * len(content) or (0 in content and _is_binary(content)):
        raise ArticleError(NOT_TEXT)
    content = content.replace(b"\0", b"")  # a few stand in real pages, and no browser shows them
    named = _codec(declared) or _codec(_declared_inside(content))
    if named == "iso-2022-jp" and b"\x1b$" in content and (text := _read(content, named)):
        return text
    if (text := _as_utf8(content)) is not None:
        return text
    text = _as_declared(content, named) if named else None
    return text if text is not None else _guessed(content)


def _is_binary(content: bytes) -> bool:
    """Whether there are more control characters than a text that lost its way has, beside zeros."""
    return sum(map(content.count, _CONTROL_BYTES)) > max(2, _CONTROL_SHARE * len(content))


def _by_mark(content: bytes) -> str | None:
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    return None


def _by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters leave a zero in every second byte."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 8 + 1 or min(even, odd) * 20 > max(even, odd):
        return None
    return content.decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def _declared_inside(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD]) or _XML_DECLARED.match(content[:_HEAD])
    return found[1].decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    return _CODECS.get((name or "").strip().lower().replace("_", "-"))


def _as_utf8(content: bytes) -> str | None:
    """The text when it is UTF-8, or was before a few bytes were lost."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < _SAMPLE and _read(content[:_SAMPLE], "utf-8") is None:
            return None
        text = content.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= 2 * _BAD_SHARE * _beyond_ascii(text) else None


def _read(content: bytes, codec: str) -> str | None:
    """The text in a charset, where nearly all of it can be read so."""
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        text = content.decode(codec, "replace")
    return text if text.count("\ufffd") <= _BAD_SHARE * _beyond_ascii(text) else None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _as_declared(content: bytes, codec: str) -> str | None:
    sample = _sample(content)
    likely = _likely_chinese(sample)
    if likely and likely != codec and codec in (_WESTERN, *_CHINESE):
        return None
    return _read(content, codec)


def _guessed(content: bytes) -> str:
    sample = _sample(content)
    for codec in (_likely_chinese(sample), _normalizer_guess(sample), _likely_western(sample)):
        if codec and (text := _read(content, codec)) is not None:
            return text
    raise ArticleError(_NO_CHARSET)


def _sample(content: bytes) -> bytes:
    """Some lines that tell something, cut where no character is cut in any charset."""
    told, size = [], 0
    for line in content[: 40 * _SAMPLE].split(b"\n"):
        if size < _SAMPLE and _HIGH.search(line):
            told.append(line[:_SAMPLE])
            size += len(told[-1])
    sample = b"\n".join(told)
    return sample[: 1 + max(sample.rfind(byte) for byte in (b" ", b"\n", b"<", b">", b","))] or sample


def _likely_chinese(sample: bytes) -> str | None:
    shares = {codec: _common_share(sample, codec) for codec in _CHINESE}
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= _COMMON_SHARE else None


def _common_share(sample: bytes, codec: str) -> float:
    text = _read(sample, codec)
    letters = [char for char in text or "" if char.isalpha() and char > "\u02ff"]
    if len(letters) < 2 or len(_KANA.findall("".join(letters))) > len(letters) // 10:
        return 0.0
    return sum(char in _COMMON_HAN for char in letters) / len(letters)


def _normalizer_guess(sample: bytes) -> str | None:
    """What charset-normalizer says; Windows-1252 where that is among its answers, being by far the most common."""
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    found = [match.encoding for match in from_bytes(sample)]
    return _WESTERN if _WESTERN in found else next(iter(found), None)


def _likely_western(sample: bytes) -> str | None:
    high = sum(map(len, _HIGH.findall(sample)))
    return _WESTERN if high < _WESTERN_HIGH_SHARE * len(sample) else None
