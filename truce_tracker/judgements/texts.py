"""Questions about the stored texts: where words occur, what a text is likely about, which texts are alike."""

from __future__ import annotations

import re
import sqlite3

from truce_tracker import rows as kinds
from truce_tracker.judgements.asking import Answer, Asker, Day, parameters_of
from truce_tracker.judgements.compose import query


class Texts(Asker):
    """A store, open for questions about its texts."""

    def search(self, words: str, as_of: Day, limit: int | None = None) -> Answer[kinds.Found]:
        """Where words occur in claims, commitments and stored texts, best first."""
        values = parameters_of(as_of, {"search": words or " ", "limit": limit})  # no words find nothing
        rows = self.connection.execute(self._own("listings", "search"), values)
        return Answer(_found(row, words) for row in rows)

    def likely_commitments(self, text: str) -> list[tuple[str, float]]:
        """The commitments that a text is most likely about, each with its score, best first."""
        from truce_tracker.searching import match_any

        rows = self.connection.execute(self._own("behind", "likely"), {"search": match_any(text)})
        return [(row["commitment"], row["score"]) for row in rows]

    def alike(self, text: str) -> list[kinds.Alike]:
        """The stored texts that share most with a text, most alike first."""
        from truce_tracker.alike import sample, share

        wanted = sample(text)
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (run INTEGER PRIMARY KEY)")
        self.connection.execute("DELETE FROM temp.wanted")
        self.connection.executemany("INSERT INTO temp.wanted VALUES (?)", [(run,) for run in wanted])
        rows = self.connection.execute(query("behind", "alike").text).fetchall()
        alike = [kinds.Alike(row["source"], share(row["shared"], (row["runs"], len(wanted)))) for row in rows]
        return sorted(alike, key=lambda each: -each.share)

    def text(self, source: str) -> str | None:
        """The stored words of a source; None where there are none."""
        row = self.connection.execute("SELECT text FROM source_text WHERE source = ?", (source,)).fetchone()
        return row["text"] if row else None

    def anchors(self, source: str) -> list[sqlite3.Row]:
        """Where the quotes of a source's claims stand in its text, from first to last."""
        found = "SELECT * FROM anchor WHERE source = ? ORDER BY begins, ends, claim"
        return self.connection.execute(found, (source,)).fetchall()

    def anchor(self, claim: str) -> sqlite3.Row | None:
        """Where a claim's quote stands; None where it has none or the text is not stored."""
        row: sqlite3.Row | None = self.connection.execute("SELECT * FROM anchor WHERE claim = ?", (claim,)).fetchone()
        return row


def _found(row: sqlite3.Row, words: str) -> kinds.Found:
    """A row of search.sql, the marks taken out of the passage; Chinese words, which it cannot mark, are marked here."""
    from truce_tracker.searching import chinese_runs

    passage, marks = "", []
    for number, piece in enumerate(re.split("[\x02\x03]", row["passage"])):
        if number % 2:
            marks.append((len(passage), len(passage) + len(piece)))
        passage += piece
    marks += [each.span() for run in chinese_runs(words) for each in re.finditer(run, passage)]
    return kinds.Found(row["kind"], row["id"], row["day"], passage, tuple(sorted(marks)))
