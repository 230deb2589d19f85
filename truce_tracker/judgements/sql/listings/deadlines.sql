-- Which milestones are there, by their day? With :overdue = 1, which have passed it without a word that they were met?
--                                                                                  (definitions: "Milestones", "Overdue")
-- Overdue are those that count and whose commitment is not closed; with :all the others too. The filters :since and
-- :until are due days; :search looks at the phrase and at the commitment.
--
-- Needs: milestone_state, closing, chosen_commitment
SELECT s.*, COUNT(*) OVER () AS total
FROM milestone_state AS s
JOIN chosen_commitment AS k ON k.id = s.commitment
JOIN closing ON closing.commitment = s.commitment
WHERE (:overdue = 0
       OR (s.status IN ('overdue', 'unmet') OR s.status = 'disputed' AND s.due < :as_of)
          AND (:all = 1 OR s.counts AND NOT closing.closed))
  AND (:since IS NULL OR s.due >= :since)
  AND (:until IS NULL OR s.due <= :until)
  AND (:search IS NULL OR LOWER(COALESCE(s.phrase, '')) LIKE :pattern ESCAPE '\'
       OR k.entry IN (SELECT rowid FROM commitment_search WHERE commitment_search MATCH :search))
ORDER BY s.due IS NULL, s.due, CASE WHEN :overdue = 1 THEN s.milestone END, s.entry, s.milestone
LIMIT :limit
