"""A few rows of every listing, made by hand: the words are those of a real negotiation, the verdicts are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from truce_tracker.rows import (
    Asserter,
    ClaimRow,
    CommitmentRow,
    Exchange,
    MilestoneRow,
    ObligorPosition,
    OneSidedRow,
    PartyPosition,
    PartyRow,
    Report,
    Response,
    SetBy,
    SourceRow,
    SpeakerRow,
    TopicRow,
    UnmatchedRow,
)

from .samples_compared import COMPARED

_CLAIMS = (
    ClaimRow(
        claim="white-house-soybeans-1101",
        said="2025-11-01",
        party="US",
        speaker="white-house",
        on_record=True,
        stance="affirms",
        modality="will",
        topic="soybeans",
        commitment="cn-soybeans-2025",
        text="China will buy at least 12 million metric tons of US soybeans in the last two months of 2025",
        quote=None,
        quantity="at least 12 million t",
        deadline="soybeans-2025",
        source="fact-sheet-2025-11-01",
        instrument="fact-sheet",
    ),
    ClaimRow(
        claim="he-yadong-1113",
        said="2025-11-13",
        party="CN",
        speaker="he-yadong",
        on_record=True,
        stance="declines",
        modality=None,
        topic="soybeans",
        commitment="cn-soybeans-2025",
        text=None,
        quote="including on agricultural trade",
        quantity=None,
        deadline=None,
        source="mofcom-2025-11-13",
        instrument="press-conference",
    ),
    ClaimRow(
        claim="trade-system-source-1130",
        said="2025-11-30~",
        party="CN",
        speaker="trade-system-source",
        on_record=False,
        stance="affirms-in-part",
        modality="may",
        topic="rare-earths",
        commitment="cn-general-licences",
        text="部分企业可以申请通用许可证，但不会全面取消管制",
        quote=None,
        quantity=None,
        deadline=None,
        source="epoch-times-2025",
        instrument="background",
    ),
    ClaimRow(
        claim="kang-yu-1130",
        said="2025-11",
        party=None,
        speaker="kang-yu",
        on_record=True,
        stance="mentions",
        modality=None,
        topic="rare-earths",
        commitment=None,
        text="Beijing keeps its leverage as long as it says nothing",
        quote=None,
        quantity=None,
        deadline=None,
        source="epoch-times-2025",
        instrument=None,
    ),
)

_ONE_SIDED = (
    OneSidedRow(
        claim="white-house-licences-1101",
        said="2025-11-01",
        party="US",
        speaker="white-house",
        topic="rare-earths",
        commitment="cn-general-licences",
        text="China will issue general licences for exports of rare earths, gallium, germanium, antimony and graphite",
        source="fact-sheet-2025-11-01",
        age=27,
        responses=(
            Response("CN", "mentions", "2025-11-06", 3, "2025-11-27"),
            Response("EU", "silent", None, 0, None),
        ),
    ),
    OneSidedRow(
        claim="bessent-thanksgiving-1116",
        said="2025-11-16",
        party="US",
        speaker="bessent",
        topic="rare-earths",
        commitment="rare-earth-deal",
        text="Bessent hopes a rare-earth deal is finished by Thanksgiving",
        source="scmp-2025-11-20",
        age=12,
        responses=(Response("CN", "silent", None, 1, "2025-11-27"),),
    ),
)

_UNMATCHED = (
    UnmatchedRow(
        commitment="cn-general-licences",
        summary="Issue general licences for rare earths, gallium, germanium, antimony and graphite",
        topic="rare-earths",
        status="unacknowledged",
        obligors=(ObligorPosition("CN", "mentions", "2025-10-30"),),
        asserted_by=(Asserter("US", "2025-11-01", "white-house-licences-1101"),),
        in_exchange_for=(Exchange("us-no-100-tariff", "unacknowledged"), Exchange("us-affiliates-pause", "agreed")),
    ),
    UnmatchedRow(
        commitment="rare-earth-deal",
        summary="Finish a rare-earth deal",
        topic="rare-earths",
        status="denied",
        obligors=(ObligorPosition("CN", "silent", None), ObligorPosition("US", "denies", "2025-11-20")),
        asserted_by=(Asserter("EU", "2025-11-17", "eu-1117"),),
        in_exchange_for=(),
    ),
)

_COMMITMENTS = (
    CommitmentRow(
        commitment="us-fentanyl-duty-10",
        summary="Lower the fentanyl duty from 20 to 10 per cent",
        topic="tariffs",
        obligors=("US",),
        beneficiaries=("CN",),
        status="agreed",
        positions=(
            PartyPosition("CN", "beneficiary", "affirms", "2025-10-30"),
            PartyPosition("US", "obligor", "affirms", "2025-11-01"),
        ),
    ),
    CommitmentRow(
        commitment="rare-earth-deal",
        summary="Finish a rare-earth deal",
        topic="rare-earths",
        obligors=("CN", "US"),
        beneficiaries=(),
        status="unacknowledged",
        positions=(
            PartyPosition("CN", "obligor", "silent", None),
            PartyPosition("US", "obligor", "affirms-in-part", "2025-11-16"),
        ),
    ),
)

_OVERDUE = (
    MilestoneRow(
        milestone="gallium-licences@2025-11-10",
        deadline="gallium-licences",
        commitment="cn-general-licences",
        summary="Issue general licences for rare earths, gallium, germanium, antimony and graphite",
        kind="due",
        phrase=None,
        due="2025-11-10",
        days=18,
        status="unmet",
        set_by=None,
        stated_by=(),
        met_by=(),
        one_sided=False,
        progress="three licences",
        reports=(
            Report("reuters-1112", "reports-progress", None, "reuters", "2025-11-12", "three licences"),
            Report("greer-1120", "reports-unmet", "US", "greer", "2025-11-20", None),
        ),
        last_checked=None,
    ),
    MilestoneRow(
        milestone="rare-earth-deal-by-thanksgiving",
        deadline="rare-earth-deal-by-thanksgiving",
        commitment="rare-earth-deal",
        summary="Finish a rare-earth deal",
        kind="due",
        phrase="by Thanksgiving",
        due="2025-11-27",
        days=1,
        status="overdue",
        set_by=SetBy("bessent-thanksgiving-1116", "US", "bessent"),
        stated_by=("CN", "US"),
        met_by=(),
        one_sided=False,
        progress=None,
        reports=(),
        last_checked="2025-11-27",
    ),
)

_DEADLINES = (
    *_OVERDUE,
    MilestoneRow(
        milestone="us-fentanyl-duty",
        deadline="us-fentanyl-duty",
        commitment="us-fentanyl-duty-10",
        summary="Lower the fentanyl duty from 20 to 10 per cent",
        kind="due",
        phrase=None,
        due="2025-11-28",
        days=0,
        status="met",
        set_by=SetBy("white-house-fentanyl-1101", "US", None),
        stated_by=("US",),
        met_by=("US",),
        one_sided=True,
        progress=None,
        reports=(Report("order-1104", "reports-met", "US", "white-house", "2025-11-04", None),),
        last_checked="2025-11-27",
    ),
    MilestoneRow(
        milestone="suspension-ends",
        deadline="suspension-ends",
        commitment="cn-suspend-controls",
        summary="Suspend the export controls of 9 October",
        kind="expires",
        phrase="until 10 November 2026",
        due="2026-11-10",
        days=-347,
        status="in force",
        set_by=SetBy("mofcom-70", "CN", "mofcom"),
        stated_by=("CN",),
        met_by=(),
        one_sided=False,
        progress=None,
        reports=(),
        last_checked=None,
    ),
)

_PARTIES = (
    PartyRow("CN", "China", ("Beijing", "PRC"), speakers=11, claims=1204),
    PartyRow("US", "United States", ("Washington", "U.S."), speakers=9, claims=37),
)

_SPEAKERS = (
    SpeakerRow("bessent", "Scott Bessent", "US", "Treasury Secretary", ("Bensett", "Besant"), True, 18),
    SpeakerRow("he-yadong", "何亚东", "CN", "spokesperson of the Ministry of Commerce", (), True, 6),
    SpeakerRow("kang-yu", "Kang Yu", None, None, (), True, 1),
    SpeakerRow("trade-system-source", "source in Beijing's trade system", "CN", None, (), False, 2),
)

_TOPICS = (TopicRow("rare-earths", "Rare earths", 4, 31), TopicRow("soybeans", "Soybeans", 2, 112))

_SOURCES = (
    SourceRow(
        source="scmp-2025-11-20",
        published="2025-11-20~",
        outlet="South China Morning Post",
        title="China keeps its counsel on rare earths as Washington's Thanksgiving deadline nears",
        authors=("Kandy Wong", "Ji Siqi"),
        kind="article",
        language="en",
        url="https://example.org/3333764",
        retrieved="2025-11-21",
        based_on=None,
        note=None,
        has_text=True,
        claims=9,
    ),
    SourceRow(
        source="mofcom-70",
        published="2025-11-07",
        outlet=None,
        title="商务部 海关总署公告2025年第70号",
        authors=(),
        kind="notice",
        language="zh",
        url=None,
        retrieved=None,
        based_on="mofcom-2025-10-30",
        note=None,
        has_text=False,
        claims=1,
    ),
)

SAMPLES: dict[str, Sequence[Any]] = {
    "claims": _CLAIMS,
    "one-sided": _ONE_SIDED,
    "unmatched": _UNMATCHED,
    "commitments": _COMMITMENTS,
    "overdue": _OVERDUE,
    "deadlines": _DEADLINES,
    "parties": _PARTIES,
    "speakers": _SPEAKERS,
    "topics": _TOPICS,
    "sources": _SOURCES,
    **COMPARED,
}
