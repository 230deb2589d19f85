"""A claim, slot by slot, beside the sentence that it stands on: which reasons speak against it."""

from __future__ import annotations

from typing import Any

import pytest

from truce_tracker.articles.gate.documents import Document, document_of
from truce_tracker.articles.gate.gate import Gate
from truce_tracker.articles.proposing.proposer import Known, KnownParty, KnownSpeaker
from truce_tracker.dates import read_date
from truce_tracker.slots import Slots

KNOWN = Known(
    speakers=[
        KnownSpeaker("bessent", "Scott Bessent", "US", "Treasury Secretary", ("贝森特",), True),
        KnownSpeaker("greer", "Jamieson Greer", "US", "Trade Representative", (), True),
        KnownSpeaker("he-yadong", "He Yadong", "CN", "spokesperson of the Ministry of Commerce", ("何亚东",), True),
        KnownSpeaker("white-house", "The White House", "US", None, (), True),
    ],
    parties=[KnownParty("US", "United States", ()), KnownParty("CN", "China", ("中国", "中方"))],
    topics=[],
    commitments=[],
    find=lambda words: [],
)
SOY = (
    "Scott Bessent said on Tuesday that China will buy at least 12 million metric tons of soybeans by the end of"
    " January."
)
ARTICLE = Document()
TWO = (
    "Scott Bessent said China would buy 12 million metric tons by January 31 and at least 25 million metric tons a year"
    " after that."
)


def reasons(text: str, quote: str, document: Document = ARTICLE, **slots: Any) -> list[str]:
    gate = Gate(text, read_date("2025-11-20"), KNOWN, document)
    given: dict[str, Any] = {"stance": "affirms", "speaker": "bessent", "parties": ("US",)} | slots
    return [each.reason.value for each in gate.findings(Slots(quote, said=read_date("2025-11-20"), **given))]


@pytest.mark.parametrize(
    ("text", "quote", "quantity", "wrong"),
    [
        (SOY, "at least 12 million metric tons", "at least 12 million t", []),
        (SOY, "China will buy", "at least 12 million t", []),
        (SOY, "at least 12 million metric tons", "12 million t", ["BOUND_DIFFERS"]),
        (SOY, "at least 12 million metric tons", "at least 12 t", ["QUANTITY_NOT_IN_QUOTE"]),
        (SOY, "at least 12 million metric tons", "at least 12 billion t", ["QUANTITY_NOT_IN_QUOTE"]),
        (SOY, "at least 12 million metric tons", "at least 12 million barrels", ["UNIT_DIFFERS"]),
        (SOY, "at least 12 million metric tons", "at least 12 million t per year", ["PERIOD_DIFFERS"]),
        (TWO, "buy 12 million metric tons", "25 million t", ["QUANTITY_NOT_IN_QUOTE"]),
        (TWO, "at least 25 million metric tons a year", "at least 25 million t per year", []),
        (TWO, "at least 25 million metric tons a year", "at least 25 million t per month", ["PERIOD_DIFFERS"]),
        (TWO, "at least 25 million metric tons a year", "at least 25 million t", ["PERIOD_DIFFERS"]),
        ("Bessent said on February 13 the rate would be 18%.", "the rate would be 18%", "13%",
         ["QUANTITY_NOT_IN_QUOTE"]),
        ("Bessent said about thirty ships would sail.", "about thirty ships", "about 30 ships", []),
        ("Bessent said the rate would fall from 20 percent to 10 percent.", "from 20 percent to 10 percent",
         "10 percentage points", []),
        ("贝森特表示，中国承诺购买1200万吨大豆。", "购买1200万吨大豆", "12 million t", []),
        ("贝森特表示，中国承诺购买1200万吨大豆。", "购买1200万吨大豆", "120 million t", ["QUANTITY_NOT_IN_QUOTE"]),
        ("贝森特表示，中国承诺购买1200万吨以上大豆。", "购买1200万吨以上大豆", "12 million t", ["BOUND_DIFFERS"]),
    ],
)  # fmt: skip
def test_a_quantity(text: str, quote: str, quantity: str, wrong: list[str]) -> None:
    assert reasons(text, quote, quantity=quantity) == wrong


