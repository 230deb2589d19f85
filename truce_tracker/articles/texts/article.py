"""What an article is once it has been read: its text, what was taken out of it, and what the page says about itself.

Shapes and limits only: `Article` is what the reader gives to whoever stores or proposes. Reading is `reading`, the web
is `fetching`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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


class Why(StrEnum):
    """Why a line is not in the text of an article."""

    FURNITURE = "furniture of the page"
    REPEATED = "said before"
    STRUCK = "struck out"
    NOTE = "the mark of a note"
    PRINTED = "printed around the pages"
    FRONT = "front matter"
    HEADERS = "headers of the mail"
    NOT_TAKEN = "not taken for a part of the article"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was taken out: a line as it stood, or what was struck inside one, and why."""

    line: str
    why: Why


@dataclass(frozen=True, slots=True)
class Post:
    """A part of a live page, from `start` to before `end` in its article's text, and the `day` on which it was posted.

    The day is in EDTF notation.
    """

    start: int
    end: int
    day: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself, where it says it plainly; None and () where it does not.

    `published` is a day in EDTF notation (2025-11-20), as written there, in the time zone written there or printed
    beside it. `guessed` is a day that is likely, and must be confirmed by a person; it is there only where `published`
    is not. `url` is an absolute http or https address; where the document is the copy that a web archive keeps, it is
    the address of the page, and `archived` the one of the copy. `language` is a primary language subtag of BCP 47 (en,
    zh). `kind` is never said by a page, and stays None for a person to fill in.
    """

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str | None = None
    guessed: str | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader of one form of document hands on: words that are not cleaned yet, and all else that it found.

    `days` is the day of the post of each line, where the document is a live page.
    """

    text: str
    removed: tuple[Removed, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    r"""An article as text.

    `text` has paragraphs parted by one blank line, ``\n`` line ends, and only characters that a ledger may hold; see
    `characters.clean` for all that is changed inside a line. `removed` is what was taken out, in its order. `form` says
    what it was read from. `posts` are the dated parts of a live page, in their order, none where the page has one day.
    `warnings` are sentences on what a person should look at before the text is used.
    """

    text: str
    removed: tuple[Removed, ...]
    metadata: Metadata
    form: str
    posts: tuple[Post, ...] = ()
    warnings: tuple[str, ...] = ()
