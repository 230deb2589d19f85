"""From a first day on, or from a first day to a last one: from, since, between, in, on. `ends` knows only last days."""

from __future__ import annotations

import re
from datetime import timedelta

from truce_tracker.deadlines.ends import at_end
from truce_tracker.deadlines.mentions import (
    DENIALS,
    MOVED,
    OF_AN_EVENT,
    START,
    WELL,
    Found,
    Frame,
    NoDayError,
    Scan,
    day,
    found,
)
from truce_tracker.deadlines.which import ANY_TIME, coming, first_day, last_day, latest, stretch

# a past verb, and nothing after it that looks on: "bought 2 million tons in November"
_HAPPENED = (
    r"(?<!\bbe )\b(?:\w+ed|bought|sold|made|struck|held|met|took|began|came|went|said|told|gave|got|cut|set)\b"
    r"(?!.*\b(?:to|will|would|must|shall|should|may|can|could)\b)"
)
_TO_COME = ("next", "tomorrow", "the day after tomorrow")


def _extended(match: re.Match[str], scan: Scan) -> Found:
    """Due to expire on one day, until another: the old end and the new one."""
    old, new = scan.mention(match["a"]), scan.mention(match["b"])
    first, last = stretch(old, new, scan)
    return found("until", new, f"extended from {old.words}, its old end", first, last)


def _window(match: re.Match[str], scan: Scan) -> Found:
    start, end = scan.mention(match["a"]), scan.mention(match["b"])
    if start.edge == "mid" or end.edge == "mid" or start.several or end.several:
        raise NoDayError(f"from {start.words!r} to {end.words!r}: neither names one day")
    first, last = stretch(start, end, scan)
    is_moved = re.search(MOVED, f"{match.string[: match.start()]}^")
    return found("from a first day to", end, "both count", None if is_moved else first, last)


def _from_now(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["b"])
    return found("from now to", mention, "its last day counts", scan.said, coming(mention, scan, last_day)[1])


def _start(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    if mention.edge == "mid":
        raise NoDayError(f"from {mention.words!r}: the middle of a month is no one day")
    if mention.several:
        return _in(match, scan)
    counted = last_day if mention.edge == "end" else first_day
    start = counted(coming(mention, scan, counted, reach=ANY_TIME))
    return found("starting on", mention, "it begins; no end is given", start, None)


def _after(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    start = coming(mention, scan, last_day, reach=ANY_TIME)[1] + timedelta(1)
    return found("after", mention, "it begins the day after; no end is given", start, None)


def _since(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    start = latest(mention, scan)[mention.edge == "end"]
    return found("since", mention, "it began; no end is given", start, None)


def _in(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    if mention.edge == "end":
        return at_end(match, scan)
    if mention.edge == "mid" or mention.is_day:
        raise NoDayError(f"in {mention.words!r}: no last day")
    if not mention.is_stated and re.search(_HAPPENED, match.string[: match.start()]):
        raise NoDayError(f"in {mention.words!r} tells of something past: which year is not said")
    return found("in", mention, "from its first day to its last", *coming(mention, scan, last_day))


def _on(match: re.Match[str], scan: Scan) -> Found:
    mention = scan.mention(match["d"])
    if mention.several:
        return _in(match, scan)
    if mention.edge == "end":
        return at_end(match, scan)
    if mention.precision != "day" or (not mention.is_stated and not mention.relative):
        raise NoDayError(f"on {mention.words!r}: past or to come?")
    return found("on", mention, "that day", *coming(mention, scan, first_day))


def _alone(match: re.Match[str], scan: Scan) -> Found:
    """A day or period without a word before it: only where it says itself which one it is."""
    mention = scan.mention(match["d"])
    is_whole = match.span() == (0, len(match.string.rstrip(".!")))
    is_period = mention.precision in ("month", "quarter")  # what lies ahead is meant
    is_certain = mention.is_stated or mention.relative or mention.edge == "end" or is_period
    to_come = mention.relative and (mention.kind in ("weekday", "holiday") or mention.words.startswith(_TO_COME))
    if not ((is_whole and is_certain) or to_come):
        raise NoDayError(f"no word says how {mention.words!r} counts")
    return _on(match, scan) if mention.precision == "day" else _in(match, scan)


_NOT_BEFORE = r"(?:not until|not before|no (?:earlier|sooner) than|not (?:earlier|sooner) than|on or after)"
_STARTED = r"(?:began|started|commenced|took effect|(?:came|went|entered) into (?:force|effect))"
_TO = r"(?:to|until|till|through|ending|expiring)"
_NOT_SO = f"{OF_AN_EVENT}|{DENIALS}"
_WITH_WORD = r"\b(?:by|before|until|through) \^"  # "by November 10 to December 15"

STRETCHES = (
    Frame(rf"\b(?:expir\w+|laps\w+|ends?|run out) {day('a')},? (?:and )?(?:until|through) {day('b')}", _extended),
    Frame(rf"\b(?:(?:between|from) )?now (?:and|{_TO}) {day('b')}", _from_now),
    Frame(rf"\bbetween {day('a')} and {day('b')}", _window),
    Frame(rf"(?:\b(?:{START}|since) )?{day('a')}(?: ?- ?|,? (?:and )?{_TO} ){day('b')}", _window, _WITH_WORD),
    Frame(rf"\b{_NOT_BEFORE} {day('d')}", _start),
)
FRAMES = (
    Frame(rf"\b{START} {day('d')}", _start, f"{_NOT_SO}|{MOVED}"),
    Frame(rf"\b(?:after|(?<!the )following) {day('d')}", _after, rf"\b(?:by|to|through|from) \^|{WELL}"),
    Frame(rf"\b(?:since|{_STARTED}) {day('d')}", _since),
    Frame(rf"\b(?:in|during|throughout|within|over the course of) {day('d')}", _in, _NOT_SO),
    Frame(rf"\b(?:on|between) {day('d')}", _on, _NOT_SO),
    Frame(r"<d(?P<d>[0-9]+)>", _alone, rf"{_NOT_SO}|\b(?:of|as|with|under|like|out) \^"),
)