@pytest.mark.parametrize(
    ("text", "quote", "slots", "wrong"),
    [
        (SOY, "will buy at least 12 million metric tons", {"due": "2026-01-31"}, []),
        (SOY, "will buy at least 12 million metric tons", {"due": "2026-01-30"}, ["DATE_DIFFERS"]),
        (SOY, "will buy at least 12 million metric tons", {"phrase": "by the end of January", "due": "2026-01-31"}, []),
        (SOY, "will buy at least 12 million metric tons", {"phrase": "by the end of March"}, ["PHRASE_NOT_IN_TEXT"]),
        ("Bessent said China will lift the ban by December 31, provided that talks go on.", "will lift the ban",
         {"phrase": "by December 31", "due": "2025-12-31"}, ["CONDITION_DROPPED", "DATE_CONDITIONAL"]),
        ("Bessent said China will lift the ban by November 10.", "will lift the ban", {"due": "2025-11-10"},
         ["DATE_PASSED"]),
        ("Bessent said China will lift the ban by November 10.\n\nA\n\nB\n\nC\n\nHe said it will buy soybeans.",
         "it will buy soybeans", {"phrase": "by November 10"}, ["PHRASE_NOT_NEAR"]),
    ],
)  # fmt: skip
def test_a_date(text: str, quote: str, slots: dict[str, str], wrong: list[str]) -> None:
    assert reasons(text, quote, **slots) == wrong


@pytest.mark.parametrize(
    ("text", "quote", "modality", "wrong"),
    [
        ("Bessent said he hopes to sign it soon.", "sign it soon", "hopes", []),
        ("Bessent said he hopes to sign it soon.", "sign it soon", "will", ["MODALITY_STRONGER"]),
        ("Bessent said he hopes China will sign it.", "China will sign it", "will", ["MODALITY_STRONGER"]),
        ("Bessent said China will sign it.", "China will sign it", "shall", ["MODALITY_STRONGER"]),
        ("Bessent said China will sign it.", "China will sign it", "may", ["MODALITY_WEAKER"]),
        ("贝森特表示，希望中方签署协议。", "签署协议", "will", ["MODALITY_STRONGER"]),
    ],
)
def test_a_modality(text: str, quote: str, modality: str, wrong: list[str]) -> None:
    assert [each for each in reasons(text, quote, modality=modality) if "MODALITY" in each] == wrong


@pytest.mark.parametrize(
    ("text", "quote", "stance", "wrong"),
    [
        ("Bessent did not rule out a visit to Beijing.", "a visit to Beijing", "denies", ["STANCE_AGAINST_WORDS"]),
        ("Bessent would not deny that a deal was agreed.", "a deal was agreed", "denies", ["STANCE_AGAINST_WORDS"]),
        ("Bessent pushed back on a report that he agreed to lift the ban.", "he agreed to lift the ban", "affirms",
         ["STANCE_AGAINST_WORDS"]),
        ("Bessent pushed back on a report that he agreed to lift the ban.", "he agreed to lift the ban", "denies", []),
        ("Bessent rejected the claim that Washington had promised to lift it.", "Washington had promised to lift it",
         "affirms", ["STANCE_AGAINST_WORDS"]),
        ("Bessent said the question will be answered only by the foreign ministry.",
         "will be answered only by the foreign ministry", "affirms", ["STANCE_AGAINST_WORDS"]),
        ("Bessent said the question will be answered only by the foreign ministry.",
         "will be answered only by the foreign ministry", "declines", []),
        ("Bessent said the tariff would rise if China does not buy soybeans.", "China does not buy soybeans",
         "reports-unmet", ["STANCE_AGAINST_WORDS"]),
        ("Bessent said China agreed to buy soybeans.", "China agreed to buy soybeans", "reports-met",
         ["STANCE_AGAINST_WORDS"]),
        ("Bessent said China agreed to buy soybeans.", "China agreed to buy soybeans", "declines",
         ["STANCE_AGAINST_WORDS"]),
        ("Bessent said China had failed to buy soybeans.", "China had failed to buy soybeans", "affirms",
         ["STANCE_AGAINST_WORDS"]),
        ("Bessent said China has bought soybeans.", "China has bought soybeans", "reports-met", []),
        ("贝森特表示，中方并未同意购买大豆。", "中方并未同意购买大豆", "affirms", ["STANCE_AGAINST_WORDS"]),
        ("贝森特表示，中方并未同意购买大豆。", "中方并未同意购买大豆", "denies", []),
    ],
)  # fmt: skip
def test_a_stance(text: str, quote: str, stance: str, wrong: list[str]) -> None:
    assert reasons(text, quote, stance=stance) == wrong


