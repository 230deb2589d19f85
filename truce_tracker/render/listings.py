"""Each listing: its columns, in order, and what gives way on a narrow screen.

Dates and parties come first, the sentence last. How columns are laid out and coloured is for the formats to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from truce_tracker.render import cells
from truce_tracker.render.cells import Column, field


@dataclass(frozen=True, slots=True)
class Listing:
    """The columns, the sentence last, and the title over it once others have joined it.

    `to_read` says which rows stand on their own for a reader; a program gets them all.
    """

    joined_title: str
    columns: tuple[Column, ...]
    to_read: Callable[[Sequence[Any]], Sequence[Any]] = tuple


_SAID = Column("Said", field("said"))
_PARTY = Column("Party", cells.party, fold=5, toned=True)
_SPEAKER = Column("Speaker", field("speaker"), fold=3)
_CLAIM = Column("Claim", field("claim"), fold=1, lead="", identifier=True)
_COMMITMENT = Column("Commitment", field("commitment"), fold=1, lead="", identifier=True)
_SUMMARY = Column("Summary", field("summary"))
_CLAIMS = Column("Claims", field("claims"), number=True)
_MILESTONE = (
    Column("Status", cells.milestone_status, toned=True),
    Column("Readings", cells.readings, fold=3, lead="read as "),
    Column("Set by", cells.set_by, fold=5, lead="set by "),
    Column("Stated by", field("stated_by"), fold=4, lead="stated by "),
    Column("Met by", cells.met_by, fold=3, lead="met by ", toned=True),
    Column("Progress", cells.figures, fold=3),
    Column("Last checked", cells.last_checked, fold=2, toned=True),
    Column("Told otherwise", cells.told_otherwise, under=True),
    Column("Milestone", field("milestone"), fold=1, lead="", identifier=True),
    Column("Summary", cells.summary_and_phrase),
)

LISTINGS = {
    "claims": Listing(
        "Claim",
        (
            _SAID,
            Column("Party", cells.parties, fold=5, toned=True),
            _SPEAKER,
            Column("Stance", cells.stance, toned=True),
            Column("Quantity", field("quantity"), fold=2),
            Column("Condition", field("condition"), under=True, lead="on condition: "),
            Column("Told also by", field("told_also"), under=True, lead="told also by "),
            Column("Tells again", field("telling_of"), fold=1, lead="tells again ", identifier=True),
            _CLAIM,
            Column("Text", cells.text_or_quote),
        ),
    ),
    "one-sided": Listing(
        "Claim",
        (
            _SAID,
            _PARTY,
            _SPEAKER,
            Column("Age", cells.age, fold=2),
            Column("State", cells.state_alone, fold=2, lead="state: ", toned=True),
            Column("Responses", cells.responses, toned=True),
            Column("Told again", cells.told_again, fold=2, lead="told again "),
            Column("Commitment", field("commitment"), fold=1, lead="on ", identifier=True),
            _CLAIM,
            Column("Text", field("text")),
        ),
    ),
    "unmatched": Listing(
        "Commitment",
        (
            Column("Status", cells.status_and_state, toned=True),
            Column("Obligors", cells.obligors, toned=True),
            Column("Asserted by", cells.asserted_by, fold=3, lead="asserted by "),
            Column("In exchange for", cells.in_exchange_for, fold=2, lead="in exchange for ", toned=True),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "commitments": Listing(
        "Commitment",
        (
            Column("Status", cells.verdict, toned=True),
            Column("Parties", cells.between, fold=2),
            Column("Positions", cells.positions, toned=True),
            Column("Progress", cells.figures, fold=1),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "overdue": Listing(
        "Milestone",
        (Column("Past", cells.past), Column("Due", field("due")), *_MILESTONE),
        cells.one_row_a_promise,
    ),
    "deadlines": Listing(
        "Milestone",
        (
            Column("Due", field("due")),
            Column("Days", cells.distance),
            Column("Kind", cells.expires, fold=2),
            *_MILESTONE,
        ),
        cells.one_row_a_promise,
    ),
    "progress": Listing(
        "Commitment",
        (
            _PARTY,
            Column("Speaker", field("speaker"), fold=4),
            Column("Basis", field("basis"), fold=4),
            Column("Quantity", cells.amount),
            Column("Share", cells.share, number=True),
            Column("Time gone", cells.gone, fold=3, number=True),
            Column("Pace", cells.pace, fold=3, number=True),
            Column("Said", field("said"), fold=3, lead="said "),
            Column("Due", field("due"), fold=3, lead="due "),
            Column("Milestone", field("milestone"), fold=2, lead="", identifier=True),
            _CLAIM,
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "divergences": Listing(
        "Commitment",
        (
            Column("Kind", field("kind"), fold=4),
            Column("Ratio", cells.ratio, fold=3, toned=True),
            Column("Values", cells.values),
            Column("Scopes", field("scopes"), fold=2),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "silence": Listing(
        "Unanswered",
        (
            Column("Party", cells.party, toned=True),
            Column("Topic", field("topic"), fold=4, identifier=True),
            Column("Since", field("since")),
            Column("Days", field("days"), number=True),
            Column("Statements", field("statements"), number=True, fold=2),
            Column("Chances", field("chances"), number=True),
            Column("Last checked", cells.last_looked, fold=3, toned=True),
            Column("Since then", cells.unchecked, fold=1, lead="nobody has looked since: "),
            Column("Unanswered", cells.unanswered),
        ),
    ),
    "timeline": Listing(
        "Id",
        (
            Column("Day", field("day")),
            Column("Kind", field("kind")),
            Column("Who", cells.voice, fold=3, toned=True),
            Column("State", field("state"), toned=True),
            Column("Window", cells.window, fold=2),
            Column("Id", field("id"), fold=1, lead="", identifier=True),
            Column("Text", field("text")),
        ),
    ),
    "changes": Listing(
        "Verdict",
        (
            Column("Day", field("day")),
            Column("Change", cells.change, toned=True),
            Column("By", cells.by, fold=3, lead="by "),
            Column("Kind", field("kind"), fold=2),
            Column("Id", field("id"), fold=1, lead="", identifier=True),
            _SUMMARY,
        ),
    ),
    "hindsight": Listing(
        "Claim",
        (
            Column("Recorded", cells.day_recorded),
            Column("Known", field("known"), lead="known "),
            _PARTY,
            _SPEAKER,
            Column("Stance", field("stance"), toned=True),
            Column("Claim", field("claim"), fold=1, lead="", identifier=True),
            _COMMITMENT,
            Column("Text", field("text")),
        ),
    ),
    "drift": Listing(
        "Commitment",
        (
            _SAID,
            _PARTY,
            _SPEAKER,
            Column("Kind", field("kind"), fold=5),
            Column("Value", cells.step),
            Column("Moved", cells.slipped, fold=5, toned=True),
            Column("Claim", field("claim"), fold=2, lead="", identifier=True),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "parties": Listing(
        "Name",
        (
            Column("Party", field("party"), identifier=True),
            Column("Speakers", field("speakers"), number=True),
            _CLAIMS,
            Column("Name", field("name"), fold=1, lead=""),
            Column("Aliases", field("aliases")),
        ),
    ),
    "speakers": Listing(
        "Name",
        (
            Column("Speaker", field("speaker"), identifier=True),
            Column("Party", cells.party, toned=True),
            Column("Claims", field("claims"), fold=3, number=True),
            Column("Name", field("name"), fold=1, lead=""),
            Column("Record", cells.record, fold=2, toned=True),
            Column("Aliases", field("aliases"), fold=1, lead="also "),
            Column("Role", field("role")),
        ),
    ),
    "topics": Listing(
        "Name",
        (
            Column("Topic", field("topic"), identifier=True),
            Column("Commitments", field("commitments"), number=True),
            _CLAIMS,
            Column("Name", field("name")),
        ),
    ),
    "sources": Listing(
        "Source",
        (
            Column("Published", field("published")),
            _CLAIMS,
            Column("Outlet", field("outlet"), fold=5),
            Column("Kind", field("kind"), fold=4),
            Column("Language", field("language"), fold=3),
            Column("Text", lambda row: ("stored",) if row.has_text else (), fold=3, lead="text "),
            Column("Authors", field("authors"), fold=2, lead="by "),
            Column("Based on", field("based_on"), fold=2, lead="based on "),
            Column("Kept at", field("archived"), fold=1, lead="kept at "),
            Column("Source", field("source"), fold=1, lead="", identifier=True),
            Column("Title", field("title")),
        ),
    ),
}
