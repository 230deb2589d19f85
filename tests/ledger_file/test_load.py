"""What loading does to a store that holds something already: nothing twice, changes in place, defaults that follow."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from conftest import load_text
from dumps import dump, is_sound

from truce_tracker import store
from truce_tracker.errors import LedgerProblems

from .loading import counted, export, load_at, rows

BASE = Path(__file__).with_name("base.yaml").read_text(encoding="utf-8")
CLAIM = "claims:\n- {id: k2, speaker: greer, source: paper, commitment: soy, stance: affirms}\n"
CLAIMS = "claim JOIN claim_party ON claim_party.claim = claim.id"


def test_the_same_file_twice_changes_nothing(stocked: Path) -> None:
    before = dump(stocked)
    loaded = load_at(stocked, "2030-01-01T00:00:00Z", BASE)
    assert dump(stocked) == before
    assert all("0 new, 0 changed" in counts for counts in counted(loaded).values())


def test_a_record_with_its_keys_in_another_order_is_the_same(stocked: Path) -> None:
    loaded = load_text(stocked, "parties:\n- aliases: [Beijing]\n  name: 'China'\n  id: CN\n")
    assert counted(loaded) == {"parties": "0 new, 0 changed, 1 unchanged"}


def test_the_same_file_twice_in_one_load(stocked: Path) -> None:
    loaded = load_text(stocked, CLAIM, CLAIM)
    assert counted(loaded) == {"claims": "1 new, 0 changed, 1 unchanged"}


def test_a_changed_record_takes_the_place_of_the_old_one_whole(stocked: Path) -> None:
    loaded = load_at(stocked, "2030-01-01T00:00:00Z", "speakers:\n- {id: bessent, name: S. Bessent, party: US}\n")
    assert counted(loaded) == {"speakers": "0 new, 1 changed, 0 unchanged"}
    assert rows(stocked, "SELECT name, party, role, aliases FROM speaker WHERE id = 'bessent'") == [
        ("S. Bessent", "US", None, "[]")
    ]


def test_a_changed_record_keeps_its_place_and_is_recorded_anew(stocked: Path) -> None:
    entered = rows(stocked, "SELECT id, entry, recorded FROM speaker ORDER BY entry")
    later = "2030-01-01T00:00:00Z"
    load_at(stocked, later, "speakers:\n- {id: bessent, name: S. Bessent, party: US}\n- {id: wen}\n")
    after = rows(stocked, "SELECT id, entry, recorded FROM speaker ORDER BY entry")
    changed = [(each, entry, later if each == "bessent" else recorded) for each, entry, recorded in entered]
    assert after == [*changed, ("wen", len(entered) + 1, later)]


def test_a_changed_commitment_has_its_new_parties_and_no_other(stocked: Path) -> None:
    load_text(stocked, "commitments:\n- {id: soy, topic: soybeans, obligors: [EU, CN], in_exchange_for: [tariff]}\n")
    assert rows(stocked, "SELECT party, place FROM obligor WHERE commitment = 'soy' ORDER BY place") == [
        ("EU", 0), ("CN", 1),
    ]  # fmt: skip
    assert rows(stocked, "SELECT * FROM beneficiary WHERE commitment = 'soy'") == []
    assert rows(stocked, "SELECT in_exchange_for FROM exchange WHERE commitment = 'soy'") == [("tariff",)]
    assert is_sound(stocked)


def test_a_changed_deadline_has_its_new_milestones_and_no_other(stocked: Path) -> None:
    text = "deadlines:\n- {{id: soy-yearly, commitment: tariff, due: 2026-12-31, repeats: FREQ=YEARLY;COUNT={}}}\n"
    load_text(stocked, text.format(1))
    assert rows(stocked, "SELECT id FROM milestone WHERE deadline = 'soy-yearly'") == [("soy-yearly@2026-12-31",)]
    load_text(stocked, text.format(2))
    assert rows(stocked, "SELECT id FROM milestone WHERE deadline = 'soy-yearly' ORDER BY id") == [
        ("soy-yearly@2026-12-31",), ("soy-yearly@2027-12-31",),
    ]  # fmt: skip
    assert is_sound(stocked)


def test_later_files_refer_to_earlier_ids_and_to_each_other(stocked: Path) -> None:
    """Whatever the order of the lists and of the files of one load."""
    claims = "claims:\n- {id: k2, speaker: wen, source: letter, commitment: soy, stance: denies}\n"
    others = "sources:\n- {id: letter, published: 2025-11-20}\nspeakers:\n- {id: wen, party: CN}\n"
    loaded = load_text(stocked, claims, others)
    assert counted(loaded)["claims"] == "1 new, 0 changed, 0 unchanged"
    assert rows(stocked, f"SELECT party, said, topic FROM {CLAIMS} WHERE id = 'k2'") == [
        ("CN", "2025-11-20", "soybeans")
    ]


def test_one_thing_loaded_twice_with_a_difference_counts_as_changed(stocked: Path) -> None:
    loaded = load_text(stocked, CLAIM, CLAIM.replace("affirms", "denies"))
    assert counted(loaded) == {"claims": "1 new, 1 changed, 0 unchanged"}
    assert rows(stocked, "SELECT stance FROM claim WHERE id = 'k2'") == [("denies",)]


# -- defaults follow what they come from -----------------------------------------------------------------------------


def test_a_speaker_who_changes_sides_takes_the_claims_along(stocked: Path) -> None:
    load_text(stocked, CLAIM)
    load_text(stocked, "speakers:\n- {id: greer, party: CN, on_record: false}\n")
    assert rows(stocked, f"SELECT party, on_record FROM {CLAIMS} WHERE id = 'k2'") == [("CN", 0)]
    assert "- id: k2\n  speaker: greer\n  source: paper\n  commitment: soy\n  stance: affirms\n" in export(stocked)


def test_what_a_claim_says_itself_stays(stocked: Path) -> None:
    load_text(stocked, CLAIM.replace("stance:", "said: 2025-11-09, on_record: true, stance:"))
    load_text(stocked, "speakers:\n- {id: greer, party: CN, on_record: false}\nsources:\n- {id: paper}\n" + BASE_CLAIM)
    assert rows(stocked, f"SELECT party, said, on_record FROM {CLAIMS} WHERE id = 'k2'") == [("CN", "2025-11-09", 1)]


BASE_CLAIM = "claims:\n- {id: k1, party: US, said: 2025-11-10, source: paper, commitment: soy, stance: affirms}\n"


def test_a_source_with_another_day_moves_its_claims(stocked: Path) -> None:
    load_text(stocked, CLAIM)
    load_text(stocked, "sources:\n- {id: paper, published: 2025-11}\n")
    assert rows(stocked, "SELECT said, said_first, said_last FROM claim WHERE id = 'k2'") == [
        ("2025-11", "2025-11-01", "2025-11-30")
    ]


def test_a_commitment_with_another_topic_takes_the_claims_along(stocked: Path) -> None:
    load_text(stocked, CLAIM)
    load_text(stocked, "commitments:\n- {id: soy, topic: rare-earths, obligors: [CN]}\n")
    assert rows(stocked, "SELECT topic FROM claim WHERE id = 'k2'") == [("rare-earths",)]


def test_a_phrase_follows_the_first_claim_that_names_it(stocked: Path) -> None:
    deadline = "deadlines:\n- {id: ninety, commitment: soy, phrase: within 90 days, replaces: soy-2025}\n"
    named = CLAIM.replace("stance:", "deadline: ninety, stance:")
    load_text(stocked, deadline + named)
    assert rows(stocked, "SELECT due_day FROM deadline WHERE id = 'ninety'") == [("2026-02-08",)]
    earlier = named.replace("k2", "k3").replace("stance:", "said: 2025-11-01, stance:")
    load_text(stocked, earlier)
    assert rows(stocked, "SELECT due_day FROM deadline WHERE id = 'ninety'") == [("2026-01-30",)]
    assert rows(stocked, "SELECT id, due FROM milestone WHERE deadline = 'ninety'") == [("ninety", "2026-01-30")]


# -- the words of sources --------------------------------------------------------------------------------------------


def test_what_was_read_of_a_phrase_or_a_quantity_stays_until_a_file_touches_it(stocked: Path) -> None:
    """Of a store whose truce read them otherwise."""
    phrase = "deadlines:\n- {id: d, commitment: soy, phrase: by Thanksgiving, stated: 2025-11-16}\n"
    claim = "claims:\n- {id: k9, party: CN, said: 2025-11-17, source: paper, commitment: soy, stance: affirms"
    claim += ", deadline: d, quantity: 12 million t}\n"
    load_text(stocked, phrase + claim)
    with store.transaction(stocked) as connection:
        connection.execute("UPDATE deadline SET due_day = '2025-11-26' WHERE id = 'd'")
        connection.execute("UPDATE milestone SET due = '2025-11-26' WHERE deadline = 'd'")
        connection.execute("UPDATE claim SET amount = 12 WHERE id = 'k9'")
    days = "SELECT d.due_day, m.due FROM deadline AS d JOIN milestone AS m ON m.deadline = d.id WHERE d.id = 'd'"
    amount = "SELECT amount FROM claim WHERE id = 'k9'"
    load_text(stocked, CLAIM)
    assert rows(stocked, days) == [("2025-11-26", "2025-11-26")]
    assert rows(stocked, amount) == [(12.0,)]
    load_text(stocked, claim)
    assert rows(stocked, days) == [("2025-11-27", "2025-11-27")]
    assert rows(stocked, amount) == [(12_000_000.0,)]


def test_a_file_without_the_words_of_a_source_leaves_them(stocked: Path) -> None:
    load_text(stocked, "sources:\n- {id: paper, published: 2025-11-10, text: The words.}\n")
    loaded = load_text(stocked, "sources:\n- {id: paper, published: 2025-11-10, title: Another}\n")
    assert counted(loaded) == {"sources": "0 new, 1 changed, 0 unchanged"}
    assert rows(stocked, "SELECT source, text FROM source_text") == [("paper", "The words.")]
    loaded = load_text(stocked, "sources:\n- {id: paper, published: 2025-11-10, title: Another}\n")
    assert counted(loaded) == {"sources": "0 new, 0 changed, 1 unchanged"}


def test_other_words_take_their_place(stocked: Path) -> None:
    load_at(stocked, "2025-11-28T00:00:00Z", "sources:\n- {id: paper, published: 2025-11-10, text: The words.}\n")
    loaded = load_at(stocked, "2025-11-29T00:00:00Z", "sources:\n- {id: paper, published: 2025-11-10, text: Others.}\n")
    assert counted(loaded) == {"sources": "0 new, 1 changed, 0 unchanged"}
    assert rows(stocked, "SELECT text, recorded FROM source_text") == [("Others.", "2025-11-29T00:00:00Z")]


# -- warnings --------------------------------------------------------------------------------------------------------


def test_a_phrase_and_a_due_day_that_disagree_are_told_and_loaded(stocked: Path) -> None:
    text = "deadlines:\n- {id: d, commitment: licences, phrase: by Thanksgiving, stated: 2025-11-16, due: 2025-11-28}\n"
    loaded = load_text(stocked, text)
    assert [str(warning) for warning in loaded.warnings] == [
        "ledger.yaml:2:83: deadlines[d].due: 'by Thanksgiving' reads as 2025-11-27, but due says 2025-11-28: due holds"
    ]
    assert rows(stocked, "SELECT due_day FROM deadline WHERE id = 'd'") == [("2025-11-28",)]
    assert load_text(stocked, CLAIM).warnings == []


# -- all or nothing --------------------------------------------------------------------------------------------------


def test_a_good_file_beside_a_broken_one_is_not_loaded(stocked: Path) -> None:
    before = dump(stocked)
    with pytest.raises(LedgerProblems):
        load_text(stocked, CLAIM, "claims:\n- {id: k3}\n")
    assert dump(stocked) == before


# -- what a file says of every record --------------------------------------------------------------------------------

DEFAULTS = """
defaults:
  sources: {language: en, kind: notice}
  claims: {parties: [US, CN], commitment: soy, source: paper, stance: affirms, note: ours}
