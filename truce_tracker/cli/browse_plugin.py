"""What truce adds to Datasette, as a plugin of it: a name for what has none, and no tool but the verdicts."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from markupsafe import Markup


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """A link to a record without a title goes by its id; Datasette would call it None."""
    if table is None or not isinstance(value, dict) or value.get("label") is not None:
        return None
    keys = datasette.get_database(database).foreign_keys_for_table

    async def linked() -> Any:
        other = next(key["other_table"] for key in await keys(table) if key["column"] == column)
        address = datasette.urls.row(database, other, str(value["value"]))
        return Markup('<a href="{}">{}</a>').format(address, value["value"])

    return linked()


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def register_mcp_tools(mcp: Any) -> None:
    """Take away what writes and what runs SQL of somebody else's, once datasette-mcp has put its tools there."""
    for tool in ("execute_sql", "execute_writable_canned_query"):
        mcp.remove_tool(tool)
