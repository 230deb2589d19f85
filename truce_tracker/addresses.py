"""Addresses of pages: which are one page, and which are those of a copy that a web archive keeps of one.

Text only: nothing is fetched here, and no page is read. A listing does not import this.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(r"(?<=[?&])(utm_[a-z]+|fbclid|gclid)=[^&]*&?")
_ARCHIVES = re.compile(r"archive\.(?:ph|is|today|li|vn|md|fo|org)|web\.archive\.org|web-archive\..+|ghostarchive\.org")
_COPY_OF = re.compile(
    r"https?://[^/]+/(?:[^?#]*?/)?(?:\d{4,14}(?:[a-z]{2}_)?|[\d.]{8,12}-?\d{0,6}|o/\w+|\*)/(https?:/{1,2}.+)"
)


def is_copy(address: str) -> bool:
    """Whether an address is one of a web archive: of a copy, and not of the page itself."""
    return bool(_ARCHIVES.fullmatch(urlsplit(address).hostname or "") or _COPY_OF.match(address))


def page_of_copy(address: str) -> str | None:
    """The address of the page that a web archive keeps a copy of, where the copy's own address tells it."""
    found = _COPY_OF.match(address) if is_copy(address) else None
    return web_address(re.sub(r"^(https?):/{1,2}", r"\1://", found[1])) if found else None


def web_address(written: str, base: str | None = None) -> str | None:
    """The absolute http or https address that is written, alone or against `base`; None where it is none.

    The scheme and the host are in small letters, which mean the same there.
    """
    try:
        parts = urlsplit(urljoin(base or "", written.strip()))
        named = parts.scheme in ("http", "https") and parts.hostname and not parts.username
        address = urlunsplit(parts._replace(netloc=parts.netloc.lower()))
    except ValueError:
        return None
    return address if named and len(address) < 2_000 and address.isprintable() and " " not in address else None


def same_page(one: str | None, other: str | None) -> bool:
    """Whether two addresses lead to one page, whatever tracks the way to it; an archive's copy leads to its page."""
    return one == other or bool(one and other and _page(one) == _page(other))


def _page(url: str) -> str:
    bare = re.sub(r"^https?://(www\.)?|#.*", "", page_of_copy(url) or url, flags=re.IGNORECASE)
    path, _, query = _TRACKING.sub("", bare).partition("?")
    host, slash, rest = path.partition("/")  # a host has no case, what follows has
    return f"{(host.lower() + slash + rest).rstrip('/')}?{query.strip('&')}"
