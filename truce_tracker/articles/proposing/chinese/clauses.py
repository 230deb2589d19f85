"""Chinese clauses: where one ends that can be a claim, and the times that are in it. Amounts: `chinese.amounts`.

The same as `english.claim_spans` and `english.times` have for English, by characters instead of tokens. Days are read
by `truce_tracker.deadlines`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truce_tracker.articles.proposing.english.times import Deadline, day_read, last_such_day, last_weekday
from truce_tracker.articles.proposing.stances import stance_of
from truce_tracker.dates import EdtfDate
from truce_tracker.vocabulary import Stance

# ---- clauses
# 但 (but), 而 (while, but not 而且) and 并 before a verb begin another act without any sign
_STOPS = re.compile(r"[，；。！？、：]|,\s|但|而(?!且)|并(?=[将在已]|于)")
_SIGNS = "，；。！？、：“”「」, \n\t　"
# "from", "if", "unless": it goes with the clause that follows
_LEAD = re.compile(r"自|从|如果|若|只要|一旦|除非|虽然|尽管|随着")
# "for a term of one year", "25 million t of it": it goes with the clause before
_REST = re.compile(r"(?=[^，]{0,16}\Z)(?:期限|为期|有效期|其中|总[额量]|直至)?[^，]{0,4}[0-9]")
_LONGEST_LEAD = 24  # characters
_MOST_SIGNS = 34  # of a quotation: about what a dozen English words hold

# ---- times
_YEAR = r"(?:(?:[0-9]{4}|今|明|本|后)年)"
_BEFORE = r"(?:之前|以前|前)"
_UNTIL = r"(?:到|至|截至|直至|延至|延长至|推迟至)"
_COUNT = r"[0-9一二两三四五六七八九十]{1,3}"
_DEADLINE = re.compile(
    "(?:" + "|".join((
        rf"(?:在|于|{_UNTIL})?{_YEAR}?[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|[底末])(?:{_BEFORE}|止|之内|内)",
        rf"{_UNTIL}{_YEAR}?[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|[底末])?",
        rf"(?:在|于|到|至)?(?:{_YEAR}|年)[底末]{_BEFORE}?",
        rf"(?:在|于|到|至){_YEAR}?[0-9]{{1,2}}月[底末]",
        rf"(?:在)?{_COUNT}(?:天|日|周|个?星期|个月|年)[之以]?内",
        rf"(?:在)?(?:未来|今后){_COUNT}(?:年|个月|周|天)",
        rf"(?:在)?{_YEAR}(?:第?[一二三四1-4]季度|上半年|下半年|[0-9]{{1,2}}月)",
        rf"{_UNTIL}[0-9]{{4}}年",
        rf"(?:在)?{_YEAR}[0-9]{{1,2}}月{_BEFORE}",
        rf"(?:感恩节|圣诞节|春节|国庆节|夏天|春天|冬天|秋天|元旦){_BEFORE}",
        rf"(?:于|在)?(?:本|这|下)?(?:周|星期)[一二三四五六日天末]{_BEFORE}",
        rf"(?:于|在)?(?:本|下)?月[底末]{_BEFORE}?|不(?:晚|迟)于(?:{_YEAR})?[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号])?",
        rf"(?:于|在)?{_YEAR}?第?[一二三四1-4]季度[底末]{_BEFORE}?",
        rf"为期{_COUNT}(?:天|个月|年)|{_COUNT}年(?=[，。])",
    ))
    + r")(?!.{0,4}(?:达成|公布|宣布|签署|举行|发布|实施|发生))"  # a day on which something was done is no deadline
)  # fmt: skip
_STRONG = re.compile(rf"[前内止底末]\Z|\A{_UNTIL}")
_EACH = re.compile(r"每(?:年|个?月|周|季|天|日)")
_AS_OF = re.compile(r"\A截至")  # "as of": the day of a count
_DAY = re.compile(r"(?:(?P<year>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})[日号]")
# 上周三 (last week's Wednesday) and 下周三 are not the last Wednesday
_WEEKDAY = re.compile(r"(?<![上下])周([一二三四五六日天])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: whole[start:end]."""

    start: int
    end: int


def chinese_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The clauses of a run between commas and stops; a lead goes with what follows, an amount with what it counts."""
    cuts = [start]
    for stop in _STOPS.finditer(text, start, end):
        cuts.append(stop.end() if stop[0].strip() in _SIGNS else stop.start())
    bare = (_bare(text, first, last) for first, last in zip(cuts, [*cuts[1:], end], strict=True))
    return _joined(text, [piece for piece in bare if piece.end - piece.start >= 2])


def chinese_quotation(start: int, end: int, wanted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """At most some thirty characters of whole[start:end], those around what is wanted."""
    if end - start <= _MOST_SIGNS:
        return start, end
    # to the clause's end: from the first of what is wanted, or as much before it as the room behind it leaves
    first = min((place for place, _ in wanted), default=start)
    begin = max(start, min(first, end - _MOST_SIGNS))
    return begin, min(max(begin + _MOST_SIGNS, end), begin + 2 * _MOST_SIGNS)


def chinese_deadlines(words: str, start: int, said: EdtfDate | None) -> list[Deadline]:
    """The deadline phrases in a run of text that stands at `start`."""
    found: list[Deadline] = []
    for match in _DEADLINE.finditer(words):
        # "the week before 1 February", "25 million t in each of three years": no one day
        before = words[max(match.start() - 3, 0) : match.start()]
        if _AS_OF.match(match[0]) or before.endswith(("前的", "后的")) or _EACH.search(words):
            continue
        due = day_read(match[0], said)
        strong = bool(_STRONG.search(match[0]))
        if due or strong:
            found.append(Deadline(match[0], due, start + match.start(), start + match.end(), strong))
    return found


def chinese_day_said(words: str, published: EdtfDate | None) -> str | None:
    """The day that the words around a verb of saying name: the last such day up to the article's."""
    if published is None or published.first.year == 1:  # no day before the calendar begins
        return None
    day: date | None = None
    if match := _DAY.search(words):
        day = _named_day(match, published)
    elif match := _WEEKDAY.search(words):
        day = last_weekday(min("一二三四五六日天".index(match[1]), 6), published)
    elif "昨" in words and published.is_day:
        day = published.first - timedelta(1)
    return day.isoformat() if day else None


def _bare(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in _SIGNS:
        start += 1
    while end > start and text[end - 1] in _SIGNS.replace("”", "").replace("」", ""):
        end -= 1
    return Piece(start, end)


def _joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    lead: Piece | None = None
    for piece in pieces:
        piece, lead = (Piece(lead.start, piece.end), None) if lead else (piece, None)
        words = text[piece.start : piece.end]
        if len(words) < 4 or (len(words) < _LONGEST_LEAD and _LEAD.match(words) and "，" not in words):
            lead = piece
        elif found and _REST.match(words) and stance_of(words).value == Stance.MENTIONS:
            found[-1] = Piece(found[-1].start, piece.end)
        else:
            found.append(piece)
    return [*found, lead] if lead else found


def _named_day(match: re.Match[str], published: EdtfDate) -> date | None:
    """A day of a month that is named, or of the article's month or the one before."""
    if match["month"]:
        year = int(match["year"]) if match["year"] else None
        return last_such_day(int(match["month"]), int(match["day"]), year, published)
    if not published.is_day:
        return None
    end = published.first
    before = end.replace(day=1) - timedelta(1)
    days = (last_such_day(month.month, int(match["day"]), month.year, published) for month in (end, before))
    return next((day for day in days if day and day <= end), None)
