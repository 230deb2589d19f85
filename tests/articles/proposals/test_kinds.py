"""English sentences of the kinds that were once misread: who speaks, what is neither said nor denied, what would be."""

from __future__ import annotations

import pytest

from truce_tracker.articles.proposing.proposer import Known, KnownParty, KnownSpeaker
from truce_tracker.articles.proposing.rules import Rules
from truce_tracker.dates import read_date

KNOWN = Known(
    speakers=[
        KnownSpeaker("bessent", "Scott Bessent", "US", "Treasury Secretary", (), True),
        KnownSpeaker("he-yadong", "He Yadong", "CN", "spokesperson of the Ministry of Commerce", (), True),
        KnownSpeaker("li-chenggang", "Li Chenggang", "CN", "trade negotiator", (), True),
        KnownSpeaker("li-wei-cn", "Li Wei", "CN", None, (), True),
        KnownSpeaker("li-wei-us", "Li Wei", "US", None, (), True),
    ],
    parties=[KnownParty("US", "United States", ()), KnownParty("CN", "China", ()), KnownParty("IR", "Iran", ())],
    topics=[],
    commitments=[],
    find=lambda words: [],
)


def read(text: str) -> list[tuple[str, str]]:
    """The voice and the stance of each claim."""
    found = Rules()(text, read_date("2025-11-19"), KNOWN)
    return [
        (f"new {one.new_speaker.name}" if one.new_speaker else one.speaker or one.party or "author", one.stance)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The North's news agency reported that Iran agreed to stop 12 centrifuges for 90 days.",
         ["new The North's news agency"]),
        ("State television said that China agreed to buy 12 million tons.", ["new State television"]),
        ("According to a report, China agreed to buy 12 million tons.", ["new a report"]),
        ("BESSENT: China will buy 12 million tons of soybeans.", ["bessent"]),
        ("SECRETARY BESSENT: China will buy 12 million tons. It will buy 25 million tons.", ["bessent", "bessent"]),
        ("Q: China will buy 12 million tons of soybeans.", []),
        ("HE YADONG said China would buy 12 million tons of soybeans.", ["he-yadong"]),
        ("Li Cheng-gang said China would buy 12 million tons of soybeans.", ["li-chenggang"]),
        ("Li Wei said China would buy 12 million tons of soybeans.", ["new Li Wei"]),
        ("Maria Zakova, the spokesperson of the Chinese Foreign Ministry, said that China would buy 12 million tons.",
         ["new Maria Zakova"]),
        ("“We will buy 12 million tons of soybeans,” He Yadong said, “and we will buy 25 million tons of corn.”",
         ["he-yadong", "he-yadong"]),
        ("Bessent told reporters: “China has bought 3 million tons of soybeans.\n\n“It will buy 9 million tons more.”",
         ["bessent", "bessent"]),
    ],
)  # fmt: skip
def test_who_says_it(text: str, voices: list[str]) -> None:
    assert [voice for voice, _ in read(text)] == voices


def test_a_name_that_two_have_is_left_to_the_person() -> None:
    (claim,) = Rules()("Li Wei said China would buy 12 million tons.", read_date("2025-11-19"), KNOWN)
    assert claim.speaker is None
    assert "speaker: 'Li Wei: li-wei-cn or li-wei-us' can be several people" in claim.why


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Bessent did not rule out that China would buy 12 million tons.", ["mentions"]),
        ("If China does not buy 12 million tons of soybeans, tariffs will return, Bessent said.", ["mentions"]),
        ("Tariffs will return if China fails to buy 12 million tons, Bessent said.", ["mentions"]),
        ("China had initially expected to buy 12 million tons of soybeans.", ["mentions"]),
        ("The 10% tariff must be restored, Bessent said.", ["affirms"]),
        ("Bessent said China had violated the ceasefire 12 times in 90 days.", ["reports-breach"]),
        ("China had not agreed to buy 12 million tons, He Yadong said.", ["denies"]),
        ("China refuses to hold talks on the 12 million tons, Bessent said.", ["denies"]),
        ("China will buy 12 million tons if the tariff goes, He Yadong said.", ["affirms"]),
    ],
)
def test_a_stance(text: str, stances: list[str]) -> None:
    assert [stance for _, stance in read(text)] == stances
