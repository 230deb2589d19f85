"""Years in a phrase; this and the next month, quarter and year; and where they end. Raises for calendars not known."""

from __future__ import annotations

import re
from datetime import date

from truce_tracker.deadlines.mentions import Mention, NoDayError, months_span
from truce_tracker.deadlines.periods import BARE, END, YEAR
from truce_tracker.deadlines.scan import Rules, Scan
from truce_tracker.deadlines.which import refuse_past

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
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
    return _counted(match, scan, 1 if match["which"] == "next" else 0, "")


def _end(match: re.Match[str], scan: Scan) -> Mention:
    return _counted(match, scan, 0, "end")


def _end_that_is_named(match: re.Match[str], scan: Scan) -> Mention:
    return _counted(match, scan, 1 if match["which"] else 0, "end")


def _counted(match: re.Match[str], scan: Scan, steps: int, edge: str) -> Mention:
    """The month, quarter or year of the day it was said, or so many after it."""
    unit = match["unit"]
    first = ((scan.said.year * 12 + scan.said.month - 1) // _MONTHS[unit] + steps) * _MONTHS[unit]
    span = months_span(first // 12, first % 12 + 1, first % 12 + _MONTHS[unit])
    at = (lambda year: months_span(year, 1, 12)) if unit == "year" else None
    return Mention(match[0].strip(), unit, (span,), at=at, edge=edge, relative=True)


def _another_calendar(match: re.Match[str], scan: Scan) -> Mention:
    raise NoDayError(f"{match[0].strip()!r} follows a calendar of its own, which truce does not know")


def _end_of_week(match: re.Match[str], scan: Scan) -> Mention:
    raise NoDayError(f"{match[0].strip()!r}: a week can end on Friday, Saturday or Sunday")


# before the years are joined to days and months
ENDS: Rules = (
    (
        r"\b(?:fiscal|financial|marketing|crop|school|academic|tax|lunar|budget) (?:years?|quarters?|months?|[0-9]+)\b"
        r"|\bfy ?'?[0-9]{2,4}|\bfiscal\b|\b(?:19|20)[0-9]{2}/[0-9]{2,4}\b",
        _another_calendar,
    ),
    (rf"{END} of (?:the |this |next |that )?week\b|\bweek(?:'s)?[- ]end\b", _end_of_week),
    (rf"(?:{END} of (?:(?:the|this)(?: current)? )?|\bend[- ]){_UNIT}\b{_NOT_OF_ANOTHER}", _end),
    (rf"(?:\b(?:the|this|(?P<which>next)) )?\b{_UNIT}(?:'s[- ]|[- ]?)end\b{_NOT_OF_ANOTHER}", _end_that_is_named),
)
RULES: Rules = (
    (rf"(?<![\w$€£.,/-])((?:19|20|21)[0-9]{{2}}) ?- ?({YEAR}){BARE}", _years),
    (rf"\bend[- ]({YEAR}){BARE}", _end_of_year),
    (rf"(?<![\w$€£.,/-]){YEAR}{BARE}", _year),
    (rf"(?:(?<=rest of )|(?<=remainder of ))(?:the|this)(?P<which>) {_UNIT}\b{_NOT_OF_ANOTHER}", _this_or_next),
    # "the next year" is a length
    (rf"\b(?:the )?(?:current|(?P<which>this|(?<!the )next)) {_UNIT}\b(?!'|-)", _this_or_next),
    (r"\b(?:last|past|previous) (?:week|month|quarter|year)\b(?! of)", lambda match, scan: refuse_past(match[0])),
)
