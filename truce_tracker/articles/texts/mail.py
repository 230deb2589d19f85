"""A mail (.eml) -> its words: the one part that says them, decoded, with its subject, its sender and its day.

Of a forwarded mail it is the one that was forwarded, with its own sender and day, as mail programs and Exchange write
them into the text, or as an attachment. What a forwarder wrote above it is told as removed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any

from truce_tracker.articles.texts.article import ArticleError, Metadata, Reading, Removed, Why
from truce_tracker.articles.texts.blocks import text_of
from truce_tracker.articles.texts.bylines import authors_in
from truce_tracker.articles.texts.characters import is_long_sentence, one_line
from truce_tracker.articles.texts.charsets import decode
from truce_tracker.articles.texts.inline import settle
from truce_tracker.articles.texts.published import day_of
from truce_tracker.articles.texts.trees import parse, strip_unseen

_FIELDS = (
    "from|to|date|subject|received|return-path|mime-version|message-id|delivered-to|content-type|reply-to|sender|cc"
    "|dkim-signature|authentication-results|thread-topic|thread-index|references|in-reply-to|content-transfer-encoding"
    "|content-language|arc-[a-z-]+|list-[a-z-]+|x-[a-z0-9-]+"
)
_FIELD = re.compile(rf"(?:{_FIELDS})[ \t]*:".encode(), re.IGNORECASE)
_TELLING = re.compile(rb"^(?:from|date|subject|received|message-id|mime-version)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_BOX = re.compile(rb"\AFrom \S+ +\w{3} \w{3}.*\r?\n")
_HEAD = 40_000

_FROM, _TO = r"From|Von|De|发件人|寄件者|寄件人", r"To|An|À|Para|Cc|收件人|抄送|副本"
_ABOUT = r"Subject|Betreff|Objet|Asunto|主题|主題|主旨"
_SENT = r"Sent|Date|Gesendet|Datum|Envoyé|Enviado|发送时间|日期|時間|寄件日期"
_INNER = re.compile(rf"[>\s]*\*?(?P<key>{_FROM}|{_SENT}|{_ABOUT}|{_TO})\s?[:：]\*?\s?(?P<value>.*)", re.IGNORECASE)
_FORWARD = re.compile(r"(?:(?:fwd?|wg|tr|转发|轉寄|re|aw|回复)\s?[:：]\s?)+", re.IGNORECASE)
_LOOKED_AT, _DEPTH, _MOST_HTML, _MOST_HEADERS, _MOST_WRAPPED = 60, 3, 2, 30, 3
_LONGEST_HEADER = 2_000  # characters; a header of more is no person's


class _Policy(EmailPolicy):
    """The standard library's, but for headers that are long: its time to read one grows with the square of it."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


def is_mail(content: bytes, name: str) -> bool:
    """Whether it begins with the headers of a mail."""
    start = content[:_HEAD].lstrip()
    head = re.split(rb"\r?\n\r?\n", _BOX.sub(b"", start, count=1) if start.startswith(b"From ") else start, maxsplit=1)[
        0
    ]
    if not _FIELD.match(head):
        return False
    return name.lower().endswith((".eml", ".mail", ".mbox")) or len(_TELLING.findall(head)) > 1


def read_mail(content: bytes) -> Reading:
    """The words of a mail, and what its headers tell. Raises ArticleError where there are none."""
    start = _BOX.sub(b"", content.lstrip(), count=1)
    try:
        message = message_from_bytes(start, policy=_Policy())
        assert isinstance(message, EmailMessage)
        return _read(message, _DEPTH)
    except (MessageError, LookupError, ValueError, AttributeError, IndexError, TypeError, RecursionError) as error:
        raise ArticleError("This mail is broken: paste its words instead") from error


def _read(message: EmailMessage, depth: int) -> Reading:
    body, removed = _body(message)
    inner = _attached(message)
    if depth and inner is not None and not any(map(is_long_sentence, body.split("\n"))):
        reading = _read(inner, depth - 1)
        above = tuple(Removed(line.strip(), Why.HEADERS) for line in body.split("\n") if line.strip())
        return replace(reading, removed=above + reading.removed)
    return _forwarded(Reading(body, removed, _metadata(message)))


