-- Which milestones are there, by their day? With :overdue = 1, which have passed it without a word that they were met?
--                                                                          (DESIGN section 4, "Milestones", "Overdue")
-- Needs: milestone_state (milestones.sql). The filter :party lets through what it owes; :since and :until are due days.
SELECT s.*, COUNT(*) OVER () AS total
FROM milestone_state AS s
WHERE (:overdue = 0 OR s.status IN ('overdue', 'unmet'))
  AND (:party IS NULL OR EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = s.commitment
                                 AND REPLACE(:party, ',' || o.party || ',', '') <> :party))
  AND (:topic IS NULL OR REPLACE(:topic, ',' || s.topic || ',', '') <> :topic)
  AND (:commitment IS NULL OR REPLACE(:commitment, ',' || s.commitment || ',', '') <> :commitment)
  AND (:since IS NULL OR s.due >= :since)
  AND (:until IS NULL OR s.due <= :until)
  AND (:search IS NULL OR LOWER(COALESCE(s.phrase, '')) LIKE :pattern ESCAPE '\'
       OR s.commitment IN (SELECT k.id FROM commitment_search JOIN commitment AS k ON k.entry = commitment_search.rowid
                           WHERE commitment_search MATCH :search))
ORDER BY s.due, CASE WHEN :overdue = 1 THEN s.milestone END, s.entry, s.milestone
LIMIT :limit
