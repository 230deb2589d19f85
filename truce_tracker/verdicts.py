"""What a verdict may say, as the judgements spell it, each word with its meaning. What holds is for their SQL to say.

The README's table, the page, and the rule that `why` prints are drawn from here. Apart from `vocabulary`, because no
listing needs it to show its rows.
"""

from __future__ import annotations

from truce_tracker.vocabulary import Stance, Word


class Role(Word):
    """What a party is to a commitment."""

    OBLIGOR = "obligor", "a party that owes the commitment: it must act"
    BENEFICIARY = "beneficiary", "a party that is owed the commitment"
    BOTH = "both", "a party that owes the commitment and is owed it"
    OTHER = "other", "a party that neither owes it nor is owed it, and takes a position on it"


class Position(Word):
    """Where a party stands on a commitment: what its latest claim on record does that takes a position."""

    AFFIRMS = Stance.AFFIRMS.value, Stance.AFFIRMS.meaning
    AFFIRMS_IF = "affirms-if", "says it on a condition that it names"
    AFFIRMS_IN_PART = Stance.AFFIRMS_IN_PART.value, Stance.AFFIRMS_IN_PART.meaning
    DENIES = Stance.DENIES.value, Stance.DENIES.meaning
    PROPOSES = Stance.PROPOSES.value, Stance.PROPOSES.meaning
    WITHDRAWS = Stance.WITHDRAWS.value, Stance.WITHDRAWS.meaning
    DROPS = Stance.DROPS.value, Stance.DROPS.meaning
    DECLINES = Stance.DECLINES.value, Stance.DECLINES.meaning
    MENTIONS = Stance.MENTIONS.value, "speaks of it, or reports on it, and takes no position"
    SILENT = "silent", "has said nothing on record about it that the ledger holds"


class Status(Word):
    """What is said of a commitment. They are tried in this order: the first that fits is the status."""

    DENIED = "denied", "an obligor denies it"
    WITHDRAWN = "withdrawn", "an obligor has withdrawn, or dropped it"
    AGREED = (
        "agreed",
        "all obligors affirm, and a beneficiary that is no obligor does (or there is none, and two or more obligors)",
    )
    UNDERTAKEN = "undertaken", "all obligors affirm"
    CONDITIONAL = "conditional", "each obligor affirms, at least one of them on a condition"
    PARTIAL = "partial", "each obligor affirms, wholly, on a condition or in part"
    DECLINED = "declined", "an obligor declines to say"
    UNACKNOWLEDGED = "unacknowledged", "some party affirms, wholly, on a condition or in part, and an obligor has not"
    PROPOSED = "proposed", "some party proposes it, and nobody affirms"
    UNCLAIMED = "unclaimed", "nobody affirms or proposes it"


class MilestoneStatus(Word):
    """What became of one dated instance of a deadline."""

    MOVED = "moved", "a known deadline replaces this one, given by a party on record otherwise than as a proposal"
    VARIANT = "variant", "it is only another telling of a date: the account that leads names another deadline"
    WAITING = "waiting", "its clock has not started: nobody has reported what it runs from"
    IN_FORCE = "in force", "its last day has not passed"
    LAPSED = "lapsed", "its last day has passed"
    DISPUTED = "disputed", "of an obligor one says that it was done and another, on that day or later, that it was not"
    MET = "met", "of every obligor it is reported done and not contested, on the due day at the latest"
    MET_LATE = (
        "met late",
        "of every obligor it is reported done, not contested, of the last of them after the due day",
    )
    OPEN = "open", "the due day has not passed, and not every obligor is reported to have done it"
    UNMET = "unmet", "the due day has passed, and the latest report about an obligor says not met"
    OVERDUE = "overdue", "the due day has passed, and no report says of every obligor that it was met"


class State(Word):
    """What became of a commitment. They are tried in this order: the first that fits is the state."""

    ENDED = "ended", "it is reported ended, and nobody who counts has since affirmed it or reported that it goes on"
    DONE = "done", "of every obligor it is reported, uncontested, that it did its part, and no day or term is left"
    LAPSED = "lapsed", "every term for which it was to hold has run out"
    BREACH_REPORTED = "breach reported", "somebody reports that what must hold was broken"
    LATE = "late", "a milestone is overdue or unmet"
    DISPUTED = "disputed", "one reports it met or ended, and a later word of another contradicts that"
    IN_FORCE = "in force", "a term for which it holds still runs"
    DUE = "due", "a day by which it must happen is still to come"
    NOT_DONE = "not done", "the latest report about some obligor says that it has not done it"
    WAITING = "waiting", "a milestone waits for what starts its clock"
    OPEN = "open", "no report says what became of it, and no day or term is set"


class Scope(Word):
    """Between whose words a divergence lies."""

    SAME_STATEMENT = (
        "same-statement",
        "one statement, told differently by different sources: a reporting error until shown otherwise",
    )
    WITHIN_PARTY = "within-party", "one party’s own claims differ"
    BETWEEN_PARTIES = "between-parties", "the parties’ claims differ"


class Term(Word):
    """The words of the ledger that are no value of a column."""

    ONE_SIDED = (
        "one-sided",
        "a leading claim where a party affirms on record, wholly, on a condition or in part, still stands by it, no "
        "counterparty (whoever else owes it or is owed it) affirms, and the commitment is not closed",
    )
    UNMATCHED = "unmatched", "a commitment, not closed, that somebody counts on while an obligor has not affirmed it"
    COUNTERPARTY = "counterparty", "any other party that owes the commitment or is owed it"
    CHANCE = (
        "chance",
        "a statement on record by a counterparty on the same topic, after the claim, in which it took no position on "
        "the commitment",
    )
    DIVERGENCE = (
        "divergence",
        "two or more different amounts, due days or days of expiry in the claims on one commitment",
    )
    TELLING = "telling", "a claim that tells, from another source, a statement of which the ledger has a better account"
    CLOSED = (
        "closed",
        "an obligor and somebody else, a beneficiary or a third party, say that it is done or ended, and no "
        "beneficiary has since said otherwise",
    )
    REPORTS = (
        "reports",
        "claims that something was done, partly done, not done, broken or ended; every report is shown, those on "
        "record decide",
    )
