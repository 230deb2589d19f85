r"""What stands inside a row, in words: positions, states, reports. Decided once, for tables and for csv alike.

A ``\n`` marks where a narrow table may break the words; `printable` makes it a space everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from truce_tracker.render.quoted import quoted

if TYPE_CHECKING:
    from truce_tracker.rows import (
        Asserter,
        Breach,
        CommitmentRow,
        Exchange,
        MovedTo,
        Mover,
        ObligorPosition,
        PartyPosition,
        Progress,
        Quote,
        Reading,
        Report,
        Response,
        SetBy,
        Value,
        Variant,
    )

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNTED = {
    "sales": "sold",
    "purchases": "bought",
    "shipments": "shipped",
    "arrivals": "arrived",
    "deliveries": "delivered",
    "exports": "exported",
    "imports": "imported",
}
"""What a basis says of its figure; another one is named as it is."""
_DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})")
_BARE_NUMBER = re.compile(r"[0-9]{4,}(?=[. ])")
_BREACH = "breach reported"


def who(party: str | None, speaker: str | None = None) -> str:
    """``US bessent``, ``US``, ``third party reuters``."""
    return f"{party or 'third party'} {speaker or ''}".rstrip()


def days(count: int) -> str:
    """``1 day``, ``12 days``."""
    return f"{count} day" if count == 1 else f"{count} days"


def counted(count: int, one: str) -> str:
    """``1 claim``, ``12 claims``."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def date_in_words(day: str) -> str:
    """``10 Jan 2027`` for an ISO day, as a sentence has it."""
    found = _DAY.fullmatch(day)
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}" if found else day


def percent(share: float) -> str:
    """``7%``; ``0.4%`` where a whole number would say nothing."""
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"


# -- where a party stands ----------------------------------------------------------------------------------------------


def position(value: ObligorPosition | PartyPosition | Response) -> str:
    """``CN silent``, ``CN mentions since 2025-10-30``, ``... since 2025-10-30, latest 2025-11-24``."""
    since = f"\nsince {value.since}" if value.since else ""
    latest = f",\nlatest {value.latest}" if value.latest and value.latest != value.since else ""
    return f"{value.party} {value.position}{since}{latest}"


def response(value: Response) -> str:
    """``CN silent, 3 chances, last checked 2025-11-27``."""
    chances = f"{value.chances or 'no'} {'chance' if value.chances == 1 else 'chances'}"
    checked = f"last checked {value.last_checked}" if value.last_checked else "never checked"
    return f"{position(value)},\n{chances},\n{checked}"


def asserter(value: Asserter) -> str:
    """``US since 2025-10-30``; ``US affirms-if since 2025-10-30`` where it is not simply said."""
    how = "" if value.position == "affirms" else f" {value.position}"
    return f"{value.party}{how}\nsince {value.since}"


# -- what is said of a commitment, and what became of it ---------------------------------------------------------------


def status_and_state(status: str, state: str) -> str:
    """``agreed · done``: what is said of it, what became of it."""
    return f"{status}\n· {state}"


def verdict(row: CommitmentRow) -> str:
    """``agreed · breach reported (RU by UA: 4, UA by RU: 1)``; ``undertaken · done, says US alone``."""
    return status_and_state(row.status, _state_by(row))


def state_alone(state: str, one_sided: bool) -> str:
    """``done, says one side alone``, where the row does not tell which."""
    return f"{state},\nsays one side alone" if one_sided else state


def _state_by(row: CommitmentRow) -> str:
    broken = ",\n".join(map(breach, row.breaches))
    if row.state == _BREACH:
        return f"{row.state}\n({broken})" if broken else row.state
    said = "".join(f",\n{words}" for words in _sayers(row.state_by, row.state_one_sided))
    return row.state + said + (f",\n{_BREACH}\n({broken})" if broken else "")


def _sayers(by: Iterable[str], one_sided: bool) -> Iterable[str]:
    """``says US alone``; ``say CN, US``; of some obligor one party alone may say it, of all of them several."""
    parties = list(by)
    if not parties:
        return ()
    verb = "say" if len(parties) > 1 else "says"
    alone = "" if not one_sided else " alone" if len(parties) == 1 else ",\nof one obligor one of them alone"
    return (f"{verb} {', '.join(parties)}{alone}",)


