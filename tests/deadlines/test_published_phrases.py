"""How many of the phrases of a published table are read as it says, how many not at all, and none wrongly."""

import csv
from datetime import date
from pathlib import Path

import pytest

from truce_tracker.deadlines import milestones, read_phrase

TABLE = Path(__file__).parents[3] / "shared" / "deadline-phrases.tsv"


@pytest.mark.skipif(not TABLE.is_file(), reason="the table of published phrases is not here")
def test_published_phrases():
    rows = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    verdicts = [_verdict(row) for row in rows]
    assert [row["phrase"] for row, verdict in zip(rows, verdicts, strict=True) if verdict == "wrong"] == []
    assert (len(rows), verdicts.count("agrees") >= 62) == (70, True)


def _verdict(row):
    reading = read_phrase(row["phrase"], date.fromisoformat(row["said"]))
    due = reading.due
    if reading.repeats and row["repeats"]:
        due = milestones(reading.repeats.rule, reading.repeats.first_due)[-1]
    if str(due or "") == row["due"]:
        return "agrees"
    return "wrong" if due else "none"
