-- Which milestones are looked at for each commitment, as of :as_of?                               (definitions: "State")
--
-- Those that count; for one that was moved, those of the deadline to which it was moved, also of another commitment.
--
-- Needs: milestone_state
-- Key: commitment, milestone
WITH RECURSIVE reached AS (
    SELECT commitment, milestone FROM milestone_state WHERE counts
    UNION
    SELECT reached.commitment, further.milestone
    FROM reached
    JOIN milestone_state AS s ON s.milestone = reached.milestone AND s.status = 'moved'
    JOIN milestone_state AS further ON further.deadline = s.moved_to
)
SELECT reached.commitment, s.milestone, s.kind, s.status
FROM reached
JOIN milestone_state AS s ON s.milestone = reached.milestone
WHERE s.status <> 'moved'
