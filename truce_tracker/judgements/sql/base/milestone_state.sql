-- What has become of each milestone, as of :as_of?                         (definitions: "Milestones")
--
-- Milestones of a deadline that is not known yet are not listed.
--
-- Needs: report, last_check
-- Key: milestone
WITH known AS (
    SELECT d.*
    FROM deadline AS d
    WHERE d.stated_first <= :as_of
       OR d.stated_first IS NULL
          AND (EXISTS (SELECT 1 FROM claim AS c
                       WHERE c.deadline = d.id AND c.stance NOT LIKE 'reports-%' AND c.said_first <= :as_of)
               OR NOT EXISTS (SELECT 1 FROM claim AS c WHERE c.deadline = d.id AND c.stance NOT LIKE 'reports-%'))
),
outcome AS (  -- the latest word on whether it was met
    SELECT milestone, stance
    FROM (
        SELECT milestone, stance,
               ROW_NUMBER() OVER (PARTITION BY milestone ORDER BY said_first DESC, said_last DESC, entry DESC) AS place
        FROM report
        WHERE stance IN ('reports-met', 'reports-unmet')
    ) AS latest
    WHERE place = 1
),
progress AS (
    SELECT milestone, quantity
    FROM (
        SELECT milestone, quantity,
               ROW_NUMBER() OVER (PARTITION BY milestone ORDER BY said_first DESC, said_last DESC, entry DESC) AS place
        FROM report
        WHERE stance = 'reports-progress'
    ) AS latest
    WHERE place = 1
),
first_met AS (
    SELECT milestone, MIN(said_first) AS said_first FROM report WHERE stance = 'reports-met' GROUP BY milestone
)
SELECT m.id AS milestone, d.id AS deadline, d.commitment, k.summary, k.topic, d.kind, d.phrase, m.due, d.entry,
       CASE
           WHEN EXISTS (SELECT 1 FROM known AS later WHERE later.replaces = d.id) THEN 'moved'
           WHEN d.kind = 'expires' AND :as_of <= m.due THEN 'in force'
           WHEN d.kind = 'expires' THEN 'lapsed'
           WHEN outcome.stance = 'reports-met' AND first_met.said_first > m.due THEN 'met late'
           WHEN outcome.stance = 'reports-met' THEN 'met'
           WHEN :as_of <= m.due THEN 'open'
           WHEN outcome.stance = 'reports-unmet' THEN 'unmet'
           ELSE 'overdue'
       END AS status,
       progress.quantity AS progress,
       (SELECT MAX(looked.last_checked)
        FROM obligor AS o
        JOIN last_check AS looked ON looked.party = o.party AND looked.topic = k.topic
        WHERE o.commitment = d.commitment
       ) AS last_checked
FROM milestone AS m
JOIN known AS d ON d.id = m.deadline
JOIN commitment AS k ON k.id = d.commitment
LEFT JOIN outcome ON outcome.milestone = m.id
LEFT JOIN first_met ON first_met.milestone = m.id
LEFT JOIN progress ON progress.milestone = m.id
