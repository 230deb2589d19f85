"""What stands around a subject in Chinese and is no part of it: days, places, adverbs, "在例行记者会上"."""

from __future__ import annotations

import re

_LONGEST = 120  # characters that are looked at
_TIMES = (
    "(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]", "[0-9]{1,2}月", "[昨今本]?（[0-9月]+）日",
    "本?周[一二三四五六日天]",
    "本周", "上周", "日前", "近日", "当天", "当日", "今天", "昨天", "今日", "昨日", "上午", "下午", "晚间", "此前",
    "随后",
    "随即", "之后", "同时", "同日", "最近", "稍早", "稍后", "早些时候",
)  # fmt: skip
_ADVERBS = (
    "再次", "再度", "多次", "一再", "反复", "明确", "公开", "进一步", "也", "还", "则", "又", "再", "均", "都", "曾",
    "曾经",
    "并", "但", "而", "不过", "然而", "另据", "另外", "此外", "对此", "就此", "已", "已经", "则是", "仍", "继续",
    "首次", "正式",
    "共同", "联合", "专门", "特别", "只", "仅", "便", "即", "当即", "立即", "对外",
)  # fmt: skip
_PLACES = (
    "回应.{1,12}", r"向.{1,8}(?=\Z)", r"在(?![^，]{0,3}\Z).{1,18}?(?:时|上|中|会|后|内|里|期间|答记者问)",
    r"在[^，]{1,6}(?=\Z)",
    "通过.{1,10}", "接受.{1,12}?(?:采访|专访)时?", "对.{0,8}?(?:记者|媒体表|媒体)", "就.{1,16}",
    "回答.{0,12}?(?:提问|问题)时?", "（[^）]{0,20}）", "【[^】]{0,20}】", r"\([^)]{0,20}\)",
    "本报.{1,12}电",
)  # fmt: skip
_ASIDE = "|".join((*_TIMES, *_ADVERBS, *_PLACES))
_HEAD = re.compile(rf"\A(?:{_ASIDE}|[\s　，、“”])")
_TAIL = re.compile(rf"(?:{_ASIDE}|[\s　，、“”])\Z")


def stripped(subject: str) -> str:
    """A subject without dates, adverbs and the like at its ends."""
    text = subject[-_LONGEST:]
    while True:
        shorter = _TAIL.sub("", _HEAD.sub("", text, count=1), count=1)
        if shorter == text or not shorter:
            return shorter
        text = shorter
