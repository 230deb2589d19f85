"""A voice and what it says, as both languages are read into them; and who was heard so far in an article.

How a voice is found in the words is told in `english` and `chinese`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from truce_tracker.articles.proposing.proposer import KnownSpeaker, NewSpeaker
from truce_tracker.articles.proposing.sentences import Sentence, Token
from truce_tracker.articles.proposing.words.english import INSTITUTIONS
from truce_tracker.latin import in_latin

LONGEST = 1500  # characters of a sentence that is read; nobody speaks longer than that in one
PERSONS = ("person", "role", "anonymous", "analyst")
_NEVER = 99  # paragraphs
_LOOKED_BACK = 8  # voices
# left out of ids
_SMALL = frozenset(("a", "an", "the", "of", "in", "with", "to", "and"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: a speaker of the ledger, a new one, a party as such, or (nothing set) the author."""

    speaker: str | None = None
    new: NewSpeaker | None = None
    party: str | None = None
    on_record: bool | None = None
    name: str = ""  # the words of the text that name them
    kind: str = "author"  # person, role, institution, party, anonymous, analyst, unsafe, author
    plural: bool = False

    @property
    def who(self) -> tuple[str | None, str | None, str | None]:
        """What tells one voice from another."""
        return self.speaker, self.new.name if self.new else None, self.party


AUTHOR = Voice()


@dataclass(frozen=True, slots=True)
class Said:
    """A voice and a run of words that it says.

    `kind`: say (it is told), act (the verb is what is claimed), refuse, silence, quote (a sentence that is only
    quoted), item (of a list that somebody's words led to), author (the article's own), document (of a text that
    speaks for an institution).
    """

    voice: Voice
    verb: str  # the words of saying
    kind: str
    sentence: Sentence
    tokens: tuple[Token, ...] = field(repr=False)
    said: str | None = None  # the day, where the words of saying give one


def known_voice(speaker: KnownSpeaker, text: str) -> Voice:
    """The voice of a speaker of the ledger."""
    kind = "institution" if is_institution(speaker) else "person"
    return Voice(speaker.id, None, speaker.party, speaker.on_record, speaker.name or text, kind)


def new_voice(name: str, party: str | None, kind: str, role: str | None = None, on_record: bool = True) -> Voice:
    """The voice of a new speaker, called as the text calls it."""
    return Voice(None, NewSpeaker(slug(name), name, party, role, on_record), party, on_record, name, kind)


def unclear(name: str, told: str | None = None) -> Voice:
    """A word or a name that can mean several people: called by it, so that nobody is guessed; it binds nobody."""
    new = NewSpeaker(f"unclear-{slug(name)}", name, None, None, False)
    return Voice(None, new, None, False, told or name, "unsafe")


def one_of_several(name: str, speakers: Sequence[str]) -> Voice:
    """A name that several speakers of the ledger have: whose word it is, a person chooses."""
    return unclear(name, f"{name}: {' or '.join(dict.fromkeys(speakers))}")


def is_institution(speaker: KnownSpeaker) -> bool:
    """Whether a speaker of the ledger is no person, as far as its name tells."""
    words = {word.strip(",.").lower() for word in (speaker.name or "").split()}
    # MOFCOM, USTR
    if words & INSTITUTIONS or (speaker.name or "").isupper():
        return True
    # who has neither role nor party in a ledger is a newspaper or an agency
    return (not speaker.role and not speaker.party) or (speaker.name or "").lower().startswith("the ")


def slug(name: str) -> str:
    """An id proposed for a new speaker: small Latin letters and hyphens; "speaker" where the name has none."""
    words = re.findall(r"[a-z0-9]+", in_latin(name).lower().replace("’", "").replace("'", ""))
    words = [word for word in words if word not in _SMALL] or words
    return "-".join(words[:5])[:80] or "speaker"


@dataclass
class Memory:
    """The voices of one article, up to the word that is being read."""

    spoken: list[Voice] = field(default_factory=list)  # the last comes last
    persons: dict[str, Voice] = field(default_factory=dict)  # a part of a name -> who was so called
    paragraphs_since: int = _NEVER  # paragraphs begun since somebody spoke
    surname_since: int = _NEVER  # paragraphs begun since somebody whose surname is He was named
    mentioned: Voice | None = None  # an institution or party that was told of since somebody spoke
    passing: list[Voice] = field(default_factory=list)  # persons named in a sentence since, in which nobody spoke
    passing_since: int = _NEVER  # paragraphs begun since then

    def begins_paragraph(self) -> None:
        """Note that a paragraph begins."""
        self.paragraphs_since += 1
        self.surname_since += 1
        self.passing_since += 1

    def speaks(self, voice: Voice) -> None:
        """Note that a voice was heard."""
        if voice.kind in ("author", "unsafe"):
            return  # "he" is never whoever writes, nor somebody who was unclear before
        self.spoken.append(voice)
        self.mentioned = None
        self.passing = []
        self.paragraphs_since = 0
        if voice.kind in ("person", "analyst"):
            self._names(voice)

    def mentions(self, voice: Voice) -> None:
        """Note an institution or party that the author tells of."""
        if voice.kind in ("institution", "party"):
            self.mentioned = voice

    def passes(self, persons: list[Voice]) -> None:
        """Note the persons whom a sentence names in which nobody speaks: the next "he" can be one of them."""
        if persons:
            self.passing, self.passing_since = persons, 0

    def last(self, kinds: Collection[str]) -> Voice | None:
        """The last of these kinds among the last three voices; one person or body, not several."""
        nearest = reversed(self.spoken[-3:])  # further back a reader would not look either
        return next((voice for voice in nearest if voice.kind in kinds and not voice.plural), None)

    def called(self, word: str) -> Voice | None:
        """The last voice in whose name or role a word stands: "the official"."""
        for voice in reversed(self.spoken[-_LOOKED_BACK:]):
            described = f"{voice.name} {voice.new.role if voice.new else ''}"
            if re.search(rf"\b{re.escape(word)}\b", described, re.IGNORECASE):
                return voice
        return None

    def last_person(self, is_surname: bool) -> Voice | None:
        """Whom "he" or "she" means: the last who spoke, if that is one person, in this paragraph or the one before; or
        the one person who was named since. None where that is not certain.

        `is_surname`: the word is "He", which is also a surname; near somebody so called it can mean either.
        """
        doubtful = is_surname and self.surname_since <= 1
        if self.passing and self.passing_since <= 1:
            # two were named: whichever is taken, half of the time it is the other's word
            alone = len({voice.who for voice in self.passing}) == 1
            return self.passing[0] if alone and (not doubtful or "He " in self.passing[0].name) else None
        if self.paragraphs_since > 1:
            return None
        last = self.spoken[-1] if self.spoken else None
        if not last or last.kind not in PERSONS or last.plural:
            last = self.last(PERSONS) if self.paragraphs_since == 0 else None
        return None if last and doubtful and "He " not in last.name else last

    def _names(self, voice: Voice) -> None:
        """Note a person's name, so that its first or last part finds them later."""
        words = [word for word in (voice.new.name if voice.new else voice.name).split() if word[:1].isupper()]
        if len(words) <= 4:  # longer ones are descriptions
            for word in {*words[:1], *words[-1:]}:
                self.persons.setdefault(word.lower(), voice)
