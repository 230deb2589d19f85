-- The full-text index: words of claims, commitments and stored texts, kept in step by triggers. FTS5 holds only the
-- index (external content); `bigrams` makes Chinese words of two characters findable. The quotes around the content
-- tables are what Datasette looks for.
CREATE VIRTUAL TABLE claim_search USING fts5(
    text, quote, note, bigrams,
    content="claim", content_rowid="entry", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE commitment_search USING fts5(
    summary, bigrams,
    content="commitment", content_rowid="entry", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE source_text_search USING fts5(
    text, bigrams,
    content="source_text", content_rowid="entry", tokenize="porter unicode61 remove_diacritics 2"
);

CREATE TRIGGER claim_searched_insert AFTER INSERT ON claim BEGIN
    INSERT INTO claim_search (rowid, text, quote, note, bigrams)
    VALUES (new.entry, new.text, new.quote, new.note, new.bigrams);
END;
CREATE TRIGGER claim_searched_delete AFTER DELETE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text, quote, note, bigrams)
    VALUES ('delete', old.entry, old.text, old.quote, old.note, old.bigrams);
END;
CREATE TRIGGER claim_searched_update AFTER UPDATE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text, quote, note, bigrams)
    VALUES ('delete', old.entry, old.text, old.quote, old.note, old.bigrams);
    INSERT INTO claim_search (rowid, text, quote, note, bigrams)
    VALUES (new.entry, new.text, new.quote, new.note, new.bigrams);
END;

CREATE TRIGGER commitment_searched_insert AFTER INSERT ON commitment BEGIN
    INSERT INTO commitment_search (rowid, summary, bigrams) VALUES (new.entry, new.summary, new.bigrams);
END;
CREATE TRIGGER commitment_searched_delete AFTER DELETE ON commitment BEGIN
    INSERT INTO commitment_search (commitment_search, rowid, summary, bigrams)
    VALUES ('delete', old.entry, old.summary, old.bigrams);
END;
CREATE TRIGGER commitment_searched_update AFTER UPDATE ON commitment BEGIN
    INSERT INTO commitment_search (commitment_search, rowid, summary, bigrams)
    VALUES ('delete', old.entry, old.summary, old.bigrams);
    INSERT INTO commitment_search (rowid, summary, bigrams) VALUES (new.entry, new.summary, new.bigrams);
END;

CREATE TRIGGER source_text_searched_insert AFTER INSERT ON source_text BEGIN
    INSERT INTO source_text_search (rowid, text, bigrams) VALUES (new.entry, new.text, new.bigrams);
END;
CREATE TRIGGER source_text_searched_delete AFTER DELETE ON source_text BEGIN
    INSERT INTO source_text_search (source_text_search, rowid, text, bigrams)
    VALUES ('delete', old.entry, old.text, old.bigrams);
END;
