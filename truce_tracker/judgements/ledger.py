"""The questions that a store can be asked, each an SQL file beside this one; the rules are the SQL's."""

from __future__ import annotations

import sqlite3
from typing import Unpack

from truce_tracker import rows
from truce_tracker.judgements.asking import OWES, TAKES_PART, Answer, Day, Filters
from truce_tracker.judgements.building import (
    BehindMilestone,
    claim_row,
    commitment_row,
    divergence,
    grouped,
    milestone_row,
    one_sided_row,
    response,
    total_of,
    unmatched_row,
    unpacked,
)
from truce_tracker.judgements.comparing import Comparing
from truce_tracker.judgements.explaining import Explaining
from truce_tracker.judgements.following import Following
from truce_tracker.judgements.lookups import Lookups
from truce_tracker.judgements.progress import progress, progress_rows
from truce_tracker.judgements.texts import Texts


class Ledger(Texts, Comparing, Following, Explaining, Lookups):
    """A store, open for questions. Each takes the day to answer for (a date or ISO text) and Filters."""

    # -- the verdicts ----------------------------------------------------------------------------------------------

    def claims(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.ClaimRow]:
        """Every claim known by the day, by its first and last possible day, then order of entry."""
        found = self._ask("claims", as_of, filters).fetchall()
        self._show(found)
        told = {row["claim"]: row["telling_of"] for row in self._ask_behind("told_again", as_of)}
        outlets = self._outlets(found, as_of)
        total = len(found)
        if total == filters.get("limit"):
            (total,) = self._ask("claims_known", as_of, filters).fetchone()
        return Answer((claim_row(row, told, outlets) for row in found), total, "ClaimRow")

    def _outlets(self, found: list[sqlite3.Row], as_of: Day) -> dict[str, str]:
        """Whose words the quote is, for the claims that show nothing else."""
        bare = [row for row in found if row["words"] == "reported" and not row["text"]]
        if not bare:
            return {}
        self._show(bare)
        return dict(self._ask_behind("outlets", as_of))

    def one_sided(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.OneSidedRow]:
        """The claims that no counterparty affirms, each on one commitment."""
        found = self._ask("one_sided", as_of, filters).fetchall()
        places: dict[int, tuple[sqlite3.Row, list[rows.Response]]] = {}
        for row in found:
            places.setdefault(row["place"], (row, []))[1].append(response(row))
        answer = (one_sided_row(row, responses, str(as_of)) for row, responses in places.values())
        return Answer(answer, total_of(found), "OneSidedRow")

    def unmatched(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.UnmatchedRow]:
        """The commitments that somebody counts on while an obligor has not affirmed them."""
        found = self._ask("unmatched", as_of, filters, OWES).fetchall()
        self._show(found)
        stands = grouped(row for row in self._ask_behind("positions", as_of) if row["is_obligor"])
        asserters = grouped(self._ask_behind("asserters", as_of))
        exchanges = grouped(self._ask_behind("exchanges", as_of))
        answer = (unmatched_row(row, stands[row[0]], asserters[row[0]], exchanges.get(row[0], [])) for row in found)
        return Answer(answer, total_of(found), "UnmatchedRow")

    def commitments(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.CommitmentRow]:
        """Every commitment with its status, its state, and the positions that the status follows from."""
        found = self._ask("commitments", as_of, filters, TAKES_PART).fetchall()
        self._show(found)
        stands, said, broken, figures, targets = (
            grouped(self._ask_behind(name, as_of))
            for name in ("positions", "state_by", "breaches", "commitment_figures", "commitment_targets")
        )
        answer = (
            commitment_row(
                row,
                (stands[row[0]], said.get(row[0], []), broken.get(row[0], [])),
                progress(figures.get(row[0], ()), targets.get(row[0], ())),
            )
            for row in found
        )
        return Answer(answer, total_of(found), "CommitmentRow")

    def deadlines(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.MilestoneRow]:
        """Every milestone known by the day, by its due day."""
        return self._milestones(as_of, filters, overdue=False)

    def overdue(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.MilestoneRow]:
        """The milestones past their day that were not met, or of which it is disputed; longest past first."""
        return self._milestones(as_of, filters, overdue=True)

    def _milestones(self, as_of: Day, filters: Filters, overdue: bool) -> Answer[rows.MilestoneRow]:
        found = self._ask("deadlines", as_of, filters, OWES, overdue=int(overdue), words=None).fetchall()
        moves = self._moves(found, as_of)
        self._show(found)
        reports, stated, readings, figures, targets, variants, clocks = (
            grouped(self._ask_behind(name, as_of))
            for name in (
                *("reports", "stated_by", "readings", "progress_figures", "progress_targets"),
                *("variants", "clocks"),
            )
        )
        answer = (
            milestone_row(
                row,
                BehindMilestone(
                    reports.get(row[0], []),
                    stated.get(row[0], []),
                    readings.get(row[0], []),
                    moves.get(row[0]),
                    progress(figures.get(row[0], ()), targets.get(row[0], ())),
                    variants.get(row[0], []),
                    clocks.get(row[0], []),
                ),
                str(as_of),
            )
            for row in found
        )
        return Answer(answer, total_of(found), "MilestoneRow")

    def _moves(self, found: list[sqlite3.Row], as_of: Day) -> dict[str, rows.MovedTo]:
        """Where the milestones were moved to, and who states the day there."""
        self._show(row for row in found if row["status"] == "moved")
        moves = self._ask_behind("moved_to", as_of).fetchall()
        self._show([(row["first_milestone"],) for row in moves])
        stated = grouped(self._ask_behind("stated_by", as_of))
        by = {milestone: tuple(sorted({each["party"] for each in said})) for milestone, said in stated.items()}
        return {
            row["milestone"]: rows.MovedTo(row["deadline"], row["due"], by.get(row["first_milestone"], ()))
            for row in moves
        }

    def divergences(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.Divergence]:
        """The commitments for which claims give different amounts, due days or days of expiry."""
        groups: dict[tuple[str, str], list[sqlite3.Row]] = {}
        for row in self._ask("divergences", as_of, filters, OWES):
            groups.setdefault((row["commitment"], row["kind"]), []).append(row)
        limit = filters.get("limit")
        return Answer((divergence(rows) for rows in list(groups.values())[:limit]), len(groups), "Divergence")

    def progress(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.ProgressRow]:
        """Every reported figure of the commitments asked for, beside its target and the time that has gone.

        A figure stands with the milestones that it counts for, else with its commitment.
        """
        limit = filters.pop("limit", None)
        commitments = self.commitments(as_of, **filters)
        ids = [row.commitment for row in commitments if row.progress]
        milestones = self.deadlines(as_of, commitment=ids) if ids else []
        self._show([(row.milestone,) for row in milestones])
        begins = dict(self._ask_behind("begins", as_of))
        found = list(progress_rows(commitments, milestones, begins, str(as_of)))
        return Answer(found[:limit], len(found), "ProgressRow")

    # -- what the ledger holds -------------------------------------------------------------------------------------

    def parties(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.PartyRow]:
        """The parties, in order of entry."""
        found = self._ask("parties", as_of, filters)
        return Answer((rows.PartyRow(**unpacked(row, "aliases")) for row in found), kind="PartyRow")

    def speakers(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.SpeakerRow]:
        """The speakers, in order of entry."""
        found = self._ask("speakers", as_of, filters)
        return Answer((rows.SpeakerRow(**unpacked(row, "aliases", "on_record")) for row in found), kind="SpeakerRow")

    def topics(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.TopicRow]:
        """The topics, in order of entry."""
        found = self._ask("topics", as_of, filters)
        return Answer((rows.TopicRow(**dict(row)) for row in found), kind="TopicRow")

    def sources(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.SourceRow]:
        """The sources, by first possible day of publication."""
        found = self._ask("sources", as_of, filters)
        return Answer((rows.SourceRow(**unpacked(row, "authors", "has_text")) for row in found), kind="SourceRow")

    def quotes(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.AnchorRow]:
        """Where the quotes of claims stand in the texts of their sources; a quote without a stored text is left out."""
        found = self._ask("quotes", as_of, filters)
        return Answer((rows.AnchorRow(*row) for row in found), kind="AnchorRow")
