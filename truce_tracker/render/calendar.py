"""Milestones as a calendar (RFC 5545): one all-day event for each promise, for people who live in one.

An event keeps its UID, so that a later calendar takes the place of an earlier one. A milestone that repeats is events
of their own: each has its own status. One without a day is none, and another telling of a day is told within the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from truce_tracker.render.links import safe_link
from truce_tracker.render.phrases import days, in_words, moved_to, variant, who
from truce_tracker.render.printable import Write, printable
from truce_tracker.verdicts import MilestoneStatus

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from truce_tracker.rows import MilestoneRow

_AHEAD: dict[str, str] = {MilestoneStatus.OPEN: "due", MilestoneStatus.IN_FORCE: "expires"}
"""What a day that is still to come is called; of one that has passed the status says it."""
_LATE = (MilestoneStatus.OVERDUE, MilestoneStatus.UNMET, MilestoneStatus.DISPUTED)
_WARNING = timedelta(days=7)


def write_calendar(
    rows: Iterable[MilestoneRow],
    obligors: Mapping[str, Sequence[str]],
    as_of: str,
    write: Write,
    links: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the rows of `deadlines` as they stood on a day (ISO text); the same rows and day give the same text.

    `obligors` names who must act on each commitment; `links` are the addresses where claims can be read, by their id.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//truce//truce-tracker//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "truce: due and expiring days")
    for row in rows:
        if row.due is not None and row.status != MilestoneStatus.VARIANT:
            event = _event(row, row.due, obligors.get(row.commitment, ()), as_of)
            if row.set_by and (link := safe_link(links.get(row.set_by.claim))):
                event.add("url", link)
            calendar.add_component(event)
    write(calendar.to_ical().decode())


def _event(row: MilestoneRow, due: str, obligors: Sequence[str], as_of: str) -> Event:
    from icalendar import Event

    event, day = Event(), date.fromisoformat(due)
    event.add("uid", f"{row.milestone.replace('@', '/')}@truce")
    event.add("dtstamp", datetime.combine(date.fromisoformat(as_of), time(), UTC))
    event.add("summary", ": ".join(map(printable, _summary(row, obligors))))
    event.add("dtstart", day)
    if day < date.max:  # the day after; an event without an end is one day long too
        event.add("dtend", day + timedelta(days=1))
    event.add("description", "\n".join(map(printable, _told(row, obligors, as_of))))
    event.add("categories", [f"truce {row.kind}"])
    event.add("status", "CANCELLED" if row.status == MilestoneStatus.MOVED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if row.status in _AHEAD:
        event.add_component(_alarm(event))
    return event


def _summary(row: MilestoneRow, obligors: Sequence[str]) -> Iterator[str]:
    """``moved to 10 Jan 2027 by CN, US``, ``CN``, ``Suspend ...``: what the day is, who must act, and what they owe."""
    yield moved_to(row.moved_to) if row.moved_to else _AHEAD.get(row.status, row.status)
    if obligors:
        yield ", ".join(obligors)
    yield row.summary or row.commitment


def _alarm(event: Event) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_WARNING)
    alarm.add("description", str(event["summary"]))
    return alarm


def _told(row: MilestoneRow, obligors: Sequence[str], as_of: str) -> Iterator[str]:
    """The description, line by line: the status first, then who must act, then who said so."""
    past = f", {days(row.days)} past" if row.days and row.days > 0 and row.status in _LATE else ""
    yield f"Status as of {as_of}: {moved_to(row.moved_to) if row.moved_to else row.status}{past}"
    if obligors:
        yield f"Who must act: {', '.join(obligors)}"
    if row.phrase:
        yield f"In the words of the source: “{row.phrase}”"
    if row.clock:
        yield f"Runs out {row.clock}"
    if row.readings:
        yield f"Read as: {in_words(row.readings)}"
    for other in row.variants:
        yield f"Told otherwise: {variant(other, row.due)}"
    yield f"Stated by: {in_words(row.stated_by) or 'no party on record'}"
    if row.set_by:
        yield f"First stated by: {who(row.set_by.party, row.set_by.speaker)} ({row.set_by.claim})"
    if row.met_by:
        yield f"Reported met by: {in_words(row.met_by)}" + (" alone" if row.one_sided else "")
    if row.progress:
        yield f"Progress: {in_words(row.progress)}"
    if row.kind == "due":
        yield f"Last checked: {row.last_checked or 'never'}"
    yield f"Commitment: {row.commitment}"
    yield f"Milestone: {row.milestone}"
