"""The options that listings share: what they are called, how their ids are completed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from truce_tracker.cli.session import Session
from truce_tracker.vocabulary import Stance

FORMATS = ("table", "text", "tsv", "csv", "json", "jsonl", "md")


def _ids_of(*tables: str) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from truce_tracker.cli.session import ids_like

        session = Session(ctx.find_root().params.get("db"))
        return ids_like(session, tables, incomplete)

    return complete


def _words_of(*words: str) -> Callable[[str], list[str]]:
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


complete_any = _ids_of("claim", "commitment", "deadline", "milestone", "source", "speaker", "party", "topic", "check")

complete_source = _ids_of("source")

complete_subject = _ids_of("topic", "commitment")
complete_judged = _ids_of("claim", "commitment", "milestone")
complete_topic = _ids_of("topic")

_Ids = list[str] | None
Column = Annotated[
    _Ids, typer.Option("--party", metavar="ID", help="Only this party's column.", autocompletion=_ids_of("party"))
]
Party = Annotated[_Ids, typer.Option("--party", metavar="ID", help="Only this party.", autocompletion=_ids_of("party"))]
Obligor = Annotated[
    _Ids, typer.Option("--party", metavar="ID", help="Only what this party owes.", autocompletion=_ids_of("party"))
]
Involved = Annotated[
    _Ids,
    typer.Option(
        "--party", metavar="ID", help="Only what this party owes or is owed.", autocompletion=_ids_of("party")
    ),
]
Speaker = Annotated[
    _Ids, typer.Option("--speaker", metavar="ID", help="Only this speaker.", autocompletion=_ids_of("speaker"))
]
Topic = Annotated[_Ids, typer.Option("--topic", metavar="ID", help="Only this topic.", autocompletion=_ids_of("topic"))]
Commitment = Annotated[
    _Ids,
    typer.Option("--commitment", metavar="ID", help="Only this commitment.", autocompletion=_ids_of("commitment")),
]
Source = Annotated[
    _Ids, typer.Option("--source", metavar="ID", help="Only from this source.", autocompletion=_ids_of("source"))
]
StanceOption = Annotated[
    _Ids, typer.Option("--stance", metavar="STANCE", help="Only this stance.", autocompletion=_words_of(*Stance))
]
Since = Annotated[_Ids, typer.Option("--since", metavar="DATE", help="Not before this day.")]
Until = Annotated[_Ids, typer.Option("--until", metavar="DATE", help="Not after this day.")]
Search = Annotated[_Ids, typer.Option("--search", metavar="WORDS", help="Only where these words occur.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As known on this day; default today.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; default table on a terminal, else text.",
        autocompletion=_words_of(*FORMATS),
    ),
]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most N rows.")]
Check = Annotated[bool, typer.Option("--check", help="Exit with 1 when something is listed.")]
