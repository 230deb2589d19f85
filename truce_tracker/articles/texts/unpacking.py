"""Content as it is sent packed (gzip, deflate) -> as it is, with what comes out bounded while it comes out."""

from __future__ import annotations

import zlib

from truce_tracker.articles.texts.article import ArticleError

_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_BROKEN = "The page came packed, and broken: try again, or save it in your browser and import the file"
_MAX_PARTS = 1_000


def unpacked(content: bytes, encoding: str | None, limit: int) -> bytes | None:
    """The content unpacked; None where it is more than `limit` bytes.

    Raises ArticleError where it is packed in a way that was not asked for, or broken.
    """
    named = (encoding or "identity").strip().lower()
    if named in ("identity", "") or not content:
        return content if len(content) <= limit else None
    if named not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError(
            "The page came packed in a way that truce does not read: save it in your browser, and import it"
        )
    try:
        return _parts(content, _GZIP if "gzip" in named else _ZLIB, limit)
    except zlib.error as error:
        if named != "deflate":
            raise ArticleError(_BROKEN) from error
    try:
        return _parts(content, _BARE, limit)  # some servers leave the header of deflate out
    except zlib.error as error:
        raise ArticleError(_BROKEN) from error


def _parts(content: bytes, form: int, limit: int) -> bytes | None:
    """Gzip may come in several parts; what follows the last one is let go."""
    out = bytearray()
    for _ in range(_MAX_PARTS):
        unpacker = zlib.decompressobj(form)
        out += unpacker.decompress(content, limit + 1 - len(out))
        if len(out) > limit:
            return None
        if not unpacker.eof:
            raise ArticleError(_BROKEN)
        content = unpacker.unused_data
        if form != _GZIP or not content.startswith(b"\x1f\x8b"):
            break
    return bytes(out)
