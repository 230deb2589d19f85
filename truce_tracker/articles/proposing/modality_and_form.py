"""How something is said: modality (how firmly) and instrument (in what form), with the words that say so."""

from __future__ import annotations

from truce_tracker.articles.proposing.patterns import any_of
from truce_tracker.articles.proposing.stances import Sign
from truce_tracker.vocabulary import Instrument, Modality

# the first that fits decides
_MODALITIES = {
    Modality.HOPES: (r"\bhop(?:e|es|ed|ing|eful|efully)\b", "希望", "盼"),
    Modality.EXPECTS: (r"\bexpect\w*", r"anticipat\w+", r"\blikely\b", "预计", "有望", "预期"),
    Modality.INTENDS: (
        r"\bintend\w*", r"\bplan(?:s|ned|ning)? to\b", r"\baim(?:s|ed|ing)? to\b", r"\bseek(?:s|ing)? to\b", "打算",
        "计划", "拟",
    ),
    Modality.SHALL: (r"\bshall\b", r"\bmust\b", "required to", "obliged to", "应当", "必须", "须"),
    Modality.MAY: (r"\bmay\b(?! [0-9])", r"\bmight\b", r"\bcould\b", "可能", "或将"),
    Modality.WILL: (
        r"\bwill\b", r"['’]ll\b", r"\bwould\b", "going to", r"pledg\w+", r"promis\w+", r"vow\w*", r"agreed\b",
        r"committed?\b", r"undert\w+", "将", "承诺", "保证", "同意",
    ),
}  # fmt: skip
_INSTRUMENTS = {
    Instrument.BACKGROUND: (
        "on condition of anonymity", "not authori[sz]ed to speak", "asked to remain anonymous",
        "(?:declined|asked) (?:to|not to) be (?:named|identified|quoted)", "不愿具名", "不愿透露姓名", "要求匿名",
    ),
    Instrument.JOINT_STATEMENT: ("joint statement", "联合声明"),
    Instrument.FACT_SHEET: ("fact sheet", "事实清单", "情况说明书"),
    Instrument.READOUT: (r"\breadout\b", "通话稿"),
    Instrument.PRESS_CONFERENCE: (
        "press conference", "news conference", r"\bbriefing\b", "told reporters", "told journalists", "记者会",
        "发布会",
        "答记者问", "对记者",
    ),
    Instrument.INTERVIEW: (
        r"\binterview\b", r"told (?:CNN|CNBC|Fox|NBC|CBS|ABC|BBC|Bloomberg|AFP|AP|Reuters|state television)\b",
        r"on (?:CNN|CNBC|Fox|NBC|CBS|ABC|BBC)\b", "专访", "采访时",
    ),
    Instrument.POST: (
        "social media", "Truth Social", r"wrote on X\b", r"\bposted\b", "tweeted", "社交平台", "社交媒体", "发文",
    ),
    Instrument.NOTICE: (r"\b(?:notice|announcement no|executive order|decree)\b", "公告", "行政令", "通告"),
}  # fmt: skip
_MODALITY_PATTERNS = {value: any_of(words) for value, words in _MODALITIES.items()}
_INSTRUMENT_PATTERNS = {value: any_of(words) for value, words in _INSTRUMENTS.items()}


def modality_of(words: str) -> Sign | None:
    """How firmly it is said; None where no word tells."""
    found = ((value, pattern.search(words)) for value, pattern in _MODALITY_PATTERNS.items())
    return next((Sign(value.value, *match.span()) for value, match in found if match), None)


def instrument_of(words: str) -> Sign | None:
    """The form in which it was said; None where no word tells."""
    found = ((value, pattern.search(words)) for value, pattern in _INSTRUMENT_PATTERNS.items())
    return next((Sign(value.value, *match.span()) for value, match in found if match), None)
