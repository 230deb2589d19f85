-- Which claims report on which milestone, as of :as_of?                    (definitions: "Milestones")
--
-- A report belongs to the milestone that it names or, naming none, to the only milestone of kind `due` of its commitment
-- whose deadline no other one replaces. Any speaker's report counts, on record or not.
SELECT COALESCE(c.milestone, named.milestone, only_one.milestone) AS milestone,
       c.id AS claim, c.stance, c.party, c.speaker, c.said, c.said_first, c.said_last, c.entry, c.quantity
FROM claim AS c
LEFT JOIN (
    SELECT deadline, MIN(id) AS milestone
    FROM milestone
    GROUP BY deadline
    HAVING COUNT(*) = 1
) AS named ON named.deadline = c.deadline
LEFT JOIN (
    SELECT d.commitment, MIN(m.id) AS milestone
    FROM deadline AS d
    JOIN milestone AS m ON m.deadline = d.id
    WHERE d.kind = 'due' AND NOT EXISTS (SELECT 1 FROM deadline AS later WHERE later.replaces = d.id)
    GROUP BY d.commitment
    HAVING COUNT(*) = 1
) AS only_one ON only_one.commitment = c.commitment AND c.deadline IS NULL
WHERE c.stance IN ('reports-met', 'reports-progress', 'reports-unmet')
  AND c.said_first <= :as_of
  AND COALESCE(c.milestone, named.milestone, only_one.milestone) IS NOT NULL
