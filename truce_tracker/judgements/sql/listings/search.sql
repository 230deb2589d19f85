-- Where do the words of :search occur, as of :as_of? Best first.
--
-- Words that are the source's account of what was said stand as its outlet's, as everywhere (`render.quoted`).
--
-- :search is an FTS5 query. In a passage, char(2) and char(3) stand around the words that were found; a word found only
-- by its Chinese pairs is not marked. Each part orders by its index alone and goes through it first (CROSS JOIN), so
-- that passages are cut for the best only: to cut them for all of 10,000 texts took two seconds.
SELECT kind, id, day, passage
FROM (
    SELECT * FROM (
        SELECT 'claim' AS kind, c.id, c.said AS day, claim_search.rank AS score,
               LTRIM(COALESCE(HIGHLIGHT(claim_search, 0, CHAR(2), CHAR(3)), '')
               || COALESCE(CASE WHEN c.words_as = 'own' THEN ' '
                                ELSE ' ' || (SELECT COALESCE(s.outlet, s.id) FROM source AS s WHERE s.id = c.source) || ': '
                           END || '"' || HIGHLIGHT(claim_search, 1, CHAR(2), CHAR(3)) || '"', '')
               || COALESCE(' (' || HIGHLIGHT(claim_search, 2, CHAR(2), CHAR(3)) || ')', '')) AS passage
        FROM claim_search
        CROSS JOIN claim AS c ON c.entry = claim_search.rowid
        WHERE claim_search MATCH :search AND EXISTS (SELECT 1 FROM pair AS p WHERE p.claim = c.id AND p.known <= :as_of)
        ORDER BY claim_search.rank
        LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT 'commitment', k.id, NULL, commitment_search.rank,
               HIGHLIGHT(commitment_search, 0, CHAR(2), CHAR(3))
        FROM commitment_search
        CROSS JOIN commitment AS k ON k.entry = commitment_search.rowid
        WHERE commitment_search MATCH :search
        ORDER BY commitment_search.rank
        LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT 'source', s.id, s.published, source_text_search.rank,
               SNIPPET(source_text_search, 0, CHAR(2), CHAR(3), ' … ', 32)
        FROM source_text_search
        CROSS JOIN source AS s ON s.entry = source_text_search.rowid
        WHERE source_text_search MATCH :search AND (s.published_last IS NULL OR s.published_last <= :as_of)
        ORDER BY source_text_search.rank
        LIMIT :limit
    )
) AS found
ORDER BY score, kind, id
LIMIT :limit
