"""The columns of each listing: what must be seen of a row, in which order, and what gives way on a narrow screen.

Dates and parties come first, the sentence last. How columns are laid out and coloured is for the formats to say.
"""

from __future__ import annotations

from truce_tracker.render import cells
from truce_tracker.render.cells import field
from truce_tracker.render.columns import Column, Listing
from truce_tracker.render.listings_compared import COMPARED

_SAID = Column("Said", field("said"))
_PARTY = Column("Party", cells.party, fold=4, toned=True)
_SPEAKER = Column("Speaker", field("speaker"), fold=3)
_STATUS = Column("Status", field("status"), toned=True)
_CLAIM = Column("Claim", field("claim"), fold=1, identifier=True)
_COMMITMENT = Column("Commitment", field("commitment"), fold=1, identifier=True)
_SUMMARY = Column("Summary", field("summary"))
_CLAIMS = Column("Claims", field("claims"), number=True)
_MILESTONE = (
    _STATUS,
    Column("Set by", cells.set_by, fold=5, lead="set by "),
    Column("Stated by", field("stated_by"), fold=4, lead="stated by "),
    Column("Met by", cells.met_by, fold=3, lead="met by ", toned=True),
    Column("Progress", field("progress"), fold=3, lead="progress: "),
    Column("Last checked", cells.last_checked, fold=2, lead="last checked: ", toned=True),
    Column("Milestone", field("milestone"), fold=1, identifier=True),
    Column("Summary", cells.summary_and_phrase),
)

LISTINGS = COMPARED | {
    "claims": Listing(
        "Claim",
        (
            _SAID,
            _PARTY,
            _SPEAKER,
            Column("Stance", cells.stance, toned=True),
            Column("Quantity", field("quantity"), fold=2),
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
            Column("Responses", cells.responses, toned=True),
            _CLAIM,
            Column("Text", field("text")),
        ),
    ),
    "unmatched": Listing(
        "Commitment",
        (
            _STATUS,
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
            _STATUS,
            Column("Parties", cells.between, fold=2),
            Column("Positions", cells.positions, toned=True),
            _COMMITMENT,
            _SUMMARY,
        ),
    ),
    "overdue": Listing(
        "Milestone",
        (Column("Past", cells.past), Column("Due", field("due")), *_MILESTONE),
    ),
    "deadlines": Listing(
        "Milestone",
        (
            Column("Due", field("due")),
            Column("Days", cells.distance),
            Column("Kind", cells.expires, fold=2),
            *_MILESTONE,
        ),
    ),
    "parties": Listing(
        "Name",
        (
            Column("Party", field("party"), identifier=True),
            Column("Speakers", field("speakers"), number=True),
            _CLAIMS,
            Column("Name", field("name"), fold=1),
            Column("Aliases", field("aliases")),
        ),
    ),
    "speakers": Listing(
        "Name",
        (
            Column("Speaker", field("speaker"), identifier=True),
            Column("Party", cells.party, toned=True),
            Column("Claims", field("claims"), fold=3, lead="claims: ", number=True),
            Column("Name", field("name"), fold=1),
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
            Column("Source", field("source"), fold=1, identifier=True),
            Column("Title", field("title")),
        ),
    ),
}
