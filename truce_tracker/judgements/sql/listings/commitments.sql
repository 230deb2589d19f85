-- Which commitments are there, and what is the status of each?
--
-- Needs: status, chosen_commitment
SELECT k.id AS commitment, k.summary, k.topic, status.status, COUNT(*) OVER () AS total
FROM chosen_commitment AS k
JOIN status ON status.commitment = k.id
ORDER BY k.entry
LIMIT :limit
