"""From what was named on the command line to an article: a file, standard input or an address."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from truce_tracker.cli.session import say
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from truce_tracker.articles.texts.article import Article, Removed

_LARGEST = 64 * 1024 * 1024  # bytes read; the article reader refuses less
_SHOWN = 8  # lines taken out that are shown, beside those that tell something
_LONGEST = 200  # characters of such a line


def get_article(named: str, raw: bool) -> tuple[Article, str | None]:
    """The article and the address that it came from, if it came from one."""
    from truce_tracker.articles.texts.reading import read_article

    if named.startswith(("http://", "https://")):
        from truce_tracker.articles.texts.fetching import fetch

        fetched = fetch(named)
        article = read_article(fetched.content, fetched.url, fetched.content_type, raw)
        return article, None if article.metadata.archived else fetched.url  # then the page's own address counts
    content, name = (sys.stdin.buffer.read(_LARGEST), "") if named == "-" else (_content(Path(named)), named)
    return read_article(content, name, None, raw), None


def tell_read(article: Article) -> None:
    """Say what to look at, and what was taken out: each line that tells something, and the first of the others."""
    for warning in article.warnings:
        say(f"warning: {warning}")
    if article.metadata.archived:
        say(f"this is the copy of {article.metadata.url} that is kept at {article.metadata.archived}")
    if article.removed:
        _tell_removed(article.removed)


def _tell_removed(removed: Sequence[Removed]) -> None:
    from truce_tracker.articles.texts.furniture import says_something

    say(f"{len(removed)} lines left out (--raw keeps them):")
    shown = [one for number, one in enumerate(removed) if number < _SHOWN or says_something(one.line)]
    for one in shown:
        say(f"  - {one.line[:_LONGEST]} ({one.why})")
    if len(removed) > len(shown):
        say(f"  ... and {len(removed) - len(shown)} more")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise TruceError(f"there is no file {path}: give a file, an address, or - to paste") from None
    except OSError as error:
        raise TruceError(f"{path} cannot be read: {error.strerror or error}") from error
