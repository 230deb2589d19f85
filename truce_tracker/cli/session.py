"""What a command stands on: which store it is, what day it is, and what the words of a request mean in that ledger.

The clock is read here and nowhere else. Every id, word and date of a request is held against the ledger, with "did you
mean"; where output goes is told in `output`.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

from truce_tracker import store
from truce_tracker.errors import StoreError, TruceError, UnreadableValue, did_you_mean

if TYPE_CHECKING:
    import sqlite3

    from truce_tracker.dates import EdtfDate
    from truce_tracker.judgements.asking import Asker, Filters
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.judgements.lookups import Table
    from truce_tracker.ledger_file.history import Act

_Words = list[str] | None
AnAsker = TypeVar("AnAsker", bound="Asker")
_LONGEST = 500  # characters of a command that are kept

DAYS_OF_NEWS = 7


class Asked(TypedDict, total=False):
    """The filters of a request as they were typed: ids may be none, days are not read yet."""

    party: _Words
    speaker: _Words
    topic: _Words
    commitment: _Words
    source: _Words
    stance: _Words
    since: _Words
    until: _Words
    search: _Words
    limit: int | None
    all: bool


class Session:
    """One call of `truce`: the store that it names."""

    def __init__(self, db: str | None) -> None:
        self.named = db or os.environ.get("TRUCE_DB") or None
        self.by: str | None = None  # who changes the ledger, where --by says so
        self.recorded_by: str | None = None  # the day of which the ledger is asked for, as it was typed

    @staticmethod
    def take_by(ctx: Any, parameter: object, value: str | None) -> None:
        """Note what --by says, for the session of a command."""
        ctx.obj.by = value

    @staticmethod
    def take_recorded_by(ctx: Any, parameter: object, value: str | None) -> None:
        """Note what --recorded-by says, for the session of a command."""
        ctx.obj.recorded_by = value

    @property
    def path(self) -> store.Place:
        """The store: --db, else $TRUCE_DB, else truce.db in the user's data folder."""
        if self.named:
            return store.place_of(self.named)
        from platformdirs import user_data_path

        return user_data_path("truce", appauthor=False) / "truce.db"

    @property
    def file(self) -> Path:
        """The store as a file. Raises TruceError where it is a ledger in a database."""
        if isinstance(path := self.path, Path):
            return path
        raise TruceError(f"{path} is no file: this is for a store that is one; docs/desk.md says what there is instead")

    def reading(self) -> AbstractContextManager[Ledger]:
        """The store, open for questions; at the default place it is made from the seed ledger where it is absent."""
        from truce_tracker.judgements.ledger import Ledger

        return self.reading_with(Ledger)

    @contextlib.contextmanager
    def reading_with(self, asker: type[AnAsker]) -> Iterator[AnAsker]:
        """The store, open for questions of one kind."""
        from truce_tracker.cli.output import say

        self.make_if_absent()
        if self.recorded_by is not None:
            with self._as_it_stood(last_day_of(self.recorded_by, "--recorded-by")) as copy:
                yield asker(copy)
            return
        with store.telling(self.path), asker.open(self.path, say) as ledger:
            ledger.at_one_moment()
            yield ledger

    @contextlib.contextmanager
    def _as_it_stood(self, day: str) -> Iterator[sqlite3.Connection]:
        """A copy of the store in memory, which holds the ledger as it stood at the end of a day (UTC)."""
        from truce_tracker.cli.output import say
        from truce_tracker.judgements.derive import settle
        from truce_tracker.ledger_file.history import Act
        from truce_tracker.ledger_file.undoing import stand_as_of

        with store.copied(self.path, settle, say) as (writer, copy):
            stand_as_of(writer, day).write(writer, Act(day, "as it stood"))
            settle(writer)
            yield copy

    def make_if_absent(self) -> None:
        """Make the store of the default place from the seed ledger where there is none, and say so."""
        path = self.path
        if self.named or path.exists():
            return
        from truce_tracker.cli.output import say

        if self.make():
            say(f"made {path} from the seed ledger (US-China trade truce); `truce --help` tells what to do with it")

    def make(self, empty: bool = False) -> bool:
        """Make the store, from the seed ledger or empty. False where a file is there: that one stays."""
        from truce_tracker.cli import seeding

        self.make_room()
        return seeding.make(self.path, [] if empty else seeding.seed_files(), self.act())

    def act(self) -> Act:
        """The command as a change of the ledger keeps it: when, as it was typed, by whom."""
        from truce_tracker.ledger_file.history import Act

        return Act(now(), _command(), self.by or _author())

    def keep_copy(self) -> Path:
        """Copy the store into the folder of copies; gives the copy's place."""
        from platformdirs import user_data_path

        from truce_tracker.store.backup import keep_copy

        return keep_copy(self.file, user_data_path("truce", appauthor=False) / "backups", now())

    def make_room(self) -> None:
        """Make the folder of the default place. Raises StoreError where it cannot be made."""
        if self.named:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"no store can be made at {self.path}: {error.strerror or error}; name another place with --db"
            raise StoreError(what) from error


