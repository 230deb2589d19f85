-- Is the state of each commitment one side's word alone, and is the commitment closed, as of :as_of?  (definitions: "Closed")
--
-- Closed: done or ended, and said so by an obligor and by another side or a third party, and no beneficiary has since
-- affirmed it, or reported it not met or broken, unless it says so itself later.
--
-- Needs: state_word, leading
-- Key: commitment
WITH doubt AS (
    SELECT b.commitment, b.party, MAX(p.place) AS place
    FROM beneficiary AS b
    JOIN leading AS p ON p.commitment = b.commitment AND p.party = b.party AND p.on_record
    WHERE p.takes IN ('affirms', 'affirms-if', 'affirms-in-part') OR p.stance IN ('reports-unmet', 'reports-breach')
    GROUP BY b.commitment, b.party
),
voice AS (
    SELECT w.commitment, w.state, w.reporter, w.party, w.place,
           o.party IS NOT NULL AS owes, b.party IS NOT NULL AND o.party IS NULL AS is_owed, doubt.place AS doubted,
           MIN(w.place) OVER (PARTITION BY w.commitment) AS since,
           MIN(w.reporter) OVER same = MAX(w.reporter) OVER same AND MIN(w.party) OVER same IS NOT NULL AS alone,
           MAX(w.place) OVER (PARTITION BY w.commitment, w.reporter) AS own_last
    FROM state_word AS w
    LEFT JOIN obligor AS o ON o.commitment = w.commitment AND o.party = w.party
    LEFT JOIN beneficiary AS b ON b.commitment = w.commitment AND b.party = w.party
    LEFT JOIN doubt ON doubt.commitment = w.commitment AND doubt.party = w.party
    WINDOW same AS (PARTITION BY w.commitment, CASE WHEN w.state = 'done' THEN w.obligor END)
),
heard AS (
    SELECT v.commitment, v.state, MIN(v.since) AS since,
           COUNT(DISTINCT CASE WHEN v.owes THEN v.party END) AS obligors,
           COUNT(*) FILTER (WHERE v.reporter IS NOT NULL AND v.party IS NULL) AS third_parties,
           COUNT(*) FILTER (WHERE v.is_owed) AS beneficiaries,
           COUNT(*) FILTER (WHERE v.alone) AS alone,
           COUNT(*) FILTER (WHERE v.doubted > v.since AND v.doubted > v.own_last) AS doubting,
           COUNT(DISTINCT CASE WHEN v.doubted > v.since THEN v.party END) AS heard_again
    FROM voice AS v
    GROUP BY v.commitment, v.state
)
SELECT h.commitment, h.state, h.alone > 0 AS state_one_sided,
       h.state IN ('done', 'ended') AND h.alone = 0 AND h.obligors > 0
       AND (h.beneficiaries > 0 OR h.third_parties > 0
            OR h.obligors > 1 AND NOT EXISTS (SELECT 1 FROM beneficiary AS b
                                              WHERE b.commitment = h.commitment
                                                AND NOT EXISTS (SELECT 1 FROM obligor AS o
                                                                WHERE o.commitment = b.commitment
                                                                  AND o.party = b.party)))
       AND h.doubting = 0
       AND h.heard_again = (SELECT COUNT(*) FROM doubt WHERE doubt.commitment = h.commitment AND doubt.place > h.since)
       AS closed
FROM heard AS h
