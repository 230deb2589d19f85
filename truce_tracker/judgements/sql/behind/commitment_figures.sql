-- Which figures were reported for the shown commitments, as of :as_of?                         (definitions: "progress")
--
-- `shown` holds the commitments. Latest first; a range counts with its lower end.
--
-- Needs: report
SELECT r.commitment, r.reporter, r.party, r.speaker, c.basis, c.unit, c.amount, c.quantity, c.cumulative, c.covers_first,
       c.covers_last, r.claim, c.said
FROM shown
JOIN report AS r ON r.commitment = shown.id
JOIN claim AS c ON c.id = r.claim
WHERE r.on_record AND r.stance IN ('reports-progress', 'reports-met') AND c.amount IS NOT NULL
ORDER BY r.commitment, r.place DESC
