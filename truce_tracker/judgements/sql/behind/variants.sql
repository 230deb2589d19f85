-- How do other tellings give the day of each of the shown milestones, as of :as_of?            (definitions: "variant")
--
-- `shown` holds the milestones. Those of a deadline that repeats stand with its first instance.
--
-- Needs: variant, milestone_due
SELECT shown.id AS milestone, d.id AS deadline, d.phrase, told.due
FROM variant AS v
JOIN shown ON shown.id = (SELECT first.id FROM milestone AS first
                          WHERE first.deadline = v.variant_of ORDER BY first.due, first.id LIMIT 1)
JOIN deadline AS d ON d.id = v.deadline
JOIN milestone AS m ON m.deadline = d.id
JOIN milestone_due AS told ON told.milestone = m.id
ORDER BY shown.id, told.due IS NULL, told.due, told.milestone
