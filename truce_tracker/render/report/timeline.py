"""The timeline as geometry: a lane a topic, in it a row a voice and a row for the days that fall due.

Drawn twice, wide and narrow, for a picture cannot break its lines as text does. Claims of one voice that fall
together become one mark, the bigger the more they are. What is in the picture is in the tables too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from textwrap import shorten, wrap

from truce_tracker.render.report.english import MONTHS, counted, day, first_day, readable
from truce_tracker.render.report.marks import VOICES, cross, diamond
from truce_tracker.render.report.rows import THIRD_PARTY, Index
from truce_tracker.rows import ClaimRow, MilestoneRow
from truce_tracker.verdicts import MilestoneStatus

_BIN = 9  # units of width that share a mark
_ROW = 12
_HEAD = 34
_FATES: dict[str, str] = {  # of those that are not on the list of the overdue
    MilestoneStatus.OVERDUE: "gone",
    MilestoneStatus.UNMET: "gone",
    MilestoneStatus.MET: "done",
    MilestoneStatus.MET_LATE: "done",
    MilestoneStatus.MOVED: "gone",
    MilestoneStatus.LAPSED: "gone",
}
_LEFT_OUT = 0.05  # of the earliest claims, so that a lone one years ago does not press the rest into a corner
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale; a strong one begins a year."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` to `last` drawn from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day falls."""
        return self.left + (self.right - self.left) * ((day - self.first).days / max(1, (self.last - self.first).days))

    def shows(self, day: date) -> bool:
        """Whether the day is drawn."""
        return self.first <= day <= self.last

    def ticks(self, apart: float) -> Iterator[Tick]:
        """The first days of months, so many that their labels stand `apart` or wider."""
        a_month = (self.right - self.left) / max(1.0, (self.last - self.first).days / 30.44)
        step = next((step for step in _STEPS if step * a_month >= apart), _STEPS[-1])
        for number in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            day = date(number // 12, number % 12 + 1, 1)
            if number % step == 0 and self.shows(day):
                yield Tick(round(self.x(day), 1), _tick_label(day, step), day.month == 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape, the classes it is drawn by, what it stands for, and the filter words it goes by."""

    path: str
    look: str
    what: str
    party: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A topic's part of the picture."""

    topic: str
    label: tuple[str, ...]
    label_x: float
    label_y: float
    y: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture: its size, its scale, its lanes."""

    size: str
    width: int
    height: float
    left: float
    right: float
    today: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Both pictures, the days that they show, and how much lies outside."""

    drawings: tuple[Drawing, ...]
    first: str
    last: str
    earlier: int
    later: int


def timeline(index: Index) -> Timeline | None:
    """The timeline; None where no claim has a day."""
    said = [found for row in index.leading if (found := first_day(row.said))]
    due = [date.fromisoformat(row.due) for row in index.rows.deadlines if row.due and _is_drawn(row)]
    if not said:
        return None
    as_of = date.fromisoformat(index.as_of)
    first, last = span(said, due, as_of)
    drawings = (
        _drawing(index, "wide", 1000, Scale(first, last, 252, 988), as_of),
        _drawing(index, "narrow", 360, Scale(first, last, 6, 354), as_of),
    )
    earlier, later = sum(each < first for each in said), sum(each > last for each in due)
    return Timeline(drawings, day(first.isoformat()), day(last.isoformat()), earlier, later)


def legend(index: Index) -> tuple[tuple[str, str, str], ...]:
    """What each shape means: its words, its classes, and the path of a sample in a box of 16 by 16."""
    voices = [
        (index.party(row.party), f"voice p{number % 6}", VOICES[number % len(VOICES)](8, 8, 5))
        for number, row in enumerate(index.parties)
    ]
    fates = (
        ("overdue, unmet or disputed", "late"),
        ("due or in force", "open"),
        ("met", "done"),
        ("moved, lapsed or binding nobody", "gone"),
    )
    dates = [(words, f"due {look}", diamond(8, 8, 4.5)) for words, look in fates]
    return (*voices, ("Third party", "voice third", cross(8, 8, 4)), *dates)


def _drawing(index: Index, size: str, width: int, scale: Scale, as_of: date) -> Drawing:
    above = 20 if size == "narrow" else 0
    height = above + _ROW * (len(index.parties) + 2) + 10
    lanes = []
    for number, row in enumerate(index.topics):
        y = _HEAD + number * height
        marks = tuple(_marks(index, row.topic, y + above + 11, scale))
        lanes.append(Lane(row.topic, *_label(index.topic(row.topic), scale, above, y), y, marks))
    ticks = tuple(scale.ticks(30))
    total = _HEAD + len(lanes) * height + 2
    return Drawing(size, width, total, scale.left, scale.right, round(scale.x(as_of), 1), ticks, tuple(lanes))


def _label(name: str, scale: Scale, above: int, y: float) -> tuple[tuple[str, ...], float, float]:
    """The lines of a lane's name, and where the first begins: above the marks, or to their left."""
    if above:
        return (shorten(name, 54, placeholder=" …"),), scale.left, y + 17
    return tuple(wrap(name, 36, max_lines=3, placeholder=" …")), scale.left - 14, y + 20


def _marks(index: Index, topic: str, y: float, scale: Scale) -> Iterator[Mark]:
    claims = [row for row in index.leading if topic in index.topics_of(row)]
    for number, party in enumerate((*(row.party for row in index.parties), None)):
        own = [row for row in claims if party in (row.parties or (None,))]
        look = f"voice p{number % 6}" if party else "voice third"
        shape = VOICES[number % len(VOICES)] if party else cross
        for x, binned in _binned(own, scale):
            path = shape(x, y + number * _ROW, 3.2 if party is None else min(6.2, 2.4 + 1.1 * sqrt(len(binned))))
            yield Mark(path, look, _what(index, party, binned), party or THIRD_PARTY)
    due = [row for row in index.rows.deadlines if _topic(index, row) == topic]
    yield from _milestones(index, due, y + (len(index.parties) + 1) * _ROW, scale)


def _binned(claims: Sequence[ClaimRow], scale: Scale) -> Iterator[tuple[float, list[ClaimRow]]]:
    bins: dict[int, list[ClaimRow]] = {}
    for row in claims:
        found = first_day(row.said)
        if found and scale.shows(found):
            bins.setdefault(int((scale.x(found) - scale.left) // _BIN), []).append(row)
    yield from ((scale.left + (number + 0.5) * _BIN, rows) for number, rows in sorted(bins.items()))


def _what(index: Index, party: str | None, claims: Sequence[ClaimRow]) -> str:
    dated = [found for row in claims if (found := readable(row.said))]
    first, last = min(each.first for each in dated), max(each.last for each in dated)
    days = day(claims[0].said) if len(claims) == 1 else day(first.isoformat())
    if len(claims) > 1 and last > first:
        days = f"{days} to {day(last.isoformat())}"
    return f"{index.party(party)}: {counted(len(claims), 'statement')}, {days}"


def _topic(index: Index, row: MilestoneRow) -> str | None:
    found = index.commitments.get(row.commitment)
    return found.topic if found else None


def _is_drawn(row: MilestoneRow) -> bool:
    """Another telling of a date is no date of its own."""
    return row.status != MilestoneStatus.VARIANT


def _milestones(index: Index, rows: Sequence[MilestoneRow], y: float, scale: Scale) -> Iterator[Mark]:
    late = {row.milestone for row in index.rows.overdue}
    for row in rows:
        if row.due and _is_drawn(row) and scale.shows(due := date.fromisoformat(row.due)):
            look = f"due {'late' if row.milestone in late else _FATES.get(row.status, 'open')}"
            what = f"{day(row.due)}, {row.status}: {index.summary(row.commitment)}"
            owing = index.commitments[row.commitment]
            yield Mark(diamond(scale.x(due), y, 4.2), look, what, " ".join((*owing.obligors, *owing.beneficiaries)))


def span(said: Sequence[date], due: Sequence[date], as_of: date) -> tuple[date, date]:
    """The days to draw: from the bulk of the claims to the days that are soon due."""
    early = sorted(said)[int(len(said) * _LEFT_OUT)] if said else as_of
    ahead = as_of + timedelta(days=max(60, (as_of - early).days // 4))
    last = max([as_of, *(day for day in due if day <= ahead)])
    return early.replace(day=1), last + timedelta(days=max(7, (last - early).days // 40))


def _tick_label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 or day.month == 1 else MONTHS[day.month - 1]
