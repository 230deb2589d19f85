"""A phrase and the day it was said -> a Reading: its days, or in plain words why truce reads none.

First come the plain words of any text: one kind of quote, dash and space, small letters, no clock times.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from truce_tracker.deadlines import composed, days, durations, ends, holidays, periods, windows
from truce_tracker.deadlines.chinese import in_english
from truce_tracker.deadlines.conditions import Clock, ConditionError, refuse_clauses, refuse_conditions
from truce_tracker.deadlines.days import UNITS
from truce_tracker.deadlines.mentions import Found, Frame, NoDayError, Scan
from truce_tracker.deadlines.recurring import Repeats, recurring

LONGEST = 400  # characters; a phrase is a few words, and a page is no phrase

_SIGNS = str.maketrans({
    **dict.fromkeys("‘’ʼ′`´＇", "'"), **dict.fromkeys("‐‑‒–−﹣", "-"), **dict.fromkeys("—―", " - "),
    **dict.fromkeys('<>"“”«»„', " "),
})  # fmt: skip
_TIME = (
    r"(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\b\.?)?|[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b\.?"
    r"|[0-9]{1,2} o'clock\b|noon\b|midnight\b)"
)
_PLACES = r"eastern|central|mountain|pacific|beijing|local|greenwich|china|washington|moscow|us|u\.s\."
_ZONE = (
    rf"(?:(?:{_PLACES})(?: (?:standard|daylight|mean|summer))? time"
    r"|(?:est|edt|et|utc|gmt|bst|cet|cest|cst|pst|pdt|hkt)\b)"
)
_CLOCK = rf"\(?(?:\bat )?(?<![\w:.]){_TIME}(?: ?\(?{_ZONE}\)?)?\)?,?(?: (?:on|of)\b)?"
_PART_OF_DAY = r"\b(?:the )?(?:morning|afternoon|evening|night)(?: of)?\b"
_IDLE_WORDS = (
    (r"\b(?:the |calendar |the calendar )years? (?=(?:19|20|21)[0-9]{2}\b)", ""),
    (r"\bcalendar (?=(?:year|month|quarter)s?\b|(?:19|20|21)[0-9]{2}\b)", ""),
)


def plain(phrase: str) -> str:
    """The words of a phrase as the rules read them. Raises NoDayError for a text that is no phrase."""
    text = _one_alphabet(phrase[: LONGEST + 1])
    if len(phrase) > LONGEST or len(text) > LONGEST:
        raise NoDayError(f"more than {LONGEST} characters: give the few words that name the day")
    if not text.isascii():
        text = in_english(text)
    for pattern, instead in ((_CLOCK, " "), (_PART_OF_DAY, " "), *_IDLE_WORDS):
        text = re.sub(pattern, instead, text)
    return re.sub(r" (?=[,.;:)])", "", " ".join(text.split()))


def _one_alphabet(text: str) -> str:
    """Small letters and ASCII signs; a footnote's ² or a ½ is kept away from the digits beside it."""
    kept = "".join(_kept(sign) for sign in text.translate(_SIGNS))
    folded = unicodedata.normalize("NFKC", kept).casefold().translate(_SIGNS)
    return " ".join(folded.replace("--", " - ").split())


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    return " # " if category == "No" else " " if category == "Cc" else "" if category == "Cf" else sign


