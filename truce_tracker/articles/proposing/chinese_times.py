"""Times in Chinese: the phrase of a deadline with the day that it reads as, and the day on which something was said."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truce_tracker.articles.proposing.days_said import last_such_day, last_weekday
from truce_tracker.articles.proposing.times import Deadline, day_read
from truce_tracker.dates import EdtfDate

_YEAR = r"(?:(?:[0-9]{4}|今|明|本|后)年)"
_BEFORE = r"(?:之前|以前|前)"
_UNTIL = r"(?:到|至|截至|直至|延至|延长至|推迟至)"
_COUNT = r"[0-9一二两三四五六七八九十]{1,3}"
_DEADLINE = re.compile(
    "(?:" + "|".join((
        rf"(?:在|于|{_UNTIL})?{_YEAR}?[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|[底末])(?:{_BEFORE}|止|之内|内)",
        rf"{_UNTIL}{_YEAR}?[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|[底末])?",
        rf"(?:在|于|到|至)?(?:{_YEAR}|年)[底末]{_BEFORE}?",
        rf"(?:在|于|到|至){_YEAR}?[0-9]{{1,2}}月[底末]",
        rf"(?:在)?{_COUNT}(?:天|日|周|个?星期|个月|年)[之以]?内",
        rf"(?:在)?(?:未来|今后){_COUNT}(?:年|个月|周|天)",
        rf"(?:在)?{_YEAR}(?:第?[一二三四1-4]季度|上半年|下半年|[0-9]{{1,2}}月)",
        rf"{_UNTIL}[0-9]{{4}}年",
        rf"(?:在)?{_YEAR}[0-9]{{1,2}}月{_BEFORE}",
        rf"(?:感恩节|圣诞节|春节|国庆节|夏天|春天|冬天|秋天|元旦){_BEFORE}",
        rf"为期{_COUNT}(?:天|个月|年)|{_COUNT}年(?=[，。])",
    ))
    + r")(?!.{0,4}(?:达成|公布|宣布|签署|举行|发布|实施|发生))"  # a day on which something was done is no deadline
)  # fmt: skip
_STRONG = re.compile(rf"[前内止底末]\Z|\A{_UNTIL}")
_AS_OF = re.compile(r"\A截至")
_DAY = re.compile(r"(?:(?P<year>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})[日号]")
_WEEKDAY = re.compile(r"(?<![上下])周([一二三四五六日天])")


def chinese_deadlines(words: str, start: int, said: EdtfDate | None) -> list[Deadline]:
    """The deadline phrases in a run of text that stands at `start`."""
    found: list[Deadline] = []
    for match in _DEADLINE.finditer(words):
        if _AS_OF.match(match[0]):
            continue
        due = day_read(match[0], said)
        strong = bool(_STRONG.search(match[0]))
        if due or strong:
            found.append(Deadline(match[0], due, start + match.start(), start + match.end(), strong))
    return found


def chinese_day_said(words: str, published: EdtfDate | None) -> str | None:
    """The day that the words around a verb of saying name: the last such day up to the article's."""
    if published is None or published.first.year == 1:  # no day before the calendar begins
        return None
    day: date | None = None
    if match := _DAY.search(words):
        day = _named_day(match, published)
    elif match := _WEEKDAY.search(words):
        day = last_weekday(min("一二三四五六日天".index(match[1]), 6), published)
    elif "昨" in words and published.is_day:
        day = published.first - timedelta(1)
    return day.isoformat() if day else None


def _named_day(match: re.Match[str], published: EdtfDate) -> date | None:
    """A day of a month that is named, or of the article's month or the one before."""
    if match["month"]:
        year = int(match["year"]) if match["year"] else None
        return last_such_day(int(match["month"]), int(match["day"]), year, published)
    if not published.is_day:
        return None
    end = published.first
    before = end.replace(day=1) - timedelta(1)
    days = (last_such_day(month.month, int(match["day"]), month.year, published) for month in (end, before))
    return next((day for day in days if day and day <= end), None)
