-- Which commitments are there, what is said of each, and what became of it?             (definitions: "Status", "State")
--
-- Needs: listed, status, closing, chosen_commitment
SELECT k.id AS commitment, k.summary, k.topic, status.status, closing.state, closing.state_one_sided,
       COUNT(*) OVER () AS total
FROM chosen_commitment AS k
JOIN listed ON listed.id = k.id
JOIN status ON status.commitment = k.id
JOIN closing ON closing.commitment = k.id
ORDER BY k.entry
LIMIT :limit
