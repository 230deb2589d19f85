"""Definitions, Milestones: who stated a date, who reported on it, who looked. China owes, the US benefits."""

from __future__ import annotations

import pytest

from .conftest import Answer
from .ledgers import AS_OF, column, ledger, one

X = """
    deadlines:
    - {id: x, due: 2025-11-20}
    """

# claims -> met_by, one_sided
MET_BY = [
    pytest.param("", [], False, id="nobody"),
    pytest.param(
        "- {id: k1, said: 2025-11-10, party: CN, stance: reports-met}", ["CN"], True, id="one party alone is one-sided"
    ),
    pytest.param(
        "- {id: k1, said: 2025-11-25, party: US, stance: reports-met}",
        ["US"],
        True,
        id="also the one that benefits, late",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, speaker: bessent, stance: reports-met}
        - {id: k2, said: 2025-11-11, speaker: greer, stance: reports-met}
        """,
        ["US"],
        True,
        id="two speakers of one party are one party",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, party: US, stance: reports-met}
        - {id: k2, said: 2025-11-11, party: CN, stance: reports-met}
        """,
        ["CN", "US"],
        False,
        id="two parties, sorted",
    ),
    pytest.param(
        "- {id: k1, said: 2025-11-10, speaker: insider, stance: reports-met}",
        [],
        False,
        id="not by a voice in the background",
    ),
    pytest.param(
        "- {id: k1, said: 2025-11-10, speaker: analyst, stance: reports-met}",
        ["third party"],
        False,
        id="a third party alone is not one-sided",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, speaker: analyst, stance: reports-met}
        - {id: k2, said: 2025-11-11, party: US, stance: reports-met}
        """,
        ["US", "third party"],
        False,
        id="a third party bears the party out, and comes last",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-unmet}
        - {id: k2, said: 2025-11-11, party: CN, stance: reports-progress}
        """,
        [],
        False,
        id="other reports do not say met",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met}
        - {id: k2, said: 2025-12-01, party: US, stance: reports-met}
        """,
        ["CN"],
        True,
        id="one-sided as long as the other has not yet reported",
    ),
]

# deadlines and claims -> milestone: stated by, set by
STATED = [
    pytest.param(X, ["x: nobody"], id="nobody"),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-03, party: US, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-02, party: CN, stance: proposes, deadline: x}
    """,
        ["x: CN US, k2"],
        id="parties sorted, set by the earliest, a proposal too",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-02/2025-11-03, party: US, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-02, party: CN, stance: affirms, deadline: x}
    - {id: k3, said: 2025-11-02, party: US, stance: affirms-in-part, deadline: x}
    """,
        ["x: CN US, k2"],
        id="earliest is by first day, last day and entry",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-01, speaker: aide, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-02, speaker: analyst, stance: affirms, deadline: x}
    - {id: k3, said: 2025-11-03, speaker: he, stance: affirms, deadline: x, on_record: false}
    """,
        ["x: nobody"],
        id="background and third-party words state nothing",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-02, party: US, stance: reports-progress, deadline: x}
    - {id: k2, said: 2025-11-03, party: CN, stance: reports-met, deadline: x}
    """,
        ["x: nobody"],
        id="reports state nothing",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-02, party: US, stance: affirms, deadline: x}
    - {id: k2, said: 2025-12-01, party: CN, stance: affirms, deadline: x}
    """,
        ["x: US, k1"],
        id="what is said later does not count yet",
    ),
    pytest.param(
        X
        + """
    claims:
    - {id: k1, said: 2025-11-02, party: EU, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-03, party: CN, stance: affirms}
    """,
        ["x: EU, k1"],
        id="any party that gives it, and none that does not name it",
    ),
    pytest.param(
        """
    deadlines:
    - {id: x, due: 2025-11-20}
    - {id: y, due: 2025-11-20}
    - {id: z, due: 2025-11-21}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: y}
    - {id: k2, said: 2025-11-02, party: CN, stance: affirms, deadline: x}
    - {id: k3, said: 2025-11-03, party: EU, stance: affirms, deadline: z}
    """,
        ["x: CN US, k1", "y: CN US, k1", "z: EU, k3"],
        id="two deadlines of one day",
    ),
    pytest.param(
        """
    deadlines:
    - {id: x, due: 2025-11-30}
    - {id: y, kind: expires, due: 2025-11}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: y}
    """,
        ["x: nobody", "y: US, k1"],
        id="not the same day of the other kind",
    ),
    pytest.param(
        """
    commitments:
    - {id: soy, obligors: [CN]}
    - {id: beef, obligors: [CN]}
    deadlines:
    - {id: x, due: 2025-11-20}
    - {id: y, due: 2025-11-20, commitment: beef}
    claims:
    - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-01, party: CN, stance: affirms, deadline: y, commitment: beef}
    """,
        ["x: US, k1", "y: CN, k2"],
        id="not the same day of another commitment",
    ),
    pytest.param(
        """
    deadlines:
    - {id: x, due: 2025-11-20, repeats: FREQ=MONTHLY;COUNT=2}
    claims:
    - {id: k1, said: 2025-11-02, party: US, stance: affirms, deadline: x}
    - {id: k2, said: 2025-11-01, party: CN, stance: affirms, deadline: x@2025-12-20}
    """,
        ["x@2025-11-20: US, k1", "x@2025-12-20: CN US, k2"],
        id="a repeat named whole states every day, one instance its own",
    ),
    pytest.param(
        """
    deadlines:
    - {id: x, due: 2025-11-20, repeats: FREQ=MONTHLY;COUNT=2}
    - {id: y, due: 2025-12-20}
    claims:
    - {id: k1, said: 2025-11-02, party: US, stance: affirms, deadline: x}
    """,
        ["x@2025-11-20: US, k1", "x@2025-12-20: US, k1", "y: US, k1"],
        id="an instance of a repeat on the day of another deadline",
    ),
]

