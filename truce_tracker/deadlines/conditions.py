"""Conditions and events in a phrase (if, unless, once, within 30 days of signing, 如果, 签署后): they give no day.

A length counted from an event is told as a clock, so that a ledger can start it when the event is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce_tracker.dates import Within
from truce_tracker.deadlines.mentions import Length, NoDayError, Scan
from truce_tracker.numerals import CHINESE, chinese_number

_LONGEST = 80  # characters of a condition that a reading repeats


@dataclass(frozen=True, slots=True)
class Clock:
    """A length of time that starts with an event: ``within 30 days of signing``. `of` tells the event."""

    within: Within
    of: str


class ConditionError(NoDayError):
    """The phrase hangs on `condition`, in its own words; `clock` is there where a length is counted from an event."""

    def __init__(self, condition: str, clock: Clock | None = None) -> None:
        self.condition, self.clock = condition, clock
        how = f"{clock.within.written} counted from {clock.of!r}" if clock else f"hangs on {condition!r}"
        super().__init__(f"{how}: a condition or an event gives no day")


_CLAUSES = "|".join((
    r"\b(?:if|unless|whenever|whether|lest|assuming|presuming|pending|barring|except|excepting|insofar|whichever)\b",
    r"\b(?:subject|conditional|contingent|dependent|conditioned) (?:to|on|upon)\b|\bcontingent\b",
    r"\bconditional(?:ly)?\b|\bdepend(?:s|ing|ent)?\b|\bin (?:the event|case)\b|\bto the extent\b",
    r"\b(?:on|under) (?:the |a )?conditions?\b|\b(?:so|as) long as\b|\bonly (?:after|once|when|upon|where)\b",
    r"\bas soon as\b(?! (?:possible|practicable|feasible))|\bby the time\b|\buntil such time\b",
    r"\b(?:as|where) and when\b|(?:^|[,;] )should (?!be\b|have\b)",
    r"\bprovid(?:ed|ing) (?:that|both|all|each|no)\b|(?:^|[,;] )provid(?:ed|ing)\b",
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeen )\bprovided,? (?!(?:by|to|for|in|on|with|under|at|from|through|as)\b)",
    r"(?<!\bat )\bonce\b(?! (?:a|an|per|each|every|again|more)\b)|\bwhen\b",
    r"(?<!\bagreed )(?<!\bbased )(?<!\bcalled )(?<!\brelied )\bupon\b|\bfailing\b|\babsent (?:an?|any|further|such)\b",
    r"\bwithout (?:an?|any|further) (?!delay|interruption|further delay)",
    r"(?<!\bthe )\bfollowing (?!(?:the )?(?:<d|day\b|week\b|month\b|year\b|dates?\b))",
))  # fmt: skip
_EVENTS = (
    "entry into (?:force|effect)|entering into force|coming into force|signature|signing|ratification|approval|adoption"
    "|receipt|completion|conclusion|enactment|acceptance|notification|verification|certification|inauguration"
)
# read only where what follows is no day
_EVENT_CLAUSES = "|".join((
    r"\b(?:on|at|from|after|since|until|till|before|prior to)"
    rf" (?:(?:the|its|their|an?|final|formal|full) |(?:date|day) of )*(?:{_EVENTS})\b",
    r"\b(?:until|till|'til) (?!(?:(?:at least|at the earliest|after|the|on|of|about|around|early|late|as late as) )*"
    r"(?:<|now\b|further notice|today|then\b|recently|(?:start|end|close|beginning|middle|first|second|last)\b))",
    r"(?:<n[0-9]+>|\b(?:hours|days|weeks|months|years)\b),? (?:of|from|after|following|since|before|prior to)"
    r" (?!(?:now|today|talks|negotiations|delays?|work)\b|(?:(?:on|the|of|in|at|from) ){0,3}<)",
))  # fmt: skip
_STARTS = r"(?:of|from|after|following|upon|since|once|when|if|as soon as|starting (?:from|on|with)|as of)"
_CLOCK = re.compile(
    rf"<n(?P<n>[0-9]+)>,? {_STARTS} (?!now\b|today\b|(?:on|the|of|in|at|from) <d|<)(?P<of>[^,;]+)"
    r"|^(?:once|after|upon|when|if|following|as soon as) (?P<first>[^,;<]+), .*\bwithin <n(?P<later>[0-9]+)>"
)
_DATE_OF = r"^(?:the )?(?:(?:date|day|time|moment) (?:of|on which|that) )?(?:the )?"


def refuse_conditions(scan: Scan) -> None:
    """Raise ConditionError where the marked phrase has a condition, or an event in the place of a day."""
    clock = _clock(scan)
    if match := re.search(f"{_CLAUSES}|{_EVENT_CLAUSES}", scan.text):
        raise ConditionError(_clause(scan.spelled(scan.text[match.start() :])), clock)
    if clock:
        raise ConditionError(clock.of, clock)


def refuse_clauses(text: str) -> None:
    """Raise ConditionError where plain words have a condition, whatever days stand beside it."""
    if match := re.search(_CLAUSES, text):
        raise ConditionError(_clause(text[match.start() :]))


def _clause(text: str) -> str:
    words = re.split(r"[;]|(?<=\w)[,.](?= )", text.strip(" ,;"))[0]
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}..."


def _clock(scan: Scan) -> Clock | None:
    match = _CLOCK.search(scan.text)
    if not match:
        return None
    length = scan.lengths[int(match["n"] or match["later"])]
    event = re.sub(_DATE_OF, "", scan.spelled(match["of"] or match["first"]).strip(" ."))
    return Clock(_within(length), _clause(event)) if event else None


def _within(length: Length) -> Within:
    times, unit = {"day": (1, "day"), "week": (7, "day"), "month": (1, "month"), "year": (12, "month")}[length.unit]
    return Within(length.words, length.count * times, unit)


_AN_EVENT = r"[㐀-鿿]{2,30}?"
_CHINESE_CLAUSES = re.compile("|".join((
    "如果|如若|如能|如(?=[㐀-鿿]*[则就便])|若(?!干)|倘|假如|假设|假若|要是|一旦|除非|只要|只有|前提|取决于|视[^，,]*而定",
    "条件是|条件下|情况下|情形下|为条件|有条件|除[^，,]{2,}外|须经|经[^，,]{2,}(?:批准|同意)|当[^，,]{2,}[时后]",
    f"[待等][^，,]{{2,}}[后再]|直[到至](?![0-9]){_AN_EVENT}(?:为止|$)",
    "[㐀-鿿](?<![今明此最随然先前日月年天周号节旦])(?:之|以)?后(?!年(?![底末初])|[天续])",
)))  # fmt: skip
_CHINESE_COUNT = rf"(?P<count>{CHINESE})(?P<unit>个?月|个?季度|天|日|个?星期|周|年|小时)"
_CHINESE_CLOCK = re.compile(
    rf"(?:自|从|在|于|待|等)?(?P<of>{_AN_EVENT})(?:之日起?|之?后|以后|起)(?:的|[，,][㐀-鿿]{{0,12}}?)?在?{_CHINESE_COUNT}(?:[之以]?内|后|里)"
)
_CHINESE_UNITS = {"天": (1, "day"), "日": (1, "day"), "周": (7, "day"), "星期": (7, "day"), "月": (1, "month"),
                  "季度": (3, "month"), "年": (12, "month")}  # fmt: skip


def refuse_chinese(text: str) -> None:
    """Raise ConditionError where a Chinese text in simplified signs has a condition, or counts from an event."""
    clock = _chinese_clock(text)
    if match := _CHINESE_CLAUSES.search(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in "，,。；") + 1
        raise ConditionError(re.split(r"[，,。；]", text[start:])[0][:_LONGEST], clock)
    if clock:
        raise ConditionError(clock.of, clock)


def _chinese_clock(text: str) -> Clock | None:
    match = _CHINESE_CLOCK.search(text)
    if not match or re.search(r"[今此最年月日]\Z", match["of"]):
        return None
    count, unit = chinese_number(match["count"]), match["unit"].removeprefix("个")
    if count is None or count != int(count) or unit not in _CHINESE_UNITS:
        return None
    times, base = _CHINESE_UNITS[unit]
    return Clock(Within(match["count"] + match["unit"], int(count) * times, base), match["of"])
