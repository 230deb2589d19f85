"""A draft always loads: with its claims still proposed only the source comes in; problems are told at their line."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import load_text
from hypothesis import given, settings
from hypothesis import strategies as st

from truce_tracker.errors import Problem
from truce_tracker.ledger_file.drafts import Drafted, annotate, without_annotations, write_draft
from truce_tracker.vocabulary import Modality, Stance

from .conftest import stored

_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=80)
_TEXT = _TEXT | st.sampled_from(
    ["- a: b", "# no comment", "'", '"x": [', "null", "12:30", "format: truce/1", "{", "%", ""]
)
_WORDS = (
    st.tuples(_TEXT, st.sampled_from(["", "\n", " said\n\nso"]))
    .map("".join)
    .map(lambda text: text if text.strip() else "")
)


@st.composite
def _drafted(draw: st.DrawFn, number: int) -> Drafted:
    values = {"id": f"c{number}", "party": "US", "source": "s", "topic": "soybeans", "stance": draw(_STANCE)}
    values |= {
        "text": draw(_WORDS),
        "quote": draw(_WORDS),
        "modality": draw(st.sampled_from(["", *map(str, Modality)])),
    }
    comments = draw(st.lists(_WORDS.map(lambda text: " ".join(text.split())), max_size=2))
    return Drafted(values, tuple(comments), proposed=True)


_STANCE = st.sampled_from([str(stance) for stance in Stance if not stance.startswith("reports")])
_CLAIMS = st.integers(0, 3).flatmap(lambda count: st.tuples(*(_drafted(number) for number in range(count))))


@settings(max_examples=15)
@given(heading=st.lists(_TEXT, max_size=2), outlet=_TEXT.map(str.strip), comment=_TEXT, claims=_CLAIMS)
def test_any_draft_brings_its_source_alone(
    small_store: Path, tmp_path: Path, heading: list[str], outlet: str, comment: str, claims: tuple[Drafted, ...]
) -> None:
    source = Drafted({"id": "s", "outlet": outlet, "published": "2025-11"}, (comment,))
    new = Drafted({"id": "new", "name": "New"}, (comment,), proposed=True)
    text = write_draft(heading, {"sources": [source], "speakers": [new], "claims": claims})
    path = Path(shutil.copy(small_store, tmp_path / "any.db"))
    load_text(path, text)
    assert stored(path, "SELECT id, COALESCE(outlet, '') FROM source") == [("s", outlet)]
    assert stored(path, "SELECT COUNT(*) FROM claim WHERE source = 's'") == [0]
    assert stored(path, "SELECT COUNT(*) FROM speaker WHERE id = 'new'") == [0]


def test_what_only_a_claim_needs_comes_with_it(db: Path) -> None:
    speaker = Drafted({"id": "li", "name": "Li"}, proposed=True)
    other = Drafted({"id": "wu", "name": "Wu"}, proposed=True)
    keys = {"party": "CN", "source": "s", "topic": "soybeans", "stance": "affirms"}
    speaker = Drafted(speaker.values | {"party": "CN"}, proposed=True)
    claim = Drafted({"id": "c"} | keys | {"speaker": "li"})
    lists = {"sources": [Drafted({"id": "s", "published": "2025"})], "speakers": [speaker, other], "claims": [claim]}
    load_text(db, write_draft([], lists))
    assert stored(db, "SELECT id FROM speaker WHERE id IN ('li', 'wu')") == ["li"]
    assert stored(db, "SELECT id FROM claim") == ["c"]


def test_problems_are_told_above_their_lines_and_taken_out_again() -> None:
    text = "format: truce/1\nclaims:\n  - id: a\n    stance: maybe\n"
    problems = [
        Problem("d.yaml", 4, 13, "claims[a].stance", "there is no 'maybe'"),
        Problem("d.yaml", 3, 5, "claims[a]", "has no source"),
        Problem("d.yaml", 99, 1, "format", "ends too soon"),
    ]
    told = annotate(text, problems)
    assert told == (
        "format: truce/1\nclaims:\n#! claims[a]: has no source\n  - id: a\n"
        "#! claims[a].stance: there is no 'maybe'\n    stance: maybe\n#! format: ends too soon\n"
    )
    assert without_annotations(told) == text


@given(text=st.text(alphabet="a#! \n:-"), lines=st.lists(st.integers(0, 5)))
def test_annotations_leave_the_text_as_it_was(text: str, lines: list[int]) -> None:
    plain = without_annotations(text)
    assert without_annotations(annotate(plain, [Problem("d", line, 1, "a", "b") for line in lines])) == plain