def breach(value: Breach) -> str:
    """``RU by UA: 4``: whose doing, who says so, and how often; ``nobody named`` where no report says whose."""
    return f"{value.party or 'nobody named'} by {value.reported_by}: {value.reports}"


def exchange(value: Exchange) -> str:
    """``us-no-100-tariff (unacknowledged · open)``."""
    return f"{value.commitment}\n({value.status} · {value.state})"


# -- days --------------------------------------------------------------------------------------------------------------


def moved_to(value: MovedTo) -> str:
    """``moved to 10 Jan 2027 by CN, US``: who states the new day; to its deadline's id where that has no day."""
    by = f"\nby {', '.join(value.by)}" if value.by else ""
    return f"moved to\n{date_in_words(value.due) if value.due else value.deadline}{by}"


def reading(value: Reading) -> str:
    """``1 Mar 2026 by RU``: when a clock runs out by somebody's word."""
    return f"{date_in_words(value.due)} by {', '.join(value.by)}"


def variant(value: Variant, due: str | None) -> str:
    """``one telling says before Thanksgiving: 26 Nov``, beside the day that the promise has."""
    day = date_in_words(value.due) if value.due else "no day"
    if value.due and due and value.due[:4] == due[:4]:
        day = day.rpartition(" ")[0]
    return f"one telling says {value.phrase + ': ' if value.phrase else ''}{day}"


# -- figures -----------------------------------------------------------------------------------------------------------


def figure(value: Progress) -> str:
    """``792,000 t sold, says US usda (7%)``."""
    basis = value.basis and _COUNTED.get(value.basis, f"({value.basis})")
    amount = " ".join(filter(None, (amount_in_words(value.quantity), basis)))
    share = f" ({percent(value.share)})" if value.share is not None else ""
    return f"{amount},\nsays {who(value.party, value.speaker)}{share}"


def amount_in_words(quantity: str) -> str:
    """``1,124,000 t``: a sum is in base units, and long; what has its commas stays as it was written."""
    return _BARE_NUMBER.sub(lambda found: f"{int(found[0]):,}", quantity, count=1)


# -- claims behind a row -----------------------------------------------------------------------------------------------


def mover(value: Mover) -> str:
    """``CN he-yadong (he-yadong-licences-1204)``."""
    return f"{who(value.party, value.speaker)}\n({value.claim})"


def value_in_words(value: Value) -> str:
    """``12 million t: US bessent 2025-10-30 (AP, Reuters), US rollins 2025-11-24 (AFP)``: each with its outlets."""
    givers: dict[str, dict[str, None]] = {}
    for claim in value.claims:
        outlets = givers.setdefault(f"{who(claim.party, claim.speaker)} {claim.said}", {})
        outlets[claim.outlet or claim.source] = None
    return f"{value.value}:\n" + ",\n".join(f"{giver} ({', '.join(outlets)})" for giver, outlets in givers.items())


def _asserter(value: Asserter) -> str:
    return f"{asserter(value)} ({value.claim})"


def _set_by(value: SetBy) -> str:
    return f"{who(value.party, value.speaker)} ({value.claim})"


def _quote(value: Quote) -> str:
    return quoted(value.quote, value.words, value.outlet)


def _variant(value: Variant) -> str:
    return variant(value, None)


def _report(value: Report) -> str:
    quantity = f" {value.quantity}" if value.quantity else ""
    about = f" about {', '.join(value.about)}" if value.about else ""
    return f"{value.said} {who(value.party, value.speaker)} {value.stance}{about}{quantity} ({value.claim})"


_WORDS: dict[str, Callable[[Any], str]] = {
    "Asserter": _asserter,
    "Breach": breach,
    "Exchange": exchange,
    "MovedTo": moved_to,
    "ObligorPosition": position,
    "PartyPosition": position,
    "Progress": figure,
    "Quote": _quote,
    "Reading": reading,
    "Report": _report,
    "Response": response,
    "SetBy": _set_by,
    "Mover": mover,
    "Value": value_in_words,
    "Variant": _variant,
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