def _attached(message: EmailMessage) -> EmailMessage | None:
    """A mail that is attached to this one."""
    for part in message.walk():
        payload = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(payload, list) and payload and isinstance(payload[0], EmailMessage):
            return payload[0]
    return None


def _body(message: EmailMessage) -> tuple[str, tuple[Removed, ...]]:
    """The words of the plain part; of the HTML part, where the plain one is missing, or says much less."""
    plain, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    text = _plain(plain) if isinstance(plain, EmailMessage) else ""
    page, removed = _page(html) if isinstance(html, EmailMessage) else ("", ())
    return (page, removed) if len(page) > _MOST_HTML * len(text) else (text, ())


def _plain(part: EmailMessage) -> str:
    text = _decoded(part).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return re.sub(r"(?<! -) \n(?=[^\n>])", " ", text.replace("\n-- \n", "\n--\n"))  # soft line ends, RFC 3676


def _page(part: EmailMessage) -> tuple[str, tuple[Removed, ...]]:
    tree = parse(_decoded(part))
    strip_unseen(tree)
    removed = settle(tree)
    page = tree.find("body")
    return text_of(tree if page is None else page), removed


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset()) if isinstance(payload, bytes) and payload.strip() else ""


def _metadata(message: EmailMessage) -> Metadata:
    return _said(*(_header(message, name) for name in ("From", "Subject", "Date")))


def _header(message: EmailMessage, name: str) -> str:
    """What a header says; nothing where the standard library stumbles over it (a day of 30 digits)."""
    try:
        return str(message.get(name, ""))
    except (OverflowError, ValueError, LookupError, AttributeError, RecursionError):
        return ""


def _said(sender: str, subject: str, date: str) -> Metadata:
    """What headers tell: a sender's name is the outlet, or the site of the address where there is no name."""
    name, address = parseaddr(sender.replace("[mailto:", "<").replace("]", ">"))
    outlet = one_line(name) or address.rpartition("@")[2].lower() or one_line(sender)
    return Metadata(
        outlet=outlet or None,
        title=_FORWARD.sub("", one_line(subject), count=1) or None,
        authors=tuple(one for one in authors_in([name]) if one != outlet),
        published=day_of(one_line(date)),
    )


def _forwarded(reading: Reading) -> Reading:
    """The mail that stands forwarded in the text of another, where the other says nothing of its own above it."""
    lines = reading.text.split("\n")
    heads = [number for number, line in enumerate(lines[:_LOOKED_AT]) if _INNER.fullmatch(line)]
    if not heads or any(map(is_long_sentence, lines[: heads[0]])):
        return reading
    found, end = _inner_headers(lines, heads[0])
    keys = {"sender": _FROM, "date": _SENT, "subject": _ABOUT}
    said = {name: next((found[key] for key in found if re.fullmatch(key_of, key, re.IGNORECASE)), "")
            for name, key_of in keys.items()}  # fmt: skip
    if not said["sender"] or not (said["date"] or said["subject"]):
        return reading
    above = tuple(Removed(line.strip(), Why.HEADERS) for line in lines[:end] if line.strip())
    inner_said = _said(said["sender"], said["subject"], said["date"])
    kept = "\n".join(line.removeprefix(">").removeprefix(" ") if line.startswith(">") else line for line in lines[end:])
    known = replace(inner_said, title=inner_said.title or reading.metadata.title)
    return _forwarded(Reading(kept, reading.removed + above, known))


def _inner_headers(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The headers written into a text from this line on, some over more lines than one; and the line after them."""
    found: dict[str, str] = {}
    end = start
    for number in range(start, min(len(lines), start + _MOST_HEADERS)):
        if inner := _INNER.fullmatch(lines[number]):
            found.setdefault(inner["key"].lower(), inner["value"].strip())
            end = number + 1
        elif number - end >= _MOST_WRAPPED or (not lines[number].strip() and len(found) > _MOST_WRAPPED - 1):
            break
    return found, end
