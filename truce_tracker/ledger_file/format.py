"""The format truce/2 as a table: which lists a file holds, which keys a record has, what a value must be; and which
files hold one list alone. What truce/1 knew is a part of it.

This is the file's side of docs/definitions.md; `model` is the store's. No reading and no checking happens here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath

from truce_tracker.vocabulary import DeadlineKind, Instrument, Modality, Stance, Words

FORMAT = "truce/2"  # what is written
FORMATS = ("truce/1", FORMAT)  # what is read
FLAT_SUFFIXES = (".csv", ".jsonl")


class Shape(Enum):
    """What a value must be, once it is known to be text (or a list of texts)."""

    TEXT = "text"
    SLUG = "an id: letters, digits, '.', '_' and '-'"
    WORD = "one of a closed set"
    FLAG = "true or false"
    DATE = "a date"
    PLAIN_DATE = "a day, a month or a year"
    LENGTH = "a length of time"
    QUANTITY = "a quantity"
    URL = "an address that begins with http:// or https://"
    TEXTS = "a list of texts"
    SLUGS = "a list of ids"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record. `refers_to` names the list that the id must be in; `default` is filled in when absent.

    `implied` is a value that says no more than its absence, and is left out. A list that `may_be_one` can be written as
    its only item.
    """

    shape: Shape = Shape.TEXT
    required: bool = False
    refers_to: str | None = None
    words: tuple[str, ...] = ()
    default: str | None = None
    implied: str | None = None
    may_be_one: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return self.shape in (Shape.TEXTS, Shape.SLUGS)


_ID = Key(Shape.SLUG, required=True)
_TEXT = Key()
_DATE = Key(Shape.DATE)
_DAY = Key(Shape.PLAIN_DATE)


def _to(list_name: str, required: bool = False) -> Key:
    return Key(Shape.SLUG, required, refers_to=list_name)


def _each_to(list_name: str, required: bool = False) -> Key:
    return Key(Shape.SLUGS, required, refers_to=list_name)


LISTS: dict[str, dict[str, Key]] = {
    "parties": {"id": _ID, "name": _TEXT, "aliases": Key(Shape.TEXTS)},
    "speakers": {
        "id": _ID,
        "name": _TEXT,
        "party": _to("parties"),
        "role": _TEXT,
        "aliases": Key(Shape.TEXTS),
        "on_record": Key(Shape.FLAG, default="true"),
    },
    "topics": {"id": _ID, "name": _TEXT},
    "sources": {
        "id": _ID,
        "outlet": _TEXT,
        "title": _TEXT,
        "authors": Key(Shape.TEXTS),
        "published": _DATE,
        "retrieved": _DATE,
        "url": Key(Shape.URL),
        "language": _TEXT,
        "kind": _TEXT,
        "based_on": _to("sources"),
        "replaces": _to("sources"),
        "archived": _TEXT,
        "note": _TEXT,
        "text": _TEXT,
    },
    "commitments": {
        "id": _ID,
        "summary": _TEXT,
        "topic": _to("topics", required=True),
        "obligors": _each_to("parties", required=True),
        "beneficiaries": _each_to("parties"),
        "in_exchange_for": _each_to("commitments"),
    },
    "deadlines": {
        "id": _ID,
        "commitment": _to("commitments", required=True),
        "kind": Key(Shape.WORD, words=tuple(DeadlineKind), default=DeadlineKind.DUE),
        "phrase": _TEXT,
        "stated": _DATE,
        "due": _DAY,
        "from": _DAY,
        "repeats": _TEXT,
        "replaces": Key(Shape.SLUGS, refers_to="deadlines", may_be_one=True),
        "within": Key(Shape.LENGTH),
        "of": _TEXT,  # a commitment's id or a milestone's: the loader resolves it
        "no_later_than": _DAY,
    },
    "claims": {
        "id": _ID,
        "party": _to("parties"),
        "parties": _each_to("parties"),
        "speaker": _to("speakers"),
        "said": _DATE,
        "source": _to("sources", required=True),
        "commitment": _to("commitments"),
        "commitments": _each_to("commitments"),
        "topic": _to("topics"),
        "stance": Key(Shape.WORD, required=True, words=tuple(Stance)),
        "condition": _TEXT,
        "answers": _to("claims"),
        "text": _TEXT,
        "quote": _TEXT,
        "words": Key(Shape.WORD, words=tuple(Words)),
        "retells": _to("claims"),
        "locator": _TEXT,
        "modality": Key(Shape.WORD, words=tuple(Modality)),
        "instrument": Key(Shape.WORD, words=tuple(Instrument)),
        "quantity": Key(Shape.QUANTITY),
        "deadline": _TEXT,  # a deadline's id or a milestone's: the loader resolves it
        "about": _each_to("parties"),
        "done": _DATE,
        "basis": _TEXT,
        "covers": _DATE,
        "cumulative": Key(Shape.FLAG, implied="true"),
        "on_record": Key(Shape.FLAG),
        "note": _TEXT,
    },
    "checks": {
        "id": _ID,
        "party": _to("parties", required=True),
        "what": _TEXT,
        "from": _DAY,
        "to": Key(Shape.PLAIN_DATE, required=True),
        "checked": Key(Shape.DATE, required=True),
        "by": _TEXT,
        "topics": _each_to("topics"),
        "note": _TEXT,
    },
}
# keys that say one thing in two ways, for one and for several: a record has one of them
SIBLINGS = {"claims": {"party": "parties", "commitment": "commitments"}}
PROPOSED = "proposed"  # a key of every record: while true, the record is taken only where another one refers to it
LISTS = {name: {"id": keys["id"], PROPOSED: Key(Shape.FLAG), **keys} for name, keys in LISTS.items()}
PROPOSED_BY = "proposed_by"  # a key of a claim: who proposed it, a model or the rules; kept in the history alone
LISTS["claims"][PROPOSED_BY] = _TEXT
NEW = "new"  # a key of a source: while true, its id is given to another one where the store has it for other words
LISTS["sources"] = {"id": _ID, PROPOSED: Key(Shape.FLAG), NEW: Key(Shape.FLAG), **LISTS["sources"]}
LISTED = ("aliases", "authors")  # keys of which the store keeps the items as JSON in a column
NOT_KEPT = (PROPOSED, PROPOSED_BY, NEW)  # keys that say what to do with a record, and are no part of it
SINGULAR = {
    "parties": "party",
    "speakers": "speaker",
    "topics": "topic",
    "sources": "source",
    "commitments": "commitment",
    "deadlines": "deadline",
    "claims": "claim",
    "checks": "check",
}


def is_flat(name: str) -> bool:
    """Whether a file of that name holds one list, as csv or jsonl."""
    return PurePath(name).suffix.lower() in FLAT_SUFFIXES
