"""Lengths of time in a phrase ("ninety (90) days", "a year"), and the day that is counted from them.

A length whose first day is not stated is not counted.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from truce_tracker.dates import add_months
from truce_tracker.deadlines.mentions import DENIALS, START, Found, Frame, Length, NoDayError, Rules, Scan, day
from truce_tracker.deadlines.which import ANY_TIME, coming, first_day, last_day, told_as_past
from truce_tracker.numerals import NUMBER, number_value

# in days or months; hours only where they make whole days
_UNITS = {"day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "year": ("year", 1),
          "decade": ("year", 10)}  # fmt: skip
_UNIT = r"(?:full |calendar |consecutive )?(?P<unit>hour|day|week|fortnight|month|year|decade)s?\b"
# "25 million tons a year, until ..." is a rate: not after the first of these words, and before the others
_BEFORE_A_LENGTH = r"(?:^|\b(?:within|for|of|in|the|valid|extended|by|is|be)) $"
_AFTER_A_RATE = r"$|[,.;:)]| (?:until|till|through|by|in|for|over|starting|beginning|to|as|and|with|under|at|on)\b"


def after_length(day: date, length: Length) -> date:
    """The day a length after a day; from a month's 31st, the last day of a shorter month."""
    if length.unit in ("day", "week"):
        return day + timedelta(length.count * (7 if length.unit == "week" else 1))
    return add_months(day, length.count * (12 if length.unit == "year" else 1))


def last_day_of(start: date, length: Length) -> date:
    """The last day of a length that starts on a day. Years and months end the day before the anniversary; days are
    counted as orders count them: the day plus 90."""
    end = after_length(start, length)
    return end - timedelta(1) if length.unit in ("month", "year") and end.day == start.day else end


def _read_number(match: re.Match[str], scan: Scan) -> Length | None:
    if match["digits"] and number_value(match["spelled"]) != int(match["digits"]):
        raise NoDayError(f"{match[0]!r} gives two numbers")
    return _length(match[0], number_value(match["digits"] or match["spelled"]), match["unit"])


def _read_one(match: re.Match[str], scan: Scan) -> Length | None:
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_rate = re.match(_AFTER_A_RATE, after) and not re.search(_BEFORE_A_LENGTH, before)
    return None if is_rate else _length(match[0], 1, match["unit"])


