"""Answers to questions about milestones."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.rows.progress import Progress


@dataclass(frozen=True, slots=True)
class SetBy:
    """The earliest claim on record that states a due day."""

    claim: str
    party: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """When a clock runs out by the word of some reporters (parties, ``third party``)."""

    due: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The deadline to which a date was moved, its due day, and the parties that state it."""

    deadline: str
    due: str | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A claim that something was done, partly done, not done, broken or ended; `about` whose doing it tells of."""

    claim: str
    stance: str
    about: tuple[str, ...]
    party: str | None
    speaker: str | None
    said: str
    quantity: str | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One instance of a deadline; `days` past `due`, negative before it, both None where it has no day."""

    milestone: str
    deadline: str
    commitment: str
    summary: str | None
    kind: str
    phrase: str | None
    due: str | None
    days: int | None
    status: str
    variant_of: str | None
    readings: tuple[Reading, ...]
    moved_to: MovedTo | None
    set_by: SetBy | None
    stated_by: tuple[str, ...]
    met_by: tuple[str, ...]
    one_sided: bool
    progress: tuple[Progress, ...]
    reports: tuple[Report, ...]
    last_checked: str | None
