"""The tables of the store, as SQLModel classes: the only place that names columns. No queries, no files.

Every row has the `id` that the ledger file gives it, the order of its `entry` into its list, and when its present words
were `recorded` (UTC). A date is stored as written and, beside it, as its first and last possible day. Importing this
module is slow (SQLModel): a new store is made from `store/tables.sql`, which `./dev docs` writes from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from truce_tracker.vocabulary import Bound, DeadlineKind, Instrument, Modality, Stance, Words

_TRUE = text("1")


def _one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(word)) for word in words)})", name=f"{column}_is_known")


def _ordered(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column}_first <= {column}_last", name=f"{column}_is_ordered")


class Entered(SQLModel):
    """What every record of a ledger list has."""

    id: str = Field(primary_key=True)
    entry: int = Field(unique=True)
    recorded: str


class Party(Entered, table=True):
    """A side to the negotiation."""

    name: str | None = None
    aliases: list[str] = Field(default_factory=list, sa_type=JSON)


class Speaker(Entered, table=True):
    """Who speaks: a person or an institution; a third party where there is no party."""

    __table_args__ = (CheckConstraint("on_record IN (0, 1)"),)

    name: str | None = None
    party: str | None = Field(default=None, foreign_key="party.id", index=True)
    role: str | None = None
    aliases: list[str] = Field(default_factory=list, sa_type=JSON)
    on_record: bool


class Topic(Entered, table=True):
    """What commitments and claims are about."""

    name: str | None = None


class Source(Entered, table=True):
    """A document; its words are in `source_text`."""

    __table_args__ = (_ordered("published"), _ordered("retrieved"))

    outlet: str | None = None
    title: str | None = None
    authors: list[str] = Field(default_factory=list, sa_type=JSON)
    published: str | None = None
    published_first: str | None = None
    published_last: str | None = None
    retrieved: str | None = None
    retrieved_first: str | None = None
    retrieved_last: str | None = None
    url: str | None = Field(default=None, index=True)
    language: str | None = None
    kind: str | None = None
    based_on: str | None = Field(default=None, foreign_key="source.id", index=True)
    replaces: str | None = Field(default=None, foreign_key="source.id", index=True)
    archived: str | None = None
    note: str | None = None


class SourceText(SQLModel, table=True):
    """The words of a source, apart from it so that listings never read them; `entry` is that of the source.

    `bigrams` here and elsewhere holds the pairs of neighbouring Chinese characters, for the full-text index.
    """

    __tablename__ = "source_text"

    source: str = Field(unique=True, foreign_key="source.id")
    entry: int = Field(primary_key=True)  # so that it is SQLite's rowid, by which other tools join the full-text index
    text: str
    bigrams: str | None = None
    recorded: str


class Sample(SQLModel, table=True):
    """A sampled run of words of a source's text (see `alike`), to find texts that share some."""

    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    run: int = Field(primary_key=True)
    source: str = Field(primary_key=True, foreign_key="source.id", index=True)


class Commitment(Entered, table=True):
    """An act that somebody is said to owe."""

    summary: str | None = None
    topic: str = Field(foreign_key="topic.id", index=True)
    bigrams: str | None = None


class _Involved(SQLModel):
    commitment: str = Field(primary_key=True, foreign_key="commitment.id")
    party: str = Field(primary_key=True, foreign_key="party.id", index=True)
    place: int


class Obligor(_Involved, table=True):
    """A party that must act on a commitment; `place` keeps the order of the file."""


class Beneficiary(_Involved, table=True):
    """A party for whom a commitment is."""


class Exchange(SQLModel, table=True):
    """A commitment that is said to be given for another one."""

    commitment: str = Field(primary_key=True, foreign_key="commitment.id")
    in_exchange_for: str = Field(primary_key=True, foreign_key="commitment.id", index=True)
    place: int


class Deadline(Entered, table=True):
    """A date tied to a commitment, or a clock: `within` a time of the doing `of` something.

    `due`, `from`, `within` and `no_later_than` as written; `due_day`, `from_day`, `no_later_than_day` and the length of
    `within` in days or months as read. `due_day` is absent for a clock and for a deadline with `from` alone.
    """

    __table_args__ = (
        _one_of("kind", DeadlineKind),
        _ordered("stated"),
        CheckConstraint("within_unit IN ('day', 'month')", name="within_unit_is_known"),
        CheckConstraint("(within IS NULL) = (within_count IS NULL) AND (within IS NULL) = (within_unit IS NULL)"),
        CheckConstraint('(within IS NULL) = ("of" IS NULL)'),
        CheckConstraint('"of" IS NULL OR (of_commitment IS NULL) <> (of_milestone IS NULL)'),
        CheckConstraint("within IS NULL OR due IS NULL AND due_day IS NULL AND repeats IS NULL"),
    )

    commitment: str = Field(foreign_key="commitment.id", index=True)
    kind: str
    phrase: str | None = None
    stated: str | None = None
    stated_first: str | None = None
    stated_last: str | None = None
    due: str | None = None
    due_day: str | None = None
    from_: str | None = Field(default=None, sa_column_kwargs={"name": "from"})
    from_day: str | None = None
    repeats: str | None = None
    within: str | None = None
    within_count: int | None = None
    within_unit: str | None = None
    of_: str | None = Field(default=None, sa_column_kwargs={"name": "of"})
    of_commitment: str | None = Field(default=None, foreign_key="commitment.id", index=True)
    of_milestone: str | None = Field(default=None, foreign_key="milestone.id", index=True)
    no_later_than: str | None = None
    no_later_than_day: str | None = None


