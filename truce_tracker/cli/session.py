"""What a command stands on: which store it is, what day it is, and where output goes. The clock and the environment
are read here and nowhere below."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from truce_tracker import store
from truce_tracker.errors import StoreError, TruceError

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger


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


def say(text: str) -> None:
    """Say something about the data: to stderr, so that stdout holds nothing but data."""
    from truce_tracker.render.printable import printable

    print("\n".join(printable(line) for line in text.split("\n")), file=sys.stderr)  # noqa: T201


@contextlib.contextmanager
def output(path: Path | None) -> Iterator[IO[str]]:
    """Where data goes: stdout, or a file that appears whole at the end or not at all."""
    if path is None:
        yield sys.stdout
        return
    place = Path(os.path.realpath(path))
    is_file = os.path.isfile(place) or not os.path.exists(
        place
    )  # in the place of a device or a pipe nothing can be put
    draft = place.with_name(f".{place.name}.{os.getpid()}.part") if is_file else place
    try:
        with open(draft, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            yield file
        if is_file:
            draft.replace(place)
    except OSError as error:
        raise TruceError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        if is_file:
            with contextlib.suppress(OSError):
                draft.unlink()
