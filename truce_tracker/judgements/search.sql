-- Where do the words of :search occur, as of :as_of? Best first.
--
-- :search is an FTS5 query. In a passage, char(2) and char(3) stand around the words that were found; a word found only
-- by its Chinese pairs is not marked.
SELECT kind, id, day, passage
FROM (
    SELECT 'claim' AS kind, c.id, c.said AS day, bm25(claim_search) AS rank,
           HIGHLIGHT(claim_search, 0, CHAR(2), CHAR(3))
           || COALESCE(' “' || HIGHLIGHT(claim_search, 1, CHAR(2), CHAR(3)) || '”', '')
           || COALESCE(' (' || HIGHLIGHT(claim_search, 2, CHAR(2), CHAR(3)) || ')', '') AS passage
    FROM claim_search
    JOIN claim AS c ON c.entry = claim_search.rowid
    WHERE claim_search MATCH :search AND c.said_first <= :as_of
    UNION ALL
    SELECT 'commitment', k.id, NULL, bm25(commitment_search),
           HIGHLIGHT(commitment_search, 0, CHAR(2), CHAR(3))
    FROM commitment_search
    JOIN commitment AS k ON k.entry = commitment_search.rowid
    WHERE commitment_search MATCH :search
    UNION ALL
    SELECT 'source', s.id, s.published, bm25(source_text_search),
           SNIPPET(source_text_search, 0, CHAR(2), CHAR(3), ' … ', 32)
    FROM source_text_search
    JOIN source AS s ON s.entry = source_text_search.rowid
    WHERE source_text_search MATCH :search AND (s.published_first IS NULL OR s.published_first <= :as_of)
) AS found
ORDER BY rank, kind, id
LIMIT :limit
