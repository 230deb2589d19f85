-- When does each clock of the shown milestones run out, by whose word?                           (definitions: "A clock")
--
-- `shown` holds the milestones.
--
-- Needs: clock, milestone_due
SELECT milestone, due, party
FROM (
    SELECT DISTINCT m.milestone, c.due, c.party
    FROM shown
    JOIN milestone_due AS m ON m.milestone = shown.id
    JOIN clock AS c ON c.deadline = m.deadline
) AS reading
ORDER BY milestone, due, party IS NULL, party