sources:
- {id: one}
- {id: two, language: zh, kind: ~}
claims:
- {id: k2}
- {id: k3, party: CN, stance: denies, note: ~}
- {id: k4, speaker: he, party: ~, parties: ~, commitments: [soy, tariff]}
- {id: k5, commitment: ~, topic: soybeans}
"""


def test_defaults_hold_unless_a_record_says_otherwise(stocked: Path) -> None:
    """One of two siblings displaces the other, and a key without a value its default."""
    load_text(stocked, DEFAULTS)
    assert rows(stocked, "SELECT id, language, kind FROM source WHERE id IN ('one', 'two') ORDER BY entry") == [
        ("one", "en", "notice"), ("two", "zh", None),
    ]  # fmt: skip
    assert said_by(stocked) == {"k1": ["US"], "k2": ["US", "CN"], "k3": ["CN"], "k4": ["CN"], "k5": ["US", "CN"]}
    assert bearing(stocked) == {"k1": ["soy"], "k2": ["soy"], "k3": ["soy"], "k4": ["soy", "tariff"]}
    assert rows(stocked, "SELECT id, stance, note FROM claim WHERE id > 'k1' ORDER BY entry") == [
        ("k2", "affirms", "ours"), ("k3", "denies", None), ("k4", "affirms", "ours"), ("k5", "affirms", "ours"),
    ]  # fmt: skip


def test_defaults_may_follow_their_records_and_are_those_of_one_file(stocked: Path) -> None:
    text = "claims:\n- {id: k2, speaker: he, stance: denies}\ndefaults: {claims: {source: paper, commitment: soy}}\n"
    load_text(stocked, text, "claims:\n- {id: k3, speaker: he, source: paper, topic: soybeans, stance: denies}\n")
    assert bearing(stocked) == {"k1": ["soy"], "k2": ["soy"]}


def test_a_file_with_defaults_comes_back_without_them(stocked: Path) -> None:
    load_text(stocked, DEFAULTS)
    exported = export(stocked)
    assert "defaults" not in exported
    assert "- id: k2\n  parties: [US, CN]\n  source: paper\n  commitment: soy\n  stance: affirms\n" in exported
    assert not load_text(stocked, exported).counts["claims"].changed


def said_by(path: Path) -> dict[str, list[str]]:
    return by_claim(path, "claim_party", "party")


def bearing(path: Path) -> dict[str, list[str]]:
    return by_claim(path, "claim_commitment", "commitment")


def by_claim(path: Path, table: str, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim, value in rows(path, f"SELECT claim, {column} FROM {table} ORDER BY claim, place"):
        found.setdefault(claim, []).append(value)
    return found


# -- several at once, and what one claim has to do with another ------------------------------------------------------


def test_one_of_several_is_one(stocked: Path) -> None:
    load_text(stocked, "claims:\n- {id: k2, parties: [US], source: paper, commitments: [soy], stance: affirms}\n")
    assert "- id: k2\n  party: US\n  source: paper\n  commitment: soy\n  stance: affirms\n" in export(stocked)


ANSWERS = """
claims:
- {id: k2, party: US, source: paper, commitments: [tariff, soy], stance: affirms}
- {id: k3, party: CN, source: paper, stance: denies, answers: k2}
- {id: k4, party: US, source: paper, stance: affirms, answers: k3}
- {id: k5, party: US, source: paper, commitment: soy, stance: affirms, answers: k3}
- {id: k6, party: US, source: paper, topic: soybeans, stance: mentions}
- {id: k7, party: CN, source: paper, stance: declines, answers: k6}
"""


def test_an_answer_bears_on_what_it_answers(stocked: Path) -> None:
    load_text(stocked, ANSWERS)
    both = ["tariff", "soy"]
    assert bearing(stocked) == {"k1": ["soy"], "k2": both, "k3": both, "k4": both, "k5": ["soy"]}
    assert rows(stocked, "SELECT id, topic FROM claim WHERE id > 'k1' ORDER BY entry") == [
        ("k2", "rare-earths"), ("k3", "rare-earths"), ("k4", "rare-earths"), ("k5", "soybeans"), ("k6", "soybeans"),
        ("k7", "soybeans"),
    ]  # fmt: skip


def test_an_answer_follows_what_it_answers(stocked: Path) -> None:
    load_text(stocked, ANSWERS)
    load_text(stocked, "claims:\n- {id: k2, party: US, source: paper, commitment: licences, stance: affirms}\n")
    assert {claim: bearing(stocked)[claim] for claim in ("k3", "k4", "k5")} == {
        "k3": ["licences"], "k4": ["licences"], "k5": ["soy"],
    }  # fmt: skip


# -- clocks, and dates that only begin -------------------------------------------------------------------------------


def test_a_clock_starts_from_a_commitment_or_from_a_milestone(stocked: Path) -> None:
    load_text(
        stocked,
        """
