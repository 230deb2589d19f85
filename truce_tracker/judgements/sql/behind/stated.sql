-- Which parties state the due day of each milestone, as of :as_of, and who was first?    (definitions: "stated_by")
--
-- `shown` holds the milestones to tell of. Every claim on record that names, without reporting, a deadline of the same
-- commitment with the same due day; a claim that names one milestone of a deadline that repeats states that day alone.
-- In the order of the claims.
SELECT m.id AS milestone, c.party, c.id AS claim, c.speaker
FROM milestone AS m
JOIN deadline AS d ON d.id = m.deadline
JOIN deadline AS same ON same.commitment = d.commitment
JOIN milestone AS day ON day.deadline = same.id AND day.due = m.due
JOIN claim AS c ON c.deadline = same.id AND (c.milestone IS NULL OR c.milestone = day.id)
WHERE m.id IN (SELECT id FROM shown)
  AND c.on_record AND c.party IS NOT NULL AND c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of
ORDER BY m.id, c.said_first, c.said_last, c.entry
