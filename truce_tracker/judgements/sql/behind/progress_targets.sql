-- What is the target of each of the shown milestones, by unit, as of :as_of?                   (definitions: "progress")
--
-- `shown` holds the milestones. The latest affirmation of a party that names the deadline; else the latest that names
-- none. Latest first, those that name it before the others.
--
-- Needs: leading, milestone_due
SELECT m.milestone, c.unit, c.amount, named.deadline IS NULL AS unnamed
FROM shown
JOIN milestone_due AS m ON m.milestone = shown.id
JOIN leading AS p ON p.commitment = m.commitment AND p.stance = 'affirms' AND p.on_record AND p.party IS NOT NULL
LEFT JOIN known_deadline AS named ON named.deadline = p.deadline AND named.known <= :as_of
JOIN claim AS c ON c.id = p.claim
WHERE c.amount IS NOT NULL
  AND (named.deadline IS NULL OR named.deadline = m.deadline AND (p.milestone IS NULL OR p.milestone = m.milestone))
ORDER BY m.milestone, unnamed, p.place DESC
