"""Answers to questions about milestones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetBy:
    """The earliest claim on record that states a due day."""

    claim: str
    party: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A claim that something was done, partly done or not done."""

    claim: str
    stance: str
    party: str | None
    speaker: str | None
    said: str
    quantity: str | None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One dated instance of a deadline; `days` past `due`, negative before it."""

    milestone: str
    deadline: str
    commitment: str
    summary: str | None
    kind: str
    phrase: str | None
    due: str
    days: int
    status: str
    set_by: SetBy | None
    stated_by: tuple[str, ...]
    met_by: tuple[str, ...]
    one_sided: bool
    progress: str | None
    reports: tuple[Report, ...]
    last_checked: str | None
