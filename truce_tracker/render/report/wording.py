"""Verdicts in sentences: a state with who says so, breaches, progress, moved dates. For the page and for the draft."""

from __future__ import annotations

from truce_tracker.render.phrases import listed
from truce_tracker.render.report.english import counted, day, part
from truce_tracker.render.report.rows import Index
from truce_tracker.rows import Breach, Cell, ClaimRow, CommitmentRow, MilestoneRow, Progress, Reading
from truce_tracker.verdicts import MilestoneStatus, State

_STATE_FIRST = (State.DONE, State.ENDED)
_NO_DAY = {MilestoneStatus.WAITING: "its clock has not started"}


def state_first(row: CommitmentRow) -> bool:
    """Whether what became of a commitment is told before what is said of it: it is done or has ended."""
    return row.state in _STATE_FIRST


def said_by(row: CommitmentRow, index: Index) -> str:
    """What follows the word of a state: ``, says the United States alone``; empty where nobody says it."""
    if not row.state_by:
        return ""
    names = index.reporters(row.state_by)
    if row.state == State.BREACH_REPORTED:  # who reports which one is told in full beside it
        return f" by {names} alone" if row.state_one_sided else ""
    if row.state_one_sided and len(row.state_by) > 1:
        return ", of each part by one side’s word alone"
    verb = "says" if len(row.state_by) == 1 else "say"
    return f", {verb} {names}" + (" alone" if row.state_one_sided else "")


def verdict(row: CommitmentRow, index: Index) -> str:
    """Status and state, one-sidedness in words: ``agreed · breach reported``, ``done, says China alone · agreed``."""
    words = [row.status, f"{row.state}{said_by(row, index)}"]
    return " · ".join(reversed(words) if state_first(row) else words)


def breach(row: Breach, index: Index) -> str:
    """Who is accused, who reports it, how often: ``Ukraine, says Russia: 3 reports, last 18 Apr 2025``."""
    accused = index.party(row.party) if row.party else "Nobody by name"
    last = f"last {day(row.latest)}" if row.reports > 1 else day(row.latest)
    return f"{accused}, says {index.reporters([row.reported_by])}: {counted(row.reports, 'report')}, {last}"


def progress(row: Progress) -> str:
    """A figure of one reporter and basis: ``about 3 million t (purchases), 25% of the target``."""
    basis = f" ({row.basis})" if row.basis else ""
    share = f", {part(row.share)} of the target" if row.share is not None else ""
    return f"{row.quantity}{basis}{share}"


def counted_by(row: Progress, index: Index) -> str:
    """Who counts it: the speaker and the party, or one of them."""
    speaker = index.speaker(row.speaker) if row.speaker else ""
    party = index.party(row.party) if row.party else "" if speaker else index.party(None)
    return ", ".join(filter(None, (speaker, party)))


def day_words(row: MilestoneRow) -> str:
    """The day of a milestone, or why it has none."""
    return day(row.due) or _NO_DAY.get(MilestoneStatus(row.status), "no last day")


def moved(row: MilestoneRow, index: Index) -> str:
    """``to 10 Jan 2027 by China and the United States``; empty where it was not moved."""
    if row.moved_to is None:
        return ""
    by = f" by {index.reporters(row.moved_to.by)}" if row.moved_to.by else ""
    return f"to {day(row.moved_to.due) or 'a later date without a day'}{by}"


def reading(row: Reading, index: Index) -> str:
    """When a clock runs out, and by whose word: ``1 Dec 2025 by the word of China``."""
    return f"{day(row.due)} by the word of {index.reporters(row.by)}"


def met_by(row: MilestoneRow, index: Index) -> str:
    """Who says that a milestone was met; empty where it was not, or not reported so."""
    if not row.met_by:
        return ""
    names = index.reporters(row.met_by)
    if row.one_sided and len(row.met_by) > 1:
        return f"say {names}, of each part one of them alone"
    return f"{'says' if len(row.met_by) == 1 else 'say'} {names}" + (" alone" if row.one_sided else "")


def differing(cell: Cell) -> tuple[str, ...]:
    """The figures of a cell that another party's cell gives otherwise, in words."""
    given = {"quantity": cell.quantity, "due": f"by {day(cell.due)}", "modality": f"“{cell.modality}”"}
    return tuple(given[name] or "" for name in cell.differs)


def told_also(cell: Cell, index: Index) -> str:
    """Who else tells the words of a cell; another text of the same outlet is called so."""
    own = index.outlet(cell.source) if cell.source else ""
    return listed([f"another text of {own}" if outlet == own else outlet for outlet in cell.told_also])


def telling_day(row: MilestoneRow, leading: MilestoneRow) -> str:
    """How a variant tells the date: ``one telling says: before Thanksgiving, 26 Nov 2025``."""
    told = ", ".join(filter(None, (row.phrase, day(row.due) if row.due != leading.due else "")))
    return f"one telling says: {told or day_words(row)}"


def about(claim: ClaimRow, index: Index) -> str:
    """Whose doing a report tells of: ``China``, ``Russia and Ukraine``; empty where it is no report, or of nobody."""
    return index.reporters(claim.about or ())


def owed(row: CommitmentRow, index: Index) -> str:
    """Who must act, and for whom: ``China to United States``."""
    obligors, beneficiaries = (", ".join(map(index.party, each)) for each in (row.obligors, row.beneficiaries))
    return f"{obligors} to {beneficiaries}" if beneficiaries else obligors
