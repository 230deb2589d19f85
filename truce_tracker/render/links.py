"""Which addresses a page or a file links to: http and https, with a host, and nothing in them that could act."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_KEPT = "%/:=&?~#+!$,;@()*[]-._"


def safe_link(url: str | None) -> str | None:
    """The address, with every other character percent-encoded; None where it is not one to link to."""
    if not url or not url.isprintable() or " " in url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return quote(url.strip(), safe=_KEPT) if parts.scheme in ("http", "https") and host else None
