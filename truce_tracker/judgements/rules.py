"""The rules of the judgements in words, and what would change a verdict. What holds is for the SQL to say."""

from __future__ import annotations

from collections.abc import Iterator

STATUSES = {
    "denied": "an obligor denies it",
    "withdrawn": "an obligor has withdrawn",
    "agreed": "all obligors affirm, and a beneficiary affirms (or there is none, and two or more obligors)",
    "undertaken": "all obligors affirm",
    "partial": "each obligor affirms, or affirms in part",
    "declined": "an obligor declines to say",
    "unacknowledged": "some party affirms, wholly or in part, and an obligor has not",
    "proposed": "some party proposes it, and nobody affirms",
    "unclaimed": "nobody affirms or proposes it",
}
"""In the order in which they are tried: the first that fits is the status."""

MILESTONES = {
    "moved": "a known deadline replaces this one",
    "in force": "its last day has not passed",
    "lapsed": "its last day has passed",
    "met": "the latest report of met or not met says met, and the first such was not after the due day",
    "met late": "the latest report of met or not met says met, and the first such came after the due day",
    "open": "the due day has not passed, and the latest report of met or not met, if there is one, says not met",
    "unmet": "the due day has passed, and the latest report of met or not met says not met",
    "overdue": "the due day has passed, and no report says met or not met",
    "not known": "nobody had stated the deadline by then",
}

ONE_SIDED = (
    "a party affirms on record, wholly or in part, has not withdrawn, "
    "and no counterparty (whoever else owes it or is owed it) affirms"
)

SUPPOSED = {
    "affirms": "affirming it on the record",
    "affirms-in-part": "affirming a part of it on the record",
    "denies": "denying it",
    "withdraws": "withdrawing",
}
"""The positions that a party can be supposed to take, as what it would do."""


def status_rule(status: str) -> str:
    """``each obligor affirms, or affirms in part; none of these fits: denied, withdrawn, agreed, undertaken``."""
    earlier = list(STATUSES)[: list(STATUSES).index(status)]
    return STATUSES[status] + (f"; what is tried before does not fit: {', '.join(earlier)}" if earlier else "")


def milestone_changes(status: str, due: str) -> Iterator[tuple[str, str]]:
    """What would change the status of a milestone, each with the status after it."""
    if status == "open":
        yield f"the end of {due} without a report that it was met", "overdue, or unmet where one says so"
    if status == "in force":
        yield f"the end of {due}", "lapsed"
    if status == "open":
        yield "a report that it was met", "met"
    if status in ("overdue", "unmet"):
        yield "a report that it was met", "met late"
    if status == "overdue":
        yield "a report that it was not met", "unmet"
    if status in ("met", "met late"):
        yield "a later report that it was not met", "unmet once the due day has passed"
    if status not in ("moved", "not known"):
        yield "a deadline that replaces it", "moved"
