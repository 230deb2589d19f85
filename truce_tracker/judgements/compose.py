"""How the SQL of a question is put together: the one place that does it. Nothing is asked here.

Each file of `sql/` is one SELECT that says in its head what it needs: ``-- Needs: standing, chosen_claim``.

- `sql/base`: what verdicts rest on (where a party stands, what a commitment's status is). Its name is the file's.
- `sql/inline`: what is read as part of a query: what is known and leads, what the filters of a listing let through.
- `sql/listings`: the questions. `sql/behind`: what stands behind the rows of an answer.

truce keeps the base of a day in temporary tables with a key (``-- Key: commitment, party``), since several questions
ask for it one after another; `composed_query` prints the same text as one query, with the base in its WITH clause.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

TODAY = "DATE('now', 'localtime')"
ALL = 2**62
"""A limit that lets every row through: more than any store holds."""

QUESTIONS = (
    "claims", "one-sided", "unmatched", "commitments", "overdue", "deadlines", "divergences", "drift", "compare",
    "silence", "timeline", "parties", "speakers", "topics", "sources",
)  # fmt: skip
_FILES = {"overdue": "deadlines", "compare": "comparison"}
_ROOT = Path(__file__).with_name("sql")
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)\b")
_FILTER = re.compile(r" *AND \(:([a-z_]+) IS NULL\b")
_SET = re.compile(r"( *AND )\(:[a-z_]+ IS NULL\s+OR ")
_HEAD = re.compile(r"\A(?:--.*\n)*")
_WITH = re.compile(r"WITH (?:RECURSIVE )?")


@dataclass(frozen=True, slots=True)
class Query:
    """One file of SQL: its name, its text without the head, what it needs by name, and the key of its rows."""

    name: str
    head: str
    text: str
    needs: tuple[str, ...]
    key: str | None


@cache
def query(room: str, name: str) -> Query:
    """The query of a file, as ``query("base", "standing")``."""
    text = (_ROOT / room / f"{name}.sql").read_text(encoding="utf-8")
    head = _HEAD.match(text)
    comment = head[0] if head else ""
    needs = re.search(r"^-- Needs: (.*)$", comment, re.MULTILINE)
    key = re.search(r"^-- Key: (.*)$", comment, re.MULTILINE)
    return Query(name, comment, text[len(comment) :], tuple(needs[1].split(", ")) if needs else (), key and key[1])


@cache
def is_inline(name: str) -> bool:
    """Whether a needed query is read as part of the one that needs it, not kept for the day."""
    return (_ROOT / "inline" / f"{name}.sql").exists()


@cache
def base_needed(room: str, name: str) -> tuple[str, ...]:
    """The parts of the base that a query reads, itself or in what is read as part of it."""
    found = query(room, name)
    read = (found, *_in_order(found, inline=True))
    return tuple(dict.fromkeys(need for each in read for need in each.needs if not is_inline(need)))


@cache
def asked(room: str, name: str, given: frozenset[str] | None = None) -> str:
    """A query with the filters that it needs in its WITH clause; the base it reads must be there as tables.

    `given` are the filters that are set: the conditions of the others are left out, and theirs hold without an OR,
    behind which SQLite would look at every row.
    """
    found = query(room, name)
    text = _with(list(_in_order(found, inline=True)), found.text)
    if given is None:
        return text
    return _SET.sub(r"\1(", "".join(_without_unset(text.splitlines(keepends=True), given)))


def composed_query(question: str, as_of: str, filters: Mapping[str, object] | None = None) -> str:
    """The whole query of a question for a day, which stands alone: `as_of` as ISO text, filters as they are named.

    It can be run by any program that reads SQLite, and gives the rows of the question's listing.
    """
    given = {
        "as_of": as_of,
        "limit": ALL,
        "skip": 0,
        "all": 0,
        "overdue": int(question == "overdue"),
        **(filters or {}),
    }
    values = {name: _literal(value) for name, value in given.items() if value is not None}
    return standing_alone(_FILES.get(question, question.replace("-", "_")), values) + "\n"


def standing_alone(
    name: str, values: Mapping[str, str], room: str = "listings", views: Mapping[str, str] | None = None
) -> str:
    """A query and all that it needs as one, with `values` (expressions of SQL) for its parameters; others are NULL.

    `views` are those that hold a part of the base already, by its name.
    """
    found = query(room, name)
    needed = list(_in_order(found, views=views or {}))
    head = _PARAMETER.sub(r"\1", found.head)  # a program that asks for parameters would find them there too
    return head + _filled(_with(needed, found.text, "MATERIALIZED "), values).rstrip("\n")


def _in_order(found: Query, inline: bool = False, views: Mapping[str, str] = MappingProxyType({})) -> Iterator[Query]:
    """All that a query needs, or all that is read as part of it, each after what it needs itself, once."""
    seen: dict[str, Query] = {}

    def visit(each: Query) -> None:
        for need in each.needs:
            if need in views:
                seen.setdefault(need, Query(need, "", f"SELECT * FROM {views[need]}\n", (), None))
            elif need not in seen and (is_inline(need) or not inline):
                needed = query("inline" if is_inline(need) else "base", need)
                visit(needed)
                seen[need] = needed

    visit(found)
    yield from seen.values()


def _with(needed: list[Query], text: str, once: str = "") -> str:
    """The query with what it needs before it; `once` is the word for each to be worked out once, whoever reads it."""
    if not needed:
        return text
    clauses = ",\n".join(f"{each.name} AS {once}(\n{each.text.rstrip()}\n)" for each in needed)
    own = _WITH.match(text)
    return f"WITH RECURSIVE {clauses}" + (f",\n{text[own.end() :]}" if own else f"\n{text}")


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The parameters as what they stand for, the conditions of filters that are not set left out."""
    kept = "".join(_without_unset(text.splitlines(keepends=True), values))
    return _PARAMETER.sub(lambda found: values.get(found[1], "NULL"), kept)


def _without_unset(lines: Iterable[str], values: Container[str]) -> Iterator[str]:
    """The lines but those of a filter that is not set: from ``AND (:topic IS NULL`` to where its bracket closes."""
    depth = 0
    for line in lines:
        unset = _FILTER.match(line)
        if depth or (unset and unset[1] not in values):
            depth += line.count("(") - line.count(")")
        else:
            yield line


def listed(values: Iterable[str]) -> str:
    """Words as a JSON list, which SQL reads with json_each; to import json would take a listing too long."""
    return "[" + ",".join('"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"' for each in values) + "]"


def _literal(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    text = value if isinstance(value, str) else listed(value)  # type: ignore[arg-type]
    return "'" + text.replace("'", "''") + "'"
