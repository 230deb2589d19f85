"""The report as one HTML file: the template, and the rule that nothing but its own style and script may act.

Every value is escaped by jinja2 and first made printable, in one place (`_shown`). The style and the script are named
in the content-security policy by their hash; a text that became markup all the same would neither run nor load.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truce_tracker.render.printable import printable
from truce_tracker.render.report import english, wording
from truce_tracker.render.report.days import days
from truce_tracker.render.report.filters import Tagger, one_word, state_word
from truce_tracker.render.report.headline import coverage, figures, lead, title
from truce_tracker.render.report.links import safe_link
from truce_tracker.render.report.marks import BADGES, ICONS
from truce_tracker.render.report.rows import THIRD_PARTY, Index, Rows
from truce_tracker.render.report.side_by_side import side_by_side, silences
from truce_tracker.render.report.timeline import legend, timeline
from truce_tracker.rows import ClaimRow
from truce_tracker.verdicts import MilestoneStatus, Position, Role, Scope, State, Status, Term
from truce_tracker.vocabulary import Words

if TYPE_CHECKING:
    from jinja2 import Environment

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


def page(rows: Rows) -> str:
    """The whole file."""
    from markupsafe import Markup

    style, script = _own("page.css"), _own("page.js")
    template = _environment().get_template("page.html.jinja")
    policy = Markup(content_security_policy(style, script))
    return template.render(style=Markup(style), script=Markup(script), policy=policy, **content(rows))


def content(rows: Rows) -> dict[str, Any]:
    """What the template shows."""
    index = Index(rows)
    tagger = Tagger(index)
    promises = days(index)
    return {
        "index": index,
        "tagger": tagger,
        "title": title(index),
        "lead": lead(index, promises),
        "figures": figures(index, promises),
        "groups": side_by_side(index, tagger),
        "silences": silences(index, tagger),
        "days": promises,
        "timeline": timeline(index),
        "legend": legend(index),
        "coverage": coverage(index),
        "months": months(index),
        "verdicts": _verdicts(rows),
        "scopes": {str(scope): scope.meaning for scope in Scope},
        "defined": _DEFINED,
    }


def months(index: Index) -> dict[str, list[ClaimRow]]:
    """The claims that lead under the month in which they were said, as ISO text (``2025-10``)."""
    found: dict[str, list[ClaimRow]] = {}
    for row in index.leading:
        found.setdefault(row.said[:7], []).append(row)
    return found


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
    made.filters |= {"sentence": english.sentence}
    made.globals |= {
        "english": english,
        "wording": wording,
        "BADGES": BADGES,
        "ICONS": ICONS,
        "THIRD_PARTY": THIRD_PARTY,
    }
    return made


def _shown(value: Any) -> Any:
    """What may stand on the page: nothing for None, and no character that acts. Markup is the template's own."""
    if value is None:
        return ""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
