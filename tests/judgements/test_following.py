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
    """``2025-11-02 commitment soy: None -> unacknowledged, by k1``."""
    return [
        f"{row['day']} {row['kind']} {row['id']}: {row['before']} -> {row['after']}, by "
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
            "2025-11-02 commitment soy: None -> unacknowledged, by k1",
            "2025-11-06 commitment soy: unacknowledged -> partial, by k3",
            "2025-11-08 commitment soy: partial -> agreed, by k4",
        ],
        id="each step of a status",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: mentions}
        """,
        ["2025-11-02 commitment soy: None -> unacknowledged, by k1"],
        id="of two positions of a day, the one without which nothing had changed",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, party: CN, stance: affirms}
        """,
        ["2025-11-02 commitment soy: None -> agreed, by k1, k2"],
        id="two that it took",
    ),
    pytest.param(
        """
        claims:
        - {id: k1, said: 2025-11-02, speaker: analyst, stance: mentions}
        - {id: k2, said: 2025-11-03, speaker: aide, stance: affirms}
        """,
        ["2025-11-02 commitment soy: None -> unclaimed, by k1"],
        id="words that decide nothing bring it up",
    ),
    pytest.param(
        """
        sources:
        - {id: late, published: 2025-11-20, kind: article}
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms, source: late}
        """,
        ["2025-11-20 commitment soy: None -> unacknowledged, by k1"],
        id="on the day on which it was out, not on the day on which it was said",
    ),
    pytest.param(
        X,
        [
            "2025-11-01 state soy: open -> due, by the calendar",
            "2025-11-01 milestone x: None -> open, by the calendar",
            "2025-11-21 state soy: due -> late, by the calendar",
            "2025-11-21 milestone x: open -> overdue, by the calendar",
        ],
        id="a deadline that becomes known by its own day, and passes",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k0, said: 2025-11-01, party: US, stance: affirms, deadline: x}
    - {id: k1, said: 2025-11-22, speaker: analyst, stance: reports-unmet}
    - {id: k2, said: 2025-11-24, speaker: analyst, stance: reports-met}
    """,
        [
            "2025-11-01 commitment soy: None -> unacknowledged, by k0",
            "2025-11-01 milestone x: None -> open, by k0",
            "2025-11-21 state soy: due -> late, by the calendar",
            "2025-11-21 milestone x: open -> overdue, by the calendar",
            "2025-11-22 milestone x: overdue -> unmet, by k1",
            "2025-11-24 state soy: late -> done, by k2",
            "2025-11-24 milestone x: unmet -> met late, by k2",
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
            "2025-11-01 milestone x: None -> open, by the calendar",
            "2025-11-06 commitment soy: None -> unclaimed, by k1",
            "2025-11-06 state soy: None -> done, by k1",
            "2025-11-06 milestone x: open -> met, by k1",
            "2025-11-07 state soy: done -> due, by k2",
            "2025-11-07 milestone x: met -> open, by k2",
            "2025-11-21 state soy: due -> late, by the calendar",
            "2025-11-21 milestone x: open -> unmet, by the calendar",
        ],
        id="a report taken back before the day",
    ),
    pytest.param(
        X
        + """
    - {id: y, due: 2025-12-20, replaces: x, stated: 2025-11-10}
    claims:
    - {id: k1, said: 2025-11-10, party: US, stance: affirms, deadline: y}
    """,
        [
            "2025-11-01 milestone x: None -> open, by the calendar",
            "2025-11-10 commitment soy: None -> unacknowledged, by k1",
            "2025-11-10 milestone x: open -> moved, by k1",
            "2025-11-10 milestone y: None -> open, by k1",
        ],
        id="a day that is moved",
    ),
    pytest.param(
        """
    commitments:
    - {id: soy, obligors: [CN], beneficiaries: [US]}
    - {id: beef, obligors: [CN], beneficiaries: [US]}
    deadlines:
    - {id: x, kind: expires, due: 2025-11-10, stated: 2025-11-01}
    - {id: y, kind: expires, due: 2025-11-20, stated: 2025-11-08, replaces: x, commitment: beef}
    """,
        [
            "2025-11-01 state soy: open -> in force, by the calendar",
            "2025-11-01 milestone x: None -> in force, by the calendar",
            "2025-11-08 state beef: open -> in force, by the calendar",
            "2025-11-08 milestone x: in force -> moved, by the calendar",
            "2025-11-08 milestone y: None -> in force, by the calendar",
            "2025-11-21 state soy: in force -> lapsed, by the calendar",
            "2025-11-21 state beef: in force -> lapsed, by the calendar",
            "2025-11-21 milestone y: in force -> lapsed, by the calendar",
        ],
        id="the state of what was moved to a date of another commitment runs out with that date",
    ),
    pytest.param(
        """
    commitments:
    - {id: relief, obligors: [US], beneficiaries: [CN]}
    - {id: cut, obligors: [CN], beneficiaries: [US]}
    deadlines:
    - {id: x, commitment: relief, within: 5 days, of: cut, stated: 2025-11-01}
    claims:
    - {id: k0, said: 2025-11-01, parties: [CN, US], stance: affirms, commitments: [relief, cut]}
    - {id: k1, said: 2025-11-12, party: CN, stance: reports-met, commitment: cut, done: 2025-11-10}
    """,
        [
            "2025-11-01 commitment relief: None -> agreed, by k0",
            "2025-11-01 commitment cut: None -> agreed, by k0",
            "2025-11-01 milestone x: None -> waiting, by the calendar",
            "2025-11-12 state relief: waiting -> due, by k1",
            "2025-11-12 state cut: open -> done, by k1",
            "2025-11-12 milestone x: waiting -> open, by k1",
            "2025-11-16 state relief: due -> late, by the calendar",
            "2025-11-16 milestone x: open -> overdue, by the calendar",
        ],
        id="a clock starts with a word on another commitment, and runs out",
    ),
    pytest.param(
        """
    commitments:
    - {id: relief, obligors: [US], beneficiaries: [CN]}
    - {id: cut, obligors: [CN], beneficiaries: [US]}
    - {id: all-cut, obligors: [CN], beneficiaries: [US]}
    deadlines:
    - {id: first, commitment: cut, due: 2025-11-20, stated: 2025-11-01}
    - {id: second, commitment: all-cut, due: 2025-11-22, stated: 2025-11-02, replaces: first}
    - {id: x, commitment: relief, within: 3 days, of: second, stated: 2025-11-03}
    claims:
    - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, commitment: cut, deadline: first}
    """,
        [
            "2025-11-01 milestone first: None -> open, by the calendar",
            "2025-11-02 state all-cut: open -> due, by the calendar",
            "2025-11-02 milestone first: open -> moved, by the calendar",
            "2025-11-02 milestone second: None -> open, by the calendar",
            "2025-11-03 state relief: open -> waiting, by the calendar",
            "2025-11-03 milestone x: None -> waiting, by the calendar",
            "2025-11-10 commitment cut: None -> undertaken, by k1",
            "2025-11-10 state relief: waiting -> due, by k1",
            "2025-11-10 state cut: None -> done, by k1",
            "2025-11-10 state all-cut: due -> open, by k1",
            "2025-11-10 milestone first: moved -> met, by k1",
            "2025-11-10 milestone second: open -> met, by k1",
            "2025-11-10 milestone x: waiting -> open, by k1",
            "2025-11-14 state relief: due -> late, by the calendar",
            "2025-11-14 milestone x: open -> overdue, by the calendar",
        ],
        id="a clock of a date that was moved, started by a report on the date before",
    ),
    pytest.param(
        """
    deadlines:
    - {id: x, due: 2025-11-10}
    - {id: y, due: 2025-12-20, replaces: x}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms}
    - {id: k2, said: 2025-11-03, party: US, stance: affirms, deadline: x}
    - {id: k3, said: 2025-11-15, party: CN, stance: affirms, deadline: y}
    """,
        [
            "2025-11-01 commitment soy: None -> unacknowledged, by k1",
            "2025-11-03 state soy: open -> due, by k2",
            "2025-11-03 milestone x: None -> open, by k2",
            "2025-11-11 state soy: due -> late, by the calendar",
            "2025-11-11 milestone x: open -> overdue, by the calendar",
            "2025-11-15 commitment soy: unacknowledged -> agreed, by k3",
            "2025-11-15 state soy: late -> due, by k3",
            "2025-11-15 milestone x: overdue -> moved, by k3",
            "2025-11-15 milestone y: None -> open, by k3",
        ],
        id="a date that is given, passes, and is moved by the other side",
    ),
    pytest.param(
        """
    claims:
    - {id: k1, said: 2025-11-01, parties: [CN, US], stance: affirms}
    - {id: k2, said: 2025-11-05, party: US, stance: reports-ended}
    - {id: k3, said: 2025-11-08, party: CN, stance: affirms}
    """,
        [
            "2025-11-01 commitment soy: None -> agreed, by k1",
            "2025-11-05 state soy: open -> ended, by k2",
            "2025-11-08 state soy: ended -> open, by k3",
        ],
        id="an end that the obligor does not take for one",
    ),
    pytest.param(
        """
    commitments:
    - {id: soy, obligors: [CN, US]}
    deadlines:
    - {id: term, kind: expires, due: 2025-11-20, stated: 2025-11-01}
    claims:
    - {id: k1, said: 2025-11-01, parties: [CN, US], stance: affirms, deadline: term}
    - {id: k2, said: 2025-11-05, party: US, stance: reports-breach}
    - {id: k3, said: 2025-11-06, party: CN, stance: reports-breach}
    - {id: k4, said: 2025-11-20, party: CN, stance: reports-ended}
    """,
        [
            "2025-11-01 commitment soy: None -> agreed, by k1",
            "2025-11-01 milestone term: None -> in force, by k1",
            "2025-11-05 state soy: in force -> breach reported, by k2",
            "2025-11-20 state soy: breach reported -> ended, by k4",
            "2025-11-21 milestone term: in force -> lapsed, by the calendar",
        ],
        id="a truce that is broken, and over",
    ),
]


@pytest.mark.parametrize(("parts", "expected"), CHANGES)
def test_changes(ask: Any, parts: str, expected: list[str]) -> None:
    assert told(ask(ledger(parts), "changes", AS_OF, start="2025-10-01")) == expected


def test_changes_lie_after_the_first_day_and_up_to_the_last(ask: Any) -> None:
    text = ledger(X)
    assert told(ask(text, "changes", "2025-11-20", start="2025-11-01")) == []
    assert told(ask(text, "changes", "2025-11-21", start="2025-11-20")) == [
        "2025-11-21 state soy: due -> late, by the calendar",
        "2025-11-21 milestone x: open -> overdue, by the calendar",
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
    assert (rows[0]["text"], rows[1]["topic"]) == ('The Paper: "we will"', "trade")
    assert [row["id"] for row in ask(text, "timeline", AS_OF, since="2025-11-21", until="2025-12-31")] == ["c", "x"]
    assert [row["id"] for row in ask(text, "timeline", AS_OF, party=["US"])] == ["k1"]
    assert ask(text, "timeline", AS_OF, topic=["fentanyl"]) == []
