"""How the words of a quote are printed, wherever they are: the one place that puts quotation marks around them.

Only a speaker's own words stand behind the speaker. Where the source tells what was said, its words are its own, and
are printed as the outlet's: ``Reuters: "hopes to finalise a deal"``.
"""

from __future__ import annotations


def quoted(quote: str, words: str | None, outlet: str | None) -> str:
    """A quote in quotation marks, as the speaker's (`words` own) or the outlet's (anything else, to be sure)."""
    marked = f'"{quote}"'
    return marked if words == "own" else f"{outlet or 'the source'}: {marked}"


def text_or_quoted(text: str | None, quote: str | None, words: str | None, outlet: str | None) -> str | None:
    """Our words for a claim, or else the source's; None where there are none."""
    return text or (quoted(quote, words, outlet) if quote else None)
