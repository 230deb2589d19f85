-- Is the state of each commitment one side's word alone, and is the commitment closed, as of :as_of?  (definitions: "Closed")
--
-- Closed: done or ended, and said so by an obligor and by another side or a third party, and no beneficiary has since
-- affirmed it, or reported it not met or broken.
--
-- Needs: state, state_word, leading
-- Key: commitment
WITH side AS (
    SELECT commitment, COUNT(DISTINCT reporter) = 1 AND COUNT(*) FILTER (WHERE party IS NULL) = 0 AS alone
    FROM state_word
    GROUP BY commitment, CASE WHEN state = 'done' THEN obligor END
),
alone AS (
    SELECT commitment, COUNT(*) FILTER (WHERE alone) > 0 AS one_sided FROM side GROUP BY commitment
),
heard AS (
    SELECT w.commitment,
           MIN(w.place) AS since,
           COUNT(DISTINCT CASE WHEN o.party IS NOT NULL THEN w.party END) AS obligors,
           COUNT(*) FILTER (WHERE w.party IS NULL) AS third_parties,
           COUNT(*) FILTER (WHERE o.party IS NULL AND b.party IS NOT NULL) AS beneficiaries
    FROM state_word AS w
    LEFT JOIN obligor AS o ON o.commitment = w.commitment AND o.party = w.party
    LEFT JOIN beneficiary AS b ON b.commitment = w.commitment AND b.party = w.party
    WHERE w.state IN ('done', 'ended')
    GROUP BY w.commitment
),
reopened AS (
    SELECT DISTINCT h.commitment
    FROM heard AS h
    JOIN beneficiary AS b ON b.commitment = h.commitment
    JOIN leading AS p ON p.commitment = h.commitment AND p.party = b.party AND p.on_record AND p.place > h.since
    WHERE (p.takes IN ('affirms', 'affirms-if', 'affirms-in-part') OR p.stance IN ('reports-unmet', 'reports-breach'))
      AND NOT EXISTS (SELECT 1 FROM state_word AS w
                      WHERE w.commitment = h.commitment AND w.party = p.party AND w.place > p.place)
)
SELECT s.commitment, s.state, COALESCE(alone.one_sided, FALSE) AS state_one_sided,
       COALESCE(s.state IN ('done', 'ended') AND NOT alone.one_sided AND h.obligors > 0
                AND (h.beneficiaries > 0 OR h.third_parties > 0
                     OR h.obligors > 1 AND NOT EXISTS (SELECT 1 FROM beneficiary AS b
                                                       WHERE b.commitment = s.commitment
                                                         AND NOT EXISTS (SELECT 1 FROM obligor AS o
                                                                         WHERE o.commitment = b.commitment
                                                                           AND o.party = b.party)))
                AND reopened.commitment IS NULL, FALSE) AS closed
FROM state AS s
LEFT JOIN alone ON alone.commitment = s.commitment
LEFT JOIN heard AS h ON h.commitment = s.commitment
LEFT JOIN reopened ON reopened.commitment = s.commitment
