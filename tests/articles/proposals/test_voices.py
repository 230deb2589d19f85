"""Who is heard in one or two sentences. Each case: a ledger, the text, and the voices in the order of their claims.

A voice is the id of a known speaker, ``party XX``, ``new NAME``, or ``author``.
"""

from __future__ import annotations

import pytest

from truce_tracker.articles.proposing.proposer import Proposal
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.dates import read_date

from .measuring import ledger

DAY = read_date("2025-11-21")


def voice(proposal: Proposal) -> str:
    if proposal.speaker:
        return proposal.speaker
    if proposal.new_speaker:
        return f"new {proposal.new_speaker.name}"
    return f"party {proposal.party}" if proposal.party else "author"


def voices(text: str, name: str = "busan") -> list[str]:
    return [voice(proposal) for proposal in Rules()(text, DAY, ledger(name))]


BUY = "China would buy 12 million tons of soybeans by January"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bessent said {BUY}.", ["bessent"]),
        (f"Treasury Secretary Scott Bensett told CNN on Friday that {BUY}.", ["bessent"]),
        (f"The Treasury Secretary said {BUY}.", ["bessent"]),
        (f"{BUY}, Bessent said.", ["bessent"]),
        (f"“{BUY},” said Bessent.", ["bessent"]),
        (f"According to Bessent, {BUY}.", ["bessent"]),
        (f"{BUY}, according to Bessent.", ["bessent"]),
        (f"Asked about the talks, Bessent said {BUY}.", ["bessent"]),
        (f"The White House fact sheet says {BUY}.", ["white-house"]),
        (f"Washington insists that {BUY}.", ["party US"]),
        (f"China's Ministry of Commerce said {BUY}.", ["mofcom"]),
        (f"A Commerce Ministry spokesman said {BUY}.", ["mofcom"]),
        (f"The Department of Commerce of China said {BUY}.", ["mofcom"]),
        (f"The U.S. Department of Commerce said {BUY}.", ["new Department of Commerce"]),
        (f"He Yadong, a spokesperson for the Ministry of Commerce, said {BUY}.", ["he-yadong"]),
        (f"Two traders who know of the orders said {BUY}.", ["new Two traders"]),
        (f"A senior U.S. official, speaking on condition of anonymity, said {BUY}.", ["new A senior U.S. official"]),
        (f"Bloomberg reported that a source close to the talks said {BUY}.", ["new a source close to the talks"]),
        (f"Li Wei, a soybean importer in Dalian, said {BUY}.", ["new Li Wei"]),
        (f"Both sides said {BUY}.", ["author"]),
    ],
)
def test_who_says_it(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bessent said the tariffs would stay until 2026. He said {BUY}.", ["bessent", "bessent"]),
        (
            f"He Yadong said the tariffs would stay until 2026. He said {BUY}.",
            ["he-yadong", "he-yadong"],
        ),
        # "He" after Bessent, but He Lifeng was named: nobody's name is guessed
        (
            f"Bessent met Vice Premier He Lifeng and said the tariffs would stay until 2026. He said {BUY}.",
            ["bessent", "new He"],
        ),
        # nobody speaks in the sentence between, but somebody is named
        (
            f"Greer said the tariffs would stay until 2026. Bessent poured cold water on that. He said {BUY}.",
            ["greer", "bessent"],
        ),
        (
            f"Greer said the tariffs would stay until 2026. Bessent and Trump laughed at that. He said {BUY}.",
            ["greer", "new He"],
        ),
        (f"He said {BUY}.", ["new He"]),
        (f"They said {BUY}.", ["new They"]),
    ],
)
def test_pronouns_only_when_safe(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


def test_two_speakers_in_one_sentence() -> None:
    text = (
        "Greer said the tariffs would stay until 2026, while China's Ministry of Commerce said they would end in May."
    )
    assert voices(text) == ["greer", "mofcom"]


def test_an_unknown_speaker_is_proposed_as_a_new_entry() -> None:
    text = (
        f"Foreign Ministry spokeswoman Mao Ning said {BUY}."
        " A source near the talks denied that China would buy soybeans."
    )
    first, second = (proposal.new_speaker for proposal in Rules()(text, DAY, ledger("busan")))
    assert first is not None
    assert (first.id, first.name, first.party, first.on_record) == ("mao-ning", "Mao Ning", "CN", True)
    assert first.role == "Foreign Ministry spokeswoman"
    assert second is not None
    assert (second.name, second.party, second.on_record) == ("A source near the talks", None, False)


def test_ids_of_new_speakers_are_free() -> None:
    text = "农业部长罗伟说，中方将购买1200万吨大豆。贸易部长张华说，中方将购买2500万吨大豆。"
    ids = [proposal.new_speaker.id for proposal in Rules()(text, DAY, ledger("busan")) if proposal.new_speaker]
    assert ids == ["luowei", "zhanghua"]


def test_two_of_one_name_in_latin_have_two_ids() -> None:
    text = "农业部长罗伟说，中方将购买1200万吨大豆。贸易部长罗维说，中方将购买2500万吨大豆。"
    ids = [proposal.new_speaker.id for proposal in Rules()(text, DAY, ledger("busan")) if proposal.new_speaker]
    assert ids == ["luowei", "luowei-2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商务部新闻发言人表示，中方将购买1200万吨大豆。", ["mofcom"]),
        ("商务部新闻发言人何亚东11月20日在例行记者会上表示，中方将购买1200万吨大豆。", ["he-yadong"]),
        ("美国财政部长贝森特称，中国将购买1200万吨大豆。", ["bessent"]),
        ("美國財長貝森特稱，中國將購買1200萬噸大豆。", ["bessent"]),
        ("美方称，中方将购买1200万吨大豆。", ["party US"]),
        ("据知情人士透露，中方将购买1200万吨大豆。", ["new 知情人士"]),
        ("路透社援引两名消息人士的话报道，中方将购买1200万吨大豆。", ["new 两名消息人士"]),
        ("卡塔尔外交部发言人安萨里说，停火将延长至2026年。", ["new 安萨里"]),
        ("贝森特说，关税将保留至2026年。他还说，中国将购买1200万吨大豆。", ["bessent", "bessent"]),
        ("有记者问，中方是否将购买1200万吨大豆？", []),
    ],
)
def test_who_says_it_in_chinese(text: str, expected: list[str]) -> None:
    assert voices(text) == expected
