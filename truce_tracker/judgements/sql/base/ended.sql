-- Who says that each commitment no longer holds, and does anybody's later word speak against it, as of :as_of?
--                                                                                                (definitions: "State")
-- A report that an obligor's later word has undone is left out. `answered` is whether another party has since affirmed it,
-- or reported it met or in progress.
--
-- Needs: leading, report
-- Key: place
SELECT r.place, r.commitment, r.reporter, r.party,
       EXISTS (SELECT 1 FROM leading AS p
               WHERE p.commitment = r.commitment AND p.place > r.place AND p.on_record AND p.party IS NOT NULL
                 AND (p.takes IN ('affirms', 'affirms-if', 'affirms-in-part')
                      OR p.stance IN ('reports-met', 'reports-progress'))) AS answered
FROM report AS r
WHERE r.stance = 'reports-ended' AND r.on_record AND NOT r.of_instance
  AND (r.party IS NULL
       OR EXISTS (SELECT 1 FROM obligor AS o WHERE o.commitment = r.commitment AND o.party = r.party)
       OR EXISTS (SELECT 1 FROM beneficiary AS b WHERE b.commitment = r.commitment AND b.party = r.party))
  AND NOT EXISTS (SELECT 1 FROM leading AS p
                  JOIN obligor AS o ON o.commitment = p.commitment AND o.party = p.party
                  LEFT JOIN told_of AS t ON t.commitment = p.commitment AND t.claim = p.claim AND t.party = p.party
                  WHERE p.commitment = r.commitment AND p.place > r.place AND p.on_record
                    AND (p.takes IN ('affirms', 'affirms-if', 'affirms-in-part')
                         OR p.stance IN ('reports-met', 'reports-progress') AND t.party IS NOT NULL))
