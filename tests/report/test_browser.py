"""The page in a real browser: it filters, it is quiet, it leaves the machine alone, it can be used by everybody."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import load_text
from tests.report.conftest import AS_OF, Page, report_of
from truce_tracker import Ledger
from truce_tracker.render.report.edition import Edition
from truce_tracker.rows import as_json

WIDTHS = (360, 768, 1280, 1920)


@pytest.fixture(scope="session")
def page_file(seed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report_of(seed_store), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def talks_file(talks: Page, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "talks.html"
    path.write_text(talks.text, encoding="utf-8")
    return path


def opened(browser: Any, path: Path, **options: Any) -> tuple[Any, list[str], list[str]]:
    """The page, what its console and dialogs said, and the requests that it made."""
    page = browser.new_page(**options)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    return page, said, asked


@pytest.mark.parametrize("width", WIDTHS)
def test_quiet_alone_and_no_wider_than_the_screen(browser: Any, page_file: Path, talks_file: Path, width: int) -> None:
    for path in (page_file, talks_file):
        page, said, asked = opened(browser, path, viewport={"width": width, "height": 900})
        assert said == []
        assert asked == [path.as_uri()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_filters_and_search(browser: Any, page_file: Path) -> None:
    page, said, _ = opened(browser, page_file)
    shown = "document.querySelectorAll('[data-kind=claim]:not([hidden])').length"
    everything = page.evaluate(shown)
    page.select_option("[name=topic]", "soybeans")
    soybeans = page.evaluate(shown)
    assert 0 < soybeans < everything
    page.select_option("[name=party]", "CN")
    assert 0 < page.evaluate(shown) < soybeans
    assert "statements" in page.inner_text("#shown")
    page.click("button[type=reset]")
    page.wait_for_timeout(300)
    assert page.evaluate(shown) == everything
    page.fill("[name=search]", "thanksgiving")
    page.wait_for_timeout(600)
    assert 0 < page.evaluate(shown) < everything
    page.fill("[name=search]", "no such words anywhere")
    page.wait_for_timeout(600)
    assert page.evaluate(shown) == 0
    assert said == []
    page.close()


def test_filter_by_status_and_a_link_to_what_is_hidden(browser: Any, page_file: Path) -> None:
    page, said, _ = opened(browser, page_file)
    page.select_option("[name=status]", "overdue")
    assert page.locator("#overdue [data-kind]:visible").count() == 1
    assert page.locator("#coming .none-fits").is_visible()
    page.evaluate("location.hash = 'commitment-cn-soybeans-2025'")
    page.wait_for_timeout(300)
    assert page.locator("#commitment-cn-soybeans-2025").is_visible()
    assert page.input_value("[name=status]") == ""
    assert said == []
    page.close()


def test_filter_by_state(browser: Any, talks_file: Path) -> None:
    page, said, _ = opened(browser, talks_file)
    page.select_option("[name=status]", "state:breach-reported")
    assert page.locator("#side-by-side [data-kind]:visible").count() == 1
    assert page.locator("#commitment-broken").is_visible()
    page.fill("[name=search]", "before friday")  # words of a telling find the statement
    page.select_option("[name=status]", "")
    page.wait_for_timeout(300)
    assert page.locator("#claims [data-kind]:visible").evaluate_all("all => all.map(each => each.id)") == [
        "claim-sign-wire"
    ]
    assert said == []
    page.close()


def test_readable_without_script(browser: Any, page_file: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(page_file.as_uri())
    assert page.locator("#claims").is_visible()
    assert not page.locator("#filters").is_visible()
    page.close()


def test_hostile_texts_do_not_run(browser: Any, hostile_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(report_of(hostile_store), encoding="utf-8")
    page, said, asked = opened(browser, path)
    assert said == []
    assert asked == [path.as_uri()]
    assert page.locator("main img, main script").count() == 0
    page.close()


def test_the_keyboard_reaches_the_content(browser: Any, page_file: Path) -> None:
    page, _, _ = opened(browser, page_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_no_violation(browser: Any, page_file: Path, talks_file: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for path in (page_file, talks_file):
        page = browser.new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
        page.goto(path.as_uri())
        found = axe.run(page).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []
        page.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints(browser: Any, page_file: Path, paper: str, tmp_path: Path) -> None:
    import pypdf

    page, _, _ = opened(browser, page_file)
    page.pdf(path=str(tmp_path / "report.pdf"), format=paper)
    pages = pypdf.PdfReader(tmp_path / "report.pdf").pages
    words = " ".join(" ".join(each.extract_text().split()) for each in pages)
    assert 2 < len(pages) <= 6
    assert "who says what was agreed" in words
    assert "Thanksgiving" in words
    assert "Every claim with its words" in words
    page.close()


def test_all_of_it_prints_where_that_is_asked_for(browser: Any, seed_store: Path, tmp_path: Path) -> None:
    import pypdf

    path = tmp_path / "full.html"
    path.write_text(report_of(seed_store, edition=Edition(full=True)), encoding="utf-8")
    page, _, _ = opened(browser, path)
    page.pdf(path=str(tmp_path / "full.pdf"), format="A4")
    words = "".join(each.extract_text() for each in pypdf.PdfReader(tmp_path / "full.pdf").pages)
    ids = re.findall(r'<li class="claim" id="claim-([^"]+)"', path.read_text(encoding="utf-8"))
    texts = "".join(words.split())
    assert len(ids) > 100
    assert "Everyclaim" in texts
    assert "Method" in texts
    page.close()


# -- a link shows what its sender sees, and lands where it should ------------------------------------------------------


def test_the_filters_stand_in_the_address(browser: Any, page_file: Path) -> None:
    page, said, _ = opened(browser, page_file)
    page.select_option("[name=topic]", "soybeans")
    page.fill("[name=search]", "crop")
    page.wait_for_timeout(400)
    assert page.evaluate("location.search") == "?topic=soybeans&search=crop"
    page.reload()
    assert page.input_value("[name=topic]") == "soybeans"
    assert page.input_value("[name=search]") == "crop"
    assert page.locator("#commitment-suspend-24-points").is_hidden()
    assert said == []
    page.close()


def test_a_status_in_the_bar_filters(browser: Any, page_file: Path) -> None:
    page, _, _ = opened(browser, page_file)
    page.click("#statuses a[data-filter=declined]")
    assert page.input_value("[name=status]") == "declined"
    assert page.locator("#side-by-side tr[data-kind]:visible").count() == int(
        page.inner_text("#statuses a[data-filter=declined] b")
    )
    page.close()


@pytest.mark.parametrize("width", [800, 1280])
def test_a_jump_lands_below_the_bar(browser: Any, page_file: Path, width: int) -> None:
    page, _, _ = opened(browser, page_file, viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page.fill("[name=search]", "soybeans")  # the bar has a second line now
    page.wait_for_timeout(400)
    for link in ("#side-by-side", "#commitment-cn-soybeans-2025", "#claim-he-yadong-soybeans-1113"):
        if not page.locator(link).count():
            continue
        page.evaluate("id => { location.hash = id }", link)
        page.wait_for_timeout(300)
        top = page.locator(link).bounding_box()["y"]
        bar = page.locator("#filters").bounding_box()
        assert bar["y"] + bar["height"] <= top + 1 < 700
    page.close()


@pytest.mark.parametrize("words", ["license", "licences", "LICENSES", "licence"])
def test_the_search_knows_words_by_their_stem(browser: Any, page_file: Path, words: str) -> None:
    page, _, _ = opened(browser, page_file)
    page.fill("[name=search]", words)
    page.wait_for_timeout(400)
    assert page.locator("#commitment-cn-general-licences").is_visible()
    page.close()


def test_every_mark_of_the_timeline_is_a_link(browser: Any, page_file: Path) -> None:
    page, _, _ = opened(browser, page_file, viewport={"width": 360, "height": 800})
    marks = page.locator(".drawing a")
    assert marks.count() == page.locator(".drawing use").count() > 20
    marks.first.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector(':target') !== null")
    assert page.locator(".lane-label").first.is_visible()
    page.close()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_data_is_in_the_page(browser: Any, page_file: Path, seed_store: Path, tmp_path: Path, form: str) -> None:
    page, said, asked = opened(browser, page_file)
    with page.expect_download() as download:
        page.click(f"#data button[data-listing=claims][data-form={form}]")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    with Ledger.open(seed_store) as ledger:
        claims = ledger.claims(AS_OF)
    assert file.name == f"claims.{form}"
    text = file.read_text(encoding="utf-8-sig")
    if form == "json":
        assert json.loads(text) == json.loads(json.dumps(list(map(as_json, claims))))
    else:
        assert [row["claim"] for row in csv.DictReader(io.StringIO(text))] == [row.claim for row in claims]
    assert said == []
    assert [url for url in asked if not url.startswith("blob:")] == [page_file.as_uri()]
    page.close()


# -- many claims -------------------------------------------------------------------------------------------------------


def _source(number: int, days: list[str]) -> str:
    return f"own{number}" if number < 1200 else f"s{days[number // 100]}"


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Path:
    """A page of 1,500 claims in 15 months."""
    folder = tmp_path_factory.mktemp("large")
    path = folder / "large.db"
    path.write_bytes(empty_store.read_bytes())
    days = [f"20{24 + month // 12}-{month % 12 + 1:02}" for month in range(15)]
    sources = "".join(f"  - {{id: s{day}, published: {day}-03}}\n" for day in days)
    sources += "".join(f"  - {{id: own{number}, published: {days[-1]}-04}}\n" for number in range(1200))
    claims = "".join(
        f"  - {{id: k{number}, speaker: p{number}, source: {_source(number, days)}, commitment: deal, stance: affirms, "
        f"text: Word number{number}, said: {days[number // 100]}-02}}\n"
        for number in range(1500)
    )
    load_text(
        path,
        "parties: [{id: US}, {id: CN}]\nspeakers:\n"
        + "".join(f"  - {{id: p{number}, party: US}}\n" for number in range(1500))
        + "topics: [{id: soy}]\n"
        "commitments: [{id: deal, topic: soy, obligors: [CN], beneficiaries: [US]}]\n"
        f"sources:\n{sources}claims:\n{claims}",
    )
    page = folder / "large.html"
    page.write_text(report_of(path, as_of="2025-11-28"), encoding="utf-8")
    return page


def test_a_page_of_many_claims_keeps_the_earlier_ones_compressed(browser: Any, large_file: Path) -> None:
    page, said, asked = opened(browser, large_file)
    count = "document.querySelectorAll('#claims [data-kind=claim]').length"
    assert 0 < page.evaluate(count) <= 500
    page.fill("[name=search]", "number7")
    page.wait_for_timeout(1500)
    assert page.evaluate(count) == 1500
    assert page.locator("#claims [data-kind]:visible").count() == 111
    assert said == []
    assert asked == [large_file.as_uri()]
    page.close()


def test_a_link_to_an_earlier_claim_finds_it(browser: Any, large_file: Path) -> None:
    page = browser.new_page()
    page.goto(f"{large_file.as_uri()}#claim-k7")
    page.wait_for_timeout(1500)
    assert page.locator("#claim-k7").is_visible()
    assert 0 <= page.locator("#claim-k7").bounding_box()["y"] < 720
    page.close()


def test_a_link_to_a_source_finds_it(browser: Any, large_file: Path) -> None:
    page = browser.new_page()
    page.goto(large_file.as_uri())
    assert page.locator("#sources li").count() == 0
    page.evaluate("location.hash = 'source-own7'")
    page.wait_for_timeout(1500)
    assert page.locator("#source-own7").is_visible()
    page.close()


def test_the_earlier_claims_on_demand(browser: Any, large_file: Path) -> None:
    page = browser.new_page()
    page.goto(large_file.as_uri())
    page.click("#claims .packed button")
    page.wait_for_timeout(1500)
    assert page.locator("#claim-k0").count() == 1
    page.close()
