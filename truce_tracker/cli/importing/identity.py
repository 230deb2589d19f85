"""What a new source is: its metadata as the page gives it, as options override it, or as a person answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from truce_tracker.dates import read_date
from truce_tracker.errors import TruceError, UnreadableValue

if TYPE_CHECKING:
    from truce_tracker.articles.texts.article import Metadata

Source = dict[str, str | list[str]]
_NEEDED = {
    "outlet": "who published it",
    "published": "the day it was published, as 2025-11-20, 2025-11 or 2025-11-17/2025-11-23",
}
_KEPT = ("outlet", "title", "authors", "language", "kind")
Prompt = Callable[[str, str], str]  # a key and what it means -> the answer


def describe(
    said: Metadata,
    url: str | None,
    given: Mapping[str, str | list[str] | None],
    ask: Prompt | None,
    before: Mapping[str, str | list[str]],
) -> Source:
    """The keys of the source; what neither page nor person tells of it is as in the version `before`, but for the day.

    What is missing is asked for; with nobody to `ask`, an error names the options.
    """
    page: Source = {"outlet": said.outlet or "", "title": said.title or "", "authors": list(said.authors)}
    page |= {"published": said.published or "", "url": url or said.url or "", "language": said.language or ""}
    page |= {"kind": said.kind or ""}
    source: Source = {"kind": "article"}
    source |= {key: before[key] for key in _KEPT if before.get(key)}
    source |= {key: value for key, value in (*page.items(), *given.items()) if value}
    missing = [key for key in _NEEDED if key not in source]
    if missing and ask is None:
        options = " and ".join(f"--{key} ({_NEEDED[key]})" for key in missing)
        options += f"; {said.guessed} is a guess: confirm it" if said.guessed and "published" in missing else ""
        raise TruceError(f"the article does not say it plainly: give {options}")
    if ask is not None and "outlet" in missing:
        source["outlet"] = _answer(ask, "outlet", lambda answer: bool(answer))
    if ask is not None and "published" in missing:
        source["published"] = _answer(ask, "published", _is_date)
    _check_date(str(source["published"]))
    return source


def check_id(identity: str | None) -> None:
    """Raises TruceError where what was asked for is no id."""
    if identity and not re.fullmatch(r"[A-Za-z0-9._-]+", identity):
        raise TruceError(f"--id: {identity!r} is no id: use letters, digits, '.', '_' and '-'")


def _answer(ask: Prompt, key: str, holds: Callable[[str], bool]) -> str:
    """Ask until the answer holds."""
    while not holds(answer := ask(key, _NEEDED[key])):
        pass
    return answer


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except UnreadableValue:
        return False
    return True


def new_id(source: Source, taken: Callable[[str], bool]) -> str:
    """An id for a source: its outlet and its day, with a number behind where that is taken."""
    base = f"{slug(str(source['outlet']))}-{str(source['published']).partition('/')[0].rstrip('~')}"
    number = 1
    while taken(base if number == 1 else f"{base}-{number}"):
        number += 1
    return base if number == 1 else f"{base}-{number}"


def slug(name: str) -> str:
    """A name as an id."""
    words = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:40].strip("-") or "source"


def _check_date(published: str) -> None:
    try:
        read_date(published)
    except UnreadableValue as error:
        raise TruceError(f"--published: {error}") from error
