"""The SQL of a question, whole, as it was asked."""

from __future__ import annotations

from typing import Annotated

import typer

from truce_tracker import store
from truce_tracker.cli import options as o
from truce_tracker.cli.output import one_of
from truce_tracker.cli.output import output as opened
from truce_tracker.cli.session import day_of


def _questions(incomplete: str) -> list[str]:
    from truce_tracker.judgements.compose import QUESTIONS

    return [question for question in QUESTIONS if question.startswith(incomplete)]


def sql(
    ctx: typer.Context,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="A listing, such as unmatched.", autocompletion=_questions)
    ],
    as_of: o.AsOf = None,
    output: o.Output = None,
) -> None:
    """The query behind a listing, as SQL that stands alone.

    Any SQLite shell gives the same rows for it on the same store; of a ledger in a database it is that engine's.

    \b
    Example: truce sql unmatched --as-of 2025-11-20 -o unmatched.sql
    """
    from truce_tracker.judgements.compose import QUESTIONS, composed_query

    asked = one_of("question", question, QUESTIONS)
    query = store.as_engine_of(ctx.obj.path, composed_query(asked, day_of(as_of)))
    with opened(output, ctx.obj) as stream:
        stream.write(query.rstrip("\n") + "\n")
