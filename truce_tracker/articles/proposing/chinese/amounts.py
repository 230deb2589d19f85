"""Where a quantity stands in a Chinese text; what it amounts to is read by `truce_tracker.quantities`, in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from truce_tracker.articles.proposing.amounts import Amount, Pair, amount_read, amounts_of
from truce_tracker.articles.proposing.words.chinese import CHARACTER
from truce_tracker.quantities.chinese import BOUNDS, BOUNDS_AFTER, PERIODS, UNITS, VERBS

_COUNTERS = "艘船门辆名人架枚头箱桶"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNIT = rf"{_any_of((*UNITS, '％', '立方米', '千瓦时', '度'))}|[{_COUNTERS}]"
_DIGITS = r"[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?"
# a numeral written out counts only with a scale, or before a counter: 一 is in too many words
_TENTHS = r"成(?=以|左|的|[，。；、]|\Z)"  # 三成的, not 三成功
_SIGNS = "一二两三四五六七八九"
_WRITTEN = (
    rf"[{_SIGNS}十](?:[{_SIGNS}十零〇]{{0,3}}[百千万亿]){{1,8}}[{_SIGNS}十]{{0,3}}"
    rf"|[{_SIGNS}十](?=[{_COUNTERS}]|{_TENTHS})"
)
# 数百, 几千, 第三: no number, or an unknown one
_SCALED = rf"{_DIGITS}(?:\s?(?:[十百万亿]|千(?!瓦)){{1,3}}(?:[0-9]{{1,4}}千?)?)?"
_NUMBER = rf"(?<![0-9.,{_SIGNS}十百千万亿零〇数几第好上])(?:{_SCALED}|{_WRITTEN})"
_AMOUNT = re.compile(
    rf"(?:(?P<bound>{_any_of(BOUNDS)})\s?{VERBS})?(?P<percent>百分之(?=[0-9十百{_SIGNS}]))?(?P<currency>人民币)?"
    rf"(?P<number>(?(percent)(?:{_DIGITS}|[{_SIGNS}十百零点]{{1,5}})|{_NUMBER}))\s?"
    rf"(?P<more>[多余](?P<scale>[百千万亿]{{0,2}}))?"
    rf"(?P<unit>(?(percent)|(?:{_UNIT}|{_TENTHS})))?(?P<after>{_any_of(BOUNDS_AFTER)})?"
)
_LINK = re.compile(r"[至到~～—-]")
_EVERY = re.compile(rf"(?:每(?:{_any_of(PERIODS)})|年均)(?=[^，。；]{{0,10}}\Z)")
_PER = re.compile(rf"(?:/|每)(?:{_any_of(PERIODS)})")
_FROM = re.compile(r"[从由]\Z")
# what rose by one amount to another was never between them, and 增加10至12万吨 can be either
_CHANGE = re.compile(r"[从由增减升降涨跌提扩缩加][^，。；]{0,8}\Z")
_NARROW = str.maketrans("０１２３４５６７８９．％", "0123456789.%")  # keeps the places
_PART_OF = re.compile(r"(?:分之[一二三四五六七八九十0-9]+|一?半|[0-9.]+%|[一二三四五六七八九]成)(?:左右|以上)?的\Z")
_SEEN = 16  # characters before an amount that can change what it is


def chinese_amounts(text: str) -> tuple[Amount, ...]:
    """The quantities in Chinese of a text, in order."""
    if not CHARACTER.search(text):
        return ()
    return amounts_of(_AMOUNT.finditer(text.translate(_NARROW)), _pair, _read)


def _pair(low: re.Match[str], high: re.Match[str]) -> Pair:
    """Whether two numbers are the ends of one amount: 1000万至1200万吨."""
    text, before = low.string, max(low.start() - _SEEN, 0)
    if high["bound"] or low["after"] or not _LINK.fullmatch(text, low.end(), high.start()):
        return Pair.APART
    if _FROM.search(text, before, low.start()):
        return Pair.APART
    return Pair.UNSURE if _CHANGE.search(text, before, low.start()) else Pair.RANGE


def _read(low: re.Match[str], high: re.Match[str]) -> Amount | None:
    """The amount of one number, or of two that are its ends, with the period before or behind it."""
    if not (high["unit"] or high["percent"] or high["currency"]):
        return None
    text = low.string
    if _PART_OF.search(text, max(low.start() - _SEEN, 0), low.start()):
        return None  # a third of 12 million t is none of it
    every = _EVERY.search(text, max(low.start() - _SEEN, 0), low.start())
    per = None if every else _PER.match(text, high.end())
    words = (every[0] if every else "") + text[low.start() : high.end()] + (per[0] if per else "")
    return amount_read(words, low.start(), per.end() if per else high.end())
