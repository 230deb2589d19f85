"""Subtitles (SubRip, WebVTT) -> what is said in them, sentence by sentence: no numbers of cues, no times, no marks."""

from __future__ import annotations

import re
from html import unescape

from truce_tracker.articles.texts.article import Reading
from truce_tracker.articles.texts.characters import ends_sentence

_TIMES = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\b.*")
_NO_CUE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>\n]{1,80})>")
_MARK = re.compile(r"</?[A-Za-z0-9:.][^<>\n]{0,100}>|\{\\[^}\n]{1,50}\}")
_SPEAKER_STARTS = re.compile(r"(?:-|–|>>)\s?(?=\S)|[A-Z][A-Z .'’-]{1,40}:\s")


def is_subtitles(text: str) -> bool:
    """Whether a text begins as subtitles do: with their name, or with the times of a cue."""
    lines = [line for line in text[:2_000].split("\n") if line.strip()][:2]
    return text.lstrip("\ufeff").startswith("WEBVTT") or any(_TIMES.fullmatch(line) for line in lines)


def read_subtitles(text: str) -> Reading:
    """The words of all cues: a line that a cue says again is said once, and a new paragraph follows each sentence."""
    said: list[str] = []
    for cue in _cues(text.replace("\r\n", "\n").split("\n")):
        for line in cue:
            if line not in said[-2:]:  # captions that roll say each line twice
                said.append(line)
    parts: list[str] = []
    for line in said:
        if parts:
            parts.append("\n\n" if ends_sentence(parts[-1]) or _SPEAKER_STARTS.match(line) else " ")
        parts.append(line)
    return Reading("".join(parts))


def _cues(lines: list[str]) -> list[list[str]]:
    """The lines of each cue, without marks: those from its times to the next empty line."""
    cues: list[list[str]] = []
    inside = False
    for line in lines:
        if _TIMES.fullmatch(line):
            cues.append([])
            inside = True
        elif not line.strip() or _NO_CUE.match(line):
            inside = False
        elif inside and (words := _plain(line)):
            cues[-1].append(words)
    return cues


def _plain(line: str) -> str:
    named = _VOICE.sub(lambda found: f"{found[1].strip()}: ", line)
    return " ".join(unescape(_MARK.sub("", named)).split())
