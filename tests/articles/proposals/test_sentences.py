from __future__ import annotations

import pytest

from truce_tracker.articles.proposing.sentences import split_sentences


def texts(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.S. agreed. China did not.",
            ["The U.S. agreed.", "China did not."],
        ),
        (
            "On Nov. 10 the U.S. Treasury acted. It said so.",
            ["On Nov. 10 the U.S. Treasury acted.", "It said so."],
        ),
        ("He left the U.S. It was late.", ["He left the U.S.", "It was late."]),
        ("Notice No. 61 applies. No. That is all.", ["Notice No. 61 applies.", "No.", "That is all."]),
        ("Mr. Bessent met Dr. Li at 9 a.m. on Friday.", ["Mr. Bessent met Dr. Li at 9 a.m. on Friday."]),
        ("President Donald J. Trump spoke.", ["President Donald J. Trump spoke."]),
        ("It fell to 1.6 million tons. Or 1.7.", ["It fell to 1.6 million tons.", "Or 1.7."]),
        ("“Will China do it? I doubt it.” He left.", ["“Will China do it?", "I doubt it.”", "He left."]),
        ("“Never!” the minister said. Then he left.", ["“Never!” the minister said.", "Then he left."]),
        ("商务部表示，中方将暂停。美方没有回应！为什么？", ["商务部表示，中方将暂停。", "美方没有回应！", "为什么？"]),
        ("“我们不会谈判。”布兰特说。他走了。", ["“我们不会谈判。”布兰特说。", "他走了。"]),
        ("", []),
        ("***\n---\n", []),
    ],
)
def test_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_wrapped_line_goes_on_and_a_list_item_does_not() -> None:
    text = (
        "-   China will suspend the global implementation of the expansive new\n"
        "    export controls on rare earths.\n"
        "-   China will issue general licenses valid for exports of rare earths,\n"
        "    gallium, germanium, antimony, and graphite. The general license\n"
        "    means the removal of controls.\n\n**AMERICAN ACTIONS:**\n\n1.  The United States will lower the tariffs.\n"
    )
    assert texts(text) == [
        "China will suspend the global implementation of the expansive new export controls on rare earths.",
        "China will issue general licenses valid for exports of rare earths, gallium, germanium, antimony, and"
        " graphite.",
        "The general license means the removal of controls.",
        "**AMERICAN ACTIONS:**",
        "The United States will lower the tariffs.",
    ]


def test_headings_stand_alone() -> None:
    text = (
        "Advertisement\nUS-China trade war\n\nA truce under strain\n\n"
        + "Washington said so on Friday. " * 8
        + "\nPhoto: EPA"
    )
    assert texts(text)[:3] == ["Advertisement", "US-China trade war", "A truce under strain"]
    assert texts(text)[-1] == "Photo: EPA"


def test_places() -> None:
    text = "  One.\r\n\r\n  Two two.  三。"
    assert all(sentence.text == text[sentence.start : sentence.end] for sentence in split_sentences(text))
