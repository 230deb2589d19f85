"""Making a store: empty, or from the seed ledger that comes with truce."""

from __future__ import annotations

from pathlib import Path

from truce_tracker import store
from truce_tracker.cli.output import say
from truce_tracker.cli.session import Session, now


def seed_ledger() -> Path:
    """The seed ledger: beside the code in an installed truce, in data/ in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "seed_claims.yaml"
    return packaged if packaged.exists() else package.parent / "data" / "seed_claims.yaml"


def make(path: Path, files: list[tuple[str, bytes]]) -> bool:
    """Make a store that holds these ledger files. It appears whole, or not at all.

    False where another process made one there meanwhile: that one stays."""
    from truce_tracker.judgements import views
    from truce_tracker.ledger_file.loader import load

    draft = store.create(path)
    try:
        with store.transaction(draft) as connection:
            if files:
                load(connection, files, now())
            views.install(connection)
        return store.publish(draft, path)
    finally:
        store.discard(draft)


def make_default(session: Session) -> None:
    """Make the store at its default place from the seed ledger, and say so."""
    session.make_room()
    seed = seed_ledger()
    if make(session.path, [(seed.name, seed.read_bytes())]):
        say(f"made {session.path} from the seed ledger (US-China trade truce); `truce --help` tells what to do with it")
