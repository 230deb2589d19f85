"""A whole store into another place, on the same engine or another, and every verdict compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker import store
from truce_tracker.cli.output import say, tell
from truce_tracker.errors import StoreError

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger

_DAYS = 10  # on which the verdicts are compared


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A file, or postgresql://HOST/DATABASE?ledger=NAME.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The same; nothing may be there yet.")],
) -> None:
    """Copy a ledger whole to another place: from a file into a database, out of it, or beside.

    Ids, the order of entry, when each record was recorded and the history go along. Every verdict of the copy is
    compared with the first on ten days; where one differs, no copy is made.

    \b
    Example: truce copy talks.db 'postgresql://desk.example/truce?ledger=talks'
    """
    first, second = store.place_of(source), store.place_of(target)
    if not store.exists(first):
        raise StoreError(f"there is no store at {first}")
    days = _copy(first, second)
    tell(f"copied {first} to {second}; every verdict is the same on {days} day{'s' * (days != 1)}")


def _copy(first: store.Place, second: store.Place) -> int:
    """Copy, and compare; gives on how many days."""
    from truce_tracker.judgements import views
    from truce_tracker.judgements.derive import settle
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.store.copying import copy_rows

    draft = store.create(second)
    try:
        with store.snapshot(first, settle, say) as reader, store.transaction(draft, place=second) as writer:
            copy_rows(reader, writer)
            views.install(writer)
        with Ledger.open(first, say) as before, Ledger.open(draft, say) as after:
            days = _days(before)
            for day in days:
                _compare(before, after, day)
        if not store.publish(draft, second):
            raise StoreError(f"there is something at {second} by now: name another place")
    finally:
        store.discard(draft)
    return len(days)


def _days(ledger: Ledger) -> list[str]:
    """Days on which something became known, from the first to the last."""
    known = [row[0] for row in ledger.connection.execute("SELECT DISTINCT known FROM pair ORDER BY known")]
    last = len(known) - 1
    return list(dict.fromkeys(known[round(number * last / (_DAYS - 1))] for number in range(_DAYS if known else 0)))


def _compare(before: Ledger, after: Ledger, day: str) -> None:
    """Raise StoreError where a verdict of a day differs."""
    from truce_tracker.judgements.compose import QUESTIONS

    for question in QUESTIONS:
        name = question.replace("-", "_")
        if getattr(before, name)(day) != getattr(after, name)(day):
            raise StoreError(
                f"the copy does not answer `truce {question} --as-of {day}` as the first: no copy was made"
            )
