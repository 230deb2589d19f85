-- The words of claims, commitments and stored texts, as PostgreSQL finds them: stems as in English, and the pairs of
-- Chinese characters. Everything that is named is of pg_catalog, so that a dump can be restored.
CREATE FUNCTION words_of(VARIADIC texts TEXT[]) RETURNS TSVECTOR LANGUAGE SQL IMMUTABLE AS
    'SELECT to_tsvector(''pg_catalog.english'', array_to_string(texts, '' ''))';

CREATE INDEX claim_searched ON claim USING GIN (words_of(text, quote, note, bigrams));
CREATE INDEX commitment_searched ON commitment USING GIN (words_of(summary, bigrams));
CREATE INDEX source_text_searched ON source_text USING GIN (words_of(text, bigrams));

CREATE VIEW claim_search AS SELECT entry AS rowid, words_of(text, quote, note, bigrams) AS words FROM claim;
CREATE VIEW commitment_search AS SELECT entry AS rowid, words_of(summary, bigrams) AS words FROM commitment;
CREATE VIEW source_text_search AS SELECT entry AS rowid, words_of(text, bigrams) AS words FROM source_text;

-- A query of FTS5 as truce writes it: phrases in quotation marks, all or any of them, a star behind the start of a word.
CREATE FUNCTION query_of(wanted TEXT) RETURNS TSQUERY LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    part TEXT;
    phrase TEXT;
    term TSQUERY;
    made TSQUERY;
BEGIN
    FOREACH part IN ARRAY regexp_split_to_array(wanted, ' (AND|OR) ') LOOP
        phrase := substring(part FROM '"(.*)"');
        term := CASE WHEN part LIKE '%*' THEN to_tsquery('pg_catalog.simple', quote_literal(phrase) || ':*')
                     ELSE phraseto_tsquery('pg_catalog.english', phrase) END;
        CONTINUE WHEN term IS NULL OR numnode(term) = 0;
        made := CASE WHEN made IS NULL THEN term WHEN wanted LIKE '%" OR %' THEN made || term ELSE made && term END;
    END LOOP;
    RETURN made;
END
$$;
CREATE FUNCTION words_match(words TSVECTOR, wanted TEXT) RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE AS
    'SELECT words @@ query_of(wanted)';
CREATE FUNCTION marked(words TEXT, wanted TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
    'SELECT ts_headline(''pg_catalog.english'', words, query_of(wanted),
                        ''HighlightAll=true, StartSel='' || chr(2) || '', StopSel='' || chr(3))';
CREATE FUNCTION excerpt(words TEXT, wanted TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
    'SELECT ts_headline(''pg_catalog.english'', words, query_of(wanted),
                        ''MaxWords=32, MinWords=16, StartSel='' || chr(2) || '', StopSel='' || chr(3))';
