"""Which one of the days or periods that come round is meant: as the word on it tells (this, next, last), and as the
word before it does (by, from, since ...).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NoReturn

from truce_tracker.deadlines.mentions import Mention, NoDayError, Scan, Span

JUST_PAST = timedelta(31)  # so soon after a day that comes round every year, its name can look back as well as on
ANY_TIME = timedelta.max
_TOLD_AS_PAST = (
    r"\b(?:was|were|had|did|ago|already|originally|previously|initially|formerly)\b|\b(?:should|would|could) have\b"
)
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
    ahead = next((span for span in mention.near(scan.said) if span[1] >= scan.said), None)
    if not ahead or not _fits(which, ahead, scan):
        raise NoDayError(f"{words!r} said on that day can be one of two, or none")
    return mention.in_year(ahead[0].year, words, relative=True)


def agreeing(mention: Mention, words: str, fits: Callable[[Span], bool], scan: Scan) -> Mention:
    """The mention, told twice (Friday, November 28). Raises NoDayError where what is told beside it does not fit it."""
    spans = mention.near(scan.said)
    ahead = next((span for span in spans if span[1] >= scan.said), None)
    if not spans or not fits(ahead or spans[-1]):
        raise NoDayError(f"{words!r}: the one does not fit the other")
    return mention.narrowed(words, lambda span: span if fits(span) else None)


def refuse_past(words: str) -> NoReturn:
    """Raise NoDayError for words that look back."""
    raise NoDayError(f"{words.strip()!r} is past: it sets no day to come")


def _fits(which: str, ahead: Span, scan: Scan) -> bool:
    is_next = which.startswith("next")
    if which.endswith("week's"):
        days_from_monday = (ahead[0] - scan.said).days + scan.said.weekday()
        return days_from_monday // 7 == is_next
    if which.endswith("month's"):
        return ahead[0].year * 12 + ahead[0].month == scan.said.year * 12 + scan.said.month + is_next
    return ahead[0].year == scan.said.year + is_next


def told_as_past(scan: Scan) -> bool:
    """Whether the words around tell of something past, so that a day without a year may lie behind."""
    return bool(re.search(_TOLD_AS_PAST, scan.text))


def first_day(span: Span) -> date:
    """The first day of a span."""
    return span[0]


def last_day(span: Span) -> date:
    """The last day of a span."""
    return span[1]


def coming(mention: Mention, scan: Scan, counted: Callable[[Span], date], reach: timedelta = JUST_PAST) -> Span:
    """The one whose counted day comes next. Raises NoDayError where one at most `reach` back is as likely."""
    if mention.is_stated:
        return mention.options[0]
    spans = mention.near(scan.said)
    ahead = [span for span in spans if counted(span) >= scan.said]
    behind = [span for span in spans if counted(span) < scan.said and mention.kind != "weekday"]
    if not ahead or (mention.kind == "weekday" and len(ahead) > 1):
        raise NoDayError(f"{mention.words!r} said on {scan.said} is no one day to come")
    looks_back = told_as_past(scan)
    ago = scan.said - counted(behind[-1]) if behind else ANY_TIME
    nearer = ago < counted(ahead[0]) - scan.said and (looks_back or ago <= reach)
    if nearer or (looks_back and (mention.relative or mention.kind == "weekday")):
        raise NoDayError(f"{mention.words!r} said on {scan.said} can be the one that is past: which one is not said")
    return ahead[0]


def latest(mention: Mention, scan: Scan) -> Span:
    """The last one that had begun by the day it was said."""
    begun = [span for span in mention.near(scan.said) if mention.is_stated or span[0] <= scan.said]
    if not begun:
        raise NoDayError(f"{mention.words!r}: which one is not certain")
    return begun[-1]


def stretch(start: Mention, end: Mention, scan: Scan) -> Span:
    """From one mention to another; a year said with one holds for the other. Raises NoDayError as `coming` does."""
    if start.is_stated and not end.is_stated:
        last = next((span for span in end.near(start.options[0][0]) if span[1] >= start.options[0][0]), None)
    else:
        last = coming(end, scan, last_day)
    begun = [span for span in start.near(last[0]) if start.is_stated or span[0] <= last[1]] if last else []
    if not last or not begun:
        raise NoDayError(f"{start.words!r} to {end.words!r} is no stretch of days")
    return begun[-1][0], last[1]
