"""Making a store that holds ledger files, such as the seed ledger that comes with truce."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from truce_tracker import store

if TYPE_CHECKING:
    from truce_tracker.ledger_file.history import Act


def seed_ledger() -> Path:
    """The seed ledger: beside the code in an installed truce, in data/ in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "seed_claims.yaml"
    return packaged if packaged.exists() else package.parent / "data" / "seed_claims.yaml"


def seed_files() -> list[tuple[str, bytes]]:
    """The seed ledger as the loader takes it: its name and what is in it."""
    seed = seed_ledger()
    return [(seed.name, seed.read_bytes())]


def make(path: store.Place, files: list[tuple[str, bytes]], act: Act) -> bool:
    """Make a store that holds these ledger files. It appears whole, or not at all.

    False where another process made one there meanwhile: that one stays.
    """
    from truce_tracker.judgements.derive import settle
    from truce_tracker.ledger_file.loader import load

    draft = store.create(path)
    try:
        with store.transaction(draft, place=path) as connection:
            if files:
                load(connection, files, act)
            settle(connection)
        return store.publish(draft, path)
    finally:
        store.discard(draft)
