"""Where a ledger is kept: a file, or the address of one ledger in a database of PostgreSQL."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from truce_tracker.errors import StoreError

SCHEMES = ("postgresql://", "postgres://")
DEFAULT_LEDGER = "truce"
_LEDGER = re.compile(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Address:
    """A ledger in a database: the address of that, as psycopg takes it, and the schema that holds the ledger."""

    database: str
    ledger: str

    @classmethod
    def read(cls, written: str) -> Self:
        """``postgresql://user@host/database?ledger=busan``. Raises StoreError where the ledger's name can be none."""
        parts = urlsplit(written)
        given = parse_qsl(parts.query, keep_blank_values=True)
        ledger = next((value for name, value in given if name == "ledger"), DEFAULT_LEDGER)
        if not _LEDGER.fullmatch(ledger) or ledger.startswith("pg_"):
            raise StoreError(
                f"{ledger!r} can be no ledger's name: small letters, digits, - and _, at most 40, a letter first"
            )
        query = urlencode([(name, value) for name, value in given if name != "ledger"])
        return cls(urlunsplit(parts._replace(query=query)), ledger)

    def __str__(self) -> str:
        """The address without a password."""
        parts = urlsplit(self.database)
        user, at, host = parts.netloc.rpartition("@")
        shown = urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}", query=""))
        return f"{shown}?ledger={self.ledger}"

    @property
    def name(self) -> str:
        """The ledger's name, as a file has one."""
        return self.ledger

    def beside(self, name: str) -> Self:
        """Another ledger of the database."""
        return replace(self, ledger=name)

    def exists(self) -> bool:
        """Whether the database holds such a ledger."""
        from truce_tracker.store.postgresql.opening import exists

        return exists(self)

    is_file = exists


Place = Path | Address


def place_of(written: str) -> Place:
    """The place that a person names."""
    return Address.read(written) if written.startswith(SCHEMES) else Path(written)
