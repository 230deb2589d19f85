-- Who says that each commitment was made while an obligor of it has not, and since when?     (definitions: "Unmatched")
--
-- `shown` holds the commitments to tell of.
--
-- Needs: position, standing
SELECT p.commitment, p.party, p.position, p.since, p.claim
FROM shown
JOIN position AS p ON p.commitment = shown.id
WHERE p.position IN ('affirms', 'affirms-if', 'affirms-in-part')
  AND EXISTS (SELECT 1 FROM standing AS owes
              WHERE owes.commitment = p.commitment AND owes.party <> p.party
                AND owes.is_obligor = 1 AND owes.position <> 'affirms')
ORDER BY p.commitment, p.party
