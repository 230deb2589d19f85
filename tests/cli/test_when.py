"""How a phrase is read: a day, a condition, a clock, or a day in each of several periods."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Run

TEXTS = {
    "by Thanksgiving": """\
phrase     by Thanksgiving
said       2025-11-16
from       -
due        2025-11-27
precision  day
rule       by a holiday: the day itself counts (Thanksgiving is the 4th Thursday of November)
""",
    "if the ceasefire holds": """\
phrase     if the ceasefire holds
said       2025-11-16
from       -
due        -
precision  unknown
rule       hangs on 'if the ceasefire holds': a condition or an event gives no day
condition  if the ceasefire holds
""",
    "within 30 days of signing": """\
phrase     within 30 days of signing
said       2025-11-16
from       -
due        -
precision  unknown
rule       30 days counted from 'signing': a condition or an event gives no day
condition  30 days of signing
clock      within 30 days of signing
""",
    "in each of 2026, 2027 and 2028": """\
phrase     in each of 2026, 2027 and 2028
said       2025-11-16
from       -
due        -
precision  unknown
rule       it names a day in each of several periods, so give due: 2026-12-31 and repeats: FREQ=YEARLY;COUNT=3
repeats    rule FREQ=YEARLY;COUNT=3, due 2026-12-31, from 2026-01-01
""",
}
FIELDS: dict[str, dict[str, Any]] = {
    "by Thanksgiving": {"condition": None, "clock": None, "repeats": None},
    "if the ceasefire holds": {"condition": "if the ceasefire holds", "clock": None, "repeats": None},
    "within 30 days of signing": {
        "condition": "30 days of signing", "clock": {"within": "30 days", "of": "signing"}, "repeats": None,
    },
    "in each of 2026, 2027 and 2028": {
        "condition": None, "clock": None,
        "repeats": {"rule": "FREQ=YEARLY;COUNT=3", "due": "2026-12-31", "from": "2026-01-01"},
    },
}  # fmt: skip
ALWAYS = ["phrase", "said", "from", "due", "precision", "rule"]


@pytest.mark.parametrize(("phrase", "expected"), TEXTS.items(), ids=TEXTS.keys())
def test_as_text(run: Run, phrase: str, expected: str) -> None:
    ran = run("when", phrase, "--said", "2025-11-16")
    assert (ran.code, ran.out, ran.err) == (0, expected, "")


@pytest.mark.parametrize(("phrase", "fields"), FIELDS.items(), ids=FIELDS.keys())
def test_as_json(run: Run, phrase: str, fields: dict[str, Any]) -> None:
    row = json.loads(run("when", phrase, "--said", "2025-11-16", "--format", "json").out)
    assert list(row) == [*ALWAYS, *fields]
    assert {name: row[name] for name in fields} == fields


def test_a_condition_cannot_write_to_the_terminal(run: Run) -> None:
    ran = run("when", "if \x1b[31mred", "--said", "2025-11-16")
    assert "\x1b" not in ran.out
    assert "condition  if" in ran.out
