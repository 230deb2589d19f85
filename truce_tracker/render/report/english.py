"""English of the page: days as a newspaper writes them, counts, sentences. No row is read here."""

from __future__ import annotations

import re
from datetime import date

from truce_tracker.dates import EdtfDate, read_date
from truce_tracker.errors import UnreadableValue

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WITH_ARTICLE = re.compile(
    r"(?:United|Russian|Czech|Dominican) |.* (?:Union|States|Kingdom|Republic|Federation|Nations|Emirates|Islands)\Z"
    r"|Netherlands\Z|Philippines\Z"
)
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def day(text: str | None) -> str:
    """``27 Nov 2025``, ``30–31 Oct 2025``, ``about 26 Oct 2025``, ``Nov 2025``; what is no date stays as it is."""
    if not text:
        return ""
    try:
        read_date(text)
    except UnreadableValue:
        return text
    first, _, last = text.partition("/")
    if not last:
        return _part(first)
    one, other = _part(first), _part(last)
    return f"{first[8:].lstrip('0')}–{other}" if _one_month(first, last) else f"{one} to {other}"


def _one_month(first: str, last: str) -> bool:
    return len(first) == len(last) == 10 and first[:7] == last[:7]


def _part(text: str) -> str:
    about, plain = ("about " if text.endswith("~") else ""), text.rstrip("~")
    year, *rest = plain.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    number = [str(int(rest[1]))] if len(rest) > 1 else []
    return about + " ".join((*number, *month, year))


def machine_day(text: str | None) -> str | None:
    """The date for a ``datetime`` attribute; None where it is an interval, about, or no date."""
    dated = readable(text or "")
    return text if dated and not set(text or "") & {"/", "~"} else None


def readable(text: str) -> EdtfDate | None:
    """The date, or None."""
    try:
        return read_date(text)
    except UnreadableValue:
        return None


def first_day(text: str) -> date | None:
    """The first day that a date can mean."""
    dated = readable(text)
    return dated.first if dated else None


def counted(count: int, one: str, several: str | None = None) -> str:
    """``1 claim``, ``1,204 claims``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def spelled(count: int) -> str:
    """``three``, ``13``: small numbers as words, for running text."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def the(name: str) -> str:
    """A party's name within a sentence: ``the United States``, ``China``."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def part(share: float) -> str:
    """``67%``, ``under 1%``: how much of a target."""
    return f"{share:.0%}" if share >= 0.005 or share == 0 else "under 1%"


def told_value(kind: str, value: str) -> str:
    """A value of a divergence: an amount as it is, days as a newspaper writes them."""
    if kind == "quantity":
        return value
    before, _, last = value.rpartition(" ")
    return f"{before} {day(last)}".lstrip()


def distance(days: int) -> str:
    """``12 days ago``, ``today``, ``in 5 days``, from days past."""
    if days == 0:
        return "today"
    return f"{counted(days, 'day')} ago" if days > 0 else f"in {counted(-days, 'day')}"


def sentence(meaning: str) -> str:
    """A meaning of the vocabulary as a sentence of its own."""
    return f"{meaning[:1].upper()}{meaning[1:]}."
