-- Which commitments does somebody count on while an obligor has not affirmed them?       (DESIGN section 4, "Unmatched")
--
-- Needs: position (positions.sql), standing (standings.sql), status (statuses.sql). The filter :party lets through what
-- it owes.
SELECT k.id AS commitment, k.summary, k.topic, status.status, COUNT(*) OVER () AS total
FROM commitment AS k
JOIN status ON status.commitment = k.id
WHERE EXISTS (SELECT 1
              FROM standing AS owes
              JOIN position AS asserts ON asserts.commitment = owes.commitment AND asserts.party <> owes.party
              WHERE owes.commitment = k.id AND owes.is_obligor = 1 AND owes.position <> 'affirms'
                AND asserts.position IN ('affirms', 'affirms-in-part'))
  AND (:party IS NULL OR EXISTS (SELECT 1 FROM obligor AS o
                                 WHERE o.commitment = k.id AND REPLACE(:party, ',' || o.party || ',', '') <> :party))
  AND (:topic IS NULL OR REPLACE(:topic, ',' || k.topic || ',', '') <> :topic)
  AND (:commitment IS NULL OR REPLACE(:commitment, ',' || k.id || ',', '') <> :commitment)
  AND (:search IS NULL OR k.entry IN (SELECT rowid FROM commitment_search WHERE commitment_search MATCH :search))
ORDER BY k.entry
LIMIT :limit