@pytest.mark.parametrize(
    ("text", "condition", "wrong"),
    [
        ("Bessent said China will lift the ban if the tariff falls.", None, ["CONDITION_DROPPED"]),
        ("Bessent said China will lift the ban if the tariff falls.", "the tariff falls", []),
        ("Bessent said China will lift the ban only after the tariff falls.", None, ["CONDITION_DROPPED"]),
        ("Bessent said China will lift the ban.", "the tariff falls", ["CONDITION_NOT_IN_WORDS"]),
        ("An aide, on condition of anonymity, said Bessent promised China will lift the ban.", None, []),
    ],
)
def test_a_condition(text: str, condition: str | None, wrong: list[str]) -> None:
    assert [each for each in reasons(text, "China will lift the ban", condition=condition) if "COND" in each] == wrong


@pytest.mark.parametrize(
    ("text", "slots", "wrong"),
    [
        ("Scott Bessent said China will lift the ban.", {}, []),
        ("Treasury Secretary Bessent spoke. “China will lift the ban,” he said.", {}, []),
        ("Scott Bessent spoke.\n\n- China will lift the ban", {}, []),
        ("Jamieson Greer said China will lift the ban.", {}, ["SPEAKER_NOT_NEAR"]),
        ("He Yadong told Scott Bessent that China will lift the ban.", {}, ["SPEAKER_IS_ANOTHER"]),
        ("He Yadong said China will lift the ban. Bessent smiled.", {}, ["SPEAKER_IS_ANOTHER"]),
        ("Scott Bessent said China will lift the ban.", {"parties": ("CN",)}, ["PARTY_NOT_THE_SPEAKERS"]),
        ("China will lift the ban, Beijing said.", {"speaker": None, "parties": ("US",)}, ["PARTY_NOT_NEAR"]),
        ("China said it agreed with the United States: China will lift the ban.",
         {"speaker": None, "parties": ("US",)}, ["SPEAKER_IS_ANOTHER"]),
        ("贝森特表示，China will lift the ban。", {"speaker": "he-yadong", "parties": ("CN",)}, ["SPEAKER_NOT_NEAR"]),
        ("Bessent said China will lift the ban.", {"words": "own"}, ["WORDS_NOT_OWN"]),
        ("“China will lift the ban,” Bessent said.", {"words": "own"}, []),
    ],
)  # fmt: skip
def test_a_speaker(text: str, slots: dict[str, Any], wrong: list[str]) -> None:
    assert reasons(text, "China will lift the ban", **slots) == wrong


def test_a_document_speaks_with_one_voice() -> None:
    own = document_of("fact-sheet", "The White House", KNOWN)
    text = "China will lift the ban. He Yadong was there."
    assert reasons(text, "China will lift the ban", own, speaker="white-house") == []
    assert reasons(text, "China will lift the ban", own, speaker="bessent") == ["SPEAKER_IS_ANOTHER"]
    both = document_of("joint-statement", "The White House", KNOWN)
    assert reasons("The Parties will lift the ban.", "will lift the ban", both, speaker=None, parties=("CN",)) == []


def test_a_quote_in_two_places_is_read_where_it_fits() -> None:
    text = "Greer said China will lift the ban.\n\nBessent said China will lift the ban."
    assert reasons(text, "China will lift the ban") == []
    assert reasons(text, "China will lift the tariff") == ["QUOTE_NOT_IN_TEXT"]
    assert reasons("", "China") == ["QUOTE_NOT_IN_TEXT"]
