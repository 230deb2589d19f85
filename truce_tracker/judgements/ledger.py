"""The questions that a store can be asked, each an SQL file beside this one; the rules are the SQL's.

Here: claims, commitments and what the ledger holds, with how their rows become typed ones: named and gathered, nothing
decided. The questions about days, changes, reasons and texts have files of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from truce_tracker import rows
from truce_tracker.dates import days_between
from truce_tracker.judgements.asking import (
    FEW,
    OWES,
    SHOWN,
    TAKES_PART,
    Answer,
    Day,
    Filters,
    grouped,
    ids_in,
    named,
    pick,
    total_of,
)
from truce_tracker.judgements.comparing import Comparing
from truce_tracker.judgements.explaining import Explaining
from truce_tracker.judgements.following import Following
from truce_tracker.judgements.lookups import Lookups
from truce_tracker.judgements.milestones import Milestones, progress, reporters
from truce_tracker.judgements.progress import progress_rows
from truce_tracker.judgements.texts import Texts

_ONE_SIDED = ("claim", "said", "party", "speaker", "topic", "commitment", "text", "source", "state", "tellings")
_THIRD_PARTY = "third party"
_Behind = tuple[list[sqlite3.Row], list[sqlite3.Row], list[sqlite3.Row]]  # positions, state_by, breaches


class Ledger(Milestones, Texts, Comparing, Following, Explaining, Lookups):
    """A store, open for questions. Each takes the day to answer for (a date or ISO text) and Filters."""

    # -- the verdicts ----------------------------------------------------------------------------------------------

    def claims(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.ClaimRow]:
        """Every claim known by the day, by its first and last possible day, then order of entry."""
        found = self._ask("claims", as_of, filters).fetchall()
        self._show(found)
        told = self._told_again(as_of, len(found))
        outlets = self._outlets(found, as_of)
        total = len(found)
        if total == filters.get("limit") or filters.get("skip"):
            (total,) = self._ask("claims_known", as_of, filters).fetchone()
        return Answer((_claim_row(row, told, outlets) for row in found), total, "ClaimRow")

    def accounts(self, as_of: Day, claim: str) -> tuple[str | None, tuple[str, ...]]:
        """The claim whose statement a claim tells again, and the outlets of the claims that tell its own again."""
        self._show([(claim,)])
        with self._near(SHOWN):
            self._show(self.connection.execute("SELECT claim FROM pair").fetchall())
            told = self._told_again(as_of)
        again = [each for each, leading in told.items() if leading == claim]
        return told.get(claim), tuple(sorted(set(self.outlets_of(again).values())))

    def outlets_of(self, claims: Iterable[str]) -> dict[str, str]:
        """The outlet of each claim, or its source where that has none."""
        self._show([(claim,) for claim in claims])
        query = """
            SELECT c.id, COALESCE(s.outlet, s.id) FROM shown
            CROSS JOIN claim AS c ON c.id = shown.id JOIN source AS s ON s.id = c.source
        """
        return dict(self.connection.execute(query).fetchall())

    def _told_again(self, as_of: Day, shown: int | None = None) -> dict[str, str]:
        """The statement that each of the shown claims tells again; `shown` is how many there are."""
        if shown is None or shown > FEW or self._prepared.get("telling") == str(as_of):
            return {row["claim"]: row["telling_of"] for row in self._ask_behind("told_again", as_of)}
        with self._near(SHOWN):
            return self._told_again(as_of)

    def _outlets(self, found: list[sqlite3.Row], as_of: Day) -> dict[str, str]:
        """Whose words the quote is, for the claims that show nothing else."""
        bare = [row for row in found if row["words"] == "reported" and not row["text"]]
        if not bare:
            return {}
        self._show(bare)
        return dict(self._ask_behind("outlets", as_of))

    def one_sided(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.OneSidedRow]:
        """The claims that no counterparty affirms, each on one commitment."""
        with self._with_chances(filters.get("commitment") or (), as_of):
            found = self._ask("one_sided", as_of, filters).fetchall()
        places: dict[int, tuple[sqlite3.Row, list[rows.Response]]] = {}
        for row in found:
            places.setdefault(row["place"], (row, []))[1].append(_response(row))
        answer = (_one_sided_row(row, responses, str(as_of)) for row, responses in places.values())
        return Answer(answer, total_of(found), "OneSidedRow")

    def unmatched(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.UnmatchedRow]:
        """The commitments that somebody counts on while an obligor has not affirmed them."""
        with self._within(filters):
            found = self._ask("unmatched", as_of, filters, OWES).fetchall()
            self._show(found)
            stands = grouped(row for row in self._ask_behind("positions", as_of) if row["is_obligor"])
            asserters = grouped(self._ask_behind("asserters", as_of))
            exchanges = grouped(self._ask_behind("exchanges", as_of))
            answer = (
                _unmatched_row(row, stands[row[0]], asserters[row[0]], exchanges.get(row[0], [])) for row in found
            )
            return Answer(answer, total_of(found), "UnmatchedRow")

    def commitments(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.CommitmentRow]:
        """Every commitment with its status, its state, and the positions that the status follows from."""
        with self._within(filters):
            found = self._ask("commitments", as_of, filters, TAKES_PART).fetchall()
            self._show(found)
            stands, said, broken, figures, targets = (
                grouped(self._ask_behind(name, as_of))
                for name in ("positions", "state_by", "breaches", "commitment_figures", "commitment_targets")
            )
            answer = (
                _commitment_row(
                    row,
                    (stands[row[0]], said.get(row[0], []), broken.get(row[0], [])),
                    progress(figures.get(row[0], ()), targets.get(row[0], ())),
                )
                for row in found
            )
            return Answer(answer, total_of(found), "CommitmentRow")

    def divergences(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.Divergence]:
        """The commitments for which claims give different amounts, due days or days of expiry."""
        groups: dict[tuple[str, str], list[sqlite3.Row]] = {}
        for row in self._ask("divergences", as_of, filters, OWES):
            groups.setdefault((row["commitment"], row["kind"]), []).append(row)
        limit = filters.get("limit")
        return Answer((_divergence(rows) for rows in list(groups.values())[:limit]), len(groups), "Divergence")

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
        found = self._ask("parties", as_of, filters).fetchall()
        total = self._total("parties", as_of, filters, len(found))
        return Answer((rows.PartyRow(**_unpacked(row, "aliases")) for row in found), total, "PartyRow")

    def speakers(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.SpeakerRow]:
        """The speakers, in order of entry."""
        found = self._ask("speakers", as_of, filters).fetchall()
        total = self._total("speakers", as_of, filters, len(found))
        return Answer((rows.SpeakerRow(**_unpacked(row, "aliases", "on_record")) for row in found), total, "SpeakerRow")

    def topics(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.TopicRow]:
        """The topics, in order of entry."""
        found = self._ask("topics", as_of, filters).fetchall()
        total = self._total("topics", as_of, filters, len(found))
        return Answer((rows.TopicRow(**dict(row)) for row in found), total, "TopicRow")

    def sources(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.SourceRow]:
        """The sources, by first possible day of publication."""
        found = self._ask("sources", as_of, filters).fetchall()
        total = self._total("sources", as_of, filters, len(found))
        return Answer((rows.SourceRow(**_unpacked(row, "authors", "has_text")) for row in found), total, "SourceRow")

    def quotes(self, as_of: Day, **filters: Unpack[Filters]) -> Answer[rows.AnchorRow]:
        """Where the quotes of claims stand in the texts of their sources; a quote without a stored text is left out."""
        found = self._ask("quotes", as_of, filters)
        return Answer((rows.AnchorRow(*row) for row in found), kind="AnchorRow")


def _claim_row(row: sqlite3.Row, told: Mapping[str, str], outlets: Mapping[str, str]) -> rows.ClaimRow:
    """A row of claims.sql; `told` says which claims tell another one again, `outlets` whose words a quote is."""
    values = dict(row)
    values["parties"], values["commitments"] = ids_in(row["parties"]), ids_in(row["commitments"])
    values["about"] = None if row["about"] is None else ids_in(row["about"])
    values["on_record"] = bool(row["on_record"])
    return rows.ClaimRow(**values, telling_of=told.get(row["claim"]), outlet=outlets.get(row["claim"]))


def _response(row: sqlite3.Row) -> rows.Response:
    """A counterparty's part of a row of one_sided.sql."""
    return rows.Response(*pick(row, "counterparty", "position", "since", "latest", "chances", "last_checked"))