def _command() -> str:
    """The command that is running, as it was typed."""
    typed = shlex.join(sys.argv[1:])
    return typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}..."


def _author() -> str | None:
    """Who changes the ledger: $TRUCE_BY, else git's user.name, else the name of the login; None where there is none."""
    if name := os.environ.get("TRUCE_BY"):
        return name
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        asked = ["git", "config", "user.name"]
        found = subprocess.run(asked, capture_output=True, text=True, timeout=5, check=False, errors="replace")
        if name := found.stdout.strip():
            return name
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return None


def today() -> date:
    """The day it is here."""
    return date.today()


def now() -> str:
    """The moment, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(text: str | None) -> str:
    """The day that --as-of means, as ISO text: today by default, the last day of a month or a year."""
    return last_day_of(text, "--as-of")


def first_day_of(text: str, option: str) -> str:
    """The day that an option means, as ISO text: the first day of a month or a year; -7d is seven days ago."""
    return _date(text, option).first.isoformat()


def news_since(text: str | None, day: str, option: str = "--since") -> str:
    """The day after which there is news up to an ISO day: the one that an option means, else a week before."""
    from truce_tracker.dates import days_before

    return first_day_of(text, option) if text else days_before(day, DAYS_OF_NEWS)


def last_day_of(text: str | None, option: str) -> str:
    """The day that an option means, as ISO text: the last day of a month or a year, today where it is absent."""
    return _date(text, option).last.isoformat() if text else today().isoformat()


def filters_of(ledger: Ledger, **asked: Unpack[Asked]) -> Filters:
    """The filters that were asked for. Raises TruceError for an id, a stance or a day that is none."""
    filters: Filters = {}
    if parties := asked.get("party"):
        filters["party"] = [known_id(ledger, "party", word) for word in parties]
    if speakers := asked.get("speaker"):
        filters["speaker"] = [known_id(ledger, "speaker", word) for word in speakers]
    if topics := asked.get("topic"):
        filters["topic"] = [known_id(ledger, "topic", word) for word in topics]
    if commitments := asked.get("commitment"):
        filters["commitment"] = [known_id(ledger, "commitment", word) for word in commitments]
    if sources := asked.get("source"):
        filters["source"] = [known_id(ledger, "source", word) for word in sources]
    if stances := asked.get("stance"):
        filters["stance"] = [_stance(word) for word in stances]
    if since := asked.get("since"):
        filters["since"] = max(first_day_of(text, "--since") for text in since)
    if until := asked.get("until"):
        filters["until"] = min(last_day_of(text, "--until") for text in until)
    if search := asked.get("search"):
        filters["search"] = " ".join(search)
    if (limit := asked.get("limit")) is not None:
        filters["limit"] = limit
    if asked.get("all"):
        filters["all"] = True
    return filters


def _stance(word: str) -> str:
    from truce_tracker.cli.output import one_of
    from truce_tracker.vocabulary import Stance

    return one_of("stance", word, Stance)


def known_id(ledger: Ledger, table: Table, word: str) -> str:
    """The id that a word means: of the record that has it as its id, else as its name or alias. Raises TruceError where
    there is none, or more than one."""
    if identity := only_id(word, ledger.named(table, word)):
        return identity
    plural = "parties" if table == "party" else f"{table}s"
    hint = did_you_mean(word, ledger.words(table))
    raise TruceError(f"there is no {table} {word!r}{hint}; `truce {plural}` lists them")


def only_id(word: str, named: Iterable[str]) -> str | None:
    """The one id among those that a word means, None where it means none. Raises TruceError where it means several."""
    ids = sorted(set(named))
    if len(ids) > 1:
        raise TruceError(f"{word!r} can mean {' or '.join(ids)}: give the id")
    return ids[0] if ids else None


def _date(text: str, option: str) -> EdtfDate:
    from truce_tracker.dates import read_date_beside

    try:
        return read_date_beside(text, today())
    except UnreadableValue as error:
        raise TruceError(f"{option}: {error}") from error
