-- Which milestones are known, and when is each due, as of :as_of?                             (definitions: "Milestones")
--
-- A clock is due on the latest reading; before it has started, on `no_later_than`, or never.
--
-- Needs: clock
-- Key: milestone
SELECT m.id AS milestone, d.id AS deadline, d.commitment, d.kind, d.repeats IS NOT NULL AS repeats, k.known,
       COALESCE(m.due, ends.due, d.no_later_than_day) AS due,
       d.within_count IS NOT NULL AND ends.due IS NULL AS not_started
FROM milestone AS m
JOIN deadline AS d ON d.id = m.deadline
JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= :as_of
LEFT JOIN (SELECT deadline, MAX(due) AS due FROM clock GROUP BY deadline) AS ends ON ends.deadline = d.id
