"""The report as one HTML file: the template, and the rule that nothing but its own style and script may act.

Every value is escaped by jinja2 and first made printable, in one place (`_shown`). The style and the script are named
in the content-security policy by their hash; a text that became markup all the same would neither run nor load.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truce_tracker.render.links import safe_link
from truce_tracker.render.printable import printable
from truce_tracker.render.report import english, wording
from truce_tracker.render.report.days import days
from truce_tracker.render.report.edition import Edition
from truce_tracker.render.report.filters import Tagger, one_word, state_word
from truce_tracker.render.report.headline import coverage, lead, title
from truce_tracker.render.report.marks import BADGES, icons_in_css
from truce_tracker.render.report.news import freshness, news, shares
from truce_tracker.render.report.rows import THIRD_PARTY, Index, Rows
from truce_tracker.render.report.side_by_side import side_by_side, silences
from truce_tracker.render.report.timeline import legend, timeline
from truce_tracker.rows import ClaimRow, SourceRow, as_json
from truce_tracker.rows.log import LogRow
from truce_tracker.verdicts import MilestoneStatus, Position, Role, Scope, State, Status, Term
from truce_tracker.vocabulary import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_MANY = 1000  # statements that a page can have whole; beyond them the earlier ones are packed ...
_UNPACKED = 400  # ... all but the last ones
_OPEN = 150  # statements that are seen without opening their month
_MOST_CARDS = 100  # divergences that are not packed
_MANY_SOURCES = 150  # beyond which the months of sources are closed
_TEMPLATES = Path(__file__).with_name("templates")
_OTHER_WORDS = (
    *Role,
    *(Term.TELLING, *Words, Term.ONE_SIDED, Term.COUNTERPARTY, Term.CHANCE, Term.CLOSED, Term.DIVERGENCE, Term.REPORTS),
)

_DEFINED = {
    "statuses": Status,
    "states": State,
    "positions": Position,
    "milestones": MilestoneStatus,
    "others": _OTHER_WORDS,
}


def page(rows: Rows, edition: Edition) -> str:
    """The whole file."""
    from markupsafe import Markup

    style, script = _own("page.css") + icons_in_css(), _own("page.js")
    template = _environment().get_template("page.html.jinja")
    policy = Markup(content_security_policy(style, script))
    return template.render(style=Markup(style), script=Markup(script), policy=policy, **content(rows, edition))


def corrections_page(log: Sequence[LogRow], name: str, as_of: str) -> str:
    """What was put right: every record that was changed, renamed or removed, by the history of the ledger."""
    from markupsafe import Markup

    style = _own("page.css")
    found = [(row, [line for each in row.changes for line in each.told()]) for row in log if row.in_force]
    return (
        _environment()
        .get_template("corrections.html.jinja")
        .render(
            style=Markup(style),
            policy=Markup(content_security_policy(style, "")),
            title=name,
            as_of=as_of,
            corrections=[(row, lines) for row, lines in found if lines],
        )
    )


def content(rows: Rows, edition: Edition) -> dict[str, Any]:
    """What the template shows."""
    index = Index(rows)
    by_month = months(index, edition.full)
    tagger = Tagger(index)
    promises = days(index)
    return {
        "index": index,
        "tagger": tagger,
        "edition": edition,
        "title": edition.title or title(index),
        "lead": lead(index, promises),
        "shares": shares(index),
        "news": news(index, promises),
        "freshness": freshness(index),
        "groups": side_by_side(index, tagger),
        "silences": silences(index, tagger),
        "days": promises,
        "timeline": timeline(index),
        "legend": legend(index),
        "coverage": coverage(index),
        "months": by_month,
        "open_months": set(by_month.open) if edition.full else newest(by_month.open, _OPEN),
        "many": len(index.sources) if edition.full else _MANY,
        "most_cards": len(rows.divergences) if edition.full else _MOST_CARDS,
        "data": _packed(_data(rows)),
        "source_groups": source_groups(index, edition.full),
        "verdicts": _verdicts(rows),
        "scopes": {str(scope): scope.meaning for scope in Scope},
        "defined": _DEFINED,
    }


@dataclass(frozen=True, slots=True)
class Months:
    """The claims that lead under the month in which they were said, as ISO text (``2025-10``).

    Those of `packed`, which were said earlier, are in the page as the others are, but compressed: a page of thousands
    would be slow to open.
    """

    open: dict[str, list[ClaimRow]]
    packed: dict[str, list[ClaimRow]]

    @property
    def packed_count(self) -> int:
        """How many claims are packed."""
        return sum(map(len, self.packed.values()))


def months(index: Index, full: bool) -> Months:
    """The claims by month; all but the newest packed where they are very many, and not all are to be seen."""
    packed = len(index.leading) - _UNPACKED if len(index.leading) > _MANY and not full else 0
    return Months(_by_month(index.leading[packed:]), _by_month(index.leading[:packed]))


def _by_month(claims: Sequence[ClaimRow]) -> dict[str, list[ClaimRow]]:
    found: dict[str, list[ClaimRow]] = {}
    for row in claims:
        found.setdefault(row.said[:7], []).append(row)
    return found


def newest(months: dict[str, list[ClaimRow]], most: int) -> set[str]:
    """The last months with so many claims at most, and the very last one at any rate."""
    found: set[str] = set()
    count = 0
    for month, rows in reversed(months.items()):
        count += len(rows)
        if found and count > most:
            break
        found.add(month)
    return found


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of a month (``2025-10``, empty where they have no day); the first has the number `start`."""

    name: str
    start: int
    sources: list[SourceRow]
    open: bool


def source_groups(index: Index, full: bool) -> list[SourceGroup]:
    """The sources by month, in the order of their numbers; closed where they are many, and not all are to be seen."""
    is_open = full or len(index.sources) <= _MANY_SOURCES
    groups: list[SourceGroup] = []
    for number, row in enumerate(index.sources, start=1):
        name = (row.published or "")[:7]
        if not groups or groups[-1].name != name:
            groups.append(SourceGroup(name, number, [], is_open))
        groups[-1].sources.append(row)
    return groups


def _data(rows: Rows) -> str:
    """The rows of the page by listing, as `truce claims --format json` has them."""
    listings = {"claims": rows.claims, "commitments": rows.commitments}
    return json.dumps({name: list(map(as_json, found)) for name, found in listings.items()}, ensure_ascii=False)


def _packed(text: str) -> str:
    """A part of the page, compressed: the same for the same text."""
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _verdicts(rows: Rows) -> dict[str, list[tuple[str, str]]]:
    """The verdicts to filter by, filter word and name: those that occur, in the order in which the method has them."""
    statuses, states = {row.status for row in rows.commitments}, {row.state for row in rows.commitments}
    dated = {row.status for row in rows.deadlines}
    return {
        "Who says it was agreed": [(one_word(each), each) for each in Status if each in statuses],
        "What became of it": [(state_word(each), each) for each in State if each in states],
        "Deadlines": [(one_word(each), each) for each in MilestoneStatus if each in dated],
    }


def content_security_policy(style: str, script: str) -> str:
    """Nothing may load, run, post or re-base but the style and the script that are named by their hash."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _own(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {"day": english.day, "machine_day": english.machine_day, "link": safe_link}
    made.filters |= {"packed": _packed, "sentence": english.sentence}
    made.globals |= {
        "english": english,
        "wording": wording,
        "BADGES": BADGES,
        "THIRD_PARTY": THIRD_PARTY,
    }
    return made


def _shown(value: Any) -> Any:
    """What may stand on the page: nothing for None, and no character that acts. Markup is the template's own."""
    if value is None:
        return ""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
