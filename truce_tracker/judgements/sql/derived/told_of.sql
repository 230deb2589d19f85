-- Whose doing does each report tell of?                                                  (definitions: "Reports", about)
--
-- As written; else for met, progress and ended by an obligor, itself, for unmet and breach by an obligor, the other
-- obligors if there are any, else itself; by anybody else, all obligors, but of a breach nobody where there are several.
-- In a joint text, itself is the obligors among its parties.
INSERT INTO told_of (commitment, claim, party)
WITH report AS (
    SELECT cc.commitment, c.id AS claim, c.stance IN ('reports-unmet', 'reports-breach') AS accuses,
           EXISTS (SELECT 1 FROM claim_about AS a WHERE a.claim = c.id) AS written,
           (SELECT COUNT(*) FROM obligor AS o WHERE o.commitment = cc.commitment) AS obligors,
           (SELECT COUNT(*)
            FROM obligor AS o
            JOIN claim_party AS cp ON cp.claim = c.id AND cp.party = o.party
            WHERE o.commitment = cc.commitment) AS own
    FROM claim AS c
    JOIN claim_commitment AS cc ON cc.claim = c.id
    WHERE c.stance IN ('reports-progress', 'reports-met', 'reports-unmet', 'reports-breach', 'reports-ended')
)
SELECT r.commitment, r.claim, o.party
FROM report AS r
JOIN claim AS c ON c.id = r.claim
JOIN obligor AS o ON o.commitment = r.commitment
LEFT JOIN claim_party AS cp ON cp.claim = r.claim AND cp.party = o.party
LEFT JOIN claim_about AS a ON a.claim = r.claim AND a.party = o.party
WHERE CASE
          WHEN r.written THEN a.party IS NOT NULL
          WHEN r.own = 0 THEN c.stance <> 'reports-breach' OR r.obligors = 1
          WHEN NOT r.accuses OR r.own = r.obligors THEN cp.party IS NOT NULL
          ELSE cp.party IS NULL
      END
