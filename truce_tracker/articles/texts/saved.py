"""Pages that a browser saved in one file, MHTML and Safari's .webarchive -> the page's markup and its address.

The pictures and frames beside it are let go. The day on which a page was saved is not the day of the page.
"""

from __future__ import annotations

import plistlib
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from xml.parsers.expat import ExpatError

from truce_tracker.addresses import web_address
from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.charsets import decode

_MHTML = re.compile(rb"^(?:From: <?Saved by|Snapshot-Content-Location:|X-MAF-Information:)", re.I | re.M)
_TO_SOMEBODY, _STARTS = re.compile(rb"^(?:To|Received):", re.I | re.M), re.compile(rb"[a-z-]{3,40}:", re.I)
_HEAD = 4_000
_NO_PAGE = "There is no page in this web archive: save the page as HTML or PDF and import that, or paste its words"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The markup of a page, and the address that it was saved from, if the file tells."""

    markup: str
    url: str | None


def is_webarchive(content: bytes) -> bool:
    """Whether it is a property list with a web page in it."""
    start = content[:_HEAD]
    return content.startswith(b"bplist00") or (b"<plist" in start and b"WebMainResource" in start)


def is_mhtml(content: bytes) -> bool:
    """Whether it is a page that a browser saved as a mail to nobody."""
    head = re.split(rb"\r?\n\r?\n", content[:_HEAD].lstrip(), maxsplit=1)[0]
    related = b"multipart/related" in head.lower() and not _TO_SOMEBODY.search(head)
    return bool(_STARTS.match(head)) and (related or bool(_MHTML.search(head)))


def read_webarchive(content: bytes) -> SavedPage:
    """The page of a .webarchive, binary or XML. Raises ArticleError where there is none."""
    try:
        main = plistlib.loads(content)["WebMainResource"]
        page, charset = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        url = web_address(str(main.get("WebResourceURL") or ""))
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArticleError(_NO_PAGE) from error
    if not isinstance(page, bytes):
        raise ArticleError(_NO_PAGE)
    return SavedPage(decode(page, str(charset or "")), url)


def read_mhtml(content: bytes) -> SavedPage:
    """The page of an MHTML file. Raises ArticleError where there is none."""
    message = message_from_bytes(content.lstrip(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    payload = pages[0].get_payload(decode=True) if pages else None
    if not isinstance(payload, bytes):
        raise ArticleError(_NO_PAGE)
    written = (message.get("Snapshot-Content-Location"), pages[0].get("Content-Location"))
    url = next((address for one in written if (address := web_address(str(one or "")))), None)
    return SavedPage(decode(payload, pages[0].get_content_charset()), url)
