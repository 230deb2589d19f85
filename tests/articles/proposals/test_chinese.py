"""Chinese sentences: who says it though another party is named, a stance with its negation, a day, a figure."""

from __future__ import annotations

import pytest

from truce_tracker.articles.proposing.proposer import Known, KnownParty, KnownSpeaker, Proposal
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.dates import read_date

KNOWN = Known(
    speakers=[
        KnownSpeaker("bessent", "Scott Bessent", "US", "Treasury Secretary", (), True),
        KnownSpeaker("trump", "Donald Trump", "US", "President", (), True),
        KnownSpeaker("white-house", "The White House", "US", None, (), True),
        KnownSpeaker("mofcom", "Ministry of Commerce of China", "CN", None, (), True),
        KnownSpeaker("he-yadong", "He Yadong", "CN", "spokesperson of the Ministry of Commerce", (), True),
    ],
    parties=[
        KnownParty("US", "United States", ()),
        KnownParty("CN", "China", ()),
        KnownParty("IR", "Iran", ("伊朗",)),
    ],
    topics=[],
    commitments=[],
    find=lambda words: [],
)


def claims(text: str) -> list[Proposal]:
    return Rules()(text, read_date("2025-12-10"), KNOWN)


def voice(claim: Proposal) -> str:
    if claim.new_speaker:
        return f"new {claim.new_speaker.name}"
    return claim.speaker or (f"party {claim.party}" if claim.party else "author")


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("贝森特受访时强调，中国承诺购买1200万吨美国大豆。", ["bessent"]),
        ("贝森特星期二表示，中国承诺购买1200万吨美国大豆。", ["bessent"]),
        ("贝森特确认，中方同意购买1200万吨美国大豆。", ["bessent"]),
        ("白宫发布的事实清单称，中国承诺购买1200万吨美国大豆。", ["white-house"]),
        ("据悉，中国承诺购买1200万吨美国大豆。", []),
        ("阿曼外交大臣巴德尔确认，伊朗同意停止铀浓缩30天。", ["new 巴德尔"]),
        ("伊朗外长表示，伊朗承诺停止铀浓缩30天。", ["new 伊朗外长"]),
        ("川普说稀土问题已经解决，中国商务部发布新闻稿指出，将暂停稀土出口管制一年。", ["mofcom"]),
        ("中國商務部發布新聞稿指出，將暫停稀土出口管制一年。", ["mofcom"]),
        ("何亚东：中方将购买1200万吨大豆。", ["he-yadong"]),
        ("何亚东强调,中方将购买1200万吨大豆;贝森特则说,关税已经取消。", ["he-yadong", "bessent"]),
        ("何亚东表示，双方同意暂停征收港口费一年。", ["he-yadong"]),
        ("商务部发言人何亚东答记者问。\n\n问：中方会购买1200万吨大豆。\n\n答：中方将购买1200万吨大豆。", ["he-yadong"]),
        ("商务部表示，共识如下：\n\n一、美方将取消10%的关税。\n\n二、中方将暂停管制一年。", ["mofcom", "mofcom"]),
        ("特朗普致信何亚东提出购买1200万吨大豆。", ["trump"]),
    ],
)
def test_who_says_it(text: str, voices: list[str]) -> None:
    assert [voice(claim) for claim in claims(text)] == voices


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("中方并未同意购买1200万吨大豆", "denies"),
        ("乌克兰没有遵守停止打击能源设施30天的协议", "reports-breach"),
        ("30天期限已经到期", "reports-ended"),
        ("中方承诺不会停止采购1200万吨大豆", "affirms"),
        ("美方应取消10%的关税", "proposes"),
        ("采购已完成九成以上", "reports-progress"),
        ("中方无意购买1200万吨大豆", "denies"),
        ("日方未能提供1200万吨大豆", "reports-unmet"),
        ("1200万吨大豆已归还", "reports-met"),
        ("只要美方取消关税，中方将购买1200万吨大豆", "affirms"),
    ],
)
def test_a_stance(words: str, stance: str) -> None:
    assert {claim.stance for claim in claims(f"何亚东表示，{words}。")} == {stance}


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("只要美方取消关税，中方将购买1200万吨大豆", "只要美方取消关税"),
        ("除非美方取消关税，中方将停止购买1200万吨大豆", "除非美方取消关税"),
        ("中方将购买1200万吨大豆", None),
    ],
)
def test_a_condition(words: str, condition: str | None) -> None:
    (claim,) = claims(f"何亚东表示，{words}。")
    assert claim.condition == condition


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("中方将于月底前购买1200万吨大豆", "2025-12-31"),
        ("中方将不迟于3月1日购买1200万吨大豆", "2026-03-01"),
        ("中方将在第一季度末前购买1200万吨大豆", "2026-03-31"),
        ("中方将在2月1日前的一周内停止采购1200万吨大豆", None),
        ("未来三年中国每年将购买2500万吨美国大豆", None),
    ],
)
def test_a_day(words: str, due: str | None) -> None:
    (claim,) = claims(f"何亚东表示，{words}。")
    assert claim.due == due


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("中方将购买1200万至1500万吨大豆", "12 to 15 million t"),
        ("中方将购买1200万吨以上大豆", "at least 12 million t"),
        ("中方已购买约三分之一的1200万吨大豆", None),
        ("中方将购买一千二百万吨大豆", "12 million t"),
    ],
)
def test_a_figure(words: str, quantity: str | None) -> None:
    (claim,) = claims(f"何亚东表示，{words}。")
    assert claim.quantity == quantity
