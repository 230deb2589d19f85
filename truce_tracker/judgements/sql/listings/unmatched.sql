-- Which commitments does somebody count on while an obligor has not affirmed them?       (definitions: "Unmatched")
--
-- Needs: position, standing, status, chosen_commitment
SELECT k.id AS commitment, k.summary, k.topic, status.status, COUNT(*) OVER () AS total
FROM chosen_commitment AS k
JOIN status ON status.commitment = k.id
WHERE EXISTS (SELECT 1
              FROM standing AS owes
              JOIN position AS asserts ON asserts.commitment = owes.commitment AND asserts.party <> owes.party
              WHERE owes.commitment = k.id AND owes.is_obligor = 1 AND owes.position <> 'affirms'
                AND asserts.position IN ('affirms', 'affirms-in-part'))
ORDER BY k.entry
LIMIT :limit
