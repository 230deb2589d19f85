"""Rows as a data frame: of pandas where it is installed, else of polars. Neither is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from truce_tracker import rows as kinds
from truce_tracker.errors import TruceError
from truce_tracker.rows import as_json, field_names


def frame_of(rows: Sequence[Any], kind: str | None) -> Any:
    """A frame with a column for each field; dates stay text, several values are a list (of dicts, where they are rows).

    `kind` names the class of the rows, so that a frame without rows has its columns too. Raises TruceError where
    neither library is installed.
    """
    row_class = type(rows[0]) if rows else getattr(kinds, kind) if kind else None
    names = field_names(row_class) if row_class else ()
    values = [as_json(row) for row in rows]
    if find_spec("pandas"):
        return import_module("pandas").DataFrame(values, columns=list(names))
    if find_spec("polars"):
        return import_module("polars").DataFrame(
            values, schema=None if values else list(names), infer_schema_length=None
        )
    raise TruceError("a frame needs pandas or polars: install one with `pip install 'truce-tracker[frames]'`")
