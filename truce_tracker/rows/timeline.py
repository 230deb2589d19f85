"""What happened when, and which verdicts changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry by its day: a claim (kind ``claim``), a milestone (``due``, ``expires``) or a ``check``.

    `state` is the stance, the status, or ``checked``. `begins` and `ends` are a window: of the days a claim can be of,
    in which to act, in force, looked through; both None where there is one day only.
    """

    day: str
    kind: str
    id: str
    party: str | None
    speaker: str | None
    topic: str | None
    commitment: str | None
    state: str
    begins: str | None
    ends: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Mover:
    """A claim that changed a verdict."""

    claim: str
    party: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A verdict that is another one from `day` on: the status of a ``commitment`` or ``milestone``, or a ``state``.

    `before` is None where it was not known; without claims in `by`, the calendar or the deadline's own
    `stated` day did it.
    """

    day: str
    kind: str
    id: str
    summary: str | None
    before: str | None
    after: str
    by: tuple[Mover, ...]
