-- Which claims that became known on the day :as_of decide something now?
--
-- `why`: a claim decides its party's `position` on a commitment, makes a `report` on a milestone or on a commitment
-- (`doing`), by `naming` a deadline makes its milestones known and moves those that it replaces (of a commitment: `dating`),
-- reports on what a `clock` runs from, or is only `speaking` of a commitment, which lists it.
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
SELECT d.commitment, 'doing', r.stance, r.claim, r.party, r.speaker, r.place       -- on a date moved here from elsewhere
FROM counted_for AS f
JOIN report AS r ON r.place = f.place
JOIN pair AS p ON p.place = r.place
JOIN milestone AS m ON m.id = f.milestone
JOIN deadline AS d ON d.id = m.deadline
WHERE p.known = :as_of AND r.on_record AND d.commitment <> r.commitment
UNION ALL
SELECT m.id, 'naming', p.stance, p.claim, p.party, p.speaker, p.place
FROM leading AS p
JOIN milestone AS m ON m.deadline = p.deadline
                    OR m.deadline IN (SELECT r.replaces FROM deadline_replaces AS r WHERE r.deadline = p.deadline)
WHERE p.known = :as_of AND NOT p.reports
UNION ALL
SELECT d.commitment, 'dating', p.stance, p.claim, p.party, p.speaker, p.place
FROM leading AS p
JOIN deadline AS d ON d.id = p.deadline
                   OR d.id IN (SELECT r.replaces FROM deadline_replaces AS r WHERE r.deadline = p.deadline)
WHERE p.known = :as_of AND NOT p.reports
UNION ALL
SELECT started.id, 'clock', r.stance, r.claim, r.party, r.speaker, r.place
FROM report AS r
JOIN pair AS p ON p.place = r.place
JOIN (SELECT d.id, d.of_commitment, d.of_milestone FROM deadline AS d WHERE d.within_count IS NOT NULL
      UNION ALL
      SELECT d.commitment, d.of_commitment, d.of_milestone FROM deadline AS d WHERE d.within_count IS NOT NULL) AS started
     ON started.of_commitment = r.commitment
        OR started.of_milestone IN (SELECT f.milestone FROM counted_for AS f WHERE f.place = r.place)
WHERE p.known = :as_of AND r.on_record AND r.stance IN ('reports-met', 'reports-unmet')
UNION ALL
SELECT p.commitment, 'speaking', p.stance, p.claim, p.party, p.speaker, p.place
FROM leading AS p
WHERE p.known = :as_of AND p.commitment IS NOT NULL
ORDER BY 1, 7
