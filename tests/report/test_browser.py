"""The page in a real browser: it filters, it is quiet, it leaves the machine alone, it can be used by everybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.report.conftest import Page, report_of

WIDTHS = (360, 768, 1280)


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
    assert len(pages) > 3
    assert "who says what was agreed" in words
    assert "Thanksgiving" in words
    page.close()
