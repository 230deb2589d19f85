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


class Position(Word):
    """Where a party stands on a commitment: the stance of its latest claim on record that takes one."""

    AFFIRMS = Stance.AFFIRMS.value, Stance.AFFIRMS.meaning
    AFFIRMS_IN_PART = Stance.AFFIRMS_IN_PART.value, Stance.AFFIRMS_IN_PART.meaning
    DENIES = Stance.DENIES.value, Stance.DENIES.meaning
    PROPOSES = Stance.PROPOSES.value, Stance.PROPOSES.meaning
    WITHDRAWS = Stance.WITHDRAWS.value, Stance.WITHDRAWS.meaning
    DECLINES = Stance.DECLINES.value, Stance.DECLINES.meaning
    MENTIONS = Stance.MENTIONS.value, Stance.MENTIONS.meaning
    SILENT = "silent", "has said nothing on record about it that the ledger holds"


class Status(Word):
    """Who says that a commitment was agreed. They are tried in this order: the first that fits is the status."""

    DENIED = "denied", "an obligor denies it"
    WITHDRAWN = "withdrawn", "an obligor has withdrawn"
    AGREED = "agreed", "all obligors affirm, and a beneficiary affirms (or there is none, and two or more obligors)"
    UNDERTAKEN = "undertaken", "all obligors affirm"
    PARTIAL = "partial", "each obligor affirms, or affirms in part"
    DECLINED = "declined", "an obligor declines to say"
    UNACKNOWLEDGED = "unacknowledged", "some party affirms, wholly or in part, and an obligor has not"
    PROPOSED = "proposed", "some party proposes it, and nobody affirms"
    UNCLAIMED = "unclaimed", "nobody affirms or proposes it"


class MilestoneStatus(Word):
    """What became of one dated instance of a deadline."""

    MOVED = "moved", "a known deadline replaces this one"
    IN_FORCE = "in force", "its last day has not passed"
    LAPSED = "lapsed", "its last day has passed"
    MET = "met", "the latest report of met or not met says met, and the first such was not after the due day"
    MET_LATE = "met late", "the latest report of met or not met says met, and the first such came after the due day"
    OPEN = "open", "the due day has not passed, and the latest report of met or not met, if there is one, says not met"
    UNMET = "unmet", "the due day has passed, and the latest report of met or not met says not met"
    OVERDUE = "overdue", "the due day has passed, and no report says met or not met"


class State(Word):
    """Who says what became of a commitment. They are tried in this order: the first that fits is the state."""

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
        "a claim where a party affirms on record, wholly or in part, has not withdrawn, and no counterparty "
        "(whoever else owes it or is owed it) affirms",
    )
    UNMATCHED = "unmatched", "a commitment that somebody counts on while an obligor has not affirmed it"
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
    REPORTS = (
        "reports",
        "claims that something was done, partly done or not done; any speaker’s report counts, and who reports is "
        "shown",
    )
