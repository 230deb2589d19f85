"""What each party says of the same thing, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import page_format, say_how_many, write_page
from truce_tracker.cli.session import day_of, filters_of, only_id
from truce_tracker.errors import TruceError, did_you_mean

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger


def compare(
    ctx: typer.Context, subject: o.Subjects = None, party: o.Column = None, as_of: o.AsOf = None,
    format: o.PageFormat = None, output: o.Output = None, limit: o.Limit = None,
) -> None:  # fmt: skip
    """What each party says of a commitment, side by side.

    A cell gives the party's position, its own words (or ours), who said so, when and where, and the amount, day
    and verb of those words. Where it takes no position: its chances since another party first affirmed, and when
    somebody last looked. What differs is marked. To print it: --format md, or --output FILE.md.

    \b
    Examples:
      truce compare rare-earth-deal
      truce compare Soybeans --as-of 2025-11-20 -o soybeans.md
    """
    from truce_tracker.render.comparison import write_comparison, write_comparison_as_markdown

    form = page_format(format, output)
    with ctx.obj.reading() as ledger:
        topics, commitments = _subjects(ledger, subject or ())
        filters = filters_of(ledger, party=party, topic=topics, commitment=commitments, limit=limit)
        day = day_of(as_of)
        rows = ledger.compare(day, **filters)
    write_page(rows, form, output, ctx.obj, write_comparison, write_comparison_as_markdown)
    say_how_many(rows, "compare", form, output, day)


def _subjects(ledger: Ledger, words: Iterable[str]) -> tuple[list[str], list[str]]:
    """The topics and the commitments that words mean. Raises TruceError for a word that means neither."""
    topics: list[str] = []
    commitments: list[str] = []
    for word in words:
        is_commitment = ledger.has("commitment", word)
        by_id_alone = is_commitment and not ledger.has("topic", word)  # an id goes before a name
        topic = None if by_id_alone else only_id(word, ledger.named("topic", word))
        if not (topic or is_commitment):
            raise TruceError(
                f"there is no topic or commitment {word!r}{did_you_mean(word, ledger.words('topic', 'commitment'))}; "
                f"`truce topics` and `truce commitments` list them"
            )
        topics += [topic] if topic else []
        commitments += [word] if is_commitment else []
    return topics, commitments
