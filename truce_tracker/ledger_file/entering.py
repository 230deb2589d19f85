"""One record entered by hand: its values as they were typed, an id made from the rest, and what was read from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from truce_tracker.addresses import page_of_copy, same_page
from truce_tracker.errors import TruceError, UnreadableValue
from truce_tracker.ledger_file.amending import Amendment, refuse
from truce_tracker.ledger_file.format import LISTS, SINGULAR
from truce_tracker.ledger_file.new_sources import candidates
from truce_tracker.ledger_file.records import Intake, LedgerFile, Record
from truce_tracker.ledger_file.values import read_value, slug

WHERE = "as typed"  # what problems name as the file
_WORDS_OF_AN_ID = 5


def read_record(list_name: str, typed: Mapping[str, str | list[str]]) -> Record:
    """The record that these values make, without the id where none is among them.

    Raises LedgerProblems with everything that cannot be read.
    """
    record = Record(list_name, {}, file=WHERE, number=1)
    problems = []
    for name, value in typed.items():
        key = LISTS[list_name][name]
        try:
            if isinstance(value, list):
                record.values[name] = list(dict.fromkeys(read_value(each, key) for each in value))
            else:
                record.values[name] = read_value(value, key)
        except UnreadableValue as error:
            problems.append(record.problem(str(error), name))
    refuse(problems)
    return record


def enter(amendment: Amendment, record: Record) -> Record:
    """Put a new record into an amendment, and check it. Gives it as it was taken in, with its id.

    Raises LedgerProblems with everything that is wrong with it, TruceError where its id is taken, or where it has none
    and the ledger has what it says.
    """
    needed = [name for name, key in LISTS[record.list_name].items() if key.required and key.default is None]
    refuse([record.problem(f"{name} is missing", name) for name in needed if name not in (*record.values, "id")])
    values, singular = dict(record.values), SINGULAR[record.list_name]
    if "id" not in values:
        if there := _already(amendment, record):
            raise TruceError(f"{there}: give --id where this is another one")
        values["id"] = new_id(amendment, record)
    elif amendment.record(record.list_name, record.id):
        raise TruceError(f"there is a {singular} {record.id} already: `truce edit {record.id}` changes it")
    found = LedgerFile(WHERE)
    intake = Intake(found)
    taken = Record(record.list_name, values, dict.fromkeys(values, 0), file=WHERE, number=1)
    intake.take(taken, record.path(), 0)
    intake.finish()
    amendment.put(taken)
    refuse(amendment.check(found.problems))
    return taken


def _already(amendment: Amendment, record: Record) -> str | None:
    """What the ledger has that a record without an id may be: one of its name or address, or one that says the same."""
    singular = SINGULAR[record.list_name]
    _read_alike(amendment, record)
    name, url = (record.text("name") or "").casefold(), record.text("url")
    for identity, other in amendment.entries[record.list_name].items():
        if {key: value for key, value in other.values.items() if key != "id"} == record.values:
            return f"{singular} {identity} says the same already"
        if name and name in {each.casefold() for each in (identity, other.text("name") or "", *other.items("aliases"))}:
            return f"{singular} {identity} has that name already"
        if url and record.list_name == "sources" and same_page(other.text("url"), url):
            return f"source {identity} is of that address already"
    return None


def _read_alike(amendment: Amendment, record: Record) -> None:
    """Have what may say the same within sight of the amendment."""
    key = _ALIKE.get(record.list_name)
    if key is not None:
        amendment.window.referring(record.list_name, key, [record.text(key) or ""])
    elif record.list_name == "sources":
        url, name = record.text("url"), record.text("title") or record.text("outlet") or ""
        parts = urlsplit(page_of_copy(url) or url) if url else None
        tail = (parts.path.strip("/") or parts.netloc) if parts else ""
        query = "SELECT id FROM source WHERE {marks} IN (title, outlet)"
        amendment.window.query("sources", query, [name])
        if tail:
            escaped = re.sub(r"([\\%_])", r"\\\1", tail)
            amendment.window.query(
                "sources", "SELECT id FROM source WHERE url LIKE {marks} ESCAPE '\\'", [f"%{escaped}%"]
            )


# the key under which two records that say the same refer to one thing
_ALIKE = {"claims": "source", "commitments": "topic", "deadlines": "commitment", "checks": "party"}


def new_id(amendment: Amendment, record: Record) -> str:
    """An id made from what a record says, and with a number behind where that is taken. Raises TruceError where nothing
    in it can be part of an id."""
    base = "-".join(part for part in map(_slug, _parts(record, amendment)) if part)
    if not base:
        raise TruceError(f"no id can be made from this {SINGULAR[record.list_name]}: give --id")
    taken = amendment.entries[record.list_name]
    return next(each for each in candidates(base) if each not in taken)


def _parts(record: Record, amendment: Amendment) -> Iterator[str]:
    """What an id tells of a record, in order."""

    def first(*keys: str) -> str:
        return next((text for key in keys for text in (record.text(key), *record.items(key)) if text), "")

    match record.list_name:
        case "claims":
            source = amendment.record("sources", first("source"))
            said = first("said") or (source.text("published") if source else None) or ""
            yield from (first("speaker", "party", "parties"), first("commitment", "commitments", "topic"))
            yield _month_day(said)
        case "deadlines":
            yield from (first("commitment"), first("due", "phrase", "within"))
        case "sources":
            yield from (first("outlet", "title"), _day(first("published", "retrieved")))
        case "checks":
            yield from (first("party"), first("what") or "checked", first("to"))
        case "speakers":
            yield first("name").rpartition(" ")[2] or first("name", "role")
        case _:
            yield first("name", "summary")


def _month_day(said: str) -> str:
    day = _day(said)
    return day[5:].replace("-", "") or day


def _day(written: str) -> str:
    return written.partition("/")[0].rstrip("~")


def _slug(text: str) -> str:
    return "-".join(slug(re.sub(r"['’]", "", text)).split("-")[:_WORDS_OF_AN_ID])


def read_back(amendment: Amendment, record: Record) -> list[str]:
    """What was read from the days, the phrase and the quantity of a record, a line each."""
    row = amendment.row(record.list_name, record.id)
    lines = []
    for key in ("said", "published", "stated", "done", "covers", "checked"):
        first, last = row.get(f"{key}_first"), row.get(f"{key}_last")
        if first and (first != last or record.lacks(key)):
            lines.append(f"{key}: {first}" + (f" to {last}" if first != last else "") + _why(record, key))
    if row.get("amount") is not None:
        amounts = f"{row['amount']:,.10g}" + (f" to {row['amount_to']:,.10g}" if row.get("amount_to") else "")
        shown = (row.get("bound"), amounts, row["unit"], f"per {row['period']}" if row.get("period") else None)
        lines.append(f"quantity: {' '.join(str(each) for each in shown if each)}")
    if record.list_name == "deadlines":
        days = [f"{name} {day}" for name in ("from", "due") if (day := row.get(f"{name}_day"))]
        phrase = record.text("phrase")
        lines.append(f"deadline: {', '.join(days) or 'no day'}" + (f" ({phrase!r})" if phrase else ""))
    return lines


def _why(record: Record, key: str) -> str:
    return " (the day of its source)" if key == "said" and record.lacks(key) else ""
