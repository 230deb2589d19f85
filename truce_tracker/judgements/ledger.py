"""The questions that a store can be asked, each an SQL file beside this one; the rules are the SQL's."""

from __future__ import annotations

import sqlite3
from typing import Unpack

from truce_tracker import rows as kinds
from truce_tracker.judgements.asking import OWES, TAKES_PART, Answer, Day, Filters
from truce_tracker.judgements.building import (
    claim_row,
    commitment_row,
    divergence,
    grouped,
    milestone_row,
    one_sided_row,
    response,
    sparing,
    total_of,
    unmatched_row,
    unpacked,
)
from truce_tracker.judgements.comparing import Comparing
from truce_tracker.judgements.explaining import Explaining
from truce_tracker.judgements.following import Following
from truce_tracker.judgements.lookups import Lookups
from truce_tracker.judgements.texts import Texts


class Ledger(Texts, Comparing, Following, Explaining, Lookups):
    """A store, open for questions. Each takes the day to answer for (a date or ISO text) and Filters."""

    # -- the verdicts ----------------------------------------------------------------------------------------------

    def claims(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.ClaimRow]:
        """Every claim said by the day, by first possible day, then order of entry."""
        found = sparing(self._ask("claims", as_of, filters), "claim", "text", "quote")
        rows = [claim_row(values) for values in found]
        return Answer(rows, self._total("claims", as_of, filters, len(rows)), "ClaimRow")

    def one_sided(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.OneSidedRow]:
        """The claims that no counterparty affirms."""
        found = self._ask("one_sided", as_of, filters).fetchall()
        rows: dict[str, tuple[sqlite3.Row, list[kinds.Response]]] = {}
        for row in found:
            rows.setdefault(row["claim"], (row, []))[1].append(response(row))
        answer = (one_sided_row(row, responses, str(as_of)) for row, responses in rows.values())
        return Answer(answer, total_of(found), "OneSidedRow")

    def unmatched(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.UnmatchedRow]:
        """The commitments that somebody counts on while an obligor has not affirmed them."""
        found = self._ask("unmatched", as_of, filters, OWES).fetchall()
        self._show(found)
        obligors = grouped(row for row in self._behind("standing", "commitment, party") if row["is_obligor"])
        asserters = grouped(self._ask_behind("asserters", as_of))
        exchanges = grouped(self._ask_behind("exchanges", as_of))
        rows = (unmatched_row(row, obligors[row[0]], asserters[row[0]], exchanges.get(row[0], [])) for row in found)
        return Answer(rows, total_of(found), "UnmatchedRow")

    def commitments(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.CommitmentRow]:
        """Every commitment with its status and the positions that the status follows from."""
        found = self._ask("commitments", as_of, filters, TAKES_PART).fetchall()
        self._show(found)
        standings = grouped(self._behind("standing", "commitment, party"))
        rows = (commitment_row(row, standings[row["commitment"]]) for row in found)
        return Answer(rows, total_of(found), "CommitmentRow")

    def deadlines(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.MilestoneRow]:
        """Every milestone known by the day, by its due day."""
        return self._milestones(as_of, filters, overdue=False)

    def overdue(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.MilestoneRow]:
        """The milestones past their day that nobody, or nobody last, reported met; longest past first."""
        return self._milestones(as_of, filters, overdue=True)

    def _milestones(self, as_of: Day, filters: Filters, overdue: bool) -> Answer[kinds.MilestoneRow]:
        found = self._ask("deadlines", as_of, filters, OWES, overdue=int(overdue), words=None).fetchall()
        self._show(found)
        reports = grouped(self._behind("report", "milestone, said_first, said_last, entry"))
        stated = grouped(self._ask_behind("stated", as_of))
        rows = (
            milestone_row(row, reports.get(row["milestone"], []), stated.get(row["milestone"], []), str(as_of))
            for row in found
        )
        return Answer(rows, total_of(found), "MilestoneRow")

    def divergences(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.Divergence]:
        """The commitments for which claims give different amounts, due days or days of expiry."""
        groups: dict[tuple[str, str], list[sqlite3.Row]] = {}
        for row in self._ask("divergences", as_of, filters, OWES):
            groups.setdefault((row["commitment"], row["kind"]), []).append(row)
        limit = filters.get("limit")
        return Answer((divergence(rows) for rows in list(groups.values())[:limit]), len(groups), "Divergence")

    # -- what the ledger holds -------------------------------------------------------------------------------------

    def parties(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.PartyRow]:
        """The parties, in order of entry."""
        found = self._ask("parties", as_of, filters)
        return Answer((kinds.PartyRow(**unpacked(row, "aliases")) for row in found), kind="PartyRow")

    def speakers(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.SpeakerRow]:
        """The speakers, in order of entry."""
        found = self._ask("speakers", as_of, filters)
        return Answer((kinds.SpeakerRow(**unpacked(row, "aliases", "on_record")) for row in found), kind="SpeakerRow")

    def topics(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.TopicRow]:
        """The topics, in order of entry."""
        found = self._ask("topics", as_of, filters)
        return Answer((kinds.TopicRow(**dict(row)) for row in found), kind="TopicRow")

    def sources(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.SourceRow]:
        """The sources, by first possible day of publication."""
        found = self._ask("sources", as_of, filters)
        return Answer((kinds.SourceRow(**unpacked(row, "authors", "has_text")) for row in found), kind="SourceRow")

    def quotes(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[kinds.AnchorRow]:
        """Where the quotes of claims stand in the texts of their sources; a quote without a stored text is left out."""
        found = self._ask("quotes", as_of, filters)
        return Answer((kinds.AnchorRow(*row) for row in found), kind="AnchorRow")
