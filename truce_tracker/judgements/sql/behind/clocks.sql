-- What does the clock of each of the shown milestones run from, and how long?                    (definitions: "A clock")
--
-- `shown` holds the milestones.
SELECT m.id AS milestone, d.within, d."of"
FROM shown
JOIN milestone AS m ON m.id = shown.id
JOIN deadline AS d ON d.id = m.deadline
WHERE d.within IS NOT NULL
