from __future__ import annotations

from truce_tracker.render import render
from truce_tracker.render.as_text import display_width
from truce_tracker.rows import PartyRow


def printed(*rows: PartyRow) -> str:
    written: list[str] = []
    render(rows, "parties", "text", written.append)
    return "".join(written)


def test_columns_align_on_a_screen() -> None:
    page = printed(
        PartyRow("CN", "中国", ("北京",), 11, 1204),
        PartyRow("US", "United States", ("Washington", "U.S."), 9, 37),
        PartyRow("MX", "Me\u0301xico", (), 1, 0),
    )
    assert page == (
        "Party  Speakers  Claims  Name           Aliases\n"
        "CN           11    1204  中国           北京\n"
        "US            9      37  United States  Washington, U.S.\n"
        "MX            1       0  Me\u0301xico\n"
    )


def test_what_no_row_has_is_left_out() -> None:
    assert printed(PartyRow("CN", None, (), 11, 1204)) == "Party  Speakers  Claims\nCN           11    1204\n"


def test_nothing_is_cut_off_and_one_long_value_pads_no_other_row() -> None:
    page = printed(PartyRow("CN", "x" * 500, ("Beijing",), 1, 1), PartyRow("US", "US", ("Washington",), 1, 1))
    assert "x" * 500 + "  Beijing\n" in page
    assert max(map(len, page.split("\n")[2:])) < 200


def test_no_rows() -> None:
    assert printed() == ""


def test_display_width() -> None:
    assert display_width("Peking") == 6
    assert display_width("北京") == 4
    assert display_width("ｆ") == 2
    assert display_width("e\u0301") == 1
    assert display_width("می\u200cخواهد") == 7
