-- To which milestone does a report belong that names none?                                    (definitions: "Milestones")
--
-- To the only one of kind `due` of its commitment whose deadline was known on the day the report became known and, as of
-- that day, was no variant and had not been replaced. The rules for variant and replaced are those of the files of these
-- names in ../base, asked here of each such day at once.
WITH RECURSIVE asked AS (
    SELECT DISTINCT p.commitment, p.known AS day
    FROM pair AS p
    WHERE p.deadline IS NULL AND p.stance IN ('reports-progress', 'reports-met', 'reports-unmet')
),
candidate AS (
    SELECT asked.commitment, asked.day, d.id AS deadline
    FROM asked
    JOIN deadline AS d ON d.commitment = asked.commitment AND d.kind = 'due'
    JOIN known_deadline AS k ON k.deadline = d.id AND k.known <= asked.day
),
looked_at AS (
    SELECT deadline, day FROM candidate
    UNION
    SELECT r.deadline, c.day
    FROM candidate AS c
    JOIN deadline_replaces AS r ON r.replaces = c.deadline
    JOIN known_deadline AS k ON k.deadline = r.deadline AND k.known <= c.day
),
chain AS (
    SELECT l.day, p.place, p.place AS last
    FROM looked_at AS l
    JOIN pair AS p ON p.deadline = l.deadline AND NOT p.reports AND p.known <= l.day
    UNION ALL
    SELECT chain.day, chain.place, told.place
    FROM chain
    JOIN pair AS p ON p.place = chain.last
    JOIN pair AS told ON told.place = p.retells AND told.known <= chain.day
),
account AS (  -- the last claim of each chain of retellings
    SELECT chain.day, chain.place, chain.last
    FROM chain
    JOIN pair AS p ON p.place = chain.last
    LEFT JOIN pair AS told ON told.place = p.retells AND told.known <= chain.day
    WHERE told.place IS NULL
),
naming AS (
    SELECT a.day, p.place, p.deadline, p.commitment, d.kind, p.party, p.on_record, p.stance,
           CASE WHEN lead.source <> told.source THEN lead.place ELSE told.place END AS leader
    FROM account AS a
    JOIN pair AS p ON p.place = a.place
    JOIN deadline AS d ON d.id = p.deadline
    JOIN pair AS told ON told.place = a.last
    LEFT JOIN pair AS lead ON lead.place = (
        SELECT other.place
        FROM pair AS other
        LEFT JOIN pair AS retold ON retold.place = other.retells
        WHERE other.statement = told.statement AND other.known <= a.day
          AND (retold.known IS NULL OR retold.known > a.day)
        ORDER BY other.account
        LIMIT 1
    )
),
lead_by AS (
    SELECT n.*, n.leader = n.place AS leads, other.id AS other_deadline
    FROM naming AS n
    JOIN pair AS leader ON leader.place = n.leader
    LEFT JOIN deadline AS other ON other.id = leader.deadline AND NOT leader.reports AND other.commitment = n.commitment AND other.kind = n.kind
         AND (SELECT k.known FROM known_deadline AS k WHERE k.deadline = other.id) <= n.day
),
is_variant AS (
    SELECT day, deadline
    FROM lead_by
    WHERE on_record
    GROUP BY day, deadline
    HAVING COUNT(*) FILTER (WHERE leads) = 0 AND COUNT(*) FILTER (WHERE other_deadline <> deadline) > 0
),
is_replaced AS (
    SELECT c.day, c.deadline
    FROM candidate AS c
    JOIN deadline_replaces AS r ON r.replaces = c.deadline
    JOIN looked_at AS l ON l.deadline = r.deadline AND l.day = c.day
    WHERE NOT EXISTS (SELECT 1 FROM is_variant AS v WHERE v.day = c.day AND v.deadline = r.deadline)
      AND (NOT EXISTS (SELECT 1 FROM naming AS n WHERE n.day = c.day AND n.deadline = r.deadline)
           OR EXISTS (SELECT 1 FROM lead_by AS n
                      WHERE n.day = c.day AND n.deadline = r.deadline AND n.on_record AND n.party IS NOT NULL
                        AND n.stance IN ('affirms', 'affirms-in-part') AND (n.leads OR n.other_deadline IS NULL)))
),
found AS (
    SELECT c.commitment, c.day, MIN(m.id) AS milestone
    FROM candidate AS c
    JOIN milestone AS m ON m.deadline = c.deadline
    WHERE NOT EXISTS (SELECT 1 FROM is_variant AS v WHERE v.day = c.day AND v.deadline = c.deadline)
      AND NOT EXISTS (SELECT 1 FROM is_replaced AS r WHERE r.day = c.day AND r.deadline = c.deadline)
    GROUP BY c.commitment, c.day
    HAVING COUNT(*) = 1
)
UPDATE main.pair SET home = found.milestone
FROM found
WHERE found.commitment = main.pair.commitment AND found.day = main.pair.known AND main.pair.deadline IS NULL
      AND main.pair.stance IN ('reports-progress', 'reports-met', 'reports-unmet')