class DeadlineReplaces(SQLModel, table=True):
    """A deadline whose date was moved to that of another one."""

    __tablename__ = "deadline_replaces"

    deadline: str = Field(primary_key=True, foreign_key="deadline.id")
    replaces: str = Field(primary_key=True, foreign_key="deadline.id", index=True)
    place: int


class Milestone(SQLModel, table=True):
    """One instance of a deadline: the deadline's id, or ``<deadline>@<due day>`` where it repeats.

    `due` is absent where the deadline has no `due_day`.
    """

    id: str = Field(primary_key=True)
    deadline: str = Field(foreign_key="deadline.id", index=True)
    due: str | None = None


class Claim(Entered, table=True):
    """A speaker's word, or that of several parties at once, on one day, in one source.

    `defaults` names the keys that the file left to a default; `words` is as written, `words_as` as it counts;
    `amount_to` is the upper end of a quantity that is a range. Its parties, its commitments and those it is about are
    in tables of their own.
    """

    __table_args__ = (
        _one_of("stance", Stance),
        _one_of("modality", Modality),
        _one_of("instrument", Instrument),
        _one_of("bound", Bound),
        _ordered("said"),
        _one_of("words", Words),
        _one_of("words_as", Words),
        _ordered("done"),
        _ordered("covers"),
        CheckConstraint("on_record IN (0, 1)"),
        CheckConstraint("cumulative IN (0, 1)"),
        CheckConstraint("milestone IS NULL OR deadline IS NOT NULL"),
        CheckConstraint("(amount IS NULL) = (quantity IS NULL)"),
        CheckConstraint("amount_to IS NULL OR amount <= amount_to"),
        CheckConstraint(f"condition IS NULL OR stance = '{Stance.AFFIRMS}'"),
        CheckConstraint(f"done IS NULL OR stance = '{Stance.REPORTS_MET}'"),
        CheckConstraint(f"basis IS NULL AND covers IS NULL AND cumulative = 1 OR stance = '{Stance.REPORTS_PROGRESS}'"),
        Index("claim_by_day", "said_first", "said_last", "entry"),
        Index("claim_answering", "answers", sqlite_where=text("answers IS NOT NULL")),
        Index("claim_retelling", "retells", sqlite_where=text("retells IS NOT NULL")),
    )

    speaker: str | None = Field(default=None, foreign_key="speaker.id", index=True)
    said: str
    said_first: str
    said_last: str
    source: str = Field(foreign_key="source.id", index=True)
    topic: str = Field(foreign_key="topic.id")
    stance: str
    condition: str | None = None
    answers: str | None = Field(default=None, foreign_key="claim.id")
    text: str | None = None
    quote: str | None = None
    words: str | None = None
    words_as: str | None = None
    retells: str | None = Field(default=None, foreign_key="claim.id")
    locator: str | None = None
    modality: str | None = None
    instrument: str | None = None
    quantity: str | None = None
    amount: float | None = None
    amount_to: float | None = None
    unit: str | None = None
    period: str | None = None
    bound: str | None = None
    deadline: str | None = Field(default=None, foreign_key="deadline.id", index=True)
    milestone: str | None = Field(default=None, foreign_key="milestone.id", index=True)
    done: str | None = None
    done_first: str | None = None
    done_last: str | None = None
    basis: str | None = None
    covers: str | None = None
    covers_first: str | None = None
    covers_last: str | None = None
    cumulative: bool = Field(default=True, sa_column_kwargs={"server_default": _TRUE})
    on_record: bool
    note: str | None = None
    defaults: str
    bigrams: str | None = None


class ClaimParty(SQLModel, table=True):
    """A party whose word a claim is: the speaker's, or each of those who say it together."""

    __tablename__ = "claim_party"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    claim: str = Field(primary_key=True, foreign_key="claim.id")
    party: str = Field(primary_key=True, foreign_key="party.id")
    place: int


class ClaimCommitment(SQLModel, table=True):
    """A commitment that a claim bears on."""

    __tablename__ = "claim_commitment"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    claim: str = Field(primary_key=True, foreign_key="claim.id")
    commitment: str = Field(primary_key=True, foreign_key="commitment.id")
    place: int


class ClaimAbout(SQLModel, table=True):
    """A party whose doing a report tells of, where the file says so."""

    __tablename__ = "claim_about"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    claim: str = Field(primary_key=True, foreign_key="claim.id")
    party: str = Field(primary_key=True, foreign_key="party.id")
    place: int


