"""The calendar, read back by icalendar and by a second parser that shares no code with it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, load_text
from hypothesis import given
from hypothesis import strategies as st

from truce_tracker.render.calendar import write_calendar
from truce_tracker.rows import MilestoneRow, Progress, Reading, SetBy

icalendar = pytest.importorskip("icalendar")
AS_OF = "2025-11-28"

LEDGER = """
format: truce/2
parties: [{id: US}, {id: CN}]
topics: [{id: soy}, {id: tax}]
sources: [{id: s, published: 2025-11-01}]
speakers: [{id: bessent, party: US}]
commitments:
  - {id: buy, topic: soy, obligors: [CN], beneficiaries: [US], summary: "Buy soy; 25 million, each\\nyear"}
  - {id: keep, topic: tax, obligors: [US]}
deadlines:
  - {id: buy-by, commitment: buy, due: 2025-11-27, phrase: by Thanksgiving}
  - {id: buy-yearly, commitment: buy, due: 2025-12-31, repeats: FREQ=YEARLY;COUNT=3}
  - {id: keep-until, commitment: keep, kind: expires, due: 2026-11-10}
  - {id: old, commitment: keep, due: 2025-11-10}
  - {id: new, commitment: keep, due: 2025-12-10, replaces: [old]}
  - {id: buy-before, commitment: buy, due: 2025-11-26, phrase: before Thanksgiving}
  - {id: clock, commitment: keep, within: 30 days, of: buy}
claims:
  - {id: k1, speaker: bessent, source: s, commitment: buy, stance: affirms, deadline: buy-by, quantity: 10 million t}
  - {id: k2, speaker: bessent, source: s, commitment: buy, stance: affirms, deadline: buy-before, retells: k1}
  - {id: k3, speaker: bessent, source: s, commitment: buy, stance: reports-progress, deadline: buy-by,
     quantity: 1 million t, basis: sales}
