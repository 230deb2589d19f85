-- Which figures were reported for the shown milestones, as of :as_of?                          (definitions: "progress")
--
-- `shown` holds the milestones. Latest first; a range counts with its lower end.
--
-- Needs: report, counted_for
SELECT f.milestone, r.reporter, r.party, r.speaker, c.basis, c.unit, c.amount, c.quantity, c.cumulative, c.covers_first,
       c.covers_last, r.claim, c.said
FROM shown
JOIN counted_for AS f ON f.milestone = shown.id
JOIN report AS r ON r.place = f.place
JOIN claim AS c ON c.id = r.claim
WHERE r.on_record AND r.stance IN ('reports-progress', 'reports-met') AND c.amount IS NOT NULL
ORDER BY f.milestone, r.place DESC
