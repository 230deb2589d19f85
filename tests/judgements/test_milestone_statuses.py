"""Definitions, Milestones: the status of each. China owes, the United States benefits."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, ledger, seen

X = "- {id: x, due: 2025-11-20}"
STATED = "- {id: x, due: 2025-11-20, stated: 2025-11-01}"

# deadlines, claims, as of, the milestones
STATUSES = [
    pytest.param(X, "", "2025-11-19", "x open", id="open before the day"),
    pytest.param(X, "", "2025-11-20", "x open", id="open on the day itself"),
    pytest.param(X, "", "2025-11-21", "x overdue", id="overdue after the day"),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: CN, stance: reports-progress, deadline: x}",
        "2025-11-20",
        "x open",
        id="progress leaves it open",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: CN, stance: reports-progress, deadline: x}",
        "2025-11-21",
        "x overdue",
        id="progress leaves it overdue",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}",
        "2025-11-10",
        "x met",
        id="met before the day, known at once",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-20, party: CN, stance: reports-met, deadline: x}",
        "2025-11-21",
        "x met",
        id="met on the day itself",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-21, party: CN, stance: reports-met, deadline: x}",
        "2025-11-21",
        "x met late",
        id="met a day late",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-20/2025-11-25, party: CN, stance: reports-met, deadline: x}",
        "2025-11-21",
        "x met",
        id="met on a first possible day in time",
    ),
    pytest.param(
        STATED,
        "- {id: k1, said: 2025-11-22, party: CN, stance: reports-met, deadline: x}",
        "2025-11-21",
        "x overdue",
        id="not yet reported as of the day",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-25, party: CN, stance: reports-met, deadline: x}
        - {id: k2, said: 2025-11-19, party: US, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x met",
        id="the earliest report says whether it was late",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: US, stance: reports-met, deadline: x}",
        AS_OF,
        "x met",
        id="a beneficiary's report counts",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, speaker: insider, stance: reports-met, deadline: x}",
        AS_OF,
        "x overdue",
        id="a report in the background decides nothing",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, speaker: analyst, stance: reports-met, deadline: x}",
        AS_OF,
        "x met",
        id="a third party's report counts",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: CN, stance: affirms, deadline: x}",
        AS_OF,
        "x overdue",
        id="a claim that affirms is no report",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: US, stance: reports-unmet, deadline: x}",
        "2025-11-20",
        "x open",
        id="reported unmet and still time",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-19, party: US, stance: reports-unmet, deadline: x}",
        "2025-11-21",
        "x unmet",
        id="reported unmet and past",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}
        - {id: k2, said: 2025-11-12, party: CN, stance: reports-unmet, deadline: x}
        """,
        "2025-11-20",
        "x open",
        id="taken back by who reported it met, it is open again",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}
        - {id: k2, said: 2025-11-12, party: CN, stance: reports-unmet, deadline: x}
        """,
        "2025-11-21",
        "x unmet",
        id="taken back by who reported it met, it is unmet after the day",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: US, stance: reports-unmet, deadline: x}
        - {id: k2, said: 2025-11-24, party: CN, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x met late",
        id="unmet then met late",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}
        - {id: k2, said: 2025-11-12, party: US, stance: reports-unmet, deadline: x}
        - {id: k3, said: 2025-11-24, party: US, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x met",
        id="met, unmet, met after the day: the earliest was in time",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}
        - {id: k2, said: 2025-11-12, party: CN, stance: reports-progress, deadline: x}
        """,
        AS_OF,
        "x met",
        id="progress after met does not undo it",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: US, stance: reports-unmet, deadline: x}
        - {id: k2, said: 2025-11-10, party: US, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x met",
        id="of two reports of one party on a day the later entered is the latest",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10, party: US, stance: reports-unmet, deadline: x}
        - {id: k2, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x disputed",
        id="two parties that differ on one day",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-10/2025-11-11, party: US, stance: reports-unmet, deadline: x}
        - {id: k2, said: 2025-11-10, party: US, stance: reports-met, deadline: x}
        """,
        AS_OF,
        "x unmet",
        id="of two reports of one party from a day the one that may be later is the latest",
    ),
    pytest.param("- {id: x, kind: expires, due: 2025-11-20}", "", "2025-11-20", "x in force", id="in force on its day"),
    pytest.param("- {id: x, kind: expires, due: 2025-11-20}", "", "2025-11-21", "x lapsed", id="lapsed after its day"),
    pytest.param(
        "- {id: x, kind: expires, due: 2025-11-20}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}",
        "2025-11-21",
        "x lapsed",
        id="a report changes nothing about what expires",
    ),
    pytest.param(
        "- {id: x, kind: expires, due: 2025-11, repeats: FREQ=YEARLY;COUNT=2}",
        "",
        "2025-12-01",
        "x@2025-11-30 lapsed, x@2026-11-30 in force",
        id="each instance of what expires",
    ),
    pytest.param(
        """
        - {id: x, kind: expires, due: 2025-11-10}
        - {id: y, kind: expires, due: 2026-11-10, replaces: x}
        """,
        "",
        AS_OF,
        "x moved, y in force",
        id="what expires was extended",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-12-20, replaces: x}",
        "",
        AS_OF,
        "x moved, y open",
        id="moved, not overdue",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-12-20, replaces: x, stated: 2025-11-25}",
        "",
        "2025-11-24",
        "x overdue",
        id="not moved before the new date was stated",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-12-20, replaces: x, stated: 2025-11-25}",
        "",
        "2025-11-25",
        "x moved, y open",
        id="moved from the day the new date was stated",
    ),
    pytest.param(
        STATED + "\n- {id: y, due: 2025-12-20, replaces: x}",
        "- {id: k1, said: 2025-11-25, party: CN, stance: affirms, deadline: y}",
        "2025-11-24",
        "x overdue",
        id="not moved before anybody named the new date",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-11-25, replaces: x}\n- {id: z, due: 2025-12-20, replaces: y}",
        "",
        AS_OF,
        "x moved, y moved, z open",
        id="moved twice",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-11-10, replaces: x}",
        "",
        "2025-11-15",
        "y overdue, x moved",
        id="moved to an earlier day",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}\n- {id: y, due: 2028-12-31, replaces: x}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x@2025-12-31}",
        AS_OF,
        "x@2025-12-31 met, x@2026-12-31 moved, y open",
        id="the instances of a repeat are moved, but for one that was met, which is not the new date's",
    ),
]


@pytest.mark.parametrize(("deadlines", "claims", "as_of", "expected"), STATUSES)
def test_status(answer: Answer, deadlines: str, claims: str, as_of: str, expected: str) -> None:
    text = ledger("deadlines:", deadlines, "claims:" if claims else "", claims)
    assert seen(answer(text, "deadlines", as_of)) == expected
