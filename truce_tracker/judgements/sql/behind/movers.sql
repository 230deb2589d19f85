-- Which claims of the day :as_of decide something now?
--
-- `why`: a claim decides its party's `position` on a commitment, makes a `report` on a milestone, or by `naming` a
-- deadline makes its milestones known and moves those that it replaces.
--
-- Needs: position, report
SELECT p.commitment AS id, 'position' AS why, p.position AS word, c.id AS claim, c.party, c.speaker, c.said_last, c.entry
FROM position AS p
JOIN claim AS c ON c.id = p.claim
WHERE c.said_first = :as_of
UNION ALL
SELECT r.milestone, 'report', r.stance, r.claim, r.party, r.speaker, r.said_last, r.entry
FROM report AS r
WHERE r.said_first = :as_of AND r.stance IN ('reports-met', 'reports-unmet')
UNION ALL
SELECT m.id, 'naming', c.stance, c.id, c.party, c.speaker, c.said_last, c.entry
FROM claim AS c
JOIN deadline AS named ON named.id = c.deadline
JOIN milestone AS m ON m.deadline = named.id OR m.deadline = named.replaces
WHERE c.said_first = :as_of AND c.stance NOT LIKE 'reports-%'
ORDER BY 1, said_last, entry
