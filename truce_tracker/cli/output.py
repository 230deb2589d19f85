"""Where data goes and in which form: stdout or a file that appears whole, the rows of a listing or a page.

What is said about the data goes to stderr.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from truce_tracker import store
from truce_tracker.errors import TruceError, did_you_mean
from truce_tracker.render import FORMATS

if TYPE_CHECKING:
    from truce_tracker.judgements.asking import Answer

PAGE_FORMATS = ("table", "text", "json", "md")
TEXT_FORMATS = ("text", "json")
TABLE_ROWS = 100  # rich needs 2 s to lay out 1,000 rows
_COUNTED = {
    "claims": ("claim", "claims"),
    "one-sided": ("one-sided claim", "one-sided claims"),
    "unmatched": ("unmatched commitment", "unmatched commitments"),
    "commitments": ("commitment", "commitments"),
    "overdue": ("milestone overdue, unmet or disputed", "milestones overdue, unmet or disputed"),
    "deadlines": ("milestone", "milestones"),
    "progress": ("figure", "figures"),
    "divergences": ("divergence", "divergences"),
    "drift": ("step", "steps"),
    "compare": ("commitment", "commitments"),
    "silence": ("silence", "silences"),
    "timeline": ("entry", "entries"),
    "changes": ("change", "changes"),
    "hindsight": ("claim entered late", "claims entered late"),
    "parties": ("party", "parties"),
    "speakers": ("speaker", "speakers"),
    "topics": ("topic", "topics"),
    "sources": ("source", "sources"),
}
_NOTHING = {
    "one-sided": "no claim is one-sided",
    "unmatched": "no commitment is unmatched",
    "overdue": "nothing is overdue",
    "progress": "nobody has reported a figure",
    "silence": "no claim is unanswered",
    "changes": "no verdict changed",
    "divergences": "no values differ",
    "hindsight": "nothing was entered late",
    "drift": "no party moved a day or softened a verb",
}
_SUFFIXES = {".tsv": "tsv", ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md"}


def say(text: str) -> None:
    """Say something about the data: to stderr, so that stdout holds nothing but data.

    In one write; on a terminal its lines break between words.
    """
    from truce_tracker.render.printable import printable

    lines = [printable(line) for line in text.split("\n")]
    if sys.stderr.isatty():
        from truce_tracker.render.wrapping import wrapped

        width = shutil.get_terminal_size().columns
        lines = [
            short for line in lines for short in (wrapped(line.lstrip(" "), width, _indent(line)) if line else [""])
        ]
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def tell(text: str) -> None:
    """Say what was done, to stdout, in one line: a path may hold anything."""
    from truce_tracker.render.printable import printable

    sys.stdout.write(f"{printable(text)}\n")


class Kept(Protocol):
    """What keeps a ledger: a session knows where its store is, and an output must not be there."""

    @property
    def path(self) -> store.Place:
        """The store."""


@contextlib.contextmanager
def output(path: Path | None, session: Kept) -> Iterator[IO[str]]:
    """Where data goes: stdout, through a pager where it is a terminal, or a file that appears whole or not at all.

    Every command that writes a file comes by here, or by `outputs`. Raises TruceError for a file of the store.
    """
    if path is not None:
        with outputs([path], session) as (file,):
            yield file
    elif sys.stdout.isatty():
        from truce_tracker.cli.pager import paged

        with paged() as page:
            yield page
    else:
        yield sys.stdout


@contextlib.contextmanager
def outputs(paths: Sequence[Path], session: Kept) -> Iterator[list[IO[str]]]:
    """Files for data that belongs together: all appear whole at the end, or none does."""
    from truce_tracker.cli.files import written

    for path in paths:
        refuse_the_store(path, session)
    with written(paths) as files:
        yield files


def refuse_the_store(path: Path, session: Kept) -> None:
    """Raise TruceError for a file of the store, by what file it is, not by its name: a link to it is the store.

    A name is all that an absent one has.
    """
    for file in store.files_of(session.path):
        try:
            is_same = os.path.samestat(os.stat(path), os.stat(file))
        except OSError:
            is_same = os.path.realpath(path) == os.path.realpath(file)
        if is_same:
            what = "is the store itself" if file == session.path else f"belongs to the store {session.path}"
            raise TruceError(f"{path} {what}: name another file")


def as_bytes() -> None:
    """Let stdout give a format that is defined as UTF-8, with line ends of its own, as it is."""
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]


def one_of(what: str, word: str, words: Iterable[str]) -> str:
    """The word, when it is one of them; else a TruceError that names them."""
    known = list(words)
    if word not in known:
        raise TruceError(f"there is no {what} {word!r}{did_you_mean(word, known)}: use one of {', '.join(known)}")
    return word


def chosen_format(asked: str | None, path: Path | None) -> str:
    """The format: as asked, else by the file's ending, else a table on a terminal and text elsewhere."""
    if asked:
        return one_of("format", asked, FORMATS)
    if path is not None:
        return _SUFFIXES.get(path.suffix.lower(), "text")
    return "table" if sys.stdout.isatty() else "text"


def terminal() -> dict[str, Any]:
    """How wide the terminal is, and whether it takes colour."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": shutil.get_terminal_size().columns, "colour": colour}


def say_how_many(answer: Answer[Any], listing: str, form: str, path: Path | None, as_of: str, before: int = 0) -> None:
    """The line under a table or a text: how many rows, as of which day."""
    if form in ("table", "text") and path is None:
        say(summary(listing, len(answer), answer.total, as_of, _not_alone(listing, answer), before))


def _not_alone(listing: str, rows: Sequence[Any]) -> int:
    """How many of the rows are shown under another one."""
    from truce_tracker.render.listings import LISTINGS

    return len(rows) - len(LISTINGS[listing].to_read(rows)) if listing in LISTINGS else 0


def summary(listing: str, shown: int, total: int, as_of: str, under: int = 0, before: int = 0) -> str:
    """``100 of 1,234 claims as of 2025-11-28; all of them with --limit 1234 or --format text``.

    `under` counts those shown that stand under another one, `before` those that came before the ones shown.
    """
    one, several = _COUNTED[listing]
    if not total:
        return f"{_NOTHING.get(listing, f'no {several}')} as of {as_of}"
    counted = f"{total:,} {one if total == 1 else several} as of {as_of}"
    counted += f", {under} of them under another" if under else ""
    if shown >= total:
        return counted
    counted = f"the newest {shown:,} of {counted}, {before:,} came before" if before else f"{shown:,} of {counted}"
    return f"{counted}; all of them with --limit {total} or --format text"


def show_rows(answer: Answer[Any], listing: str, form: str, path: Path | None, session: Kept) -> None:
    """The rows in a format, to a file or to stdout."""
    from truce_tracker.render import render

    with output(path, session) as stream:
        render(answer, listing, form, stream.write, **(terminal() if path is None else {}))


def write_page(
    rows: Sequence[Any],
    form: str,
    path: Path | None,
    session: Kept,
    as_page: Callable[..., None],
    as_markdown: Callable[..., None],
) -> None:
    """Write rows in one of PAGE_FORMATS, to a file or to stdout."""
    from truce_tracker.render.as_json import write_json

    with output(path, session) as stream:
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
