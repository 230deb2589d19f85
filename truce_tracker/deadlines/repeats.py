"""An RFC 5545 rule and its first instance -> the days of its milestones. What is no such rule is told, never bent."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from itertools import islice

from truce_tracker.errors import UnreadableValue

MOST = 1000  # instances
_CYCLE = 400  # years after which the calendar repeats, weekdays too
_HOW = "write it as FREQ=YEARLY;COUNT=3 or FREQ=MONTHLY;UNTIL=20261231"
_LONGEST = 300  # characters


_ONLY_WITH = {"BYWEEKNO": ("YEARLY",), "BYYEARDAY": ("YEARLY",), "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY")}


def _list(number: str) -> str:
    return rf"[+-]?(?:{number})(?:,[+-]?(?:{number}))*"


_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NTH_DAY = f"(?:[+-]?[1-9][0-9]?)?{_DAY}"
_YEARDAY = "[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6]"
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "COUNT": "[1-9][0-9]{0,8}",
    "UNTIL": "[0-9]{8}(?:T[0-9]{6}Z?)?",
    "INTERVAL": "[1-9][0-9]{0,3}",
    "WKST": _DAY,
    "BYDAY": f"{_NTH_DAY}(?:,{_NTH_DAY})*",
    "BYMONTH": "(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*",
    "BYMONTHDAY": _list("[1-9]|[12][0-9]|3[01]"),
    "BYYEARDAY": _list(_YEARDAY),
    "BYWEEKNO": _list("[1-9]|[1-4][0-9]|5[0-3]"),
    "BYSETPOS": _list(_YEARDAY),
}


def milestones(rule: str, due: date) -> list[date]:
    """The days of a rule whose first instance is `due`, in order, as RFC 5545 has it: monthly from the 31st skips the
    short months. Raises UnreadableValue for what is no such rule, for one without an end, with more than 1,000
    instances or none, and where `due` is not its first instance."""
    parts = _parts(rule)
    days = _instances(parts, due, rule)
    if not days:
        raise UnreadableValue(f"{rule!r} has no instance from {due} on: {_HOW}")
    if days[0] != due:
        raise UnreadableValue(f"{rule!r}: its first instance would be {days[0]}, not the due day {due}")
    if len(days) > MOST:
        raise UnreadableValue(f"{rule!r} has more than {MOST:,} instances: give a smaller COUNT or an earlier UNTIL")
    if len(days) < int(parts.get("COUNT", 0)) or int(parts.get("UNTIL", "0")[:4]) + _shift(due) > 9999:
        raise UnreadableValue(f"{rule!r} runs for more than {_CYCLE} years: give a smaller COUNT or an earlier UNTIL")
    return days


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name. Raises UnreadableValue with what is wrong and how to write it."""
    if len(rule) > _LONGEST or rule.splitlines() != [rule]:
        raise UnreadableValue(f"{rule[:60]!r} is not one line of at most {_LONGEST} characters: {_HOW}")
    parts: dict[str, str] = {}
    for part in rule.strip().upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name not in _PARTS or name in parts:
            raise UnreadableValue(f"{rule!r}: {part!r} is {_wrong_with(name)}: {_HOW}")
        if not re.fullmatch(_PARTS[name], value, re.ASCII):
            raise UnreadableValue(f"{rule!r}: {part!r} is not {_meant(name)}: {_HOW}")
        parts[name] = value
    _check_together(parts, rule)
    return parts


def _meant(name: str) -> str:
    return "DAILY, WEEKLY, MONTHLY or YEARLY (milestones are days)" if name == "FREQ" else f"a value of {name}"


def _wrong_with(name: str) -> str:
    if name in _PARTS:
        return "there twice"
    is_time = name.startswith(("DTSTART", "TZID", "BYHOUR", "BYMINUTE", "BYSECOND"))
    return "not for truce, whose instances are days from the due day on" if is_time else "no part of an RFC 5545 rule"


def _check_together(parts: dict[str, str], rule: str) -> None:
    if "FREQ" not in parts:
        raise UnreadableValue(f"{rule!r} has no FREQ: {_HOW}")
    if ("COUNT" in parts) == ("UNTIL" in parts):
        raise UnreadableValue(f"{rule!r} must end, with one of COUNT and UNTIL: {_HOW}")
    if int(parts.get("COUNT", 0)) > MOST:
        raise UnreadableValue(f"{rule!r} has more than {MOST:,} instances: give a smaller COUNT")
    for name in _ONLY_WITH.keys() & parts.keys():
        if parts["FREQ"] not in _ONLY_WITH[name]:
            raise UnreadableValue(f"{rule!r}: {name} goes with FREQ={' or '.join(_ONLY_WITH[name])} only")
    if parts["FREQ"] in ("DAILY", "WEEKLY") and re.search(r"[0-9]", parts.get("BYDAY", "")):
        raise UnreadableValue(f"{rule!r}: a numbered BYDAY goes with FREQ=MONTHLY or YEARLY only")


def _instances(parts: dict[str, str], due: date, rule: str) -> list[date]:
    """At most one more than MOST. They are worked out near the calendar's end and moved back whole cycles: a rule that
    never comes true (February 30) would otherwise be tried day by day to the year 9999."""
    from dateutil.rrule import rrulestr

    moved = _shift(due)
    ends = {"UNTIL": _moved(parts["UNTIL"], moved, rule)} if "UNTIL" in parts else {}
    text = ";".join(f"{name}={value}" for name, value in (parts | ends).items())
    start = datetime.combine(due.replace(year=due.year + moved), time())
    try:
        found = list(islice(rrulestr(text, dtstart=start), MOST + 1))
    except ValueError as error:
        raise UnreadableValue(f"{rule!r} is no RFC 5545 rule: {error}") from None
    return [day.date().replace(year=day.year - moved) for day in found]


def _shift(due: date) -> int:
    """Whole cycles in years, so that at least one and less than two are left until the year 9999."""
    return max((9999 - _CYCLE - due.year) // _CYCLE, 0) * _CYCLE


def _moved(until: str, years: int, rule: str) -> str:
    try:
        last = date(int(until[:4]), int(until[4:6]), int(until[6:8]))
    except ValueError:
        raise UnreadableValue(f"{rule!r}: there is no day {until[:8]}") from None
    return f"{min(last.year + years, 9999):04}{last:%m%d}"
