-- To which deadline, and to which day, was each of the shown milestones moved?                     (definitions: "moved")
--
-- `shown` holds the milestones. Of a deadline that repeats, its first day.
--
-- Needs: moved, milestone_due
SELECT m.milestone, m.replacing AS deadline, MIN(later.due) AS due,
       (SELECT first.milestone FROM milestone_due AS first
        WHERE first.deadline = m.replacing ORDER BY first.due, first.milestone LIMIT 1) AS first_milestone
FROM shown
JOIN moved AS m ON m.milestone = shown.id
LEFT JOIN milestone_due AS later ON later.deadline = m.replacing
GROUP BY m.milestone, m.replacing
