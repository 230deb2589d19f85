-- Which milestones are looked at for each commitment, as of :as_of?                               (definitions: "State")
--
-- Those that count; for one that was moved, those of the deadline to which it was moved, also of another commitment.
--
-- Needs: milestone_state
-- Key: commitment, milestone
WITH RECURSIVE reached AS (
    SELECT commitment, milestone, kind, status, due, moved_to FROM milestone_state WHERE counts
    UNION
    SELECT reached.commitment, further.milestone, further.kind, further.status, further.due, further.moved_to
    FROM reached
    JOIN milestone_state AS further ON further.deadline = reached.moved_to
    WHERE reached.status = 'moved'
)
SELECT commitment, milestone, kind, status, due
FROM reached
WHERE status <> 'moved'
