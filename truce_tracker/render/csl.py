"""Sources as CSL-JSON, which Zotero imports and pandoc cites: ``[@fact-sheet-v1]`` by the id in the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from truce_tracker.render.printable import Write, printable

if TYPE_CHECKING:
    from truce_tracker.rows import SourceRow

_TYPES = {
    "article": "article-newspaper",
    "fact-sheet": "report",
    "interview": "interview",
    "joint-statement": "document",
    "notes": "document",
    "notice": "regulation",
    "order": "regulation",
    "post": "post",
    "press-conference": "speech",
    "readout": "report",
    "report": "report",
    "speech": "speech",
    "transcript": "speech",
    "treaty": "treaty",
}
"""What a source is -> a type of CSL 1.0.2; one of another kind is a webpage, or, without an address, a document."""


def write_csl_json(rows: Iterable[SourceRow], write: Write) -> None:
    """Write the sources as one array."""
    write(json.dumps([_item(row) for row in rows], ensure_ascii=False, indent=1) + "\n")


def _item(row: SourceRow) -> dict[str, Any]:
    item = {
        "id": row.source,
        "type": _TYPES.get(row.kind or "", "webpage" if row.url else "document"),
        "title": _line(row.title),
        "author": [{"literal": printable(name)} for name in row.authors],  # how a name parts is not for us to guess
        "container-title": _line(row.outlet),
        "issued": _date(row.published),
        "accessed": _date(row.retrieved),
        "URL": row.url,
        "archive_location": _line(row.archived),
        "language": _line(row.language),
        "note": _line(row.note),
    }
    return {name: value for name, value in item.items() if value}


def _line(text: str | None) -> str | None:
    return printable(text) if text else None


def _date(written: str | None) -> dict[str, Any] | None:
    """An EDTF date as CSL has it: as precise as it was written, an interval as two, ``~`` as circa."""
    if not written:
        return None
    parts = [[int(number) for number in part.rstrip("~").split("-")] for part in written.split("/")]
    return {"date-parts": parts} | ({"circa": True} if "~" in written else {})
