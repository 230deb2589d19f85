-- Which claims that became known on the day :as_of decide something now?
--
-- `why`: a claim decides its party's `position` on a commitment, makes a `report` on a milestone or on a commitment
-- (`doing`), by `naming` a deadline makes its milestones known and moves those that it replaces, or is only `speaking` of a
-- commitment, which lists it.
--
-- Needs: position, report, counted_for, leading
SELECT p.commitment AS id, 'position' AS why, p.position AS word, k.claim, k.party, k.speaker, k.place
FROM position AS p
JOIN leading AS k ON k.commitment = p.commitment AND k.party = p.party AND k.claim = p.claim
WHERE k.known = :as_of
UNION ALL
SELECT f.milestone, 'report', r.stance, r.claim, r.party, r.speaker, r.place
FROM counted_for AS f
JOIN report AS r ON r.place = f.place
JOIN pair AS p ON p.place = r.place
WHERE p.known = :as_of AND r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
UNION ALL
SELECT r.commitment, 'doing', r.stance, r.claim, r.party, r.speaker, r.place
FROM report AS r
JOIN pair AS p ON p.place = r.place
WHERE p.known = :as_of AND r.on_record
UNION ALL
SELECT m.id, 'naming', p.stance, p.claim, p.party, p.speaker, p.place
FROM leading AS p
JOIN milestone AS m ON m.deadline = p.deadline
                    OR m.deadline IN (SELECT r.replaces FROM deadline_replaces AS r WHERE r.deadline = p.deadline)
WHERE p.known = :as_of AND NOT p.reports
UNION ALL
SELECT p.commitment, 'speaking', p.stance, p.claim, p.party, p.speaker, p.place
FROM leading AS p
WHERE p.known = :as_of AND p.commitment IS NOT NULL
ORDER BY 1, 7
