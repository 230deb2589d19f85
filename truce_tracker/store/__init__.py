"""The place where a ledger is kept, one SQLite file: make it, open it, transact, bring it up to date. No verdicts.

Reading goes through the standard library's sqlite3 (`opening`); writing through SQLAlchemy (`transacting`), which is
imported only then. A file is made by `creating`; `migrating` is imported when one of an older truce is met.
"""

from truce_tracker.store.creating import create, discard, is_there, publish
from truce_tracker.store.opening import APPLICATION_ID, SCHEMA_VERSION, open_reading, telling
from truce_tracker.store.transacting import snapshot, transaction

__all__ = [
    "APPLICATION_ID", "SCHEMA_VERSION", "create", "discard", "is_there", "open_reading", "publish", "snapshot",
    "telling", "transaction",
]  # fmt: skip
