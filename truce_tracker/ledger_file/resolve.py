"""Records -> rows: references checked, defaults filled, dates, quantities and phrases read, and what must agree agrees.

It sees the whole ledger, stored and new, because a default or a first date may come from either. It writes nothing.
Here: the order of the work, and the lists that follow from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truce_tracker.dates import read_date
from truce_tracker.ledger_file.claims import Claims
from truce_tracker.ledger_file.doubts import Doubts
from truce_tracker.ledger_file.records import Entries, Record
from truce_tracker.ledger_file.rows_found import References, Resolved, ends_of, first_from_file, is_whole, row_of
from truce_tracker.ledger_file.schedule import Schedule
from truce_tracker.searching import bigrams


def resolve(entries: Entries, incomplete: Iterable[str] = (), defaults: Iterable[Record] = ()) -> Resolved:
    """The rows that a ledger makes; where there are problems, the rows are not fit to be stored.

    `incomplete` names the lists of which records may be missing, because they could not be read; `defaults` are what
    files say of all their records.
    """
    found = Resolved(loaded=first_from_file(entries))
    references = References(entries, found, incomplete, defaults)
    references.check()
    _plain_rows(entries, found)
    for name, make_rows in (("commitments", _commitment_rows), ("checks", _check_rows)):
        for record in _whole(entries, name):
            make_rows(record, found)
    schedule = Schedule(entries, references, found)
    schedule.fill()
    Claims(entries, references, schedule, found).fill()
    if not found.problems:
        Doubts(entries, references, schedule, found).warn()
    return found


def _whole(entries: Entries, list_name: str) -> Iterator[Record]:
    return (record for record in entries[list_name].values() if is_whole(record))


def _plain_rows(entries: Entries, found: Resolved) -> None:
    rows = found.rows
    for record in _whole(entries, "parties"):
        rows["party"].append(row_of(record, aliases=record.items("aliases")))
    for record in _whole(entries, "speakers"):
        on_record = record.text("on_record") == "true"
        rows["speaker"].append(row_of(record, aliases=record.items("aliases"), on_record=on_record))
    for record in _whole(entries, "topics"):
        rows["topic"].append(row_of(record))
    for record in _whole(entries, "sources"):
        dates = ends_of("published", record) | ends_of("retrieved", record)
        rows["source"].append(row_of(record, authors=record.items("authors"), **dates))
        if text := record.text("text"):
            rows["source_text"].append({"source": record.id, "text": text, "bigrams": bigrams(text)})


def _commitment_rows(record: Record, found: Resolved) -> None:
    if record.id in record.items("in_exchange_for"):
        item = record.items("in_exchange_for").index(record.id)
        found.note(record, "a commitment cannot be given in exchange for itself", "in_exchange_for", item)
    found.rows["commitment"].append(row_of(record, bigrams=bigrams(record.text("summary"))))
    for key, child in (("obligors", "obligor"), ("beneficiaries", "beneficiary"), ("in_exchange_for", "exchange")):
        found.children[child][record.id] = record.items(key)


def _check_rows(record: Record, found: Resolved) -> None:
    start, end = record.text("from"), str(record.values["to"])
    from_day = read_date(start).first.isoformat() if start else None
    to_day = read_date(end).last.isoformat()
    if from_day and from_day > to_day:
        found.note(record, f"from ({start}) comes after to ({end})", "from")
    found.rows["check"].append(row_of(record, from_day=from_day, to_day=to_day, **ends_of("checked", record)))
    found.children["check_topic"][record.id] = record.items("topics")
