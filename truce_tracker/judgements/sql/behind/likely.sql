-- Which commitments are the words of :search most likely about? Best first; :search is an FTS5 query of any of the words.
--
-- What was claimed of a commitment counts as much as its summary; the best of them speaks for it.
SELECT commitment, MAX(score) AS score
FROM (
    SELECT k.id AS commitment, -bm25(commitment_search) AS score
    FROM commitment_search
    JOIN commitment AS k ON k.entry = commitment_search.rowid
    WHERE commitment_search MATCH :search
    UNION ALL
    SELECT cc.commitment, -bm25(claim_search)
    FROM claim_search
    JOIN claim AS c ON c.entry = claim_search.rowid
    JOIN claim_commitment AS cc ON cc.claim = c.id
    WHERE claim_search MATCH :search
) AS scored
GROUP BY commitment
ORDER BY score DESC, commitment
LIMIT 5
