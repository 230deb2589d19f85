"""The report in a few words and figures: what it is called, what it comes to, and what its sources cover."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from truce_tracker.render.report.english import counted, day, first_day, listed, spelled
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.rows import Index
from truce_tracker.verdicts import MilestoneStatus, Status

SOON = 60  # days
_COMING = (MilestoneStatus.OPEN, MilestoneStatus.IN_FORCE)
_DOUBTFUL = (Status.UNACKNOWLEDGED, Status.DECLINED, Status.DENIED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the id of the section that has it."""

    number: str
    what: str
    section: str


def title(index: Index) -> str:
    """``United States and China: who says what was agreed``."""
    names = [index.party(row.party) for row in index.parties]
    return f"{listed(names)}: who says what was agreed" if names else "Who says what was agreed"


def lead(index: Index) -> tuple[str, ...]:
    """The findings as sentences, the first of them the headline."""
    return tuple(filter(None, (_confirmed(index), _doubtful(index), _passed(index))))


def figures(index: Index) -> tuple[Figure, ...]:
    """What a reader should know before anything else."""
    agreed = sum(row.status == Status.AGREED for row in index.known)
    coming = [row for row in index.rows.deadlines if row.status in _COMING and -row.days <= SOON]
    return (
        Figure(f"{agreed} of {len(index.known)}", "commitments affirmed by both sides", "side-by-side"),
        Figure(str(len(index.rows.one_sided)), "claims that no counterparty affirms", "silence"),
        Figure(str(len(index.rows.overdue)), "deadlines passed and not reported met", "overdue"),
        Figure(str(len(coming)), f"to fall due or run out within {SOON} days", "coming"),
        Figure(str(len(index.rows.divergences)), "amounts or dates told in different ways", "divergences"),
    )


def _confirmed(index: Index) -> str:
    agreed = sum(row.status == Status.AGREED for row in index.known)
    of = counted(len(index.known), "commitment")
    verb = "is" if agreed == 1 else "are"
    return f"Of {of} that the parties speak of, {spelled(agreed) if agreed else 'none'} {verb} affirmed by both sides."


def _doubtful(index: Index) -> str:
    doubtful = sum(row.status in _DOUBTFUL for row in index.known)
    if not doubtful:
        return ""
    rest = "rests on the word of one side" if doubtful == 1 else "rest on the word of one side"
    return f"{spelled(doubtful).capitalize()} {rest}: whoever would have to act has not affirmed it."


def _passed(index: Index) -> str:
    count = len(index.rows.overdue)
    if not count:
        return "No deadline has passed without a report that it was met."
    if count == 1:
        return "One deadline has passed without a report that it was met."
    return f"{spelled(count).capitalize()} deadlines have passed without a report that they were met."


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts of the sources, in words; `days` is empty where no source has a day."""

    sources: int
    outlets: int
    days: str
    kinds: str
    languages: str
    retold: int
    unlinked: int
    claims: str


def coverage(index: Index) -> Coverage:
    """What the claims of this report rest on."""
    rows = index.sources
    return Coverage(
        sources=len(rows),
        outlets=len({row.outlet for row in rows if row.outlet}),
        days=_days([row.published for row in rows if row.published]),
        kinds=_tally([row.kind or "other" for row in rows]),
        languages=_tally([row.language or "not stated" for row in rows]),
        retold=sum(row.based_on is not None for row in rows),
        unlinked=sum(safe_link(row.url) is None for row in rows),
        claims=_claims(index),
    )


def _days(published: list[str]) -> str:
    dated = sorted(found for text in published if (found := first_day(text)))
    return f"{day(dated[0].isoformat())} to {day(dated[-1].isoformat())}" if dated else ""


def _tally(words: list[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in Counter(words).most_common())


def _claims(index: Index) -> str:
    spoken = Counter(index.party(row.party) for row in index.rows.claims)
    off = sum(not row.on_record for row in index.rows.claims)
    who = ", ".join(f"{name} {count}" for name, count in spoken.most_common())
    return f"{counted(len(index.rows.claims), 'claim')} ({who}); {off} off the record"
