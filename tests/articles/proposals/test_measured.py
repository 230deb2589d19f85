"""How much of what a careful reader would record is proposed, and how much of what is proposed is right.

The pages of `gold/tuned` were looked at while the rules were written. Those of `gold/held_out` were written, with
their claims, before the rules. Until the rules were done only their totals were read, three times: recall 0.870,
0.883, 0.903 at precision 0.813, 0.837, 0.858. Those are the honest numbers. Then the failures were looked at; two of
them were dangerous and were put right ("He" after a sentence in which somebody else is named, a clause taken for a
name), which gave 0.922 and 0.873. The pages and the rules have one author, so a stranger's article can do worse.
"""

from __future__ import annotations

from functools import cache

import pytest

from .measuring import HERE, Measure, details, load, measure, pages, proposals_for

NOTHING = Measure(0, 0, 0, 0)


@cache
def measured(folder: str) -> dict[str, Measure]:
    return {name: measure(load(folder, name), proposals_for(load(folder, name))) for name in pages(folder)}


def table(folder: str) -> str:
    """What a failing test shows: each page with its numbers."""
    rows = [
        f"{name:24} recall {one.found}/{one.required} precision {one.right}/{one.proposed} strict {one.strict:.2f}"
        for name, one in measured(folder).items()
    ]
    return "\n" + "\n".join(rows)


def skip_without_articles(folder: str) -> None:
    if len(pages(folder)) < len(list((HERE / "gold" / folder).glob("*.yaml"))):
        pytest.skip("the shared articles are not here")


# recall, precision, strict precision: a little under what was reached
@pytest.mark.parametrize(
    ("folder", "recall", "precision", "strict"), [("tuned", 0.94, 0.86, 0.67), ("held_out", 0.88, 0.84, 0.68)]
)
def test_all_pages_together(folder: str, recall: float, precision: float, strict: float) -> None:
    skip_without_articles(folder)
    total = sum(measured(folder).values(), NOTHING)
    assert total.recall >= recall, table(folder)
    assert total.precision >= precision, table(folder)
    assert total.strict >= strict, table(folder)


@pytest.mark.parametrize("name", ["scmp-2025-11", "epoch-times-2025"])
def test_the_two_articles_of_the_seed(name: str) -> None:
    if name not in pages("tuned"):
        pytest.skip("the shared articles are not here")
    one = measured("tuned")[name]
    assert (one.recall >= 0.9, one.precision >= 0.75) == (True, True), table("tuned")


@pytest.mark.parametrize("folder", ["tuned", "held_out"])
def test_no_page_falls_far_behind(folder: str) -> None:
    for name, one in measured(folder).items():
        assert one.recall >= 0.6, name
        assert one.precision >= 0.4, name


def test_parts_of_the_claims_that_are_found() -> None:
    """Of the held-out claims that are found: the share whose stance, commitment, quantity and day are right."""
    skip_without_articles("held_out")
    counts: dict[str, list[int]] = {}
    for name in pages("held_out"):
        page = load("held_out", name)
        for key, (right, of) in details(page, proposals_for(page)).items():
            had = counts.setdefault(key, [0, 0])
            had[0], had[1] = had[0] + right, had[1] + of
    shares = {key: right / of for key, (right, of) in counts.items()}
    assert shares["stance"] >= 0.9, shares
    assert shares["quantity"] >= 0.9, shares
    assert shares["commitment"] >= 0.65, shares
    assert shares["due"] >= 0.6, shares
