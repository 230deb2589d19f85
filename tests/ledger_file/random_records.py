"""Random ledgers in which every text is as nasty as a text may be; what must agree agrees."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

Records = dict[str, Any]

NASTY = [
    "null", "NO", "yes", "~", "12:30", "0x1F", "1e3", "2025-11", "2025-11-27", "2025-11-27T08:00:00Z", "- a", "? b",
    "a: b", "a #b", "#b", "'", '"', "''", '"quoted" and more', "it's", "[a]", "{a: b}", "&a", "*a", "!a", "!!str a",
    "|", ">", "%a", "@a", "`a`", "<<", "=", "---", "...", "--- a", "a\n", "\na", "a\n\n\nb", " a", "a ", "  a\n b",
    "a\n  b\n", "\ta", "a\tb", "a \n b ", "\ufeffa", "a\ufeff", "\u202eright to left", "\u2066x\u2069", "a\u2028b",
    "a\u2029b\nc", "\u00a0a\u00a0", "e\u0301", "é", "稀土", "😀", "👩‍🔬", "\U0010fffd", "\ue000", "long " * 200,
    "x" * 3000, "a\n---\nb", "# a\n# b", "\\", "\\n", "a\\\nb", ":", "-", "?", ",", "a,", "]", "}", "a:", ":a",
    "k: |\n  x", "=SUM(A1)", "</script>", "[31m", "a\n ", "\n\na\n\n",
]  # fmt: skip
_ALLOWED = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t\n")
texts = st.sampled_from(NASTY) | st.text(_ALLOWED, min_size=1, max_size=30).filter(str.strip)
few = st.sampled_from
DAYS = ["2025-11-01", "2025-11-16", "2025-11", "2025", "2025-11-10~", "2025-11-01/2025-11-20", "2025-10~/2025-12"]
PLAIN_DAYS = ["2025-12-01", "2025-12", "2026", "2025-12-31"]
QUANTITIES = [
    "12 million t",
    "at least 25 million t per year",
    "up to  100%",
    "$200 billion",
    "about 1,000 ships",
    "3 SHIPS",
]
REPORTS = ["reports-met", "reports-unmet", "reports-progress", "reports-breach", "reports-ended"]
QUOTED = ".\n\nThe truce holds."  # what claims quote from a stored text
URLS = ["https://example.org/a?b=c&d=[e]#f", "http://example.org/%20:'\"", "https://例え.jp/稀土"]


def as_yaml(records: Records) -> str:
    """The ledger as a file: everything in double quotes, so that no text depends on how YAML reads it."""
    return str(yaml.dump(records, Dumper=_Plain, sort_keys=False, default_style='"', allow_unicode=False))


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: object) -> bool:
        return True


@st.composite
def ledgers(draw: DrawFn) -> Records:
    """A ledger as YAML has it, lists in the order of the format, only keys that are given."""
    parties = [{"id": party} | draw(some(name=texts, aliases=lists(texts))) for party in ("US", "CN", "E.U-1")]
    speakers = [
        {"id": f"speaker{number}"} | draw(some(name=texts, party=few(["US", "CN"]), role=texts, aliases=lists(texts)))
        | draw(few([{}, {"on_record": "false"}]))
        for number in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    topics = [{"id": topic} | draw(some(name=texts)) for topic in ("null", "NO")]
    sources = [draw(_sources(number)) for number in range(draw(st.integers(1, 3)))]
    commitments = [draw(_commitments(number)) for number in range(draw(st.integers(1, 3)))]
    deadlines = [draw(_deadlines(number, commitments)) for number in range(draw(st.integers(0, 3)))]
    claims: list[Records] = []
    for number in range(draw(st.integers(0, 6))):
        claims.append(draw(_claims(number, speakers, sources, commitments, deadlines, claims)))
    checks = [draw(_checks(number)) for number in range(draw(st.integers(0, 2)))]
    return {
        "format": "truce/2", "parties": parties, "speakers": speakers, "topics": topics, "sources": sources,
        "commitments": commitments, "deadlines": deadlines, "claims": claims, "checks": checks,
    }  # fmt: skip


def lists(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(values, min_size=1, max_size=3, unique=True)


def some(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[Records]:
    """Some of these keys, each with a value."""
    return st.fixed_dictionaries({}, optional=values)


@st.composite
def _sources(draw: DrawFn, number: int) -> Records:
    source = {"id": f"s{number}"} | draw(
        some(outlet=texts, title=texts, authors=lists(texts), retrieved=few(DAYS), url=few(URLS), language=texts)
    )
    source |= draw(
        some(
            published=few(DAYS),
            kind=texts | few(["notice", "order"]),
            archived=texts,
            note=texts,
            text=texts.map(lambda text: text + QUOTED),
        )
    )
    return source | ({"based_on": f"s{number - 1}"} if number and draw(st.booleans()) else {})


@st.composite
def _commitments(draw: DrawFn, number: int) -> Records:
    commitment = {"id": f"c{number}", "topic": draw(few(["null", "NO"])), "obligors": draw(lists(few(["US", "CN"])))}
    commitment |= draw(some(summary=texts, beneficiaries=lists(few(["US", "CN", "E.U-1"]))))
    return commitment | ({"in_exchange_for": ["c0"]} if number and draw(st.booleans()) else {})


@st.composite
def _deadlines(draw: DrawFn, number: int, commitments: list[Records]) -> Records:
    deadline: Records = {"id": f"d{number}", "commitment": draw(few(commitments))["id"]}
    deadline |= draw(some(phrase=texts, stated=few(DAYS)))
    deadline |= {"kind": "expires"} if number % 2 else {}
    deadline |= draw(few([_dated, _repeating, _running]))(draw, [each["id"] for each in commitments], number)
    earlier = [f"d{each}" for each in range(number) if each % 2 == number % 2]
    return deadline | draw(some(replaces=lists(few(earlier))) if earlier else st.just({}))


def _dated(draw: DrawFn, commitments: list[str], number: int) -> Records:
    return draw(few([{"due": draw(few(PLAIN_DAYS))}, {"from": "2025"}, {"due": "2025-12-31", "from": "2025"}]))


def _repeating(draw: DrawFn, commitments: list[str], number: int) -> Records:
    return {"due": "2025-12-31", "repeats": "FREQ=YEARLY;COUNT=2"}


def _running(draw: DrawFn, commitments: list[str], number: int) -> Records:
    clock = {"within": draw(few(["0 days", "1 day", "2 weeks", "12 months", "1 year"])), "of": draw(few(commitments))}
    return clock | draw(some(no_later_than=few(PLAIN_DAYS)))


@st.composite
def _claims(
    draw: DrawFn, number: int, speakers: list[Records], sources: list[Records], commitments: list[Records],
    deadlines: list[Records], earlier: list[Records],
) -> Records:  # fmt: skip
    source = draw(few(sources))
    claim: Records = {
        "id": f"k{number}",
        "source": source["id"],
        "stance": draw(few(["affirms", "denies", "mentions", "drops", *REPORTS])),
    }
    quotes = few(["The truce holds", "truce  HOLDS"]) if "text" in source else texts
    claim |= draw(some(text=texts, quote=quotes, locator=texts, note=texts, quantity=few(QUANTITIES)))
    claim |= draw(some(modality=few(["will", "may"]), instrument=few(["post"]), on_record=few(["true", "false"])))
    claim |= draw(some(words=few(["own", "reported"]))) | draw(_told_with(claim["stance"]))
    if draw(st.booleans()):
        speaker = draw(few(speakers))
        claim["speaker"] = speaker["id"]
        if "party" in speaker:
            others = [each for each in ("US", "CN", "E.U-1") if each != speaker["party"]]
            together = [*draw(lists(few(others))), speaker["party"]]
            claim |= draw(few([{}, {"party": speaker["party"]}, {"parties": together}]))
    else:
        claim |= draw(few([{"party": "US"}, {"party": "CN"}, {"parties": ["US", "CN"]}]))
    claim |= {"said": draw(few(DAYS))} if "published" not in source or draw(st.booleans()) else {}
    if draw(st.booleans()):
        claim |= {"topic": draw(few(["null", "NO"]))}
        on_topics = [each for each in earlier if not _bears_on(each) and "answers" not in each]
        same = [each["id"] for each in on_topics if each["topic"] == claim["topic"]]
        return claim | draw(some(retells=few(same)) if same else st.just({}))
    return claim | draw(_bearing(commitments, deadlines, earlier, claim["stance"]))


@st.composite
def _told_with(draw: DrawFn, stance: str) -> Records:
    """The keys that go with one stance alone."""
    if stance == "reports-progress":
        return draw(some(basis=texts, covers=few(DAYS), cumulative=few(["false"])))
    more = {"affirms": some(condition=texts), "reports-met": some(done=few(DAYS))}
    return draw(more.get(stance, st.just({})))


@st.composite
def _bearing(
    draw: DrawFn, commitments: list[Records], deadlines: list[Records], earlier: list[Records], stance: str
) -> Records:
    """What a claim bears on, its deadline, and the claims that it answers and tells again."""
    answered = [each for each in earlier if _bears_on(each)]
    if answered and draw(st.booleans()):
        other = draw(few(answered))
        bears_on, keys = _bears_on(other), {"answers": other["id"]}
    else:
        bears_on = draw(lists(few([each["id"] for each in commitments])))
        keys = {"commitment": bears_on[0]} if len(bears_on) == 1 else {"commitments": bears_on}
    records = [each for each in commitments if each["id"] in bears_on]
    keys |= draw(some(topic=few([each["topic"] for each in records])))
    own = [each["id"] for each in deadlines if each["commitment"] in bears_on]
    keys |= draw(some(deadline=few(own)) if own else st.just({}))
    if stance in REPORTS:
        keys |= draw(some(about=lists(few([party for each in records for party in each["obligors"]]))))
    told = [each["id"] for each in answered if "answers" not in each and set(_bears_on(each)) & set(bears_on)]
    return keys | draw(some(retells=few(told)) if told else st.just({}))


def _bears_on(claim: Records) -> list[str]:
    """The commitments that a claim gives itself."""
    return [claim["commitment"]] if "commitment" in claim else claim.get("commitments", [])


@st.composite
def _checks(draw: DrawFn, number: int) -> Records:
    check = {"id": f"check{number}", "party": "CN", "to": draw(few(PLAIN_DAYS)), "checked": draw(few(DAYS))}
    check |= {"from": "2025"} if draw(st.booleans()) else {}
    return check | draw(some(what=texts, by=texts, topics=lists(few(["null", "NO"])), note=texts))
