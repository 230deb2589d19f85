-- From which day does the time for each of the shown milestones run, as of :as_of?
--
-- `shown` holds the milestones. Its deadline's `from`; else the day on which it was stated; else that of the first claim
-- on record that names it.
--
-- Needs: known
SELECT m.id AS milestone,
       COALESCE(d.from_day, d.stated_first,
                (SELECT MIN(p.said_first) FROM known AS p
                 WHERE p.deadline = d.id AND p.on_record AND NOT p.reports)) AS begins
FROM shown
JOIN milestone AS m ON m.id = shown.id
JOIN deadline AS d ON d.id = m.deadline
