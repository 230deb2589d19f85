"""Days in a phrase: dates, today and tomorrow, weekdays. Holidays, and months and longer have their own files."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

from truce_tracker.deadlines.mentions import Mention, NoDayError, Rules, Scan, Span, day_span
from truce_tracker.deadlines.which import agreeing, refuse_past
from truce_tracker.numerals import ORDINAL, ordinal_value

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNITS = (
    r"(?:%|percent|per cent|percentage|million|billion|trillion|thousand|hundred|mn\b|bn\b|mmt|mt\b|kt\b|t\b|tons?\b"
    r"|tonnes?\b|metric|dollars?|yuan|usd|ships?\b|vessels?\b|cargo\w*"
    r"|shipments?\b|bushels?\b|barrels?\b|licen[cs]es?\b|companies|countries|more\b|days?\b|weeks?\b|months?\b"
    r"|years?\b)"
)
_ORDINAL = r"(?:st|nd|rd|th)"
_DAY = rf"([0-9]{{1,2}}){_ORDINAL}?(?![\w%]|[.,:/][0-9]| ?{UNITS})"  # "by November 25 million tons" has no 25th
_FIRST_DAY = rf"([0-9]{{1,2}}){_ORDINAL}?"
_LINK = r" ?(-|to|through|until|till|and|or|,|/|&) ?(?:the )?"
_AFTER_A_DAY = "at|on|or|and|for|to|with|which|that|in|of|this|next|(?:19|20|21)[0-9]{2}"
_ALONE = r"(?=$|[^\w\s-]| (?:at|on|or|and|for|to|with|which|that)\b)"
_PAPERS = (
    "order|proclamation|framework|agreement|notice|announcement|statement|memorandum|letter|document|communique"
    "|declaration|decision|regulation|rule|publication"
)
_THIS_PAPER = rf"this (?:\w+ )?(?:{_PAPERS})\b(?!'|,? (?:entr|enter|tak))"


def month_number(words: str) -> int:
    """The number of a month that MONTH matches."""
    return _MONTHS.index(words[:3]) + 1


def _in_order(match: re.Match[str], year: int, month: int, day: int) -> Mention:
    span = day_span(year, month, day)
    if not span:
        raise NoDayError(f"there is no day {match[0]!r}")
    return Mention(match[0], "day", (span,))


def _year_first(match: re.Match[str], scan: Scan) -> Mention:
    return _in_order(match, int(match[1]), int(match[3]), int(match[4]))


def _year_last(match: re.Match[str], scan: Scan) -> Mention:
    """Day and month stand in both orders; only a day that reads the same in both, or in one alone, is certain."""
    one, two, year = int(match[1]), int(match[3]), int(match[4])
    if one != two and max(one, two) <= 12:
        raise NoDayError(f"{match[0]!r} can be two days: {year}-{one:02}-{two:02} or {year}-{two:02}-{one:02}")
    return _in_order(match, year, *((one, two) if two > 12 else (two, one)))


def _month_first(match: re.Match[str], scan: Scan) -> Mention:
    return _day(match[0].strip(), month_number(match[1]), int(match[2]))


def _day_first(match: re.Match[str], scan: Scan) -> Mention:
    return _day(match[0].strip(), month_number(match[2]), int(match[1]))


def _day(words: str, month: int, day: int) -> Mention:
    if not day_span(2000, month, day):
        raise NoDayError(f"there is no {words}")
    return Mention(words, "day", at=lambda year: day_span(year, month, day))


def _ordinal_day(match: re.Match[str], scan: Scan) -> Mention | None:
    """December first; the first of December. "May" and "march" are months only after a word that leads to a day."""
    before = match.string[: match.start()]
    if match["month"] in ("may", "march") and not re.search(
        r"\b(?:by|on|before|until|till|through|to|of|the) $", before
    ):
        return None
    return _day(match[0].strip(), month_number(match["month"]), ordinal_value(match["day"]))


def _days_after_month(match: re.Match[str], scan: Scan) -> Mention:
    return _days(match, match[1], match[2], match[3], match[4])


def _days_before_month(match: re.Match[str], scan: Scan) -> Mention:
    return _days(match, match[4], match[1], match[2], match[3])


def _days(match: re.Match[str], month: str, first: str, link: str, last: str) -> Mention:
    between = match.string[: match.start()].endswith("between ")
    if link in ("or", ",", "/", "&") or (link == "and" and not between):
        raise NoDayError(f"two days in {match[0].strip()!r}: which one counts?")
    number = month_number(month)

    def at(year: int) -> Span | None:
        start, end = day_span(year, number, int(first)), day_span(year, number, int(last))
        return (start[0], end[1]) if start and end and start < end else None

    return Mention(match[0].strip(), "day", at=at, several=True)


def _nth_of_month(match: re.Match[str], scan: Scan) -> Mention:
    """The 27th: of the month that is named, or of the last, this and the next one, in that order."""
    steps = {"this": (0,), "the": (0,), "next": (1,), None: (-1, 0, 1)}[match[2]]
    months = [scan.said.year * 12 + scan.said.month - 1 + step for step in steps]
    number = int(match[1]) if match[1].isdigit() else ordinal_value(match[1])
    spans = tuple(span for month in months if (span := day_span(month // 12, month % 12 + 1, number)))
    if not spans:
        raise NoDayError(f"there is no such day as {match[0].strip()!r}")
    return Mention(match[0].strip(), "day", spans, relative=bool(match[2]))


def _counted(match: re.Match[str], scan: Scan, days: int) -> Mention:
    return Mention(match[0].strip(), "day", ((scan.said + timedelta(days),) * 2,), relative=True)


DATES: Rules = (
    (r"(?<![\w/.-])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![\w/-]|\.[0-9])", _year_first),
    (r"(?<![\w/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![\w/-]|\.[0-9])", _year_last),
    (rf"\b(?:the )?({MONTH}) ?{_FIRST_DAY}{_LINK}{_DAY}", _days_after_month),
    (rf"(?<![\w.,$/-])(?:the )?{_FIRST_DAY}{_LINK}{_FIRST_DAY} (?:of )?({MONTH})(?!\w)", _days_before_month),
    (rf"\b(?:the )?({MONTH}) ?(?:the )?{_DAY}", _month_first),
    (rf"(?<![\w.,$/-])(?:the )?{_FIRST_DAY}(?: day)?[ -](?:of )?({MONTH})(?!\w)", _day_first),
    (rf"\b(?P<month>{MONTH}) (?:the )?(?P<day>{ORDINAL})(?=$|[^\w\s-]|,| (?:{_AFTER_A_DAY})\b)", _ordinal_day),
    (rf"\b(?:the )?(?P<day>{ORDINAL})(?: day)? of (?P<month>{MONTH})(?!\w)", _ordinal_day),
    (rf"\bthe ([0-9]{{1,2}}){_ORDINAL}(?: of (this|next|the) month\b)?{_ALONE}", _nth_of_month),
    (rf"\bthe ({ORDINAL}) of (this|next|the) month\b", _nth_of_month),
    (r"\bthe day after tomorrow\b", partial(_counted, days=2)),
    (r"\btomorrow\b(?!')", partial(_counted, days=1)),
    (r"\b(?:today|tonight)\b(?!')|\btoday's date\b", partial(_counted, days=0)),
    (rf"(?:\bthe )?\bdate (?:of {_THIS_PAPER}|hereof\b)", partial(_counted, days=0)),
    (r"\byesterday\b", lambda match, scan: refuse_past(match[0])),
)

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPELLED = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}
_COUNT = "first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th"
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


def _nth_of_period(match: re.Match[str], scan: Scan) -> Mention | None:
    """The second Tuesday of December, the last Friday of next month."""
    mention, weekday = scan.mention(match["mark"]), _NAMES.index(match["weekday"][:3])
    if mention.kind != "month" or mention.edge or mention.several:
        return None
    count = 0 if match["count"] in ("last", "final") else ordinal_value(_SPELLED.get(match["count"], match["count"]))

    def nth(span: Span) -> Span | None:
        first = span[0] + timedelta((weekday - span[0].weekday()) % 7)
        day = first + timedelta(7 * (count - 1)) if count else span[1] - timedelta((span[1].weekday() - weekday) % 7)
        return (day, day) if span[0] <= day <= span[1] else None

    found = mention.narrowed(scan.spelled(match[0]), nth, kind="day")
    if not found.near(scan.said):
        raise NoDayError(f"there is no {found.words}")
    return found


def _beside_a_day(match: re.Match[str], scan: Scan) -> Mention | None:
    """The Monday after Thanksgiving; the Friday before Christmas."""
    mention, weekday = scan.mention(match["mark"]), _NAMES.index(match["weekday"][:3])
    if not mention.is_day:
        return None
    is_before = match["side"] == "before"

    def nearest(span: Span) -> Span:
        steps = (span[0].weekday() - weekday - 1) % 7 + 1 if is_before else (weekday - span[0].weekday() - 1) % 7 + 1
        day = span[0] + timedelta(-steps if is_before else steps)
        return day, day

    return mention.narrowed(scan.spelled(match[0]), nearest, kind="day")


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
WEEKDAYS: Rules = (
    (rf"\b{_SHORT},? \(?(?:the )?<d(?P<mark>[0-9]+)>\)?", _beside_date),
    (rf"<d(?P<mark>[0-9]+)>(?:,? \(|,? ){_FULL}\)?(?!')", _beside_date),
    (rf"(?:\bthe )?\b(?P<count>{_COUNT}) {_FULL} (?:of|in) (?:the )?<d(?P<mark>[0-9]+)>", _nth_of_period),
    (rf"\b(?:the )?(?:first )?{_FULL} (?P<side>after|following|before) (?:the )?<d(?P<mark>[0-9]+)>", _beside_a_day),
    (rf"\b(?:last|past|previous) {_FULL}", lambda match, scan: refuse_past(match[0])),
    (
        rf"\b(?:(?:the )?(?P<which>this coming|coming|this|next) )?{_FULL}(?: (?:of )?(?P<week>next|this) week\b)?",
        _weekday,
    ),
    (
        r"(?:\bthe )?\b(?:(?:end|close) of (?:the )?(?:business|day|trading)|eod|cob)\b(?! (?:on |of )?<)",
        _end_of_today,
    ),
)