deadlines:
- {id: a, commitment: soy, within: 2 weeks, of: licences, no_later_than: 2026-02}
- {id: b, commitment: licences, within: 1 year, of: soy-2025, from: 2026}
- {id: c, commitment: soy, within: 0 days, of: soy-yearly@2027-12-31, kind: expires}
""",
    )
    query = """
        SELECT d.id, within_count, within_unit, of_commitment, of_milestone, no_later_than_day, from_day, due_day, due
        FROM deadline AS d WHERE within IS NOT NULL ORDER BY entry
    """
    assert rows(stocked, query) == [
        ("a", 14, "day", "licences", None, "2026-02-28", None, None, None),
        ("b", 12, "month", None, "soy-2025", None, "2026-01-01", None, None),
        ("c", 0, "day", None, "soy-yearly@2027-12-31", None, None, None, None),
    ]
    assert rows(stocked, "SELECT id, due FROM milestone WHERE deadline IN ('a', 'b', 'c') ORDER BY id") == [
        ("a", None), ("b", None), ("c", None),
    ]  # fmt: skip


def test_a_deadline_that_only_begins_has_a_milestone_without_a_day(stocked: Path) -> None:
    load_text(
        stocked,
        "deadlines:\n- {id: a, commitment: soy, phrase: after 1 February, stated: 2025-11-10}\n"
        "- {id: b, commitment: soy, phrase: soon, from: 2026-01, stated: 2025-11-10}\n",
    )
    assert rows(stocked, "SELECT id, from_day, due_day FROM deadline WHERE id IN ('a', 'b') ORDER BY id") == [
        ("a", "2026-02-02", None), ("b", "2026-01-01", None),
    ]  # fmt: skip
    assert rows(stocked, "SELECT id, due FROM milestone WHERE id IN ('a', 'b') ORDER BY id") == [
        ("a", None), ("b", None),
    ]  # fmt: skip


def test_a_deadline_replaces_several_of_any_commitment(stocked: Path) -> None:
    load_text(stocked, "deadlines:\n- {id: later, commitment: soy, due: 2027, replaces: [soy-yearly, soy-2025]}\n")
    found = "SELECT replaces, place FROM deadline_replaces WHERE deadline = 'later' ORDER BY place"
    assert rows(stocked, found) == [("soy-yearly", 0), ("soy-2025", 1)]
    load_text(stocked, "deadlines:\n- {id: later, commitment: soy, due: 2027, replaces: soy-2025}\n")
    assert rows(stocked, found) == [("soy-2025", 0)]


# -- whose words -----------------------------------------------------------------------------------------------------

TEXT = "text: 'China will buy beans, she said. “We hold the tariff,” he said, and went on. We drop it.'"
WORDS = f"""
sources:
- {{id: story, published: 2025-11-10, kind: article, {TEXT}}}
- {{id: sheet, published: 2025-11-10, kind: Fact sheet}}
claims:
- {{id: k2, party: US, source: story, commitment: soy, stance: affirms, quote: will buy beans}}
- {{id: k3, party: US, source: story, commitment: soy, stance: affirms, quote: we hold the tariff}}
- {{id: k4, party: US, source: story, commitment: soy, stance: affirms, quote: We hold, words: reported}}
- {{id: k5, party: US, source: story, commitment: soy, stance: affirms, quote: We drop it, instrument: post}}
- {{id: k6, party: US, source: sheet, commitment: soy, stance: affirms, quote: anything}}
- {{id: k7, party: US, source: sheet, commitment: soy, stance: affirms, quote: anything, instrument: interview}}
- {{id: k8, party: US, source: sheet, commitment: soy, stance: affirms}}
- {{id: k9, party: US, source: sheet, commitment: soy, stance: affirms, words: own}}
"""


def words_of(path: Path) -> dict[str, str | None]:
    return dict(rows(path, "SELECT id, words_as FROM claim WHERE id > 'k1' ORDER BY entry"))


def test_words_are_the_speakers_own_in_their_papers_and_in_quotation_marks(stocked: Path) -> None:
    load_text(stocked, WORDS)
    assert words_of(stocked) == {
        "k2": "reported", "k3": "own", "k4": "reported", "k5": "own", "k6": "own", "k7": "reported", "k8": None,
        "k9": "own",
    }  # fmt: skip


def test_words_follow_the_text_and_its_kind(stocked: Path) -> None:
    load_text(stocked, WORDS)
    before = words_of(stocked)
    load_text(stocked, "parties:\n- {id: UK}\n")
    assert words_of(stocked) == before
    load_text(stocked, "sources:\n- {id: sheet, published: 2025-11-10, kind: article}\n")
    assert words_of(stocked)["k6"] == "reported"
    other = TEXT.replace("will buy beans, she", "“will buy beans,” she").replace(
        "“We hold the tariff,”", "We hold the tariff"
    )
    load_text(stocked, f"sources:\n- {{id: story, published: 2025-11-10, kind: article, {other}}}\n")
    assert {claim: words_of(stocked)[claim] for claim in ("k2", "k3", "k4")} == {
        "k2": "own", "k3": "reported", "k4": "reported",
    }  # fmt: skip


def test_a_proposed_record_that_is_taken_must_be_whole(empty_store: Path) -> None:
    text = """
    format: truce/2
    parties: [{id: A, name: A}]
    sources: [{id: s, outlet: O, published: 2025-11-20}]
    commitments: [{id: c, proposed: true, summary: x, obligors: [A]}, {id: left, proposed: true}]
    claims: [{id: k, party: A, source: s, commitment: c, stance: affirms, text: x}]
    """
    with pytest.raises(LedgerProblems) as error:
        load_text(empty_store, dedent(text))
    assert [(problem.path, problem.what) for problem in error.value.problems] == [
        ("commitments[c]", "topic is missing")
    ]