"""


def row(**values: Any) -> MilestoneRow:
    plain: dict[str, Any] = dict.fromkeys(MilestoneRow.__dataclass_fields__)
    plain |= {"milestone": "m", "deadline": "m", "commitment": "c", "kind": "due", "due": "2025-12-01", "days": -3}
    plain |= {"status": "open", "stated_by": (), "met_by": (), "reports": (), "one_sided": False, "progress": ()}
    plain |= {"readings": (), "variants": ()}
    return MilestoneRow(**(plain | values))


def written(*rows: MilestoneRow) -> str:
    parts: list[str] = []
    write_calendar(rows, {"c": ("US", "CN")}, AS_OF, parts.append)
    return "".join(parts)


@pytest.fixture
def text(truce: Run, db: Path, tmp_path: Path) -> str:
    load_text(db, LEDGER)
    truce("--db", db, "calendar", "--as-of", AS_OF, "-o", "truce.ics")
    return (tmp_path / "truce.ics").read_bytes().decode()


def events(text: str) -> dict[str, Any]:
    return {str(event["uid"]): event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_every_promise_with_a_day_is_an_all_day_event_that_says_who_must_act(text: str) -> None:
    assert {uid: (event.decoded("dtstart"), str(event["summary"])) for uid, event in events(text).items()} == {
        "old@truce": (date(2025, 11, 10), "moved to 10 Dec 2025: US: keep"),
        "buy-by@truce": (date(2025, 11, 27), "overdue: CN: Buy soy; 25 million, each year"),
        "new@truce": (date(2025, 12, 10), "due: US: keep"),
        "buy-yearly/2025-12-31@truce": (date(2025, 12, 31), "due: CN: Buy soy; 25 million, each year"),
        "keep-until@truce": (date(2026, 11, 10), "expires: US: keep"),
        "buy-yearly/2026-12-31@truce": (date(2026, 12, 31), "due: CN: Buy soy; 25 million, each year"),
        "buy-yearly/2027-12-31@truce": (date(2027, 12, 31), "due: CN: Buy soy; 25 million, each year"),
    }


def test_an_event_says_its_status_and_who_stated_it(text: str) -> None:
    event = events(text)["buy-by@truce"]
    assert str(event["description"]).split("\n") == [
        "Status as of 2025-11-28: overdue, 1 day past",
        "Who must act: CN",
        "In the words of the source: “by Thanksgiving”",
        "Told otherwise: one telling says before Thanksgiving: 26 Nov",
        "Stated by: US",
        "First stated by: US bessent (k1)",
        "Progress: 1 million t sold, says US bessent (10%)",
        "Last checked: never",
        "Commitment: buy",
        "Milestone: buy-by",
    ]
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert event.to_ical().count(b"VALUE=DATE:") == 2
    assert events(text)["old@truce"]["status"] == "CANCELLED"


def test_an_alarm_a_week_before_what_is_still_to_come(text: str) -> None:
    alarms = {uid: [alarm.decoded("trigger") for alarm in event.walk("VALARM")] for uid, event in events(text).items()}
    ahead = {uid for uid, found in alarms.items() if found}
    assert ahead == {
        "new@truce",
        "keep-until@truce",
        *(f"buy-yearly/{year}-12-31@truce" for year in (2025, 2026, 2027)),
    }
    assert all(found == [timedelta(days=-7)] for found in alarms.values() if found)


def test_a_second_parser_reads_the_same(text: str) -> None:
    vobject = pytest.importorskip("vobject")
    read = {event.uid.value: event for event in vobject.readOne(text).vevent_list}
    expected = events(text)
    assert set(read) == set(expected)
    for uid, event in read.items():
        assert event.dtstart.value == expected[uid].decoded("dtstart")
        assert event.summary.value == str(expected[uid]["summary"])
        assert event.description.value == str(expected[uid]["description"])


def test_a_third_parser_reads_the_same(text: str) -> None:
    ics = pytest.importorskip("ics")
    read = {event.uid: event for event in ics.Calendar(text).events}
    assert {uid: event.name for uid, event in read.items()} == {
        uid: str(event["summary"]) for uid, event in events(text).items()
    }
    assert all(event.all_day for event in read.values())


def test_filters_and_a_pipe(truce: Run, db: Path) -> None:
    load_text(db, LEDGER)
    arguments = ("--db", db, "calendar", "--as-of", AS_OF)
    assert set(events(truce(*arguments, "--party", "US").out)) == {"old@truce", "new@truce", "keep-until@truce"}
    assert len(events(truce(*arguments, "--topic", "soy").out)) == 4
    assert len(events(truce(*arguments, "--commitment", "keep").out)) == 3
    wrong = truce(*arguments, "--party", "USA")
    assert (wrong.code, wrong.out) == (2, "")


def test_the_same_ledger_and_day_give_the_same_text(truce: Run, db: Path) -> None:
    load_text(db, LEDGER)
    one, other = (truce("--db", db, "calendar", "--as-of", AS_OF).out for _ in range(2))
    assert one == other
    assert "DTSTAMP:20251128T000000Z" in one


def test_the_seed_ledger_is_a_calendar(truce: Run, tmp_path: Path) -> None:
    ran = truce("--db", tmp_path / "seed.db", "init")
    ran = truce("--db", tmp_path / "seed.db", "calendar", "--as-of", AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert "overdue: CN\\, US: Finish the agreement on rare earths" in ran.out
    read = events(ran.out)["rare-earth-deal-by-thanksgiving@truce"]
    assert read["url"].startswith("https://www.businesstimes.com.sg/")  # where the day that was stated can be read


def test_an_address_that_could_act_is_none() -> None:
    lines: list[str] = []
    links = {"k": "javascript:alert(1)"}
    write_calendar([row(set_by=SetBy("k", "US", None))], {}, AS_OF, lines.append, links)
    assert "URL" not in "".join(lines)


def test_what_has_no_day_and_another_telling_are_no_events() -> None:
    assert events(written(row(due=None, days=None), row(milestone="n", status="variant", variant_of="m"))) == {}


def test_a_clock_that_is_read_in_two_ways_is_one_event_that_says_so() -> None:
    clock = row(clock="within 30 days of c", readings=(Reading("2025-11-20", ("CN",)), Reading("2025-12-01", ("US",))))
    (event,) = events(written(clock)).values()
    told = str(event["description"]).split("\n")
    assert told[2:4] == ["Runs out within 30 days of c", "Read as: 20 Nov 2025 by CN; 1 Dec 2025 by US"]


def test_the_last_day_there_is() -> None:
    (event,) = events(written(row(due="9999-12-31"))).values()
    assert event.decoded("dtstart") == date.max


any_text = st.text() | st.sampled_from(["BEGIN:VEVENT\r\nEND:VEVENT", "\x1b[31m", "a\\nb;,\\;", "\u202e", "稀土" * 90])


@given(any_text, any_text, any_text)
def test_no_text_breaks_a_line(summary: str, phrase: str, progress: str) -> None:
    setter, figure = SetBy("k", "US", None), Progress("US", None, progress, progress, None, "2025", "k")
    text = written(row(summary=summary, phrase=phrase, progress=(figure,), set_by=setter), row(milestone="next"))
    assert len(events(text)) == 2
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", "".join(lines))
    assert [line for line in lines if line.startswith("BEGIN:VEVENT")] == ["BEGIN:VEVENT"] * 2
