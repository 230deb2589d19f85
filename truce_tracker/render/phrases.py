r"""What stands inside a row, in words: positions, responses, reports. Decided once, for tables and for csv alike.

A ``\n`` marks where a narrow table may break the words; `printable` makes it a space everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce_tracker.rows import (
        Asserter,
        Exchange,
        Mover,
        ObligorPosition,
        PartyPosition,
        Report,
        Response,
        SetBy,
        Value,
    )


def who(party: str | None, speaker: str | None = None) -> str:
    """``US bessent``, ``US``, ``third party reuters``."""
    return f"{party or 'third party'} {speaker or ''}".rstrip()


def days(count: int) -> str:
    """``1 day``, ``12 days``."""
    return f"{count} day" if count == 1 else f"{count} days"


def counted(count: int, one: str) -> str:
    """``1 claim``, ``12 claims``."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


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


def mover(value: Mover) -> str:
    """``CN he-yadong (he-yadong-licences-1204)``."""
    return f"{who(value.party, value.speaker)}\n({value.claim})"


def value_in_words(value: Value) -> str:
    """``12 million t: US bessent 2025-10-30, US rollins 2025-11-24``; who was told by several sources once."""
    givers = dict.fromkeys(f"{who(claim.party, claim.speaker)} {claim.said}" for claim in value.claims)
    return f"{value.value}:\n" + ",\n".join(givers)


def _asserter(value: Asserter) -> str:
    return f"{value.party} since {value.since} ({value.claim})"


def _set_by(value: SetBy) -> str:
    return f"{who(value.party, value.speaker)} ({value.claim})"


def _report(value: Report) -> str:
    quantity = f" {value.quantity}" if value.quantity else ""
    return f"{value.said} {who(value.party, value.speaker)} {value.stance}{quantity} ({value.claim})"


_WORDS: dict[str, Callable[[Any], str]] = {
    "Asserter": _asserter,
    "Exchange": exchange,
    "ObligorPosition": position,
    "PartyPosition": position,
    "Report": _report,
    "Response": response,
    "SetBy": _set_by,
    "Mover": mover,
    "Value": value_in_words,
}


def in_words(value: Any) -> str:
    """Any value of a row as text: several joined by ``; ``, what is not known empty, ``true`` and ``false``."""
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _WORDS.get(type(value).__name__, str)(value)
