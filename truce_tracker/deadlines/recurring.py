"""A phrase that names a day in each of several periods (in each of 2026, 2027 and 2028) -> an RFC 5545 rule.

Such a phrase has no one day: its last day alone would hide every year before it. Where the phrase does not say when
the first period is, or when the last one ends, the ledger must give `repeats` itself.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from truce_tracker.deadlines.mentions import Mention, NoDayError, Scan, Span
from truce_tracker.deadlines.which import coming, last_day


@dataclass(frozen=True, slots=True)
class Repeats:
    """An RFC 5545 rule, the day of its first instance (None where the phrase leaves open which period is the first) and
    the first day of the first period."""

    rule: str
    first_due: date | None
    from_day: date | None


_UNIT = r"(?P<unit>day|week|month|quarter|half[- ]year|year)"
_EVERY = re.compile(
    rf"\b(?:by |at )?(?:the )?(?:end of |every end of )?(?:each|every)(?: single| calendar)? {_UNIT}\b(?:'s end\b)?"
    r"|\b(?P<adverb>annually|yearly|quarterly|monthly|weekly|daily)\b|\b(?:each|every) (?=<[dn])"
    r"|\b(?P<other>(?:each|every) other|(?:once|twice|\w{1,12} times) (?:an?|each|every|per))"
    r" (?:day|week|month|quarter|year)\b"
)
_RATE = re.compile(
    r"(?<!\bof )\b(?:per|an?) (?:calendar )?(?P<unit>day|week|month|quarter|year)\b"
    r"|\b(?P<adverb>annual|yearly|quarterly|monthly)\b"
)
_EACH_OF = re.compile(r"\b(?:in |during |for |over |by |at )?(?:the end of )?each of <d(?P<a>[0-9]+)>"
                      r"(?: ?(?:to|through|until|-|and) <d(?P<b>[0-9]+)>)?")  # fmt: skip
_ADVERBS = {"annual": "year", "annually": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month",
            "weekly": "week", "daily": "day"}  # fmt: skip
_MONTHS = {"year": 12, "half": 6, "half-year": 6, "half year": 6, "quarter": 3, "month": 1}
_WINDOW = re.compile(
    r"\b(?:(?:from|between|start(?:s|ing)|beginning)(?: in| from| on)? )?(?:the )?<d(?P<a>[0-9]+)>,?"
    r" ?(?:to|through|until|till|-|and|up to|ending(?: in)?) (?:the )?<d(?P<b>[0-9]+)>"
    r"|\b(?:until|till|through|to|up to|ending(?: in)?|expiring(?: on)?) (?:the )?<d(?P<end>[0-9]+)>"
    r"|\b(?:in|of|during|throughout|over|for|within|across) <d(?P<all>[0-9]+)>"
)
_DUE_IN_IT = re.compile(r"(?:\b(?:by|on|at|until|no later than) )?<d(?P<d>[0-9]+)>(?: of)?")
_ANOTHER_DAY = r"\b(?:early|late|mid|middle|start|beginning|first|second|half|twice|other|before|after|within|<n)\b|<n"
_LASTS = (  # what lasts until a day ends on it, however much there is of it each year
    r"\b(?:valid|holds?|lasts?|in (?:force|effect)|suspen\w+|exten\w+|paus\w+|remains?|stays?|truce|ceasefire"
    r"|expir\w+)\b"
)


def recurring(scan: Scan) -> Repeats | None:
    """The rule of a marked phrase that names a day in each of several periods; None for one that does not.
    Raises NoDayError where it does, and its first or its last day is not certain."""
    if match := _EACH_OF.search(scan.text):
        return _each_of(match, scan)
    if match := _EVERY.search(scan.text):
        return _every(match, scan)
    match = _RATE.search(scan.text)
    return _rate(match, scan) if match else None


def _each_of(match: re.Match[str], scan: Scan) -> Repeats:
    mention = scan.mention(match["a"])
    kind = "year" if mention.kind == "decade" else mention.kind
    if kind not in _MONTHS or re.search("<[dn]", _without(match, scan.text)):
        raise _asked(scan.spelled(match[0]))
    first, last = coming(mention, scan, last_day)
    if match["b"]:
        last = coming(scan.mention(match["b"]), scan, last_day)[1]
    return _periods(kind, (first, last), scan.spelled(match[0]))


def _every(match: re.Match[str], scan: Scan) -> Repeats:
    words = scan.spelled(match[0])
    unit = match["unit"] or _ADVERBS.get(match["adverb"] or "", "year")
    rest = _without(match, scan.text)
    window = _WINDOW.search(rest)
    if unit not in _MONTHS or not window or match["other"] or re.search(_ANOTHER_DAY, rest):
        raise _asked(words)
    others = _without(window, rest)
    due = _DUE_IN_IT.search(others)
    if len(re.findall("<d", others)) > (1 if due and unit == "year" else 0):
        raise _asked(words)
    if due:
        first, last = _span(window, scan)
        return _same_day(scan.mention(due["d"]), (first or scan.said, last), words)
    return _ends(unit, _span(window, scan), words)


def _rate(match: re.Match[str], scan: Scan) -> Repeats | None:
    """25 million tons a year through 2028: so much in each year; by 2028, the pace that is reached once."""
    unit = match["unit"] or _ADVERBS[match["adverb"]]
    rest = _without(match, scan.text)
    window = _WINDOW.search(rest)
    if unit not in _MONTHS or not window or scan.lengths or re.search(_LASTS, rest) or len(re.findall("<d", rest)) > 2:
        return None
    first, last = _span(window, scan)
    if first and (last - first).days < 40 * _MONTHS[unit]:  # no longer than one period
        return None
    return _ends(unit, (first, last), scan.spelled(match[0]))


def _without(match: re.Match[str], text: str) -> str:
    return " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


def _span(window: re.Match[str], scan: Scan) -> tuple[date | None, date]:
    """The first day (None where it is not said) and the last day of the periods."""
    if window["end"]:
        return None, coming(scan.mention(window["end"]), scan, last_day)[1]
    if window["all"]:
        return coming(scan.mention(window["all"]), scan, last_day)
    start, end = scan.mention(window["a"]), scan.mention(window["b"])
    last = coming(end, scan, last_day)[1]
    first = [span[0] for span in start.near(last) if start.is_stated or span[0] <= last]
    return (first[-1] if first else None), last


def _ends(unit: str, window: tuple[date | None, date], words: str) -> Repeats:
    first, last = window
    if first is None:
        return Repeats(f"{_frequency(unit)};UNTIL={last:%Y%m%d}", None, None)
    return _periods(unit, (first, last), words)


def _periods(unit: str, window: Span, words: str) -> Repeats:
    """The last day of each period from the first to the last day, which must begin and end with one."""
    (first, last), months = window, _MONTHS[unit]
    count, rest = divmod(last.year * 12 + last.month - first.year * 12 - first.month + 1, months)
    whole = first.day == 1 and (first.month - 1) % months == 0 and (last + timedelta(1)).day == 1
    if rest or not whole or count < 2:
        raise _asked(words)
    year, month = divmod(first.year * 12 + first.month - 1 + months - 1, 12)
    due = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return Repeats(f"{_frequency(unit)};COUNT={count}", due, first)


def _frequency(unit: str) -> str:
    months = _MONTHS[unit]
    every = f"INTERVAL={months};" if months > 1 else ""
    return "FREQ=YEARLY" if months == 12 else f"FREQ=MONTHLY;{every}BYMONTHDAY=-1"


def _same_day(mention: Mention, window: Span, words: str) -> Repeats:
    """By June 30 of each year: that day of each year. One that moves (Thanksgiving) is asked for."""
    first, last = window
    spans = [mention.at(year) for year in range(first.year, last.year + 1)] if mention.at else []
    days = [span[1] for span in spans if span]
    if not days or len({(day.month, day.day) for day in days}) > 1 or mention.several or mention.edge == "mid":
        raise _asked(words)
    days = [day for day in days if first <= day <= last]
    if len(days) < 2:
        raise _asked(words)
    return Repeats(f"FREQ=YEARLY;COUNT={len(days)}", days[0], None)


def _asked(words: str) -> NoDayError:
    return NoDayError(
        f"{words.strip()!r} names a day in each of several periods: give due, the first of them, and repeats (as in"
        " FREQ=YEARLY;COUNT=3)"
    )
