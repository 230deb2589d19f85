"""The seed ledger, as a careful analyst would read it day by day; and that its words stand where it says."""

from __future__ import annotations

import pytest
import yaml
from conftest import ROOT, SHARED

from truce_tracker.cli.gating import verified as verify

from . import product
from .case_files import Asked, differences, expected_of
from .conftest import READERS, Reader
from .reading.random_ledgers import as_yaml

SEED = (ROOT / "data" / "seed_claims.yaml").read_text(encoding="utf-8")
ARTICLES = {"scmp-2025-11-20": "scmp-2025-11.txt", "epoch-2025-12": "epoch-times-2025.txt"}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in expected_of("seed", SEED)])
def test_the_seed(reader: Reader, case: Asked) -> None:
    found = reader(case.ledger, case.day, case.question, case.everything)
    assert differences(found, case.expected, case.question) == []


def test_what_had_been_spoken_of_in_november() -> None:
    assert len(product.ask(SEED, "2025-11-03", "commitments")) == 26


def test_every_word_stands_in_the_text_that_it_is_said_to_be_from() -> None:
    found = verify(product.opened(SEED))
    assert found.refused == ()
    assert found.checked >= 48


@pytest.mark.skipif(not SHARED.exists(), reason="the articles of the seed ledger are not at hand")
def test_every_word_stands_in_the_two_articles() -> None:
    written = yaml.load(SEED, Loader=yaml.BaseLoader)
    for source in written["sources"]:
        if source["id"] in ARTICLES:
            source["text"] = (SHARED / "articles" / ARTICLES[source["id"]]).read_text(encoding="utf-8")
    ledger = product.opened(as_yaml(written))
    assert set(ARTICLES) <= {row.source for row in ledger.sources("2026-11-25") if row.has_text}
    found = verify(ledger)
    assert found.refused == ()
    assert found.checked > verify(product.opened(SEED)).checked + 30
