-- Which commitments are the words of :search most likely about? As behind/likely.sql, with PostgreSQL's own index.
SELECT commitment, MAX(score) AS score
FROM (
    SELECT k.id AS commitment, ts_rank(f.words, query_of(:search)) AS score
    FROM commitment_search AS f
    JOIN commitment AS k ON k.entry = f.rowid
    WHERE words_match(f.words, :search)
    UNION ALL
    SELECT cc.commitment, ts_rank(f.words, query_of(:search))
    FROM claim_search AS f
    JOIN claim AS c ON c.entry = f.rowid
    JOIN claim_commitment AS cc ON cc.claim = c.id
    WHERE words_match(f.words, :search)
) AS scored
GROUP BY commitment
ORDER BY score DESC, commitment
LIMIT 5
