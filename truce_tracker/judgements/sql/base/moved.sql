-- Which milestones were moved, and to which deadline, as of :as_of?                                (definitions: "moved")
--
-- The last entered of those that replace it. Not one of kind due that is covered, nor an instance that fell due before the deadline that replaces it was known.
--
-- Needs: replaced, outcome
-- Key: milestone
WITH latest AS (
    SELECT deadline, replacing, known
    FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.deadline ORDER BY r.entry DESC) AS turn FROM replaced AS r) AS ordered
    WHERE turn = 1
)
SELECT m.id AS milestone, l.replacing
FROM latest AS l
JOIN deadline AS d ON d.id = l.deadline
JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= :as_of
JOIN milestone AS m ON m.deadline = d.id
WHERE NOT (d.kind = 'due'
           AND NOT EXISTS (SELECT 1
                           FROM obligor AS o
                           LEFT JOIN outcome AS x ON x.subject = m.id AND x.obligor = o.party
                           WHERE o.commitment = d.commitment AND NOT COALESCE(x.covered, FALSE)))
  AND NOT (d.repeats IS NOT NULL AND m.due < l.known)