_MARKING = (
    *periods.ENDS, *days.DATES, *holidays.RULES, *periods.RULES, *composed.WITH_YEAR, *periods.YEARS, *days.WEEKDAYS,
    *periods.WEEKS, *composed.RULES, *durations.RULES,
)  # fmt: skip
_IDLE = (  # "a 90-day truce", "25 million tons a year", "by the close of business on Friday"
    r"\b[\w]+-(?:hour|day|week|month|year|decade)s?\b(?:-\w+)?",
    r"(?<!\bof )\b(?:per|each|every|an?) (?:day|week|month|quarter|year|season)\b",
    r"(?:(?:\bthe )?\b(?:end|close) of (?:the )?(?:business|day|trading|play)|\b(?:cob|eod)),? (?:on |of )?(?=<d)",
    r"\bno(?:t)? (?:less|more|fewer|longer) than\b(?! <)",
)
_FRAMES = (*durations.COUNTED, *windows.STRETCHES, *ends.FRAMES, *windows.FRAMES)
# what is left around a frame (^) and could change the day
_CHANGES = "|".join((
    r"\^(?:'s|-\w|,? (?:after|following|plus|minus)\b|,? or\b(?! (?:sooner|earlier|before|else|face|risk)))|\w-\^",
    rf"\^(?:,? '[0-9]|,? [0-9]{{4}}\b| [0-9]{{1,3}}\b(?! ?{UNITS}))",
    r"\^ (?:holidays|eve|break|recess|period|of|in (?:china|india|japan|canada))\b",
    r"\b(?:about|around|roughly|circa|near|nearly|towards?|approximately|almost|after|before|since|until|till) \^",
    r"\b(?:at least|into|over|than) \^|\^,? (?:at (?:least|minimum)|is (?:out|over|up)|ends?|closes|runs out)\b",
    r"\b(?:(?<!will )(?<!to )last|next|previous|former|old|original|initial|earlier) \^",
    r"\b(?:days?|weeks?|weekends?|months?|years?|quarters?|hours?|decades?|century|fortnights?|seasons?)\b",
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|q[1-4])\b",
    r"\b(?:spring|summer|winter|earliest|soonest|thereabouts|beyond)\b|[0-9]/[0-9]",
    r"\b(?:19|20)[0-9]{2}\b(?! ?(?:tons?|tonnes?|%|million|billion))",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says, and the rule that read it. `due` is the last day that still counts.

    A phrase that hangs on a condition or an event has no day: `condition` gives its words, and `clock` what is counted
    from the event. One that names a day in each of several periods has no one day: `repeats` tells them.
    """

    phrase: str
    said: date
    from_day: date | None  # not before
    due: date | None  # None: truce cannot read a day, and never guesses one
    precision: str  # day, week, month, quarter, year or unknown
    rule: str
    repeats: Repeats | None = None
    condition: str | None = None
    clock: Clock | None = None


def read_phrase(phrase: str, said: date) -> Reading:
    """Read a phrase against the day it was said. Never raises: what cannot be read says why in `rule`."""
    try:
        found = _read(phrase, said)
    except ConditionError as error:
        return Reading(phrase, said, None, None, "unknown", str(error), None, error.condition, error.clock)
    except NoDayError as reason:
        found = Found(None, None, "unknown", str(reason))
    except (ValueError, OverflowError):
        found = Found(None, None, "unknown", "the day lies outside the calendar, which runs from year 1 to 9999")
    if isinstance(found, Repeats):
        return Reading(phrase, said, None, None, "unknown", _told_repeats(found), found)
    return Reading(phrase, said, found.from_day, found.due, found.precision, found.rule)


def read_phrase_between(phrase: str, first: date, last: date) -> Reading:
    """Read a phrase that was said on some day in first..last: only where both ends give the same day."""
    early, late = read_phrase(phrase, first), read_phrase(phrase, last)
    is_same = early.due == late.due and early.repeats == late.repeats
    if is_same and (early.due or early.from_day == late.from_day):
        return early
    rule = f"the day it was said is not known well enough: {_told(early)} if said on {first}, {_told(late)} on {last}"
    return Reading(phrase, first, None, None, "unknown", rule)


def _told(reading: Reading) -> str:
    first = reading.repeats.first_due if reading.repeats else None
    day = reading.due or reading.from_day or first
    return day.isoformat() if day else "no day"


def _told_repeats(repeats: Repeats) -> str:
    first = f"due: {repeats.first_due}" if repeats.first_due else "due, the first of them,"
    return f"it names a day in each of several periods, so give {first} and repeats: {repeats.rule}"


def _read(phrase: str, said: date) -> Found | Repeats:
    text = plain(phrase)
    try:
        scan = _marked(text, said)
    except NoDayError:
        refuse_clauses(text)
        raise
    refuse_conditions(scan)
    if repeats := recurring(scan):
        return repeats
    for pattern in _IDLE:
        scan.text = re.sub(pattern, "", scan.text)
    scan.text = " ".join(scan.text.split())
    return _framed(phrase, scan)


def _framed(phrase: str, scan: Scan) -> Found:
    for frame in _FRAMES:
        if match := re.search(frame.pattern, scan.text):
            _refuse_changes(frame, match, scan)
            found = frame.read(match, scan)
            if found.from_day and found.due and found.from_day > found.due:
                raise NoDayError(f"it would end on {found.due}, before it begins on {found.from_day}")
            return found
    if scan.lengths:
        raise NoDayError(f"{scan.lengths[0].words} from when? the start is not stated")
    raise NoDayError(f"no day in {_short(phrase)!r}")


def _marked(text: str, said: date) -> Scan:
    scan = Scan(said, text)
    for pattern, read in _MARKING:
        scan.find(pattern, read)
    scan.text = " ".join(scan.text.split())
    return scan


def _refuse_changes(frame: Frame, match: re.Match[str], scan: Scan) -> None:
    around = f"{match.string[: match.start()]}^{match.string[match.end() :]}"
    if left := re.search(r"<([dn])([0-9]+)>", around):
        other = (scan.mentions if left[1] == "d" else scan.lengths)[int(left[2])].words
        raise NoDayError(f"{other!r} is in it too: which one counts is not certain")
    doubt = re.search(_CHANGES, around) or (frame.unless and re.search(frame.unless, around))
    if doubt:
        raise NoDayError(f"{_short(doubt[0].replace('^', '').strip())!r} beside it can change the day")


def _short(text: str) -> str:
    plain_text = " ".join(text[:61].split())
    return plain_text if len(plain_text) <= 60 else f"{plain_text[:57]}..."