def _one_sided_row(row: sqlite3.Row, responses: list[rows.Response], as_of: str) -> rows.OneSidedRow:
    """The rows of one_sided.sql for one claim."""
    return rows.OneSidedRow(
        **named(row, *_ONE_SIDED),
        age=days_between(row["said_first"], as_of),
        state_one_sided=bool(row["state_one_sided"]),
        responses=tuple(responses),
    )


def _commitment_row(row: sqlite3.Row, behind: _Behind, progress: tuple[rows.Progress, ...]) -> rows.CommitmentRow:
    """A row of commitments.sql with what stands behind it."""
    stands, said, broken = behind
    return rows.CommitmentRow(
        **named(row, "commitment", "summary", "topic", "status", "state"),
        obligors=tuple(each["party"] for each in stands if each["is_obligor"]),
        beneficiaries=tuple(each["party"] for each in stands if each["is_beneficiary"]),
        state_by=reporters(said),
        state_one_sided=bool(row["state_one_sided"]),
        breaches=tuple(
            rows.Breach(each["party"], each["reported_by"] or _THIRD_PARTY, each["reports"], each["latest"])
            for each in broken
        ),
        progress=progress,
        positions=tuple(
            rows.PartyPosition(
                each["party"], _role(each), each["position"], each["since"], each["latest"], each["claim"]
            )
            for each in stands
        ),
    )


