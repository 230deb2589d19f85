"""From what was named on the command line to an article: a file, standard input or an address."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from truce_tracker.cli.session import say
from truce_tracker.errors import TruceError

if TYPE_CHECKING:
    from truce_tracker.articles.texts.article import Article

_LARGEST = 64 * 1024 * 1024  # bytes read; the article reader refuses less
_SHOWN = 8  # lines taken out that are shown


def get_article(named: str, raw: bool) -> tuple[Article, str | None]:
    """The article and the address that it came from, if it came from one."""
    from truce_tracker.articles.texts.reading import read_article

    if named.startswith(("http://", "https://")):
        from truce_tracker.articles.texts.fetching import fetch

        fetched = fetch(named)
        return read_article(fetched.content, fetched.url, fetched.content_type, raw), fetched.url
    content, name = (sys.stdin.buffer.read(_LARGEST), "") if named == "-" else (_content(Path(named)), named)
    return read_article(content, name, None, raw), None


def tell_removed(article: Article) -> None:
    """Say which lines were taken out as furniture of the page."""
    if not article.removed:
        return
    say(f"{len(article.removed)} lines left out as furniture of the page (--raw keeps them):")
    for line in article.removed[:_SHOWN]:
        say(f"  - {line.line[:100]}")
    if len(article.removed) > _SHOWN:
        say(f"  ... and {len(article.removed) - _SHOWN} more")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise TruceError(f"there is no file {path}: give a file, an address, or - to paste") from None
    except OSError as error:
        raise TruceError(f"{path} cannot be read: {error.strerror or error}") from error
