"""Records taken away, renamed, or made one: everything that refers to them follows."""

from __future__ import annotations

from truce_tracker.errors import LedgerProblems, TruceError, did_you_mean
from truce_tracker.ledger_file.amending import Amendment, refuse
from truce_tracker.ledger_file.format import LISTS, SIBLINGS, SINGULAR
from truce_tracker.ledger_file.history import Earlier
from truce_tracker.ledger_file.records import Record, Value, ids_of

_SHOWN = 20  # references that are named where a record cannot be removed
# references that a record can do without: what it says stays true when they are left out
_SPARE = {
    "sources": ("based_on", "replaces"),
    "commitments": ("in_exchange_for", "beneficiaries"),
    "deadlines": ("replaces",),
    "claims": ("answers", "retells", "deadline"),
}


def find(amendment: Amendment, identity: str, kind: str | None = None) -> Record:
    """The record of an id, of one kind (claim, speaker ...) where that is said. Raises TruceError where there is none,
    or several."""
    lists = [name for name, singular in SINGULAR.items() if kind in (None, singular)]
    found = [record for name in lists if (record := amendment.record(name, identity))]
    if len(found) > 1:
        kinds = " and a ".join(SINGULAR[record.list_name] for record in found)
        raise TruceError(f"{identity} is a {kinds}: say which with --kind")
    if not found:
        known = [each for name in lists for each in ids_of(amendment.entries[name])]
        raise TruceError(f"there is no {kind or 'record'} {identity!r}{did_you_mean(identity, known)}")
    return found[0]


def remove(amendment: Amendment, record: Record, cascade: bool) -> None:
    """Take a record away; with `cascade` also what cannot be without it. Raises TruceError where something hangs on it
    and there is no `cascade`: then nothing has changed."""
    hanging = [f"{other.path(key)}" for other, key in amendment.referring(record.list_name, record.id)]
    if hanging and not cascade:
        more = [f"and {len(hanging) - _SHOWN:,} more"] if len(hanging) > _SHOWN else []
        shown = "\n".join(f"  {each}" for each in (*hanging[:_SHOWN], *more))
        raise TruceError(
            f"{SINGULAR[record.list_name]} {record.id} is referred to:\n{shown}\nnothing was removed: --cascade "
            f"removes what cannot be without it, and takes it out of what can"
        )
    waiting = [record]
    while waiting:
        gone = waiting.pop()
        amendment.remove(gone.list_name, gone.id)
        for other, key in list(amendment.referring(gone.list_name, gone.id)):
            left = [each for each in other.items(key) if each != gone.id]
            if key in _SPARE.get(other.list_name, ()) or left:
                _put(amendment, other, {key: left or None})
            elif not any(each.id == other.id and each.list_name == other.list_name for each in waiting):
                waiting.append(other)
    _check(amendment)


def rename(amendment: Amendment, record: Record, new: str) -> None:
    """Give a record another id, in every reference to it, too. Raises TruceError where the id is taken, or none."""
    from truce_tracker.errors import UnreadableValue
    from truce_tracker.ledger_file.values import check_id

    try:
        check_id(new)
    except UnreadableValue as error:
        raise TruceError(str(error)) from error
    if amendment.record(record.list_name, new):
        kind = SINGULAR[record.list_name]
        raise TruceError(f"there is a {kind} {new} already: `truce merge-ids {record.id} {new}` makes the two one")
    before = amendment.stored((record.list_name, record.id))
    amendment.remove(record.list_name, record.id)
    changed = amendment.put(_copy(record, {"id": new}), was=record.id)
    if before.entry is not None:
        changed.put_back = Earlier(None, before.entry, before.recorded)
    _follow(amendment, record, new)
    _check(amendment)


def merge_named(amendment: Amendment, identity: str, into: str, kind: str | None = None) -> None:
    """Make the records of two ids one. Raises TruceError where one is not there, or they are of two kinds."""
    record = find(amendment, identity, kind)
    merge(amendment, record, find(amendment, into, SINGULAR[record.list_name]))


def merge(amendment: Amendment, record: Record, into: Record) -> None:
    """Make two records one: what refers to the first refers to the second, which takes what it lacks from the first;
    the name and the aliases of the first become aliases."""
    lacking: dict[str, Value | None] = {
        key: value for key, value in record.values.items() if key not in ("id", "aliases") and _lacks(into, key)
    }
    if "aliases" in LISTS[record.list_name]:
        known = [into.text("name"), *into.items("aliases")]
        more = [name for name in (record.text("name"), *record.items("aliases")) if name and name not in known]
        if more:
            lacking["aliases"] = [*into.items("aliases"), *dict.fromkeys(more)]
    amendment.remove(record.list_name, record.id)
    _put(amendment, into, lacking)
    _follow(amendment, record, into.id)
    _check(amendment)


def _lacks(record: Record, key: str) -> bool:
    """Whether a record says nothing under a key, nor under the one that says the same of one or of several."""
    pairs = SIBLINGS.get(record.list_name, {}).items()
    together = next((pair for pair in pairs if key in pair), (key,))
    return not any(each in record.values for each in together)


def _follow(amendment: Amendment, record: Record, new: str) -> None:
    """Have all that refers to a record refer to another id; a record does not refer to itself."""
    for other, key in list(amendment.referring(record.list_name, record.id)):
        if value := other.text(key):
            name, at, day = value.partition("@")
            becomes: Value | None = f"{new}{at}{day}" if name == record.id else value
        else:
            items = [new if each == record.id else each for each in other.items(key)]
            becomes = list(dict.fromkeys(items))
        if other.list_name == record.list_name and other.id == new:
            becomes = [each for each in becomes if each != new] or None if isinstance(becomes, list) else None
        _put(amendment, other, {key: becomes})


def _put(amendment: Amendment, record: Record, values: dict[str, Value | None]) -> None:
    """Put a record with other values in its place; one of several under one key is one."""
    for one, several in SIBLINGS.get(record.list_name, {}).items():
        items = values.get(several)
        if isinstance(items, list) and len(items) == 1:
            values = {**values, several: None, one: items[0]}
    amendment.put(_copy(amendment.record(record.list_name, record.id) or record, values))


def _copy(record: Record, values: dict[str, Value | None]) -> Record:
    given = {key: value for key, value in {**record.values, **values}.items() if value}
    return Record(record.list_name, given, file="the ledger")


def _check(amendment: Amendment) -> None:
    """Raise TruceError where the ledger would not hold."""
    try:
        refuse(amendment.check())
    except LedgerProblems as error:
        told = "\n".join(f"  {problem.path}: {problem.what}" for problem in error.problems)
        raise TruceError(f"the ledger would not hold:\n{told}\nnothing was changed") from error
