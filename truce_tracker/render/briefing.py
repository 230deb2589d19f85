"""The briefing as text: at most 24 lines of at most 80 columns, everything by name and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truce_tracker.dates import days_between
from truce_tracker.render.as_text import display_width
from truce_tracker.render.phrases import counted, date_in_words, days, listed, who
from truce_tracker.render.printable import Write, printable
from truce_tracker.render.wrapping import wrapped
from truce_tracker.rows.briefing import Briefing
from truce_tracker.rows.milestones import MilestoneRow
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.rows.timeline import ChangeRow

_WIDEST = 80
_LEAST = 12  # columns that a text has at least
_LABEL = 14  # columns of what stands before a text: in 33 days
_MOST = {"Late": 3, "Soon": 3, "New": 3, "Silent": 1}  # lines of each part
Entry = tuple[str, str, str]  # a label, a text, and what stands right of it
_NEXT = "truce overdue · deadlines · unmatched · compare · show ID · why ID"


def write_briefing(row: Briefing, write: Write, width: int = _WIDEST) -> None:
    """Write a briefing, for a page of so many columns."""
    for line in _lines(row, min(width, _WIDEST)):
        write(f"{line}\n")


def _lines(row: Briefing, width: int) -> Iterator[str]:
    counts = [f"{count} {status}" for status, count in row.statuses.items()]
    alone = [f"{row.one_sided} on one side's word"] if row.one_sided else []
    head = [f"{listed(row.parties)}: {counted(row.commitments, 'commitment')}", *counts, *alone]
    yield from _two_lines(" · ".join(head), width)
    yield from _two_lines(f"{counted(row.claims, 'claim')}{_newest(row)} · last searched: {_searched(row)}", width)
    long_late = f"{row.late_long} more than 90 days late, nothing new" if row.late_long else ""
    yield from _part("Late", map(_late, row.late), width, long_late)
    yield from _part("Soon", (_soon(each, row.as_of) for each in row.soon), width)
    yield from _part(f"New since {date_in_words(row.since)}", map(_change, row.news), width)
    yield from _part("Silent", map(_silent, row.silent), width)
    yield ""
    yield from wrapped(_NEXT, width)


def _two_lines(text: str, width: int) -> list[str]:
    lines = wrapped(text, width)
    return lines if len(lines) <= 2 else [lines[0], _cut(" ".join(lines[1:]), width)]


def _newest(row: Briefing) -> str:
    if row.newest is None:
        return ""
    ago = days_between(row.newest, row.as_of)
    return f", the newest of {date_in_words(row.newest)} ({days(ago)} ago)" if ago else ", the newest of today"


def _searched(row: Briefing) -> str:
    return ", ".join(f"{party} {date_in_words(day) if day else 'never'}" for party, day in row.searched.items())


def _part(title: str, entries: Iterable[Entry], width: int, more: str = "") -> Iterator[str]:
    """A part with its first entries; how many more there are stands beside its title."""
    lines = [_line(*entry, width) for entry in entries]
    if not lines and not more:
        return
    most = _MOST[title.partition(" ")[0]]
    left = [f"{len(lines) - most} more"] if len(lines) > most else []
    told = ", ".join([*left, *([more] if more else [])])
    yield ""
    yield _cut(f"{title} (and {told})" if told else title, width)
    yield from lines[:most]


def _late(row: MilestoneRow) -> Entry:
    how = f"{row.status}, " if row.status != "overdue" else ""
    return (f"{days(row.days or 0)} late", _what(row), f"{how}{_by(row)}")


def _soon(row: MilestoneRow, as_of: str) -> Entry:
    ahead = days_between(as_of, row.due or as_of)
    label = f"in {days(ahead)}" if ahead else "today"
    return (label, _what(row), "runs out" if row.kind == "expires" else _by(row))


def _by(row: MilestoneRow) -> str:
    """Who said the day."""
    if row.set_by is None:
        return "nobody on record"
    return who(row.set_by.party, row.set_by.speaker)


def _what(row: MilestoneRow) -> str:
    phrase = f', "{row.phrase}"' if row.phrase else ""
    return f"{row.summary or row.commitment}{phrase}"


def _change(row: ChangeRow) -> Entry:
    became = f"{row.before} -> {row.after}" if row.before else row.after
    return (date_in_words(row.day), row.summary or row.id, became)


def _silent(row: SilenceRow) -> Entry:
    looked = f"looked up to {date_in_words(row.last_checked)}" if row.last_checked else "nobody has looked"
    claims = f"{counted(len(row.claims), 'claim')} of others on {row.topic}"
    return (row.party, f"{claims}, {counted(row.chances, 'chance')} to answer", looked)


def _line(label: str, text: str, right: str, width: int) -> str:
    """A label, a text that is cut to the room that is left, and what stands right of it."""
    right = printable(right)
    room = max(width - 2 - _LABEL - display_width(right) - 2, _LEAST)
    cut = _cut(text, room)
    return f"  {label:<{_LABEL}}{cut}{' ' * (room - display_width(cut))}  {right}".rstrip()


def _cut(text: str, width: int) -> str:
    """A text on one line, with an ellipsis where it has no room."""
    text = printable(text)
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"