CHECKS = [
    pytest.param("", None, id="nobody looked"),
    pytest.param(
        """
        - {id: c1, party: CN, to: 2025-11-21, checked: 2025-11-22}
        - {id: c2, party: EU, to: 2025-11-24, checked: 2025-11-25}
        - {id: c3, party: US, to: 2025-11-26, checked: 2025-11-27}
        """,
        "2025-11-24",
        id="the latest over all obligors, not the beneficiary",
    ),
    pytest.param(
        "- {id: c1, party: EU, to: 2025-11-21, checked: 2025-12-01}",
        None,
        id="not made by the day",
    ),
    pytest.param(
        """
        - {id: c1, party: CN, to: 2025-11-24, checked: 2025-11-25, topics: [fentanyl]}
        - {id: c2, party: EU, to: 2025-11-21, checked: 2025-11-25, topics: [trade]}
        """,
        "2025-11-21",
        id="made for another topic",
    ),
]


@pytest.mark.parametrize(("claims", "met_by", "one_sided"), MET_BY)
def test_met_by(answer: Answer, claims: str, met_by: list[str], one_sided: bool) -> None:
    text = ledger(X, "claims:" if claims else "", claims)
    row = one(answer(text, "deadlines", AS_OF), milestone="x")
    assert (row["met_by"], row["one_sided"]) == (met_by, one_sided)


@pytest.mark.parametrize(("parts", "expected"), STATED)
def test_stated_by_and_set_by(answer: Answer, parts: str, expected: list[str]) -> None:
    rows = answer(ledger(parts), "deadlines", AS_OF)
    found = [
        f"{row['milestone']}: "
        + (f"{' '.join(row['stated_by'])}, {row['set_by']['claim']}" if row["set_by"] else "nobody")
        for row in rows
    ]
    assert found == expected
    assert all(bool(row["set_by"]) == bool(row["stated_by"]) for row in rows)


@pytest.mark.parametrize(("checks", "last_checked"), CHECKS)
def test_last_checked(answer: Answer, checks: str, last_checked: str | None) -> None:
    commitments = "commitments:\n- {id: soy, obligors: [CN, EU], beneficiaries: [US]}"
    text = ledger(commitments, X, "checks:" if checks else "", checks)
    assert column(answer(text, "deadlines", AS_OF), "last_checked") == [last_checked]


def test_what_was_met_is_met_on_the_date_that_replaced_it_and_a_term_is_never_met(answer: Answer) -> None:
    text = ledger("""
        deadlines:
        - {id: old, due: 2025-11-20}
        - {id: new, due: 2025-11-25, replaces: old}
        - {id: end, kind: expires, due: 2025-11-28}
        claims:
        - {id: k1, said: 2025-11-10, party: CN, stance: reports-met, deadline: old}
        - {id: k2, said: 2025-11-10, party: CN, stance: reports-met, deadline: end}
        """)
    rows = answer(text, "deadlines", AS_OF)
    assert [(row["milestone"], row["met_by"], row["one_sided"]) for row in rows] == [
        ("old", ["CN"], True),
        ("new", ["CN"], True),
        ("end", [], False),
    ]


