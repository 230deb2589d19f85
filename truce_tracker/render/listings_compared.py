"""The columns of the listings that hold words against words; see `listings`."""

from __future__ import annotations

from truce_tracker.render import cells
from truce_tracker.render import cells_compared as compared
from truce_tracker.render.cells import field
from truce_tracker.render.columns import Column, Listing

_COMMITMENT = Column("Commitment", field("commitment"), fold=1, identifier=True)
_SUMMARY = Column("Summary", field("summary"))

COMPARED = {
    "divergences": Listing(
        "Commitment",
        (
            Column("Kind", field("kind"), fold=4),
            Column("Ratio", compared.ratio, fold=3, toned=True),
            Column("Values", compared.values),
            Column("Scopes", field("scopes"), fold=2),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "silence": Listing(
        "Claims",
        (
            Column("Party", cells.party, toned=True),
            Column("Topic", field("topic"), fold=1, identifier=True),
            Column("Since", field("since")),
            Column("Days", field("days"), number=True),
            Column("Statements", field("statements"), number=True, fold=2, lead="statements: "),
            Column("Chances", field("chances"), number=True),
            Column("Last checked", compared.last_looked, fold=3, lead="last checked: ", toned=True),
            Column("Since then", compared.unchecked, fold=1, lead="nobody has looked since: "),
            Column("Unanswered", compared.unanswered),
        ),
    ),
    "timeline": Listing(
        "Id",
        (
            Column("Day", field("day")),
            Column("Kind", field("kind")),
            Column("Who", compared.voice, fold=3, toned=True),
            Column("State", field("state"), toned=True),
            Column("Window", compared.window, fold=2),
            Column("Id", field("id"), fold=1, identifier=True),
            Column("Text", field("text")),
        ),
    ),
    "changes": Listing(
        "Verdict",
        (
            Column("Day", field("day")),
            Column("Change", compared.change, toned=True),
            Column("By", compared.by, fold=3, lead="by ", toned=True),
            Column("Kind", field("kind"), fold=2),
            Column("Id", field("id"), fold=1, identifier=True),
            _SUMMARY,
        ),
    ),
    "drift": Listing(
        "Commitment",
        (
            Column("Said", field("said")),
            Column("Party", cells.party, fold=4, toned=True),
            Column("Speaker", field("speaker"), fold=3),
            Column("Kind", field("kind"), fold=5),
            Column("Value", compared.step),
            Column("Moved", compared.slipped, fold=5, toned=True),
            Column("Claim", field("claim"), fold=2, identifier=True),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
}
