"""The last day that counts: by, before, until, through, expires, at the end of. From ... to is in `windows`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truce_tracker.deadlines.mentions import (
    DENIALS,
    MOVED,
    OF_AN_EVENT,
    WELL,
    Found,
    Frame,
    NoDayError,
    Scan,
    Span,
    day,
    found,
)
from truce_tracker.deadlines.which import coming, last_day, latest


def _by(match: re.Match[str], scan: Scan) -> Found:
    return _until(match, scan, "by")


def _until(match: re.Match[str], scan: Scan, words: str = "until") -> Found:
    mention = scan.mention(match["d"])
    no_end = mention.kind == "season" and not mention.edge and not mention.relative
    if mention.several or no_end:
        raise NoDayError(f"{words} {mention.words!r}: its beginning or its end?")
    due = coming(mention, scan, last_day)[1]
    effect = "the day itself counts" if mention.precision == "day" or mention.edge == "mid" else "its last day counts"
    return found(words, mention, effect, None, due)


def _before(match: re.Match[str], scan: Scan) -> Found:
    """Strictly before: the day before; but before the end of a month, its last day still counts."""
    mention = scan.mention(match["d"])
    if mention.edge == "mid":
        raise NoDayError(f"before {mention.words!r}: the middle of a month is no one day")
    if mention.edge == "end":
        return found("before", mention, "its last day counts", None, coming(mention, scan, last_day)[1])
    due = _day_before(coming(mention, scan, _day_before))
    return found("before", mention, "the day before is the last that counts", None, due)


def _day_before(span: Span) -> date:
    return span[0] - timedelta(1)


def _expired(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    ended = latest(mention, scan)[1]
    if any(ended < span[1] and span[1] - scan.said < scan.said - ended for span in mention.near(scan.said)):
        raise NoDayError(f"expired on {mention.words!r}: the coming one is nearer than the past one")
    return found("expired on", mention, "told as past; the day it ended", None, ended)


def _rest_of(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    return found("the rest of", mention, "its last day counts", scan.said, coming(mention, scan, last_day)[1])


def at_end(match: re.Match[str], scan: Scan) -> Found:
    """At the end of a month or year: its last day. Raises NoDayError for a day that is no such end."""
    mention = scan.mention(match["d"])
    if mention.edge != "end":
        raise NoDayError(f"no word says how {mention.words!r} counts")
    return found("at", mention, "its last day counts", None, coming(mention, scan, last_day)[1])


def _later_in(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    if mention.precision == "day":
        raise NoDayError(f"no word says how {mention.words!r} counts")
    first, last = coming(mention, scan, last_day)
    return found("later in", mention, "its last day counts", max(first, scan.said), last)


_BY = (
    r"(?:no later than|not later than|(?:on|in) or before|before or (?:on|in)|by or before|on or by|not after|latest by"
    r"|by)"
)
_END = (
    r"(?:expir(?:es?|ing|y|ation)|ends?|ending|lapses?|lapsing|runs? out|due|deadlines?|terminat(?:es?|ing)|sunsets?)"
    r"(?: of| is| by|:)?"
)
_EXTEND = r"\b(?:extend|extension|postpon|delay|deferr?|prolong|push|mov|put off|roll)[^<]* to"
_PARTWAY = r"\b(?:midway|halfway|partway|way|get|gets|getting|go|goes|going) \^"

FRAMES = (
    Frame(rf"\b{_BY} {day('d')}", _by, DENIALS),
    Frame(rf"{day('d')} at the (?:very )?latest\b", _by, DENIALS),
    Frame(rf"\b(?:before|prior to|ahead of|in advance of) {day('d')}", _before, f"{DENIALS}|{WELL}"),
    Frame(rf"\b(?:up until|until|till|'til|til|up to(?: and including)?) {day('d')}", _until, DENIALS),
    Frame(rf"\b(?:through|thru) {day('d')}", _until, _PARTWAY),
    Frame(rf"\b{_END} {day('d')}", _until, f"{DENIALS}|{OF_AN_EVENT}"),
    Frame(rf"{_EXTEND} <d(?P<d>[0-9]+)>", _until, DENIALS),
    Frame(r"<d(?P<d>[0-9]+)> (?:deadline|expiry|expiration)\b", _until, f"{DENIALS}|{OF_AN_EVENT}|{MOVED}"),
    Frame(rf"\b(?:expired|lapsed|ended|ran out|terminated) {day('d')}", _expired, rf"{OF_AN_EVENT}|\bhave \^"),
    Frame(rf"\b(?:rest|remainder) {day('d')}", _rest_of),
    Frame(rf"\blater (?:in )?{day('d')}", _later_in, f"{OF_AN_EVENT}|{DENIALS}"),
    Frame(rf"\bat {day('d')}", at_end, f"{OF_AN_EVENT}|{DENIALS}"),
)
