"""A ledger of any size, made up but shaped like a real one, and the same for the same size every time.

    python bench/generate.py 100000 ledger.yaml

Two years of claims in the order they were said: a few commitments that much is said of and many that little is said
of, two parties that say most, every stance, sources that carry several claims, deadlines that repeat, move and
expire. The text looks as if it were typed by hand: block style, dates without quotes, keys left to their defaults.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

import vocabulary as words

FIRST_DAY = date(2023, 11, 1)
DAYS = 730

Choice = TypeVar("Choice")


@dataclass(slots=True)
class _Commitment:
    id: str
    topic: str
    obligors: list[str]
    beneficiaries: list[str]
    summary: str
    named: list[str] = field(default_factory=list)  # deadlines that a claim can name
    reported: list[str] = field(default_factory=list)  # milestones that a report can mean


class _Maker:
    """Makes the lists one after another; what a later list refers to is kept from the earlier ones."""

    def __init__(self, claims: int) -> None:
        self.random = Random(f"truce {claims}")
        self.claims = claims
        self.topics = [f"topic-{number:02}" for number in range(1, _between(4, claims // 500, 40) + 1)]
        self.speakers: dict[str, list[str]] = {party: [] for party in (*words.PARTIES, "")}
        self.sources = [f"source-{number:06}" for number in range(max(12, claims // 4))]
        self.commitments: list[_Commitment] = []

    def lines(self) -> Iterator[str]:
        yield "# Made by bench/generate.py: nobody said any of this.\nformat: truce/2\n"
        for name in ("parties", "speakers", "topics", "sources", "commitments", "deadlines", "claims", "checks"):
            yield f"\n{name}:\n"
            yield from getattr(self, f"_{name}")()

    # -- who, what about, where ------------------------------------------------------------------------------------

    def _parties(self) -> Iterator[str]:
        for identity, name in words.PARTIES.items():
            yield _record(id=identity, name=name, aliases=f"[{name.split()[-1]}, Capital of {name}]")

    def _speakers(self) -> Iterator[str]:
        for number in range(_between(8, self.claims // 400, 250)):
            place = number % 6 if number < 6 else self.random.choices(range(6), words.SHARES)[0]
            party = (*words.PARTIES, "")[place]
            identity = f"speaker-{number:03}"
            self.speakers[party].append(identity)
            yield _record(
                id=identity,
                name=f"Speaker {number}",
                party=party,
                role="Spokesperson" if party else "Analyst",
                on_record="false" if number % 11 == 10 else "",
            )

    def _topics(self) -> Iterator[str]:
        for number, identity in enumerate(self.topics):
            yield _record(id=identity, name=f"{words.GOODS[number % len(words.GOODS)].capitalize()}")

    def _sources(self) -> Iterator[str]:
        for number, identity in enumerate(self.sources):
            published = self._source_day(number)
            outlet = words.OUTLETS[self.random.randrange(len(words.OUTLETS))]
            yield _record(
                id=identity,
                outlet=outlet,
                title=f"What the {number % 90 + 10} points of the truce say about {self._any(words.GOODS)}",
                authors="[A. Writer, B. Writer]" if number % 3 == 0 else "",
                published=published,
                retrieved=published + timedelta(1) if number % 2 else "",
                url=f"https://example.org/{published:%Y/%m}/{identity}",
                language="zh" if outlet in ("Xinhua", "MOFCOM", "Caixin") else "en",
                kind="article",
                based_on=self.sources[number - 1] if number % 17 == 16 else "",
            )

    def _source_day(self, number: int) -> date:
        return FIRST_DAY + timedelta(number * DAYS // len(self.sources))

    # -- commitments and their days --------------------------------------------------------------------------------

    def _commitments(self) -> Iterator[str]:
        for number in range(max(12, self.claims // 20)):
            owed_by, owed_to = ("US", "CN") if number % 2 else ("CN", "US")
            if number % 10 == 9:
                owed_to = self._any(("EU", "JP", "KR"))
            both = number % 12 == 11
            goods = self._any(words.GOODS)
            made = _Commitment(
                id=f"{owed_by.lower()}-{goods.split()[0]}-{number:05}",
                topic=self._any(self.topics),
                obligors=[owed_by, owed_to] if both else [owed_by],
                beneficiaries=[] if both else [owed_to],
                summary=self._any(words.ACTS).format(goods),
            )
            given = self.commitments[-1].id if self.commitments and number % 4 == 1 else ""
            self.commitments.append(made)
            yield _record(
                id=made.id,
                summary=made.summary,
                topic=made.topic,
                obligors=_listed(made.obligors),
                beneficiaries=_listed(made.beneficiaries) if made.beneficiaries else "",
                in_exchange_for=_listed([given]) if given else "",
            )

    def _deadlines(self) -> Iterator[str]:
        for number in range(max(10, self.claims // 50)):
            made = self.commitments[number * 2 % len(self.commitments)]
            stated = FIRST_DAY + timedelta(self.random.randrange(DAYS))
            identity = f"{made.id}-by-{number}"
            if number % 10 == 3:
                yield self._repeating(made, identity, stated)
            elif number % 10 == 5:
                yield from self._moved(made, identity, stated)
            elif number % 5 == 4:
                made.named.append(identity)
                yield _deadline(made, identity, stated, 365, "until {:%d %B %Y}", kind="expires")
            else:
                made.named.append(identity)
                made.reported.append(identity)
                yield _deadline(made, identity, stated, self._any((30, 60, 90, 180)), "within {days} days")

    def _repeating(self, made: _Commitment, identity: str, stated: date) -> str:
        due = date(stated.year, 12, 31)
        made.named.append(identity)
        made.reported += [f"{identity}@{due.replace(year=due.year + place)}" for place in range(3)]
        repeats = "FREQ=YEARLY;COUNT=3"
        return _record(id=identity, commitment=made.id, stated=stated, due=due, repeats=repeats)

    def _moved(self, made: _Commitment, identity: str, stated: date) -> Iterator[str]:
        later = f"{identity}-moved"
        made.named += [identity, later]
        made.reported.append(later)
        yield _deadline(made, identity, stated, 30, "by {:%d %B %Y}")
        yield _deadline(made, later, stated + timedelta(25), 90, "by {:%d %B %Y}", replaces=identity)

    # -- what is said, and who looked ------------------------------------------------------------------------------

    def _claims(self) -> Iterator[str]:
        stances = self.random.choices(list(words.STANCES), list(words.STANCES.values()), k=self.claims)
        for number, stance in enumerate(stances):
            source = number * len(self.sources) // self.claims
            yield self._claim(number, stance, source)

    def _claim(self, number: int, stance: str, source: int) -> str:
        chance = self.random.random
        about = self.commitments[int(len(self.commitments) * chance() ** 2)]
        party = self._speaking(about)
        speaker = "" if party and chance() < 0.1 else self._any(self.speakers[party])
        reports = stance.startswith("reports-")
        alone = not reports and chance() < 0.05
        said = self._source_day(source) - timedelta(int(chance() * 3)) if chance() < 0.4 else ""
        return _record(
            id=f"{(party or 'third').lower()}-{number:06}",
            party=party if not speaker else "",
            speaker=speaker,
            said=f"{said:%Y-%m}" if said and chance() < 0.02 else said,
            source=self.sources[source],
            commitment="" if alone else about.id,
            topic=about.topic if alone else "",
            stance=stance,
            text=f"{party or 'An analyst'} {self._any(words.WORDS)}, point {int(chance() * 99)} on page {number % 99}",
            quote=self._any(words.QUOTES) if chance() < 0.5 else "",
            locator=f"para {number % 30 + 1}" if chance() < 0.3 else "",
            modality=self._any(words.MODALITIES) if chance() < 0.4 and not reports else "",
            instrument=self._any(words.INSTRUMENTS) if chance() < 0.6 else "",
            quantity=self._any(words.QUANTITIES) if stance == "reports-progress" or chance() < 0.1 else "",
            deadline="" if alone else self._deadline_of(about, reports),
            on_record="false" if chance() < 0.03 else "",
            note='"heard twice: see the other source"' if chance() < 0.02 else "",
        )

    def _speaking(self, about: _Commitment) -> str:
        if self.random.random() < 0.8:
            return self._any(about.obligors + about.beneficiaries)
        return self.random.choices((*words.PARTIES, ""), words.SHARES)[0]

    def _deadline_of(self, about: _Commitment, reports: bool) -> str:
        if reports:
            return self._any(about.reported) if len(about.reported) > 1 else ""
        return self._any(about.named) if about.named and self.random.random() < 0.3 else ""

    def _checks(self) -> Iterator[str]:
        for number in range(max(4, self.claims // 100)):
            start = FIRST_DAY + timedelta(self.random.randrange(DAYS - 30))
            yield _record(
                id=f"check-{number:05}",
                party=self._any(("US", "CN")),
                what="Ministry briefings and the press releases",
                **{"from": start},
                to=start + timedelta(14),
                checked=start + timedelta(15),
                by=self._any(("kr", "ml", "jo")),
                topics=_listed(sorted({self._any(self.topics), self._any(self.topics)})) if number % 3 else "",
            )

    def _any(self, choices: Sequence[Choice]) -> Choice:
        return choices[int(len(choices) * self.random.random())]


def _deadline(
    about: _Commitment, identity: str, stated: date, days: int, phrase: str, kind: str = "", replaces: str = ""
) -> str:
    due = stated + timedelta(days)
    return _record(
        id=identity,
        commitment=about.id,
        kind=kind,
        phrase=phrase.format(due, days=days),
        stated=stated,
        due=due,
        replaces=replaces,
    )


def _record(**values: object) -> str:
    """A record in block style; a key without a value is left out."""
    given = [f"{key}: {value}" for key, value in values.items() if value != ""]
    return "  - " + "\n    ".join(given) + "\n"


def _listed(ids: Iterable[str]) -> str:
    return f"[{', '.join(ids)}]"


def _between(least: int, number: int, most: int) -> int:
    return max(least, min(number, most))


def write_ledger(claims: int, path: str) -> None:
    """Write a ledger of so many claims to a file."""
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(_Maker(claims).lines())


if __name__ == "__main__":
    write_ledger(int(sys.argv[1]), sys.argv[2])
