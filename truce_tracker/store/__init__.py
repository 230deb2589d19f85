"""The place where a ledger is kept, one SQLite file: make it, open it, transact, bring it up to date. No verdicts.

A file is made by `creating`, then opened to read or to write by `opening`; `migrating` is imported when one of an older
truce is met.
"""

from truce_tracker.store.address import Address, Place, place_of
from truce_tracker.store.creating import create, discard, force_to_disk, is_there, publish
from truce_tracker.store.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Connection,
    Finish,
    Touched,
    as_engine_of,
    copied,
    exists,
    files_of,
    install_views,
    named_rows,
    open_reading,
    snapshot,
    telling,
    transaction,
    user_of,
)

__all__ = [
    "APPLICATION_ID", "SCHEMA_VERSION", "Address", "Connection", "Finish", "Place", "Touched", "as_engine_of", "copied",
    "create", "discard", "exists", "files_of", "force_to_disk", "install_views", "is_there", "named_rows",
    "open_reading", "place_of", "publish", "snapshot", "telling", "transaction", "user_of",
]  # fmt: skip
