"""Days and periods told in pieces: a year beside a day, the end or a part of a year, "November and December"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from truce_tracker.deadlines.mentions import Mention, NoDayError, Rules, Scan, Span, months_span
from truce_tracker.deadlines.periods import BARE, END, YEAR
from truce_tracker.deadlines.which import agreeing
from truce_tracker.numerals import NUMBER, number_value

_PERIODS = ("month", "quarter", "year")


def _with_year(match: re.Match[str], scan: Scan) -> Mention | None:
    mention, year, other = scan.mention(match["mark"]), match["year"], match["other"]
    is_period = mention.precision != "day" and not mention.edge
    if not mention.at or (mention.options and not mention.relative):
        return None
    if is_period and not re.match(BARE, match.string[match.end() :]):
        return None
    words = _spelled(match, mention)
    if not year and other not in ("this", "next"):
        raise NoDayError(f"{words!r}: which year is not certain")
    return mention.in_year(int(year or scan.said.year + (other == "next")), words, relative=not year)


def _spelled(match: re.Match[str], mention: Mention) -> str:
    return match[0].replace(f"<d{match['mark']}>", mention.words)


def _end_of(match: re.Match[str], scan: Scan) -> Mention:
    mention = scan.mention(match["mark"])
    edge = "" if mention.is_day else "end"
    return mention.narrowed(f"the end of {mention.words}", lambda span: span, edge=edge)


def _eve_of(match: re.Match[str], scan: Scan) -> Mention | None:
    mention, day = scan.mention(match["mark"]), timedelta(1)
    if not mention.is_day:
        return None
    return mention.narrowed(_spelled(match, mention), lambda span: (span[0] - day, span[0] - day), kind="day")


def _part_of(match: re.Match[str], scan: Scan) -> Mention | None:
    """The first two months of 2026; the last ten days of November."""
    mention = scan.mention(match["mark"])
    count = number_value(match["count"]) if match["count"] else 1
    if mention.edge or mention.precision == "day" or count > 31:
        return None
    at_end = match["side"] in ("last", "final")

    def part(span: Span) -> Span | None:
        return _days_of(span, count, at_end) if match["unit"] == "day" else _months_of(span, count, at_end)

    kind = "day" if match["unit"] == "day" else "month"
    return mention.narrowed(_spelled(match, mention), part, kind=kind, several=True)


def _days_of(span: Span, count: int, at_end: bool) -> Span:
    step = timedelta(count - 1)
    return (span[1] - step, span[1]) if at_end else (span[0], span[0] + step)


def _months_of(span: Span, count: int, at_end: bool) -> Span | None:
    first, last = span[0].month, span[1].month
    if span[0].year != span[1].year or count > last - first + 1:
        return None
    return months_span(span[0].year, *((last - count + 1, last) if at_end else (first, first + count - 1)))


def _in_a_row(match: re.Match[str], scan: Scan) -> Mention | None:
    """November and December; 2026, 2027 and 2028: periods of one kind, each beginning where the one before ends."""
    marks = re.findall("[0-9]+", match[0])
    mentions = [scan.mention(mark) for mark in marks]
    if any(mention.kind not in _PERIODS or mention.edge or mention.kind != mentions[0].kind for mention in mentions):
        return None
    words = " and ".join(mention.words for mention in mentions)

    def joined(span: Span) -> Span | None:
        first: date | None = span[0]
        for mention in reversed(mentions[:-1]):
            first = next((each[0] for each in mention.near(span[0]) if first and each[1] + timedelta(1) == first), None)
        return (first, span[1]) if first else None

    row = mentions[-1].narrowed(words, joined, several=True)
    if not row.near(scan.said):
        raise NoDayError(f"{words}: they do not follow each other")
    return row


def _same_day_twice(match: re.Match[str], scan: Scan) -> Mention | None:
    """Thanksgiving, November 27: two names of one day."""
    one, other = scan.mention(match[1]), scan.mention(match[2])
    if not one.is_day or not other.is_day:
        return None
    return agreeing(one, f"{one.words}, {other.words}", lambda span: span in other.near(span[0]), scan)


def _half_of(match: re.Match[str], scan: Scan) -> Mention | None:
    """The first half of December: to its 15th."""
    mention = scan.mention(match["mark"])
    if mention.kind != "month" or mention.edge or mention.several:
        return None
    is_first = match["side"] == "first"

    def half(span: Span) -> Span:
        return (span[0], span[0].replace(day=15)) if is_first else (span[0].replace(day=16), span[1])

    return mention.narrowed(_spelled(match, mention), half)


def _early_or_late(match: re.Match[str], scan: Scan) -> Mention:
    """Early next year: its first quarter. Late in a month or a year: to its last day."""
    mention, is_early = scan.mention(match["mark"]), match["side"] == "early"
    words = _spelled(match, mention)
    has_part = mention.kind == "year" or (mention.kind == "month" and not is_early)
    if mention.edge or mention.several or not has_part:
        raise NoDayError(f"no day in {words!r}")
    if mention.kind == "month":
        return mention.narrowed(words, lambda span: (span[0].replace(day=16), span[1]))
    first, name = (1, "first") if is_early else (10, "last")
    note = f"{match['side']} in a year is its {name} quarter"
    return mention.narrowed(words, lambda span: months_span(span[0].year, first, first + 2), kind="quarter", note=note)


def _no_day_in(match: re.Match[str], scan: Scan) -> Mention:
    raise NoDayError(f"no day in {_spelled(match, scan.mention(match['mark']))!r}")


_OTHER = r"(?P<other>this|next|last|the same|the following|that)"
WITH_YEAR: Rules = (
    (rf"<d(?P<mark>[0-9]+)>(?:,? |-)(?:(?P<year>{YEAR})|(?:of |in )?{_OTHER} year\b(?!'))", _with_year),
    (rf"<d(?P<mark>[0-9]+)>,? (?:of |in )(?P<year>{YEAR}){BARE}(?P<other>)", _with_year),
)
RULES: Rules = (
    (r"(?:\bthe )?\beve of (?:the )?<d(?P<mark>[0-9]+)>", _eve_of),
    (rf"{END} of (?:the )?<d(?P<mark>[0-9]+)>", _end_of),
    (
        r"(?:\bthe )?\b(?P<side>first|last|final) (?:(?P<count>"
        rf"{NUMBER}) )?(?P<unit>month|day)s? of <d(?P<mark>[0-9]+)>",
        _part_of,
    ),
    (
        r"(?:\bthe )?\b(?P<side>first|second|last|latter) half of (?:the )?<d(?P<mark>[0-9]+)>",
        _half_of,
    ),
    (r"\b(?P<side>early|late)(?:[ -]| in | of )(?:the )?<d(?P<mark>[0-9]+)>", _early_or_late),
    (
        r"\b(?:(?:early|mid|late)(?:[- ]to[- ]\w+)?(?:[ -]| in | of )"
        r"|(?:beginning|start|turn|middle|outset|opening"
        r"|(?:the|first|second|third|fourth|last|final) (?:days?|weeks?|half)) of )(?:the )?<d(?P<mark>[0-9]+)>",
        _no_day_in,
    ),
    (r"(?<!between )<d[0-9]+>(?:,? (?:and )?<d[0-9]+>)*,? and <d[0-9]+>", _in_a_row),
    (r"<d([0-9]+)>(?:, | \()<d([0-9]+)>\)?", _same_day_twice),
)
