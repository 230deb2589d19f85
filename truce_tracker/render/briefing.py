"""The briefing as text: at most 24 lines of 80 columns, everything by name and in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from truce_tracker.dates import days_between
from truce_tracker.render.as_text import display_width
from truce_tracker.render.phrases import counted, date_in_words, days, who
from truce_tracker.render.printable import Write, printable
from truce_tracker.rows.briefing import Briefing
from truce_tracker.rows.milestones import MilestoneRow
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.rows.timeline import ChangeRow

_WIDTH = 80
_LABEL = 14  # columns of what stands before a text: in 33 days
_MOST = {"Late": 3, "Soon": 3, "New": 3, "Silent": 1}  # lines of each part
_NEXT = "truce overdue · deadlines · unmatched · compare · show ID · why ID"


def write_briefing(row: Briefing, write: Write) -> None:
    """Write a briefing."""
    for line in _lines(row):
        write(f"{line}\n")


def _lines(row: Briefing) -> Iterator[str]:
    counts = [f"{count} {status}" for status, count in row.statuses.items()]
    alone = [f"{row.one_sided} on one side's word"] if row.one_sided else []
    head = [f"{_listed(row.parties)}: {counted(row.commitments, 'commitment')}", *counts, *alone]
    yield from _wrapped(" · ".join(head))
    yield from _wrapped(f"{counted(row.claims, 'claim')}{_newest(row)} · last searched: {_searched(row)}")
    long_late = f"{row.late_long} more than 90 days late, nothing new" if row.late_long else ""
    yield from _part("Late", [_late(each) for each in row.late], long_late)
    yield from _part("Soon", [_soon(each, row.as_of) for each in row.soon])
    yield from _part(f"New since {date_in_words(row.since)}", [_change(each) for each in row.news])
    yield from _part("Silent", [_silent(each) for each in row.silent])
    yield ""
    yield _NEXT


def _listed(names: Sequence[str]) -> str:
    return " and ".join(each for each in (", ".join(names[:-1]), *names[-1:]) if each)


def _newest(row: Briefing) -> str:
    if row.newest is None:
        return ""
    ago = days_between(row.newest, row.as_of)
    return f", the newest of {date_in_words(row.newest)} ({days(ago)} ago)" if ago else ", the newest of today"


def _searched(row: Briefing) -> str:
    return ", ".join(f"{party} {date_in_words(day) if day else 'never'}" for party, day in row.searched.items())


def _part(title: str, lines: Sequence[str], more: str = "") -> Iterator[str]:
    """A part with its first lines; how many more there are stands beside its title."""
    if not lines and not more:
        return
    most = _MOST[title.partition(" ")[0]]
    left = [f"{len(lines) - most} more"] if len(lines) > most else []
    told = ", ".join([*left, *([more] if more else [])])
    yield ""
    yield _cut(f"{title} (and {told})" if told else title)
    yield from lines[:most]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(printable(text), _WIDTH)[:2]


def _late(row: MilestoneRow) -> str:
    how = f"{row.status}, " if row.status != "overdue" else ""
    return _entry(f"{days(row.days or 0)} late", _what(row), f"{how}{_by(row)}")


def _soon(row: MilestoneRow, as_of: str) -> str:
    ahead = days_between(as_of, row.due or as_of)
    label = f"in {days(ahead)}" if ahead else "today"
    return _entry(label, _what(row), "runs out" if row.kind == "expires" else _by(row))


def _by(row: MilestoneRow) -> str:
    """Who said the day."""
    if row.set_by is None:
        return "nobody on record"
    return who(row.set_by.party, row.set_by.speaker)


def _what(row: MilestoneRow) -> str:
    phrase = f', "{row.phrase}"' if row.phrase else ""
    return f"{row.summary or row.commitment}{phrase}"


def _change(row: ChangeRow) -> str:
    became = f"{row.before} -> {row.after}" if row.before else row.after
    return _entry(date_in_words(row.day), row.summary or row.id, became)


def _silent(row: SilenceRow) -> str:
    looked = f"looked up to {date_in_words(row.last_checked)}" if row.last_checked else "nobody has looked"
    claims = f"{counted(len(row.claims), 'claim')} of others on {row.topic}"
    return _entry(row.party, f"{claims}, {counted(row.chances, 'chance')} to answer", looked)


def _entry(label: str, text: str, right: str) -> str:
    """A label, a text that is cut to the room that is left, and what stands right of it, whole."""
    right = printable(right)
    room = _WIDTH - 2 - _LABEL - display_width(right) - 2
    cut = _cut(text, room)
    return f"  {label:<{_LABEL}}{cut}{' ' * (room - display_width(cut))}  {right}".rstrip()


def _cut(text: str, width: int = _WIDTH) -> str:
    """A text on one line, with an ellipsis where it has no room."""
    text = printable(text)
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"
