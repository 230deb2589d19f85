"""Who a subject in Chinese is: the characters before a verb of saying -> a Voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from truce_tracker.articles.proposing.proposer import Known, KnownSpeaker
from truce_tracker.articles.proposing.utterance import (
    AUTHOR,
    PERSONS,
    Memory,
    Voice,
    is_institution,
    known_voice,
    new_voice,
    unclear,
)
from truce_tracker.articles.proposing.words import chinese as lists

_ROLES = "|".join(sorted(lists.ROLES, key=len, reverse=True))
# Chinese names have no capitals: who is not in the ledger is only sure after a role, which stands before the name
_NAMED = re.compile(rf"(?P<role>{_ROLES})(?P<name>[㐀-鿿]{{2,4}}(?:·[㐀-鿿]{{1,6}})*)\Z")
_RETOLD = re.compile(r"(?:援引|引述)(?P<who>[^，。]{2,16}?)(?:的话|的消息)?\Z")
_BOTH = ("双方", "两国", "双边", "两国政府", "中美双方", "中美", "各方")
# "Trump wrote to Khamenei and proposed": who is written to proposes nothing
_TO_WHOM = re.compile(r"(?:致信|致函|致电|会见|通知|告知)(?=.)")
_OWN = ("大陆", "我国")  # before the name of a Chinese institution
_LONGEST_NAME = 16  # characters of an open voice
_LONGEST = 40  # characters of a subject
_LOOKED_AT = 120  # characters
# what stands around a subject and is no part of it: days, adverbs, "在例行记者会上" (at the regular press conference)
_TIMES = (
    "(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]", "[0-9]{1,2}月", "[昨今本]?（[0-9月]+）日",
    "(?:本|这)?(?:周|星期|礼拜)[一二三四五六日天]", "本周", "上周",
    "日前", "近日", "当天", "当日", "今天", "昨天", "今日", "昨日", "上午",
    "下午", "晚间", "此前", "随后", "随即", "之后", "同时", "同日", "最近", "稍早", "稍后", "早些时候",
)  # fmt: skip
_ADVERBS = (
    "再次", "再度", "多次", "一再", "反复", "明确", "公开", "进一步", "也", "还", "则", "又", "再", "均", "都", "曾",
    "曾经", "并", "但", "而", "不过", "然而", "另据", "另外", "此外", "对此", "就此", "已", "已经", "则是", "仍",
    "继续", "首次", "正式", "共同", "联合", "专门", "特别", "只", "仅", "便", "即", "当即", "立即", "对外",
)  # fmt: skip
_PLACES = (
    "(?:在)?受访时?", "《[^》]{0,40}》",
    "(?:发布|发表|公布|出具)(?:的)?(?:新闻稿|消息|声明|公告|文章|数据|通报|事实清单|报告)?",
    "回应.{1,12}", r"向.{1,8}(?=\Z)", r"在(?![^，]{0,3}\Z).{1,18}?(?:时|上|中|会|后|内|里|期间|答记者问)",
    r"在[^，]{1,6}(?=\Z)", "通过.{1,10}", "接受.{1,12}?(?:采访|专访)时?", "对.{0,8}?(?:记者|媒体表|媒体)", "就.{1,16}",
    "回答.{0,12}?(?:提问|问题)时?", "（[^）]{0,20}）", "【[^】]{0,20}】", r"\([^)]{0,20}\)", "本报.{1,12}电",
)  # fmt: skip
_ASIDE = "|".join((*_TIMES, *_ADVERBS, *_PLACES))
_HEAD = re.compile(rf"\A(?:{_ASIDE}|[\s　，、“”])")
_TAIL = re.compile(rf"(?:{_ASIDE}|[\s　，、“”])\Z")


class ChineseSpeakers:
    """The names of a ledger in Chinese, and the voices of an article so far."""

    def __init__(self, known: Known, memory: Memory) -> None:
        self.memory = memory
        self._speakers: dict[str, KnownSpeaker] = {}
        self._parties: dict[str, str] = {}
        self._new: dict[str, Voice] = {}
        self._add(known)

    def _add(self, known: Known) -> None:
        """The Chinese names that the ledger has, and those under which truce knows its English ones."""
        speakers = {
            name.casefold().translate(lists.SIMPLE): item
            for item in known.speakers
            for name in _names(item.name, item.aliases)
        }
        parties = {
            name.casefold().translate(lists.SIMPLE): item.id
            for item in known.parties
            for name in _names(item.name, item.aliases)
        }
        for name, item in speakers.items():
            if not name.isascii():
                # a foreign surname stands last: 斯科特·贝森特
                self._speakers |= {name: item, name.split("·")[-1]: item}
        self._parties |= {name: party for name, party in parties.items() if not name.isascii()}
        for chinese, names in lists.KNOWN_AS.items():
            for name in map(str.casefold, names):
                if name in speakers:
                    self._speakers.setdefault(chinese, speakers[name])
                elif name in parties:
                    self._parties.setdefault(chinese, parties[name])

    def parties_in(self, text: str) -> list[str]:
        """The parties named in a text, in order, each once."""
        found = sorted((place, party) for name, party in self._parties.items() if (place := text.find(name)) >= 0)
        return list(dict.fromkeys(party for _, party in found))

    def named_in(self, text: str) -> set[str]:
        """The speakers of the ledger whom a text names."""
        return {item.id for name, item in self._speakers.items() if name in text}

    def named(self, who: str) -> Voice | None:
        """The speaker of the ledger whom words name, and nothing besides."""
        return self._speaker(_stripped(who))

    def spokesperson_in(self, text: str) -> Voice | None:
        """The spokesperson of the ledger whom a text names first: whose answers a transcript has."""
        found = [
            (place, item)
            for name, item in self._speakers.items()
            if (place := text.find(name)) >= 0 and not is_institution(item)
            if "发言人" in text[max(place - 12, 0) : place] or "spokes" in (item.role or "").lower()
        ]
        first = min(found, key=lambda hit: hit[0], default=None)
        return known_voice(first[1], first[1].id) if first else None

    def anyone_in(self, clause: str) -> Voice | None:
        """Who is named last in a clause with a verb of saying that is not read: a person, an institution of the ledger.

        Where nobody is, the voice is open: the next clause is somebody's word, and none of the party that it names.
        """
        named = [(clause.rfind(name), len(name), item) for name, item in self._speakers.items() if name in clause]
        persons = [hit for hit in named if not is_institution(hit[2])] or named
        if persons:
            item = max(persons, key=lambda hit: hit[:2])[2]
            return known_voice(item, item.id)
        bare = _stripped(clause)
        return unclear(bare[-_LONGEST_NAME:]) if bare else None

    def voice_of(self, subject: str) -> Voice | None:
        """Who a subject names; None where it names nobody who can speak."""
        bare = _stripped(_TO_WHOM.split(subject)[0])
        if not bare or len(bare) > _LONGEST:
            return None
        if retold := _RETOLD.search(bare):
            teller = bare[: retold.start()]
            return self._anonymous(retold["who"]) or self._institution(retold["who"]) or self._institution(teller)
        if bare in lists.PRONOUNS:
            return self._pronoun(bare)
        together = ("与" in bare or "和" in bare) and len(self.parties_in(bare)) > 1
        if bare in _BOTH or together:
            return AUTHOR
        return self._speaker(bare) or self._named(bare) or self._nameless(bare)

    def _speaker(self, bare: str) -> Voice | None:
        """A speaker of the ledger: a person at the end of the words, else an institution there."""
        found = [
            (not is_institution(item), bare.rfind(name) + len(name), name, item)
            for name, item in self._speakers.items()
            if name in bare
        ]
        for is_person, end, name, item in sorted(found, key=lambda hit: (hit[0], hit[1], len(hit[2])), reverse=True):
            # a person's name ends the subject (商务部新闻发言人何亚东); an institution may have its document behind it
            rest, before = bare[end:], bare[: end - len(name)]
            if is_person and not rest:
                return known_voice(item, item.id)
            speaks = not rest or rest in (*lists.DOCUMENTS, "新闻发言人", "发言人")
            if not is_person and speaks and self._is_own(before, item) and self._fits(bare, item):
                return known_voice(item, item.id)
        return None

    def _is_own(self, before: str, item: KnownSpeaker) -> bool:
        """Whether the name is no part of another's: the foreign ministry of Qatar is not China's."""
        named = [party for name, party in self._parties.items() if before.endswith(name)]
        return not before or before.endswith(_OWN) or item.party in named

    def _fits(self, bare: str, item: KnownSpeaker) -> bool:
        """Whether no other party is named beside it."""
        return not item.party or all(party == item.party for party in self.parties_in(bare))

    def _named(self, bare: str) -> Voice | None:
        """A person whom the ledger does not know, named after a role; or named so before."""
        match = _NAMED.search(bare)
        if match and match["name"] not in lists.ANONYMOUS and not match["name"].endswith(lists.DOCUMENTS):
            role = bare[: match.start("name")]
            analyst = any(word in role for word in lists.ANALYSTS)
            party = None if analyst else self._party_of(role)
            voice = new_voice(match["name"], party, "analyst" if analyst else "person", role)
            self._new[match["name"]] = voice
            return voice
        return next((voice for name, voice in self._new.items() if bare == name or name.endswith(f"·{bare}")), None)

    def _nameless(self, bare: str) -> Voice | None:
        for name, party in self._parties.items():
            if bare in (name, f"{name}政府", f"{name}方面", f"{name}官方"):
                return Voice(party=party, on_record=True, name=bare, kind="party")
        return self._anonymous(bare) or self._institution(bare) or self._office(bare)

    def _office(self, bare: str) -> Voice | None:
        """Whoever holds an office of a party: 伊朗外长."""
        party = self._party_of(bare) if bare.endswith(lists.ROLES) else None
        return new_voice(bare, party, "role", bare) if party else None

    def _anonymous(self, bare: str) -> Voice | None:
        if not bare.endswith(lists.ANONYMOUS):
            return None
        analyst = bare.endswith(lists.ANALYSTS)
        party = None if analyst else self._party_of(bare)
        return new_voice(bare, party, "analyst" if analyst else "anonymous", on_record=False)

    def _institution(self, bare: str) -> Voice | None:
        """An institution, also by its data, its notice or its survey of some month."""
        for word in lists.DOCUMENTS:
            bare = bare.removesuffix(word)
        bare = _stripped(re.sub(r"(?:[0-9]{1,2}月)?的\Z|最新\Z", "", bare))
        if bare and (known := self._speaker(bare)):
            return known
        if len(bare) < 2 or not bare.endswith(lists.INSTITUTIONS):
            return None
        return new_voice(bare, self._party_of(bare), "institution")

    def _party_of(self, words: str) -> str | None:
        """The one party that the words name, or that of an institution which they name."""
        found = set(self.parties_in(words))
        for name, item in self._speakers.items():
            place = words.find(name)
            if place >= 0 and item.party and self._is_own(words[:place], item):
                found.add(item.party)
        return found.pop() if len(found) == 1 else None

    def _pronoun(self, word: str) -> Voice:
        kinds: Sequence[str] = ("institution", "person") if word.endswith("发言人") else PERSONS
        kinds = ("institution",) if word in ("该部门", "该部") else kinds
        last = self.memory.last(kinds) if self.memory.paragraphs_since <= 1 else None
        return last or unclear(word)


def _stripped(subject: str) -> str:
    """A subject without dates, adverbs and the like at its ends."""
    text = subject[-_LOOKED_AT:]
    while True:  # each end can have several: 11月20日下午再次
        shorter = _TAIL.sub("", _HEAD.sub("", text, count=1), count=1)
        if shorter == text or not shorter:
            return shorter
        text = shorter


def _names(name: str | None, aliases: tuple[str, ...]) -> list[str]:
    return [text for text in (name, *aliases) if text]
