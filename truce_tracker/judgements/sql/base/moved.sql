-- Which milestones were moved, and to which deadline, as of :as_of?                                (definitions: "moved")
--
-- Not one of kind due that is covered, nor an instance that fell due before the deadline that replaces it was known.
--
-- Needs: milestone_due, replaced, outcome
-- Key: milestone
SELECT milestone, replacing
FROM (
    SELECT m.milestone, r.replacing, ROW_NUMBER() OVER (PARTITION BY m.milestone ORDER BY r.entry DESC) AS turn
    FROM milestone_due AS m
    JOIN replaced AS r ON r.deadline = m.deadline
    WHERE NOT (m.kind = 'due'
               AND NOT EXISTS (SELECT 1
                               FROM obligor AS o
                               LEFT JOIN outcome AS x ON x.subject = m.milestone AND x.obligor = o.party
                               WHERE o.commitment = m.commitment AND NOT COALESCE(x.covered, FALSE)))
      AND NOT (m.repeats AND m.due < r.known)
) AS later
WHERE turn = 1
