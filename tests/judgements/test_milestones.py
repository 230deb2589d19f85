"""Definitions, Milestones: which are known, which are overdue, which report belongs to which. China owes."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, column, ledger, seen

X = "- {id: x, due: 2025-11-20}"

# deadlines, claims, as of, the milestones
KNOWN = [
    pytest.param(X, "", "2025-01-01", "x open", id="a deadline that nobody names is always known"),
    pytest.param(
        "- {id: x, due: 2025-11-20, stated: 2025-11-05}", "", "2025-11-04", "", id="unknown before it was stated"
    ),
    pytest.param(
        "- {id: x, due: 2025-11-20, stated: 2025-11-05}", "", "2025-11-05", "x open", id="known on the day stated"
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-05, party: US, stance: affirms, deadline: x}",
        "2025-11-04",
        "",
        id="unknown before the first claim that names it",
    ),
    pytest.param(
        X,
        """
        - {id: k1, said: 2025-11-07, party: US, stance: affirms, deadline: x}
        - {id: k2, said: 2025-11-05, party: US, stance: mentions, deadline: x}
        """,
        "2025-11-05",
        "x open",
        id="known from the first claim that names it, whatever its stance",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-05/2025-11-09, party: US, stance: affirms, deadline: x}",
        "2025-11-05",
        "x open",
        id="known from the first possible day of that claim",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-05, speaker: aide, stance: affirms, deadline: x}",
        "2025-11-04",
        "",
        id="a background voice names it: unknown before",
    ),
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-05, speaker: analyst, stance: mentions, deadline: x}",
        "2025-11-05",
        "x open",
        id="a third party names it: known from then",
    ),
    pytest.param(
        "- {id: x, due: 2025-11-20, stated: 2025-11-10}",
        "- {id: k1, said: 2025-11-05, party: US, stance: affirms, deadline: x}",
        "2025-11-06",
        "",
        id="the day stated comes before the claims that name it",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}",
        "- {id: k1, said: 2025-11-05, party: US, stance: affirms, deadline: x@2026-12-31}",
        "2025-11-04",
        "",
        id="one instance names the whole repeat: unknown before",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}",
        "- {id: k1, said: 2025-11-05, party: US, stance: affirms, deadline: x}",
        "2025-11-04",
        "",
        id="a repeat named whole: unknown before",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=2}",
        "- {id: k1, said: 2025-11-05, party: US, stance: affirms, deadline: x@2026-12-31}",
        "2025-11-05",
        "x@2025-12-31 open, x@2026-12-31 open",
        id="one instance names the whole repeat: known from then",
    ),
]

INSTANCES = [
    pytest.param(X, "x 2025-11-20", id="without repeats one milestone with the deadline's id"),
    pytest.param("- {id: x, due: 2025-11}", "x 2025-11-30", id="a month is due on its last day"),
    pytest.param("- {id: x, due: 2024-02}", "x 2024-02-29", id="February ends with its year"),
    pytest.param("- {id: x, due: 2025}", "x 2025-12-31", id="a year is due on its last day"),
    pytest.param("- {id: x, due: 2025-11-20, from: 2025-11}", "x 2025-11-20", id="from moves nothing"),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=3}",
        "x@2025-12-31 2025-12-31, x@2026-12-31 2026-12-31, x@2027-12-31 2027-12-31",
        id="one for each year",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-30, repeats: FREQ=DAILY;COUNT=3}",
        "x@2025-12-30 2025-12-30, x@2025-12-31 2025-12-31, x@2026-01-01 2026-01-01",
        id="one for each day",
    ),
    pytest.param(
        "- {id: x, due: 2025-12, repeats: FREQ=MONTHLY;COUNT=3}",
        "x@2025-12-31 2025-12-31, x@2026-01-31 2026-01-31, x@2026-03-31 2026-03-31",
        id="one for each month that has the day, from the last day of the first",
    ),
    pytest.param(
        "- {id: x, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=1}",
        "x@2025-12-31 2025-12-31",
        id="a repeat of one is named by its day",
    ),
    pytest.param(
        """
        - {id: later, due: 2025-11-21}
        - {id: second, due: 2025-11-20}
        - {id: first, due: 2025-11-19}
        - {id: a-last-of-its-day, due: 2025-11-20}
        """,
        "first 2025-11-19, second 2025-11-20, a-last-of-its-day 2025-11-20, later 2025-11-21",
        id="by due day, then by entry of the deadline",
    ),
    pytest.param(
        """
        - {id: x, due: 2025-12-01, repeats: FREQ=MONTHLY;COUNT=2}
        - {id: y, due: 2025-12-01, repeats: FREQ=MONTHLY;COUNT=2}
        """,
        "x@2025-12-01 2025-12-01, y@2025-12-01 2025-12-01, x@2026-01-01 2026-01-01, y@2026-01-01 2026-01-01",
        id="repeats are listed day by day",
    ),
]

BELONGS = [
    pytest.param(
        X,
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met}",
        AS_OF,
        "x met",
        id="naming none, to the only milestone",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-11-25}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: x}",
        AS_OF,
        "x met, y overdue",
        id="of two, to the one that it names",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-11-25, replaces: x}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met}",
        AS_OF,
        "x moved, y met",
        id="naming none, to the one that no other replaces",
    ),
    pytest.param(
        X + "\n- {id: y, kind: expires, due: 2025-12-20}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met}",
        AS_OF,
        "x met, y in force",
        id="naming none, to the only milestone of kind due",
    ),
    pytest.param(
        "- {id: x, due: 2025-10-31, repeats: FREQ=DAILY;COUNT=2}",
        "- {id: k1, said: 2025-10-31, party: CN, stance: reports-met, deadline: x@2025-10-31}",
        AS_OF,
        "x@2025-10-31 met, x@2025-11-01 overdue",
        id="of a repeat, to the instance that it names",
    ),
    pytest.param(
        "- {id: x, due: 2025-10-31, repeats: FREQ=DAILY;COUNT=1}",
        "- {id: k1, said: 2025-10-31, party: CN, stance: reports-met}",
        AS_OF,
        "x@2025-10-31 met",
        id="naming none, to the only instance of a repeat",
    ),
    pytest.param(
        X + "\n- {id: y, due: 2025-11-20, commitment: beef}",
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met, commitment: beef}",
        AS_OF,
        "x overdue, y met",
        id="not to another commitment's milestone",
    ),
]

BEEF = """
    commitments:
    - {id: soy, summary: Buy soybeans, obligors: [CN], beneficiaries: [US]}
    - {id: beef, obligors: [CN], beneficiaries: [US]}
    """


@pytest.mark.parametrize(("deadlines", "claims", "as_of", "expected"), [*KNOWN, *BELONGS])
def test_listed(answer: Answer, deadlines: str, claims: str, as_of: str, expected: str) -> None:
    text = ledger(BEEF, "deadlines:", deadlines, "claims:" if claims else "", claims)
    assert seen(answer(text, "deadlines", as_of)) == expected


@pytest.mark.parametrize(("deadlines", "expected"), INSTANCES)
def test_instances_in_order(answer: Answer, deadlines: str, expected: str) -> None:
    rows = answer(ledger("deadlines:", deadlines), "deadlines", AS_OF)
    assert ", ".join(f"{row['milestone']} {row['due']}" for row in rows) == expected


def test_a_report_that_names_none_belongs_to_none_where_nothing_is_due(answer: Answer) -> None:
    text = ledger(
        "deadlines:\n- {id: x, kind: expires, due: 2025-11-20}",
        "claims:\n- {id: k1, said: 2025-11-10, party: CN, stance: reports-met}",
    )
    assert column(answer(text, "deadlines", AS_OF), "reports") == [[]]


def test_where_phrase_and_due_disagree_due_holds(answer: Answer) -> None:
    text = ledger("deadlines:\n- {id: x, phrase: by Thanksgiving, stated: 2025-11-16, due: 2025-11-20}")
    (row,) = answer(text, "deadlines", AS_OF)
    assert (row["phrase"], row["due"]) == ("by Thanksgiving", "2025-11-20")


@pytest.mark.parametrize(
    ("parts", "due"),
    [
        pytest.param(
            ["deadlines:\n- {id: x, phrase: by Thanksgiving, stated: 2025-11-16}"], "2025-11-27", id="against stated"
        ),
        pytest.param(
            [
                "deadlines:\n- {id: x, phrase: within 90 days}",
                "claims:\n- {id: k1, said: 2025-08-20, party: CN, stance: affirms, deadline: x}",
                "- {id: k2, said: 2025-08-12, party: CN, stance: affirms, deadline: x}",
            ],
            "2025-11-10",
            id="against the first claim that names it",
        ),
    ],
)
def test_a_phrase_gives_the_due_day(ask: Answer, parts: list[str], due: str) -> None:
    """Asked to the product alone: the second reading reads no phrases."""
    assert column(ask(ledger(*parts), "deadlines", AS_OF), "due") == [due]


OVERDUE = """
    deadlines:
    - {id: open, due: 2025-12-20}
    - {id: late, due: 2025-11-28}
    - {id: z-later, due: 2025-11-25}
    - {id: unmet, due: 2025-11-10}
    - {id: a-later, due: 2025-11-25}
    - {id: met, due: 2025-11-11}
    - {id: lapsed, kind: expires, due: 2025-11-01}
    - {id: old, due: 2025-11-01}
    - {id: new, due: 2025-12-01, replaces: old}
    - {id: unheard, due: 2025-11-01, stated: 2025-12-01}
    claims:
    - {id: k1, said: 2025-11-09, party: CN, stance: reports-met, deadline: met}
    - {id: k2, said: 2025-11-09, party: US, stance: reports-unmet, deadline: unmet}
    """


def test_overdue_lists_overdue_and_unmet_longest_past_first(answer: Answer) -> None:
    rows = answer(ledger(OVERDUE), "overdue", AS_OF)
    assert [(row["milestone"], row["status"], row["days"]) for row in rows] == [
        ("unmet", "unmet", 20),
        ("a-later", "overdue", 5),
        ("z-later", "overdue", 5),
        ("late", "overdue", 2),
    ]


def test_overdue_rows_are_those_of_deadlines(answer: Answer) -> None:
    text = ledger(OVERDUE)
    listed = {row["milestone"]: row for row in answer(text, "deadlines", AS_OF)}
    for row in answer(text, "overdue", AS_OF):
        assert list(row.items()) == list(listed[row["milestone"]].items())
