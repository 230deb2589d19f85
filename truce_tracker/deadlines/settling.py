"""Which of the days that a mention can mean is the one, as the word before it (by, from, since ...) tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from truce_tracker.deadlines.mentions import Mention, NoDayError, Span
from truce_tracker.deadlines.scan import Scan

JUST_PAST = timedelta(31)  # so soon after a day that comes round every year, its name can look back as well as on
ANY_TIME = timedelta.max
_SOON = timedelta(100)  # "in May" looks on only when May is nearer than this
_TOLD_AS_PAST = (
    r"\b(?:was|were|had|did|ago|already|originally|previously|initially|formerly)\b|\b(?:should|would|could) have\b"
)


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


def soon(mention: Mention, scan: Scan) -> Span:
    """The period that runs or comes soon. Raises NoDayError where it is so far ahead that a past one can be meant."""
    span = coming(mention, scan, last_day)
    if not mention.is_stated and not mention.relative and span[0] - scan.said > _SOON:
        raise NoDayError(f"{mention.words!r} said on {scan.said} can be the one that is past: which one is not said")
    return span


def latest(mention: Mention, scan: Scan) -> Span:
    """The last one that had begun by the day it was said."""
    begun = [span for span in mention.near(scan.said) if mention.is_stated or span[0] <= scan.said]
    if not begun:
        raise NoDayError(f"{mention.words!r}: which one is not certain")
    return begun[-1]


def stretch(start: Mention, end: Mention, scan: Scan) -> Span:
    """From one mention to another; a year said with one holds for the other. Raises NoDayError as `soon` does."""
    if start.is_stated and not end.is_stated:
        last = next((span for span in end.near(start.options[0][0]) if span[1] >= start.options[0][0]), None)
    else:
        last = coming(end, scan, last_day)
    begun = [span for span in start.near(last[0]) if start.is_stated or span[0] <= last[1]] if last else []
    if not last or not begun:
        raise NoDayError(f"{start.words!r} to {end.words!r} is no stretch of days")
    if not (start.is_stated or end.is_stated or end.relative) and begun[-1][0] - scan.said > _SOON:
        raise NoDayError(f"{start.words!r} to {end.words!r} can be the one that is past: which one is not said")
    return begun[-1][0], last[1]
