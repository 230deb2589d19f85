-- What is the verdict on every commitment, and on every milestone that is known, as of :as_of?
--
-- Needs: status, milestone_state
SELECT 'commitment' AS kind, k.id, k.id AS commitment, k.summary, status.status, 1 AS place, k.entry
FROM status
JOIN commitment AS k ON k.id = status.commitment
UNION ALL
SELECT 'milestone', s.milestone, s.commitment, s.summary, s.status, 2, s.entry
FROM milestone_state AS s
ORDER BY place, entry, id
