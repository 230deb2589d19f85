"""One party's days and verbs, one after another."""

from __future__ import annotations

from typing import Any

import pytest

from .ledgers import AS_OF, ledger

DEADLINES = """
    deadlines:
    - {id: first, due: 2025-11-10}
    - {id: second, due: 2025-11-20, replaces: first}
    - {id: third, due: 2025-11-15}
    - {id: fourth, due: 2025-12-01, replaces: second}
    - {id: end, kind: expires, due: 2026-01-10}
    - {id: later-end, kind: expires, due: 2026-03-10}
"""


def steps(rows: list[dict[str, Any]]) -> list[str]:
    """``US 2025-11-10 > 2025-11-20 +10 announced``."""
    told = []
    for row in rows:
        words = [row["party"], f"{row['before']} > {row['value']}" if row["before"] else row["value"]]
        if row["slipped"] is not None:
            words += [f"{row['slipped']:+}", "announced" if row["announced"] else "unannounced"]
        words += ["softened"] * bool(row["softened"]) + ["told otherwise"] * row["told_otherwise"]
        told.append(" ".join(words))
    return told


CASES = [
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-05, speaker: bessent, stance: affirms, deadline: second}
        - {id: k3, said: 2025-11-06, speaker: greer, stance: affirms, deadline: third}
        """,
        ["US 2025-11-10", "US 2025-11-10 > 2025-11-20 +10 announced", "US 2025-11-20 > 2025-11-15 -5 unannounced"],
        id="days in order, whoever speaks for the party",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-05, party: US, stance: affirms, deadline: fourth}
        """,
        ["US 2025-11-10", "US 2025-11-10 > 2025-12-01 +21 announced"],
        id="announced over another deadline",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-03, party: US, stance: affirms, deadline: first}
        - {id: k3, said: 2025-11-05, party: CN, stance: affirms, deadline: third}
        """,
        [],
        id="saying the same again, and another party, move nothing",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-02, party: US, stance: reports-unmet, deadline: second}
        - {id: k3, said: 2025-11-03, speaker: aide, stance: affirms, deadline: second}
        - {id: k4, said: 2025-12-03, party: US, stance: affirms, deadline: second}
        """,
        [],
        id="reports, background words and words of a later day give no day",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-01, speaker: bessent, stance: affirms, deadline: third, source: weekly}
        """,
        [],
        id="one statement told otherwise is no move",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms, deadline: first}
        - {id: k2, said: 2025-11-01, speaker: bessent, stance: affirms, deadline: third, source: weekly}
        - {id: k3, said: 2025-11-04, speaker: bessent, stance: affirms, deadline: second}
        """,
        ["US 2025-11-10", "US 2025-11-15 told otherwise", "US 2025-11-10 > 2025-11-20 +10 announced"],
        id="a retelling is shown beside the moves, and none is counted from it",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, deadline: end}
        - {id: k2, said: 2025-11-05, party: US, stance: affirms, deadline: later-end}
        - {id: k3, said: 2025-11-06, party: US, stance: affirms, deadline: first}
        """,
        ["US 2026-01-10", "US 2026-01-10 > 2026-03-10 +59 unannounced"],
        id="days of expiry are a series of their own",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, modality: will}
        - {id: k2, said: 2025-11-02, party: US, stance: affirms, modality: shall}
        - {id: k3, said: 2025-11-03, party: US, stance: affirms, modality: expects}
        - {id: k4, said: 2025-11-04, party: US, stance: affirms, modality: hopes}
        - {id: k5, said: 2025-11-05, party: US, stance: affirms, modality: will}
        """,
        ["US will", "US will > shall", "US shall > expects softened", "US expects > hopes softened", "US hopes > will"],
        id="verbs, softened and firmed",
    ),
    pytest.param(
        """
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, modality: hopes}
        - {id: k2, said: 2025-11-02, party: US, stance: affirms, modality: will}
        """,
        [],
        id="verbs that only got firmer",
    ),
]


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_drift(ask: Any, claims: str, expected: list[str]) -> None:
    assert steps(ask(ledger(DEADLINES, "claims:", claims), "drift", AS_OF)) == expected


def test_the_row_whole_and_plain_divergences_without_it(ask: Any) -> None:
    text = ledger(
        """
        claims:
        - {id: k1, said: 2025-11-01, party: US, stance: affirms, modality: will}
        - {id: k2, said: 2025-11-02, speaker: bessent, stance: affirms, modality: hopes}
        """
    )
    assert ask(text, "drift", AS_OF)[1] == {
        "commitment": "soy",
        "summary": "Buy soybeans",
        "party": "US",
        "kind": "modality",
        "said": "2025-11-02",
        "claim": "k2",
        "speaker": "bessent",
        "source": "paper",
        "value": "hopes",
        "before": "will",
        "slipped": None,
        "announced": None,
        "softened": True,
        "told_otherwise": False,
    }
    assert ask(text, "drift", AS_OF, party=["CN"]) == []
    assert ask(text, "divergences", AS_OF) == []
