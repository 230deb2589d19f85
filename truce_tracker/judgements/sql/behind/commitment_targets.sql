-- What is the target of each of the shown commitments that names no deadline, by unit, as of :as_of?  (definitions: "progress")
--
-- `shown` holds the commitments. Latest first. A deadline that is not known is not there.
--
-- Needs: leading
SELECT p.commitment, c.unit, c.amount, TRUE AS unnamed
FROM shown
JOIN leading AS p ON p.commitment = shown.id AND p.stance = 'affirms' AND p.on_record AND p.party IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM known_deadline AS d WHERE d.deadline = p.deadline AND d.known <= :as_of)
JOIN claim AS c ON c.id = p.claim
WHERE c.amount IS NOT NULL
ORDER BY p.commitment, p.place DESC
