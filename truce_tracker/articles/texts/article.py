"""What an article is once it has been read: its text, what was taken out of it, and what the page says about itself.

Shapes and limits only. Reading is `reading`, the web is `fetching`.
"""

from __future__ import annotations

from dataclasses import dataclass

from truce_tracker.errors import TruceError

MAX_BYTES = 50_000_000
"""The most bytes that are looked at: a page saved with its pictures fits, a film does not."""
MAX_TEXT = 2_000_000
"""The most characters of text that an article may have: a report of a thousand pages."""

TOO_MUCH_TEXT = (
    f"There are more than {MAX_TEXT // 1_000_000} million characters of text in it, which is no article: "
    "cut out the part that you need"
)


class ArticleError(TruceError):
    """An article that cannot be fetched or read; the sentence says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself, where it says it plainly; None and () where it does not.

    `published` is a day in EDTF notation (2025-11-20), as written there, in the time zone written there. `url` is an
    absolute http or https address. `language` is a primary language subtag of BCP 47 (en, zh). `kind` is never said by
    a page, and stays None for a person to fill in.
    """

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    r"""An article as text.

    `text` has paragraphs parted by one blank line, ``\n`` line ends, and only characters that a ledger may hold; see
    `characters.clean` for all that is changed inside a line. `removed` are the lines taken out as furniture of the
    page, in their order. `form` is text, markdown, html or pdf: what it was read from.
    """

    text: str
    removed: tuple[str, ...]
    metadata: Metadata
    form: str
