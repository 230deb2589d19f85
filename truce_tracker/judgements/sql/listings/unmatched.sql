-- Which commitments does somebody count on while an obligor has not affirmed them?           (definitions: "Unmatched")
--
-- A closed commitment is left out, but with :all.
--
-- Needs: position, standing, status, closing, chosen_commitment
SELECT k.id AS commitment, k.summary, k.topic, status.status, closing.state, closing.state_one_sided,
       COUNT(*) OVER () AS total
FROM chosen_commitment AS k
JOIN status ON status.commitment = k.id
JOIN closing ON closing.commitment = k.id
WHERE EXISTS (SELECT 1
              FROM standing AS owes
              JOIN position AS asserts ON asserts.commitment = owes.commitment AND asserts.party <> owes.party
              WHERE owes.commitment = k.id AND owes.is_obligor = 1 AND owes.position <> 'affirms'
                AND asserts.position IN ('affirms', 'affirms-if', 'affirms-in-part'))
  AND (:all = 1 OR NOT closing.closed)
ORDER BY k.entry
LIMIT :limit
