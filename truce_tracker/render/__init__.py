"""Rows on paper: a table for the terminal, text, tsv, csv, json, jsonl, md. It knows rows and nothing of a store.

Each format lives in a module of its own, imported when it is asked for: a listing in a pipe never pays for `rich`.
What an article or a file says is data here: no markup, no terminal escape and no formula in it acts.
"""

from __future__ import annotations

TYPE_CHECKING = False  # not from typing, which is ten times as slow to import as this module
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

FORMATS = ("table", "text", "tsv", "csv", "json", "jsonl", "md")


def render(
    rows: Sequence[Any],
    listing: str,
    format: str,
    write: Callable[[str], object],
    *,
    width: int = 80,
    colour: bool = False,
) -> None:
    """Write the rows of a listing, named as its command is (``one-sided``), in one of FORMATS.

    `width` (columns of the terminal) and `colour` are for the table, which is laid out whole: give it a hundred rows
    at most. The other formats write in chunks. Raises TruceError for a format that there is not.
    """
    if format in ("json", "jsonl"):
        from truce_tracker.render import as_json

        (as_json.write_json if format == "json" else as_json.write_jsonl)(rows, write)
    elif format in ("csv", "tsv"):
        from truce_tracker.render import as_csv

        (as_csv.write_csv if format == "csv" else as_csv.write_tsv)(rows, listing, write)
    elif format == "text":
        from truce_tracker.render.as_text import write_text

        write_text(rows, listing, write)
    elif format == "md":
        from truce_tracker.render.as_markdown import write_markdown

        write_markdown(rows, listing, write)
    elif format == "table":
        from truce_tracker.render.as_table import write_table

        write_table(rows, listing, write, width=width, colour=colour)
    else:
        raise _no_such(format)


def _no_such(format: str) -> Exception:
    from truce_tracker.errors import TruceError, did_you_mean

    return TruceError(f"no format {format!r}{did_you_mean(format, FORMATS)}: it is one of {', '.join(FORMATS)}")
