-- When does each clock of the shown milestones run out, by whose word?                           (definitions: "A clock")
--
-- `shown` holds the milestones.
--
-- Needs: clock, milestone_due
SELECT DISTINCT m.milestone, c.due, c.party
FROM shown
JOIN milestone_due AS m ON m.milestone = shown.id
JOIN clock AS c ON c.deadline = m.deadline
ORDER BY m.milestone, c.due, c.party IS NULL, c.party
