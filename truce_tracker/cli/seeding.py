"""Making a store: empty, or from the seed ledger that comes with truce."""

from __future__ import annotations

from pathlib import Path

from truce_tracker import store
from truce_tracker.cli.session import now, say
from truce_tracker.errors import StoreError


def seed_ledger() -> Path:
    """The seed ledger: beside the code in an installed truce, in data/ in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "seed_claims.yaml"
    return packaged if packaged.exists() else package.parent / "data" / "seed_claims.yaml"


def make(path: Path, files: list[tuple[str, bytes]]) -> None:
    """Make a store that holds these ledger files. It appears whole, or not at all."""
    from truce_tracker.ledger.loader import load

    draft = store.create(path)
    try:
        if files:
            with store.transaction(draft) as connection:
                load(connection, files, now())
        store.publish(draft, path)
    finally:
        store.discard(draft)


def make_default(path: Path) -> None:
    """Make the store at its default place from the seed ledger, and say so."""
    seed = seed_ledger()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = seed.read_bytes()
    except OSError as error:
        raise StoreError(
            f"no store can be made at {path}: {error.strerror or error}; name a place with --db"
        ) from error
    make(path, [(seed.name, content)])
    say(f"made {path} from the seed ledger (US-China trade truce); `truce --help` tells what to do with it")
