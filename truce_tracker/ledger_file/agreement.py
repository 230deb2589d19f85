"""What must agree within a claim, and between a claim and the one that it tells again. Each finding is a problem."""

from __future__ import annotations

from truce_tracker.ledger_file.records import Record
from truce_tracker.ledger_file.rows_found import Children, References, Resolved
from truce_tracker.vocabulary import Stance

# key -> the stance with which alone it means something
_ONLY_WITH = {
    "condition": Stance.AFFIRMS,
    "done": Stance.REPORTS_MET,
    "basis": Stance.REPORTS_PROGRESS,
    "covers": Stance.REPORTS_PROGRESS,
}


def check_agreement(record: Record, commitments: Children, references: References, found: Resolved) -> None:
    """Note what does not agree; `commitments` are those of every claim."""
    _check_stance(record, found)
    if record.values.get("about"):
        _check_about(record, commitments[record.id], references, found)
    other = references.record("claims", record.text("retells"))
    if other is not None and other is not record:
        _check_telling(record, other, commitments, references, found)


def _check_stance(record: Record, found: Resolved) -> None:
    stance = record.text("stance")
    if stance is None:
        return
    for key, wanted in _ONLY_WITH.items():
        if key in record.values and stance != wanted:
            found.note(record, f"{key} goes with {wanted} only, and this claim {_does(stance)}: take it out", key)
    if not record.lacks("cumulative") and stance != Stance.REPORTS_PROGRESS:
        what = f"cumulative goes with {Stance.REPORTS_PROGRESS} only, and this claim {_does(stance)}: take it out"
        found.note(record, what, "cumulative")
    if "about" in record.values and not Stance(stance).reports:
        found.note(record, f"about goes with a report, and this claim {_does(stance)}: take it out", "about")


def _does(stance: str) -> str:
    return f"is of stance {stance}"


def _check_about(record: Record, commitments: list[str], references: References, found: Resolved) -> None:
    records = [each for each in (references.record("commitments", name) for name in commitments) if each]
    if len(records) < len(commitments):
        return  # one that is not known is told already
    obligors = {party for each in records for party in each.items("obligors")}
    for item, party in enumerate(record.items("about")):
        if party not in obligors and references.record("parties", party):
            whose = (
                f"no obligor of {' or '.join(commitments)}" if commitments else "nobody's: the claim has no commitment"
            )
            known = f" (obligors: {', '.join(sorted(obligors))})" if obligors else ""
            what = f"about names those whose doing is told of, and {party} is {whose}{known}"
            found.note(record, what, "about", item, because=[(each, "obligors") for each in records])


def _check_telling(
    record: Record, other: Record, commitments: Children, references: References, found: Resolved
) -> None:
    """A claim and the one that it tells again bear on one thing."""
    mine, its = commitments[record.id], commitments.get(other.id, [])
    if not all(references.record("commitments", each) for each in (*mine, *its)):
        return  # one that is not known is told already
    because = [(other, "commitment"), (other, "commitments"), (other, "topic")]
    if mine or its:
        if not set(mine) & set(its):
            on, its_on = (", ".join(each) or "no commitment" for each in (mine, its))
            what = f"{other.id} bears on {its_on}, and this claim on {on}: a telling has a commitment in common"
            found.note(record, what, "retells", because=because)
    elif (topic := record.text("topic")) and (its_topic := other.text("topic")) and topic != its_topic:
        what = f"{other.id} is about {its_topic}, and this claim about {topic}: a telling has the topic in common"
        found.note(record, what, "retells", because=because)