def _length(words: str, count: int, unit: str) -> Length | None:
    if unit == "hour":
        return None if count % 24 else Length(words, count // 24, "day")
    base, times = _UNITS[unit]
    return Length(words, count * times, base)


def _and_a_half(match: re.Match[str], scan: Scan) -> Length:
    """A year and a half, two and a half years; half a year. Shorter halves are no whole days or months."""
    years = match["count"] or match["other"]
    months = 12 * (number_value(years) if years else 0) + 6
    return Length(match[0], months * (10 if "decade" in match[0] else 1), "month")


def _half_a_month(match: re.Match[str], scan: Scan) -> Length:
    return Length(match[0], 15, "day")


RULES: Rules = (
    (
        rf"(?<![\w.,/-])(?:(?P<count>{NUMBER}|an?) and a half (?:years|decades)"
        r"|(?P<other>one|an?) (?:year|decade) and a half)\b"
        r"|(?<![\w-])half an? (?:year|decade)\b",
        _and_a_half,
    ),
    (r"(?<![\w-])half a month\b", _half_a_month),
    (
        r"\bthe day(?= (?:after|before|following|prior to) (?:the )?<d)",
        lambda match, scan: Length(match[0], 1, "day"),
    ),
    (rf"(?<![\w.,/-])(?P<spelled>{NUMBER})(?: \((?P<digits>[0-9]{{1,4}})\))? {_UNIT}", _read_number),
    (rf"(?<![\w-])an?(?:other| additional| further)? {_UNIT}", _read_one),
    (
        r"(?<=\bthe next )(?P<unit>day|week|month|year|decade)\b",
        lambda match, scan: _length(f"one {match[0]}", 1, match["unit"]),
    ),
)


def _length_of(match: re.Match[str], scan: Scan) -> Length:
    return scan.lengths[int(match["n"])]


def _anchor(match: re.Match[str], scan: Scan) -> date:
    """The day that it is counted from."""
    if not match["d"]:
        return scan.said
    mention = scan.mention(match["d"])
    if not mention.is_day:
        raise NoDayError(f"{_length_of(match, scan).words} from when in {mention.words}? the day is not stated")
    return coming(mention, scan, first_day, reach=ANY_TIME)[0]


def _starting(match: re.Match[str], scan: Scan) -> Found:
    """For one year, starting on a day: the last day is the one before the anniversary."""
    start, length = _anchor(match, scan), _length_of(match, scan)
    return Found(start, last_day_of(start, length), "day", f"{length.words} starting on {start}: to the last day of it")


def _counted(match: re.Match[str], scan: Scan) -> Found:
    start, length = _anchor(match, scan), _length_of(match, scan)
    return Found(
        start, after_length(start, length), "day", f"{length.words} from {start}: that day plus {length.words}"
    )


def _by_counted(match: re.Match[str], scan: Scan) -> Found:
    """Two weeks after a day, or no later than that: no first day is given."""
    start, length = _anchor(match, scan), _length_of(match, scan)
    return Found(None, after_length(start, length), "day", f"{length.words} from {start}: that day plus {length.words}")


def _counted_back(match: re.Match[str], scan: Scan) -> Found:
    """Two weeks before a day. Raises NoDayError where that is past when the day itself is not."""
    mention, length = scan.mention(match["d"]), _length_of(match, scan)
    end = coming(mention, scan, last_day)[1] if mention.edge == "end" else _anchor(match, scan)
    due = after_length(end, Length(length.words, -length.count, length.unit))
    if due < scan.said and not mention.is_stated:
        raise NoDayError(f"{length.words} before {mention.words!r} is past: it sets no day to come")
    return Found(None, due, "day", f"{length.words} before {end}: that day minus {length.words}")


def _ending(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    due = coming(mention, scan, last_day)[1]
    return Found(None, due, mention.precision, f"a length of time until a {mention.kind}: its last day counts")


def _from_said(match: re.Match[str], scan: Scan, precision: str = "day") -> Found:
    length = _length_of(match, scan)
    if told_as_past(scan):
        raise NoDayError(f"{length.words} from when? told as past, and the start is not stated")
    due = after_length(scan.said, length)
    return Found(scan.said, due, precision, f"{length.words} from the day it was said: that day plus {length.words}")


def _roughly(match: re.Match[str], scan: Scan) -> Found:
    unit = _length_of(match, scan).unit
    return _from_said(match, scan, unit if unit in ("month", "year") else "day")


def _over_the_next(match: re.Match[str], scan: Scan) -> Found:
    """Months and years are precise enough to be counted from the day they were said; days and weeks are not."""
    length = _length_of(match, scan)
    if length.unit not in ("month", "year"):
        raise NoDayError(f"{length.words} from when? the start is not stated to the day")
    return _roughly(match, scan)


_N = r"<n(?P<n>[0-9]+)>"
_PERIOD = r"(?:(?:an?|the) )?(?:(?:initial|additional|further|new|another) )?(?:period of )?"
_DAY = rf"(?:now\b|{day('d')})"  # "90 days from now"
_STARTING = r"(?:starting|beginning|commencing|effective)"
_IN_FORCE = r"(?:effective|in effect|in force|from|as of)"
_UNTIL = r"(?:until|till|through|to|ending|expiring)"
_ABOUT = (
    r"\b(?:at least|more than|less than|over|under|about|around|nearly|almost|some|up to|roughly|approximately|another"
    r"|further|the|these|those|last|first|every|or|to|and|within|for|-) \^"
)
_SINCE_WHEN = (  # another start: "within 90 days of signing", "within 10 days if asked"
    r"\^,? ?(?:of|from|after|following|upon|since|to|before|prior|as|when|if|once|unless|starting|beginning|counting|or"
    r"|more|at|and a half)\b|\b(?:after|upon|once|when|whenever|if|unless|following|receipt|request|entry|each|every)\b"
    r"|\b(?:any|there\w+)\b"
    rf"|{DENIALS}"
)

COUNTED = (
    Frame(rf"\b(?:for|of) {_PERIOD}{_N},? {_STARTING}(?: from)? {day('d')}", _starting),
    Frame(rf"\b(?:starting|beginning|commencing) {day('d')},? (?:and )?for {_PERIOD}{_N}", _starting),
    Frame(rf"\b{_IN_FORCE} {day('d')},? (?:and )?for {_PERIOD}{_N}", _counted),
    Frame(rf"\b(?:for|by|of) {_PERIOD}{_N},? {_UNTIL} {day('d')}", _ending),
    Frame(rf"\b(?:within|for) (?:the next |{_PERIOD}){_N} (?:of|from|after|following) {_DAY}", _counted, DENIALS),
    Frame(rf"\b(?:by|no later than|not later than) {_N} (?:from|after|following) {_DAY}", _by_counted, DENIALS),
    Frame(rf"{_N} (?:from|after|following) {_DAY}", _by_counted, rf"{_ABOUT}|{DENIALS}|\b{START} \^"),
    Frame(
        rf"(?:\bat least )?{_N} (?:before|prior to|ahead of) {day('d')}",
        _counted_back,
        rf"{_ABOUT}|{DENIALS}|\b{START} \^",
    ),
    Frame(rf"\bvalid for {_PERIOD}{_N}", _roughly, _SINCE_WHEN),
    Frame(rf"\b(?:over|during) the next {_N}", _over_the_next, _SINCE_WHEN),
    Frame(rf"\bwithin (?:the next )?{_N}(?:'?s? time\b)?", _from_said, _SINCE_WHEN),
    Frame(rf"\bin the next {_N}", _roughly, _SINCE_WHEN),
    Frame(rf"\bin {_N}'?s? time\b", _from_said, _SINCE_WHEN),
)
