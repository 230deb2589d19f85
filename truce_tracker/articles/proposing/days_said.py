"""The day on which something was said, as the words around a verb of saying give it; none after the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from truce_tracker.articles.proposing.time_words import MONTH_WORDS, MONTHS, NO_DAY_SAID, WEEKDAYS
from truce_tracker.articles.proposing.tokens import Token
from truce_tracker.dates import EdtfDate

_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def day_said(tokens: Sequence[Token], published: EdtfDate | None) -> str | None:
    """The day that a run of tokens names ("on November 16th", "Thursday"): the last such day up to the article's."""
    if published is None or published.first.year == 1:  # no day before the calendar begins
        return None
    for place, token in enumerate(tokens):
        day = _weekday(tokens, place, published) or _month_day(tokens, place, published)
        if day:
            return day.isoformat()
        if token.lower == "yesterday" and published.is_day:
            return (published.first - timedelta(1)).isoformat()
    return None


def last_such_day(month: int, day: int, year: int | None, published: EdtfDate) -> date | None:
    """The last such day up to the article's; None where the article's day leaves open which one."""
    try:
        if year:
            return date(year, month, day)
        ends = {_up_to(month, day, end) for end in (published.first, published.last)}
    except ValueError:
        return None
    return ends.pop() if len(ends) == 1 else None


def last_weekday(weekday: int, published: EdtfDate) -> date | None:
    """The last such weekday (Monday is 0) up to the article's day; None where that is not one day."""
    return published.first - timedelta((published.first.weekday() - weekday) % 7) if published.is_day else None


def _weekday(tokens: Sequence[Token], place: int, published: EdtfDate) -> date | None:
    token = tokens[place]
    before = tokens[place - 1].lower if place else ""
    if token.base not in WEEKDAYS or not token.is_capital or before in NO_DAY_SAID:
        return None
    return last_weekday(WEEKDAYS.index(token.base), published)


def _month_day(tokens: Sequence[Token], place: int, published: EdtfDate) -> date | None:
    token = tokens[place]
    before = tokens[place - 1] if place else None
    if token.base not in MONTH_WORDS or not token.is_capital or (before and before.lower in NO_DAY_SAID):
        return None
    after = [item.base for item in tokens[place + 1 : place + 5] if item.is_word]
    number = _NUMBER.fullmatch(after[0]) if after else None
    if number:
        after = after[1:]
    elif before:
        number = _NUMBER.fullmatch(before.base)
    year = int(after[0]) if after and _YEAR.fullmatch(after[0]) else None
    return last_such_day(MONTHS.index(token.base[:3]) + 1, int(number[1]), year, published) if number else None


def _up_to(month: int, day: int, end: date) -> date:
    this_year = date(end.year, month, day)
    return this_year if this_year <= end else date(end.year - 1, month, day)
