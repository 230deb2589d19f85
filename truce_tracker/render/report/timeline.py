"""The timeline as geometry: a lane a topic, in it a row a voice and a row for the days that fall due.

Each lane is a picture as wide as the page, whatever that is: what lies along it is in hundredths of its width, what
lies across it in pixels. So shapes keep their form, and the name of a topic is text above its lane. Claims of one
voice that fall together become one mark, the bigger the more they are; every mark leads to what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truce_tracker.render.report.english import MONTHS, counted, day, first_day, readable
from truce_tracker.render.report.marks import VOICES, cross, diamond
from truce_tracker.render.report.rows import THIRD_PARTY, Index
from truce_tracker.rows import ClaimRow, MilestoneRow
from truce_tracker.verdicts import MilestoneStatus

_BIN = 1.2  # hundredths of the width that share a mark
_ROW = 13
_ABOVE = 10
_SIZES = (3.2, 4.4, 5.6)
"""Radii of a voice's marks: for one statement, for a few, for many."""
_FEW = 4
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
_APART, _APART_NARROW = 3.6, 11.0
"""How far apart the labels of the scale stand at least, on a wide page and on a narrow one."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale; a strong one begins a year, a fine one has no room on a narrow page."""

    x: float
    label: str
    strong: bool
    fine: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `first` to `last`, drawn from the left edge to the right one."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day falls, in hundredths of the width."""
        return round(1 + 98 * ((day - self.first).days / max(1, (self.last - self.first).days)), 2)

    def shows(self, day: date) -> bool:
        """Whether the day is drawn."""
        return self.first <= day <= self.last

    def ticks(self) -> Iterator[Tick]:
        """The first days of months, so many that their labels stand apart."""
        step, narrow = self._step(_APART), self._step(_APART_NARROW)
        for number in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            day = date(number // 12, number % 12 + 1, 1)
            if number % step == 0 and self.shows(day):
                yield Tick(self.x(day), _tick_label(day, step), day.month == 1, number % narrow != 0)

    def _step(self, apart: float) -> int:
        a_month = 98 / max(1.0, (self.last - self.first).days / 30.44)
        return next((step for step in _STEPS if step * a_month >= apart), _STEPS[-1])


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape by its name, the classes it is drawn by, what it stands for and the id of that, its filter word."""

    x: float
    y: int
    shape: str
    look: str
    what: str
    leads_to: str
    party: str


@dataclass(frozen=True, slots=True)
class Term:
    """A bar from the first to the last day on which something holds or is to be done."""

    x: float
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A topic's part of the picture."""

    topic: str
    label: str
    marks: tuple[Mark, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes, all `height` pixels high; the scale; the days that they show, and how much lies outside."""

    lanes: tuple[Lane, ...]
    height: int
    today: float
    ticks: tuple[Tick, ...]
    shapes: dict[str, str]
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
    scale = Scale(first, last)
    return Timeline(
        lanes=tuple(_lane(index, row.topic, scale) for row in index.topics),
        height=_ABOVE * 2 + _ROW * (len(index.parties) + 1),
        today=scale.x(as_of),
        ticks=tuple(scale.ticks()),
        shapes=_shapes(),
        first=day(first.isoformat()),
        last=day(last.isoformat()),
        earlier=sum(each < first for each in said),
        later=sum(each > last for each in due),
    )


def legend(index: Index) -> tuple[tuple[str, str, str], ...]:
    """What each shape means: its words, its classes, and the name of the shape."""
    voices = [
        (index.party(row.party), f"voice p{number % 6}", _voice(number, 2)) for number, row in enumerate(index.parties)
    ]
    fates = (
        ("overdue, unmet or disputed", "late"),
        ("due or in force", "open"),
        ("met", "done"),
        ("moved, lapsed or binding nobody", "gone"),
    )
    dates = [(words, f"due {look}", "due") for words, look in fates]
    return (*voices, ("Third party", "voice third", "third"), *dates)


def _shapes() -> dict[str, str]:
    """Every shape around the point (0, 0), as a path, by its name."""
    voices = {
        _voice(number, many): shape(0, 0, size)
        for number, shape in enumerate(VOICES)
        for many, size in zip((1, 2, _FEW + 1), _SIZES, strict=True)
    }
    return voices | {"third": cross(0, 0, 3.2), "due": diamond(0, 0, 4.2)}


def _voice(number: int, statements: int) -> str:
    """The name of the shape for so many statements of a party."""
    size = 0 if statements == 1 else 1 if statements <= _FEW else 2
    return f"v{number % len(VOICES)}{size}"


def _lane(index: Index, topic: str, scale: Scale) -> Lane:
    due = [row for row in index.rows.deadlines if _topic(index, row) == topic]
    below = _ABOVE + _ROW * (len(index.parties) + 1)
    marks = (*_statements(index, topic, scale), *_milestones(index, due, below, scale))
    return Lane(topic, index.topic(topic), marks, tuple(_terms(index, due, below, scale)))


def _statements(index: Index, topic: str, scale: Scale) -> Iterator[Mark]:
    claims = index.leading_on(topic)
    for number, party in enumerate((*(row.party for row in index.parties), None)):
        own = [row for row in claims if party in (row.parties or (None,))]
        look = f"voice p{number % 6}" if party else "voice third"
        for x, binned in _binned(own, scale):
            shape = _voice(number, len(binned)) if party else "third"
            what, leads_to = _what(index, party, binned), f"claim-{binned[0].claim}"
            yield Mark(x, _ABOVE + number * _ROW, shape, look, what, leads_to, party or THIRD_PARTY)


def _binned(claims: Sequence[ClaimRow], scale: Scale) -> Iterator[tuple[float, list[ClaimRow]]]:
    bins: dict[int, list[ClaimRow]] = {}
    for row in claims:
        found = first_day(row.said)
        if found and scale.shows(found):
            bins.setdefault(int(scale.x(found) // _BIN), []).append(row)
    yield from ((round((number + 0.5) * _BIN, 2), rows) for number, rows in sorted(bins.items()))


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


def _milestones(index: Index, rows: Sequence[MilestoneRow], y: int, scale: Scale) -> Iterator[Mark]:
    late = {row.milestone for row in index.rows.overdue}
    for row in rows:
        if row.due and _is_drawn(row) and scale.shows(due := date.fromisoformat(row.due)):
            look = f"due {'late' if row.milestone in late else _FATES.get(row.status, 'open')}"
            what = f"{day(row.due)}, {row.status}: {index.summary(row.commitment)}"
            owing = index.commitments[row.commitment]
            parties = " ".join((*owing.obligors, *owing.beneficiaries))
            yield Mark(scale.x(due), y, "due", look, what, f"milestone-{row.milestone}", parties)


def _terms(index: Index, rows: Sequence[MilestoneRow], y: int, scale: Scale) -> Iterator[Term]:
    """The windows of milestones that are drawn, cut where the picture begins."""
    for row in rows:
        begins = index.rows.windows.get(row.milestone)
        if row.due and begins and _is_drawn(row) and scale.shows(due := date.fromisoformat(row.due)):
            start = max(date.fromisoformat(begins), scale.first)
            if start < due:
                yield Term(scale.x(start), y, round(scale.x(due) - scale.x(start), 2))


def span(said: Sequence[date], due: Sequence[date], as_of: date) -> tuple[date, date]:
    """The days to draw: from the bulk of the claims to the days that are soon due."""
    early = sorted(said)[int(len(said) * _LEFT_OUT)] if said else as_of
    ahead = as_of + timedelta(days=max(60, (as_of - early).days // 4))
    last = max([as_of, *(day for day in due if day <= ahead)])
    return early.replace(day=1), last + timedelta(days=max(7, (last - early).days // 40))


def _tick_label(day: date, step: int) -> str:
    return str(day.year) if step >= 12 or day.month == 1 else MONTHS[day.month - 1]
