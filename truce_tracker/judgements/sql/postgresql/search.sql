-- Where do the words of :search occur, as of :as_of? Best first. As listings/search.sql, with PostgreSQL's own index.
SELECT kind, id, day, passage
FROM (
    SELECT 'claim' AS kind, c.id, c.said AS day, -ts_rank(f.words, query_of(:search)) AS score,
           ltrim(COALESCE(marked(c.text, :search), '')
                 || COALESCE(CASE WHEN c.words_as = 'own' THEN ' '
                                  ELSE ' ' || (SELECT COALESCE(s.outlet, s.id) FROM source AS s WHERE s.id = c.source) || ': '
                             END || '"' || marked(c.quote, :search) || '"', '')
                 || COALESCE(' (' || marked(c.note, :search) || ')', '')) AS passage
    FROM claim_search AS f
    JOIN claim AS c ON c.entry = f.rowid
    WHERE words_match(f.words, :search) AND EXISTS (SELECT 1 FROM pair AS p WHERE p.claim = c.id AND p.known <= :as_of)
    UNION ALL
    SELECT 'commitment', k.id, NULL, -ts_rank(f.words, query_of(:search)), marked(k.summary, :search)
    FROM commitment_search AS f
    JOIN commitment AS k ON k.entry = f.rowid
    WHERE words_match(f.words, :search)
    UNION ALL
    SELECT 'source', s.id, s.published, -ts_rank(f.words, query_of(:search)), excerpt(t.text, :search)
    FROM source_text_search AS f
    JOIN source_text AS t ON t.entry = f.rowid
    JOIN source AS s ON s.id = t.source
    WHERE words_match(f.words, :search) AND (s.published_last IS NULL OR s.published_last <= :as_of)
) AS found
ORDER BY score, kind, id
LIMIT :limit
