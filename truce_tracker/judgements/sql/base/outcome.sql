-- Is each obligor covered or contested on each milestone or commitment, as of :as_of?           (definitions: "Reports")
--
-- Contested: one says met, and another not met, on or after the day on which the first has it done. A third party's "not
-- met" counts no more once a beneficiary that is no obligor has later said met. `subject` as in last_word.
--
-- Needs: last_word
-- Key: subject, obligor
WITH heard AS (
    SELECT w.*,
           w.party IS NULL AND NOT w.is_met
           AND EXISTS (SELECT 1
                       FROM last_word AS later
                       JOIN beneficiary AS b ON b.commitment = w.commitment AND b.party = later.party
                       WHERE later.subject = w.subject AND later.obligor = w.obligor AND later.met_place > w.place
                         AND NOT EXISTS (SELECT 1 FROM obligor AS o
                                         WHERE o.commitment = w.commitment AND o.party = later.party)) AS outlived
    FROM last_word AS w
),
weighed AS (
    SELECT subject, commitment, obligor,
           MIN(CASE WHEN is_met THEN met_done END) AS done,
           MIN(CASE WHEN is_met THEN met_since END) AS met_on,
           MAX(CASE WHEN NOT is_met AND NOT outlived THEN unmet_said END) AS denied,
           MAX(CASE WHEN is_met THEN place ELSE 0 END) > MAX(CASE WHEN NOT is_met THEN place ELSE 0 END) AS last_is_met,
           COUNT(*) FILTER (WHERE is_met) AS saying_met,
           COUNT(*) FILTER (WHERE is_met AND party IS NULL) AS third_parties
    FROM heard
    GROUP BY subject, commitment, obligor
)
SELECT subject, commitment, obligor, met_on, last_is_met,
       done IS NOT NULL AND denied IS NOT NULL AND denied >= done AS contested,
       done IS NOT NULL AND (denied IS NULL OR denied < done) AS covered,
       saying_met = 1 AND third_parties = 0 AS one_sided
FROM weighed
