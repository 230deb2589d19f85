-- Where does each party stand on each commitment, as of :as_of?            (definitions: "Position")
--
-- The latest claim on record that takes a position decides; where there is none, the latest that declines; where there
-- is none either, the latest that mentions. A party that is not in the answer is silent. An obligor that reports doing
-- what it owes affirms thereby that it owes it.
--
-- Key: commitment, party
SELECT commitment, party, position, since, claim
FROM (
    SELECT commitment, party, position, since, claim,
           ROW_NUMBER() OVER (
               PARTITION BY commitment, party
               ORDER BY tier, since DESC, said_last DESC, entry DESC
           ) AS place
    FROM (
        SELECT c.commitment, c.party, c.id AS claim, c.said_first AS since, c.said_last, c.entry,
               CASE WHEN c.stance IN ('reports-met', 'reports-progress') THEN 'affirms' ELSE c.stance END AS position,
               CASE c.stance WHEN 'declines' THEN 2 WHEN 'mentions' THEN 3 ELSE 1 END AS tier
        FROM claim AS c
        WHERE c.commitment IS NOT NULL AND c.party IS NOT NULL AND c.on_record
          AND c.said_first <= :as_of
          AND (c.stance IN ('affirms', 'affirms-in-part', 'denies', 'proposes', 'withdraws', 'declines', 'mentions')
               OR c.stance IN ('reports-met', 'reports-progress')
                  AND EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = c.commitment AND o.party = c.party))
    ) AS spoken
) AS ranked
WHERE place = 1