class Pair(SQLModel, table=True):
    """A claim as it counts: once for each of its parties and commitments, in the order of claims (`place`, with room
    between two for one that comes later).

    Worked out when the ledger is written (judgements/sql/derived), since none of it depends on the day asked for.
    `known` is the day from which it counts, `reporter` its party or a third-party speaker behind a tilde, `takes` the
    position that it takes by its stance, `home` the milestone that a report belongs to. `statement` is the same for the
    accounts of one statement and absent where there is one alone, `account` their order; `retells` is the place retold.
    No foreign keys: these rows are never entered, and to check them would take a load longer than to make them.
    """

    __table_args__ = (
        Index("pair_by_commitment", "commitment", "party"),
        Index("pair_by_statement", "party", "topic", "said_first", "speaker", "known"),
        Index("pair_told_twice", "statement", "account", sqlite_where=text("statement IS NOT NULL")),
        Index("pair_retelling", "retells", sqlite_where=text("retells IS NOT NULL")),
        Index("pair_naming", "deadline", sqlite_where=text("deadline IS NOT NULL")),
        Index("pair_reporting", "commitment", "home", sqlite_where=text("reports")),
    )

    place: int = Field(primary_key=True)
    claim: str = Field(index=True)
    entry: int
    party: str | None = None
    speaker: str | None = None
    reporter: str
    commitment: str | None = None
    topic: str
    said_first: str
    said_last: str
    known: str = Field(index=True)
    source: str
    stance: str
    takes: str | None = None
    reports: bool
    on_record: bool
    deadline: str | None = None
    milestone: str | None = None
    home: str | None = None
    done_first: str
    statement: int | None = None
    account: int
    retells: int | None = None


class ToldOf(SQLModel, table=True):
    """An obligor whose doing a report on a commitment tells of, as it counts."""

    __tablename__ = "told_of"
    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_with_rowid": False}

    commitment: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)
    party: str = Field(primary_key=True)


class KnownDeadline(SQLModel, table=True):
    """The day from which a deadline is known."""

    __tablename__ = "known_deadline"

    deadline: str = Field(primary_key=True)
    known: str


class Anchor(SQLModel, table=True):
    """Where a claim's quote stands in its source's text: W3C Web Annotation's two text selectors.

    `begins` and `ends` count characters from 0, `ends` is the first one behind; `exact` are the words as they stand.
    `in_marks`: the words stand inside quotation marks, here or where the text has them again.
    """

    __table_args__ = (CheckConstraint("in_marks IN (0, 1)"),)

    claim: str = Field(primary_key=True, foreign_key="claim.id")
    source: str = Field(foreign_key="source.id", index=True)
    begins: int
    ends: int
    exact: str
    prefix: str
    suffix: str
    in_marks: bool


class Check(Entered, table=True):
    """Somebody searched a party's statements over a period and found nothing more. `to_day` is the last day of it."""

    __table_args__ = (CheckConstraint("from_day <= to_day"), _ordered("checked"))

    party: str = Field(foreign_key="party.id", index=True)
    what: str | None = None
    from_: str | None = Field(default=None, sa_column_kwargs={"name": "from"})
    from_day: str | None = None
    to: str
    to_day: str
    checked: str
    checked_first: str
    checked_last: str
    by: str | None = None
    note: str | None = None


class CheckTopic(SQLModel, table=True):
    """A topic that a check covers; a check without any covers all."""

    __tablename__ = "check_topic"

    check_: str = Field(primary_key=True, foreign_key="check.id", sa_column_kwargs={"name": "check"})
    topic: str = Field(primary_key=True, foreign_key="topic.id", index=True)
    place: int


class Operation(SQLModel, table=True):
    """A command that changed the ledger; `number` counts them in the order in which they were written.

    `takes_back` names the commands that it undid (of an undo) or the undo that it undid (of a redo), blanks between.
    `revision` tells what the ledger held after it: equal for equal ledgers, whatever led there. `digest` stands for the
    history up to it, each one's made from that of the one before.
    """

    number: int = Field(primary_key=True)
    moment: str
    command: str
    by: str | None = None
    takes_back: str | None = None
    revision: str = Field(index=True)
    digest: str


class Change(SQLModel, table=True):
    """What an operation did to one record: added it (no `before`), removed it (no `digest`), or changed it.

    `before` is JSON of the values that were others, null where there was none; of a removed record all of them. `after`
    are the same keys' values afterwards, of a record that was changed.
    `entry` is the place that a removed record had, `recorded` when the words before were entered, `was` the id from
    which a record was renamed. `digest` is that of the record afterwards.
    """

    __table_args__ = (
        Index("change_of_record", "list", "id"),
        Index("change_of_removed", "list", "entry", sqlite_where=text("entry IS NOT NULL")),
    )

    operation: int = Field(primary_key=True, foreign_key="operation.number")
    list_name: str = Field(primary_key=True, sa_column_kwargs={"name": "list"})
    id: str = Field(primary_key=True)
    was: str | None = None
    before: str | None = None
    after: str | None = None
    entry: int | None = None
    recorded: str | None = None
    digest: str | None = None


METADATA = SQLModel.metadata
