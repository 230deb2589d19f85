"""Quantities in Chinese (至少1200万吨, 约220万吨, 10%, 两船) -> the notation of `truce_tracker.quantities`."""

from __future__ import annotations

import re
from decimal import Decimal

from truce_tracker.articles.proposing.written_amounts import Amount, written_amount

_CJK = re.compile(r"[㐀-鿿]")
_BOUNDS = {
    "至少": "at least", "不少于": "at least", "不低于": "at least", "超过": "at least", "逾": "at least",
    "不超过": "at most", "不多于": "at most", "最多": "up to", "至多": "up to", "高达": "up to", "多达": "up to",
    "约": "about", "大约": "about", "近": "about", "将近": "about",
}  # fmt: skip
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SCALES = {"千": 3, "万": 4, "百万": 6, "亿": 8, "万亿": 12}  # powers of ten
_UNITS = {
    "吨": "t", "公吨": "t", "个百分点": "percentage points", "百分点": "percentage points", "%": "%", "％": "%",
    "美元": "USD", "元": "CNY", "人民币": "CNY", "欧元": "EUR", "立方米": "立方米", "千瓦时": "千瓦时", "度": "千瓦时",
}  # fmt: skip
_COUNTERS = "艘船门辆名人架枚头箱桶"
_PERIOD = re.compile(r"每(年|月|天|日|周)[^，。；]{0,10}\Z")
_PERIODS = {"年": "year", "月": "month", "天": "day", "日": "day", "周": "week"}
_AMOUNT = re.compile(
    rf"(?:(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))})(?:购买|采购|进口|买入)?)?"
    r"(?P<number>[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?|[一二两三四五六七八九十](?=[万亿艘船辆名门架枚]))"
    rf"[多余]?(?P<scale>万亿|百万|亿|万|千)?(?P<more>[多余])?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))}|[{_COUNTERS}])(?P<after>左右)?"
)


def chinese_amounts(text: str) -> list[Amount]:
    """The quantities in Chinese of a text, in order."""
    if not _CJK.search(text):
        return []
    return [amount for match in _AMOUNT.finditer(text) if (amount := _read(match, text))]


def _read(match: re.Match[str], text: str) -> Amount | None:
    value = Decimal(_DIGITS.get(match["number"], 0) or match["number"].replace(",", ""))
    value = value.scaleb(_SCALES.get(match["scale"] or "", 0))
    about = "多" in match[0] or "余" in match[0] or match["after"]
    bound = _BOUNDS.get(match["bound"] or "", "about" if about else "")
    every = _PERIOD.search(text, max(match.start() - 16, 0), match.start())
    unit = _UNITS.get(match["unit"], match["unit"])
    period = _PERIODS[every[1]] if every else None
    return written_amount(bound, _in_words(value), unit, period, match.start(), match.end())


def _in_words(value: Decimal) -> str:
    """12 million for 1200万: the same number, as the notation writes large ones."""
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")):
        if value >= 10**power:
            return f"{_plain(value.scaleb(-power))} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
