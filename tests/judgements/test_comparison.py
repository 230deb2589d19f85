"""What each party says of one commitment, and what it leaves unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from .ledgers import AS_OF, ledger

TWO = """
    commitments:
    - {id: soy, summary: Buy soybeans, obligors: [CN], beneficiaries: [US], in_exchange_for: [cut]}
    - {id: cut, summary: Cut the duty, obligors: [US], beneficiaries: [CN], topic: fentanyl}
    deadlines:
    - {id: x, due: 2025-11-20}
    - {id: y, due: 2025-12-31}
"""


def cells(row: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {cell["party"] or cell["speaker"]: cell for cell in (*row["cells"], *row["third_parties"])}


def test_the_figures_of_a_cell_are_those_of_its_claim_and_marked_where_they_differ(ask: Any) -> None:
    text = ledger(
        TWO,
        """
        claims:
        - {id: k1, said: 2025-11-01, speaker: bessent, stance: affirms, quantity: 12 million t, deadline: x}
        - {id: k2, said: 2025-11-03, speaker: greer, stance: affirms, quote: all of it, quantity: 11 million t}
        - {id: k3, said: 2025-11-02, party: CN, stance: affirms-in-part, quantity: 8 million t, deadline: y}
        - {id: k4, said: 2025-11-04, speaker: analyst, stance: mentions, quantity: 8 million t}
        - {id: k5, said: 2025-11-05, speaker: analyst, stance: mentions, text: too much}
        """,
    )
    (row, _) = ask(text, "compare", AS_OF)
    told = cells(row)
    assert (row["status"], row["in_exchange_for"]) == (
        "partial",
        [{"commitment": "cut", "status": "unclaimed", "state": "open"}],
    )
    assert [(cell["claim"], cell["quantity"], cell["due"], cell["differs"]) for cell in told.values()] == [
        ("k3", "8 million t", "2025-12-31", ["quantity"]),
        ("k2", "11 million t", None, ["quantity"]),
        ("k5", None, None, []),
    ]
    assert told["US"]["quote"] == "all of it"
    assert all(cell["chances"] is None for cell in told.values())


def test_the_chances_of_a_silent_party_are_those_of_the_first_one_sided_claim(ask: Any) -> None:
    text = ledger(
        """
        claims:
        - {id: k0, said: 2025-11-01, party: CN, stance: mentions, topic: trade}
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: he, stance: mentions, topic: trade}
        - {id: k3, said: 2025-11-04, speaker: he, stance: mentions, topic: trade}
        - {id: k4, said: 2025-11-04, speaker: he, stance: mentions, topic: trade, source: weekly}
        - {id: k5, said: 2025-11-05, speaker: li, stance: mentions, topic: fentanyl}
        - {id: k6, said: 2025-11-06, speaker: insider, stance: mentions, topic: trade}
        checks:
        - {id: c, party: CN, to: 2025-11-20, checked: 2025-11-21}
        """
    )
    told = cells(ask(text, "compare", AS_OF)[0])
    (one_sided,) = ask(text, "one-sided", AS_OF)
    assert told["CN"]["position"] == "silent"
    assert (told["CN"]["chances"], told["CN"]["last_checked"]) == (2, "2025-11-20")
    assert one_sided["responses"][0]["chances"] == 2


def test_nobody_else_affirms_so_there_were_no_chances(ask: Any) -> None:
    text = ledger("claims:\n- {id: k, said: 2025-11-02, party: US, stance: mentions}")
    assert [cell["chances"] for cell in ask(text, "compare", AS_OF)[0]["cells"]] == [None, None]


def test_topics_and_commitments_add_up_and_parties_choose_columns(ask: Any) -> None:
    text = ledger(TWO, "claims:", "- {id: k, said: 2025-11-02, speaker: analyst, stance: mentions}")
    assert [row["commitment"] for row in ask(text, "compare", AS_OF, topic=["fentanyl"])] == ["cut"]
    both = ask(text, "compare", AS_OF, topic=["fentanyl"], commitment=["soy"])
    assert [row["commitment"] for row in both] == ["soy", "cut"]
    (row, _) = ask(text, "compare", AS_OF, party=["US"])
    assert list(cells(row)) == ["US"]


@pytest.mark.parametrize(("stance", "others"), [("denies", [("EU", "other", "denies")]), ("mentions", [])])
def test_a_party_that_is_not_involved_has_a_cell_where_it_takes_a_position(
    ask: Any, stance: str, others: list[tuple[str, str, str]]
) -> None:
    text = ledger(f"claims:\n- {{id: k, said: 2025-11-02, party: EU, stance: {stance}}}")
    assert [(cell["party"], cell["role"], cell["position"]) for cell in ask(text, "compare", AS_OF)[0]["cells"]] == [
        ("CN", "obligor", "silent"),
        *others,
        ("US", "beneficiary", "silent"),
    ]


def test_a_cell_says_whose_words_it_has_on_which_condition_and_who_else_tells_them(ask: Any) -> None:
    text = ledger(
        """
        sources:
        - {id: sheet, outlet: The Ministry, published: 2025-11-02, kind: fact-sheet}
        - {id: retold, outlet: The Weekly, published: 2025-11-03, kind: article, based_on: sheet}
        - {id: wire, outlet: The Agency, published: 2025-11-04, kind: article}
        claims:
        - {id: k1, said: 2025-11-02, speaker: he, stance: affirms, source: retold, condition: if cheap, quote: Would}
        - {id: k2, said: 2025-11-02, speaker: he, stance: affirms, source: sheet, condition: fair price, quote: Buys}
        - {id: k3, said: 2025-11-02, speaker: he, stance: affirms, source: wire, condition: if it is cheap}
        - {id: k4, said: 2025-11-03, speaker: bessent, stance: affirms, source: wire, quote: They will buy}
        """
    )
    told = cells(ask(text, "compare", AS_OF)[0])
    keys = ("claim", "position", "condition", "quote", "words", "outlet", "told_also")
    assert {party: tuple(told[party][key] for key in keys) for party in ("CN", "US")} == {
        "CN": (
            "k2", "affirms-if", "fair price", "Buys", "own", "The Ministry",
            ["The Agency", "The Weekly"],
        ),
        "US": ("k4", "affirms", None, "They will buy", "reported", "The Agency", []),
    }  # fmt: skip


def test_what_became_of_it_is_told_beside_what_is_said_of_it(ask: Any) -> None:
    text = ledger(
        TWO,
        """
        claims:
        - {id: k1, said: 2025-11-02, party: CN, stance: reports-breach, commitment: cut}
        - {id: k2, said: 2025-11-03, party: US, stance: reports-met, deadline: x}
        """,
    )
    soy, cut = ask(text, "compare", AS_OF)
    assert (soy["status"], soy["state"], soy["state_one_sided"]) == ("unclaimed", "due", False)
    assert (cut["status"], cut["state"], cut["state_one_sided"]) == ("unclaimed", "breach reported", True)
    assert soy["in_exchange_for"] == [{"commitment": "cut", "status": "unclaimed", "state": "breach reported"}]


def test_no_figure_stands_beside_words_that_did_not_give_it(ask: Any) -> None:
    """A report decides the position, and its amount is what was done, not what was promised."""
    text = ledger(
        """
        claims:
        - {id: k1, said: 2025-11-02, party: CN, stance: affirms, quantity: 12 million t}
        - {id: k2, said: 2025-11-03, party: CN, stance: reports-progress, quantity: 2 million t}
        """
    )
    told = cells(ask(text, "compare", AS_OF)[0])["CN"]
    assert (told["claim"], told["position"], told["quantity"]) == ("k2", "affirms", None)


SILENCE = """
    claims:
    - {id: k0, said: 2025-11-01, speaker: he, stance: mentions, topic: trade}
    - {id: k1, said: 2025-11-02, party: US, stance: affirms}
    - {id: k2, said: 2025-11-05, speaker: he, stance: mentions, topic: trade}
    - {id: k3, said: 2025-11-20, speaker: bessent, stance: affirms-in-part}
    - {id: k4, said: 2025-11-21, speaker: aide, stance: affirms}
    checks:
    - {id: c, party: CN, to: 2025-11-10, checked: 2025-11-11}
