"""What the ledger has, looked up: its ids, what a name means, the source at an address. No day and no verdict here."""

from __future__ import annotations

from typing import Any, Literal

from truce_tracker.judgements.asking import Asker
from truce_tracker.judgements.compose import ALL

Table = Literal["claim", "commitment", "deadline", "milestone", "source", "speaker", "party", "topic", "check"]
TABLES: tuple[Table, ...] = (
    "claim", "commitment", "deadline", "milestone", "source", "speaker", "party", "topic", "check",
)  # fmt: skip
_NAMES = {"party": "name, aliases", "speaker": "name, aliases", "topic": "name, '[]'"}
_WITHOUT_TEXT = """
SELECT s.id FROM source AS s
WHERE LOWER(s.title) = LOWER(?) AND NOT EXISTS (SELECT 1 FROM source_text AS t WHERE t.source = s.id)
ORDER BY s.entry
"""


class Lookups(Asker):
    """A store, open for looking up."""

    def has(self, table: Table, identity: str) -> bool:
        """Whether a record of a table has this id."""
        return self.connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (identity,)).fetchone() is not None

    def ids(self, *tables: Table, beginning: str = "", limit: int = ALL) -> list[str]:
        """The ids of some tables that begin so, each once, sorted table by table; at most `limit` of a table."""
        found: dict[str, None] = {}
        for table in tables:
            query = f'SELECT id FROM "{table}" WHERE id >= ? AND id < ? ORDER BY id LIMIT ?'
            rows = self.connection.execute(query, (beginning, f"{beginning}\U0010ffff", limit))
            found |= {row[0]: None for row in rows}  # a deadline's only milestone has its id
        return list(found)

    def names(self, table: Table) -> dict[str, list[str]]:
        """The ids of a table, each with its name and aliases: parties, speakers and topics have some."""
        import json

        columns = _NAMES.get(table, "NULL, '[]'")
        rows = self.connection.execute(f'SELECT id, {columns} FROM "{table}" ORDER BY id')
        return {identity: [*([name] if name else ()), *json.loads(aliases)] for identity, name, aliases in rows}

    def words(self, *tables: Table) -> list[str]:
        """All that can be said for a record of some tables: the ids, then the names and aliases."""
        names = [each for table in tables if table in _NAMES for more in self.names(table).values() for each in more]
        return [*self.ids(*tables), *names]

    def named(self, table: Table, word: str) -> list[str]:
        """The ids that a word means: itself where it is one; else, whatever the case, those so called or so named."""
        if self.has(table, word):
            return [word]
        wanted = word.casefold()
        names = self.names(table) if table in _NAMES else {}
        return [each for each, more in names.items() if wanted in (name.casefold() for name in (each, *more))]

    # -- sources ---------------------------------------------------------------------------------------------------

    def source(self, identity: str) -> dict[str, Any] | None:
        """A source as it is stored, by column; None where there is none."""
        row = self.connection.execute("SELECT * FROM source WHERE id = ?", (identity,)).fetchone()
        return dict(row) if row else None

    def sources_at(self, url: str) -> list[str]:
        """The sources of a page, whatever tracks the way to it or keeps a copy of it, in order of entry."""
        from truce_tracker.addresses import same_page  # no listing asks for it

        rows = self.connection.execute("SELECT id, url FROM source WHERE url IS NOT NULL ORDER BY entry")
        return [row["id"] for row in rows if same_page(row["url"], url)]

    def sources_titled(self, title: str) -> list[str]:
        """The sources of a title whose text is not stored, in order of entry."""
        return [row["id"] for row in self.connection.execute(_WITHOUT_TEXT, (title,))]

    def quoted(self, source: str) -> list[tuple[str, str]]:
        """The claims of a source that quote it, each with its quote, in order of entry."""
        query = "SELECT id, quote FROM claim WHERE source = ? AND quote IS NOT NULL ORDER BY entry"
        return [(row["id"], row["quote"]) for row in self.connection.execute(query, (source,))]

    # -- what a proposal may mean ----------------------------------------------------------------------------------

    def third_party(self, name: str) -> str | None:
        """The speaker of a name who speaks for no party."""
        return self._first("SELECT id FROM speaker WHERE name = ? AND party IS NULL", name)

    def deadline_on(self, commitment: str, day: str) -> str | None:
        """The first deadline of a commitment that is due on an ISO day."""
        query = "SELECT id FROM deadline WHERE commitment = ? AND due_day = ? ORDER BY entry LIMIT 1"
        return self._first(query, commitment, day)

    def _first(self, query: str, *values: str) -> str | None:
        row = self.connection.execute(query, values).fetchone()
        return str(row[0]) if row else None
