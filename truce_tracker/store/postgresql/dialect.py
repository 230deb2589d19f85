"""The SQL of truce, which is SQLite's, as PostgreSQL takes it: by sqlglot, once for each text, and kept in a file.

What the two name differently and sqlglot does not know is a function of the ledger's schema (see `functions.sql`).
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from hashlib import blake2b

# what needs no more than other marks: no order, no function, no conflict that the two would take otherwise
_PLAIN = re.compile(r"(?!.*(?:json_|MATCH|ORDER BY|GROUP_CONCAT|OVER|\bDATE\(|\bWITH\b))", re.S)
_SHORT = 300  # characters, up to which a statement may be plain
_MARK = re.compile(r"\?(\d*)")
_NAMED = re.compile(r"(?<![:\w]):([a-z_]+)\b")
_BEFORE = (  # what sqlglot would read as something else
    (re.compile(r"\bDATE\('now', 'localtime'\)", re.I), "today_here()"),
    (re.compile(r"\bjson_each\(", re.I), "items_of("),
    (re.compile(r"\bjson_group_array\(", re.I), "array_of("),
    (re.compile(r"\bGROUP_CONCAT\(", re.I), "joined("),
    (re.compile(r"\bDATE\((?=[\w:.]+,)", re.I), "day_moved("),
    (re.compile(r"\b(\w+_search) MATCH (:\w+|\?)"), r"words_match(\1.words, \2)"),
)
_COMMENT = re.compile(r"(?:^|\s)--.*$", re.M)
_RENAMED = (
    (re.compile(r"\bCROSS JOIN (\w+ AS \w+ ON\b)"), r"JOIN \1"),
    (re.compile(r"CREATE UNIQUE INDEX temp\.", re.I), "CREATE UNIQUE INDEX "),
    (re.compile(r"\) WITHOUT ROWID", re.I), ")"),
    (re.compile(r"\btemp\."), "pg_temp."),
    (re.compile(r"(?<![.\w])rowid\b(?! FROM)"), "ctid"),  # rows stand in the order in which they were written
    (re.compile(r"\bCREATE TEMP\b", re.I), "CREATE TEMPORARY"),
)


def translated(text: str) -> str:
    """A statement with psycopg's marks for its parameters; ``main.`` stands before names of the ledger's schema."""
    text = _COMMENT.sub("", text)
    for pattern, instead in _RENAMED:
        text = pattern.sub(instead, text)
    if text.lstrip().startswith("CREATE TEMPORARY TABLE"):
        text = text.replace(" INTEGER", " BIGINT").replace(" TEXT", ' TEXT COLLATE "C"')
    ignored = text.replace("INSERT OR IGNORE ", "INSERT ", 1)
    if ignored != text:
        text = f"{ignored.rstrip()} ON CONFLICT DO NOTHING"
    return _marked(text) if len(text) < _SHORT and _PLAIN.match(text) else _looked_up(text)


def standing_alone(query: str, ledger: str) -> str:
    """A query without parameters, for psql and other programs: it says first in which schema its names are."""
    made = _by_sqlglot(_COMMENT.sub("", query), pretty=True).replace("%%", "%")
    return f'SET search_path TO "{ledger}";\n{made};\n'


def _marked(text: str) -> str:
    """The marks for parameters as psycopg has them; a numbered one is named."""
    text = text.replace("%", "%%")
    text = _MARK.sub(lambda found: f"%(p{found[1]})s" if found[1] else "%s", text)
    return _NAMED.sub(r"%(\1)s", text)


def _by_sqlglot(text: str, pretty: bool = False) -> str:
    import sqlglot

    head = re.match(r"\s*CREATE (?:TEMPORARY )?(?:TABLE|VIEW) \w+ AS\s", text)
    begins = head[0] if head else ""
    text = text[len(begins) :]
    for pattern, instead in _BEFORE:
        text = pattern.sub(instead, text)
    (made,) = sqlglot.transpile(_hidden(text), read="sqlite", write="postgres", identify=True, pretty=pretty)
    made = made.replace(" AS INT)", " AS BIGINT)")
    return _MADE.sub(lambda found: f"%({found[1]})s" if found[1] else "%s", (begins + made).replace("%", "%%"))


def _hidden(text: str) -> str:
    """The statement with its parameters as names that no dialect changes."""
    numbered = _MARK.sub(lambda found: f"given__p{found[1]}" if found[1] else "given__", text)
    return _NAMED.sub(r"given__\1", numbered)


_MADE = re.compile(r'"given__(\w*)"')


@cache
def _looked_up(text: str) -> str:
    """The translation that was kept, or a new one."""
    key = blake2b(f"{_VERSION} {text}".encode(), digest_size=16).hexdigest()
    kept = _kept()
    found = kept.execute("SELECT text FROM translation WHERE key = ?", (key,)).fetchone()
    if found is None:
        found = (_by_sqlglot(text),)
        kept.execute("INSERT OR IGNORE INTO translation VALUES (?, ?)", (key, *found))
    return str(found[0])


_VERSION = 1  # raised with every change of how is translated


@cache
def _kept() -> sqlite3.Connection:
    """The file of translations, in the user's cache; in memory where none can be written."""
    from platformdirs import user_cache_path

    try:
        path = user_cache_path("truce", appauthor=False, ensure_exists=True) / "postgresql.db"
        connection = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
        connection.execute("CREATE TABLE IF NOT EXISTS translation (key TEXT PRIMARY KEY, text TEXT)")
    except (OSError, sqlite3.Error):
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.execute("CREATE TABLE translation (key TEXT PRIMARY KEY, text TEXT)")
    return connection
