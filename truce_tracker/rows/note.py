"""What changed between two days, to be told to somebody who was away."""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.rows.claims import ClaimRow
from truce_tracker.rows.divergences import Divergence
from truce_tracker.rows.entries import SourceRow
from truce_tracker.rows.silence import SilenceRow
from truce_tracker.rows.timeline import ChangeRow


@dataclass(frozen=True, slots=True)
class Note:
    """The verdicts that moved after `since`, up to `until` (ISO days), and what was said, of which one account each.

    `divergences` are those that were not there, or not so, on the day `since`; `silent` is what a party still has not
    answered. `names` has names by what is named (``party``, ``speaker``, ``topic``, ``commitment``) and by id.
    """

    since: str
    until: str
    changes: tuple[ChangeRow, ...]
    claims: tuple[ClaimRow, ...]
    divergences: tuple[Divergence, ...]
    silent: tuple[SilenceRow, ...]
    names: dict[str, dict[str, str]]
    sources: dict[str, SourceRow]
