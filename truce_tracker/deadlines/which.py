"""This, next, last, next year's, next week's: which one of the days or periods that come round every year."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from truce_tracker.deadlines.mentions import Mention, NoDayError, Span
from truce_tracker.deadlines.scan import Scan

WHICH = r"(?:\b(?P<which>(?:next|this) (?:week|month|year)'s|next|this|last) )?"


def which_one(mention: Mention, which: str | None, scan: Scan) -> Mention:
    """The mention that comes round every year, as the word before it tells. Raises NoDayError for what is past, and
    where "next" can be the coming one or next year's."""
    if not which:
        return mention
    words = f"{which} {mention.words}"
    if which == "last":
        refuse_past(words)
    if which.endswith("year's"):
        return mention.in_year(scan.said.year + which.startswith("next"), words, relative=True)
    coming = next((span for span in mention.near(scan.said) if span[1] >= scan.said), None)
    if not coming or not _fits(which, coming, scan):
        raise NoDayError(f"{words!r} said on that day can be one of two, or none")
    return mention.in_year(coming[0].year, words, relative=True)


def agreeing(mention: Mention, words: str, fits: Callable[[Span], bool], scan: Scan) -> Mention:
    """The mention, told twice (Friday, November 28). Raises NoDayError where what is told beside it does not fit it."""
    spans = mention.near(scan.said)
    coming = next((span for span in spans if span[1] >= scan.said), None)
    if not spans or not fits(coming or spans[-1]):
        raise NoDayError(f"{words!r}: the one does not fit the other")
    return mention.narrowed(words, lambda span: span if fits(span) else None)


def refuse_past(words: str) -> NoReturn:
    """Raise NoDayError for words that look back."""
    raise NoDayError(f"{words.strip()!r} is past: it sets no day to come")


def _fits(which: str, coming: Span, scan: Scan) -> bool:
    is_next = which.startswith("next")
    if which.endswith("week's"):
        days_from_monday = (coming[0] - scan.said).days + scan.said.weekday()
        return days_from_monday // 7 == is_next
    if which.endswith("month's"):
        return coming[0].year * 12 + coming[0].month == scan.said.year * 12 + scan.said.month + is_next
    return coming[0].year == scan.said.year + is_next
