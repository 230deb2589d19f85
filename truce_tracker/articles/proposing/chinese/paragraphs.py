"""Chinese paragraphs -> what is said in them and by whom, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from truce_tracker.articles.proposing.chinese.clauses import chinese_day_said
from truce_tracker.articles.proposing.chinese.voices import ChineseSpeakers
from truce_tracker.articles.proposing.proposer import Known
from truce_tracker.articles.proposing.sentences import Sentence, Token
from truce_tracker.articles.proposing.utterance import AUTHOR, LONGEST, Memory, Said, Voice, unclear
from truce_tracker.articles.proposing.words import chinese as lists
from truce_tracker.dates import EdtfDate

_CLAUSE = re.compile(r"[^，；：。！？]*[，；：。！？]?")
_VERB = re.compile("|".join(sorted((*lists.SAY, *lists.ACT), key=len, reverse=True)))
_ACCORDING = re.compile(
    r"\s*(?:另?据|根据|援引)(?P<who>[^，。]{1,30}?)"
    r"(?P<verb>透露|介绍|通报|报道|称|说|披露|统计|消息|数据|的说法)?[，：]?"
)
_GOES_ON = re.compile(r"(?:\s|并|还|也|又|随后|同时|但|并且|而|再|则|说|他?们?)*")  # the voice before speaks on
_QUOTED = re.compile(r"“[^”]*”?|「[^」]*」?")
_HIDDEN = "□"  # for each character of a quotation, whose verbs say nothing
_STOPS = "。，：；！？ "
_SIGNS = f"{_STOPS}“{_HIDDEN}"
# nobody is named: it is the article's own word
_HEARSAY = re.compile(r"\s*(?:另?据(?:悉|了解|传|称|报道|(?:媒体|外媒|当地媒体)报道)|有消息称)[，：]?")
_QUESTION = re.compile(r"\s*(?:问|记者(?:提?问)?|提问)[：:]")
_OFFICE = re.compile(r"([㐀-鿿]{2,12}?)(?:新闻)?发言人")
_ITEM = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、)）]")
_BEHIND = re.compile(r"“(?P<quoted>[^”]*)”(?P<who>[^。“”，]{2,30}?)(?:表示|写道|指出|强调|称|说)(?=。|，|$)")
_ANSWER = re.compile(r"\s*(?P<who>答|[^，。：:“]{2,16})[：:]")
_HALF = str.maketrans(",;:!?", "，；：！？")
_HALF_SIGN = re.compile(r"(?<=[㐀-鿿”」）])[,;:!?](?=[㐀-鿿“「（]|\s|$)")
_MODIFIES = ("公布", "宣布", "通报", "显示", "相信", "担心", "介绍", "报道", "回应", "回答", "表明", "提到", "提及")
_REFUSALS = ("置评", "评论", "证实", "回应", "置可否", "不谈")


@dataclass(slots=True)
class _Open:
    """A voice that is speaking: what it says stands at start..end; without an end it goes on until the next voice."""

    voice: Voice
    verb: str
    kind: str
    clause: int  # where the clause begins that opens it
    start: int
    end: int | None
    reporting: str


class Chinese:
    """Reads the Chinese paragraphs of one article in order."""

    def __init__(self, known: Known, text: str, published: EdtfDate | None, memory: Memory, is_document: bool) -> None:
        self._original = text
        self._text = _HALF_SIGN.sub(lambda sign: sign[0].translate(_HALF), text.translate(lists.SIMPLE))
        self._published = published
        self._memory = memory
        self._is_document = is_document
        self._said: str | None = None
        self._answering: _Open | None = None
        self._quoting: Said | None = None
        self.speakers = ChineseSpeakers(known, memory)

    def read(self, sentences: Sequence[Sentence], is_item: bool = False) -> list[Said]:
        """What is said in one paragraph; an item of a list is said by whoever spoke before it."""
        self._memory.begins_paragraph()
        earlier = self._answering if self._answering and self._answering.kind == "say" else None
        self._answering = self._answers(sentences[0]) or earlier or self._goes_on(sentences[0], is_item)
        if _QUESTION.match(self._text, sentences[0].start):
            self._answering = None
            return []  # a question claims nothing
        self._quoting = None
        found: list[Said] = []
        for sentence in sentences:
            if len(sentence.text) <= LONGEST:
                found += self._sentence(sentence)
                self._quoting = self._unclosed(sentences[0].start, sentence.end, found)
        return self._named_behind(sentences, found)

    def _unclosed(self, start: int, end: int, found: list[Said]) -> Said | None:
        """Whoever is quoted at the end of a sentence, where the quotation goes on in the next."""
        text = self._text[start:end]
        is_open = text.count("“") + text.count("「") > text.count("”") + text.count("」")
        last = found[-1] if found else None
        return last if is_open and last and last.voice.kind not in ("author", "unsafe") else None

    def _named_behind(self, sentences: Sequence[Sentence], found: list[Said]) -> list[Said]:
        """ "“...。...。”佩斯科夫称。": the sentences of a quotation are of the voice that is named behind it."""
        match = _BEHIND.match(self._text, sentences[0].start, sentences[-1].end)
        voice = self.speakers.voice_of(match["who"]) if match else None
        if not match or voice is None or self._is_document:
            return found
        end = match.end("quoted")
        kept = [said for said in found if said.tokens and said.tokens[0].start < end]
        inside = [replace(said, voice=voice, kind="quote") for said in kept if said.tokens[-1].end <= end + 1]
        self._memory.speaks(voice)
        return [*inside, *(said for said in found if not said.tokens or said.tokens[0].start >= end)]

    def _answers(self, sentence: Sentence) -> _Open | None:
        """Whoever a paragraph of an interview or a transcript is of: "答：", "何亚东："."""
        match = _ANSWER.match(self._text, sentence.start, sentence.end)
        if not match:
            return None
        voice = self.speakers.named(match["who"])
        if match["who"] == "答":
            voice = self.speakers.spokesperson_in(self._text) or self._of_office() or unclear("答")
        return _Open(voice, "", "say", match.start(), match.end(), None, "") if voice else None

    def _of_office(self) -> Voice | None:
        """The institution whose spokesperson answers, where no name is given."""
        office = _OFFICE.search(self._text)
        return self.speakers.voice_of(office[1]) if office else None

    def _goes_on(self, sentence: Sentence, is_item: bool) -> _Open | None:
        """Whoever spoke before an item of a list."""
        mark = _ITEM.match(self._text, sentence.start, sentence.end)
        voice = self._memory.last(("institution", "person", "role", "party")) if is_item or mark else None
        start = mark.end() if mark else sentence.start
        return _Open(voice, "", "item", sentence.start, start, None, "") if voice else None

    def _sentence(self, sentence: Sentence) -> Iterator[Said]:
        whole = _Open(AUTHOR, "", "author", sentence.start, sentence.start, sentence.end, "")
        if self._is_document:
            yield self._item(sentence, replace(whole, kind="document"), sentence.end)
            return
        if self._quoting:
            said, close = self._quoting, re.search("[”」]", sentence.text)
            end = sentence.start + close.start() if close else sentence.end
            run = Token(self._text[sentence.start : end], sentence.start, end, True)
            yield replace(said, kind="quote", verb="", sentence=sentence, tokens=(run,))
            return
        if sentence.text.endswith(("？", "?")):
            return  # a question claims nothing
        answering = self._answering
        if answering:
            start = max(answering.start, sentence.start)
            whole = replace(answering, clause=sentence.start, start=start, end=sentence.end)
        opened = [whole] if answering else self._voices(sentence) or [whole]
        for item, following in zip_longest(opened, opened[1:]):
            end = min(item.end or sentence.end, following.clause if following else sentence.end)
            if end > item.start:
                yield self._item(sentence, item, end)

    def _item(self, sentence: Sentence, item: _Open, end: int) -> Said:
        said = chinese_day_said(item.reporting, self._published)
        # "that day": the one that was named last
        if said is None and ("当天" in item.reporting or "当日" in item.reporting):
            said = self._said
        self._said = said or self._said
        voice = self._as_written(item.voice, sentence)
        self._memory.speaks(voice)
        run = Token(self._text[item.start : end], item.start, end, False)
        return Said(voice, item.verb, item.kind, sentence, (run,), said)

    def _as_written(self, voice: Voice, sentence: Sentence) -> Voice:
        """A new voice under the characters of the text: traditional ones stay so."""
        place = self._text.find(voice.name, sentence.start) if voice.new else -1
        if not voice.new or place < 0 or place >= sentence.end:
            return voice
        name = self._original[place : place + len(voice.name)]
        return replace(voice, name=name, new=replace(voice.new, name=name))

    def _voices(self, sentence: Sentence) -> list[_Open]:
        """Who speaks in a sentence, in order."""
        found: list[_Open] = []
        bare = _QUOTED.sub(lambda quoted: _HIDDEN * len(quoted[0]), self._text[sentence.start : sentence.end])
        for clause in _CLAUSE.finditer(bare):
            opened = self._clause(clause, sentence.start, found) if clause[0] else None
            if opened:
                found.append(opened)
        return found

    def _clause(self, clause: re.Match[str], offset: int, found: list[_Open]) -> _Open | None:
        """The voice that a clause opens; of its verbs one at its end first: "回应...时表示，"."""
        if _HEARSAY.fullmatch(clause[0]):
            begin = offset + clause.end()
            return _Open(AUTHOR, clause[0].strip(_SIGNS), "author", begin, begin, None, clause[0])
        if according := _ACCORDING.fullmatch(clause[0]):
            voice = self.speakers.voice_of(according["who"])
            verb = f"据{according['verb'] or ''}"
            begin = offset + clause.end()
            return _Open(voice, verb, "say", begin, begin, None, clause[0]) if voice else None
        verbs = [verb for verb in _VERB.finditer(clause[0]) if _is_verb(clause[0], verb)]
        verbs.sort(key=lambda verb: bool(clause[0][verb.end() :].strip(_SIGNS)))
        opened = (self._opened(clause, verb, offset, found) for verb in verbs)
        return next((item for item in opened if item), None)

    def _opened(self, clause: re.Match[str], verb: re.Match[str], offset: int, found: list[_Open]) -> _Open | None:
        subject = clause[0][: verb.start()]
        is_say = verb[0] in lists.SAY
        # "on the controls", "asked about them": nothing is said yet; 就此 ("on this") is no such clause
        if subject.lstrip("　 ").startswith(lists.ASIDES) and not subject.startswith("就此"):
            return None
        apart = clause.string[clause.start() - 1 : clause.start()] == "；"
        inside = bool(found) and found[-1].kind in ("say", "author") and not apart
        if inside and not is_say and not any(word in verb[0] for word in _REFUSALS):
            return None  # a promise that somebody tells of
        voice = self._voice(subject, found, is_say)
        if voice is None and is_say and not inside and subject.strip(_SIGNS) and _tells(clause[0], verb):
            voice = self.speakers.anyone_in(subject.replace(_HIDDEN, ""))
        if voice is None:
            return None
        begin, place = offset + clause.start(), offset + clause.start() + verb.start()
        reporting = clause[0][: verb.end()]
        if not is_say:
            return _Open(voice, verb[0], "act", begin, place, None, reporting)
        before = self._told_before(clause, verb, subject, bool(found))
        if before:
            start = begin if _HIDDEN in subject else offset
            return _Open(voice, verb[0], "say", begin, start, offset + before, reporting)
        return _Open(voice, verb[0], "say", begin, place + len(verb[0]), None, reporting)

    def _told_before(self, clause: re.Match[str], verb: re.Match[str], subject: str, is_later: bool) -> int:
        """The end of what was told before the verb ("...。”布兰特说。"), in the sentence; 0 where it follows."""
        if clause[0][verb.end() :].strip(_STOPS) or is_later:
            return 0
        if clause[0].startswith(_HIDDEN):
            return clause.start() + subject.rfind(_HIDDEN) + 1
        return clause.start() if clause.end() == len(clause.string) else 0

    def _voice(self, subject: str, found: list[_Open], is_say: bool) -> Voice | None:
        if found and _GOES_ON.fullmatch(subject):
            return found[-1].voice if subject.strip() or is_say else None
        return self.speakers.voice_of(subject.replace(_HIDDEN, ""))


def _is_verb(text: str, verb: re.Match[str]) -> bool:
    around = text[max(verb.start() - 2, 0) : verb.end() + 2]
    return not any(word in around for word in lists.NOT_VERBS)


def _tells(clause: str, verb: re.Match[str]) -> bool:
    """Whether a verb surely tells: "his measures announced on 9 October" has one that does not."""
    return verb[0] not in _MODIFIES and not clause[verb.end() :].startswith("的")