def _role(row: sqlite3.Row) -> str:
    if row["is_obligor"]:
        return "both" if row["is_beneficiary"] else "obligor"
    return "beneficiary" if row["is_beneficiary"] else "other"


def _unmatched_row(
    row: sqlite3.Row, obligors: list[sqlite3.Row], asserters: list[sqlite3.Row], exchanges: list[sqlite3.Row]
) -> rows.UnmatchedRow:
    """A row of unmatched.sql with the rows that stand behind it."""
    return rows.UnmatchedRow(
        **named(row, "commitment", "summary", "topic", "status", "state"),
        state_one_sided=bool(row["state_one_sided"]),
        obligors=tuple(rows.ObligorPosition(*pick(each, "party", "position", "since", "latest")) for each in obligors),
        asserted_by=tuple(rows.Asserter(*pick(each, "party", "position", "since", "claim")) for each in asserters),
        in_exchange_for=tuple(rows.Exchange(*pick(each, "in_exchange_for", "status", "state")) for each in exchanges),
    )


def _divergence(found: list[sqlite3.Row]) -> rows.Divergence:
    """The rows of divergences.sql for one commitment and kind; a value is told in the words of its first claim."""
    values: dict[str, list[sqlite3.Row]] = {}
    for row in found:
        values.setdefault(row["value"], []).append(row)
    scopes = ("same-statement", "within-party", "between-parties")
    return rows.Divergence(
        **named(found[0], "commitment", "summary", "kind"),
        scopes=tuple(scope for scope in scopes if found[0][scope.replace("-", "_")]),
        ratio=found[0]["ratio"],
        values=tuple(rows.Value(claims[0]["words"], tuple(map(_value_claim, claims))) for claims in values.values()),
    )


def _value_claim(row: sqlite3.Row) -> rows.ValueClaim:
    return rows.ValueClaim(*pick(row, "claim", "party", "speaker", "said", "source", "outlet"))


def _unpacked(row: sqlite3.Row, texts: str, flag: str | None = None) -> dict[str, Any]:
    """All values by name, with a list that is stored as JSON and a flag that is stored as a number as what they are."""
    import json

    values = dict(row)
    values[texts] = tuple(json.loads(values[texts]))
    if flag:
        values[flag] = bool(values[flag])
    return values
