"""Words of the page: days as a newspaper writes them, counts, and what every verdict means. No row is read here."""

from __future__ import annotations

from datetime import date

from truce_tracker.dates import EdtfDate, read_date
from truce_tracker.errors import UnreadableValue

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905

STATUSES = {
    "agreed": "Everyone who must act affirms it, and so does the other side.",
    "undertaken": "Everyone who must act affirms it; the other side has not said so.",
    "partial": "Everyone who must act affirms at least a part of it, or a narrower version.",
    "unacknowledged": "One side says it was promised; who would have to act has not said so.",
    "declined": "Who would have to act was asked, and neither confirmed nor denied.",
    "denied": "Who would have to act says that there is no such promise.",
    "withdrawn": "Who would have to act has taken back an earlier word.",
    "proposed": "Asked for or offered; nobody says that it is agreed.",
    "unclaimed": "Spoken of, but nobody says that it was promised.",
}
MILESTONES = {
    "overdue": "The day has passed, and no report says that it was done.",
    "unmet": "The day has passed, and the latest report says that it was not done.",
    "open": "The day is still to come.",
    "met": "Somebody reports it done; who says so is shown.",
    "met late": "Reported done, for the first time after its day.",
    "in force": "It holds until this day.",
    "lapsed": "Its last day has passed, and no later one is known.",
    "moved": "Another day took its place.",
}
POSITIONS = {
    "affirms": "Says, as its own word, that the commitment was made or will be kept.",
    "affirms-in-part": "Says a part of it, narrower terms, or adds conditions.",
    "denies": "Says that there is no such commitment, or refuses it.",
    "proposes": "Asks for it or offers it.",
    "withdraws": "Takes back its own earlier word.",
    "declines": "Was asked, and neither confirmed nor denied.",
    "mentions": "Speaks of it in general terms, or repeats the other side’s account.",
    "silent": "Has said nothing on record about it that the ledger holds.",
}
STANCES = {
    **{word: meaning for word, meaning in POSITIONS.items() if word != "silent"},
    "reports-progress": "Says that some of it was done.",
    "reports-met": "Says that it was done.",
    "reports-unmet": "Says that it was not done, or has stalled.",
}


def day(text: str | None) -> str:
    """``27 Nov 2025``, ``30–31 Oct 2025``, ``about 26 Oct 2025``, ``Nov 2025``; what is no date stays as it is."""
    if not text:
        return ""
    try:
        read_date(text)
    except UnreadableValue:
        return text
    first, _, last = text.partition("/")
    if not last:
        return _part(first)
    one, other = _part(first), _part(last)
    return f"{first[8:].lstrip('0')}–{other}" if _one_month(first, last) else f"{one} to {other}"


def _one_month(first: str, last: str) -> bool:
    return len(first) == len(last) == 10 and first[:7] == last[:7]


def _part(text: str) -> str:
    about, plain = ("about " if text.endswith("~") else ""), text.rstrip("~")
    year, *rest = plain.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    number = [str(int(rest[1]))] if len(rest) > 1 else []
    return about + " ".join((*number, *month, year))


def machine_day(text: str | None) -> str | None:
    """The date for a ``datetime`` attribute; None where it is an interval, about, or no date."""
    dated = readable(text or "")
    return text if dated and not set(text or "") & {"/", "~"} else None


def readable(text: str) -> EdtfDate | None:
    """The date, or None."""
    try:
        return read_date(text)
    except UnreadableValue:
        return None


def first_day(text: str) -> date | None:
    """The first day that a date can mean."""
    dated = readable(text)
    return dated.first if dated else None


def counted(count: int, one: str, several: str | None = None) -> str:
    """``1 claim``, ``1,204 claims``."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def spelled(count: int) -> str:
    """``three``, ``13``: small numbers as words, for running text."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def listed(words: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def distance(days: int) -> str:
    """``12 days ago``, ``today``, ``in 5 days``, from days past."""
    if days == 0:
        return "today"
    return f"{counted(days, 'day')} ago" if days > 0 else f"in {counted(-days, 'day')}"
