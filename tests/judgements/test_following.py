"""The order of things: the timeline, and which day and claim changed which verdict."""

from __future__ import annotations

from typing import Any

import pytest

from .ledgers import AS_OF, ledger

X = """
    deadlines:
    - {id: x, due: 2025-11-20, from: 2025-11-05, stated: 2025-11-01}
"""


def told(rows: list[dict[str, Any]]) -> list[str]:
    """``2025-11-02 soy: unclaimed -> unacknowledged, by k1``."""
    return [
        f"{row['day']} {row['id']}: {row['before']} -> {row['after']}, by "
        + (", ".join(mover["claim"] for mover in row["by"]) or "the calendar")
        for row in rows
    ]


CHANGES = [
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-04, party: CN, stance: mentions}
        - {id: k3, said: 2025-11-06, party: CN, stance: affirms-in-part}
        - {id: k4, said: 2025-11-08, party: CN, stance: affirms}
        """,
        [
            "2025-11-02 soy: unclaimed -> unacknowledged, by k1",
            "2025-11-06 soy: unacknowledged -> partial, by k3",
            "2025-11-08 soy: partial -> agreed, by k4",
        ],
        id="each step of a status",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: mentions}
        """,
        ["2025-11-02 soy: unclaimed -> unacknowledged, by k1"],
        id="of two positions of a day, the one without which nothing had changed",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        """,
        ["2025-11-02 soy: unclaimed -> agreed, by k1, k2"],
        id="two that it took",
    ),
    pytest.param(
        X,
        ["2025-11-01 x: None -> open, by the calendar", "2025-11-21 x: open -> overdue, by the calendar"],
        id="a deadline that becomes known by its own day, and passes",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-22, speaker: analyst, stance: reports-unmet}
    - {id: k2, said: 2025-11-24, speaker: analyst, stance: reports-met}
    """,
        [
            "2025-11-01 x: None -> open, by the calendar",
            "2025-11-21 x: open -> overdue, by the calendar",
            "2025-11-22 x: overdue -> unmet, by k1",
            "2025-11-24 x: unmet -> met late, by k2",
        ],
        id="reports",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-06, speaker: analyst, stance: reports-met}
    - {id: k2, said: 2025-11-07, speaker: analyst, stance: reports-unmet}
    """,
        [
            "2025-11-01 x: None -> open, by the calendar",
            "2025-11-06 x: open -> met, by k1",
            "2025-11-07 x: met -> open, by k2",
            "2025-11-21 x: open -> unmet, by the calendar",
        ],
        id="a report taken back before the day",
    ),
    pytest.param(
        X
        + """
    - {id: y, due: 2025-12-20, replaces: x, stated: 2025-11-10}
    claims:
    - {id: k1, said: 2025-11-10, speaker: analyst, stance: mentions, deadline: y}
    """,
        [
            "2025-11-01 x: None -> open, by the calendar",
            "2025-11-10 x: open -> moved, by k1",
            "2025-11-10 y: None -> open, by k1",
        ],
        id="a day that is moved",
    ),
]


@pytest.mark.parametrize(("parts", "expected"), CHANGES)
def test_changes(ask: Any, parts: str, expected: list[str]) -> None:
    assert told(ask(ledger(parts), "changes", AS_OF, start="2025-10-01")) == expected


def test_changes_lie_after_the_first_day_and_up_to_the_last(ask: Any) -> None:
    text = ledger(X)
    assert told(ask(text, "changes", "2025-11-20", start="2025-11-01")) == []
    assert told(ask(text, "changes", "2025-11-21", start="2025-11-20")) == [
        "2025-11-21 x: open -> overdue, by the calendar"
    ]
    assert ask(text, "changes", "2025-11-21", start="2025-11-20", topic=["fentanyl"]) == []


def test_replayed_changes_lead_from_the_first_verdicts_to_the_last(ask: Any) -> None:
    text = ledger(CHANGES[0].values[0], X)  # type: ignore[arg-type]
    before = {row["commitment"]: row["status"] for row in ask(text, "commitments", "2025-11-03")}
    after = {row["commitment"]: row["status"] for row in ask(text, "commitments", AS_OF)}
    for row in ask(text, "changes", AS_OF, start="2025-11-03"):
        if row["kind"] == "commitment":
            assert before[row["id"]] == row["before"]
            before[row["id"]] = row["after"]
    assert before == after


def test_the_timeline_is_one_stream_with_days_to_come(ask: Any) -> None:
    text = ledger("""
        deadlines:
        - {id: x, due: 2025-12-20, from: 2025-11-05, stated: 2025-11-01}
        - {id: end, kind: expires, due: 2026-01-01, stated: 2025-11-02}
        claims:
        - {id: k1, said: 2025-11-03/2025-11-04, speaker: bessent, stance: affirms, quote: we will}
        - {id: k2, said: 2025-12-03, party: CN, stance: affirms}
        checks:
        - {id: c, party: CN, to: 2025-11-20, checked: 2025-11-21, topics: [trade]}
    """)
    rows = ask(text, "timeline", AS_OF)
    assert [(row["day"], row["kind"], row["id"], row["state"], row["begins"], row["ends"]) for row in rows] == [
        ("2025-11-03", "claim", "k1", "affirms", "2025-11-03", "2025-11-04"),
        ("2025-11-21", "check", "c", "checked", "2025-10-01", "2025-11-20"),
        ("2025-12-20", "due", "x", "open", "2025-11-05", "2025-12-20"),
        ("2026-01-01", "expires", "end", "in force", "2025-11-02", "2026-01-01"),
    ]
    assert (rows[0]["text"], rows[1]["topic"]) == ("we will", "trade")
    assert [row["id"] for row in ask(text, "timeline", AS_OF, since="2025-11-21", until="2025-12-31")] == ["c", "x"]
    assert [row["id"] for row in ask(text, "timeline", AS_OF, party=["US"])] == ["k1"]
    assert ask(text, "timeline", AS_OF, topic=["fentanyl"]) == []
