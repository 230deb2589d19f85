"""What a party has left unanswered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """A party and a topic on which others affirm what it has taken no position on.

    `claims` are theirs, in order; `since` the first day of the first one, `days` from then. `statements` counts what
    the party said on the topic, `chances` what it said from that day on. `unchecked` are those of `claims` that nobody
    has looked for an answer to: said after `last_checked`.
    """

    party: str
    topic: str
    claims: tuple[str, ...]
    since: str
    days: int
    statements: int
    chances: int
    last_checked: str | None
    unchecked: tuple[str, ...]
