"""Days: a date as written -> its first and last possible day; a repeat -> its days. No ledger here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice


def first_day(written: str) -> date:
    """First possible day: "`2025-11-27`, `2025-11`, `2025`, `2025-11-17/2025-11-30` (some day in that interval)"."""
    year, month, day = _numbers(written.split("/")[0])
    return date(year, month or 1, day or 1)


def last_day(written: str) -> date:
    """Last possible day: "each is stored as written and as its first and last possible day"."""
    year, month, day = _numbers(written.split("/")[-1])
    if day:
        return date(year, month, day)
    if month == 12 or not month:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _numbers(part: str) -> tuple[int, int, int]:
    """Year, month, day; 0 where coarser; "a trailing `~` for about" moves no day."""
    numbers = [int(number) for number in part.rstrip("~").split("-")]
    return numbers[0], *((*numbers[1:], 0, 0)[:2])  # type: ignore[return-value]


def due_day(due: str | None, phrase: str | None) -> date:
    """The last acceptable day: "`due` and `to` [mean] the last" day; "optional where the phrase resolves".

    Of phrases, only those which carry their date in ISO notation are read here: "`until X`, `through X` are X".
    """
    if due is not None:
        return last_day(due)
    found = re.fullmatch(r"(?:by|until|through) (\d{4}(?:-\d\d){1,2})", phrase or "")
    assert found, f"the second reading does not read the phrase {phrase!r}"
    return last_day(found[1])


def repeated(due: date, rule: str) -> list[date]:
    """Days of a repeat: "an RFC 5545 rule; `due` is its first instance"; a day that a month lacks is left out."""
    parts = dict(part.split("=") for part in rule.split(";"))
    assert set(parts) == {"FREQ", "COUNT"}, f"the second reading does not read the rule {rule!r}"
    return list(islice(_every(due, parts["FREQ"]), int(parts["COUNT"])))


def _every(due: date, frequency: str) -> Iterator[date]:
    for step in count():
        if frequency == "DAILY":
            yield due + timedelta(days=step)
            continue
        months = step * {"MONTHLY": 1, "YEARLY": 12}[frequency] + due.month - 1
        try:
            yield date(due.year + months // 12, months % 12 + 1, due.day)
        except ValueError:  # no 31 April, no 29 February
            continue
