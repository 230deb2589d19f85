"""A page from its rows to its output: for what is read as a page and is no listing of lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce_tracker.cli.checking import one_of
from truce_tracker.cli.listing import chosen_format, terminal
from truce_tracker.cli.session import output
from truce_tracker.errors import TruceError, did_you_mean

if TYPE_CHECKING:
    from truce_tracker.judgements.ledger import Ledger

PAGE_FORMATS = ("table", "text", "json", "md")
PageFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(PAGE_FORMATS)}; default table (fitted to the terminal) on one, else text.",
    ),
]


def write_page(
    rows: Sequence[Any],
    form: str,
    path: Path | None,
    as_page: Callable[..., None],
    as_markdown: Callable[..., None],
) -> None:
    """Write rows in one of PAGE_FORMATS, to a file or to stdout."""
    from truce_tracker.render.as_json import write_json

    with output(path) as stream:
        if form == "json":
            write_json(rows, stream.write)
        elif form == "md":
            as_markdown(rows, stream.write)
        else:
            shown = terminal() if path is None else {"width": 80, "colour": False}
            width = shown["width"] if form == "table" else None
            as_page(rows, stream.write, width=width, colour=form == "table" and shown["colour"])


def page_format(asked: str | None, path: Path | None) -> str:
    """The format of a page, chosen as that of a listing."""
    return one_of("format", asked or chosen_format(None, path), PAGE_FORMATS)


def subjects(ledger: Ledger, words: Iterable[str] | None) -> dict[str, list[str]]:
    """Ids of topics and commitments, told apart. Raises TruceError for one that is neither."""
    found: dict[str, list[str]] = {}
    for word in words or ():
        kinds = [kind for kind in ("topic", "commitment") if _is_id(ledger, kind, word)]
        if not kinds:
            known = [
                row[0] for row in ledger.connection.execute("SELECT id FROM topic UNION SELECT id FROM commitment")
            ]
            raise TruceError(
                f"there is no topic or commitment {word!r}{did_you_mean(word, known)}; "
                f"`truce topics` and `truce commitments` list them"
            )
        for kind in kinds:
            found.setdefault(kind, []).append(word)
    return found


def _is_id(ledger: Ledger, kind: str, word: str) -> bool:
    return ledger.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (word,)).fetchone() is not None