"""


def test_silence(ask: Any) -> None:
    assert ask(ledger(SILENCE), "silence", AS_OF) == [
        {
            "party": "CN",
            "topic": "trade",
            "claims": ["k1", "k3"],
            "since": "2025-11-02",
            "days": 28,
            "statements": 2,
            "chances": 1,
            "last_checked": "2025-11-10",
            "unchecked": ["k3"],
        }
    ]
    assert ask(ledger(SILENCE), "silence", AS_OF, party=["US"]) == []


def test_any_position_breaks_the_silence_and_a_refusal_does_not(ask: Any) -> None:
    def silent(stance: str) -> bool:
        answer = f"- {{id: k9, said: 2025-11-22, party: CN, stance: {stance}}}"
        return bool(ask(ledger(SILENCE.replace("    checks:", f"    {answer}\n    checks:")), "silence", AS_OF))

    assert [stance for stance in ("denies", "proposes", "affirms-in-part") if silent(stance)] == []
    assert silent("declines")
    assert silent("mentions")


@pytest.mark.parametrize(
    ("reported", "left"), [("", ["k1"]), ("- {id: k3, said: 2025-11-06, party: CN, stance: reports-ended}", [])]
)
def test_what_both_sides_call_ended_needs_no_answer(ask: Any, reported: str, left: list[str]) -> None:
    text = ledger(
        """
        commitments:
        - {id: soy, obligors: [CN, EU], beneficiaries: [US]}
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-05, party: US, stance: reports-ended}
        """,
        reported,
    )
    assert [row["claims"] for row in ask(text, "silence", AS_OF, party=["EU"])] == ([left] if left else [])


def test_a_telling_of_the_words_is_no_claim_to_answer_and_no_chance_to_do_so(ask: Any) -> None:
    text = ledger(
        """
        claims:
        - {id: k1, said: 2025-11-02, speaker: bessent, stance: affirms}
        - {id: k2, said: 2025-11-02, speaker: bessent, stance: affirms, source: weekly}
        - {id: k3, said: 2025-11-05, speaker: he, stance: mentions, topic: trade}
        - {id: k4, said: 2025-11-06, speaker: he, stance: mentions, topic: trade, source: weekly, retells: k3}
        """
    )
    (row,) = ask(text, "silence", AS_OF)
    assert (row["party"], row["claims"], row["statements"], row["chances"]) == ("CN", ["k1"], 1, 1)


def test_what_was_withdrawn_needs_no_answer(ask: Any) -> None:
    text = ledger("""
        claims:
        - {id: k1, said: 2025-11-02, party: US, stance: affirms}
        - {id: k2, said: 2025-11-03, party: US, stance: withdraws}
    """)
    assert ask(text, "silence", AS_OF) == []
