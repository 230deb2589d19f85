"""One value of a ledger file: from its text to the text that is kept, or the reason why not. No positions here."""

from __future__ import annotations

import re
from collections.abc import Callable

from truce_tracker.dates import read_date, read_plain_date, read_within
from truce_tracker.errors import UnreadableValue, did_you_mean, quoted
from truce_tracker.latin import in_latin
from truce_tracker.ledger_file.format import Key, Shape

_SLUG = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 200  # characters of a value that is no text: an id, a date, a quantity, a word of a closed set
_NO_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def refuse_controls(text: str) -> None:
    """Raise UnreadableValue for a control character (but a tab or a line break) or half a surrogate pair."""
    if found := _NO_CHARACTER.search(text):
        raise UnreadableValue(f"holds the control character U+{ord(found[0]):04X}: take it out")


def read_value(text: str, key: Key) -> str:
    """The text to keep for a value of this key. Raises UnreadableValue that says what is wrong with it."""
    if len(text) > _LONGEST and key.shape in _SHORT:
        raise UnreadableValue(f"{quoted(text)} is {len(text):,} characters long: at most {_LONGEST} are allowed")
    return _READERS[key.shape](text, key)


def _any_text(text: str, key: Key) -> str:
    if not text.strip():
        raise UnreadableValue("is empty: write something, or leave it out")
    return text


def _slug(text: str, key: Key) -> str:
    if key.refers_to is None:  # what refers to no id is told with what was meant
        check_id(text)
    return text


def check_id(text: str) -> None:
    """Raises UnreadableValue for what is no id: a command would take ``-x`` for an option, a folder holds ``..``."""
    if not _SLUG.fullmatch(text):
        raise UnreadableValue(f"{text!r} is no id: use letters (a-z), digits, '.', '_' and '-'")
    if text.startswith("-") or text in (".", ".."):
        raise UnreadableValue(f"{text!r} is no id: it begins with a letter, a digit, '_' or a '.' before more")


def slug(name: str) -> str:
    """A name as an id, in small Latin letters without accents; nothing where it has no letter and no digit."""
    words = in_latin(name).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def _word(text: str, key: Key) -> str:
    if text not in key.words:
        raise UnreadableValue(f"{text!r} is not one of {', '.join(key.words)}{did_you_mean(text, key.words)}")
    return text


def _flag(text: str, key: Key) -> str:
    if text.lower() not in ("true", "false"):
        raise UnreadableValue(f"{text!r} is neither true nor false: write one of them")
    return text.lower()


def _date(text: str, key: Key) -> str:
    read_date(text)
    return text


def _plain_date(text: str, key: Key) -> str:
    read_plain_date(text)
    return text


def _length(text: str, key: Key) -> str:
    read_within(text)
    return text


def _quantity(text: str, key: Key) -> str:
    from truce_tracker.quantities import read_quantity  # many files give none

    read_quantity(text)
    return text


def _url(text: str, key: Key) -> str:
    if not text.startswith(("http://", "https://")) or any(character.isspace() for character in text):
        raise UnreadableValue(f"{text!r} is no web address: it begins with http:// or https:// and has no spaces")
    return text


_READERS: dict[Shape, Callable[[str, Key], str]] = {
    Shape.TEXT: _any_text,
    Shape.TEXTS: _any_text,
    Shape.SLUG: _slug,
    Shape.SLUGS: _slug,
    Shape.WORD: _word,
    Shape.FLAG: _flag,
    Shape.DATE: _date,
    Shape.PLAIN_DATE: _plain_date,
    Shape.LENGTH: _length,
    Shape.QUANTITY: _quantity,
    Shape.URL: _url,
}
_SHORT = frozenset(Shape) - {Shape.TEXT, Shape.TEXTS, Shape.URL}
