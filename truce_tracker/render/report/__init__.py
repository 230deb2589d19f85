"""A report of a ledger: one HTML file that needs nothing else, or a Markdown draft with footnotes. It knows rows."""

from __future__ import annotations

from truce_tracker.render.report.edition import Edition
from truce_tracker.render.report.rows import Rows


def render_report(rows: Rows, format: str, edition: Edition = Edition()) -> str:  # noqa: B008
    """The whole report, as ``html`` or ``md``."""
    if format == "md":
        from truce_tracker.render.report.draft import draft

        return draft(rows, edition)
    from truce_tracker.render.report.html import page

    return page(rows, edition)