def test_progress_is_the_latest_figure_of_each_reporter(answer: Answer) -> None:
    text = ledger(
        """
        deadlines:
        - {id: x, due: 2025-11-20, stated: 2025-11-01}
        claims:
        - {id: k1, said: 2025-11-12, party: US, stance: reports-progress, quantity: about 2 million t}
        - {id: k2, said: 2025-11-10, party: CN, stance: reports-progress, quantity: 1 million t}
        - {id: k3, said: 2025-11-14, speaker: analyst, stance: reports-progress}
        - {id: k4, said: 2025-11-16, party: CN, stance: reports-met, quantity: 12 million t}
        """,
    )
    days = ["2025-11-09", "2025-11-11", "2025-11-13", "2025-11-15", "2025-11-17"]
    rows = [answer(text, "deadlines", day)[0]["progress"] for day in days]
    assert [[f"{each['party']} {each['quantity']} {each['claim']}" for each in row] for row in rows] == [
        [],
        ["CN 1 million t k2"],
        ["CN 1 million t k2", "US about 2 million t k1"],
        ["CN 1 million t k2", "US about 2 million t k1"],
        ["CN 12 million t k4", "US about 2 million t k1"],
    ]


@pytest.mark.parametrize(("as_of", "days"), [("2025-11-10", -10), ("2025-11-20", 0), ("2026-02-20", 92)])
def test_days_are_positive_past_the_due_day(answer: Answer, as_of: str, days: int) -> None:
    assert column(answer(ledger(X), "deadlines", as_of), "days") == [days]


def test_the_row_whole(answer: Answer) -> None:
    rows = answer(
        ledger("""
            deadlines:
            - {id: november, due: 2025-11, phrase: by the end of November, stated: 2025-11-01}
            claims:
            - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms, deadline: november, quantity: 4 million t}
            - {id: k2, party: CN, stance: reports-progress, quantity: 1 million t, basis: sales, source: weekly}
            - {id: k3, said: 2025-11-20/2025-11-21, speaker: analyst, stance: reports-unmet}
            - {id: k4, said: 2025-12-02, speaker: he, stance: reports-met}
            checks:
            - {id: c1, party: CN, to: 2025-12, checked: 2026-01-02}
            """),
        "deadlines",
        "2026-01-05",
    )
    reports = [
        {
            "claim": "k2",
            "stance": "reports-progress",
            "about": ["CN"],
            "party": "CN",
            "speaker": None,
            "said": "2025-11",
            "quantity": "1 million t",
        },
        {
            "claim": "k3",
            "stance": "reports-unmet",
            "about": ["CN"],
            "party": None,
            "speaker": "analyst",
            "said": "2025-11-20/2025-11-21",
            "quantity": None,
        },
        {
            "claim": "k4",
            "stance": "reports-met",
            "about": ["CN"],
            "party": "CN",
            "speaker": "he",
            "said": "2025-12-02",
            "quantity": None,
        },
    ]
    figure = {
        "party": "CN",
        "speaker": None,
        "basis": "sales",
        "quantity": "1 million t",
        "share": 0.25,
        "said": "2025-11",
        "claim": "k2",
    }
    assert rows == [
        {
            "milestone": "november",
            "deadline": "november",
            "commitment": "soy",
            "summary": "Buy soybeans",
            "kind": "due",
            "phrase": "by the end of November",
            "due": "2025-11-30",
            "days": 36,
            "status": "met late",
            "variant_of": None,
            "readings": [],
            "moved_to": None,
            "set_by": {"claim": "k1", "party": "US", "speaker": "bessent"},
            "stated_by": ["US"],
            "met_by": ["CN"],
            "one_sided": True,
            "progress": [figure],
            "reports": reports,
            "last_checked": "2025-12-31",
        }
    ]
    keys = (
        "milestone deadline commitment summary kind phrase due days status variant_of readings moved_to set_by"
        " stated_by met_by one_sided progress"
    )
    assert list(rows[0]) == [*keys.split(), "reports", "last_checked"]
    assert list(rows[0]["set_by"]) == ["claim", "party", "speaker"]
    assert list(rows[0]["reports"][0]) == ["claim", "stance", "about", "party", "speaker", "said", "quantity"]


def test_what_is_absent_is_null_or_empty(answer: Answer) -> None:
    row = one(
        answer(ledger("deadlines:\n- {id: x, kind: expires, due: 2025-12-20}"), "deadlines", AS_OF), milestone="x"
    )
    absent = ("phrase", "variant_of", "moved_to", "set_by", "last_checked")
    empty = ("readings", "stated_by", "met_by", "progress", "reports")
    assert {key: row[key] for key in (*absent, *empty, "one_sided")} == {
        **dict.fromkeys(absent),
        **{key: [] for key in empty},
        "one_sided": False,
    }
