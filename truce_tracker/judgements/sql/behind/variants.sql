-- How do other tellings give the day of each of the shown milestones, as of :as_of?            (definitions: "variant")
--
-- `shown` holds the milestones. Those of a deadline that repeats stand with its first instance.
--
-- Needs: variant, milestone_due
SELECT m.milestone, d.id AS deadline, d.phrase, told.due
FROM variant AS v
JOIN deadline AS d ON d.id = v.deadline
JOIN milestone_due AS told ON told.deadline = v.deadline
JOIN milestone_due AS m ON m.milestone = (SELECT first.milestone FROM milestone_due AS first
                                          WHERE first.deadline = v.variant_of
                                          ORDER BY first.due, first.milestone LIMIT 1)
JOIN shown ON shown.id = m.milestone
ORDER BY m.milestone, told.due IS NULL, told.due, told.milestone
