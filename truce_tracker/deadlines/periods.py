"""Months, quarters, halves, seasons and years in a phrase, and where they end. Those told in pieces: see `composed`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truce_tracker.deadlines.days import MONTH, UNITS, month_number
from truce_tracker.deadlines.mentions import Mention, NoDayError, Rules, Scan, Span, months_span
from truce_tracker.deadlines.which import WHICH, refuse_past, which_one

YEAR = rf"(?:19|20|21)[0-9]{{2}}\b(?![-/,.]?[0-9%]| ?{UNITS})"
# "by November" is a month only where no noun may follow: the day of "by November summit" is another
_WORDS_AFTER = (
    "and|or|but|for|to|as|at|with|which|that|in|on|under|when|while|the|a|an|according|if|unless|subject|through"
    "|until|till|by|from|is|are|will|would|should|could|may|might|must|shall|has|have|via|per|into|against|because"
    "|so|where|who|he|she|it|they|we|both|all|each|every|annually|also|only|after|before|this|next|last|instead|rather|not"
)
BARE = rf"(?=$| ?[^\w\s'.]|\.(?![0-9])| (?:{_WORDS_AFTER})\b| (?:of )?(?:{YEAR}|(?:this|next|last) year\b))"
_IN_A_YEAR = rf"(?=,? (?:of |in )?(?:{YEAR}|(?:this|next) year\b))"
END = r"(?:\bthe )?\b(?:very )?(?:end|close|last day|conclusion)"
_BEFORE_MAY = (  # "may" and "march" are months after these
    r"(?:^|\b(?:by|in|of|until|till|through|before|after|since|from|between|mid|early|late|end|during)[ -]"
    rf"|(?:{MONTH}|>)(?: (?:to|and|through|until) |, | ?- ?))$"
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4,
            "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
_SEASONS = {
    "spring": ((3, 20), (6, 20), "spring in the north ends on June 20"),
    "summer": ((6, 21), (9, 22), "summer in the north ends on September 22"),
    "autumn": ((9, 23), (12, 20), "autumn in the north ends on December 20"),
}


def _month(match: re.Match[str], scan: Scan) -> Mention | None:
    before = match.string[: match.start()]
    is_word = match["name"] in ("may", "mar", "march") and not match["which"] and not re.search(_BEFORE_MAY, before)
    if is_word or before.endswith("the "):
        return None
    return which_one(_named(match["name"]), match["which"], scan)


def _named(words: str, edge: str = "") -> Mention:
    number = month_number(words)
    return Mention(words, "month", at=lambda year: months_span(year, number, number), edge=edge)


def _end_of_month(match: re.Match[str], scan: Scan) -> Mention:
    return _named(match["name"], edge="end")


def _mid_month(match: re.Match[str], scan: Scan) -> Mention:
    number = month_number(match["name"])

    def at(year: int) -> Span:
        return (date(year, number, 15),) * 2

    return Mention(match[0].strip(), "month", at=at, edge="mid", note="the middle of a month is its 15th")


def _quarter(match: re.Match[str], scan: Scan) -> Mention:
    number = _NUMBERS.get(match["word"]) or int(match["number"] or match["digit"])
    return Mention(match[0].strip(), "quarter", at=lambda year: months_span(year, 3 * number - 2, 3 * number))


def _half(match: re.Match[str], scan: Scan) -> Mention:
    first = 1 if "1" in match[0] or "first" in match[0] else 7
    half = Mention(match[0].strip(), "half", at=lambda year: months_span(year, first, first + 5))
    return half.in_year(scan.said.year, half.words, relative=True) if match.groupdict().get("year") else half


def _season(match: re.Match[str], scan: Scan) -> Mention | None:
    name = {"fall": "autumn"}.get(match["name"], match["name"])
    if match["name"] == "fall" and not match["which"] and not match["the"]:
        return None
    if name == "winter":
        raise NoDayError("winter has no last day that all agree on")
    first, last, note = _SEASONS[name]
    edge = "end" if match["end"] else ""

    def at(year: int) -> Span:
        return date(year, *first), date(year, *last)

    return which_one(Mention(name, "season", at=at, edge=edge, note=note), match["which"], scan)


RULES: Rules = (
    (rf"{END}(?: of)?[ -](?:the month of )?(?P<name>{MONTH})(?! (?:meeting|summit|talks|session)\b)", _end_of_month),
    (rf"\b(?P<name>{MONTH})'s end\b", _end_of_month),
    (rf"(?:\bthe )?\b(?:mid[- ]?|middle of )(?P<name>{MONTH})", _mid_month),
    (rf"{WHICH}\b(?P<name>{MONTH}){BARE}", _month),
    (
        r"(?:\bthe )?\b(?:q(?P<number>[1-4])|(?P<digit>[1-4])q"
        rf"|(?P<word>first|1st|second|2nd|third|3rd|fourth|4th|final|last(?= quarter of\b))[- ]quarter)\b{BARE}",
        _quarter,
    ),
    (rf"(?:\bthe )?\b(?:h[12]|[12]h|(?:first|second|last|latter) half)\b{_IN_A_YEAR}", _half),
    (rf"\b(?:h[12]|[12]h)\b{BARE}", _half),
    (r"(?:\bthe )?\b(?:first|second|last|latter) half of (?P<year>the|this) year\b", _half),
    (
        rf"(?P<end>{END} of (?:the )?)?{WHICH}(?P<the>(?:(?<=in )|(?<=by )|(?<=during ))the )?"
        rf"\b(?P<name>spring|summer|autumn|fall|winter)\b{BARE}",
        _season,
    ),
)

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_NOT_OF_ANOTHER = r"(?!'|-\w| (?:of|after|following|before|in which|when|that|then|from)\b)"
_UNIT = r"(?P<unit>month|quarter|year)"


def _year(match: re.Match[str], scan: Scan) -> Mention:
    return Mention(match[0], "year", (months_span(int(match[0]), 1, 12),))


def _end_of_year(match: re.Match[str], scan: Scan) -> Mention:
    return Mention(match[0], "year", (months_span(int(match[1]), 1, 12),), edge="end")


def _years(match: re.Match[str], scan: Scan) -> Mention | None:
    first, last = int(match[1]), int(match[2])
    span = (date(first, 1, 1), date(last, 12, 31))
    return Mention(match[0], "year", (span,), several=True) if first < last else None


def _this_or_next(match: re.Match[str], scan: Scan) -> Mention:
    return _steps_on(match, scan, 1 if match["which"] == "next" else 0, "")


def _end_of_this(match: re.Match[str], scan: Scan) -> Mention:
    return _steps_on(match, scan, 0, "end")


def _end_that_is_named(match: re.Match[str], scan: Scan) -> Mention:
    return _steps_on(match, scan, 1 if match["which"] else 0, "end")


def _steps_on(match: re.Match[str], scan: Scan, steps: int, edge: str) -> Mention:
    """The month, quarter or year of the day it was said, or so many after it."""
    return _steps(match[0], match["unit"], scan, steps, edge)


def _steps(words: str, unit: str, scan: Scan, steps: int, edge: str) -> Mention:
    first = ((scan.said.year * 12 + scan.said.month - 1) // _MONTHS_IN[unit] + steps) * _MONTHS_IN[unit]
    span = months_span(first // 12, first % 12 + 1, first % 12 + _MONTHS_IN[unit])
    at = (lambda year: months_span(year, 1, 12)) if unit == "year" else None
    return Mention(words.strip(), unit, (span,), at=at, edge=edge, relative=True)


def _end_in_letters(match: re.Match[str], scan: Scan) -> Mention:
    return _steps(match[0], {"y": "year", "q": "quarter", "m": "month"}[match["initial"]], scan, 0, "end")


def _end_of_decade(match: re.Match[str], scan: Scan) -> Mention:
    first = scan.said.year // 10 * 10
    span = (date(max(first, 1), 1, 1), date(first + 9, 12, 31))
    return Mention(match[0].strip(), "decade", (span,), edge="end", relative=True)


def _week(match: re.Match[str], scan: Scan) -> Mention:
    """This week, next week: Monday to Sunday. Said on a Sunday, it can be one of two."""
    words, today = match[0].strip(), scan.said.weekday()
    if today == 6:
        raise NoDayError(f"{words!r} said on a Sunday can be one of two weeks")
    steps = 14 if "after" in words else 7 * words.endswith("next week")
    monday = scan.said + timedelta(steps - today)
    note = "a week is Monday to Sunday"
    return Mention(words, "week", ((monday, monday + timedelta(6)),), relative=True, note=note)


def _another_calendar(match: re.Match[str], scan: Scan) -> Mention:
    raise NoDayError(f"{match[0].strip()!r} follows a calendar of its own, which truce does not know")


def _end_of_week(match: re.Match[str], scan: Scan) -> Mention:
    raise NoDayError(f"{match[0].strip()!r}: a week can end on Friday, Saturday or Sunday")


# before the years are joined to days and months
ENDS: Rules = (
    (
        r"\b(?:fiscal|financial|marketing|crop|school|academic|tax|lunar|budget) (?:years?|quarters?|months?|[0-9]+)\b"
        r"|\bfy ?'?[0-9]{2,4}|\bfiscal\b|\b(?:19|20)[0-9]{2}/[0-9]{2,4}\b(?!/)",
        _another_calendar,
    ),
    (rf"{END} of (?:the |this |next |that )?week\b|\bweek(?:'s)?[- ]end\b", _end_of_week),
    (r"\beo(?P<initial>[ymq])\b", _end_in_letters),
    (rf"{END} of (?:the|this) decade\b|\b(?:(?:the|this) )?decade's end\b", _end_of_decade),
    (rf"(?:{END} of (?:(?:the|this)(?: current)? )?|\bend[- ]){_UNIT}\b{_NOT_OF_ANOTHER}", _end_of_this),
    (rf"(?:\b(?:the|this|(?P<which>next)) )?\b{_UNIT}(?:'s[- ]|[- ]?)end\b{_NOT_OF_ANOTHER}", _end_that_is_named),
)
YEARS: Rules = (
    (rf"(?<![\w$€£.,/-])((?:19|20|21)[0-9]{{2}}) ?- ?({YEAR}){BARE}", _years),
    (rf"\bend[- ]({YEAR}){BARE}", _end_of_year),
    (rf"(?<![\w$€£.,/-]){YEAR}{BARE}", _year),
    (
        r"(?:(?<=rest of )|(?<=remainder of )|(?<=within )|(?<=half of ))(?:the|this)(?P<which>)"
        rf" {_UNIT}\b{_NOT_OF_ANOTHER}",
        _this_or_next,
    ),
    # "the next year" is a length
    (rf"\b(?:the )?(?:current|(?P<which>this|(?<!the )next)) {_UNIT}\b(?!'|-)", _this_or_next),
    (r"\b(?:last|past|previous) (?:week|month|quarter|year)\b(?! of)", lambda match, scan: refuse_past(match[0])),
)
# after the weekdays, which can be told by the week: "Friday of next week"
WEEKS: Rules = ((r"\b(?:the week after next|(?:this|next) week)\b(?!'|-| end)", _week),)
