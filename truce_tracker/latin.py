"""Names in any script -> Latin letters, for ids: García is Garcia, 巴德尔 is BaDeEr. Never shown as anybody's name."""

from __future__ import annotations

import unicodedata


def in_latin(name: str) -> str:
    """A name in ASCII letters. What is no letter of any script may be left out."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if all(sign.isascii() or unicodedata.combining(sign) for sign in unicodedata.normalize("NFKD", name)):
        return plain
    from anyascii import anyascii  # its tables: most names have no need of them

    return anyascii(name)
