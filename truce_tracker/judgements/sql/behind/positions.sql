-- Who stands where on the shown commitments: who owes it or is owed it, then any other party that takes a position?
--
-- `shown` holds the commitments.
--
-- Needs: position, standing
SELECT commitment, party, is_obligor, is_beneficiary, position, since, latest, claim
FROM (
    SELECT s.commitment, s.party, s.is_obligor, s.is_beneficiary, s.position, s.since, s.latest, s.claim
    FROM shown
    JOIN standing AS s ON s.commitment = shown.id
    UNION ALL
    SELECT p.commitment, p.party, 0, 0, p.position, p.since, p.latest, p.claim
    FROM shown
    JOIN position AS p ON p.commitment = shown.id
    WHERE p.position NOT IN ('declines', 'mentions')
      AND NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.commitment = p.commitment AND s.party = p.party)
) AS stands
ORDER BY commitment, is_obligor + is_beneficiary = 0, party
