-- What is the verdict on every commitment that is listed, and on every milestone that is known, as of :as_of?
--
-- Needs: listed, status, closing, milestone_state
SELECT 'commitment' AS kind, k.id, k.id AS commitment, k.summary, status.status, 1 AS turn, k.entry
FROM listed AS k
JOIN status ON status.commitment = k.id
UNION ALL
SELECT 'state', k.id, k.id, k.summary, closing.state, 2, k.entry
FROM listed AS k
JOIN closing ON closing.commitment = k.id
UNION ALL
SELECT 'milestone', s.milestone, s.commitment, s.summary, s.status, 3, s.entry
FROM milestone_state AS s
ORDER BY turn, entry, id
