"""One piece of what somebody says, read: its stance, quantity, deadline and topic. Who says it is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from truce_tracker.articles.proposing.chinese.clauses import chinese_amounts, chinese_deadlines
from truce_tracker.articles.proposing.chinese.voices import ChineseSpeakers
from truce_tracker.articles.proposing.english.amounts import Amount, english_amounts
from truce_tracker.articles.proposing.english.claim_spans import goes_on
from truce_tracker.articles.proposing.english.names import Names
from truce_tracker.articles.proposing.english.times import Deadline, english_deadlines
from truce_tracker.articles.proposing.sentences import Token
from truce_tracker.articles.proposing.stances import Sign, stance_of
from truce_tracker.articles.proposing.topics import About, Topics
from truce_tracker.articles.proposing.utterance import Said
from truce_tracker.articles.proposing.words.chinese import CHARACTER, SIMPLE
from truce_tracker.dates import EdtfDate, read_date
from truce_tracker.vocabulary import Stance

_HOLDING = (Stance.AFFIRMS, Stance.AFFIRMS_IN_PART, Stance.PROPOSES)  # for the next act of the same sentence too


@dataclass(frozen=True, slots=True)
class PieceReading:
    """A piece at whole[start:end]; `words` and `around` (its sentence) are as they are searched: simple characters."""

    start: int
    end: int
    words: str
    around: str
    stance: str
    stance_span: tuple[int, int] | None  # of the words that made it, in the whole text
    quantity: Amount | None
    deadline: Deadline | None
    about: About


class PieceReader:
    """Reads the pieces of one text against one ledger."""

    def __init__(
        self,
        whole: str,
        published: EdtfDate | None,
        topics: Topics,
        names: Names,
        chinese: Callable[[], ChineseSpeakers],
    ) -> None:
        self.plain = whole.translate(SIMPLE)  # as long as the text, so that places hold
        self._published = published
        self._topics = topics
        self._names = names
        self._chinese = chinese

    def read(self, said: Said, start: int, end: int, tokens: Sequence[Token], before: str) -> PieceReading:
        """Read a piece. `tokens` are empty in Chinese; `before` is the stance of the piece before."""
        words = self.plain[start:end]
        around = self.plain[said.sentence.start : said.sentence.end]
        quantity = _chosen(amounts(words))
        sign = self._stance(said, words, tokens, before, quantity is not None)
        deadline = self._deadline(said, words, start, tokens, sign.value)
        actors = self._actors(said, words, tokens)
        written, due = quantity.written if quantity else None, deadline.due if deadline else None
        about = self._topics.about(words, around, actors, written, due)
        span = (start + sign.start, start + sign.end) if sign.end else None
        return PieceReading(start, end, words, around, sign.value, span, quantity, deadline, about)

    def _stance(self, said: Said, words: str, tokens: Sequence[Token], before: str, has_quantity: bool) -> Sign:
        """The stance of the words; where they take none, that of the piece before or of the verb of saying."""
        if said.kind in ("refuse", "silence"):
            return Sign((Stance.DECLINES if said.kind == "refuse" else Stance.MENTIONS).value)
        sign = stance_of(words)
        if sign.value != Stance.MENTIONS:
            return sign
        # "will buy 12 million t of soybeans and [will buy] 25 million t a year"
        if before in _HOLDING and (has_quantity or goes_on(tokens)):
            return Sign(before)
        # the words are only named ("confirmed the purchases"): what the verb does to them is the stance
        return Sign(stance_of(said.verb).value) if said.kind in ("act", "say") else sign

    def _deadline(self, said: Said, words: str, start: int, tokens: Sequence[Token], stance: str) -> Deadline | None:
        """The one that names a day first; of a report only one that can be nothing else."""
        day = read_date(said.said) if said.said else self._published
        found = english_deadlines(tokens, self.plain, day) if tokens else chinese_deadlines(words, start, day)
        if Stance(stance).reports:  # "bought 12 million t in October": the month of the doing, no deadline
            found = [item for item in found if item.is_strong]
        return max(found, key=lambda item: (item.due is not None, item.is_strong), default=None)

    def _actors(self, said: Said, words: str, tokens: Sequence[Token]) -> list[str]:
        """The party whose act it may be: the first that the words name, or the speaker's own."""
        parties = self._names.parties_in(tokens) if tokens else self._chinese().parties_in(words)
        return parties[:1] or ([said.voice.party] if said.voice.party else [])


def amounts(text: str) -> tuple[Amount, ...]:
    """The quantities of a text in either language, in order, none inside another."""
    chinese = chinese_amounts(text) if CHARACTER.search(text) else []
    taken = {place for amount in chinese for place in range(amount.start, amount.end)}
    english = [amount for amount in english_amounts(text) if amount.start not in taken]
    return tuple(sorted((*chinese, *english), key=lambda amount: amount.start))


def _chosen(found: Sequence[Amount]) -> Amount | None:
    """The first amount of goods; of shares alone the last: "from 20% to 10%"."""
    goods = [amount for amount in found if not amount.is_share]
    return goods[0] if goods else found[-1] if found else None
