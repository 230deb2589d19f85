"""What the page says of each case of talks.yaml: status and state, whose words, what moved, and each promise once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.conftest import TALKS_DAY, Page, report_of
from truce_tracker.render.report.marks import BADGES
from truce_tracker.verdicts import MilestoneStatus, Position, Role, State, Status
from truce_tracker.vocabulary import Stance

VERDICTS = {
    "joint-text": "agreed open",
    "conditional": "conditional open",
    "dropped": "withdrawn open",
    "broken": "agreed breach reported",
    "one-sided": "done, says the United States alone undertaken",
    "ended": "ended, say China and the United States undertaken",
    "told": "unacknowledged late",
    "moving": "agreed in force",
    "clock": "undertaken waiting",
    "contested": "undertaken disputed",
}


@pytest.mark.parametrize("commitment", VERDICTS)
def test_state_stands_beside_status_and_first_where_it_is_over(talks: Page, commitment: str) -> None:
    assert talks.all(f"//tr[@id='commitment-{commitment}']//span[@class='verdict']") == [VERDICTS[commitment]]


def test_every_word_of_a_verdict_has_a_mark_and_a_meaning(talks: Page) -> None:
    words = [*Status, *State, *MilestoneStatus, *Position]
    assert set(words) | set(Stance) <= set(BADGES)
    for word in (*words, *Role):
        assert word.meaning[1:] in talks.of("method")


def test_breaches_by_accused_and_reporter(talks: Page) -> None:
    assert talks.all("//tr[@id='commitment-broken']//span[@class='report']") == [
        "China, says the United States: 1 report, 20 Feb 2026",
        "United States, says China: 2 reports, last 20 Feb 2026",
    ]


def test_progress_by_reporter_and_basis_with_its_share(talks: Page) -> None:
    assert talks.all("//tr[@id='milestone-tons-by-year-end']//span[@class='report']") == [
        "4 million t (sales), 40% of the target: United States, 20 Feb 2026",
        "1 million t (arrivals), 10% of the target: An agency, 20 Feb 2026",
    ]


CELLS = "//tr[@id='commitment-{}']/td[contains(., '{}')]//span[@class='words']"


@pytest.mark.parametrize(
    ("commitment", "voice", "words"),
    [
        ("conditional", "The Minister", "The Wire: “the strait would be opened”"),
        ("clock", "China", "“三十天內歸還”"),
        ("afterwards", "China", "The Gazette: “after sixty days”"),
        ("joint-text", "China and United States", "“will meet”"),
    ],
)
def test_reported_words_are_the_outlets(talks: Page, commitment: str, voice: str, words: str) -> None:
    assert set(talks.all(CELLS.format(commitment, voice))) == {words}


def test_words_are_the_outlets_in_the_list_of_claims_too(talks: Page) -> None:
    assert talks.all("//li[@id='claim-sign-daily']/blockquote") == ["The Daily: “would sign before Friday”"]
    assert talks.all("//li[@id='claim-sign-wire']/div/blockquote") == ["“we sign by Friday”"]


def test_conditions_are_shown(talks: Page) -> None:
    assert "On condition: once the levy is lifted" in talks.of("commitment-conditional")
    assert "On condition: once the levy is lifted" in talks.of("claim-strait-if")
    assert "affirms-if" in talks.of("claim-strait-if")


def test_what_is_given_for_it_stands_there_with_its_verdict(talks: Page) -> None:
    assert talks.all("//tr[@id='commitment-conditional']//span[@class='report']") == [
        "Lift the levy (done, says the United States alone · undertaken)"
    ]


def test_a_telling_stands_under_the_account_that_leads(talks: Page) -> None:
    assert talks.all("//li[@id='claim-sign-wire']//ul[@class='tellings']/li/@id") == ["claim-sign-daily"]
    assert "claim-sign-daily" not in talks.all("//li[@data-kind='claim']/@id")


def test_a_promise_stands_once_with_its_further_days_and_tellings_under_it(talks: Page) -> None:
    assert talks.all("//section[@id='overdue']//tr[@data-kind]/@id") == [
        "milestone-told-by-friday",
        "milestone-list-by-february",
    ]
    assert talks.all("//tr[@id='milestone-told-by-friday']//ul[@class='under']/li") == [
        "also 31 Jan 2026 “by the end of January”",
        "one telling says: before Friday, 8 Jan 2026",
    ]


def test_a_moved_day_says_where_to_and_by_whom(talks: Page) -> None:
    assert "moved to 10 Jan 2027 by China and the United States" in talks.of("milestone-pause-first")
    assert talks.all("//tr[@id='milestone-pause-first']//a[starts-with(., 'to ')]/@href") == ["#milestone-pause-second"]


@pytest.mark.parametrize(
    ("milestone", "day", "status"),
    [
        ("ships-clock", "its clock has not started", "waiting"),
        ("review-after", "no last day", "open"),
        ("list-by-february", "10 Feb 2026 19 days ago", "disputed"),
    ],
)
def test_days_that_are_none_and_days_that_are_contested(talks: Page, milestone: str, day: str, status: str) -> None:
    assert talks.all(f"//tr[@id='milestone-{milestone}']/th") == [day]
    assert talks.all(f"//tr[@id='milestone-{milestone}']/td[@data-label='Status']") == [status]


def test_a_claim_of_several_parties_on_several_commitments(talks: Page) -> None:
    assert talks.all("//li[@id='claim-both-talk']//span[@class='party']") == ["China and United States"]
    assert talks.all("//li[@id='claim-both-talk']/@data-party") == ["CN US"]
    assert talks.all("//li[@id='claim-both-talk']//span[@class='fact']") == ["on Hold joint talks; Keep the pause"]


def test_divergences_name_the_outlet_of_every_value(talks: Page) -> None:
    told = talks.all("//section[@id='divergences']//dd")
    assert len(told) == 6
    assert all("The Wire" in each or "The Daily" in each for each in told)


def test_foreign_quotes_say_their_language(talks: Page) -> None:
    assert set(talks.all("//q[contains(., '三十天內歸還')]/@lang")) == {"zh-Hant"}
    assert talks.all("//li[@id='source-ribao']/cite/@lang") == ["zh-Hant"]
    assert set(talks.all("//*[@lang]/@lang")) == {"en", "zh-Hant"}  # "English" is no code


def test_tellings_count_nowhere(talks: Page) -> None:
    assert "26 statements" in talks.of("claims")
    assert "told in 28 claims" in talks.of("claims")
    assert talks.all("//ul[@id='statuses']/li") == [
        "1 withdrawn",
        "3 agreed",
        "5 undertaken",
        "1 conditional",
        "2 unacknowledged",
    ]


def test_the_news(talks: Page, seed_store: Path) -> None:
    assert talks.all("//div[@id='news']/section[1]//li") == [
        "19 days late Publish the list disputed; day given by China",
        "51 days late Sign the text, “by Friday” overdue; day given by The Secretary",
    ]
    assert talks.all("//div[@id='news']/section[2]") == ["Next Nothing falls due within 60 days."]
    assert talks.all("//div[@id='news']/section[3]") == ["New since 22 Feb 2026 No verdict changed."]
    assert talks.all("//p[@class='fresh']") == [
        "Newest words: 20 Feb 2026, 9 days before. Nobody has searched those of the United States and China."
    ]
    seed = Page(report_of(seed_store))
    assert seed.all("//div[@id='news']/section[3]//li")[:2] == [
        "28 Nov 2025 Finish the agreement on rare earths open → overdue; due → late",
        "26 Nov 2025 Extend certain Section 301 tariff exclusions beyond 29 November 2025 "
        "new: in force; by Office of the US Trade Representative",
    ]


def test_the_draft_says_the_same(talks_store: Path) -> None:
    text = report_of(talks_store, "md", as_of=TALKS_DAY)
    for line in (
        "**Lift the levy** (done, says the United States alone · undertaken)",
        "- China affirms-if: The Wire: “the strait would be opened” (of The Minister, 5 Jan 2026)[^wire]; "
        "on condition: once the levy is lifted",
        "- Reported broken: United States, says China: 2 reports, last 20 Feb 2026",
        "- Keep the pause: 1 Feb 2026, moved to 10 Jan 2027 by China and the United States",
        "    - one telling says: before Friday, 8 Jan 2026",
        "- Return the ships: waiting, its clock has not started; stated by China[^ribao]",
        "    - 20 copies: The Secretary in The Daily[^daily]",
    ):
        assert line in text.splitlines()


def test_nothing_is_said_of_an_empty_ledger(db: Path) -> None:
    page = Page(report_of(db))
    assert page.all("//p[@class='lead']") == ["Nobody had spoken of a commitment by this day."]
    assert "No commitment is spoken of." in page.of("side-by-side")
