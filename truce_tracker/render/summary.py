"""The line that goes under a table: how many rows, of how many, as of which day."""

from __future__ import annotations

_COUNTED = {
    "claims": ("claim", "claims"),
    "one-sided": ("one-sided claim", "one-sided claims"),
    "unmatched": ("unmatched commitment", "unmatched commitments"),
    "commitments": ("commitment", "commitments"),
    "overdue": ("milestone overdue or unmet", "milestones overdue or unmet"),
    "deadlines": ("milestone", "milestones"),
    "divergences": ("divergence", "divergences"),
    "drift": ("step", "steps"),
    "compare": ("commitment", "commitments"),
    "silence": ("silence", "silences"),
    "timeline": ("entry", "entries"),
    "changes": ("change", "changes"),
    "parties": ("party", "parties"),
    "speakers": ("speaker", "speakers"),
    "topics": ("topic", "topics"),
    "sources": ("source", "sources"),
}
_NOTHING = {
    "one-sided": "no claim is one-sided",
    "unmatched": "no commitment is unmatched",
    "overdue": "nothing is overdue",
    "silence": "no claim is unanswered",
    "changes": "no verdict changed",
    "divergences": "no values differ",
    "drift": "no party moved a day or softened a verb",
}


def summary(listing: str, shown: int, total: int, as_of: str) -> str:
    """``100 of 1,234 claims as of 2025-11-28; all of them with --limit 1234 or --format text``."""
    one, several = _COUNTED[listing]
    if not total:
        return f"{_NOTHING.get(listing, f'no {several}')} as of {as_of}"
    counted = f"{total:,} {one if total == 1 else several} as of {as_of}"
    if shown >= total:
        return counted
    return f"{shown:,} of {counted}; all of them with --limit {total} or --format text"
