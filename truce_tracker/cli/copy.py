"""A whole store into another place, on the same engine or another, and every verdict compared."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.output import say, tell
from truce_tracker.errors import StoreError


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A file, or postgresql://HOST/DATABASE?ledger=NAME.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The same; nothing may be there yet.")],
) -> None:
    """Copy a ledger to another file or database.

    Ids, the order of entry, when each record was recorded and the history go along. Every verdict of the copy is
    compared with the first on ten days; where one differs, no copy is made.

    \b
    Example: truce copy talks.db 'postgresql://desk.example/truce?ledger=talks'
    """
    first, second = store.place_of(source), store.place_of(target)
    if not store.exists(first):
        raise StoreError(f"there is no store at {first}")
    days = copied(first, second)
    tell(f"copied {first} to {second}; every verdict is the same on {days} day{'s' * (days != 1)}")


def copied(first: store.Place, second: store.Place) -> int:
    """Copy a store, and compare the two; gives on how many days. Raises StoreError, and makes no copy, where they are
    not alike."""
    from truce_tracker.judgements import twins, views
    from truce_tracker.judgements.derive import settle
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.store.copying import copy_rows

    draft = store.create(second)
    try:
        with store.snapshot(first, settle, say) as reader, store.transaction(draft, place=second) as writer:
            copy_rows(reader, writer)
            views.install(writer)
        with Ledger.open(first, say) as before, Ledger.open(draft, say) as after:
            days = twins.compare(before, after)
        if not store.publish(draft, second):
            raise StoreError(f"there is something at {second} by now: name another place")
    finally:
        store.discard(draft)
    return days
