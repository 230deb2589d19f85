"""A phrase and the day it was said -> a Reading: its days, or in plain words why truce reads none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from truce_tracker.deadlines import composed, days, durations, ends, holidays, periods, windows
from truce_tracker.deadlines.days import UNITS
from truce_tracker.deadlines.frames import Found, Frame
from truce_tracker.deadlines.mentions import NoDayError, Scan
from truce_tracker.deadlines.wording import plain

_MARKING = (
    *periods.ENDS, *days.DATES, *holidays.RULES, *periods.RULES, *composed.WITH_YEAR, *periods.YEARS, *days.WEEKDAYS,
    *composed.RULES, *durations.RULES,
)  # fmt: skip
_IDLE = (  # "a 90-day truce", "25 million tons a year", "by the close of business on Friday"
    r"\b[\w]+-(?:hour|day|week|month|year|decade)s?\b(?:-\w+)?",
    r"(?<!\bof )\b(?:per|each|every|an?) (?:day|week|month|quarter|year|season)\b",
    r"(?:\bthe )?\b(?:end|close) of (?:the )?(?:business|day|trading),? (?:on |of )?(?=<d)",
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
    """What a phrase says, and the rule that read it. `due` is the last day that still counts."""

    phrase: str
    said: date
    from_day: date | None  # not before
    due: date | None  # None: truce cannot read a day, and never guesses one
    precision: str  # day, month, quarter, year or unknown
    rule: str


def read_phrase(phrase: str, said: date) -> Reading:
    """Read a phrase against the day it was said. Never raises: what cannot be read says why in `rule`."""
    try:
        found = _read(phrase, said)
    except NoDayError as reason:
        found = Found(None, None, "unknown", str(reason))
    except (ValueError, OverflowError):
        found = Found(None, None, "unknown", "the day lies outside the calendar, which runs from year 1 to 9999")
    return Reading(phrase, said, found.from_day, found.due, found.precision, found.rule)


def read_phrase_between(phrase: str, first: date, last: date) -> Reading:
    """Read a phrase that was said on some day in first..last: only where both ends give the same day."""
    early, late = read_phrase(phrase, first), read_phrase(phrase, last)
    if early.due == late.due and (early.due or early.from_day == late.from_day):
        return early
    rule = f"the day it was said is not known well enough: {_told(early)} if said on {first}, {_told(late)} on {last}"
    return Reading(phrase, first, None, None, "unknown", rule)


def _told(reading: Reading) -> str:
    day = reading.due or reading.from_day
    return day.isoformat() if day else "no day"


def _read(phrase: str, said: date) -> Found:
    scan = _marked(phrase, said)
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


def _marked(phrase: str, said: date) -> Scan:
    scan = Scan(said, plain(phrase))
    for pattern, read in _MARKING:
        scan.find(pattern, read)
    for pattern in _IDLE:
        scan.text = re.sub(pattern, "", scan.text)
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
