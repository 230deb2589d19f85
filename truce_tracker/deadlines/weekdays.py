"""Weekdays in a phrase: alone ("by Monday", "next Friday"), or beside a date, which they must fit."""

from __future__ import annotations

import re
from datetime import timedelta

from truce_tracker.deadlines.mentions import Mention, NoDayError
from truce_tracker.deadlines.scan import Rules, Scan
from truce_tracker.deadlines.which import agreeing, refuse_past

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
_SHORT = r"(?P<weekday>(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?)\b\.?"


def _weekday(match: re.Match[str], scan: Scan) -> Mention:
    """A weekday to come. Said on that weekday it can be that very day or a week on."""
    words, weekday, today = match[0].strip(), _NAMES.index(match["weekday"][:3]), scan.said.weekday()
    which, week = match["which"] or "", match["week"]
    steps = [(weekday - today - 1) % 7 + 1]
    if week or which == "next":
        steps = [_steps_to(words, today, weekday, week)]
    elif weekday == today and "coming" not in which:
        steps = [0, 7]
    days = [scan.said + timedelta(step) for step in steps]
    return Mention(words, "weekday", tuple((day, day) for day in days), relative=bool(which or week))


def _steps_to(words: str, today: int, weekday: int, week: str | None) -> int:
    """Days to "next Friday" or "Friday of next week". Raises NoDayError where the readings differ: a week that
    begins on Monday or on Sunday, the coming Friday or the next week's."""
    shift = 0 if week == "this" else 7
    readings = {weekday - today + shift, (weekday + 1) % 7 - (today + 1) % 7 + shift}
    if not week:
        readings.add((weekday - today - 1) % 7 + 1)
    if len(readings) > 1 or min(readings) < 0:
        raise NoDayError(f"{words!r} said on that day can be one of two days, or is past")
    return readings.pop()


def _beside_date(match: re.Match[str], scan: Scan) -> Mention | None:
    """A date with its weekday: both must agree, or no day is certain."""
    mention, weekday = scan.mention(match["mark"]), _NAMES.index(match["weekday"][:3])
    if not mention.is_day:
        return None
    words = match[0].replace(f"<d{match['mark']}>", mention.words)
    return agreeing(mention, words, lambda span: span[0].weekday() == weekday, scan)


def _end_of_today(match: re.Match[str], scan: Scan) -> Mention:
    return Mention(match[0].strip(), "day", ((scan.said,) * 2,), relative=True)


# these read dates that have their year already
RULES: Rules = (
    (rf"\b{_SHORT},? \(?(?:the )?<d(?P<mark>[0-9]+)>\)?", _beside_date),
    (rf"<d(?P<mark>[0-9]+)>(?:,? \(|,? ){_FULL}\)?(?!')", _beside_date),
    (rf"\b(?:last|past|previous) {_FULL}", lambda match, scan: refuse_past(match[0])),
    (
        rf"\b(?:(?:the )?(?P<which>this coming|coming|this|next) )?{_FULL}(?: (?:of )?(?P<week>next|this) week\b)?",
        _weekday,
    ),
    (r"(?:\bthe )?\b(?:end|close) of (?:the )?(?:business|day|trading)\b(?! (?:on |of )?<)", _end_of_today),
)
