"""Plain Chinese words for days (至2026年11月10日, 年底前, 三个月内) -> the English words that the rules read.

前 and 之前 after a day leave open whether that day still counts (感恩节前 is also how "by Thanksgiving" is told), so
they give no day; after the end of a month or a year both readings are the same, and it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from truce_tracker.deadlines.conditions import refuse_chinese
from truce_tracker.deadlines.mentions import NoDayError
from truce_tracker.numerals import chinese_number

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_UNITS = {"天": "days", "日": "days", "周": "weeks", "星期": "weeks", "月": "months", "年": "years"}
_PERIODS = {
    "今年": "this year", "本年": "this year", "本年度": "this year", "年": "the year", "明年": "next year",
    "本月": "this month", "月": "the month", "下月": "next month", "下个月": "next month", "季度": "the quarter",
    "本季度": "this quarter", "这个季度": "this quarter", "下季度": "next quarter", "下个季度": "next quarter",
}  # fmt: skip
_HOLIDAYS = {
    "感恩节": "thanksgiving", "圣诞节": "christmas", "圣诞": "christmas", "平安夜": "christmas eve",
    "春节": "lunar new year", "农历新年": "lunar new year", "元旦": "new year's day", "国庆节": "china's national day",
    "国庆": "china's national day", "劳动节": "international labour day", "五一": "international labour day",
    "复活节": "easter",
}  # fmt: skip
_WEEKDAYS = dict(zip("一二三四五六日天", ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                      "sunday"), strict=True))  # fmt: skip
_DAYS = {"今天": "today", "今日": "today", "明天": "tomorrow", "明日": "tomorrow", "后天": "the day after tomorrow"}
_ORDINALS = dict(zip("一二三四1234", ("first", "second", "third", "fourth") * 2, strict=True))
_TENTHS = {"上": (1, "10"), "中": (11, "20"), "下": (21, "")}
_TRADITIONAL = str.maketrans(
    "個內週號兩後來間時於從遲過開節慶聖誕勞動國農曆復這條協議簽署實執視達準應將會關滿結終們無與經為據計發談雙須當則稅貿購買",
    "个内周号两后来间时于从迟过开节庆圣诞劳动国农历复这条协议签署实执视达准应将会关满结终们无与经为据计发谈双须当则税贸购买",
)
_ANY = r"[㐀-鿿]"
_HARMLESS = r"[中美双][方国]|中美|至少"
# what is left over and could change the day: other time words; not, about, over, already, if, except
_CHANGES = r"[年月日天周季旬初末底前后内起止至到未不没无非约左右超多每上下去已曾或若如除再近最]|星期|期间"

_ALONE = r"(?<![0-9一二三四五六七八九十两百千几数第至到或近~-])"  # what ends another number or a range
_NUMBER = r"(?P<count>[0-9]{1,3}|[一二两三四五六七八九十百零]{1,5})"
_YEAR = r"(?<![0-9])(?P<year>[0-9]{4}年|今年|明年|本年)?"
_DAY = r"(?<![0-9-])(?P<year>[0-9]{4}年|今年|明年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]"
_BEFORE = r"(?:之前|以前|前)"
_BY = "(?:不晚于|不迟于|最迟|最晚)"
_UNTIL = "(?:直至|直到|截至|截止到?|延至|延长至|推迟至|至|到)"
_IN = r"(?:在|于)?"
# 三年内, 去年底 and 上个月底 are no end of this year or month
_END = (
    r"(?<![0-9-])(?P<period>[0-9]{4}年|今年|本年|明年|本月|下个?月|(?:本|这个|下个?)季度|(?<![一二三四五六七八九十两几数个上每第1-4])季度"
    r"|(?<![一二三四五六七八九十两几数个上去前后每半多近财学当同次该第])[年月]"
    rf"|(?P<year>[0-9]{{4}}年|今年|明年)?(?P<month>[0-9]{{1,2}})月(?!之?内))(?:年?[底末]|之?内)(?:{_BEFORE}|止)?"
)
_QUARTER = rf"{_YEAR}第?(?P<quarter>[一二三四1234])季度"
_HALF = rf"{_YEAR}(?P<half>[上下])半年"


def in_english(text: str) -> str:
    """The text with its Chinese time words in English. Raises NoDayError where what is left could change the day."""
    if not re.search(_ANY, text):
        return text
    text = re.sub(r"(?<![a-z]) (?![a-z])", "", text.translate(_TRADITIONAL))
    refuse_chinese(text)
    for pattern, instead in _REWRITES:
        text = re.sub(pattern, instead, text)
    if re.search(_CHANGES, re.sub(_HARMLESS, "", text)):
        raise NoDayError(f"no day that is certain in {text[:60].strip()!r}")
    return re.sub(_ANY, " ", text)


def _digits(match: re.Match[str]) -> str:
    return f"{chinese_number(match[0][:-1])}{match[0][-1]}"


def _day(match: re.Match[str]) -> str:
    return f" {_month(match['month'])} {match['day']}{_year(match['year'])} "


def _end(match: re.Match[str]) -> str:
    if match["month"]:
        return f" by the end of {_month(match['month'])}{_year(match['year'])} "
    return f" by the end of {_PERIODS.get(match['period']) or match['period'][:4]} "


def _month(digits: str) -> str:
    if not 1 <= int(digits) <= 12:
        raise NoDayError(f"there is no month {digits}")
    return _MONTHS[int(digits) - 1]


def _year(written: str | None) -> str:
    return "" if not written else f" {_PERIODS[written]}" if written in _PERIODS else f", {written[:4]}"


def _of_year(match: re.Match[str]) -> str:
    """The year after a part of it: " of 2026", " of next year"; nothing where none is said."""
    return f" of {_year(match['year']).lstrip(', ')}" if match["year"] else ""


def _quarter(match: re.Match[str]) -> str:
    return f"the {_ORDINALS[match['quarter']]} quarter{_of_year(match)} "


def _half(match: re.Match[str]) -> str:
    number = "12"["上下".index(match["half"])]
    return f"the {('first', 'second')[int(number) - 1]} half{_of_year(match)} " if match["year"] else f"h{number} "


def _early(match: re.Match[str]) -> str:
    return f" in early {_year(match['early']).lstrip(', ')} "


def _day_of_month(match: re.Match[str]) -> str:
    return f" the {match['day']}th of {'next' if match['which'] == '下' else 'this'} month "


def _tenth(match: re.Match[str]) -> str:
    """上旬, 中旬, 下旬: the first ten days of a month, the second ten, and the rest."""
    month, (first, last) = _month(match["month"]), _TENTHS[match["tenth"]]
    end = f"{month} {last}" if last else f"the end of {month}"
    return f" from {month} {first}{_year(match['year'])} to {end}{_year(match['year'])} "


def _in_month(match: re.Match[str]) -> str:
    return f" in {_month(match['month'])}{_year(match['year'])} "


def _weekday(match: re.Match[str]) -> str:
    week = {"本": " of this week", "这": " of this week", "下": " of next week"}.get(match["which"] or "", "")
    return f" {_WEEKDAYS[match['weekday']]}{week} "


def _years(match: re.Match[str]) -> str:
    return f" in {', '.join(re.findall('[0-9]{4}', match[0])[:-1])} and {match[0][-5:-1]} "


def _within(match: re.Match[str]) -> str:
    return f" within {_value(match['count'])} {_UNITS[match['unit']]} "


def _within_a_half(match: re.Match[str]) -> str:
    count = _value(match["count"]) if match["count"] else 0
    if match["unit"] == "月":
        return " within 15 days " if not count else match[0]
    return f" within {12 * count + 6} months "


def _over_the_next(match: re.Match[str]) -> str:
    return f" over the next {_value(match['count'])} {_UNITS[match['unit']]} "


def _value(numeral: str) -> int:
    value = chinese_number(numeral)
    if value is None:
        raise NoDayError(f"{numeral} is no number that is certain")
    return int(value)


def _before(match: re.Match[str]) -> str:
    raise NoDayError(f"{match[0]!r} leaves open whether the day itself still counts")


def _worded(word: str, words: Callable[[re.Match[str]], str] = _day) -> Callable[[re.Match[str]], str]:
    return lambda match: f" {word} {words(match).strip()} "


def _named(words: dict[str, str], group: str = "name") -> Callable[[re.Match[str]], str]:
    return lambda match: f" {words[match[group]]} "


def _any_of(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NOT_LEFT_OPEN = r"(?![0-9初上中下旬底末内之前以后起份])"
_HOLIDAY = f"(?P<name>{_any_of(_HOLIDAYS)})"
_DAY_OF_MONTH = r"(?P<which>[本下])个?月(?P<day>[0-9]{1,2})[日号]"
_REWRITES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"[〇零一二三四五六七八九]{4}年", _digits),
    (r"(?<![一二三四五六七八九十个几数])(?:十[一二]?|[一二三四五六七八九])月(?!之?内)", _digits),
    (r"(?<=月)(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]", _digits),
    (
        rf"每个?(?P<name>年|季度|月)度?(?:年|季度|月)?[底末]{_BEFORE}?",
        _worded("by the end of", _named({"年": "every year", "季度": "every quarter", "月": "every month"})),
    ),
    (r"每个?(?P<name>年|季度|月)度?", _named({"年": "every year", "季度": "every quarter", "月": "every month"})),
    (
        r"(?:从|自)?(?P<a>[0-9]{4})年?(?:至|到|-|~)(?P<b>[0-9]{4})年(?:期间|间)?",
        lambda match: f" from {match['a']} to {match['b']} ",
    ),
    (r"[0-9]{4}年(?:[、,，][0-9]{4}年)*(?:和|及|与|以及|、)[0-9]{4}年", _years),
    (rf"{_ALONE}(?:{_NUMBER}个?)?(?P<unit>年)半[之以]?内", _within_a_half),
    (
        rf"{_ALONE}(?<![上下个])(?P<count>)半个?(?P<unit>年|月)[之以]?内",
        _within_a_half,
    ),
    (
        rf"{_ALONE}{_NUMBER}个?(?P<unit>[天日周年]|星期|(?<=个)月)[之以]?内",
        _within,
    ),
    (rf"(?:未来|今后){_NUMBER}个?(?P<unit>年|(?<=个)月)", _over_the_next),
    (rf"{_IN}{_QUARTER}(?:之?内)?{_BEFORE}", _before),
    (rf"{_IN}{_HALF}(?:之?内)?{_BEFORE}", _before),
    (rf"(?:{_IN}|{_UNTIL}|{_BY}){_QUARTER}(?:[末底]|结束){_BEFORE}?", _worded("by the end of", _quarter)),
    (rf"(?:{_IN}|{_UNTIL}|{_BY}){_HALF}(?:[末底]|结束){_BEFORE}?", _worded("by the end of", _half)),
    (rf"(?:{_UNTIL}|{_BY}){_QUARTER}", _worded("by", _quarter)),
    (rf"(?:{_UNTIL}|{_BY}){_HALF}", _worded("by", _half)),
    (rf"{_IN}{_QUARTER}(?:之?内|期间)?", _worded("in", _quarter)),
    (rf"{_IN}{_HALF}(?:之?内|期间)?", _worded("in", _half)),
    (rf"{_IN}(?P<early>[0-9]{{4}}年|明年|今年)年?初{_BEFORE}", _before),
    (rf"{_IN}(?P<early>[0-9]{{4}}年|明年|今年)年?初", _early),
    (rf"{_IN}{_YEAR}(?P<month>[0-9]{{1,2}})月(?P<tenth>[上中下])旬(?!之?前|以前)", _tenth),
    (rf"(?:{_IN}|{_UNTIL}|{_BY}){_END}", _end),
    (rf"{_DAY}{_BEFORE}", _before),
    (rf"{_DAY}[及或]{_BEFORE}", _worded("by")),
    (rf"{_BY}{_DAY}", _worded("by")),
    (rf"(?:自|从)?{_DAY}起", _worded("from")),
    (rf"(?:自|从){_DAY}(?=至|到)", _worded("from")),
    (rf"(?:自即日起)?{_UNTIL}{_DAY}(?:为止|止)?", _worded("until")),
    (rf"{_DAY}(?:为止|止)", _worded("until")),
    (_DAY, _day),
    (rf"{_BY}{_DAY_OF_MONTH}(?!{_BEFORE})", _worded("by", _day_of_month)),
    (rf"{_UNTIL}{_DAY_OF_MONTH}(?:为止|止)?(?!{_BEFORE})", _worded("until", _day_of_month)),
    (rf"{_DAY_OF_MONTH}(?!{_BEFORE})", _day_of_month),
    (rf"{_HOLIDAY}{_BEFORE}", _before),
    (rf"{_UNTIL}{_HOLIDAY}(?:为止|止)?", _worded("until", _named(_HOLIDAYS))),
    (rf"{_BY}{_HOLIDAY}", _worded("by", _named(_HOLIDAYS))),
    (_HOLIDAY, _named(_HOLIDAYS)),
    (rf"(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]){_BEFORE}", _before),
    (rf"{_BY}(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])", _worded("by", _weekday)),
    (rf"{_UNTIL}(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])", _worded("until", _weekday)),
    (r"(?<!上)(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])", _weekday),
    (
        r"(?:在)?(?P<which>[本这下])个?(?:周|星期)(?![0-9末前底])(?:之?内)?",
        lambda match: f" in {'next' if match['which'] == '下' else 'this'} week ",
    ),
    (rf"(?P<name>{_any_of(_DAYS)})(?!{_BEFORE})(?:之?内)?", _named(_DAYS)),
    (rf"{_BY}{_YEAR}(?P<month>[0-9]{{1,2}})月份?{_NOT_LEFT_OPEN}", lambda match: f" by {_in_month(match)[4:]}"),
    (rf"{_UNTIL}{_YEAR}(?P<month>[0-9]{{1,2}})月份?{_NOT_LEFT_OPEN}", lambda match: f" until {_in_month(match)[4:]}"),
    (rf"{_IN}{_YEAR}(?P<month>[0-9]{{1,2}})月份?(?:期间)?{_NOT_LEFT_OPEN}", _in_month),
    (rf"{_BY}(?P<name>[0-9]{{4}})年{_NOT_LEFT_OPEN}", lambda match: f" by {match['name']} "),
    (rf"{_UNTIL}(?P<name>[0-9]{{4}})年{_NOT_LEFT_OPEN}(?:为止|止)?", lambda match: f" until {match['name']} "),
    (rf"{_IN}(?P<name>[0-9]{{4}})年(?:期间)?{_NOT_LEFT_OPEN}", lambda match: f" in {match['name']} "),
    (rf"{_IN}(?P<name>今年|明年|本月|下个?月|本季度|下个?季度){_NOT_LEFT_OPEN}", _worded("in", _named(_PERIODS))),
)
