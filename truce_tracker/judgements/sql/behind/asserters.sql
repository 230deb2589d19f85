-- Who says that each commitment was made while an obligor of it has not, and since when? (definitions: "Unmatched")
--
-- `shown` holds the commitments to tell of. Since their first claim on record that affirms it, wholly or in part; an
-- obligor's report of doing counts, as it does for its position.
--
-- Needs: position, standing
SELECT commitment, party, since, claim
FROM (
    SELECT c.commitment, c.party, c.said_first AS since, c.id AS claim,
           ROW_NUMBER() OVER (
               PARTITION BY c.commitment, c.party ORDER BY c.said_first, c.said_last, c.entry
           ) AS place
    FROM claim AS c
    JOIN position AS p ON p.commitment = c.commitment AND p.party = c.party
    WHERE c.commitment IN (SELECT id FROM shown) AND p.position IN ('affirms', 'affirms-in-part')
      AND c.on_record AND c.said_first <= :as_of
      AND (c.stance IN ('affirms', 'affirms-in-part')
           OR c.stance IN ('reports-met', 'reports-progress')
              AND EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = c.commitment AND o.party = c.party))
      AND EXISTS (SELECT 1 FROM standing AS owes
                  WHERE owes.commitment = c.commitment AND owes.party <> c.party
                    AND owes.is_obligor = 1 AND owes.position <> 'affirms')
) AS ordered
WHERE place = 1
ORDER BY commitment, party
