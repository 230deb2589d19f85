"""Quantities in Chinese (``至少1200万吨``, ``1000万至1200万吨``, ``六成``) -> the notation, where all of it is read."""

from __future__ import annotations

import re
from decimal import Decimal

from truce_tracker.numerals import CHINESE, chinese_number
from truce_tracker.quantities.units import known_unit

ANY = re.compile(r"[㐀-鿿]")
_TRADITIONAL = str.maketrans("萬億噸餘約兩過個點歐幣數於達進購買輛門週", "万亿吨余约两过个点欧币数于达进购买辆门周")
BOUNDS = {
    **dict.fromkeys(["至少", "不少于", "不低于", "超过", "逾", "超", "下限为", "最少", "多于"], "at least"),
    **dict.fromkeys(["不超过", "不多于", "不高于", "低于", "少于", "不足", "上限为"], "at most"),
    **dict.fromkeys(["最多", "至多", "高达", "多达"], "up to"),
    **dict.fromkeys(["约", "大约", "大概", "近", "将近", "接近", "约为"], "about"),
}
BOUNDS_AFTER = {"以上": "at least", "及以上": "at least", "以下": "at most", "以内": "at most", "之内": "at most",
          "左右": "about", "上下": "about"}  # fmt: skip
UNITS = {
    **dict.fromkeys(("吨", "公吨"), "t"), **dict.fromkeys(("个百分点", "百分点"), "percentage points"),
    "个基点": "basis points", "千瓦时": "千瓦时", "%": "%", **dict.fromkeys(("美元", "美金"), "USD"),
    **dict.fromkeys(("元", "元人民币", "人民币"), "CNY"), "欧元": "EUR", "日元": "JPY", "英镑": "GBP", "卢比": "INR",
    "卢布": "RUB", "韩元": "KRW", "港元": "HKD", "加元": "CAD", "澳元": "AUD", "新台币": "TWD", "元新台币": "TWD",
}  # fmt: skip
_WITH_GOODS = re.compile(r"(吨|公吨|美元|欧元)[㐀-鿿]+")  # 吨大豆
PERIODS = {"年": "year", "季度": "quarter", "个季度": "quarter", "季": "quarter", "月": "month", "个月": "month",
            "周": "week", "天": "day", "日": "day"}  # fmt: skip


def _any_of(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


VERBS = "(?:购买|采购|进口|买入|购入|达到|达)?"
_SHAPE = re.compile(
    rf"(?:(?:每(?P<every>{_any_of(PERIODS)})|(?P<yearly>年均))(?={VERBS}[^个]))?{VERBS}"
    rf"(?P<bound>{_any_of(BOUNDS)})?{VERBS}(?P<currency>人民币)?(?P<percent>百分之)?"
    rf"(?:(?P<low>{CHINESE})(?P<low_unit>[^\d至到~-]{{0,6}})[至到~-])?(?P<number>{CHINESE})"
    r"(?P<more>[多余来])?(?P<scale>[十百千万亿]{0,3})(?!瓦)(?P<tenths>成)?"
    rf"(?P<unit>%|[^\d,;:()%/以左上及之每多余的]*)(?P<after>{_any_of(BOUNDS_AFTER)})?(?:(?:/|每)(?P<per>{_any_of(PERIODS)}))?"
)


def in_notation(text: str) -> str | None:
    """A quantity in Chinese as the notation writes it; None for a text that is none, or not wholly read."""
    plain = re.sub(r"\s+", "", text.translate(_TRADITIONAL))
    shape = _SHAPE.fullmatch(plain)
    unit = _unit(shape) if shape else None
    if not shape or not unit:
        return None
    numbers = _numbers(shape)
    bounds = {
        BOUNDS.get(shape["bound"] or ""),
        BOUNDS_AFTER.get(shape["after"] or ""),
        "about" if shape["more"] else None,
    }
    bounds -= {None}
    if numbers is None or len(bounds) > 1:
        return None
    period = "年" if shape["yearly"] else shape["every"] or shape["per"]
    words = (*bounds, " to ".join(numbers), unit, f"per {PERIODS[period]}" if period else "")
    return " ".join(filter(None, words))


def _numbers(shape: re.Match[str]) -> list[str] | None:
    """The number, or both ends of a range, in digits."""
    times = 10 if shape["tenths"] else 1
    ends = [shape["number"] + shape["scale"]]
    if shape["low"]:
        shared = re.search(r"[十百千万亿]*\Z", ends[0])
        is_bare = shared and re.fullmatch(r"[0-9.,]+", shape["low"]) and not shape["low_unit"]
        ends.insert(0, shape["low"] + (shared[0] if shared and is_bare else ""))
    values = [chinese_number(end) for end in ends]
    return [_plain(value * times) for value in values if value is not None] if None not in values else None


def _unit(shape: re.Match[str]) -> str | None:
    written, low = shape["unit"], shape["low_unit"] or ""
    if shape["tenths"] or shape["percent"]:
        return "%" if not written and not low else None
    if shape["currency"]:
        return "CNY" if written in ("", "元") else None
    if low and low != written:
        return None
    goods = _WITH_GOODS.fullmatch(written)
    unit = UNITS.get(goods[1] if goods else written)
    if unit or known_unit(written):
        return unit or written
    return written if re.fullmatch(r"[㐀-鿿]+", written) and not re.search(r"[万亿千百十]", written) else None


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
