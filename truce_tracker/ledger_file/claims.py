"""Claims -> rows: who says it, what it bears on, which milestone it names, and whether all that agrees.

What a record's own keys must have in common with each other and with other claims is in `agreement`.
"""

from __future__ import annotations

from collections.abc import Mapping

from truce_tracker.errors import quoted
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import Cause, References, Resolved, Row, ends_of, is_whole, row_of
from truce_tracker.ledger_file.schedule import Schedule, some
from truce_tracker.searching import bigrams
from truce_tracker.vocabulary import Words

_AGREEING = frozenset(("condition", "done", "basis", "covers", "cumulative", "about", "retells"))
_FOLLOWING = _AGREEING | {"answers"}  # keys from which more follows than from the records that they name
_DEFAULTED = ("said", "topic", "on_record")
# in these forms the words are the speaker's own: texts that they gave out themselves, or records of what they said
_OWN_FORMS = frozenset(
    ("signed-text", "joint-statement", "notice", "fact-sheet", "readout", "post", "order", "transcript")
)


class Claims:
    """Makes the rows of claims, with what their speaker, their source and what they answer give them by default.

    `before` are the stored rows, by id: a claim of which no file says anything stays as it is.
    """

    def __init__(
        self,
        entries: Entries,
        references: References,
        schedule: Schedule,
        found: Resolved,
        before: Mapping[str, Row],
    ) -> None:
        self.before = before
        self.entries = entries
        self.references = references
        self.schedule = schedule
        self.found = found
        self.parties = found.children["claim_party"]
        self.commitments = found.children["claim_commitment"]

    def fill(self) -> None:
        """Check every claim, and make its row where it is whole."""
        claims = self.entries["claims"].values()
        for record in claims:
            self.commitments[record.id] = bears_on(record, self.entries["claims"])
        for record in claims:
            if self._stays(record):
                self.parties[record.id] = self._parties(record)
                self.found.rows["claim"].append(self.before[record.id])
            else:
                self._claim_row(record)

    def _stays(self, record: Record) -> bool:
        """Whether a stored claim, and every record that its row follows from, are as they were when it was stored."""
        values = record.values
        if record.file is not None or record.id not in self.before or not _FOLLOWING.isdisjoint(values):
            return False
        if (named := record.text("deadline")) is not None:
            deadline = named.partition("@")[0]
            if deadline in self.schedule.touched or not self._is_as_stored("deadlines", deadline):
                return False
        if not self._is_as_stored("sources", record.text("source")):
            return False
        if "speaker" in values and not self._is_as_stored("speakers", record.text("speaker")):
            return False
        return all(self._is_as_stored("commitments", each) for each in self.commitments[record.id])

    def _is_as_stored(self, list_name: str, identity: str | None) -> bool:
        record = self.references.record(list_name, identity)
        return record is not None and record.file is None

    def _parties(self, record: Record) -> list[str]:
        """The parties of a claim that stays: its own, else its speaker's."""
        if own := _one_or_several(record, "party", "parties"):
            return own
        speaker = self.references.record("speakers", record.text("speaker"))
        its_party = speaker.text("party") if speaker else None
        return [its_party] if its_party else []

    def _claim_row(self, record: Record) -> None:
        said = self.schedule.said.get(record.id)
        self.parties[record.id], on_record = self._who(record)
        topic = self._topic(record)
        deadline, milestone = self._milestone(record)
        if not (_AGREEING.isdisjoint(record.values) and _AGREEING.isdisjoint(record.places)):
            from truce_tracker.ledger_file.agreement import check_agreement  # most claims have none of these keys

            check_agreement(record, self.commitments, self.references, self.found)
        if not (said and topic and is_whole(record)):
            return
        row = row_of(record, deadline=deadline, milestone=milestone, topic=topic, on_record=on_record)
        row["defaults"] = self._left_to_defaults(record)
        row["said"], row["said_first"], row["said_last"] = said.written, said.first.isoformat(), said.last.isoformat()
        row["cumulative"] = record.text("cumulative") != "false"
        row["words_as"] = self._words(record)
        row["bigrams"] = bigrams(row["text"], row["quote"], row["note"])
        row |= ends_of("done", record) | ends_of("covers", record) | _amounts(record)
        if about := record.items("about"):
            self.found.children["claim_about"][record.id] = about
        self.found.rows["claim"].append(row)

    def _left_to_defaults(self, record: Record) -> str:
        values = record.values
        keys = [] if "party" in values or "parties" in values else ["party"]
        keys += [key for key in _DEFAULTED if key not in values]
        if "commitment" not in values and "commitments" not in values and self.commitments[record.id]:
            keys.append("commitment")
        return " ".join(keys)

    # -- who ---------------------------------------------------------------------------------------------------------

    def _who(self, record: Record) -> tuple[list[str], bool]:
        """The parties and whether it is on record: the speaker's where the claim does not say."""
        parties, given = _one_or_several(record, "party", "parties"), record.text("on_record")
        lacks_party = record.lacks("party") and record.lacks("parties")
        speaker = self.references.record("speakers", record.text("speaker"))
        if speaker is None:
            if lacks_party and record.lacks("speaker"):
                self.found.note(record, "names neither a speaker nor a party: who says it?")
            return parties, given != "false"
        its_party = speaker.text("party")
        if parties and its_party not in parties:
            self._check_party(record, parties, speaker)
        on_record = (given or speaker.text("on_record")) == "true"
        return parties or ([its_party] if its_party else []), on_record

    def _check_party(self, record: Record, parties: list[str], speaker: Record) -> None:
        its_party = speaker.text("party")
        if not self._are_known("parties", parties, None if speaker.lacks("party") else its_party):
            return
        whose = f"speaks for {its_party}" if its_party else "has no party"
        key, verb = ("party", "is") if len(parties) == 1 else ("parties", "are")
        what = f"{key} {verb} {', '.join(parties)}, but {speaker.id} {whose}: they must agree"
        self.found.note(record, what, key, because=[(speaker, "party")])

    # -- what about --------------------------------------------------------------------------------------------------

    def _topic(self, record: Record) -> str | None:
        """The topic: its own, which must be that of a commitment where it has some, else its first commitment's."""
        topic = record.text("topic")
        found = [self.references.record("commitments", each) for each in self.commitments[record.id]]
        commitments = [each for each in found if each]
        if not commitments:
            return topic or self._answered_topic(record)
        topics = [each.text("topic") for each in commitments]
        if topic not in topics and self._are_known("topics", [topic], topics[0]):
            each = commitments[0]
            what = f"topic is {topic}, but {each.id} is about {topics[0]}: they must agree"
            self.found.note(record, what, "topic", because=[(each, "topic") for each in commitments])
        return topic or topics[0]

    def _answered_topic(self, record: Record) -> str | None:
        """The topic of a claim that bears on nothing and names none: that of the claim that it answers."""
        seen: set[str] = set()
        at: Record | None = record
        while at is not None and at.id not in seen and at.text("topic") is None:
            seen.add(at.id)
            at = self.references.record("claims", at.text("answers"))
        keys = ("topic", "commitment", "commitments", "answers")
        if at is None and all(record.lacks(key) for key in keys):
            self.found.note(record, "has neither a commitment nor a topic: what is it about?")
        return at.text("topic") if at else None

    # -- which milestone ---------------------------------------------------------------------------------------------

    def _milestone(self, record: Record) -> tuple[str | None, str | None]:
        """The deadline that a claim names and the milestone: None where it means all, or none."""
        named = record.text("deadline")
        if named is None:
            return None, None
        identity, at, _ = named.partition("@")
        deadline = self.references.record("deadlines", identity)
        if deadline is None:
            self.references.unknown(record, "deadline", "deadlines", identity)
            return None, None
        self._check_commitment(record, deadline)
        names = self.schedule.milestones.get(identity, [])
        repeats = identity in self.schedule.repeating
        if at and names and named not in names:
            has = some(names) if repeats else "no repeats: name it without @"
            what = f"there is no milestone {quoted(named)}: {identity} has {has}"
            self.found.note(record, what, "deadline", because=[(deadline, "repeats")])
        if not repeats:
            return identity, identity
        return identity, named if at else None

    def _check_commitment(self, record: Record, deadline: Record) -> None:
        """A claim and the deadline that it names have a commitment in common."""
        commitments, its_commitment = self.commitments[record.id], deadline.text("commitment")
        if its_commitment is None or its_commitment in commitments:
            return
        because: list[Cause] = [(deadline, "commitment")]
        if not commitments and record.lacks("commitment") and record.lacks("commitments"):
            what = f"{deadline.id} is a deadline of {its_commitment}, but the claim has no commitment: give it that one"
        elif self._are_known("commitments", commitments, its_commitment):
            what = f"{deadline.id} is a deadline of {its_commitment}, but the claim is about {', '.join(commitments)}"
        else:
            return
        self.found.note(record, what, "deadline", because=because)

    # -- whose words -------------------------------------------------------------------------------------------------

    def _words(self, record: Record) -> str | None:
        """Whose words they count as, short of a look at the source's text, where they may stand in quotation marks."""
        if (written := record.text("words")) or record.text("quote") is None:
            return written
        source = self.references.record("sources", record.text("source"))
        form = record.text("instrument") or (source.text("kind") if source else None) or ""
        return Words.OWN if form.casefold().replace(" ", "-") in _OWN_FORMS else Words.REPORTED

    def _are_known(self, list_name: str, given: list[str] | list[str | None], other: str | None) -> bool:
        """Whether ids can be held against each other: an id that no record has is a problem of its own."""
        known = self.entries[list_name]
        return bool(given) and all(each in known for each in given) and (other is None or other in known)


def bears_on(record: Record, claims: Mapping[str, Record]) -> list[str]:
    """The commitments of a claim: its own, else those of the claim that it answers."""
    seen: set[str] = set()
    at: Record | None = record
    while at is not None and at.id not in seen:
        own = _one_or_several(at, "commitment", "commitments")
        if own or not (at.lacks("commitment") and at.lacks("commitments")):
            return own
        seen.add(at.id)
        at = claims.get(at.text("answers") or "")
    return []


def _one_or_several(record: Record, one: str, several: str) -> list[str]:
    single = record.text(one)
    return [single] if single else record.items(several)


def _amounts(record: Record) -> Row:
    """The quantity as it compares; one that was read when it was stored stays as it was."""
    if record.file is None:
        return {}
    written = record.text("quantity")
    if written is None:
        return {"amount": None, "amount_to": None, "unit": None, "period": None, "bound": None}
    from truce_tracker.quantities import read_quantity

    quantity = read_quantity(written)
    return {
        "amount": quantity.amount,
        "amount_to": quantity.upper,
        "unit": quantity.unit,
        "period": quantity.period,
        "bound": quantity.bound,
    }
