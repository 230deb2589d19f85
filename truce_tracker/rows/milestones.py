"""Answers to questions about milestones."""

from __future__ import annotations

from dataclasses import dataclass, field

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
class Variant:
    """The same day as another telling gives it: a deadline of its own, which is no promise."""

    deadline: str
    phrase: str | None
    due: str | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One instance of a deadline; `days` past `due`, negative before it, both None where it has no day.

    No keys: `variants`, which stand under it, and `clock`, what it runs from (``within 30 days of cut-stockpile``).
    """

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
    variants: tuple[Variant, ...] = field(default=(), metadata={"for_the_eye": True})
    clock: str | None = field(default=None, metadata={"for_the_eye": True})
