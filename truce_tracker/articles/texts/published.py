"""The day on which something was published, read from the few ways in which pages and bylines write it plainly.

The day is the one that is written, in the time zone that is written; a stamp in UTC says so, since where it was
published the day may have been another. What can be two days (02/03/2025) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_NAMED = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTHS = _NAMED.split("|")
_MONTH = rf"(?P<month>{_NAMED})[a-z]{{0,6}}\.?"
_YEAR, _DAY = r"(?P<year>[12]\d{3})", r"(?P<day>\d{1,2})"
_TIME = r"(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Za-z]{2,4},)?\s*(?:on\s+)?)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{1,2}})-{_DAY}(?!\d)",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/{_DAY}(?!\d)",
        rf"{_YEAR}\.(?P<month>\d{{1,2}})\.{_DAY}(?!\d)",
        rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?{_DAY}\s?日",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?!\d)",
        rf"{_TIME}{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"{_TIME}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
    )
)
_FIRST_YEAR = 1800
_STAND_INS = frozenset({"1900-01-01", "1970-01-01"})
_LONG, _LONG_LINE = 80, 160

_UTC = re.compile(r"\d{4}-\d{2}-\d{2}[T ](?P<hour>\d{2}):(?P<minute>\d{2})[:\d.]*\s?(?:Z|UTC|GMT|[+-]00:?00)", re.I)
_CLOCK = re.compile(r"\d{1,2}\s?[:：]\s?\d{2}")
_LABEL = re.compile(
    r"(?:(?:first )?(?:published|posted|issued|released)(?: on| at)?|publication date|date published|release date)\b"
    r"|发布时间|发布日期|发表时间|發布時間|發布日期|發表時間|发布于|發布於|发文日期|成文日期|发稿时间|日期|时间|時間",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updated|modified|更新|修改", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:(?:信息|文章|消息|稿件|新闻)?[来來]源|稿源|出处|供稿)\s?[:：]\s?(?P<name>[^\s|｜/：:（(【]{2,30})"
)
_BESIDE = re.compile(
    r"(?:(?:信息|文章|消息|稿件|新闻)?[来來]源|稿源|出处|供稿|作者|记者|責任編輯|责任编辑|责编|编辑|字[号體体]|浏览|瀏覽|阅读|点击|访问"
    r"|分享|打印|收藏|评论|大 ?中 ?小)(?:次数|量|数)?\s?[:：]?"
)
_OUTLET = re.compile(r"\S{1,10}(?:网|網|社|报|報|部|台|局|在线|客户端|新闻)")
_CHINESE_DAY = re.compile(r"[12]\d{3}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?!\d)")
_ANY_DAY = re.compile(
    rf"[12]\d{{3}}\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}(?!\d)|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_NAMED})[a-z]{{0,6}}\.?,?"
    rf"\s+[12]\d{{3}}|\b(?:{_NAMED})[a-z]{{0,6}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as a page writes it for machines; `utc` is the hour and minute of a time in UTC, None for a midnight."""

    day: str
    utc: tuple[int, int] | None = None

    @property
    def is_uncertain(self) -> bool:
        """Whether it was another day in Beijing or in California."""
        return self.utc is not None and not 8 <= self.utc[0] < 16


def stamp_of(text: str) -> Stamp | None:
    """The stamp that a text begins with; None for any other text."""
    day = day_of(text)
    found = _UTC.match(text.strip()) if day else None
    clock = (int(found["hour"]), int(found["minute"])) if found else None
    return Stamp(day, clock if clock != (0, 0) else None) if day else None


def day_of(text: str) -> str | None:
    """``2025-11-20`` for a text that begins with a day, with or without a time after it; None for any other."""
    text = text.strip()
    if len(text) > _LONG:
        return None
    return next((day for form in _FORMS if (found := form.match(text)) and (day := _day(found))), None)


def is_day_line(line: str) -> bool:
    """Whether a line is the one that Chinese pages print under their title: the day, its time, who wrote it."""
    return len(line) <= _LONG_LINE and bool(_CHINESE_DAY.search(line)) and _is_info(line)


def published_on(line: str) -> str | None:
    """The day of a line that says when its text was published: by a label, or by a time and the source beside it."""
    line = line.strip(" \t【】[]()（）|")
    if len(line) > _LONG_LINE:
        return None
    label = _LABEL.match(line)
    if label and (day := day_of(line[label.end() :].lstrip(" :：\t")[:_LONG])):
        return day
    return _day_inside(line) if _CHINESE_DAY.search(line) and _is_info(line) else None


def days_in(line: str) -> list[str]:
    """All the days that are written in a line."""
    return [day for found in _ANY_DAY.finditer(line[:500]) if (day := day_of(line[found.start() :][:_LONG]))]


def source_named(line: str) -> str | None:
    """Whom the line under the title of a Chinese page names as its source."""
    found = _SOURCE.search(line) if len(line) <= _LONG_LINE else None
    return found["name"] if found else None


def local_day(stamp: Stamp, printed: Iterable[str]) -> str:
    """The day of a stamp; where it is in UTC, the day beside it that the page prints, if it prints that one alone."""
    days = set(printed)
    if stamp.utc is None or stamp.day in days:
        return stamp.day
    day = date.fromisoformat(stamp.day)
    beside = {(day + timedelta(days=step)).isoformat() for step in (-1, 1)} & days
    return beside.pop() if len(beside) == 1 else stamp.day


def _is_info(line: str) -> bool:
    """A line with nothing on it but the day, its time, and who wrote it and where: not a day alone, not a sentence."""
    line = line.strip(" \t【】[]()（）|")
    if _CHANGED.match(line):
        return False
    found = _CHINESE_DAY.search(line)
    assert found is not None
    before, after = line[: found.start()].strip(" |｜\t"), line[found.end() :].strip()
    clock = _CLOCK.match(after)
    after = after[clock.end() :].lstrip(" :：0123456789|｜\t") if clock else after.lstrip(" |｜\t")
    label, named = _LABEL.fullmatch(before.rstrip(" :：")), _BESIDE.match(before)
    if before and not label and not named and not (before.endswith(("时间：", "日期：")) and len(before) < 20):
        return False
    if after and not _BESIDE.match(after) and not _OUTLET.fullmatch(after):
        return False
    return bool(clock or label or named or _BESIDE.match(after))


def _day_inside(line: str) -> str | None:
    found = _CHINESE_DAY.search(line)
    return day_of(found[0]) if found else None


def _day(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        day = date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
    return day if int(found["year"]) >= _FIRST_YEAR and day not in _STAND_INS else None
