"""What a command stands on: which store it is, what day it is, and what the words of a request mean in that ledger.

The clock is read here and nowhere else. Every id, word and date of a request is held against the ledger, with "did you
mean"; where output goes is told in `output`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truce_tracker import store
from truce_tracker.errors import StoreError, TruceError, UnreadableValue, did_you_mean

if TYPE_CHECKING:
    from truce_tracker.dates import EdtfDate
    from truce_tracker.judgements.asking import Filters
    from truce_tracker.judgements.ledger import Ledger

ID_FILTERS = ("party", "speaker", "topic", "commitment", "source")


class Session:
    """One call of `truce`: the store that it names."""

    def __init__(self, db: str | None) -> None:
        self.named = db or os.environ.get("TRUCE_DB") or None

    @property
    def path(self) -> Path:
        """The store: --db, else $TRUCE_DB, else truce.db in the user's data folder."""
        if self.named:
            return Path(self.named)
        from platformdirs import user_data_path

        return user_data_path("truce", appauthor=False) / "truce.db"

    @contextlib.contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The store, open for questions; at the default place it is made from the seed ledger where it is absent."""
        from truce_tracker.judgements.ledger import Ledger

        path = self.path
        if not self.named and not path.exists():
            from truce_tracker.cli.seeding import make_default

            make_default(self)
        with store.telling(path), Ledger.open(path) as ledger:
            ledger.connection.execute("BEGIN")  # all that one command asks, it asks of one moment
            yield ledger

    def make_room(self) -> None:
        """Make the folder of the default place. Raises StoreError where it cannot be made."""
        if self.named:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"no store can be made at {self.path}: {error.strerror or error}; name another place with --db"
            raise StoreError(what) from error


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
    """The day that an option means, as ISO text: the first day of a month or a year."""
    return _plain(text, option).first.isoformat()


def last_day_of(text: str | None, option: str) -> str:
    """The day that an option means, as ISO text: the last day of a month or a year, today where it is absent."""
    return _plain(text, option).last.isoformat() if text else today().isoformat()


def filters_of(ledger: Ledger, options: Mapping[str, Any]) -> Filters:
    """The filters among a command's options. Raises TruceError for an id that the ledger has not."""
    from truce_tracker.vocabulary import Stance

    filters: dict[str, Any] = {}
    for name in ID_FILTERS:
        if wanted := options.get(name):
            filters[name] = [known_id(ledger, name, identity) for identity in wanted]
    if stances := options.get("stance"):
        filters["stance"] = [one_of("stance", stance, list(Stance)) for stance in stances]
    if since := options.get("since"):
        filters["since"] = max(_plain(text, "--since").first.isoformat() for text in since)
    if until := options.get("until"):
        filters["until"] = min(_plain(text, "--until").last.isoformat() for text in until)
    if search := options.get("search"):
        filters["search"] = " ".join(search)
    if options.get("limit") is not None:
        filters["limit"] = options["limit"]
    return filters  # type: ignore[return-value]


def one_of(what: str, word: str, words: Iterable[str]) -> str:
    """The word, when it is one of them; else a TruceError that names them."""
    known = list(words)
    if word not in known:
        raise TruceError(f"there is no {what} {word!r}{did_you_mean(word, known)}: use one of {', '.join(known)}")
    return word


def ids_like(session: Session, tables: Iterable[str], beginning: str) -> list[str]:
    """The ids that begin so, for a shell's completion; none where there is no store to ask."""
    from truce_tracker import store

    try:
        connection = store.open_reading(session.path)
        found = []
        for table in tables:
            query = f'SELECT id FROM "{table}" WHERE SUBSTR(id, 1, ?) = ? ORDER BY id LIMIT 200'
            found += [row[0] for row in connection.execute(query, (len(beginning), beginning))]
    except Exception:  # a shell that completes wants words or nothing, never a traceback
        return []
    return list(dict.fromkeys(found))  # a deadline's only milestone has its id


def known_id(ledger: Ledger, name: str, identity: str) -> str:
    """The id, when a record of this kind has it; else a TruceError that says which one may be meant."""
    if ledger.connection.execute(f"SELECT 1 FROM {name} WHERE id = ?", (identity,)).fetchone():
        return identity
    raise TruceError(f"there is no {name} {identity!r}{_hint(ledger, name, identity)}{_listing(name)}")


def _hint(ledger: Ledger, name: str, word: str) -> str:
    import json

    rows = ledger.connection.execute(f"SELECT * FROM {name}").fetchall()
    for row in rows:
        names = [row["name"] or "", *json.loads(row["aliases"])] if "aliases" in row.keys() else []  # noqa: SIM118
        if word.casefold() in (each.casefold() for each in (row["id"], *names)):
            return f" (did you mean {row['id']}?)"
    return did_you_mean(word, (row["id"] for row in rows))


def _listing(name: str) -> str:
    plural = {"party": "parties"}.get(name, f"{name}s")
    return f"; `truce {plural}` lists them"


def _plain(text: str, option: str) -> EdtfDate:
    from truce_tracker.dates import read_plain_date

    try:
        return read_plain_date(text)
    except UnreadableValue as error:
        raise TruceError(f"{option}: {error}") from error
