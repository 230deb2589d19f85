"""The top of the page: how many commitments have which status, and what is late, next and new, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from truce_tracker.dates import days_between
from truce_tracker.render.phrases import listed
from truce_tracker.render.report.days import Days, Promise
from truce_tracker.render.report.english import counted, day, distance
from truce_tracker.render.report.filters import one_word
from truce_tracker.render.report.headline import SOON, soon
from truce_tracker.render.report.marks import BADGES
from truce_tracker.render.report.rows import Index
from truce_tracker.rows import ChangeRow
from truce_tracker.verdicts import Status

_MOST = 5  # entries of a part; the rest is counted


@dataclass(frozen=True, slots=True)
class Share:
    """How many commitments have a status: its filter word, its tone, and its place in the bar, in hundredths."""

    status: Status
    word: str
    tone: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to know: when, what, where on the page it stands (None where nowhere), and what goes with it."""

    when: str
    what: str
    leads_to: str | None
    more: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is late, next or new: the first entries, and how many more there are."""

    title: str
    none: str
    section: str
    entries: tuple[Entry, ...]
    left: int


def shares(index: Index) -> tuple[Share, ...]:
    """The statuses that occur, in the order in which the method has them."""
    counts, shares, x = Counter(row.status for row in index.known), [], 0.0
    for status in Status:
        if counts[status]:
            width = 100 * counts[status] / len(index.known)
            tone = BADGES.get(status, ("ring", "quiet"))[1]
            shares.append(Share(status, one_word(status), tone, counts[status], round(x, 2), round(width, 2)))
            x += width
    return tuple(shares)


def news(index: Index, promises: Days) -> tuple[Part, ...]:
    """What is late, what comes next, and what changed since the last edition."""
    late = [_late(each, index) for each in sorted(promises.overdue, key=lambda each: each.row.days or 0)]
    changed = [_changed(rows, index) for rows in _together(reversed(index.rows.news))]
    return (
        _part("Late", "No promise is past its day.", "overdue", late),
        _part(
            "Next", f"Nothing falls due within {SOON} days.", "coming", [_next(each, index) for each in soon(promises)]
        ),
        _part(f"New since {day(index.rows.since)}", "No verdict changed.", "side-by-side", changed),
    )


def freshness(index: Index) -> str:
    """``Newest words: 26 Nov 2025, 2 days before. Last searched: China 17 Nov 2025; nobody has searched the United
    States.``: how fresh the page is."""
    newest = index.rows.newest
    if newest is None:
        return ""
    ago = days_between(newest, index.as_of)
    said = f"Newest words: {day(newest)}" + (f", {counted(ago, 'day')} before." if ago else ".")
    searched = {row.party: index.rows.searched.get(row.party) for row in index.parties}
    looked = [f"{index.party(party)} {day(last)}" for party, last in searched.items() if last]
    never = [index.reporters([party]) for party, last in searched.items() if not last]
    parts = [said]
    if looked:
        parts.append(f"Statements last searched for answers: {', '.join(looked)}.")
    if never:
        parts.append(f"Nobody has searched those of {listed(never)}.")
    return " ".join(parts)


def _part(title: str, none: str, section: str, entries: list[Entry]) -> Part:
    return Part(title, none, section, tuple(entries[:_MOST]), max(0, len(entries) - _MOST))


def _late(promise: Promise, index: Index) -> Entry:
    row = promise.row
    said = f"{row.status}; day given by {_by(promise, index)}"
    return Entry(f"{counted(row.days or 0, 'day')} late", _what(promise), f"milestone-{row.milestone}", said)


def _next(promise: Promise, index: Index) -> Entry:
    row = promise.row
    how = "runs out" if row.kind == "expires" else f"due; day given by {_by(promise, index)}"
    return Entry(distance(row.days or 0), _what(promise), f"milestone-{row.milestone}", how)


def _what(promise: Promise) -> str:
    row = promise.row
    return f"{row.summary or row.commitment}" + (f", “{row.phrase}”" if row.phrase else "")


def _by(promise: Promise, index: Index) -> str:
    given = promise.row.set_by
    return index.who(given.speaker, given.party) if given else "nobody on record"


def _together(changes: Iterable[ChangeRow]) -> Iterable[list[ChangeRow]]:
    """The changes of one commitment on one day, its own and those of its milestones, as one piece of news."""
    found: dict[tuple[str, str], list[ChangeRow]] = {}
    for row in changes:
        found.setdefault((row.day, row.summary or row.id), []).append(row)
    return found.values()


def _changed(rows: list[ChangeRow], index: Index) -> Entry:
    became = dict.fromkeys(f"{row.before} → {row.after}" if row.before else f"new: {row.after}" for row in rows)
    by = dict.fromkeys(index.who(each.speaker, each.party) for row in rows for each in row.by)
    anchors = [anchor for row in rows if (anchor := _anchor(row, index))]
    said = "; ".join(became) + (f"; by {listed(list(by))}" if by else "")
    return Entry(day(rows[0].day), rows[0].summary or rows[0].id, anchors[0] if anchors else None, said)


def _anchor(row: ChangeRow, index: Index) -> str | None:
    if row.id in index.linked:
        return f"commitment-{row.id}"
    return f"milestone-{row.id}" if row.id in index.milestones else None
