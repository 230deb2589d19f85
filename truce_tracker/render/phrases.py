r"""What stands inside a row, in words: positions, responses, reports. Decided once, for tables and for csv alike.

A ``\n`` marks where a narrow table may break the words; `clean.printable` makes it a space everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from truce_tracker.rows import Asserter, Exchange, ObligorPosition, PartyPosition, Report, Response, SetBy


def who(party: str | None, speaker: str | None = None) -> str:
    """``US bessent``, ``US``, ``third party reuters``."""
    return f"{party or 'third party'} {speaker or ''}".rstrip()


def days(count: int) -> str:
    """``1 day``, ``12 days``."""
    return f"{count} day" if count == 1 else f"{count} days"


def position(value: ObligorPosition | PartyPosition | Response) -> str:
    """``CN silent``, ``CN mentions since 2025-10-30``."""
    since = f"\nsince {value.since}" if value.since else ""
    return f"{value.party} {value.position}{since}"


def response(value: Response) -> str:
    """``CN silent, 3 chances, last checked 2025-11-27``."""
    chances = f"{value.chances or 'no'} {'chance' if value.chances == 1 else 'chances'}"
    checked = f"last checked {value.last_checked}" if value.last_checked else "never checked"
    return f"{position(value)},\n{chances},\n{checked}"


def exchange(value: Exchange) -> str:
    """``us-no-100-tariff (unacknowledged)``."""
    return f"{value.commitment} ({value.status})"


def _asserter(value: Asserter) -> str:
    return f"{value.party} since {value.since} ({value.claim})"


def _set_by(value: SetBy) -> str:
    return f"{who(value.party, value.speaker)} ({value.claim})"


def _report(value: Report) -> str:
    quantity = f" {value.quantity}" if value.quantity else ""
    return f"{value.said} {who(value.party, value.speaker)} {value.stance}{quantity} ({value.claim})"


_WORDS: dict[type, Callable[[Any], str]] = {
    Asserter: _asserter,
    Exchange: exchange,
    ObligorPosition: position,
    PartyPosition: position,
    Report: _report,
    Response: response,
    SetBy: _set_by,
}


def in_words(value: Any) -> str:
    """Any value of a row as text: several joined by ``; ``, what is not known empty, ``true`` and ``false``."""
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _WORDS.get(type(value), str)(value)
