-- Which commitments are there, and what is the status of each?
--
-- Needs: standing (standings.sql), status (statuses.sql). The filter :party lets through what it owes or is owed.
SELECT k.id AS commitment, k.summary, k.topic, status.status, COUNT(*) OVER () AS total
FROM commitment AS k
JOIN status ON status.commitment = k.id
WHERE (:party IS NULL OR EXISTS (SELECT 1 FROM standing AS s
                                 WHERE s.commitment = k.id AND REPLACE(:party, ',' || s.party || ',', '') <> :party))
  AND (:topic IS NULL OR REPLACE(:topic, ',' || k.topic || ',', '') <> :topic)
  AND (:commitment IS NULL OR REPLACE(:commitment, ',' || k.id || ',', '') <> :commitment)
  AND (:search IS NULL OR k.entry IN (SELECT rowid FROM commitment_search WHERE commitment_search MATCH :search))
ORDER BY k.entry
LIMIT :limit
