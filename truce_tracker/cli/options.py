"""The options and arguments that commands share: what they are called, what help says, how a shell completes them.

What their values mean in a ledger is told in `session`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperOption

from truce_tracker.cli.output import PAGE_FORMATS, TEXT_FORMATS
from truce_tracker.cli.session import DAYS_OF_NEWS, Session
from truce_tracker.render import FORMATS
from truce_tracker.vocabulary import Stance

if TYPE_CHECKING:
    from truce_tracker.judgements.lookups import Table

_OFFERED = 200  # ids of a table that a shell is offered
_Ids = list[str] | None

# -- what a shell is offered -------------------------------------------------------------------------------------------


def ids_beginning(ctx: typer.Context, beginning: str, *tables: Table) -> list[str]:
    """The ids that begin so, in the store that is named; none where there is no store to ask."""
    from truce_tracker.judgements.lookups import Lookups

    try:
        with Lookups.open(Session(ctx.find_root().params.get("db")).path) as ledger:
            return ledger.ids(*tables, beginning=beginning, limit=_OFFERED)
    except Exception:  # a shell that completes wants words or nothing, never a traceback
        return []


def _parties(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "party")


def _speakers(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "speaker")


def _topics(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "topic")


def _commitments(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "commitment")


def _sources(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "source")


def _subjects(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "topic", "commitment")


def _judged(ctx: typer.Context, incomplete: str) -> list[str]:
    return ids_beginning(ctx, incomplete, "claim", "commitment", "milestone")


def _everything(ctx: typer.Context, incomplete: str) -> list[str]:
    from truce_tracker.judgements.lookups import TABLES

    return ids_beginning(ctx, incomplete, *TABLES)


def _stances(incomplete: str) -> list[str]:
    return _beginning(incomplete, Stance)


def _formats(incomplete: str) -> list[str]:
    return _beginning(incomplete, FORMATS)


def _beginning(beginning: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(beginning)]


# -- filters -----------------------------------------------------------------------------------------------------------

Party = Annotated[_Ids, typer.Option("--party", metavar="ID|NAME", help="Only this party.", autocompletion=_parties)]
Obligor = Annotated[
    _Ids, typer.Option("--party", metavar="ID|NAME", help="Only what this party owes.", autocompletion=_parties)
]
Involved = Annotated[
    _Ids,
    typer.Option("--party", metavar="ID|NAME", help="Only what this party owes or is owed.", autocompletion=_parties),
]
Column = Annotated[
    _Ids, typer.Option("--party", metavar="ID|NAME", help="Only this party's column.", autocompletion=_parties)
]
Speaker = Annotated[
    _Ids, typer.Option("--speaker", metavar="ID|NAME", help="Only this speaker.", autocompletion=_speakers)
]
Topic = Annotated[_Ids, typer.Option("--topic", metavar="ID|NAME", help="Only this topic.", autocompletion=_topics)]
Commitment = Annotated[
    _Ids, typer.Option("--commitment", metavar="ID", help="Only this commitment.", autocompletion=_commitments)
]
Source = Annotated[_Ids, typer.Option("--source", metavar="ID", help="Only from this source.", autocompletion=_sources)]
StanceOption = Annotated[
    _Ids, typer.Option("--stance", metavar="STANCE", help="Only this stance.", autocompletion=_stances)
]
Since = Annotated[_Ids, typer.Option("--since", metavar="DATE", help="Not before this day.")]
NewsSince = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help=f"News since this day; default {DAYS_OF_NEWS} days before."),
]
Until = Annotated[_Ids, typer.Option("--until", metavar="DATE", help="Not after this day.")]
Search = Annotated[_Ids, typer.Option("--search", metavar="WORDS", help="Only where these words occur.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="As known on this day: 2025-11-28, 2025-11, yesterday, -7d; default today."
    ),
]

# -- output ------------------------------------------------------------------------------------------------------------

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; default table on a terminal, else text.",
        autocompletion=_formats,
    ),
]
PageFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(PAGE_FORMATS)}; default table (fitted to the terminal) on one, else text.",
    ),
]
TextFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{' or '.join(TEXT_FORMATS)}.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most N rows.")]
Reverse = Annotated[bool, typer.Option("--reverse", help="The rows in the opposite order.")]
AllOneSided = Annotated[
    bool, typer.Option("--all", help="Those too whose commitment is closed: both sides say that it is done or ended.")
]
AllUnmatched = Annotated[
    bool, typer.Option("--all", help="Those too that are closed: both sides say that they are done or ended.")
]
AllOverdue = Annotated[
    bool, typer.Option("--all", help="Also what is closed, and days that nobody promised and no party can be late on.")
]
Check = Annotated[bool, typer.Option("--check", help="Exit with 1 when something is listed.")]

# -- arguments ---------------------------------------------------------------------------------------------------------

AnyId = Annotated[
    str,
    typer.Argument(metavar="ID", help="Any id, or the name of a party, speaker or topic.", autocompletion=_everything),
]
JudgedId = Annotated[
    str, typer.Argument(metavar="ID", help="A claim, a commitment or a milestone.", autocompletion=_judged)
]
Subjects = Annotated[
    _Ids,
    typer.Argument(
        metavar="[TOPIC|COMMITMENT]...", help="Ids or names; default: every commitment.", autocompletion=_subjects
    ),
]
Commitments = Annotated[
    _Ids, typer.Argument(metavar="[COMMITMENT]...", help="Ids; default: every commitment.", autocompletion=_commitments)
]
Topics = Annotated[
    _Ids, typer.Argument(metavar="[TOPIC]...", help="Ids or names; default: every topic.", autocompletion=_topics)
]
SourceId = Annotated[str, typer.Argument(metavar="SOURCE", autocompletion=_sources)]
BasedOn = Annotated[
    str | None,
    typer.Option("--based-on", metavar="SOURCE", help="It retells that source.", autocompletion=_sources),
]

# -- what the session takes, of every command of a kind ------------------------------------------------------------


# options that every command of a kind has, and that the session takes
RECORDED_BY = TyperOption(
    param_decls=["--recorded-by"], metavar="DATE", expose_value=False,
    callback=Session.take_recorded_by,
    help="As the ledger stood at the end of this day (UTC): without what was entered later.",
)  # fmt: skip
BY = TyperOption(
    param_decls=["--by"], metavar="NAME", expose_value=False, callback=Session.take_by,
    help="Who changes the ledger; else $TRUCE_BY, git's user.name, the login.",
)  # fmt: skip
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="claim, speaker ...: which, where several have the id.")
]
